"""Dialogues between one pair of marks, which opens before the first turn and closes after the last.

::

    « Vous partez ? dit Jules.

    — Oui. » Marthe se leva.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Range = tuple[int, int]

_CLOSERS = {"\u00ab": "\u00bb", "\u201c": "\u201d", '"': '"'}
_OPENING = re.compile(r'([\u00ab\u201c"])\s*(?=\S)')
_BEHIND = re.compile(r'[\s\u00bb\u201d"*]*')
_REACH = 40
"""How many turns one pair of marks may hold."""


def framed_turns(
    shadow: str, paragraphs: tuple[Range, ...], dashes: Mapping[int, int]
) -> dict[int, Range]:
    """The turns of such dialogues, as characters, by the index of their paragraphs.

    ``dashes`` are the paragraphs that begin with a dash, and where what is said there begins.
    """
    found: dict[int, Range] = {}
    for index in sorted(dashes):
        first = index - 1
        if first < 0 or first in dashes:
            continue
        start, end = paragraphs[first]
        opening = _OPENING.match(shadow, start, end)
        if opening is None or _closing(shadow, opening.end(), end, opening[1]) is not None:
            continue
        found[first] = (opening.end(), end)
        for at in range(index, index + _REACH):
            if at not in dashes:
                break
            start, end = dashes[at], paragraphs[at][1]
            close = _closing(shadow, start, end, opening[1])
            found[at] = (start, end if close is None else close)
            if close is not None:
                break
    return found


def _closing(shadow: str, start: int, end: int, opening: str) -> int | None:
    """Where a mark closes that was opened before ``start``."""
    depth = 0
    closing = _CLOSERS[opening]
    for at in range(start, end):
        if shadow[at] == closing:
            if depth == 0:
                return start + len(shadow[start:at].rstrip())
            depth -= 1
        elif shadow[at] == opening:
            depth += 1
    return None


def spoken_parts(
    shadow: str, paragraphs: tuple[Range, ...], turns: Mapping[int, Range]
) -> Iterator[Range]:
    """Paragraphs with each turn for itself, less its prefix, and what is told behind it."""
    for index, (start, end) in enumerate(paragraphs):
        if index not in turns:
            yield start, end
            continue
        yield turns[index]
        behind = _BEHIND.match(shadow, turns[index][1], end)
        if behind is not None and behind.end() < end:
            yield behind.end(), end
