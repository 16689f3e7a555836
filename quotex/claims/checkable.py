"""How well a statement could be verified: a sum of documented weights, made a share by a curve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

from quotex.claims.statement import Statement
from quotex.claims.weights import Part, Trait, Weights, common, part, weight
from quotex.model import ClaimType


@dataclass(frozen=True, slots=True)
class CheckRules(Weights):
    """The file ``checkable.yaml``.

    A signal of a type counts as often as it stands there, at most ``most`` times;
    ``shares`` are how much of their weight counts in statements of some types.  ``short`` is
    for contents of fewer than ``few`` words.
    """

    few: int
    most: int
    threshold: float
    short: float
    types: dict[str, float]
    shares: dict[str, float]


def traits(
    rules: CheckRules, statement: Statement, type_: ClaimType
) -> Iterator[tuple[Trait, float]]:
    """All of a statement that may have a weight, and how much of it counts."""
    for trait in common(statement):
        yield trait, 1
    yield ("types", type_), 1
    share = rules.shares.get(type_, 1)
    for name in dict.fromkeys(statement.signals):
        yield ("signals", name), share * min(statement.signals.count(name), rules.most)
    if len(statement.words) < rules.few:
        yield ("short", ""), 1


def parts(rules: CheckRules, statement: Statement, type_: ClaimType) -> tuple[Part, ...]:
    """The parts of the score of a statement, without those that weigh nothing."""
    return tuple(
        part(trait, round(adds, 3))
        for trait, much in traits(rules, statement, type_)
        if (adds := much * weight(rules, trait))
    )


def score(found: tuple[Part, ...]) -> float:
    """The score in [0, 1] that the parts make."""
    return round(1 / (1 + exp(-sum(part.weight for part in found))), 2)
