"""Descriptions that no earlier words introduce: *l'élu*, *le groupe*, *l'Uruguayen*."""

from __future__ import annotations

from quotex.antecedents import Antecedents, Candidate
from quotex.cast import Cast
from quotex.drafts import Draft
from quotex.entities import Entity
from quotex.functions import Described
from quotex.mentions import Range
from quotex.phrases import Agreement
from quotex.pronouns import Pronoun

_NEAR = 0.0
"""From so many points on, a person is near enough to be called by a description."""
_PEOPLE = frozenset({"person", "anonymous"})


class Descriptions:
    """Finds those who go by a description in one document."""

    def __init__(self, cast: Cast, antecedents: Antecedents) -> None:
        self._cast = cast
        self._antecedents = antecedents

    def resolve(
        self, number: int, tokens: Range, noun: int, draft: Draft | None
    ) -> Entity | None:
        """Whom a description stands for; a new entity when it is of someone not named."""
        cast = self._cast
        tape = cast.tapes[number]
        found = cast.describe(number, tokens, noun)
        phrases, functions = cast.tools.phrases, cast.tools.functions
        if found is None or found.named or not phrases.is_definite(tape, tokens[0]):
            return found
        content = phrases.content_start(tape, tokens)
        described = functions.parse(tape.text(content, tokens[1]))
        if described is None or phrases.is_possessive(tape, tokens[0]) or len(found.turns) > 0:
            return found
        agreement = phrases.agreement(tape, tokens, noun)
        if agreement.plural:
            return found
        other = self._generic(number, tokens, described, agreement, found, draft)
        if other is not None:
            cast.forget(number, tokens, other)
            return other
        return found

    def _generic(
        self,
        number: int,
        tokens: Range,
        described: Described,
        agreement: Agreement,
        found: Entity,
        draft: Draft | None,
    ) -> Entity | None:
        functions = self._cast.tools.functions
        organisation = functions.is_any_organisation(described)
        if organisation:
            return self._organisation(number, tokens[0], draft)
        if found.type not in _PEOPLE and not functions.is_anyone(described):
            return None
        broad = functions.is_anyone(described) or functions.is_broad(described)
        if described.rest and not broad:
            return None
        pronoun = Pronoun("", "subject", agreement.gender, "s")
        near = [
            item
            for item in self._antecedents.candidates(pronoun, number, tokens[0], draft)
            if self._can_be(item, described, broad)
        ]
        return self._antecedents.choose(near)

    def _can_be(self, item: Candidate, described: Described, broad: bool) -> bool:
        """Whether a person near by may be called so: nothing else is said of them."""
        entity = item.entity
        if not entity.named or entity.type != "person" or item.score < _NEAR:
            return False
        said = self._cast.introductions.of(entity)
        functions = self._cast.tools.functions
        if functions.is_anyone(described):
            return True
        if any(functions.fit(described, other.described) for other in said):
            return True
        return not said and not (broad and described.rest)

    def _organisation(self, number: int, token: int, draft: Draft | None) -> Entity | None:
        """The one organisation of which the text speaks just before."""
        pronoun = Pronoun("", "subject", None, "s")
        near = [
            item
            for item in self._antecedents.candidates(pronoun, number, token, draft)
            if item.entity.named
            and (item.entity.type == "organisation" or not item.entity.certain)
        ]
        return self._antecedents.choose(near)

    def native(self, number: int, tokens: Range, draft: Draft | None) -> Entity | None:
        """The person called by where they come from (l'Uruguayen)."""
        cast = self._cast
        tape = cast.tapes[number]
        phrases = cast.tools.phrases
        content = phrases.content_start(tape, tokens)
        if content == tokens[0] or tokens[1] - content != 1:
            return None
        if not cast.tools.functions.is_native(tape.word(content)):
            return None
        agreement = phrases.agreement(tape, tokens, -1)
        if agreement.plural:
            return None
        pronoun = Pronoun("", "subject", agreement.gender, "s")
        near = [
            item
            for item in self._antecedents.candidates(pronoun, number, tokens[0], draft)
            if item.entity.type == "person" and item.entity.named
        ]
        return self._antecedents.choose(near)
