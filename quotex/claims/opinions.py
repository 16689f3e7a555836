"""Whether a statement judges or tells: a sum of documented weights, for what no rule decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quotex.claims.statement import Statement


@dataclass(frozen=True, slots=True)
class OpinionRules:
    """The file ``opinions.yaml``: weights by what they are for; above 0 the sum is an opinion.

    ``signal``: there is any signal; ``names``: there is a name; ``words`` are those of grammar.
    """

    start: float
    signal: float
    names: float
    first_person: float
    moods: dict[str, float]
    acts: dict[str, float]
    signals: dict[str, float]
    marks: dict[str, float]
    cues: dict[str, float]
    words: dict[str, float]


def judges(rules: OpinionRules, statement: Statement) -> bool:
    """Whether a statement is an opinion rather than a fact."""
    return sum(_weights(rules, statement)) > 0


def _weights(rules: OpinionRules, statement: Statement) -> Iterator[float]:
    yield rules.start
    yield rules.moods.get(statement.clause.mood, 0)
    yield rules.acts.get(statement.act or "", 0)
    yield rules.cues.get(statement.cue or "", 0)
    if statement.signals:
        yield rules.signal
    if statement.names:
        yield rules.names
    if statement.clause.first_person:
        yield rules.first_person
    for signal in set(statement.signals):
        yield rules.signals.get(signal, 0)
    for mark in statement.marks:
        yield rules.marks.get(mark, 0)
    for word in {word.text for word in statement.words}:
        yield rules.words.get(word, 0)
