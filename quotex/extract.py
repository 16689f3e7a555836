"""The line from a text to its attributions: segment, match, attribute, resolve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Date
from functools import cached_property
from pathlib import Path, PurePath

from quotex.circumstances import CircumstanceReader
from quotex.drafts import Draft, ordered
from quotex.engine import Engine, Reading
from quotex.facts import FactsReader
from quotex.lexicon import Lexicon
from quotex.model import Attribution, Content, Cue, DocumentInfo, Notice, Result, Span, Speaker
from quotex.resolve import Resolver
from quotex.rulespath import builtin_rules
from quotex.shadow import shadow


class Extractor:
    """Extracts attributions with one set of rules, compiled once.

    ``rules``: files or folders of further rules, on top of the built-in ones.
    """

    def __init__(self, rules: Sequence[str | Path] = ()) -> None:
        self.rules = tuple(Path(path) for path in rules)
        self._engine = Engine(builtin_rules())
        lexicon: Lexicon = self._engine.lexicon
        self._facts = FactsReader.load(self._engine.calendar)
        self._resolver = Resolver(lexicon, builtin_rules())
        self._circumstances = CircumstanceReader(lexicon, self._engine.calendar)

    def extract(self, text: str, *, date: str | Date | None = None) -> list[Attribution]:
        """All attributions of ``text`` in text order; ``date`` is the date of publication."""
        return list(self.analyse(text, date=date).attributions)

    def analyse(
        self, text: str, *, date: str | Date | None = None, path: str | None = None
    ) -> Result:
        """Like :meth:`extract`, with the document's own facts and the notices about it."""
        given = Date.fromisoformat(date) if isinstance(date, str) else date
        below = shadow(text)
        facts = self._facts.read(text, date=given, path=path)
        info = facts.info
        reading = self._engine.read(below, facts.furniture)
        found = self._engine.drafts(reading)
        speakers = self._resolver.speakers(text, reading, found)
        found, speakers = _of_the_right_type(found, speakers)
        published = Date.fromisoformat(info.date) if info.date else None
        prefix = PurePath(path).name if path and path != "-" else path or ""
        records = [
            self._record(text, prefix, index, draft, speaker, info, published)
            for index, (draft, speaker) in enumerate(zip(found, speakers, strict=True))
        ]
        return Result(info, tuple(records), tuple(_notices(text, reading)))

    def _record(
        self,
        text: str,
        prefix: str,
        index: int,
        draft: Draft,
        speaker: Speaker,
        info: DocumentInfo,
        published: Date | None,
    ) -> Attribution:
        beside = self._circumstances.read(text, draft, published)
        return Attribution(
            id=f"{prefix}#{index + 1}",
            document=info,
            kind=draft.kind,
            content=Content(tuple(Span(a, b, text[a:b]) for a, b in draft.content)),
            cue=_cue(text, draft),
            speaker=speaker,
            addressee=beside.addressee,
            when=beside.when,
            where=beside.where,
            parent=f"{prefix}#{draft.parent + 1}" if draft.parent >= 0 else None,
            rule=draft.rule,
            confidence=draft.confidence,
        )


def _of_the_right_type(
    found: list[Draft], speakers: list[Speaker]
) -> tuple[list[Draft], list[Speaker]]:
    """Without those whose rule wants another kind of speaker (Nancy : un homme tombe)."""
    kept = [
        (draft, speaker)
        for draft, speaker in zip(found, speakers, strict=True)
        if not draft.types or (speaker.type in draft.types and speaker.resolution == "short-name")
    ]
    if len(kept) == len(found):
        return found, speakers
    return ordered(draft for draft, _ in kept), [speaker for _, speaker in kept]


def _cue(text: str, draft: Draft) -> Cue | None:
    if draft.cue is None:
        return None
    start, end = draft.cue
    group = draft.match.group if draft.match else None
    words = text[start:end]
    lemma = group.entry.verb if group else words.lower()
    act = group.entry.act if group else "source"
    return Cue(start, end, words, lemma, act, group.certainty if group else "asserted")


def _notices(text: str, reading: Reading) -> Iterator[Notice]:
    for offset in reading.unpaired:
        line = text.count("\n", 0, offset) + 1
        column = offset - text.rfind("\n", 0, offset)
        yield Notice(f"the quotation mark {text[offset]} has no fellow", line, column)


class _Default:
    """The extractor with the built-in rules, made when first needed."""

    @cached_property
    def extractor(self) -> Extractor:
        return Extractor()


_default = _Default()


def extract(text: str, *, date: str | Date | None = None) -> list[Attribution]:
    """All attributions of ``text`` in text order, with the built-in rules."""
    return _default.extractor.extract(text, date=date)
