"""The examples of rules, each run twice: with its rule alone, and with all rules together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from typing import Literal

from quotex.extract import Extractor
from quotex.model import Attribution
from quotex.rulefiles.compiled import Compiled
from quotex.rulefiles.examples import Failure, check_counter_example, check_example
from quotex.rulefiles.marked import parse_marked
from quotex.rulefiles.placed import Place
from quotex.rulefiles.ruleset import Example, Rule
from quotex.rulefiles.witness import Attempt, WitnessMatcher


@dataclass(frozen=True, slots=True)
class Outcome:
    """One example or counter-example of a rule, as it came out.

    ``number`` counts from 1, examples and counter-examples apart; ``text`` is plain, ``place`` is
    where it stands in the rule's file.  ``todo``: it is known to fail.  ``alone`` and ``together``
    are the failures of the two runs.  ``shadowed`` names the rule that took the cue where the rule
    alone does well.  ``attempt`` is how far the rule came when it found nothing.
    """

    rule: Rule
    number: int
    kind: Literal["example", "counter-example"]
    text: str
    place: Place
    todo: bool
    alone: tuple[Failure, ...]
    together: tuple[Failure, ...]
    shadowed: str | None = None
    attempt: Attempt | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong in either run."""
        return not self.alone and not self.together

    @property
    def is_failure(self) -> bool:
        """Whether it fails the run: a ``todo`` does when it holds, anything else when not."""
        return self.holds if self.todo else not self.holds


class RuleTester:
    """Runs examples; one for rules that are compiled already."""

    def __init__(self, compiled: Compiled, rules: Iterable[Rule], macros: dict[str, str]) -> None:
        self._compiled = replace(compiled, filters=())
        self._rules = tuple(rules)
        self._macros = macros
        self._together = Extractor.of(self._compiled)

    def outcomes(self, rule: Rule) -> Iterator[Outcome]:
        """Each example and counter-example of a rule.  Raises ``MarkError`` for marks that are wrong."""
        matcher, alone = self._alone(rule)
        for number, example in enumerate(rule.examples, start=1):
            text = parse_marked(example.text).text
            matcher.attempts.clear()
            single = tuple(check_example(rule, example, alone.extract(text), alone=True))
            found = self._together.extract(text)
            together = tuple(check_example(rule, example, found))
            missed = any(failure.aspect == "rule" for failure in single)
            yield Outcome(
                rule, number, "example", text, example.place, example.todo, single, together,
                shadowed=_shadow(rule, example, found) if together and not single else None,
                attempt=matcher.furthest(rule.id) if missed else None,
            )  # fmt: skip
        for number, counter in enumerate(rule.counters(), start=1):
            text = counter.text
            single = tuple(check_counter_example(rule, text, alone.extract(text)))
            together = tuple(check_counter_example(rule, text, self._together.extract(text)))
            yield Outcome(
                rule, number, "counter-example", text, counter.place, counter.todo, single, together
            )

    def _alone(self, rule: Rule) -> tuple[WitnessMatcher, Extractor]:
        """The rule with nothing else; one whose speaker is that of another leans on the others."""
        others: list[Rule] = []
        if rule.speaker == "context":
            others = [each for each in self._rules if each.cue != "none" and each is not rule]
        own = self._compiled.engine.matcher.own
        engine = copy(self._compiled.engine.with_rules((rule, *others), self._macros, own))
        matcher = WitnessMatcher(engine.lexicon, engine.chunker, (rule, *others), self._macros, own)
        engine.matcher = matcher
        return matcher, Extractor.of(replace(self._compiled, engine=engine))


def _shadow(rule: Rule, example: Example, found: Iterable[Attribution]) -> str | None:
    """The other rule that made something of the words that the example marks."""
    parts = parse_marked(example.text).attributions[0]
    marked = [*parts.get("cue", ()), *parts.get("what", ())]
    for item in found:
        spans = [*item.content.spans, *([item.cue] if item.cue else [])]
        if item.rule != rule.id and any(
            span.start < mark.end and mark.start < span.end for span in spans for mark in marked
        ):
            return item.rule
    return None
