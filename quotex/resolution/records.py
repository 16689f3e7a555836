"""The speaker of a record, from what its words lead to."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from quotex.attribution.confidence import Doubt
from quotex.attribution.drafts import Draft
from quotex.attribution.found import Found
from quotex.grammar.mention import Range
from quotex.model import Resolution, Span, Speaker, SpeakerType
from quotex.resolution.cast import Cast
from quotex.resolution.entities import Entity, Ground

_NEAR, _AHEAD = 0.5, 2.0
"""The points from which someone considered is near, and by how many they are well ahead."""
_BESIDE = 300
"""How many characters from a mention its function may stand."""

_WORD_BEFORE = re.compile(r"(\w+) \Z")
_LONGEST_WORD = 30
"""Code points before a mention in which a word is looked for."""


class Considered(NamedTuple):
    """Someone for whom a pronoun or description may stand: the name, and the points for it.

    ``offset`` is the character of the mention that speaks most for it, ``ground`` how it does.
    """

    name: str
    points: float
    offset: int
    ground: Ground


class Choice(NamedTuple):
    """A speaker, and the first of those between whom it was chosen, the best first.

    ``doubt`` is why the name may be wrong, if there is a reason.
    """

    speaker: Speaker
    considered: tuple[Considered, ...]
    doubt: Doubt | None = None


def _is_clear(considered: tuple[Considered, ...], *, named: bool) -> bool:
    """Whether the first is well ahead of the second, and near if it has no name.

    One whom no more than another pronoun stands for may be someone else.
    """
    if not considered:
        return True
    first, *others = considered
    ahead = not others or first.points - others[0].points >= _AHEAD
    return first.ground != "taken-up" and ahead and (named or first.points >= _NEAR)


class Records:
    """Makes the speakers of one document's records."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._tools = cast.tools
        self._text = cast.text

    def choice(self, draft: Draft, found: Found) -> Choice:
        """The record's speaker, and who else was considered."""
        considered = tuple(
            Considered(
                self._name(item.entity.whole()), round(item.score, 2), item.position, item.ground
            )
            for item in found.considered
        )
        speaker = self.speaker(draft, found)
        return Choice(speaker, considered, self._doubt(speaker, found, considered))

    def _doubt(
        self, speaker: Speaker, found: Found, considered: tuple[Considered, ...]
    ) -> Doubt | None:
        entity = found.entity.whole() if found.entity else None
        if entity is None or speaker.resolution == "none":
            return None
        is_body = entity.type == "organisation" and bool(considered)
        clear = not is_body and _is_clear(considered, named=entity.named)
        if speaker.resolution == "pronoun" and not clear:
            return "unclear"
        if entity.type == "person" and not entity.named and not entity.indefinite:
            return "nameless" if self._may_be_named(entity, speaker.resolution) else None
        return "guessed" if considered and speaker.resolution == "description" else None

    def _may_be_named(self, entity: Entity, resolution: Resolution) -> bool:
        """Whether one who is only described may be someone whom the text names.

        Little is said of that one, or of someone of the same gender nothing but the name.
        """
        described = self._tools.functions.parse(entity.name)
        bare = described is None or not described.rest
        if resolution == "pronoun":
            return bare
        people = [
            other
            for other in self._people
            if not (entity.gender and other.gender and entity.gender != other.gender)
        ]
        return any(bare or not self._cast.introductions.of(other) for other in people)

    @cached_property
    def _people(self) -> list[Entity]:
        """All who are named so far."""
        everyone = self._cast.memory.names.everyone()
        return [
            item for item in everyone if item.type == "person" and item.mentioned and not item.weak
        ]

    def speaker(self, draft: Draft, found: Found) -> Speaker:
        """The record's speaker.

        A quotation without a cue has its speaker from the context, whatever led there; a verb
        without a subject of its own has an understood one.
        """
        mention = self._mention(draft)
        entity = found.entity.whole() if found.entity else None
        resolution = found.resolution
        if draft.match is None and entity is not None and not draft.cue:
            resolution = "context"
        elif draft.understood and entity is not None:
            resolution = "understood"
        if entity is None:
            kind: SpeakerType = "anonymous" if found.anonymous else "unknown"
            return Speaker(mention, None, None, kind, found.gender, "none")
        source = "" if entity.named else self._source_before(draft)
        role = found.role or (self._role_beside(draft, entity) if entity.named else None)
        return Speaker(
            mention,
            source + self._name(entity),
            self._line(role) if role else None,
            entity.type,
            entity.gender if entity.type in ("person", "anonymous") or entity.members else None,
            resolution,
        )

    def _name(self, entity: Entity) -> str:
        if entity.members:
            joiner = self._tools.phrases.joiner
            return f" {joiner} ".join(self._name(member) for member in entity.members)
        return entity.name

    def _line(self, characters: Range) -> str:
        return " ".join(self._text[slice(*characters)].split())

    def _mention(self, draft: Draft) -> Span | None:
        if draft.speaker is None:
            return None
        start, end = draft.speaker
        start += self._tools.phrases.without_hyphen(self._text[start:end])
        before = start - len(self._source_before(draft))
        if draft.cue is None or not draft.cue[0] < before < draft.cue[1]:
            start = before
        return Span(start, end, self._text[start:end])

    def _source_before(self, draft: Draft) -> str:
        """The noun of which the mention is the adjective (de *source* judiciaire), with a space."""
        if draft.speaker is None:
            return ""
        start, end = draft.speaker
        adjective = self._text[start:end].partition(" ")[0].lower()
        forms = self._tools.lexicon.forms
        if "source-adjective" not in forms.get(adjective, ()):
            return ""
        found = _WORD_BEFORE.search(self._text, max(0, start - _LONGEST_WORD), start)
        return found[0] if found and "source" in forms.get(found[1].lower(), ()) else ""

    def _role_beside(self, draft: Draft, entity: Entity) -> Range | None:
        """The function that the sentence of the mention gives."""
        if draft.speaker is None:
            return None
        cast = self._cast
        start, end = draft.speaker
        number = self._tools.phrases.tape_at(cast.firsts, start)
        tape = cast.tapes[number]
        for item in cast.introductions.near(entity, start - _BESIDE, end + _BESIDE):
            if item.start < tape.starts[0] or item.start == item.end:
                continue
            left, right = sorted(((start, end), (item.start, item.end)))
            between = self._tools.phrases.tokens(tape, left[1], right[0])
            codes = tape.tapes[-1][between[0] : between[1]]
            if self._tools.sentence_ends.search(codes) is None:
                return item.start, item.end
        return None


def is_topic(text: str, draft: Draft, entity: Entity) -> bool:
    """Whether a word before a colon is no one of whom the text says more.

    As in *Inondations : « On a tout perdu »*, *Affaire Roy : le trésorier nie*.
    """
    before_colon = draft.match is not None and draft.match.rule.cue == "colon"
    words = text[slice(*draft.speaker)] if draft.speaker else ""
    if not before_colon or not entity.named:
        return False
    return entity.type == "unknown" if " " in words else not entity.certain
