"""A long text in windows, so that what is known of its words need not be held all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, dropwhile, takewhile
from typing import NamedTuple

from quotex.text.sentences import Block

_LENGTH = 60_000
"""Code points from which on a window ends with its block; stories are shorter, books are not."""
_MARGIN = 3_000
"""Code points beside a window that are read with it, for whom its words may refer to."""


class Window(NamedTuple):
    """The blocks from ``start`` to ``end``, with those beside them.

    What begins before or behind is told by other windows.
    """

    blocks: tuple[Block, ...]
    start: int
    end: int
    last: bool

    @property
    def first(self) -> bool:
        """Whether the text begins with it."""
        return self.start == 0

    def holds(self, place: int) -> bool:
        """Whether what begins at this character is told by it."""
        return self.start <= place < self.end


def windows(found: Iterable[Block]) -> Iterator[Window]:
    """The windows of a text, at least one, from its blocks in order."""
    before: list[Block] = []
    here: list[Block] | None = None
    for after in chain(_groups(found), [[]]):
        if here is not None:
            yield _window(before, here, after)
            before = here
        here = after


def _window(before: list[Block], here: list[Block], after: list[Block]) -> Window:
    start = here[0].start if before else 0
    end = after[0].start if after else here[-1].end if here else 0
    left = dropwhile(lambda block: block.start < start - _MARGIN, before)
    right = takewhile(lambda block: block.end <= end + _MARGIN, after)
    return Window((*left, *here, *right), start, end, last=not after)


def _groups(found: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks of each window."""
    group: list[Block] = []
    for block in found:
        if group and block.start - group[0].start >= _LENGTH:
            yield group
            group = []
        group.append(block)
    yield group
