"""How well a statement could be verified: a sum of documented weights, made a share by a curve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from quotex.claims.statement import Statement
from quotex.model import ClaimType


@dataclass(frozen=True, slots=True)
class CheckRules:
    """The file ``checkable.yaml``: weights by what they are for.

    A signal of a type counts as often as it stands there, at most ``most`` times;
    ``shares`` are how much of their weight counts in statements of some types.  ``short`` is
    for contents of fewer than ``few`` words, ``names`` for those with a name in them.
    """

    start: float
    few: int
    most: int
    threshold: float
    short: float
    names: float
    first_person: float
    types: dict[str, float]
    shares: dict[str, float]
    moods: dict[str, float]
    acts: dict[str, float]
    kinds: dict[str, float]
    speakers: dict[str, float]
    signals: dict[str, float]
    marks: dict[str, float]


class Part(NamedTuple):
    """A part of the score: what it is for (``signal percent``), and what it adds to the sum."""

    name: str
    weight: float


def parts(rules: CheckRules, statement: Statement, type_: ClaimType) -> tuple[Part, ...]:
    """The parts of the score of a statement, without those that weigh nothing."""
    return tuple(part for part in _parts(rules, statement, type_) if part.weight)


def score(found: tuple[Part, ...]) -> float:
    """The score in [0, 1] that the parts make."""
    return round(1 / (1 + exp(-sum(part.weight for part in found))), 2)


def _parts(rules: CheckRules, statement: Statement, type_: ClaimType) -> Iterator[Part]:
    clause = statement.clause
    yield Part("start", rules.start)
    yield Part(f"type {type_}", rules.types.get(type_, 0))
    yield Part(f"mood {clause.mood}", rules.moods.get(clause.mood, 0))
    if statement.act:
        yield Part(f"act {statement.act}", rules.acts.get(statement.act, 0))
    yield Part(f"kind {statement.kind}", rules.kinds.get(statement.kind, 0))
    yield Part(f"speaker {statement.speaker}", rules.speakers.get(statement.speaker, 0))
    share = rules.shares.get(type_, 1)
    for name in dict.fromkeys(statement.signals):
        count = min(statement.signals.count(name), rules.most)
        weight = share * count * rules.signals.get(name, 0)
        yield Part(f"signal {name}", round(weight, 3))
    for mark in sorted(statement.marks & rules.marks.keys()):
        yield Part(f"mark {mark}", rules.marks[mark])
    if len(statement.words) < rules.few:
        yield Part("short", rules.short)
    if statement.names:
        yield Part("names", rules.names)
    if clause.first_person:
        yield Part("first person", rules.first_person)
