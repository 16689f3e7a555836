"""The names of a document brought together: full names, last names, first names, acronyms."""

from __future__ import annotations

from quotex.grammar.mention import Mention
from quotex.grammar.mentions import MentionReader
from quotex.model import Gender
from quotex.resolution.acronyms import capitals
from quotex.resolution.entities import Entity
from quotex.resolution.short_names import ShortNames
from quotex.resolution.spellings import Spelling, SpellingReader, name_text
from quotex.resolution.surroundings import Surroundings
from quotex.text.tokens import Tape
from quotex.words.people import Key, is_initials, name_key, same_given

_GIVEN_BEGUN = 4
_INITIALS = 5
"""How many letters the initials of a name have at most."""


class Directory:
    """Every named entity of one document, and the way from a mention to it.

    ``mentions`` are those of each tape; ``entities`` whom they name, in the same places (null
    where nothing is named).
    """

    def __init__(
        self,
        text: str,
        tapes: tuple[Tape, ...],
        reader: MentionReader,
        around: Surroundings,
        spellings: SpellingReader,
    ) -> None:
        self.text = text
        self.tapes = tapes
        self._spellings = spellings
        self.mentions = [list(reader.read(i, tape)) for i, tape in enumerate(tapes)]
        self._by_text = spellings.collect(text, tapes, self.mentions)
        self._by_key: dict[Key, list[Entity]] = {}
        self._ending: dict[Key, list[Entity]] = {}
        self._beginning: dict[Key, list[Entity]] = {}
        self._initialled: dict[str, list[Entity]] = {}
        self._known: dict[int, Entity] = {}
        abbreviated = ShortNames(text, tapes, self.mentions, self._by_text, around, spellings)
        self._aliases = abbreviated.aliases()
        self._gather()
        self.entities: list[list[Entity | None]] = [
            [self._entity(tape, mention) for mention in of_tape]
            for tape, of_tape in zip(tapes, self.mentions, strict=True)
        ]

    # -- bringing together ---------------------------------------------------------------------

    def _gather(self) -> None:
        """Entities for all spellings: the long names first, the short ones then find them."""
        by_key: dict[Key, list[Spelling]] = {}
        for spelling in self._by_text.values():
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
            self._by_key[spelling.key] = self._find(spelling) or [self._new(spelling)]
        for alias, key in self._aliases.items():
            if key in self._by_key:
                self._by_key[alias] = self._by_key[key]

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

    def _new(self, spelling: Spelling) -> Entity:
        kind = self._spellings.type(spelling)
        entity = Entity(kind, spelling.text, spelling.key)
        if len(spelling.genders) == 1:
            entity.gender = next(iter(spelling.genders))
        elif kind == "person":
            entity.gender = self._spellings.given_gender(spelling)
        entity.agrees = entity.gender
        entity.weak = not (
            spelling.sure
            or spelling.known
            or len(spelling.key) > 1
            or (self._spellings.begins_with_given(spelling) and not spelling.ordinary)
        )
        entity.certain = kind != "person" or self._spellings.is_certain(spelling)
        for known in spelling.known:
            if kind == known.type:
                self._known.setdefault(known.number, entity)
                entity.agrees, entity.plural = known.gender, known.plural
                entity.medium = entity.medium or known.medium
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

    # -- from a mention to its entity ------------------------------------------------------------

    def _entity(self, tape: Tape, mention: Mention) -> Entity | None:
        if mention.name is None:
            return None
        spelling = self._by_text[name_text(self.text, tape, mention.name)]
        found = self._by_key.get(spelling.key)
        if found is None and not spelling.ordinary:
            found = self._ending.get(spelling.key)
        if found is None:
            return None
        position = tape.starts[mention.start]
        gender = self._spellings.title_gender(tape, mention)
        entity = found[0] if len(found) == 1 and not gender else self._choose(found, gender)
        if entity is None:
            entity = self._new(spelling)
            entity.type, entity.gender = "person", gender
            self._by_key[spelling.key] = [*found, entity]
        if gender and entity.type == "person" and entity.gender is None:
            entity.gender = entity.agrees = gender
        entity.mentioned.append(position)
        if _fuller(spelling, entity):
            entity.name = spelling.text
        return entity

    def _choose(self, found: list[Entity], gender: Gender | None) -> Entity | None:
        """Of several that may be meant: those of this gender, of these the last mentioned."""
        fitting = [item for item in found if not (gender and item.gender and item.gender != gender)]
        if not fitting:
            return None
        exact = [item for item in fitting if gender and item.gender == gender]
        return max(exact or fitting, key=lambda item: (item.mentioned[-1:], -found.index(item)))

    # -- names that stand outside the running text -----------------------------------------------

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
        entity = self._new(spelling)
        entity.weak = False
        self._by_key[spelling.key] = [entity]
        return entity


def _weight(spelling: Spelling) -> int:
    """Full words count; what is only initials does not."""
    return sum(2 for word in spelling.words if not is_initials(word)) + len(spelling.key) // 4


def _begun_alike(left: str, right: str) -> bool:
    return left[:_GIVEN_BEGUN] == right[:_GIVEN_BEGUN] and len(left) >= _GIVEN_BEGUN


def _fuller(spelling: Spelling, entity: Entity) -> bool:
    """Whether a spelling is longer than the entity's name: more words, written out."""
    if spelling.text == entity.name:
        return False
    if spelling.key[: len(entity.key)] == entity.key:
        return len(spelling.key) > len(entity.key)  # Dylan P. is more than Dylan
    return len(spelling.key) > len(entity.key) and not any(map(is_initials, spelling.words))
