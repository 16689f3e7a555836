"""What is mentioned in a text, as ranges of tokens."""

from __future__ import annotations

from typing import NamedTuple

Range = tuple[int, int]


class Mention(NamedTuple):
    """A name, a description, or a description with its name.  Ranges are tokens of the tape.

    ``start`` and ``end`` bound all of it, without an article; ``noun`` is the token of the
    description's noun, or -1; ``described`` the description, ``name`` the name without its titles.
    """

    tape: int
    start: int
    end: int
    noun: int
    described: Range | None
    name: Range | None
    titles: Range | None
    inner: bool = False
    """Whether it stands inside the mention before (l'équipe d'Anne Roy)."""
