"""What stands in a statement that may have a weight, and the parts that it adds to a sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from quotex.claims.statement import Statement

Trait = tuple[str, str]
"""A field of the weights, and what of it stands there: ``("moods", "past")``, ``("names", "")``."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by what they are for; ``names``: there is a name, ``first_person``: so is the subject."""

    start: float
    names: float
    first_person: float
    moods: dict[str, float]
    acts: dict[str, float]
    kinds: dict[str, float]
    speakers: dict[str, float]
    signals: dict[str, float]
    marks: dict[str, float]


class Part(NamedTuple):
    """A part of a sum: what it is for (``signal percent``), and what it adds."""

    name: str
    weight: float


def common(statement: Statement) -> Iterator[Trait]:
    """What weighs wherever statements are weighed."""
    clause = statement.clause
    yield "start", ""
    yield "moods", clause.mood
    if statement.act:
        yield "acts", statement.act
    yield "kinds", statement.kind
    yield "speakers", statement.speaker
    for mark in sorted(statement.marks):  # in the same order each time, for people and for sums
        yield "marks", mark
    if statement.names:
        yield "names", ""
    if clause.first_person:
        yield "first_person", ""


def weight(weights: Weights, trait: Trait) -> float:
    """What a trait weighs: 0 when it has no weight."""
    group, name = trait
    found: float | dict[str, float] = getattr(weights, group)
    return found.get(name, 0) if isinstance(found, dict) else found


def part(trait: Trait, adds: float) -> Part:
    """What a trait adds, for people to see."""
    group, name = trait
    return Part(f"{group.removesuffix('s')} {name}" if name else group.replace("_", " "), adds)
