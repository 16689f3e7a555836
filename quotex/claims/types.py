"""The type of a statement: the first rule that fits."""

from __future__ import annotations

from quotex.claims.statement import Statement
from quotex.claims.type_rules import TypeRule, TypeRules
from quotex.model import SignalType

_NONE = "none"


class TypeReader:
    """Tells types by the rules."""

    def __init__(self, rules: TypeRules) -> None:
        self._rules = rules.types

    def read(self, statement: Statement) -> TypeRule:
        """The rule that tells the type of the statement."""
        act, signals = statement.act or _NONE, frozenset(statement.signals)
        return next(rule for rule in self._rules if _fits(rule, statement, act, signals))


def _fits(rule: TypeRule, statement: Statement, act: str, signals: frozenset[SignalType]) -> bool:
    clause = statement.clause
    return (
        (not rule.acts or act in rule.acts)
        and act not in rule.not_acts
        and (not rule.cues or statement.cue in rule.cues)
        and (not rule.moods or clause.mood in rule.moods)
        and (not rule.marks or not rule.marks.isdisjoint(statement.marks))
        and (not rule.and_marks or not rule.and_marks.isdisjoint(statement.marks))
        and rule.not_marks.isdisjoint(statement.marks)
        and (not rule.ends or statement.ends in rule.ends)
        and (rule.person is None or (rule.person == "first") == clause.first_person)
        and (not rule.signals or not rule.signals.isdisjoint(signals))
        and rule.not_signals.isdisjoint(signals)
    )
