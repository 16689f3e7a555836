"""Who may be meant by a description that no earlier words introduce, from what stands near by."""

from __future__ import annotations

from typing import NamedTuple

from quotex.attribution.drafts import Draft
from quotex.grammar.mention import Range
from quotex.grammar.phrases import Agreement
from quotex.model import Gender
from quotex.resolution.antecedents import Antecedents
from quotex.resolution.cast import Cast
from quotex.resolution.described import Described
from quotex.resolution.entities import BODIES, PEOPLE, Candidate, Entity
from quotex.words.pronouns import Pronoun

_QUALIFIED = 2
"""How many words may narrow a description that could be of any organisation."""
_JUST_NAMED = 0.7
"""From so many points on, a person has spoken in the sentence before."""
_LATELY = 0.0
"""From so many points on, a person has spoken in one of the two sentences before."""
_RECENT = -2.0
"""From so many points on, a person has spoken or acted a few sentences before."""
_ONE_OF_MANY = -4.0
"""The same for a function of many, whom a text does not call by it alone (la députée du Ponant)."""
_FARTHEST = -7.5
"""The least that must speak for one of whom the text has said nothing else."""
_CHOSEN = -3.0
"""From so many points on, someone is an object of the sentence before (… ont élu X)."""
_ALONE = 2.0
"""How much nearer than any other a person must be."""


class Phrase(NamedTuple):
    """A description where it stands: the tokens of a tape, what it says, the draft that has it."""

    number: int
    tokens: Range
    described: Described
    agreement: Agreement
    draft: Draft | None


class Likely:
    """Finds who may be meant in one document."""

    def __init__(self, cast: Cast, antecedents: Antecedents) -> None:
        self._cast = cast
        self._antecedents = antecedents
        self._kinds = cast.tools.functions.kinds

    def candidates(self, phrase: Phrase, found: Entity) -> list[Candidate]:
        """Those who may be called so, the best first; ``found`` is who is only described."""
        kinds, described = self._kinds, phrase.described
        if kinds.is_any_organisation(described):
            return self._bodies(phrase)
        if found.type not in PEOPLE and not (
            kinds.is_anyone(described)
            or kinds.is_of_party(described)
            or kinds.is_one_of_many(described)
        ):
            return []
        near = self._people(phrase, phrase.agreement.gender)
        tape = self._cast.tapes[phrase.number]
        elided = self._cast.tools.phrases.is_elided(tape, phrase.tokens[0])
        if elided and phrase.agreement.gender == "m" and self._antecedents.choose(near) is None:
            others = self._people(phrase, None)  # l'expert can be a woman
            return [item for item in others if not self._is_other(item, phrase.described)]
        return near

    def _people(self, phrase: Phrase, shown: Gender | None) -> list[Candidate]:
        described, tape = phrase.described, self._cast.tapes[phrase.number]
        phrases, functions = self._cast.tools.phrases, self._cast.tools.functions
        pointing = phrases.is_pointing(tape, phrase.tokens[0])
        newly = phrases.is_newly(tape, phrase.tokens)
        broad = self._kinds.is_anyone(described) or functions.is_broad(described)
        pronoun = Pronoun("", "subject", shown, "s")
        candidates = self._antecedents.candidates(
            pronoun, phrase.number, phrase.tokens[0], phrase.draft
        )
        near: list[Candidate] = []
        if broad or pointing or not described.complement:
            near = self._unsaid(
                [item for item in candidates if self._can_be(item, described, pointing)], described
            )
        if newly and not near:
            near = [item for item in candidates if self._is_chosen(item)]
        may_be_new = described.rest or self._kinds.is_official(described)
        if may_be_new and self._antecedents.choose(near) is None:
            return self._just_named(phrase, candidates)
        return near

    def _unsaid(self, near: list[Candidate], described: Described) -> list[Candidate]:
        """Those who may be called so, without whom the text calls something else, if others are.

        As in *Inga Strand, metteuse en scène … Lou Ferrer porte la pièce. La comédienne …*.
        """
        if self._kinds.is_anyone(described):  # the young man is rather not his lawyer
            others = [item for item in near if not self._is_official(item.entity)]
            return others if any(item.entity.gender for item in others) else near
        if self._kinds.is_part(described):
            return near
        fit, said = self._cast.tools.functions.fit, self._cast.introductions.of
        free = [
            item
            for item in near
            if item.score >= max(_RECENT, near[0].score - _ALONE)
            and item.entity.named
            and (
                not (known := said(item.entity))
                or any(fit(described, other.described) for other in known)
            )
        ]
        return free or near

    def _is_chosen(self, item: Candidate) -> bool:
        """Whether the text may have told just before that someone has a new function."""
        said = self._cast.introductions.of(item.entity)
        return (
            item.entity.named
            and item.entity.type == "person"
            and item.score >= _CHOSEN
            and not any(self._kinds.is_official(other.described) for other in said)
        )

    def _just_named(self, phrase: Phrase, candidates: list[Candidate]) -> list[Candidate]:
        """The person who has just spoken, when the text says nothing else of who that is.

        As in "…, a dit Anne Roy. La ministre des Finances …".  Of those who are several of a kind
        it may have said more: "Anne Roy, critique en matière de transports … La députée du Ponant".
        """
        described, gender = phrase.described, phrase.agreement.gender
        named = [item for item in candidates if item.entity.named and item.entity.type == "person"]
        functions = self._cast.tools.functions
        least = _ONE_OF_MANY if functions.kinds.is_one_of_many(described) else _JUST_NAMED
        if not named or gender is None:
            return []
        entity = named[0].entity
        if entity.gender != gender or not entity.certain:
            return []
        said = self._functions_of(entity)
        here = named[0].position >= self._cast.firsts[phrase.number]
        if gender == "f" and len(named) == 1 and not said and here:
            least = _ONE_OF_MANY  # the only woman of the paragraph
        if named[0].score < least:
            return []
        if said and not self._may_be_more(described, named[0], len(named) == 1 and here):
            return []
        if not said:
            named = [named[0], *(item for item in named[1:] if not self._is_other(item, described))]
        alone = len(named) < 2 or named[1].score < named[0].score - _ALONE
        return named[:1] if alone else []

    def _functions_of(self, entity: Entity) -> list[Described]:
        """What the text calls someone, but for that they stand trial."""
        said = (item.described for item in self._cast.introductions.of(entity))
        return [described for described in said if not self._kinds.is_charged(described)]

    def _may_be_more(self, described: Described, item: Candidate, only: bool) -> bool:
        """Whether one of whom something is said may be called something else.

        ``only``: whether it is the only one of this gender in the paragraph.
        """
        kinds, functions = self._kinds, self._cast.tools.functions
        said = self._functions_of(item.entity)
        if any(other.head == described.head for other in said) or kinds.is_part(described):
            return False
        if described.proper and kinds.is_one_of_many(described):
            return True
        if any(functions.is_broader(described, other) for other in said):
            return True  # l'élu de Kerlaz is the counsellor who has just spoken

        def is_office(one: Described) -> bool:
            return kinds.is_official(one) or kinds.is_unique(one)

        if kinds.is_one_of_many(described) and any(map(is_office, said)):
            return False
        if is_office(described) or any(functions.clash(described, other) for other in said):
            return False
        if only and item.entity.gender == "f":
            return True
        return all(not other.rest and not is_office(other) for other in said)

    def _is_official(self, entity: Entity) -> bool:
        said = self._cast.introductions.of(entity)
        return any(self._kinds.is_official(item.described) for item in said)

    def _is_other(self, item: Candidate, described: Described) -> bool:
        """Whether the text calls someone something else than this."""
        said = self._cast.introductions.of(item.entity)
        fit = self._cast.tools.functions.fit
        return bool(said) and not any(fit(described, other.described) for other in said)

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
        if functions.kinds.is_one_of_many(described):
            return item.score >= _RECENT
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

    def _is_thing(self, entity: Entity) -> bool:
        """Whether a name, of which nothing is said, begins with an ordinary noun (Route du Nord)."""
        first, *more = entity.name.lower().split()
        known = first in self._cast.tools.lexicon.forms
        sure = entity.certain and entity.type != "unknown"
        return known and not sure and bool(more) and not self._cast.introductions.of(entity)

    def _bodies(self, phrase: Phrase) -> list[Candidate]:
        """The organisations of which the text speaks just before."""
        described, tape = phrase.described, self._cast.tapes[phrase.number]
        pointing = self._cast.tools.phrases.is_pointing(tape, phrase.tokens[0])
        if len(described.rest) > _QUALIFIED and not pointing:
            return []
        if self._kinds.is_set_phrase(described):
            return []
        if described.complement and self._kinds.is_of_members(described):
            return []  # le collectif des riverains is none that goes by a name
        pronoun = Pronoun("", "body", None, None)
        near = [
            item
            for item in self._antecedents.candidates(
                pronoun, phrase.number, phrase.tokens[0], phrase.draft
            )
            if self._can_be_body(item, described)
        ]
        said = self._cast.introductions.of
        same = [
            item
            for item in near
            if any(other.described.head == described.head for other in said(item.entity))
        ]
        return same or near  # la société ferroviaire is the SNCB, not the passengers' union

    def _can_be_body(self, item: Candidate, described: Described) -> bool:
        entity = item.entity
        if not entity.named or entity.members or item.score < _FARTHEST:
            return False
        if entity.type == "unknown" and not self._cast.acts(entity):
            return False  # Kerlaz, where something happens
        if self._is_thing(entity):
            return False
        if entity.type not in BODIES and entity.certain:
            return False
        functions = self._cast.tools.functions
        if entity.type == "unknown" and functions.is_native(entity.name):
            return False
        own = functions.parse(entity.name)
        if own and described.complement and own.head in described.rest:
            return False  # le groupe parlementaire de l'UPK
        if own and functions.kinds.are_apart(described, own):
            return False
        said = self._cast.introductions.of(entity)
        return not any(functions.kinds.are_apart(described, other.described) for other in said)
