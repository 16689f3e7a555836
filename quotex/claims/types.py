"""The type of a statement: the first rule that fits."""

from __future__ import annotations

from quotex.claims.clause import Mood
from quotex.claims.opinions import OpinionRules, judges, parts
from quotex.claims.statement import Statement
from quotex.claims.type_rules import TypeRule, TypeRules
from quotex.claims.weights import Part
from quotex.model import SignalType

_NONE = "none"

Kind = tuple[str, str | None, Mood, bool]
"""Act, cue, mood, and whether the subject is a first person: what rules are looked up by."""


class TypeReader:
    """Tells types by the rules."""

    def __init__(self, rules: TypeRules, opinions: OpinionRules) -> None:
        self._rules = rules.types
        self._opinions = opinions
        self._by_kind: dict[Kind, tuple[TypeRule, ...]] = {}

    def read(self, statement: Statement) -> TypeRule:
        """The rule that tells the type of the statement."""
        clause = statement.clause
        kind = (statement.act or _NONE, statement.cue, clause.mood, clause.first_person)
        rules = self._by_kind.get(kind)
        if rules is None:
            rules = tuple(rule for rule in self._rules if _may_fit(rule, kind))
            self._by_kind[kind] = rules
        signals = frozenset(statement.signals)
        return next(
            rule
            for rule in rules
            if _fits(rule, statement, signals)
            and (not rule.judges or judges(self._opinions, statement))
        )

    def judged(self, rule: TypeRule, statement: Statement) -> tuple[Part, ...]:
        """What the weights say of a statement whose type they decide; else nothing."""
        if rule.judges or rule is self._rules[-1]:
            return parts(self._opinions, statement)
        return ()


def _may_fit(rule: TypeRule, kind: Kind) -> bool:
    act, cue, mood, first = kind
    return (
        (not rule.acts or act in rule.acts)
        and act not in rule.not_acts
        and (not rule.cues or cue in rule.cues)
        and (not rule.moods or mood in rule.moods)
        and (rule.person is None or (rule.person == "first") == first)
    )


def _fits(rule: TypeRule, statement: Statement, signals: frozenset[SignalType]) -> bool:
    """Whether a rule for statements of this kind fits this one."""
    return (
        (not rule.marks or not rule.marks.isdisjoint(statement.marks))
        and (not rule.and_marks or not rule.and_marks.isdisjoint(statement.marks))
        and rule.not_marks.isdisjoint(statement.marks)
        and (not rule.kinds or statement.kind in rule.kinds)
        and (not rule.starts or statement.starts in rule.starts)
        and (not rule.ahead or statement.ahead)
        and (not rule.ends or statement.ends in rule.ends)
        and (not rule.signals or not rule.signals.isdisjoint(signals))
        and rule.not_signals.isdisjoint(signals)
    )
