"""Those of whom a document speaks, and where they act."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from quotex.model import Gender, SpeakerType
from quotex.words.people import Key

Position = Literal["subject", "aside", "subordinate", "object", "complement"]
"""The place of a mention in its sentence."""
Ground = Position | Literal["spoke", "taken-up", "topic"]
"""What speaks for someone: the place of a mention, that they spoke or acted, that all is of them."""

BODIES = frozenset({"organisation", "unknown"})
"""The types of those that are bodies, or may be."""
PEOPLE = frozenset({"person", "anonymous"})
"""The types of people, with a name or without."""


@dataclass(slots=True)
class Entity:
    """Someone or something that can speak.

    ``name`` is the fullest that was read so far; ``agrees`` the gender of the pronouns that can
    stand for it, ``gender`` that of a person; ``named`` is false for who is only described.
    ``mentioned`` and ``turns`` are where it is mentioned and where it speaks
    (characters, in order).
    """

    type: SpeakerType
    name: str
    key: Key
    named: bool = True
    gender: Gender | None = None
    agrees: Gender | None = None
    plural: bool = False
    certain: bool = True
    """Whether its type shows; a name of capitals alone is taken for a person's."""
    weak: bool = False
    """Whether it may be no name at all, but a word with the capital of a sentence."""
    mentioned: list[int] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    members: tuple[Entity, ...] = ()
    """Those who speak together, when it stands for several."""
    indefinite: bool = False
    """Whether it is only described, and first with an article that says so (un homme)."""
    institution: str = ""
    """The full name of an institution that the rules know."""
    medium: str = ""
    """What kind of medium it is, if it is one that the rules know."""
    vague: bool = False
    """Whether it is only described, and may be one of several who are named."""
    tells: bool = False
    """Whether it is who tells the tale, and is only *je* outside what others say."""
    same: Entity | None = None
    """Who this turned out to be, when it was taken for another at first."""

    def whole(self) -> Entity:
        """The entity itself, or who it turned out to be."""
        return self.same.whole() if self.same else self

    def last(self, position: int) -> int:
        """Where it was last mentioned or spoke before a position, or -1."""
        return max(_last(self.mentioned, position), _last(self.turns, position))


def together(members: list[Entity]) -> Entity:
    """Those who speak or act together, as one."""
    genders = {member.gender for member in members}
    gender = genders.pop() if len(genders) == 1 else None
    return Entity(
        "group", "", (), gender=gender, agrees=gender, plural=True, members=tuple(members)
    )


def _last(positions: list[int], position: int) -> int:
    at = bisect_left(positions, position)
    return positions[at - 1] if at else -1


class Spoken(NamedTuple):
    """Who was the subject where: the token of the mention on its tape, and its first character.

    ``said`` is false for one who does something else there than speak; ``gender`` is that of the
    noun by which it is called; ``nested`` is true inside what another says, ``aside`` in a relative
    clause.
    """

    tape: int
    token: int
    position: int
    entity: Entity
    said: bool = True
    gender: Gender | None = None
    nested: bool = False
    aside: bool = False


class Candidate(NamedTuple):
    """An entity that a pronoun may stand for, with the points that speak for it.

    ``position`` is the character of the mention that speaks most for it, ``ground`` how.
    """

    entity: Entity
    score: float
    position: int
    ground: Ground
