"""The words of a content, cut once for all that looks at them."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"([^\W\d_]+)'?|\d+")


class Word(NamedTuple):
    """A word or a number: characters, its text in lower case with an apostrophe after it.

    ``head`` is that without the apostrophe, ``0`` for a number.
    """

    start: int
    end: int
    text: str
    head: str


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of ``text[start:end]``, in order."""
    return [
        Word(match.start(), match.end(), match[0].lower(), (match[1] or "0").lower())
        for match in _WORD.finditer(text, start, end)
    ]
