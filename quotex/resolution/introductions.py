"""What a document says of whom, looked up by the noun: whom *le maire* stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from quotex.model import Gender
from quotex.resolution.described import Described
from quotex.resolution.entities import Entity
from quotex.resolution.functions import Functions
from quotex.words.people import Key


@dataclass(frozen=True, slots=True, order=True)
class Introduced:
    """An entity said to be something: where, and in which words (characters)."""

    start: int
    end: int
    entity: Entity = field(compare=False)
    described: Described = field(compare=False)
    gender: Gender | None = field(compare=False)
    plural: bool = field(compare=False)


def _start(item: Introduced) -> int:
    return item.start


_REACH = 40
"""How many introductions with one noun are looked at, the nearest first."""


_LONGEST = 500
"""Characters of an introduction."""


class Introductions:
    """What the document says of whom, by noun; one for a document."""

    def __init__(self, functions: Functions) -> None:
        self._functions = functions
        self._by_head: dict[str, list[Introduced]] = {}
        self._of: dict[int, list[Introduced]] = {}
        self._long: dict[str, frozenset[str]] = {}

    def spell_out(self, short: Key, full: Key) -> None:
        """Remembers what a short name stands for (AFD, Alliance des forces démocratiques)."""
        one, other = (self._functions.parse(" ".join(key)) for key in (short, full))
        if one and other and not one.rest:
            self._long[one.head] = other.rest | {other.head}

    def parse(self, text: str) -> Described | None:
        """The description in these words, with short names spelled out."""
        found = self._functions.parse(text)
        if found is None or found.rest.isdisjoint(self._long):
            return found
        words = (self._long.get(word, frozenset({word})) for word in found.rest)
        return replace(found, rest=frozenset().union(*words))

    def add(self, item: Introduced) -> None:
        """Remembers it under every noun by which the entity may be called after it."""
        of = self._of.setdefault(id(item.entity), [])
        at = bisect_left(of, item.start, key=_start)
        if at < len(of) and of[at].start == item.start:
            return
        of.insert(at, item)
        for head in {variant.head for variant in self._functions.variants(item.described)}:
            insort(self._by_head.setdefault(head, []), item)

    def of(self, entity: Entity) -> list[Introduced]:
        """All that is said of an entity, in order."""
        return self._of.get(id(entity), [])

    def near(self, entity: Entity, start: int, end: int) -> list[Introduced]:
        """What is said of an entity between two offsets, or begins a little before the first."""
        items = self.of(entity)
        first = bisect_left(items, start - _LONGEST, key=_start)
        after = bisect_right(items, end, first, key=_start)
        return [item for item in items[first:after] if item.end >= start]

    def move(self, found: Entity, entity: Entity | None) -> None:
        """Says of ``entity``, or of no one, what has been said of ``found``."""
        for item in self._of.pop(id(found), []):
            for head in {variant.head for variant in self._functions.variants(item.described)}:
                self._by_head[head].remove(item)
            if entity is not None:
                self.add(replace(item, entity=entity))

    def keep(self, start: int, end: int) -> None:
        """Forgets all but what is said between two offsets."""
        tables: tuple[dict[Any, list[Introduced]], ...] = (self._by_head, self._of)
        for table in tables:
            for key, items in list(table.items()):
                first = bisect_left(items, start, key=_start)
                items[:] = items[first : bisect_left(items, end, first, key=_start)]
                if not items:
                    del table[key]

    def everyone(self) -> Iterator[Entity]:
        """All of whom something is said."""
        for items in self._of.values():
            yield items[0].entity

    def find(
        self,
        described: Described,
        gender: Gender | None,
        plural: bool,
        position: int,
        *,
        later: bool = True,
    ) -> Entity | None:
        """Whom a description at this position stands for; null when no one or too many fit.

        ``later``: whether that may be someone who is introduced only after it.
        """
        best: tuple[int, int] | None = None
        found: Entity | None = None
        for item, fit in self._fitting(described, gender, plural, position):
            entity = item.entity
            rank = (min(fit, 2), max(item.start, entity.last(position)))
            if best is None or rank > best:
                best, found = rank, entity
        if found is None and later:
            return self._later(described, gender, plural, position)
        return found

    def _fitting(
        self, described: Described, gender: Gender | None, plural: bool, position: int
    ) -> list[tuple[Introduced, int]]:
        fitting: list[tuple[Introduced, int]] = []
        for head in self._functions.heads(described):
            items = self._by_head.get(head, ())
            after = bisect_right(items, position, key=_start)
            for item in items[max(0, after - _REACH) : after]:
                if item.end <= position and (fit := self._fit(item, described, gender, plural)):
                    fitting.append((item, fit))
        return fitting

    def _later(
        self, described: Described, gender: Gender | None, plural: bool, position: int
    ) -> Entity | None:
        """Who is introduced only afterwards, by the same words (a headline, a first sentence)."""
        items = self._by_head.get(described.head, ())
        after = bisect_right(items, position, key=_start)
        for item in items[after : after + 3]:
            if item.start > position + _AHEAD:
                break
            if item.entity.named and self._fit(item, described, gender, plural) == _SAME:
                return item.entity
        if position > _HEAD or not described.proper or self._functions.kinds.is_unique(described):
            return None
        return self._only(described, gender, plural)

    def _only(self, described: Described, gender: Gender | None, plural: bool) -> Entity | None:
        """For a headline: the one person of this function, whom the text narrows by no name.

        As in "Le patron de Valtex s'en va … Paul Carel, patron du groupe, …".
        """
        found: Entity | None = None
        for item in self._by_head.get(described.head, ()):
            entity = item.entity
            if not entity.named or item.described.head != described.head or entity is found:
                continue
            if found or item.described.proper or item.plural != plural:
                return None
            if gender and gender != (entity.gender or item.gender):
                return None
            found = entity
        return found

    def _fit(
        self, item: Introduced, described: Described, gender: Gender | None, plural: bool
    ) -> int:
        if item.plural != plural:
            return 0
        entity = item.entity
        if gender and gender != (item.gender or gender) and gender != (entity.gender or gender):
            return 0
        if gender == "f" and entity.gender == "m":
            return 0
        return self._functions.fit(described, item.described, person=entity.type == "person")


_AHEAD = 3000
_HEAD = 600
"""How far a headline and the paragraph after it reach."""
_SAME = 3
