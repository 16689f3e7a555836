"""Where those mentioned stand, and what that counts for a pronoun after them."""

from __future__ import annotations

from typing import NamedTuple

from quotex.grammar.mention import Range
from quotex.resolution.cast import Cast
from quotex.resolution.entities import Position

_POSITION = {"subject": 3.0, "aside": 2.5, "subordinate": 1.0, "object": 0.0, "complement": -2.0}
POSSESSED = 1.5
"""What speaks against one who is called by whose they are (sa cliente)."""
_FRONTED = 3.0
"""What speaks for one who is named as the one who is spoken of (quant au maire, il …)."""


class Place(NamedTuple):
    """Where a mention stands: its first character, what its place in the sentence counts.

    ``hidden``: inside a quotation; ``reported``: the contents around it.
    """

    position: int
    sentence: int
    hidden: bool
    ground: Position
    points: float
    reported: tuple[Range, ...]


class Places:
    """The places of all mentions of one document, by tape and index."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._places: dict[tuple[int, int], Place] = {}

    def at(self, number: int, index: int) -> Place:
        """Where a mention stands, found when it is first asked for."""
        found = self._places.get((number, index))
        if found is None:
            cast = self._cast
            mention = cast.directory.mentions[number][index]
            tape = cast.tapes[number]
            position = tape.starts[mention.start]
            found = self._places[number, index] = Place(
                position,
                cast.sentences.number(number, mention.start),
                cast.hidden(tape, mention.start),
                (ground := cast.position(number, mention)),
                _POSITION[self._weighed(number, index, ground)]
                - POSSESSED * cast.is_owned(tape, mention)
                + _FRONTED * cast.tools.around.is_fronted(tape.tapes[-1], mention),
                cast.contents_around(position),
            )
        return found

    def _weighed(self, number: int, index: int, ground: Position) -> Position:
        """The position that counts: a place at the head of a line that does nothing is no subject.

        As in *ITALIE – La ministre s'en va*.
        """
        cast = self._cast
        mention, entity = cast.directory.mentions[number][index], cast.whom(number, index)
        if ground != "subject" or entity is None or entity.type != "place":
            return ground
        acts = cast.tools.around.acts(cast.tapes[number].tapes[-1], mention)
        return ground if acts else "object"
