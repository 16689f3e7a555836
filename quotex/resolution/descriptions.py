"""Descriptions that no earlier words introduce: *l'élu*, *le groupe*, *l'Uruguayen*."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quotex.attribution.drafts import Draft
from quotex.grammar.mention import Range
from quotex.grammar.phrases import Agreement
from quotex.resolution.antecedents import Antecedents
from quotex.resolution.cast import Cast
from quotex.resolution.described import Described
from quotex.resolution.entities import Candidate, Entity
from quotex.resolution.introductions import Introduced
from quotex.resolution.likely import Likely, Phrase
from quotex.resolution.pairs import one_of_two, other_half
from quotex.words.pronouns import Pronoun

_SHOWN = 3
"""How many candidates are told of where there is a doubt."""

Talk = Callable[[], list[Entity]]
"""Those who speak, and to whom, around a phrase."""


class Taken(NamedTuple):
    """Whom a description takes up, and between whom that was decided, or not."""

    entity: Entity | None
    considered: tuple[Candidate, ...] = ()


class Descriptions:
    """Finds those who go by a description in one document."""

    def __init__(self, cast: Cast, antecedents: Antecedents) -> None:
        self._cast = cast
        self._antecedents = antecedents
        self._likely = Likely(cast, antecedents)

    def resolve(
        self, number: int, tokens: Range, noun: int, draft: Draft | None, talk: Talk
    ) -> Taken:
        """Whom a description stands for; a new entity when it is of someone not named.

        ``talk`` tells of those for whom it does not stand.
        """
        cast = self._cast
        tape = cast.tapes[number]
        found = cast.describe(number, tokens, noun)
        phrases, functions = cast.tools.phrases, cast.tools.functions
        if found is None or found.named or not phrases.is_definite(tape, tokens[0]):
            return Taken(found)
        content = phrases.content_start(tape, tokens)
        described = cast.introductions.parse(tape.text(content, tokens[1]))
        if described is None or phrases.is_possessive(tape, tokens[0]):
            return Taken(self._counterpart(number, tokens, described, noun) or found)
        if one := self._one_of_two(number, tokens, described, noun):
            return Taken(one)
        early = len(found.mentioned) > 1 and self._is_in_head(found, number)
        if (found.turns or len(found.mentioned) > 1) and not early:
            return Taken(found)
        agreement = phrases.agreement(tape, tokens, noun)
        if agreement.plural:
            return Taken(found)
        phrase = Phrase(number, tokens, described, agreement, draft)
        spoken_to = talk()
        near = [
            item
            for item in self._likely.candidates(phrase, found)
            if item.entity is not found and not any(item.entity is one for one in spoken_to)
        ]
        other = self._antecedents.choose(near)
        if len(near) > 1 and functions.kinds.is_of_party(described):
            other = None
        if early and (other is None or other.mentioned[0] < found.mentioned[0]):
            return Taken(found)
        if other is not None:
            self._learn(other, described, agreement)
            if early:
                cast.merge(found, other)
                return Taken(other, tuple(near[:_SHOWN]))
            passing = phrases.is_pointing(tape, tokens[0]) and functions.kinds.is_part(described)
            keep = not (functions.kinds.is_anyone(described) or passing)
            cast.forget(number, tokens, found, other, keep=keep)
            return Taken(other, tuple(near[:_SHOWN]))
        if near and not described.complement and not functions.kinds.is_unique(described):
            found.vague = True
            return Taken(None, tuple(near[:_SHOWN]))
        return Taken(found)

    def _counterpart(
        self, number: int, tokens: Range, described: Described | None, noun: int
    ) -> Entity | None:
        """Who is the other one of two (son rival), when the text tells of two."""
        cast = self._cast
        if described is None or not cast.tools.functions.kinds.is_other_half(described):
            return None
        gender = cast.tools.phrases.agreement(cast.tapes[number], tokens, noun).gender
        return other_half(cast, number, tokens[0], gender)

    def _one_of_two(
        self, number: int, tokens: Range, described: Described, noun: int
    ) -> Entity | None:
        """Who is called by the order in which the text has named two (le premier, la seconde)."""
        cast = self._cast
        place = cast.tools.functions.kinds.place_of_two(described)
        if place is None:
            return None
        gender = cast.tools.phrases.agreement(cast.tapes[number], tokens, noun).gender
        return one_of_two(cast, number, tokens[0], gender, place)

    def _is_in_head(self, found: Entity, number: int) -> bool:
        """Whether all earlier mentions of someone described stand in the headline."""
        head = self._cast.memory.head
        if len(head) < 2 or self._cast.firsts[number] < head[1]:
            return False
        return all(at < head[1] for at in found.mentioned[:-1])

    def _learn(self, entity: Entity, described: Described, agreement: Agreement) -> None:
        """What a description tells of the one whom it takes up."""
        if self._cast.tools.functions.kinds.is_any_organisation(described):
            if entity.type != "organisation":
                entity.type, entity.gender, entity.agrees = "organisation", None, None
        elif entity.gender is None and entity.certain and agreement.gender == "f":
            entity.gender = entity.agrees = "f"

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
            if item.entity.named
            and item.entity.certain
            and item.entity.name != tape.text(content, tokens[1])
            and (
                item.entity.type == "person"
                or (
                    item.entity.type == "unknown"
                    and cast.acts(item.entity)
                    and not cast.tools.functions.is_native(item.entity.name)
                )
            )
            and not self._is_from_elsewhere(item.entity, tape.word(content))
        ]
        described = cast.tools.functions.parse(tape.word(content))
        again = [item for item in near if described in self._origins(item.entity)]
        new = [item for item in near if not self._origins(item.entity)]
        entity = self._antecedents.choose(again or new or near)
        if entity is not None and described is not None:
            start, end = tape.starts[content], tape.ends[content]
            cast.introductions.add(
                Introduced(start, end, entity, described, agreement.gender, False)
            )
        return entity

    def _origins(self, entity: Entity) -> list[Described]:
        """By which places alone the text has called someone (l'Uruguayen)."""
        functions = self._cast.tools.functions
        said = (item.described for item in self._cast.introductions.of(entity))
        return [described for described in said if functions.is_origin(described)]

    def _is_from_elsewhere(self, entity: Entity, native: str) -> bool:
        """Whether the text has called someone by the adjective of another town."""
        functions = self._cast.tools.functions
        said = self._cast.introductions.of(entity)
        return any(functions.other_native(native, item.described) for item in said)
