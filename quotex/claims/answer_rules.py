"""What ``rules/claims/answers.yaml`` holds: which statements answer, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.model import ClaimType, SignalType


@dataclass(frozen=True, slots=True)
class AnswerRule:
    """How an answer is known: by act or verb of its cue, or by a mark in its content.

    ``own``: what it answers was said by the same speaker; ``also_own``: or by someone else.
    ``again``: said once more, it answers what it answered before.
    """

    id: str
    acts: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    own: bool = False
    also_own: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """What speaks for or against an earlier statement; see the file."""

    next: float
    step: float
    accused: float
    named: float
    shared: float
    most: float
    other: float
    own: float
    blank: float
    same_verb: float


@dataclass(frozen=True, slots=True)
class Opposites:
    """Words of which those of one side reject those of the other."""

    one: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerRules:
    """The file ``answers.yaml``."""

    window: int
    reach: int
    enough: float
    not_answered: frozenset[ClaimType]
    accusing: frozenset[ClaimType]
    denying: frozenset[ClaimType]
    contradicting: frozenset[ClaimType]
    contradicting_verbs: frozenset[str]
    figures: frozenset[SignalType]
    opposites: tuple[Opposites, ...]
    alike: float
    fewest: int
    back: frozenset[str]
    points: Points
    answers: tuple[AnswerRule, ...]
    not_words: frozenset[str]
