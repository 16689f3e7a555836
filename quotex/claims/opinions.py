"""Whether a statement judges or tells: a sum of documented weights, for what no rule decides."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from quotex.claims.statement import Statement
from quotex.claims.weights import Part, Trait, Weights, common, part, weight

_DIGITS = 3
"""Of a sum: weights of tenths that come to nothing leave a rest of either sign."""


@dataclass(frozen=True, slots=True)
class OpinionRules(Weights):
    """The file ``opinions.yaml``: above 0 the sum is an opinion.

    ``signal``: there is any signal; ``words`` are those of grammar; ``starts``: the first of all
    words; ``ends``: the last sign.
    """

    signal: float
    starts: dict[str, float]
    ends: dict[str, float]
    cues: dict[str, float]
    words: dict[str, float]


def traits(statement: Statement, words: Container[str]) -> Iterator[Trait]:
    """All of a statement that may have a weight, of its words these alone."""
    yield from common(statement)
    if statement.signals:
        yield "signal", ""
    for signal in dict.fromkeys(statement.signals):
        yield "signals", signal
    yield "starts", statement.starts
    yield "ends", statement.ends
    if statement.cue:
        yield "cues", statement.cue
    for word in dict.fromkeys(word.text for word in statement.words):
        if word in words:
            yield "words", word


def judges(rules: OpinionRules, statement: Statement) -> bool:
    """Whether a statement is an opinion rather than a fact."""
    total = sum(weight(rules, trait) for trait in traits(statement, rules.words))
    return round(total, _DIGITS) > 0


def parts(rules: OpinionRules, statement: Statement) -> tuple[Part, ...]:
    """The parts of that sum, without those that weigh nothing."""
    weighed = ((trait, weight(rules, trait)) for trait in traits(statement, rules.words))
    return tuple(part(trait, adds) for trait, adds in weighed if adds)
