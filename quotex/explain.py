"""Why a text's cues and quotations came to what they did, or to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from datetime import date as Date
from itertools import chain
from typing import Literal

from quotex.attribution.confidence import Factor, factors
from quotex.attribution.engine import Reading
from quotex.attribution.match import Match
from quotex.claims.reader import Proof
from quotex.extract import Extractor
from quotex.model import Attribution, Span
from quotex.resolution.records import Considered
from quotex.rulefiles.compiled import Compiled
from quotex.rulefiles.ruleset import Rule
from quotex.rulefiles.silence import Silence
from quotex.rulefiles.witness import Attempt, WitnessMatcher
from quotex.text.compose import Composed, compose
from quotex.text.marks import Quotation
from quotex.trace import Trace

Reason = Literal[
    "no-rule", "no-verb", "no-content", "rival", "speaker-type",
    "name", "inside", "short", "nobody", "turn",
]  # fmt: skip
"""Why something came to nothing: no rule holds, the verb is none that reports, nothing is left of
the content, another attribution has the same content, the speaker is not of the rule's types; of a
quotation: it only names, it stands inside what is reported, it is too short, nobody beside it
speaks, it is a turn."""
_SHORT = 4  # words; fewer are no statement when nothing introduces them


@dataclass(frozen=True, slots=True)
class Explained:
    """One cue, one quotation, or one verb that reports nothing, and what became of it.

    A sentence is there for its ``chunks``: the kind of each, as patterns name it, and its words.

    ``record`` is its attribution, made by ``rule``, with a ``silence`` where a filter leaves it
    out; its ``considered`` speakers, the best first, the ``factors`` of its confidence, and the
    ``proof`` of its claim.  Of what came to nothing, ``reason`` says why, ``nearest`` is the attempt
    that came furthest, and ``other`` the id of the attribution that stands in its way.
    """

    kind: Literal["cue", "quotation", "verb", "sentence"]
    span: Span
    line: int
    record: Attribution | None = None
    rule: Rule | None = None
    silence: Silence | None = None
    considered: tuple[Considered, ...] = ()
    factors: tuple[Factor, ...] = ()
    proof: Proof | None = None
    reason: Reason | None = None
    nearest: Attempt | None = None
    other: str | None = None
    chunks: tuple[tuple[str, str], ...] = ()


class Explainer:
    """Explains texts by the rules given, compiled before."""

    def __init__(self, compiled: Compiled, rules: Iterable[Rule], macros: dict[str, str]) -> None:
        self._filters = compiled.filters
        self._rules = {rule.id: rule for rule in rules}
        engine = copy(compiled.engine)
        own = engine.matcher.own
        every = tuple(self._rules.values())
        self._witness = WitnessMatcher(engine.lexicon, engine.chunker, every, macros, own)
        engine.matcher = self._witness
        self._extractor = Extractor.of(replace(compiled, engine=engine))

    def explain(
        self, text: str, *, date: str | Date | None = None, path: str | None = None
    ) -> list[Explained]:
        """Everything in ``text`` that may report, in its order; ``date`` is that of publication."""
        self._witness.attempts.clear()
        trace = Trace()
        self._extractor.analyse(text, date=date, path=path, trace=trace)
        found = [*self._found(trace), *self._nothing(trace)]
        found.sort(key=lambda item: (item.span.start, item.kind != "sentence", item.span.end))
        if composed := compose(text):
            return [_back(item, composed) for item in found]
        return found

    def _found(self, trace: Trace) -> Iterator[Explained]:
        """What became an attribution."""
        for draft, choice, record in trace.kept:
            starts = [draft.cue, *draft.content] if draft.cue else draft.content
            silence = next((f for f in self._filters if f.covers(record, trace.text)), None)
            yield Explained(
                "cue" if draft.cue else "quotation",
                _span(trace.text, min(a for a, _ in starts), max(b for _, b in starts)),
                _line(trace.text, min(a for a, _ in starts)),
                record,
                self._rules.get(draft.rule),
                silence,
                choice.considered,
                factors(draft, choice.speaker, record.content.text, doubt=choice.doubt),
                self._extractor.compiled.claims.proof(trace.layout.shadow, record),
            )

    def _nothing(self, trace: Trace) -> Iterator[Explained]:
        """What did not."""
        taken = {id(draft.match) for draft, _, _ in trace.kept}
        matched: set[int] = set()
        for match in chain.from_iterable(reading.matches for reading in trace.readings):
            matched.add(_start(match))
            if id(match) not in taken:
                yield self._lost(trace, match)
        tried = {each.start for tried in self._witness.attempts.values() for each in tried}
        for start in sorted(tried - matched):
            attempts = self._witness.at(start)
            nearest = max(attempts, key=lambda each: each.distance)
            span = _span(trace.text, start, start + len(nearest.cue))
            line = _line(trace.text, start)
            yield Explained("cue", span, line, reason="no-rule", nearest=nearest)
        for reading in trace.readings:
            yield from self._sentences(trace.text, reading)
        used = {number for draft, _, _ in trace.kept for number in draft.quotations}
        for number, quotation in enumerate(trace.layout.quotations):
            if number not in used:
                yield self._unclaimed(trace, number, quotation)

    @staticmethod
    def _sentences(text: str, reading: Reading) -> Iterator[Explained]:
        """The sentences outside quotations, and their verbs that report nothing."""
        for context in reading.contexts:
            sentence, kinds = context.sentence, context.kinds
            starts = [sentence.tape.starts[token] for token in sentence.bounds[:-1]]
            words = [sentence.text(k, k + 1) for k in range(len(kinds))]
            span = _span(text, starts[0], starts[-1] + len(words[-1]))
            chunks = tuple(zip(kinds, words, strict=True))
            yield Explained("sentence", span, _line(text, starts[0]), chunks=chunks)
            for k, kind in enumerate(kinds):
                if kind == "verb" and k not in context.groups:
                    span = _span(text, starts[k], starts[k] + len(words[k]))
                    yield Explained("verb", span, _line(text, starts[k]), reason="no-verb")

    def _lost(self, trace: Trace, match: Match) -> Explained:
        """A match that became no attribution."""
        start = _start(match)
        cue = match.sentence.text(match.chunk, match.chunk + 1)
        span, line = _span(trace.text, start, start + len(cue)), _line(trace.text, start)
        reason: Reason = "no-content"
        other: str | None = None
        if any(draft.match is match for draft in trace.refused):
            reason = "speaker-type"
        else:
            stretches = self._extractor.compiled.engine.contents.read(
                match, trace.layout.quotations
            )
            for draft, _, record in trace.kept:
                if stretches is not None and draft.content == stretches.ranges:
                    reason, other = "rival", record.id
        attempts = [each for each in self._witness.at(start) if each.rule is match.rule]
        nearest = attempts[-1] if attempts else None
        return Explained(
            "cue", span, line, rule=match.rule, reason=reason, nearest=nearest, other=other
        )

    def _unclaimed(self, trace: Trace, number: int, quotation: Quotation) -> Explained:
        """A quotation that is the content of no attribution."""
        span = _span(trace.text, quotation.start, quotation.end)
        line = _line(trace.text, quotation.start)
        inside = _around(trace, quotation)
        reason: Reason = "nobody"
        if inside is not None:
            reason = "inside"
        elif any(number == turn for turn, _ in trace.layout.turns):
            reason = "turn"
        elif self._names(trace, number):
            reason = "name"
        elif len(trace.text[quotation.inner_start : quotation.inner_end].split()) < _SHORT:
            reason = "short"
        return Explained("quotation", span, line, reason=reason, other=inside)

    def _names(self, trace: Trace, number: int) -> bool:
        contents = self._extractor.compiled.engine.contents
        return any(
            contents.names(tape, item)
            for reading in trace.readings
            for tape in reading.tapes
            for item in tape.quotations
            if item.index == number
        )


def _back(item: Explained, composed: Composed) -> Explained:
    """What was found in composed text, told of the text as it was given."""
    return replace(
        item,
        span=composed.span(item.span),
        record=composed.attribution(item.record) if item.record else None,
        considered=tuple(
            each._replace(offset=composed.place(each.offset)) for each in item.considered
        ),
    )


def _around(trace: Trace, quotation: Quotation) -> str | None:
    """The id of the attribution in whose content a quotation stands."""
    for draft, _, record in trace.kept:
        if any(a <= quotation.start and quotation.end <= b for a, b in draft.content):
            return record.id
    return None


def _start(match: Match) -> int:
    """The first character of the chunk in which a match has its cue."""
    sentence = match.sentence
    return sentence.tape.starts[sentence.bounds[match.chunk]]


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
