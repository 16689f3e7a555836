"""Whether a statement judges or tells: a sum of documented weights, for what no rule decides."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.claims.statement import Statement


@dataclass(frozen=True, slots=True)
class OpinionRules:
    """The file ``opinions.yaml``: weights by what they are for; above 0 the sum is an opinion.

    ``signal``: there is any signal; ``names``: there is a name; ``words`` are those of grammar;
    ``starts``: the first of all words; ``ends``: the last sign.
    """

    start: float
    signal: float
    names: float
    first_person: float
    moods: dict[str, float]
    kinds: dict[str, float]
    speakers: dict[str, float]
    starts: dict[str, float]
    ends: dict[str, float]
    acts: dict[str, float]
    signals: dict[str, float]
    marks: dict[str, float]
    cues: dict[str, float]
    words: dict[str, float]


def judges(rules: OpinionRules, statement: Statement) -> bool:
    """Whether a statement is an opinion rather than a fact."""
    clause, signals, known = statement.clause, statement.signals, rules.words
    total = rules.start + rules.moods.get(clause.mood, 0)
    total += rules.kinds.get(statement.kind, 0) + rules.speakers.get(statement.speaker, 0)
    total += rules.starts.get(statement.starts, 0) + rules.ends.get(statement.ends, 0)
    total += rules.acts.get(statement.act or "", 0) + rules.cues.get(statement.cue or "", 0)
    if signals:
        total += rules.signal + sum([rules.signals.get(signal, 0) for signal in set(signals)])
    if statement.names:
        total += rules.names
    if clause.first_person:
        total += rules.first_person
    total += sum([rules.marks.get(mark, 0) for mark in statement.marks])
    words = {word.text for word in statement.words}
    return total + sum([known[word] for word in words if word in known]) > 0
