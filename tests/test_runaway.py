"""Patterns that take forever: refused where they show it, else stopped, named and passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex import Extractor
from quotex.rulefiles.loader import load_rules
from quotex.rulefiles.rulesources import RuleSources
from quotex.rulefiles.runaway import runaways
from tests.engine import ENGINE, EXTRACTOR

ALPHABET = ENGINE.chunker.alphabet
MACROS = {"light": "time/adverb", "some": "noun+", "list": "noun (comma noun)*"}

SHAPES = [
    ("(noun+)+", ["(noun+)+"]),
    ("(noun*)* stop", ["(noun*)*"]),
    ("verb ((noun verb)+)+", ["((noun verb)+)+"]),
    ("(noun|noun)*", ["(noun|noun)*"]),
    ("(noun/verb | noun)+ stop", ["(noun/verb | noun)+"]),
    ("(noun noun?)*", ["(noun noun?)*"]),
    ("(noun? verb?)*", ["(noun? verb?)*"]),
    ("(noun{1,3})+", ["(noun{1,3})+"]),
    ("(noun{2,30})+", ["(noun{2,30})+"]),
    ("(. | noun)*", ["(. | noun)*"]),
    ("<some>+ verb", ["<some>+"]),
    ("(<light> | time)*", ["(<light> | time)*"]),
    ("(?=(noun+)+) verb", ["(noun+)+"]),
    ("@speaker((noun+)*)", ["(noun+)*"]),
    ("(noun+)+ (verb+)+", ["(noun+)+", "(verb+)+"]),
    ("noun* noun* noun*", []),
    ("(noun++)+", []),
    ("(?>noun+)+", []),
    ("(noun+)*+", ["(noun+)*+"]),
    ("(noun (comma noun)*)+ stop", []),
    ("(noun (comma noun)* stop)+", []),
    ("(<list> (and/but) )*", []),
    ("(<light> | noun | comma verb)*", []),
    ("((noun verb)? stop)+", []),
]


@pytest.mark.parametrize(("pattern", "shapes"), SHAPES)
def test_shapes(pattern: str, shapes: list[str]) -> None:
    found = list(runaways(pattern, ALPHABET, MACROS))
    assert [shape for shape, _ in found] == shapes
    assert all(pattern[at:].startswith(shape) for shape, at in found)


def test_the_builtin_rules_do_not_run_away() -> None:
    book = load_rules(RuleSources(), [])
    patterns = [part for rule in book.rules.values() for part in (rule.before, rule.after)]
    assert [shape for each in patterns for shape in runaways(each, ALPHABET, book.macros)] == []


THREE = "(. | . . | . . .){9}"
SLOW = f"""\
rules:
  - id: slow
    title: Each of 27 steps in three ways
    construction: 10
    priority: 99
    confidence: 0.9
    cue: source
    after: "{THREE} {THREE} {THREE} @speaker(noun) (?=comma)(?!comma)"
    speaker: part
    content: after
"""


def test_a_grammar_that_takes_too_long_costs_only_itself(tmp_path: Path) -> None:
    rules = tmp_path / "slow.yaml"
    pattern = f"{THREE} {THREE} {THREE} (?=comma)(?!comma)"
    rules.write_text(
        f"grammar: {{chunks: [{{kind: mine, pattern: '{pattern}'}}]}}", encoding="utf-8"
    )
    text = "Selon Anne Roy, la mer sera calme" + ", le vent sera faible" * 50 + "."
    result = Extractor([rules]).analyse(text)
    assert [each.message for each in result.notices] == [
        "the grammar of your rule files takes too long and is left out from here on"
    ]
    assert list(result.attributions) == EXTRACTOR.extract(text) != []


def test_a_rule_that_takes_too_long_costs_only_itself(tmp_path: Path) -> None:
    rules = tmp_path / "slow.yaml"
    rules.write_text(SLOW, encoding="utf-8")
    line = "Selon Anne Roy, la mer sera calme" + ", le vent sera faible" * 50_000
    text = f"Tout va bien.\n{line}.\n\nSelon Paul Briand, la digue tiendra."
    assert len(line) > 1_000_000
    result = Extractor([rules]).analyse(text)
    told = [(each.message, each.line, each.column) for each in result.notices]
    assert told == [('the rule "slow" takes too long and is left out from here on', 2, 1)]
    assert list(result.attributions) == EXTRACTOR.extract(text) != []
