"""Fits the weights of claims: ``python -m tests.claims.fit`` writes them.

``rules/claims/opinions.yaml`` from the contents that the rules leave to be a fact or an opinion, and
then the weights of ``rules/claims/checkable.yaml`` from all.  Both are logistic curves with a penalty
for large weights, fitted to the labelled contents of the even halves and to those of ``written.txt``.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from quotex.claims import checkable, opinions
from quotex.claims.checkable import CheckRules
from quotex.claims.weights import Trait
from quotex.rulefiles.rulespath import builtin_rules
from tests.claims.engine import RULES
from tests.claims.figures import statement_of
from tests.claims.gold import Content, contents, texts, written
from tests.engine import ENGINE


class Row(NamedTuple):
    """How much of what a content has, and whether it is what the weights are to tell."""

    has: Mapping[Trait, float]
    told: bool


_FEWEST = 4  # contents in which something must stand to have a weight
_PENALTY = 1.5
_ROUNDS = 60
_KEPT = "\0"  # a space at which no line may end
_FACTS = 0.25  # how much more there must be for an opinion: facts are more frequent in the news
_SIGNS = "!…"  # the last signs that tell something
_TELLING = ("adverb", "demonstrative", "negative", "neuter", "strong", "subject")
_WORDS = frozenset().union(*(ENGINE.lexicon.words[name] for name in _TELLING))
_FOLDER = builtin_rules() / "claims"

OPINIONS = """\
# Whether a statement that no rule of types.yaml decides is an opinion: the weights of what is
# in it add up, and above 0 it is one, else a fact. Made by `python -m tests.claims.fit` from
# labelled contents; change those, and run it.
#
# signal: any signal; names: a name; first-person: the subject is one; speakers: what they are. The
# others are named as in types.yaml; words are those of grammar.
"""
CHECKABLE = """\
# How well a statement could be verified with evidence that others can see, when it was published.
#
# The weights add up, and a logistic curve makes the sum a score: 0 is 0.5, 2 is 0.88, -2 is 0.12.
# They are made by `python -m tests.claims.fit` from labelled contents; the first lines are set.
"""


def _tells(trait: Trait) -> bool:
    """Whether a trait is one to have a weight in ``opinions.yaml``."""
    group, name = trait
    return trait != ("speakers", "unknown") and (group != "ends" or name in _SIGNS)


def fit(rows: Sequence[Row]) -> dict[Trait, float]:
    """The weights of what is not rare, by coordinate descent."""
    having: dict[Trait, list[tuple[int, float]]] = {}
    for number, row in enumerate(rows):
        for name, much in row.has.items():
            having.setdefault(name, []).append((number, much))
    weights = {name: 0.0 for name in sorted(having) if len(having[name]) >= _FEWEST}
    sums = [0.0] * len(rows)
    for _ in range(_ROUNDS):
        for name in weights:
            slope, bend = _PENALTY * weights[name], _PENALTY
            for number, much in having[name]:
                share = 1 / (1 + exp(-sums[number]))
                slope += much * (share - rows[number].told)
                bend += much * much * share * (1 - share)
            weights[name] -= slope / bend
            for number, much in having[name]:
                sums[number] -= much * slope / bend
    return weights


def labelled() -> list[Content]:
    """What the weights are fitted to; what texts report counts twice."""
    return [*contents("even"), *texts("even"), *texts("even"), *written()]


def opinion_rows() -> list[Row]:
    """The contents that are left to the weights, and whether they are opinions."""
    found: list[Row] = []
    for item in labelled():
        statement, type_ = statement_of(item)
        if {item.gold.type, type_} <= {"fact", "opinion"}:
            has = dict.fromkeys(filter(_tells, opinions.traits(statement, _WORDS)), 1.0)
            found.append(Row(has, item.gold.type == "opinion"))
    return found


def check_rows() -> list[Row]:
    """All contents of which is settled whether they can be checked, and whether they can."""
    return [
        Row(dict(checkable.traits(RULES.checkable, *statement_of(item))), item.gold.checkable)
        for item in labelled()
        if item.gold.checkable is not None
    ]


def opinions_file(weights: Mapping[Trait, float]) -> str:
    """The file ``opinions.yaml``."""
    singles = ("start", "signal", "names", "first_person")
    groups = (
        "moods",
        "kinds",
        "speakers",
        "starts",
        "ends",
        "acts",
        "signals",
        "marks",
        "cues",
        "words",
    )
    weights = {**weights, ("start", ""): weights["start", ""] - _FACTS}
    return OPINIONS + _shown(weights, singles, groups)


def checkable_file(weights: Mapping[Trait, float], rules: CheckRules) -> str:
    """The file ``checkable.yaml``."""
    singles = ("start", "short", "names", "first_person")
    groups = ("types", "moods", "acts", "kinds", "speakers", "signals", "marks")
    shares = ", ".join(f"{name}: {share}" for name, share in rules.shares.items())
    return (
        f"{CHECKABLE}few: {rules.few}  # contents of fewer words are short\n"
        f"most: {rules.most}  # how often a signal of one type counts at most\n"
        f"threshold: {rules.threshold}  # from here on a statement is shown as one to check\n"
        "# how much of the weight of signals counts: the figures of what is to come cannot be checked"
        f" yet\nshares: {{{shares}}}\n{_shown(weights, singles, groups)}"
    )


def _shown(weights: Mapping[Trait, float], singles: Sequence[str], groups: Sequence[str]) -> str:
    lines = [
        f"{single.replace('_', '-')}: {weights.get((single, ''), 0):.1f}\n" for single in singles
    ]
    for group in groups:
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


def main() -> None:
    """Writes both files; whether a statement can be checked is told by the types as they were."""
    checks = checkable_file(fit(check_rows()), RULES.checkable)
    (_FOLDER / "opinions.yaml").write_text(opinions_file(fit(opinion_rows())), encoding="utf-8")
    (_FOLDER / "checkable.yaml").write_text(checks, encoding="utf-8")


if __name__ == "__main__":
    main()
