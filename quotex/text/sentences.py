"""Blocks and sentences: the stretches of text in which attributions are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quotex.text.marks import Quotation
from quotex.text.tokens import Tape
from quotex.words.codes import Codes

_LONGEST = 500
"""Tokens in a sentence, a quotation counted as one: what is longer is no sentence, but a table."""

_DASHES = "-\u2013\u2014"
_CONTINUES = ",;:)]!?.\u2026%\u00bb\u201d"
"""Marks that begin no sentence."""


class Block(NamedTuple):
    """A paragraph, or several that one quotation joins, with the quotations that begin in it."""

    start: int
    end: int
    quotations: tuple[tuple[int, Quotation], ...]


def blocks(
    paragraphs: tuple[tuple[int, int], ...], quotations: tuple[Quotation, ...]
) -> Iterator[Block]:
    """The blocks of a document in order; ``quotations`` in order of their beginning."""
    index = 0
    start = end = -1
    inside: list[tuple[int, Quotation]] = []
    for left, right in paragraphs:
        if start < 0:
            start, end = left, right
        elif left < max((q.end for _, q in inside), default=0):
            end = right
        else:
            yield Block(start, end, tuple(inside))
            start, end, inside = left, right, []
        while index < len(quotations) and quotations[index].start < right:
            inside.append((index, quotations[index]))
            index += 1
    if start >= 0:
        yield Block(start, end, tuple(inside))


class Region(NamedTuple):
    """The running text at one depth: a block's own, or the inside of one of its quotations."""

    depth: int
    quotation: int
    start: int
    end: int


def regions(tape: Tape, turn: int = -1) -> Iterator[Region]:
    """The block itself, then the inside of each quotation; token indices.

    ``turn`` is the number of the turn of speech that the whole block is, or -1.
    """
    yield Region(0, turn, 0, len(tape.starts))
    for item in tape.quotations:
        if item.closing - item.opening > 1:
            yield Region(item.depth + 1, item.index, item.opening + 1, item.closing)


class SentenceSplitter:
    """Finds where sentences end on a tape."""

    def __init__(self, codes: Codes) -> None:
        def chars(name: str) -> str:
            return "".join(re.escape(char) for char in codes.chars(lambda classes: name in classes))

        stop, closing = chars("stop"), chars("close-bracket") + chars("close-mark")
        self._closes = frozenset(codes.chars(lambda classes: "close-mark" in classes))
        self._stop = frozenset(codes.chars(lambda classes: "stop" in classes))
        self._ends = re.compile(f"[{stop}]+[{closing}]*|[{chars('close-mark')}]")
        quoted = f"[{chars('open-mark')}][{chars('masked') + chars('masked-clause')}]*+"
        self._pieces = re.compile(
            f"(?:{quoted}[{chars('close-mark')}]|.){{1,{_LONGEST}}}", re.DOTALL
        )

    def ranges(self, tape: Tape, region: Region) -> Iterator[tuple[int, int]]:
        """The sentences of a region, as token ranges; none of more than ``_LONGEST`` tokens."""
        codes = tape.tapes[region.depth]
        for start, end in self._sentences(tape, region, codes):
            if end - start <= _LONGEST:
                yield start, end
            else:
                for piece in self._pieces.finditer(codes, start, end):
                    yield piece.span()

    def _sentences(self, tape: Tape, region: Region, codes: str) -> Iterator[tuple[int, int]]:
        start = region.start
        for match in self._ends.finditer(codes, region.start, region.end):
            after = match.end()
            if after >= region.end or after <= start:
                continue
            if codes[match.start()] not in self._stop and not self._stopped(tape, match.start()):
                continue
            if self._starts_sentence(tape, after):
                yield start, after
                start = after
        if start < region.end:
            yield start, region.end

    def _stopped(self, tape: Tape, closing: int) -> bool:
        """Whether a final stop stands right inside the closing mark."""
        before = closing - 1
        while before > 0 and tape.tapes[-1][before] in self._closes:
            before -= 1  # … il est parti.” »
        return before >= 0 and tape.tapes[-1][before] in self._stop

    def _starts_sentence(self, tape: Tape, index: int) -> bool:
        first = tape.shadow[tape.starts[index]]
        if first.isalpha():
            return first.isupper()
        if first == "(" and tape.tapes[0][index - 1] in self._closes:
            return False  # « … » (A. Roy)
        if first in _DASHES:  # at the beginning of a line alone
            return "\n" in tape.shadow[tape.ends[index - 1] : tape.starts[index]]
        return not first.isspace() and first not in _CONTINUES
