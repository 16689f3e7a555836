"""The names that a document has used so far, and whom each of them may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from quotex.resolution.acronyms import capitals
from quotex.resolution.entities import Entity
from quotex.resolution.spellings import Spelling, SpellingReader
from quotex.words.people import Key, is_initials, name_key, same_given

_GIVEN_BEGUN = 4
_INITIALS = 5
"""How many letters the initials of a name have at most."""


class Names:
    """Every named entity of one document: by full names, last names, first names, acronyms."""

    def __init__(self, spellings: SpellingReader) -> None:
        self._spellings = spellings
        self._by_key: dict[Key, list[Entity]] = {}
        self._ending: dict[Key, list[Entity]] = {}
        self._beginning: dict[Key, list[Entity]] = {}
        self._initialled: dict[str, list[Entity]] = {}
        self._known: dict[int, Entity] = {}

    def gather(self, spellings: Iterable[Spelling], aliases: Mapping[Key, Key]) -> None:
        """Entities for all spellings: the long names first, the short ones then find them.

        ``aliases`` are short names with what they are short for.
        """
        by_key: dict[Key, list[Spelling]] = {}
        for spelling in spellings:
            if not self._spellings.is_word(spelling):
                by_key.setdefault(spelling.key, []).append(spelling)
        order = sorted(by_key.values(), key=lambda same: (-_weight(same[0]), same[0].first))
        for same in order:
            spelling = max(same, key=lambda item: item.count)
            for other in same:
                if other is not spelling:
                    spelling.genders |= other.genders
                    spelling.person |= other.person
                    spelling.article |= other.article
            self._by_key[spelling.key] = (
                self._find(spelling) or self._again(spelling) or [self.new(spelling)]
            )
        for alias, key in aliases.items():
            if key in self._by_key:
                self._by_key[alias] = self._by_key[key]

    def _again(self, spelling: Spelling) -> list[Entity]:
        """Those of this very name of whom the document has spoken before; now more may show."""
        found = self._by_key.get(spelling.key, [])
        kind = self._spellings.type(spelling)
        for entity in found:
            if entity.key == spelling.key:
                entity.weak = entity.weak and self._is_weak(spelling)
                if entity.type == "unknown":
                    entity.type = kind
                if entity.type == kind == "person" and not entity.certain:
                    entity.certain = self._spellings.is_certain(spelling)
        return found

    def _find(self, spelling: Spelling) -> list[Entity]:
        """The entities that a spelling may stand for, among those of longer names."""
        for known in spelling.known:
            if known.number in self._known and not spelling.genders:
                return [self._known[known.number]]
        begun = self._beginning.get(spelling.key, []) if len(spelling.key) > 1 else []
        if len(begun) == 1 and begun[0].type == "organisation":
            for known in spelling.known:
                self._known.setdefault(known.number, begun[0])
            return begun
        kind = self._spellings.type(spelling)
        if len(spelling.key) > 1 and kind == "person" and (same := self._same_person(spelling)):
            return [same]
        people = [
            entity
            for entity in self._ending.get(spelling.key, ())
            if spelling.genders or not spelling.known
        ]
        if people and (spelling.genders or not spelling.article):
            return people
        if len(of_initials := self._initialled.get(spelling.text, [])) == 1 and not spelling.person:
            return of_initials
        if not spelling.known or spelling.person:
            begun = self._beginning.get(spelling.key, [])
            fitting = [
                entity for entity in begun if entity.type != "person" or not spelling.article
            ]
            if len(fitting) == 1:
                return fitting
        return []

    def _same_person(self, spelling: Spelling) -> Entity | None:
        """A person of the same last name whose first name can be the same."""
        gender = self._spellings.given_gender(spelling)
        given = spelling.key[:-1]
        for entity in self._ending.get(spelling.key[-1:], ()):
            other = entity.key[:-1]
            if entity.gender and gender and entity.gender != gender:
                continue
            if other and (same_given(given, other) or _begun_alike(given[0], other[0])):
                return entity
        return None

    def new(self, spelling: Spelling) -> Entity:
        """An entity of this name, under all that it may be called."""
        kind = self._spellings.type(spelling)
        entity = Entity(kind, spelling.text, spelling.key)
        if len(spelling.genders) == 1:
            entity.gender = next(iter(spelling.genders))
        elif kind == "person":
            entity.gender = self._spellings.given_gender(spelling)
        entity.agrees = entity.gender
        entity.weak = self._is_weak(spelling)
        entity.certain = kind != "person" or self._spellings.is_certain(spelling)
        for known in spelling.known:
            if kind == known.type:
                self._known.setdefault(known.number, entity)
                entity.agrees, entity.plural = known.gender, known.plural
                entity.medium = entity.medium or known.medium
                entity.institution = entity.institution or known.name
        if kind != "person" and len(letters := capitals(spelling.words)) > 1:
            self._initialled.setdefault(letters, []).append(entity)
        if kind == "person" or not spelling.known:
            for at in range(1, len(spelling.key)):
                self._ending.setdefault(spelling.key[at:], []).append(entity)
        if kind != "place":
            given = len(name_key(spelling.words[0]))  # two for Jean-Yves
            longest = given + 1 if kind == "person" else len(spelling.key)
            for at in range(1, min(longest, len(spelling.key))):
                self._beginning.setdefault(spelling.key[:at], []).append(entity)
        return entity

    def _is_weak(self, spelling: Spelling) -> bool:
        """Whether it may be no name at all, but a word with the capital of a sentence."""
        return not (
            spelling.sure
            or spelling.known
            or len(spelling.key) > 1
            or (self._spellings.begins_with_given(spelling) and not spelling.ordinary)
        )

    def of(self, spelling: Spelling) -> list[Entity] | None:
        """Those for whom a spelling may stand; null when it is no name."""
        found = self._by_key.get(spelling.key)
        if found is None and (spelling.acts or not spelling.ordinary):
            found = self._ending.get(spelling.key)
        return found

    def add(self, spelling: Spelling, entity: Entity) -> None:
        """One more for whom a spelling may stand."""
        self._by_key[spelling.key] = [*(self.of(spelling) or ()), entity]

    def keep(self, known: Iterable[Entity]) -> None:
        """Forgets all but these."""
        kept = {id(entity) for entity in known}
        tables: tuple[dict[Any, list[Entity]], ...] = (
            self._by_key, self._ending, self._beginning, self._initialled,
        )  # fmt: skip
        for table in tables:
            for key, entities in list(table.items()):
                left = [entity for entity in entities if id(entity) in kept]
                if left:
                    table[key] = left
                else:
                    del table[key]
        self._known = {
            number: entity for number, entity in self._known.items() if id(entity) in kept
        }

    def everyone(self) -> list[Entity]:
        """All named entities, each once."""
        found = {id(entity): entity for same in self._by_key.values() for entity in same}
        return list(found.values())

    def lookup(self, words: str) -> Entity | None:
        """The entity of a name, when the running text names exactly one such."""
        key = name_key(words)
        found = self._by_key.get(key) or self._ending.get(key) or self._beginning.get(key) or ()
        return found[0] if len(found) == 1 else None

    def initials(self, words: str) -> Entity | None:
        """The entity whose name begins with these letters (J.-P. R., AR), when there is one."""
        letters = "".join(name_key(words))
        if not 2 <= len(letters) <= _INITIALS or not words.isupper():
            return None
        found = [
            entity
            for entity in self.everyone()
            if len(entity.key) == len(letters)
            and all(word[0] == letter for word, letter in zip(entity.key, letters, strict=True))
        ]
        return found[0] if len(found) == 1 else None

    def named(self, words: str, position: int) -> Entity:
        """A new entity for a name that stands nowhere in the running text."""
        spelling = self._spellings.spelling(words, position)
        entity = self.new(spelling)
        entity.weak = False
        self._by_key[spelling.key] = [entity]
        return entity


def _weight(spelling: Spelling) -> int:
    """Full words count; what is only initials does not."""
    return sum(2 for word in spelling.words if not is_initials(word)) + len(spelling.key) // 4


def _begun_alike(left: str, right: str) -> bool:
    return left[:_GIVEN_BEGUN] == right[:_GIVEN_BEGUN] and len(left) >= _GIVEN_BEGUN
