"""Whom a pronoun stands for: gender and number forbid, place and recency prefer.

Where two are as good as each other, no one is chosen.
"""

from __future__ import annotations

from bisect import bisect_left

from quotex.attribution.drafts import Draft
from quotex.grammar.mention import Mention
from quotex.model import Gender
from quotex.resolution.cast import Cast
from quotex.resolution.entities import PEOPLE, Candidate, Entity
from quotex.resolution.weights import Weights
from quotex.words.pronouns import Pronoun

_MARGIN = 1.0
"""How much better than the next the best must be."""
_AHEAD = 1
"""How many sentences after a pronoun someone may be named for whom it stands."""
_UNSURE = 3.0
"""What speaks against one whose gender is not known."""


class Antecedents:
    """Finds antecedents in one document."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._weights = Weights(cast)

    def candidates(
        self, pronoun: Pronoun, number: int, token: int, draft: Draft | None
    ) -> list[Candidate]:
        """All that a pronoun at a token of tape ``number`` may stand for, the best first."""
        best: dict[int, Candidate] = {}
        another = self._of_relative(number, token)

        def fits(entity: Entity, shown: Gender | None) -> bool:
            return entity is not another and agrees(entity, pronoun, shown)

        for item in self._weights.all(pronoun, number, token, draft, fits):
            entity, score = item.entity, item.points
            if pronoun.gender and not (entity.agrees or entity.gender or item.shown):
                score -= _UNSURE
            known = best.get(id(entity))
            if known is None or known.score < score:
                best[id(entity)] = Candidate(entity, score, item.position, item.ground)
        found = sorted(best.values(), key=lambda item: -item.score)
        if pronoun.seeks == "last-person":  # l'intéressée is no one who must stay unknown
            return [item for item in found if item.entity.type != "anonymous"] or found
        return found

    def ahead(self, pronoun: Pronoun, number: int, token: int) -> Entity | None:
        """Who is named first after a pronoun that nothing before it can explain.

        As in *Elle avait promis de se taire. Ève Larnac parle enfin.*
        """
        cast = self._cast
        here = cast.sentences.number(number, token)
        mentions, tape = cast.directory.mentions[number], cast.tapes[number]
        if not cast.tools.subjects.match(tape.tapes[0], token):
            return None
        for at in range(bisect_left(cast.starts[number], token), len(mentions)):
            entity = cast.directory.entities[number][at]
            if cast.sentences.number(number, mentions[at].start) > here + _AHEAD:
                return None
            if entity is None or entity.type != "person" or cast.hidden(tape, mentions[at].start):
                continue
            subject = cast.position(number, mentions[at]) in ("subject", "aside")
            known = entity.certain and (entity.gender or not pronoun.gender)
            return entity if subject and known and agrees(entity, pronoun) else None
        return None

    def _of_relative(self, number: int, token: int) -> Entity | None:
        """Who a relative clause tells of, whose subject is another: *Zoé, avec qui elle part*."""
        cast = self._cast
        around = cast.tools.around
        start = around.relative_start(cast.tapes[number].tapes[-1], token)
        mention = before(cast, number, start) if start >= 0 else None
        if mention is None:
            return None
        return cast.whom(number, bisect_left(cast.starts[number], mention.start))

    def choose(self, candidates: list[Candidate]) -> Entity | None:
        """The best, when it is clearly better than the next."""
        if not candidates:
            return None
        if len(candidates) > 1 and candidates[0].score - candidates[1].score < _MARGIN:
            return None
        entity = candidates[0].entity
        return None if entity.vague else entity


def agrees(entity: Entity, pronoun: Pronoun, shown: Gender | None = None) -> bool:
    """Whether gender and number allow a pronoun to stand for an entity.

    ``shown`` is the gender of the noun by which it was last called: *le groupe … il*.
    """
    if entity.tells or (entity.type == "document" and pronoun.number == "p"):
        return False
    several = entity.plural or len(entity.members) > 1
    if pronoun.seeks == "last-person" and not several and not _is_person(entity):
        return False
    if pronoun.number == "p" and not several and entity.type != "group":
        return False
    if pronoun.number == "p" and _is_feminine_thing(entity) and not pronoun.gender:
        return False  # les rues … ils
    if pronoun.number == "s" and several:
        return False
    gender = entity.gender or entity.agrees
    if shown and not (entity.type == "person" and entity.gender):
        gender = shown
    return not (pronoun.gender and gender and gender != pronoun.gender)


def _is_person(entity: Entity) -> bool:
    """Whether it is someone, or described by a noun that may be a person's."""
    return entity.type in PEOPLE or (entity.type == "unknown" and not entity.named)


def _is_feminine_thing(entity: Entity) -> bool:
    """Whether it is only described, by a feminine noun that is no person's."""
    return entity.type == "unknown" and not entity.named and entity.agrees == "f"


def before(cast: Cast, number: int, token: int) -> Mention | None:
    """The phrase that a relative pronoun takes up: the one before it, or what that belongs to.

    In *Anne Roy, pédiatre à l'hôpital Foch, qui* it is neither the hospital nor the pediatrician;
    *et qui* takes up what the relative pronoun before it does.
    """
    mentions = cast.directory.mentions[number]
    ends = {mention.end for mention in mentions}
    token = cast.tools.around.first_relative(cast.tapes[number].tapes[-1], token, ends)
    at = bisect_left(cast.starts[number], token) - 1
    while at > 0 and mentions[at].inner:
        at -= 1
    if at < 0 or mentions[at].end > token:
        return None
    around, codes = cast.tools.around, cast.tapes[number].tapes[-1]
    near = token <= mentions[at].end + 2
    if not near and not around.apposed(codes, mentions[at].end, token):
        return None  # but: Anne Roy, urgentologue, qui
    while at and _belongs(cast, number, mentions[at - 1], mentions[at]):
        at -= 1
    return mentions[at]


def _belongs(cast: Cast, number: int, first: Mention, second: Mention) -> bool:
    """Whether the second phrase carries on the first: the name of its complement, an apposition."""
    tape, around = cast.tapes[number], cast.tools.around
    codes = tape.tapes[-1]
    if first.end == second.start:
        return second.noun < 0 <= first.noun and first.name is None
    if first.name is None:
        person = first.noun >= 0 and cast.tools.type_of(tape.word(first.noun), False) == "person"
        return person and around.serves(codes, first.end, second.start)
    return around.apposed(codes, first.end, second.start) and (
        second.name is None
        or second.noun < 0
        or around.serves(codes, first.end + 1, second.start)  # Anne Roy, de l'institut Roy, qui
    )
