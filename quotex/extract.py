"""The line from a text to its attributions: segment, match, attribute, resolve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from functools import cached_property, partial
from itertools import chain
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from quotex.attribution.confidence import confidence
from quotex.attribution.drafts import Draft, ordered
from quotex.attribution.engine import Layout, Reading
from quotex.claims.answers import Talk
from quotex.model import Attribution, Content, Cue, DocumentInfo, Notice, Result, Span
from quotex.resolution.memory import Memory
from quotex.resolution.records import Choice
from quotex.rulefiles.collection import without_collection
from quotex.rulefiles.compiled import Compiled, Kept
from quotex.rulefiles.rulesources import RuleSources, sources
from quotex.text.compose import compose
from quotex.text.shadow import shadow
from quotex.text.windows import Window

if TYPE_CHECKING:
    from quotex.trace import Trace


class Extractor:
    """Extracts attributions with one set of rules, compiled once.

    ``rules``: files or folders of further rules, or names of packs; a later one has the say over
    those before it, all of them over the built-in rules.  Without ``builtin`` the built-in rules
    of attribution are not in force, only the words and the grammar that all rules are written in.
    Raises ``RulesError`` for rules that are wrong.
    """

    def __init__(self, rules: Sequence[str | Path] = (), *, builtin: bool = True) -> None:
        in_force = sources(rules, builtin=builtin)
        kept = Kept(in_force)
        self.compiled = kept.load() or self._compile(in_force, kept)

    @classmethod
    def of(cls, compiled: Compiled) -> Extractor:
        """An extractor with rules that are compiled already."""
        made = cls.__new__(cls)
        made.compiled = compiled
        return made

    def _compile(self, in_force: RuleSources, kept: Kept) -> Compiled:
        from quotex.rulefiles.compile import Compiler  # slow to import, and seldom needed

        with without_collection():
            compiler = Compiler(in_force)
            base = None if in_force == RuleSources() else Extractor().compiled
            self.compiled = compiler.compiled(base)
            for text in compiler.examples() if kept.wanted else ():
                self.analyse(text)  # so that what is compiled on first use is kept, too
            kept.save(self.compiled)
        return self.compiled

    def extract(self, text: str, *, date: str | Date | None = None) -> list[Attribution]:
        """All attributions of ``text`` in text order; ``date`` is the date of publication."""
        return list(self.analyse(text, date=date).attributions)

    def analyse(
        self,
        text: str,
        *,
        date: str | Date | None = None,
        path: str | None = None,
        name: str | None = None,
        title: str | None = None,
        trace: Trace | None = None,
    ) -> Result:
        """Like :meth:`extract`, with the document's own facts and the notices about it.

        Ids begin with ``name``, by default the base name of ``path``; ``title`` goes before the
        one that the text has.  ``trace`` receives what came up on the way.
        """
        parts = self.parts(text, date=date, path=path, name=name, title=title, trace=trace)
        return joined(list(parts))

    def parts(
        self,
        text: str,
        *,
        date: str | Date | None = None,
        path: str | None = None,
        name: str | None = None,
        title: str | None = None,
        trace: Trace | None = None,
    ) -> Iterator[Result]:
        """Like :meth:`analyse`, in parts: what is found in one window of a long text after another.

        The last part holds the notices, and no attributions.
        """
        if composed := compose(text):
            parts = self.parts(
                composed.text, date=date, path=path, name=name, title=title, trace=trace
            )
            yield from map(composed.back, parts)
            return
        given = Date.fromisoformat(date) if isinstance(date, str) else date
        below = shadow(text)
        facts = self.compiled.facts.read(text, shadow=below, date=given, path=path)
        info = replace(facts.info, title=title) if title else facts.info
        prefix = name or (PurePath(path).name if path and path != "-" else path or "")
        layout = self.compiled.engine.layout(below, facts.furniture)
        document = _Document(
            text, layout, info, prefix, self.compiled.resolver.memory(), self.compiled.claims.talk()
        )
        # no variable holds a reading while the next one is made
        found = map(partial(self._window, document, trace), self.compiled.engine.readings(layout))
        yield from (Result(info, attributions, ()) for attributions in found)
        yield Result(info, (), tuple(_notices(text, layout)))

    def _window(
        self, document: _Document, trace: Trace | None, reading: Reading
    ) -> tuple[Attribution, ...]:
        """What is found in one window of a document, less what filters silence."""
        text, published = document.text, document.published
        found = self.compiled.engine.drafts(reading)
        choices = self.compiled.resolver.choices(text, reading, found, document.memory)
        found, choices, refused = _told_here(reading.window, found, choices)
        made = [
            self._record(document, index, draft, choice)
            for index, (draft, choice) in enumerate(zip(found, choices, strict=True))
        ]
        document.told += len(made)
        shadow = document.layout.shadow
        records = self.compiled.claims.read(text, shadow, made, published, document.talk)
        if trace is not None:
            trace.keep(text, reading, refused, zip(found, choices, records, strict=True))
        return tuple(record for record in records if not self._silenced(record, text))

    def _silenced(self, record: Attribution, text: str) -> bool:
        return any(filter_.covers(record, text) for filter_ in self.compiled.filters)

    def _record(self, document: _Document, index: int, draft: Draft, choice: Choice) -> Attribution:
        text = document.text
        beside = self.compiled.circumstances.read(text, draft, document.published)
        content = Content(tuple(Span(a, b, text[a:b]) for a, b in draft.content))
        return Attribution(
            id=document.id(index),
            document=document.info,
            kind=draft.kind,
            content=content,
            cue=_cue(text, draft),
            speaker=choice.speaker,
            addressee=beside.addressee,
            when=beside.when,
            where=beside.where,
            parent=document.id(draft.parent) if draft.parent >= 0 else None,
            rule=draft.rule,
            confidence=confidence(draft, choice.speaker, content.text, doubt=choice.doubt),
        )


@dataclass(slots=True)
class _Document:
    """A text on its way through the stages; ``told`` counts the attributions of windows before."""

    text: str
    layout: Layout
    info: DocumentInfo
    prefix: str
    memory: Memory
    talk: Talk
    told: int = 0

    @property
    def published(self) -> Date | None:
        """The day of publication."""
        return Date.fromisoformat(self.info.date) if self.info.date else None

    def id(self, index: int) -> str:
        """The id of an attribution by its index in its window."""
        return f"{self.prefix}#{self.told + index + 1}"


def joined(parts: Sequence[Result]) -> Result:
    """The parts of one document as a whole."""
    if len(parts) == 1:
        return parts[0]
    return Result(
        parts[-1].document,
        tuple(chain.from_iterable(part.attributions for part in parts)),
        tuple(chain.from_iterable(part.notices for part in parts)),
    )


def _told_here(
    window: Window, found: list[Draft], choices: list[Choice]
) -> tuple[list[Draft], list[Choice], list[Draft]]:
    """Without those of other windows, and without those whose rule wants another kind of speaker.

    The last are those (Nancy : un homme tombe) that were left out for their speaker.
    """
    kept: list[tuple[Draft, Choice]] = []
    refused: list[Draft] = []
    for draft, choice in zip(found, choices, strict=True):
        speaker = choice.speaker
        if not window.holds(draft.start):
            continue
        if draft.types and not (speaker.type in draft.types and speaker.resolution == "short-name"):
            refused.append(draft)
        else:
            kept.append((draft, choice))
    if len(kept) == len(found):
        return found, choices, refused
    return ordered(draft for draft, _ in kept), [choice for _, choice in kept], refused


def _cue(text: str, draft: Draft) -> Cue | None:
    if draft.cue is None:
        return None
    start, end = draft.cue
    group = draft.match.group if draft.match else None
    words = text[start:end]
    lemma = group.entry.verb if group else words.lower()
    act = group.entry.act if group else "source"
    return Cue(start, end, words, lemma, act, group.certainty if group else "asserted")


def _notices(text: str, layout: Layout) -> Iterator[Notice]:
    told = [(at, f"the quotation mark {text[at]} has no fellow") for at in layout.unpaired]
    told += [
        (at, f"the {what} takes too long and is left out from here on")
        for what, at in layout.watch.stopped.items()
    ]
    line, line_start, seen = 1, 0, 0
    for offset, message in sorted(told):
        line += text.count("\n", seen, offset)
        line_start = max(line_start, text.rfind("\n", seen, offset) + 1)
        seen = offset
        yield Notice(message, line, offset - line_start + 1)


class _Default:
    """The extractor with the built-in rules, made when first needed."""

    @cached_property
    def extractor(self) -> Extractor:
        return Extractor()


_default = _Default()


def extract(text: str, *, date: str | Date | None = None) -> list[Attribution]:
    """All attributions of ``text`` in text order, with the built-in rules."""
    return _default.extractor.extract(text, date=date)
