"""Quotation marks: which opens, which closes, which stands inside which.

Marks are paired within a paragraph.  A quotation runs on into the next paragraph only when that
one says so: it begins with a mark (an opening one repeated, or the old custom of a closing one),
or it closes the quotation before it opens another.  A mark without its fellow is dropped and
reported, and costs nothing beyond its own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_CLOSERS = {
    "\u00ab": "\u00bb",
    "\u201c": "\u201d",
    "\u201e": "\u201c\u201d\u201f",
    "\u2039": "\u203a",
    '"': '"',
    "''": "''",
    "<<": ">>",
}
# A pair may open with either mark of these two: the closing sign of one custom opens in another.
_STRAIGHT = {'"', "''"}
_MARK = re.compile("[\u00ab\u00bb\u201c\u201d\u201e\u201f\u2039\u203a\"]|''|<<|>>")
MARKS = frozenset('\u00ab\u00bb\u201c\u201d\u201e\u201f\u2039\u203a"') | {"''", "<<", ">>"}
"""Every token that may be a quotation mark."""
_OPENING_LEFT = " \n([{'-\u2014\u2013/:\u00ab\u201c\u2039"
_CLOSING_RIGHT = " \n)]},.;:!?\u2026/\u00bb\u201d\u203a"
_REACH = 12
"""How many paragraphs one quotation may hold: longer speeches are printed without marks."""


class Quotation(NamedTuple):
    """One pair of marks: ``start`` and ``end`` with them, ``inner_*`` without marks and spaces.

    ``parent`` is the index of the quotation around it, or -1; ``depth`` counts from 0.
    """

    start: int
    inner_start: int
    inner_end: int
    end: int
    parent: int
    depth: int


class Marks(NamedTuple):
    """All quotations in order of their opening marks, and the offsets of marks left alone."""

    quotations: tuple[Quotation, ...]
    unpaired: tuple[int, ...]


@dataclass(slots=True)
class _Open:
    start: int
    mark: str
    paragraphs: int


def pair_marks(shadow: str, paragraphs: tuple[tuple[int, int], ...]) -> Marks:
    """Pair the marks of the shadow text, paragraph by paragraph."""
    pairs: list[tuple[int, int, int, int]] = []
    unpaired: list[int] = []
    stack: list[_Open] = []
    for number, (start, end) in enumerate(paragraphs):
        found = list(_MARK.finditer(shadow, start, end))
        if stack:
            stack = _carried(shadow, paragraphs, number, found, stack, unpaired)
            if stack and found and _repeats(shadow, start, found[0], stack[0]):
                found = found[1:]
        for match in found:
            _place(shadow, match, stack, pairs, unpaired, number)
    unpaired.extend(item.start for item in stack)
    return Marks(_nest(shadow, pairs), tuple(sorted(unpaired)))


def _place(
    shadow: str,
    match: re.Match[str],
    stack: list[_Open],
    pairs: list[tuple[int, int, int, int]],
    unpaired: list[int],
    paragraph: int,
) -> None:
    mark, at = match.group(), match.start()
    depth = next(
        (i for i in range(len(stack) - 1, -1, -1) if mark in _closers(stack[i].mark)), None
    )
    if depth is not None and _can_close(shadow, match, mark):
        unpaired.extend(item.start for item in stack[depth + 1 :])
        opened = stack[depth]
        del stack[depth:]
        pairs.append((opened.start, opened.start + len(opened.mark), at, match.end()))
    elif mark in _CLOSERS and _can_open(shadow, match, mark) and len(stack) < 8:
        stack.append(_Open(at, mark, paragraph))
    else:
        unpaired.append(at)


def _closers(mark: str) -> tuple[str, ...]:
    closers = _CLOSERS[mark]
    return (closers,) if len(mark) == 2 else tuple(closers)


def _can_close(shadow: str, match: re.Match[str], mark: str) -> bool:
    if mark not in _STRAIGHT and mark != "\u201c":
        return True
    before = shadow[match.start() - 1 : match.start()] or "\n"
    after = shadow[match.end() : match.end() + 1] or "\n"
    # "indéchiffrable" after a space and before a letter opens again, whatever stands open.
    return not (before in _OPENING_LEFT and after not in _CLOSING_RIGHT)


def _can_open(shadow: str, match: re.Match[str], mark: str) -> bool:
    if mark not in _STRAIGHT:
        return True
    if mark == '"' and shadow[match.start() - 1 : match.start()].isdigit():  # 5" of a screen
        return False
    return _may_open(shadow, match)


def _repeats(shadow: str, start: int, match: re.Match[str], opened: _Open) -> bool:
    """Whether the paragraph's first mark only repeats the one that is open."""
    at_start = not shadow[start : match.start()].strip()
    return at_start and match.group() in (opened.mark, *_closers(opened.mark))


def _carried(
    shadow: str,
    paragraphs: tuple[tuple[int, int], ...],
    number: int,
    found: list[re.Match[str]],
    stack: list[_Open],
    unpaired: list[int],
) -> list[_Open]:
    """What stays open at the start of a paragraph; the rest is reported."""
    outer = stack[0]
    unpaired.extend(item.start for item in stack[1:])
    closers = _closers(outer.mark)
    start = paragraphs[number][0]
    goes_on = number - outer.paragraphs < _REACH and bool(
        found and _repeats(shadow, start, found[0], outer)
    )
    if not goes_on and number - outer.paragraphs < _REACH:
        goes_on = _closes_soon(shadow, paragraphs, number, outer.mark, closers)
    if goes_on:
        return [outer]
    unpaired.append(outer.start)
    return []


def _closes_soon(
    shadow: str,
    paragraphs: tuple[tuple[int, int], ...],
    number: int,
    opener: str,
    closers: tuple[str, ...],
) -> bool:
    """Whether a closing mark comes, in this or the next two paragraphs, before an opening one."""
    for start, end in paragraphs[number : number + 3]:
        for match in _MARK.finditer(shadow, start, end):
            if match.group() in closers:
                # a straight mark must look like one that closes: « … c'est assez". Il »
                return opener not in _STRAIGHT or not _may_open(shadow, match)
            if match.group() == opener:
                return False
    return False


def _may_open(shadow: str, match: re.Match[str]) -> bool:
    before = shadow[match.start() - 1 : match.start()] or "\n"
    after = shadow[match.end() : match.end() + 1] or "\n"
    return before in _OPENING_LEFT or after not in _CLOSING_RIGHT


def _nest(shadow: str, pairs: list[tuple[int, int, int, int]]) -> tuple[Quotation, ...]:
    return tuple(_nested(shadow, sorted(pairs)))


def _nested(shadow: str, pairs: list[tuple[int, int, int, int]]) -> Iterator[Quotation]:
    around: list[tuple[int, int]] = []
    for index, (start, inner_start, inner_end, end) in enumerate(pairs):
        while around and around[-1][0] <= start:
            around.pop()
        inner = shadow[inner_start:inner_end]
        left = inner_start + len(inner) - len(inner.lstrip())
        right = max(left, inner_start + len(inner.rstrip()))
        parent = around[-1][1] if around else -1
        yield Quotation(start, left, right, end, parent, len(around))
        around.append((end, index))
