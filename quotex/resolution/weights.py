"""What speaks for each of those whom a pronoun may stand for: where they are named, how often.

The points are in one unit: a sentence in between costs two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from quotex.attribution.drafts import Draft
from quotex.grammar.mention import Mention, Range
from quotex.model import Gender
from quotex.resolution.cast import Cast
from quotex.resolution.entities import Entity, Ground, Spoken
from quotex.resolution.places import POSSESSED, Place, Places
from quotex.words.pronouns import Pronoun

_PARAGRAPHS = 8
"""How many paragraphs back the search goes."""
_CANDIDATES = 40
_OFTEN = 0.25
"""What each further mention in the document adds."""
_BODY_POSITION, _BODY_OFTEN = 0.25, 0.5
"""Where a noun takes up an organisation, its place counts less, and how often it is named more."""
_SPOKE = 4.0
_TAKEN_UP = 3.5
"""What speaks for one for whom the last pronoun stood."""
_ASIDE = 2.0
"""What speaks against one who has spoken in a relative clause only."""
_SENTENCE = 2.0
_FARTHEST = 5
"""How many sentences back count."""
_PARAGRAPH = 1.0
_REPORTED = 3.0
_BODIES = frozenset({"place", "organisation", "document", "group"})
_BODY, _SILENT_BODY = 2.0, 2.0
"""What speaks against one that is no person, when it has spoken and when it has not."""
_BODY_SHOWN = 1.0
"""The same for one that has just spoken, called by a noun that shows its gender (le parquet)."""
_TOLD_OF = 2.0
"""What speaks against one that is no person, or not named, and that the report itself tells of."""
_UNNAMED = 0.5
"""What speaks against one who is only described and has not spoken."""
_GENERIC = 3.0
"""What speaks against one of whom no more is told than what another is like (le souvenir d'un élève
doué)."""
_TOPIC, _TOPIC_FIRST = 0.0, 1.5
"""The least that speaks for the person of whom the document tells, wherever it named them, and
that in the first sentence of a paragraph."""
_TOPIC_BODY = -3.0
"""The same for the organisation of which it tells, where a noun takes one up."""
_NAMED_AGAIN = 2
"""How often that person is named whom a description may take up from afar."""
_BEHIND: Mapping[str, float] = {"last": 0.2, "last-person": 0.1}
"""What each token costs where the last mentioned is meant."""
_LAST_PARAGRAPH = 3.0
"""What each paragraph costs there."""
_BY_THE_WAY = 3.5
"""What speaks there against what is no person, or says what someone is (l'auteur)."""
_ANSWERS = 3.0
"""What speaks for one of whom, or to whom, the sentence before an answer speaks."""
_SPOKEN_OF = frozenset({"object", "complement"})
_RULES = 0.5
"""What speaks there against who rules a sentence: *ce dernier* is rather another."""
_PASSING = 3.5
"""What speaks against one as l'intéressé whom only un, une brings in, and who has not spoken."""
LAST = frozenset(_BEHIND)
"""What pronouns seek that stand for the last mentioned."""


Fits = Callable[[Entity, Gender | None], bool]


class Weighed(NamedTuple):
    """An entity with the points for one of its mentions, at a character.

    ``shown`` is the gender of the noun by which it is called there.
    """

    entity: Entity
    points: float
    position: int
    ground: Ground
    shown: Gender | None


class Weights:
    """Weighs those mentioned in one document."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._places = Places(cast)

    def all(
        self, pronoun: Pronoun, number: int, token: int, draft: Draft | None, fits: Fits
    ) -> Iterator[Weighed]:
        """The entities that are mentioned or speak before a token, with what speaks for each.

        ``fits`` tells whether an entity, with the gender that a noun shows, comes into question.
        """
        yield from self._those_who_spoke(pronoun, number, token, fits)
        yield from self._those_mentioned(pronoun, number, token, draft, fits)

    def _those_who_spoke(
        self, pronoun: Pronoun, number: int, token: int, fits: Fits
    ) -> Iterator[Weighed]:
        hidden = self._cast.hidden(self._cast.tapes[number], token)
        here = self._cast.sentences.number(number, token)
        for spoken in self._speakers(number, token):
            if (spoken.nested and not hidden) or not fits(spoken.entity, spoken.gender):
                continue
            sentences = here - self._cast.sentences.number(spoken.tape, spoken.token)
            points = _SPOKE if spoken.said else _TAKEN_UP
            if spoken.entity.type in _BODIES:
                points -= _BODY_SHOWN if sentences <= 1 and self._is_shown(spoken) else _BODY
            if spoken.aside:
                points -= _ASIDE
            points -= POSSESSED * self._is_owned(spoken)
            if pronoun.seeks in LAST:
                points = 0.0
            points -= _distance(sentences, number - spoken.tape)
            ground: Ground = "spoke" if spoken.said else "taken-up"
            yield Weighed(spoken.entity, points, spoken.position, ground, spoken.gender)

    def _is_shown(self, spoken: Spoken) -> bool:
        """Whether a body is called by a noun that is no one's (le parquet, not: son parti)."""
        phrases, tape = self._cast.tools.phrases, self._cast.tapes[spoken.tape]
        called = spoken.gender is not None or phrases.is_definite(tape, spoken.token)
        return called and not self._is_owned(spoken)

    def _is_owned(self, spoken: Spoken) -> bool:
        """Whether someone is called by whose they are (son complice)."""
        tape = self._cast.tapes[spoken.tape]
        return self._cast.tools.phrases.is_possessive(tape, spoken.token)

    def _those_mentioned(
        self, pronoun: Pronoun, number: int, token: int, draft: Draft | None, fits: Fits
    ) -> Iterator[Weighed]:
        cast = self._cast
        hidden = cast.hidden(cast.tapes[number], token)
        least = _TOPIC_FIRST if cast.sentences.is_first(number, token) else _TOPIC
        topic = cast.memory.topic
        if topic is not None and not pronoun.word and len(topic.mentioned) < _NAMED_AGAIN:
            topic = None  # who is only in the title goes by no description far from it
        if pronoun.seeks == "body":
            topic, least = cast.memory.body, _TOPIC_BODY
        pronoun_at = cast.tapes[number].starts[token]
        own = draft.content if draft is not None else ()
        outside = not _within(pronoun_at, own)
        told = own if outside else ()
        excluded = told if draft and draft.kind == "direct" else ()
        several = pronoun.number == "p"
        here = cast.sentences.number(number, token)
        group = draft.match.group if draft and draft.match else None
        answered = here - 1 if group and group.entry.act == "answer" else -1
        for at, mention, entity, place in self._mentions(number, token, several, fits):
            if place.hidden and not (hidden and at == number):
                continue
            if _within(place.position, excluded):
                continue
            if place.sentence == here and self._acts_on(at, mention):
                continue  # interrogé par le juge, il
            if not entity.named and not entity.plural and _within(entity.mentioned[0], told):
                continue  # la politique, dit-elle, rend sourd
            ground: Ground = place.ground
            if pronoun.seeks in LAST:
                behind = token - mention.end
                if at < number:
                    behind = token + len(cast.tapes[at].starts) - mention.end
                behind -= self._length(number, token, mention.end if at == number else 0, own)
                points = 2.0 - _BEHIND[pronoun.seeks] * behind - _LAST_PARAGRAPH * (number - at)
                points -= self._by_the_way(at, mention, entity, place)
                if pronoun.seeks == "last" and place.ground == "subject":
                    points -= _RULES
                if pronoun.seeks == "last-person" and entity.indefinite and not entity.turns:
                    points -= _PASSING
            else:
                points = self._points(pronoun, entity, place, pronoun_at, own, answered)
                points -= _distance(here - place.sentence, number - at)
                if pronoun.seeks == "body":
                    points -= _PARAGRAPH * (number - at)
                if entity is topic and points < least:
                    points, ground = least, "topic"
            yield Weighed(entity, points, place.position, ground, None)

    def _acts_on(self, number: int, mention: Mention) -> bool:
        """Whether someone does something to the subject that the sentence has not named yet."""
        codes, around = self._cast.tapes[number].tapes[-1], self._cast.tools.around
        if not around.is_agent(codes, mention):
            return False
        return around.is_verbless(
            codes[self._cast.sentences.start(number, mention.start) : mention.start]
        )

    def _length(self, number: int, token: int, start: int, own: tuple[Range, ...]) -> int:
        """How many tokens between two are what the pronoun itself reports."""
        starts = self._cast.tapes[number].starts
        return sum(
            max(0, min(token, bisect_left(starts, last)) - max(start, bisect_left(starts, first)))
            for first, last in own
        )

    def _by_the_way(self, number: int, mention: Mention, entity: Entity, place: Place) -> float:
        """What speaks against one mentioned last who is only named in what is told of another."""
        if entity.named:
            return 0.0
        codes, around = self._cast.tapes[number].tapes[-1], self._cast.tools.around
        if around.is_attribute(codes, mention):
            return 2 * _BY_THE_WAY
        complement = place.ground == "complement" and not around.is_agent(codes, mention)
        return _BY_THE_WAY if complement and entity.type in _BODIES else 0.0

    def _points(
        self,
        pronoun: Pronoun,
        entity: Entity,
        place: Place,
        pronoun_at: int,
        own: tuple[Range, ...],
        answered: int,
    ) -> float:
        """What speaks for a mention, wherever it stands; ``own`` is what the pronoun reports.

        ``answered`` is the sentence to which that is an answer, or -1.
        """
        body = pronoun.seeks == "body"
        weight, often = (_BODY_POSITION, _BODY_OFTEN) if body else (1.0, _OFTEN)
        points = place.points * weight + often * min(4, len(entity.mentioned))
        reported = place.reported
        if reported and any(
            not item[0] <= pronoun_at < item[1] and item not in own for item in reported
        ):
            points -= _REPORTED
        if place.sentence == answered and place.ground in _SPOKEN_OF:
            points += _ANSWERS
        if entity.type in _BODIES:
            points -= _SILENT_BODY
        elif not entity.named and not entity.plural:
            points -= _UNNAMED
            if entity.indefinite and place.ground == "complement" and not entity.turns:
                points -= _GENERIC
        elif entity.type == "person":
            return points
        if reported and not body and any(item in own for item in reported):
            points -= _TOLD_OF if place.ground == "subject" else 2 * _TOLD_OF
        return points

    def _speakers(self, number: int, token: int) -> Iterator[Spoken]:
        """Those who spoke last before the pronoun, the last first."""
        cast = self._cast
        position = cast.tapes[number].starts[token]
        seen = 0
        for spoken in reversed(cast.spoken):
            if spoken.position >= position:
                continue
            if spoken.tape < number - _PARAGRAPHS or seen > 6:
                return
            seen += 1
            yield spoken

    def _mentions(
        self, number: int, token: int, several: bool, fits: Fits
    ) -> Iterator[tuple[int, Mention, Entity, Place]]:
        """The mentions before the pronoun, the nearest first, with whom they name.

        ``several``: with those whom they join, too.
        """
        cast = self._cast
        count = 0
        for at in range(number, max(-1, number - _PARAGRAPHS), -1):
            mentions = cast.directory.mentions[at]
            end = bisect_left(cast.starts[at], token) if at == number else len(mentions)
            for i in range(end - 1, -1, -1):
                entity = cast.whom(at, i)
                if entity is not None and not entity.weak and fits(entity, None):
                    yield at, mentions[i], entity, self._places.at(at, i)
                if several and (joined := cast.joined(at, i)) and fits(joined, None):
                    yield at, mentions[i], joined, self._places.at(at, i)
                count += 1
                if count > _CANDIDATES:
                    return


def _within(position: int, ranges: Iterable[Range]) -> bool:
    """Whether a character stands in one of these."""
    return any(start <= position < end for start, end in ranges)


def _distance(sentences: int, paragraphs: int) -> float:
    """How far apart two tokens are, in points."""
    return _SENTENCE * min(sentences, _FARTHEST) + _PARAGRAPH * paragraphs
