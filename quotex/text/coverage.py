"""Stretches of a text, asked whether one of them lies around another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

Range = tuple[int, int]


class Coverage:
    """Any number of half-open stretches; each question takes logarithmic time."""

    def __init__(self, stretches: Iterable[Range]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))
        """The largest end of this stretch and of those before it."""

    def around(self, start: int, end: int) -> bool:
        """Whether one stretch holds all of ``[start, end)``."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._furthest[before - 1] >= end
