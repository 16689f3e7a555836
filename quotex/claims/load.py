"""Reads the rule files of claims."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quotex.circumstances.calendar import Calendar
from quotex.claims.added_words import ClaimWords
from quotex.claims.adding import with_words
from quotex.claims.answer_rules import AnswerRules
from quotex.claims.checkable import CheckRules
from quotex.claims.opinions import OpinionRules
from quotex.claims.phrase_rules import MarkFile, PhraseRules, SignalFile
from quotex.claims.quantity_rules import QuantityRules
from quotex.claims.reader import ClaimReader, ClaimRules
from quotex.claims.signals import SignalRules
from quotex.claims.type_rules import TypeRules
from quotex.claims.verb_rules import VerbRules
from quotex.errors import Problem
from quotex.rulefiles.yamlio import read_yaml
from quotex.words.lexicon import Lexicon


def read_rules(root: Path, calendar: Calendar) -> ClaimRules:
    """The rules of the folder ``root``; raises ``RulesError`` as its files do."""
    folder = root / "claims"
    phrases = PhraseRules.of(
        read_yaml(folder / "signals.yaml", SignalFile),
        read_yaml(folder / "marks.yaml", MarkFile),
        calendar.rules.meanings,
    )
    signals = SignalRules(
        read_yaml(folder / "quantities.yaml", QuantityRules),
        phrases,
        read_yaml(folder / "verbs.yaml", VerbRules),
    )
    return ClaimRules(
        signals,
        read_yaml(folder / "types.yaml", TypeRules),
        read_yaml(folder / "opinions.yaml", OpinionRules),
        read_yaml(folder / "checkable.yaml", CheckRules),
        read_yaml(folder / "answers.yaml", AnswerRules),
    )


def load_claims(
    root: Path,
    calendar: Calendar,
    lexicon: Lexicon,
    added: Iterable[tuple[Path, ClaimWords]],
    problems: list[Problem],
) -> ClaimReader:
    """The stage with the rules of the folder ``root`` and what files add to them.

    What is wrong in these goes to ``problems``.
    """
    rules = with_words(read_rules(root, calendar), added, lexicon, problems)
    return ClaimReader(rules, calendar, lexicon)
