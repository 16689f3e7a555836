"""What kinds of people and bodies nouns stand for, as the rules list them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quotex.resolution.described import Described

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import MentionRules


class Kinds:
    """Tells descriptions by their nouns; ``parse`` reads a description."""

    def __init__(self, rules: MentionRules, parse: Callable[[str], Described | None]) -> None:
        def heads(words: tuple[str, ...]) -> frozenset[str]:
            return frozenset(found.head for word in words if (found := parse(word)))

        self._anyone = heads(rules.words["anyone"])
        self._of_party = heads(rules.words["of-party"])
        self._unique = tuple(found for word in rules.words["unique"] if (found := parse(word)))
        self._parts = heads(rules.words["part"])
        self._charged = heads(rules.words["charged"])
        self._halves = heads(rules.words["other-half"])
        self._places_of_two = tuple(
            heads(rules.words[name]) for name in ("first-of-two", "last-of-two")
        )
        self._of_many = heads(rules.words["one-of-many"])
        self._official = heads(rules.words["official"])
        self._any_organisation = tuple(
            found for word in rules.words["any-organisation"] if (found := parse(word))
        )
        self._anonymous = heads(rules.words["anonymous"])
        self._bodies = tuple(heads(row) for row in rules.bodies)
        self._set_phrases = tuple(
            found for text in rules.words["set-phrase"] if (found := parse(text))
        )

    def are_apart(self, one: Described, other: Described) -> bool:
        """Whether a body that is one of the two is not the other (syndicat, entreprise)."""
        left = [row for row in self._bodies if one.head in row]
        right = [row for row in self._bodies if other.head in row]
        return bool(left and right) and not any(row in right for row in left)

    def is_anyone(self, description: Described) -> bool:
        """Whether the noun says no more than that it is a person."""
        return description.head in self._anyone

    def is_of_party(self, description: Described) -> bool:
        """Whether someone is called by their party (la socialiste)."""
        return description.head in self._of_party

    def is_unique(self, description: Described) -> bool:
        """Whether there is one such person wherever the text may be (maire, préfet)."""
        return any(
            item.head == description.head and item.rest <= description.rest for item in self._unique
        )

    def is_part(self, description: Described) -> bool:
        """Whether the noun is a part in a story (victime, père), which no one just has."""
        return description.head in self._parts

    def is_charged(self, description: Described) -> bool:
        """Whether someone is called by what they stand trial for (mis en examen)."""
        return description.head in self._charged

    def is_official(self, description: Described) -> bool:
        """Whether the noun is of those who speak of a case in which others have a part."""
        return description.head in self._official

    def is_one_of_many(self, description: Described) -> bool:
        """Whether a text would not call someone so whom it has not named (députée du Ponant)."""
        return description.head in self._of_many and not self.is_unique(description)

    def is_other_half(self, description: Described) -> bool:
        """Whether the noun is one of two (rival, compagnon)."""
        return description.head in self._halves

    def place_of_two(self, description: Described) -> int | None:
        """Which of two a word of order stands for: 0, 1, or null for any other description."""
        if description.rest:
            return None
        for place, heads in enumerate(self._places_of_two):
            if description.head in heads:
                return place
        return None

    def is_any_organisation(self, description: Described) -> bool:
        """Whether the noun may stand for organisations of many names (groupe, agence)."""
        return any(
            item.head == description.head and item.rest <= description.rest
            for item in self._any_organisation
        )

    def is_of_members(self, description: Described) -> bool:
        """Whether the noun is one of bodies of people, and not of firms (collectif, syndicat)."""
        return any(description.head in row for row in self._bodies[1:])

    def is_set_phrase(self, description: Described) -> bool:
        """Whether noun and adjective are one thing (société civile), and stand for no name."""
        return any(
            item.head == description.head and item.rest <= description.rest
            for item in self._set_phrases
        )

    def is_anonymous(self, description: Described) -> bool:
        """Whether the noun keeps from the reader who it is (source, proche)."""
        return description.head in self._anonymous
