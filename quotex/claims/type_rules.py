"""What ``rules/claims/types.yaml`` holds: the rules that tell the type of a statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotex.claims.clause import Mood
from quotex.model import ClaimType, Kind, SignalType


@dataclass(frozen=True, slots=True)
class TypeRule:
    """A type and what must be so for it; an empty condition is no condition."""

    id: str
    type: ClaimType
    example: str
    acts: frozenset[str] = frozenset()
    not_acts: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    moods: frozenset[Mood] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    marks: frozenset[str] = frozenset()
    and_marks: frozenset[str] = frozenset()
    not_marks: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    person: Literal["first", "other"] | None = None
    ahead: bool = False
    judges: bool = False
    signals: frozenset[SignalType] = frozenset()
    not_signals: frozenset[SignalType] = frozenset()


@dataclass(frozen=True, slots=True)
class TypeRules:
    """The file ``types.yaml``; ``verbs`` are marks by the infinitives of their verbs.

    Those ``anywhere`` count in all clauses, the others in the first.  ``cues`` are marks by the
    infinitive of the cue.  ``participles``: the endings of those whose verb is not known;
    ``first_person``: by its pronouns the persons of their verbs; ``with_be``: the verbs whose
    past has être.
    """

    participles: tuple[str, ...]
    first_person: dict[str, str]
    with_be: frozenset[str]
    go: tuple[str, ...]
    verbs: dict[str, frozenset[str]]
    anywhere: frozenset[str]
    cues: dict[str, frozenset[str]]
    types: tuple[TypeRule, ...]

    def __post_init__(self) -> None:
        if not self.types or self.types[-1].id != "stated":
            raise ValueError('the last rule must be "stated", which fits everything')
