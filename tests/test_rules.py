"""Every rule shows what it finds and what it must leave alone; every example is run."""

from __future__ import annotations

import pytest

from quotex.rulefiles.examples import check_counter_example, check_example
from quotex.rulefiles.loader import load_rules
from quotex.rulefiles.marked import parse_marked
from quotex.rulefiles.ruleset import Rule
from quotex.rulefiles.rulesources import RuleSources
from tests.engine import EXTRACTOR

RULES = list(load_rules(RuleSources(), []).rules.values())


def by_id(rule: Rule) -> str:
    return rule.id


def test_there_are_rules() -> None:
    assert len(RULES) > 30


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_rule_has_examples_and_counter_examples(rule: Rule) -> None:
    assert rule.examples, f"{rule.id} has no example"
    assert rule.counter_examples, f"{rule.id} has no counter-example"


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_rule_finds_its_examples(rule: Rule) -> None:
    failures: list[str] = []
    for example in rule.examples:
        found = check_example(rule, example, EXTRACTOR.extract(parse_marked(example.text).text))
        if example.todo:
            assert found, f"{rule.id}: this example holds now, its todo can go: {example.text}"
        else:
            failures.extend(str(failure) for failure in found)
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize("rule", RULES, ids=by_id)
def test_rule_leaves_its_counter_examples_alone(rule: Rule) -> None:
    failures = [
        str(failure)
        for counter in rule.counters()
        if not counter.todo
        for failure in check_counter_example(rule, counter.text, EXTRACTOR.extract(counter.text))
    ]
    assert not failures, "\n".join(failures)
