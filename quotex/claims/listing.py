"""The statements of any number of texts that can be checked, with what was answered to them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from quotex.circumstances.period import Period
from quotex.claims.appearances import same_statements
from quotex.claims.topics import topics
from quotex.model import Attribution, Claim, Cue, Span

By = Literal["speaker", "topic"]


@dataclass(frozen=True, slots=True)
class Source:
    """An attribution, the paragraph in which it stands, and the line where it begins, from 1."""

    record: Attribution
    around: str
    line: int


def sources(text: str, records: Iterable[Attribution]) -> list[Source]:
    """The attributions of one text with their paragraphs and lines."""
    ends = [number for number, sign in enumerate(text) if sign == "\n"]
    return [
        Source(record, _paragraph(text, record), bisect_left(ends, _first(record)) + 1)
        for record in records
    ]


@dataclass(frozen=True, slots=True)
class Listed:
    """One statement: ``appearances`` of it, the first first, and what was answered to any of them.

    ``group`` is the speaker or the word that it is listed under, null without groups.
    """

    appearances: tuple[Source, ...]
    answers: tuple[Source, ...]
    group: str | None = None

    @property
    def record(self) -> Attribution:
        """The first appearance."""
        return self.appearances[0].record

    @property
    def claim(self) -> Claim:
        """The claim of the first appearance."""
        claim = self.record.claim
        assert claim is not None
        return claim


def statements(
    documents: Iterable[Sequence[Source]],
    least: float,
    keeps: Callable[[Attribution], bool],
    by: By | None = None,
    tells: Callable[[str], bool] = bool,
) -> list[Listed]:
    """The statements with a score of at least ``least``, the best to check first.

    ``documents`` are the attributions of each text.  ``keeps`` says which are listed; answers are
    those of all.  With ``by``, groups stand together, the largest first; ``tells`` is whether a
    word may name a topic.
    """
    sources: list[Source] = []
    answers: dict[int, list[Source]] = {}
    for document in documents:
        first = len(sources)
        place = {source.record.id: first + n for n, source in enumerate(document)}
        for source in document:
            about = source.record.claim.about if source.record.claim else None
            if about in place:
                answers.setdefault(place[about], []).append(source)
        sources += document
    wanted = [n for n, source in enumerate(sources) if keeps(source.record)]
    found: list[Listed] = []
    for group in same_statements(sources[n].record for n in wanted):
        members = sorted((wanted[n] for n in group), key=lambda n: (_day(sources[n].record), n))
        answered = [answer for n in members for answer in answers.get(n, ())]
        found.append(Listed(tuple(sources[n] for n in members), tuple(answered)))
    found = [statement for statement in found if statement.claim.checkable >= least]
    found.sort(key=lambda statement: -statement.claim.checkable)
    return _grouped(found, by, tells) if by else found


def _paragraph(text: str, record: Attribution) -> str:
    start = text.rfind("\n", 0, _first(record)) + 1
    end = text.find("\n", max(span.end for span in _parts(record)))
    return text[start : end if end >= 0 else len(text)].strip()


def _parts(record: Attribution) -> list[Span | Cue]:
    return [*record.content.spans, *([record.cue] if record.cue else [])]


def _first(record: Attribution) -> int:
    """The first character of cue or content."""
    return min(span.start for span in _parts(record))


def _grouped(found: list[Listed], by: By, tells: Callable[[str], bool]) -> list[Listed]:
    if by == "speaker":
        names = [statement.record.speaker.name for statement in found]
    else:
        names = topics([statement.record for statement in found], tells)
    groups: dict[str | None, list[Listed]] = {}
    for statement, name in zip(found, names, strict=True):
        groups.setdefault(name, []).append(Listed(statement.appearances, statement.answers, name))
    order = sorted(groups.items(), key=lambda item: (item[0] is None, -len(item[1])))
    return [statement for _, group in order for statement in group]


def _day(record: Attribution) -> date:
    """When it was said, as far as the text tells; what has no date comes last."""
    for value in [*(when.value for when in record.when), record.document.date]:
        period = Period.parse(value.partition("/")[0]) if value else None
        if period:
            return period.first
    return date.max
