"""Fits the weights of ``rules/claims/opinions.yaml``: ``python -m tests.claims.fit`` writes it.

A logistic curve with a penalty for large weights, fitted to the labelled contents of the even half
and to those of ``written.txt`` that the rules leave to be a fact or an opinion.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp

from quotex.claims.statement import Statement
from quotex.rulefiles.rulespath import builtin_rules
from tests.claims.engine import READER
from tests.claims.figures import statement_of
from tests.claims.gold import contents, written

Named = tuple[str, str]
"""The group of a weight, and what it is for."""

_FEWEST = 4  # contents in which something must stand to have a weight
_PENALTY = 1.5
_ROUNDS = 60
_KEPT = "\0"  # a space at which no line may end
_FACTS = 0.5  # how much more there must be for an opinion: facts are more frequent in the news
_SINGLE = ("start", "signal", "names", "first-person")
_GROUPS = ("moods", "acts", "signals", "marks", "cues", "words")
HEADER = """\
# Whether a statement that no rule of types.yaml decides is an opinion: the weights of what is
# in it add up, and above 0 it is one, else a fact. Made by `python -m tests.claims.fit` from
# labelled contents; change those, and run it.
#
# signal: any signal; names: a name; first-person: the subject is one. The others are named as in
# types.yaml; words are those of grammar.
"""


def named(statement: Statement) -> Iterator[Named]:
    """All of a statement that may have a weight."""
    yield "start", ""
    if statement.signals:
        yield "signal", ""
    if statement.names:
        yield "names", ""
    if statement.clause.first_person:
        yield "first-person", ""
    yield "moods", statement.clause.mood
    yield from (("acts", act) for act in [statement.act] if act)
    yield from (("cues", cue) for cue in [statement.cue] if cue)
    yield from (("signals", signal) for signal in set(statement.signals))
    yield from (("marks", mark) for mark in statement.marks)
    words = {word.text for word in statement.words}
    yield from (("words", word) for word in words if word in READER.grammar)


def fit(rows: Sequence[tuple[Sequence[Named], bool]]) -> dict[Named, float]:
    """The weights, by coordinate descent."""
    weights = dict.fromkeys((name for names, _ in rows for name in names), 0.0)
    having: dict[Named, list[int]] = {name: [] for name in weights}
    for number, (names, _) in enumerate(rows):
        for name in names:
            having[name].append(number)
    sums = [0.0] * len(rows)
    for _ in range(_ROUNDS):
        for name, numbers in having.items():
            shares = [1 / (1 + exp(-sums[number])) for number in numbers]
            slope = sum(a - rows[b][1] for a, b in zip(shares, numbers, strict=True))
            bend = sum(share * (1 - share) for share in shares) + _PENALTY
            step = -(slope + _PENALTY * weights[name]) / bend
            weights[name] += step
            for number in numbers:
                sums[number] += step
    return weights


def rows() -> list[tuple[Sequence[Named], bool]]:
    """What each labelled content has, and whether it is an opinion."""
    found: list[tuple[list[Named], bool]] = []
    for item in [*contents("even"), *written()]:
        statement, type_ = statement_of(item)
        if {item.gold.type, type_} <= {"fact", "opinion"}:
            found.append((sorted(named(statement)), item.gold.type == "opinion"))
    count = Counter(name for names, _ in found for name in names)
    return [([name for name in names if count[name] >= _FEWEST], told) for names, told in found]


def shown(weights: Mapping[Named, float]) -> str:
    """The file."""
    lines = [HEADER]
    for single in _SINGLE:
        weight = weights.get((single, ""), 0) - (_FACTS if single == "start" else 0)
        lines.append(f"{single}: {weight:.1f}\n")
    for group in _GROUPS:
        own = {name: round(weight, 1) for (kind, name), weight in weights.items() if kind == group}
        pairs = (f'"{name}": {weight}' for name, weight in sorted(own.items()) if weight)
        lines.append(f"{group}:\n{_wrapped(', '.join(pairs))}\n")
    return "".join(lines)


def _wrapped(pairs: str) -> str:
    whole = f"{{{pairs}}}".replace(" ", _KEPT).replace(f",{_KEPT}", ", ")
    lines = textwrap.wrap(
        whole, 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )
    return "\n".join(lines).replace(_KEPT, " ")


if __name__ == "__main__":
    (builtin_rules() / "claims" / "opinions.yaml").write_text(shown(fit(rows())), encoding="utf-8")
