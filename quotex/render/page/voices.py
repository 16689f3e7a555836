"""Who speaks on the page, how much, and in which colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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


@dataclass(slots=True)
class _Palette:
    """Gives out colours, so that those of one document differ while there are enough."""

    everywhere: Counter[int] = field(default_factory=Counter)
    by_document: dict[int, Counter[int]] = field(default_factory=dict)

    def colour(self, documents: set[int]) -> int:
        """The colour for the next speaker, who speaks in ``documents``."""
        used = [self.by_document.setdefault(document, Counter()) for document in documents]
        beside = {each: sum(counts[each] for counts in used) for each in range(COLOURS)}
        colour = min(beside, key=lambda each: (beside[each], self.everywhere[each]))
        for counts in (*used, self.everywhere):
            counts[colour] += 1
        return colour


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
    palette = _Palette()
    return {
        tally.name: Voice(
            number,
            tally.name,
            tally.role if tally.name else None,
            tally.count,
            tally.words / words,
            f"c{palette.colour(tally.documents)}" if tally.name else "nobody",
        )
        for number, tally in enumerate(ranked)
    }
