"""Which record found which annotated attribution: one to one, by what their contents share.

Contents are compared as sets of offsets, without quotation marks, spaces, and the punctuation at
the edges of a stretch: nobody should win or lose by these.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quotex.evaluation.gold import GoldItem
from quotex.model import Attribution, Span

Offsets = frozenset[int]
Overlap = Callable[[Offsets, Offsets], float]
_QUOTATION_MARKS = frozenset('"«»“”„‟‹›')


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated attribution and the record that stands for it; ``overlap`` is in ]0, 1]."""

    item: GoldItem
    record: Attribution
    overlap: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs of one document, and what is left on either side, all in text order."""

    pairs: tuple[Pair, ...]
    missed: tuple[GoldItem, ...]
    spurious: tuple[Attribution, ...]


def offsets(spans: Iterable[Span]) -> Offsets:
    """The offsets in the text that count when contents are compared."""
    found: set[int] = set()
    for span in spans:
        start, end = _trimmed(span)
        found.update(
            span.start + index
            for index, sign in enumerate(span.text[start:end], start)
            if not (sign.isspace() or sign in _QUOTATION_MARKS)
        )
    return frozenset(found)


def _trimmed(span: Span) -> tuple[int, int]:
    start, end = 0, len(span.text)
    while start < end and _is_edge(span.text[start]):
        start += 1
    while end > start and _is_edge(span.text[end - 1]):
        end -= 1
    return start, end


def _is_edge(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign)[0] == "P"


def union_share(gold: Offsets, found: Offsets) -> float:
    """Intersection over union."""
    return len(gold & found) / len(gold | found) if gold or found else 0.0


def gold_share(gold: Offsets, found: Offsets) -> float:
    """Intersection over gold: lenient, since a record may hold as much else as it likes."""
    return len(gold & found) / len(gold) if gold else 0.0


def same_span(left: Span | None, right: Span | None) -> bool:
    """Whether both are null or both are the same stretch, edge punctuation set aside."""
    if left is None or right is None:
        return left is right
    (start, end), (other_start, other_end) = _trimmed(left), _trimmed(right)
    same_start = left.start + start == right.start + other_start
    return same_start and left.start + end == right.start + other_end


def align(
    items: Sequence[GoldItem], records: Sequence[Attribution], overlap: Overlap = union_share
) -> Alignment:
    """Pairs items and records, the best overlap first.

    Between equal overlaps the closer content goes first, then the pair with the same cue, then
    the item that counts.  Empty contents have the overlap 1 when their cues overlap.
    """
    item_offsets = [offsets(item.content) for item in items]
    record_offsets = [offsets(record.content.spans) for record in records]
    candidates: list[tuple[float, float, bool, bool, int, int]] = []
    for i, item in enumerate(items):
        for r, record in enumerate(records):
            gold, found = item_offsets[i], record_offsets[r]
            share = overlap(gold, found)
            closeness = union_share(gold, found)
            if not gold and not found and _overlap(item.cue, record.cue):
                share = closeness = 1.0
            if share > 0:
                same_cue = same_span(item.cue, record.cue)
                candidates.append((share, closeness, same_cue, not item.neutral, -i, -r))
    item_of: dict[int, int] = {}
    pairs: dict[int, Pair] = {}
    for share, _, _, _, i, r in sorted(candidates, reverse=True):
        if -i not in pairs and -r not in item_of:
            item_of[-r] = -i
            pairs[-i] = Pair(items[-i], records[-r], share)
    return Alignment(
        tuple(pair for _, pair in sorted(pairs.items(), key=lambda entry: entry[0])),
        tuple(item for i, item in enumerate(items) if i not in pairs),
        tuple(record for r, record in enumerate(records) if r not in item_of),
    )


def _overlap(left: Span | None, right: Span | None) -> bool:
    return bool(left and right and left.start < right.end and right.start < left.end)
