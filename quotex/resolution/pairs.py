"""Those of whom a text tells by two: *son rival* is the other one, *le second* the last."""

from __future__ import annotations

from quotex.model import Gender
from quotex.resolution.cast import Cast
from quotex.resolution.entities import Entity

_PARAGRAPHS = 4
"""How many paragraphs back a pair is looked for."""


def other_half(cast: Cast, number: int, token: int, gender: Gender | None) -> Entity | None:
    """The other of the last two who were joined by *et*, when one of them spoke or acted last.

    ``number`` and ``token`` are where a phrase stands that says whose counterpart is meant.
    """
    pair = _last_pair(cast, number, token)
    if pair is None:
        return None
    position = cast.tapes[number].starts[token]
    before = [item.entity for item in cast.spoken if item.position < position]
    last = next((entity for entity in reversed(before) if entity.type == "person"), None)
    others = [entity for entity in pair if entity is not last]
    if len(others) != 1:
        return None
    other = others[0]
    return None if gender and other.gender and other.gender != gender else other


def one_of_two(
    cast: Cast, number: int, token: int, gender: Gender | None, place: int
) -> Entity | None:
    """The first (0) or the second (1) of the last two who were joined by *et*."""
    pair = _last_pair(cast, number, token)
    if pair is None:
        return None
    one = pair[place]
    return None if gender and one.gender and one.gender != gender else one


def _last_pair(cast: Cast, number: int, token: int) -> tuple[Entity, Entity] | None:
    for at in range(number, max(-1, number - _PARAGRAPHS), -1):
        mentions = cast.directory.mentions[at]
        for i in range(len(mentions) - 1, -1, -1):
            if at == number and mentions[i].start >= token:
                continue
            joined = cast.joined(at, i)
            if joined is not None and len(joined.members) == 2:
                one, two = joined.members
                return (one, two) if one.named and two.named else None
    return None
