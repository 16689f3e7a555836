"""Dialogues by dashes: who speaks in the turns that no words give to anyone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from quotex.resolution.cast import Cast
from quotex.resolution.entities import Entity
from quotex.text.coverage import Coverage
from quotex.text.turns import Turn

Run = list[int]
"""The numbers of turns that follow each other without a word between them."""

_REACH = 1500
"""How many characters before a run someone may have spoken or acted who takes part in it."""
_TURNS = 8
"""How many turns before a run are looked at."""
_SHORTEST = 2
"""How many turns a run has, of which no words give one to anyone, when it is no part of a tale."""


class _Event(NamedTuple):
    """Someone who speaks or does something, at a character."""

    position: int
    entity: Entity
    said: bool


class Alternation:
    """Gives turns to the other of two speakers; one for the turns of a document."""

    def __init__(self, cast: Cast, turns: list[Turn], runs: list[Run]) -> None:
        self._cast = cast
        self._turns = turns
        self._runs = runs

    def fill(self, known: dict[int, Entity]) -> dict[int, Entity]:
        """The speakers of turns, from those of the turns that are ``known``."""
        everyone = _distinct(known.values())
        filled: dict[int, Entity] = {}
        for run in self._runs:
            given = {at: known[at] for at in run if at in known}
            partners = everyone if len(everyone) == 2 else self._partners(run, given, filled, known)
            if not given and len(partners) == 2 and len(run) >= _SHORTEST:
                given = {run[0]: partners[1]}  # who has just spoken is answered
            filled.update(_both_ways(run, given, partners))
        return filled

    def _partners(
        self,
        run: Run,
        given: dict[int, Entity],
        filled: dict[int, Entity],
        known: dict[int, Entity],
    ) -> list[Entity]:
        """The two who speak in a run, as far as it and what stands before it tell.

        The other one of who is known to speak in it has rather spoken in another turn near by than
        in what is told in between.  Where it tells of neither, the first is the one who spoke last
        before it.
        """
        inside = _distinct(given.values())
        if len(inside) > 1:
            return inside if len(inside) == 2 else []
        turns: list[Entity] = []
        if inside:
            spoken = {**filled, **known}
            near = range(run[0] - 1, max(-1, run[0] - _TURNS), -1)
            turns = [spoken[at] for at in near if at in spoken]
        return _distinct([*inside, *turns, *self._before(run[0], filled)])[:2]

    def _before(self, turn: int, filled: dict[int, Entity]) -> list[Entity]:
        """Who spoke last before a turn, then the others who spoke or acted, the last first."""
        start = self._turns[turn].start
        first = bisect_left(self._events, start - _REACH, key=lambda item: item.position)
        after = bisect_left(self._events, start, key=lambda item: item.position)
        events = self._events[first:after]
        for at in range(max(0, turn - _TURNS), turn):
            if at in filled and self._turns[at].start >= start - _REACH:
                events.append(_Event(self._turns[at].start, filled[at], said=True))
        events.sort(key=lambda item: item.position, reverse=True)
        last = next((item.entity for item in events if item.said), None)
        return [last, *(item.entity for item in events)] if last else []

    @cached_property
    def _events(self) -> list[_Event]:
        """All that people say and do outside the turns, in order."""
        cast = self._cast
        within = Coverage((turn.start, turn.end) for turn in self._turns)
        spoken = [
            _Event(item.position, item.entity, item.said) for item in cast.spoken if not item.nested
        ]
        deeds = [_Event(at, entity, said=False) for at, entity in cast.deeds]
        return sorted(
            (
                item
                for item in (*spoken, *deeds)
                if item.entity.type == "person" and not within.around(item.position, item.position)
            ),
            key=lambda item: item.position,
        )


def _distinct(entities: Iterable[Entity]) -> list[Entity]:
    """Each of those once, in order."""
    return list({id(entity): entity for entity in entities}.values())


def _both_ways(run: Run, given: dict[int, Entity], partners: list[Entity]) -> dict[int, Entity]:
    """The turns of a run, where those before and those after do not tell of two people."""
    ahead = _alternated(run, given, partners)
    back = _alternated(run[::-1], given, partners)
    found: dict[int, Entity] = {}
    for at in run:
        one, other = ahead.get(at), back.get(at)
        entity = one or other
        if entity is not None and (one is None or other is None or one is other):
            found[at] = entity
    return found


def _alternated(run: Run, known: dict[int, Entity], partners: list[Entity]) -> dict[int, Entity]:
    """The turns of a run from its first on, each given to the other of two speakers."""
    found: dict[int, Entity] = {}
    for place, at in enumerate(run):
        if at in known:
            found[at] = known[at]
            continue
        before = found.get(run[place - 1]) if place else None
        if before is None:
            continue
        two_before = found.get(run[place - 2]) if place > 1 else None
        if two_before is None or two_before is before:
            others = [entity for entity in partners if entity is not before]
            two_before = others[0] if len(others) == 1 and len(partners) == 2 else None
        if two_before is not None:
            found[at] = two_before
    return found
