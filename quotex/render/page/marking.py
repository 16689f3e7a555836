"""The text of a document with its attributions marked up, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotex.render.page.escape import escape

# A blank line ends a paragraph; so does the end of a line that nobody broke to fit a page.
_UNBROKEN = 120
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text to be put between tags.

    ``opening`` is its start tag and ``tag`` the name to close; ``after`` is markup that follows
    the end of the stretch, once.
    """

    start: int
    end: int
    tag: str
    opening: str
    after: str = ""


@dataclass(slots=True)
class _Place:
    """A piece that is open, up to ``end`` in the paragraph at hand."""

    piece: Piece
    end: int
    last: bool


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph of ``text``, without the white space around it."""
    start: int | None = None
    end = 0
    for line in _LINE.finditer(text):
        words = line.group().rstrip()
        if words:
            start = line.start() if start is None else start
            end = line.start() + len(words)
        if start is not None and (not words or len(words) > _UNBROKEN):
            yield start, end
            start = None
    if start is not None:
        yield start, end


def marked(text: str, pieces: Iterable[Piece]) -> Iterator[tuple[int, int, str]]:
    """Each paragraph of ``text`` with its ``pieces`` as tags: start, end, markup.

    Pieces may nest and cross: one that crosses another is closed and opened again, so that the
    tags always nest.  A piece over several paragraphs is opened in each.
    """
    waiting = sorted(pieces, key=lambda piece: (piece.start, -piece.end))
    bounds = list(paragraphs(text))
    index = 0
    open_: list[Piece] = []
    for number, (start, end) in enumerate(bounds):
        following = bounds[number + 1][0] if number + 1 < len(bounds) else len(text) + 1
        while index < len(waiting) and waiting[index].start < end:
            open_.append(waiting[index])
            index += 1
        places = [
            _Place(piece, min(piece.end, end), piece.end <= following)
            for piece in open_
            if piece.end > start
        ]
        yield start, end, _paragraph(text, start, end, places)
        open_ = [piece for piece in open_ if piece.end > following]


def _paragraph(text: str, start: int, end: int, places: Sequence[_Place]) -> str:
    out: list[str] = []
    stack: list[_Place] = []
    position = start
    for place in places:
        begin = max(place.piece.start, start)
        position = _close(text, position, begin, stack, out)
        out.append(escape(text[position:begin]))
        position = begin
        stack.append(place)
        out.append(place.piece.opening)
    position = _close(text, position, end, stack, out)
    out.append(escape(text[position:end]))
    return "".join(out)


def _close(text: str, position: int, limit: int, stack: list[_Place], out: list[str]) -> int:
    """Closes what ends at ``limit`` or before; gives the position that the output has reached."""
    while stack and (nearest := min(place.end for place in stack)) <= limit:
        out.append(escape(text[position:nearest]))
        position = nearest
        lowest = next(level for level, place in enumerate(stack) if place.end == nearest)
        again = []
        for place in reversed(stack[lowest:]):
            out.append(f"</{place.piece.tag}>")
            if place.end > nearest:
                again.append(place)
            elif place.last:
                out.append(place.piece.after)
        del stack[lowest:]
        for place in reversed(again):
            stack.append(place)
            out.append(place.piece.opening)
    return position
