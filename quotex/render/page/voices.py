"""Who speaks on the page, how much, and in which colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quotex.model import Result

COLOURS = 12  # so many hues has the style sheet; the first are farthest apart


@dataclass(slots=True)
class _Tally:
    name: str | None
    role: str | None = None
    count: int = 0
    words: int = 0
    documents: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker: ``name`` is null for all whose name is unknown.

    ``count`` attributions, ``share`` in [0, 1] of all words reported on the page; ``style`` is
    the class that gives the colour.
    """

    number: int
    name: str | None
    role: str | None
    count: int
    share: float
    style: str


def voices(results: Iterable[Result]) -> dict[str | None, Voice]:
    """The speakers by name, those with most attributions first and the unknown last."""
    tallies: dict[str | None, _Tally] = {}
    for document, result in enumerate(results):
        for attribution in result.attributions:
            speaker = attribution.speaker
            tally = tallies.setdefault(speaker.name, _Tally(speaker.name))
            tally.role = tally.role or speaker.role
            tally.count += 1
            tally.words += sum(len(span.text.split()) for span in attribution.content.spans)
            tally.documents.add(document)
    words = sum(tally.words for tally in tallies.values()) or 1
    ranked = sorted(tallies.values(), key=lambda tally: (tally.name is None, -tally.count))
    used: dict[int, Counter[int]] = {}
    return {
        tally.name: Voice(
            number,
            tally.name,
            tally.role if tally.name else None,
            tally.count,
            tally.words / words,
            f"c{_colour(tally, used)}" if tally.name else "nobody",
        )
        for number, tally in enumerate(ranked)
    }


def _colour(tally: _Tally, used: dict[int, Counter[int]]) -> int:
    """The first of the colours that are least used in the documents in which the speaker speaks."""
    beside: Mapping[int, int] = sum(
        (used.setdefault(document, Counter()) for document in tally.documents), Counter[int]()
    )
    colour = min(range(COLOURS), key=lambda each: beside.get(each, 0))
    for document in tally.documents:
        used[document][colour] += 1
    return colour
