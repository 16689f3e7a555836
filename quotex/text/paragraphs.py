"""Paragraphs: one for each line, unless the lines are those of a wrapped page.

A text without lines is cut at ends of sentences, as nobody writes paragraphs of that length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

_LINE = re.compile(r"[^\n]+")
_ENDS = '.!?\u2026:;\u00bb"\u201d)'
_WRAPPED_WIDTH = 100
_WRAPPED_LINES = 3
_FILLED = 0.6
_LONGEST = 20_000
"""Code points from which on a paragraph ends with its sentence."""
_END = re.compile(r"([.!?\u2026][\u00bb\u201d\")\]]*) +(?=[^\W\d_a-zà-ÿ])")


def paragraphs(shadow: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each paragraph, without the space around it.

    Most texts have a line for a paragraph.  Where a block of lines is wrapped at a width, its
    lines are one paragraph: no line but the last is much shorter than the longest, and some end
    in the middle of a sentence.
    """
    found: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    previous_end = -2
    for match in _LINE.finditer(shadow):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        if block and shadow[previous_end : match.start()].count("\n") > 1:
            found.extend(_split(shadow, block))
            block = []
        block.append((start, start + len(stripped)))
        previous_end = match.end()
    found.extend(_split(shadow, block))
    return tuple(chain.from_iterable(_cut(shadow, start, end) for start, end in found))


def _cut(shadow: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST and (found := _END.search(shadow, start + _LONGEST, end)):
        yield start, found.end(1)
        start = found.end()
    yield start, end


def _split(shadow: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(block) >= _WRAPPED_LINES and _wrapped(shadow, block):
        return [(block[0][0], block[-1][1])]
    return block


def _wrapped(shadow: str, block: list[tuple[int, int]]) -> bool:
    widths = [end - start for start, end in block]
    longest = max(widths)
    if longest > _WRAPPED_WIDTH or min(widths[:-1]) < _FILLED * longest:
        return False
    return any(
        shadow[end - 1] not in _ENDS and shadow[after].islower()
        for (_, end), (after, _) in pairwise(block)
    )
