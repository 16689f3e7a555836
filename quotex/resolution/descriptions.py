"""Descriptions that no earlier words introduce: *l'élu*, *le groupe*, *l'Uruguayen*."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quotex.attribution.drafts import Draft
from quotex.grammar.mention import Range
from quotex.grammar.phrases import Agreement
from quotex.model import Gender
from quotex.resolution.antecedents import Antecedents
from quotex.resolution.cast import Cast
from quotex.resolution.described import Described
from quotex.resolution.entities import Candidate, Entity
from quotex.resolution.pairs import other_half
from quotex.words.pronouns import Pronoun

_QUALIFIED = 2
"""How many words may narrow a description that could be of any organisation."""
_JUST_NAMED = 1.0
"""From so many points on, a person has spoken in the sentence before."""
_ONE_OF_MANY = -4.0
"""The same for a function of many, whom a text does not call by it alone (la députée du Ponant)."""
_LATELY = 0.0
"""From so many points on, a person has spoken in one of the two sentences before."""
_FARTHEST = -7.5
"""The least that must speak for one of whom the text has said nothing else."""
_RECENT = -2.0
"""From so many points on, a person has spoken or acted a few sentences before."""
_ALONE = 2.0
"""How much nearer than any other that person must be."""
_SHOWN = 3
"""How many candidates are told of where there is a doubt."""
_BODIES = frozenset({"organisation", "unknown"})
_PEOPLE = frozenset({"person", "anonymous"})


InTalk = Callable[[int], list[Entity]]
"""Who speaks in the draft with this number, and to whom; no one for -1."""


class Taken(NamedTuple):
    """Whom a description takes up, and between whom that was decided, or not."""

    entity: Entity | None
    considered: tuple[Candidate, ...] = ()


class Descriptions:
    """Finds those who go by a description in one document."""

    def __init__(self, cast: Cast, antecedents: Antecedents, in_talk: InTalk) -> None:
        self._cast = cast
        self._antecedents = antecedents
        self._in_talk = in_talk

    def resolve(self, number: int, tokens: Range, noun: int, draft: Draft | None) -> Taken:
        """Whom a description stands for; a new entity when it is of someone not named."""
        cast = self._cast
        tape = cast.tapes[number]
        found = cast.describe(number, tokens, noun)
        phrases, functions = cast.tools.phrases, cast.tools.functions
        if found is None or found.named or not phrases.is_definite(tape, tokens[0]):
            return Taken(found)
        content = phrases.content_start(tape, tokens)
        described = functions.parse(tape.text(content, tokens[1]))
        if described is None or phrases.is_possessive(tape, tokens[0]):
            return Taken(self._counterpart(number, tokens, described, noun) or found)
        early = len(found.mentioned) > 1 and self._is_in_head(found, number)
        if (found.turns or len(found.mentioned) > 1) and not early:
            return Taken(found)
        agreement = phrases.agreement(tape, tokens, noun)
        if agreement.plural:
            return Taken(found)
        spoken_to = self._in_talk(draft.parent) if draft is not None else ()
        near = [
            item
            for item in self._generic(number, tokens, described, agreement, found, draft)
            if not any(item.entity is one for one in spoken_to)
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

    def _is_in_head(self, found: Entity, number: int) -> bool:
        """Whether all earlier mentions of someone described stand in the headline."""
        firsts = self._cast.firsts
        return number > 0 and all(at < firsts[1] for at in found.mentioned[:-1])

    def _learn(self, entity: Entity, described: Described, agreement: Agreement) -> None:
        """What a description tells of the one whom it takes up."""
        if self._cast.tools.functions.kinds.is_any_organisation(described):
            if entity.type != "organisation":
                entity.type, entity.gender, entity.agrees = "organisation", None, None
        elif entity.gender is None and entity.certain and agreement.gender == "f":
            entity.gender = entity.agrees = "f"

    def _generic(
        self,
        number: int,
        tokens: Range,
        described: Described,
        agreement: Agreement,
        found: Entity,
        draft: Draft | None,
    ) -> list[Candidate]:
        """Those who may be called so although no words before have said it, the best first."""
        cast = self._cast
        functions = cast.tools.functions
        pointing = cast.tools.phrases.is_pointing(cast.tapes[number], tokens[0])
        if functions.kinds.is_any_organisation(described):
            if len(described.rest) > _QUALIFIED and not pointing:
                return []
            if functions.kinds.is_set_phrase(described):
                return []
            if described.complement and functions.kinds.is_of_members(described):
                return []  # le collectif des riverains is none that goes by a name
            return self._organisation(described, number, tokens[0], draft)
        kinds = functions.kinds
        if found.type not in _PEOPLE and not (
            kinds.is_anyone(described) or kinds.is_of_party(described)
        ):
            return []
        shown = agreement.gender
        if shown == "m" and cast.tools.phrases.is_elided(cast.tapes[number], tokens[0]):
            shown = None  # l'expert can be a woman
        broad = functions.kinds.is_anyone(described) or functions.is_broad(described)
        pronoun = Pronoun("", "subject", shown, "s")
        candidates = self._antecedents.candidates(pronoun, number, tokens[0], draft)
        near: list[Candidate] = []
        if broad or pointing or not described.complement:
            near = [item for item in candidates if self._can_be(item, described, pointing)]
        if described.rest and self._antecedents.choose(near) is None:
            return self._just_named(described, candidates, agreement.gender)
        return near

    def _just_named(
        self, described: Described, candidates: list[Candidate], gender: Gender | None
    ) -> list[Candidate]:
        """The person who has just spoken, when the text says nothing else of who that is.

        As in "…, a dit Anne Roy. La ministre des Finances …".  Of those who are several of a kind
        it may have said more: "Anne Roy, critique en matière de transports … La députée du Ponant".
        """
        named = [item for item in candidates if item.entity.named and item.entity.type == "person"]
        functions = self._cast.tools.functions
        least = _ONE_OF_MANY if functions.kinds.is_one_of_many(described) else _JUST_NAMED
        if not named or named[0].score < least or gender is None:
            return []
        entity = named[0].entity
        if entity.gender != gender or not entity.certain:
            return []
        said = self._cast.introductions.of(entity)
        if said and (
            not described.proper
            or functions.kinds.is_unique(described)
            or functions.kinds.is_part(described)
            or any(item.described.head == described.head for item in said)
        ):
            return []
        alone = len(named) < 2 or named[1].score < named[0].score - _ALONE
        return named[:1] if alone else []

    def _can_be(self, item: Candidate, described: Described, pointing: bool) -> bool:
        """Whether a person near by may be called so, though the text has not said it before."""
        entity = item.entity
        if entity.type != "person":
            return False
        said = self._cast.introductions.of(entity)
        functions = self._cast.tools.functions
        if not entity.named:
            return entity.indefinite and functions.kinds.is_anyone(described) and not described.rest
        if pointing or functions.kinds.is_anyone(described):
            return True
        if functions.kinds.is_of_party(described):
            return item.score >= _ONE_OF_MANY
        if any(functions.fit(described, other.described) for other in said):
            return True
        if functions.kinds.is_unique(described) or described.complement:
            return False
        if not (entity.certain or self._is_no_word(entity)):
            return False
        official = functions.kinds.is_official(described)
        if not said:
            return item.score >= (_JUST_NAMED if official else _FARTHEST)
        if any(functions.clash(described, other.described) for other in said):
            return False
        if official and any(functions.kinds.is_official(other.described) for other in said):
            return False
        if not functions.kinds.is_part(described):
            return item.score >= (_JUST_NAMED if official else _LATELY)
        return item.score >= _RECENT and not any(
            functions.kinds.is_part(other.described) or functions.kinds.is_official(other.described)
            for other in said
        )

    def _is_no_word(self, entity: Entity) -> bool:
        """Whether a name of several words has none that the lexicon knows, like a foreign one's."""
        forms = self._cast.tools.lexicon.forms
        words = entity.name.lower().split()
        return len(words) > 1 and not any(word in forms for word in words)

    def _organisation(
        self, described: Described, number: int, token: int, draft: Draft | None
    ) -> list[Candidate]:
        """The organisations of which the text speaks just before."""
        pronoun = Pronoun("", "body", None, None)
        return [
            item
            for item in self._antecedents.candidates(pronoun, number, token, draft)
            if self._can_be_body(item, described)
        ]

    def _can_be_body(self, item: Candidate, described: Described) -> bool:
        entity = item.entity
        if not entity.named or entity.members or item.score < _FARTHEST:
            return False
        if entity.type == "unknown" and not self._cast.acts(entity):
            return False  # Kerlaz, where something happens
        if entity.type not in _BODIES and entity.certain:
            return False
        functions = self._cast.tools.functions
        said = self._cast.introductions.of(entity)
        return not any(functions.kinds.are_apart(described, other.described) for other in said)

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
            if item.entity.type in ("person", "unknown")
            and item.entity.named
            and item.entity.certain
        ]
        return self._antecedents.choose(near)
