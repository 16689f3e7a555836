"""The examples of rules, run: what an attribution holds against what its sentence marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quotex.model import Attribution, Span
from quotex.rulefiles.marked import Part, Parts, parse_marked
from quotex.rulefiles.ruleset import Example, Rule

Aspect = Literal[Part, "kind", "name", "rule", "second", "counter-example"]
Extract = Callable[[str], Sequence[Attribution]]

_ALWAYS: frozenset[Part] = frozenset({"who", "cue", "what"})
"""Compared even where nothing is marked: then the attribution must have none."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Where an example and what was found differ.

    ``aspect`` is the part that differs, or ``rule``: the rule made no attribution, ``second``: the
    second one is missing, or ``counter-example``: it made one where it must not.  ``expected`` and
    ``found`` are texts with their offsets, names, kinds or rules.
    """

    rule: str
    example: str
    aspect: Aspect
    expected: tuple[str, ...]
    found: tuple[str, ...]

    def __str__(self) -> str:
        expected, found = (" + ".join(side) or "nothing" for side in (self.expected, self.found))
        return f"{self.rule}: {self.aspect}: expected {expected}, found {found}: {self.example}"


def check_example(
    rule: Rule, example: Example, found: Sequence[Attribution], *, alone: bool = False
) -> list[Failure]:
    """How the attributions ``found`` in an example's text differ from those that it marks.

    The first must be made by ``rule``, a second one by any; it is not looked for when the rule was
    ``alone``.  Raises ``MarkError``.
    """
    failures: list[Failure] = []
    own: Attribution | None = None
    marked = parse_marked(example.text).attributions
    for number, parts in enumerate(marked[:1] if alone else marked):
        candidates = [item for item in found if number or item.rule == rule.id]
        compared = [
            (list(_differences(rule, example, parts, item, own=not number)), item)
            for item in candidates
            if item is not own
        ]
        if not compared:
            rules = tuple(item.rule for item in found)
            missing = Failure(rule.id, example.text, "rule", (rule.id,), rules)
            if number:
                wanted = _shown([*parts.get("cue", ()), *parts.get("what", ())])
                missing = Failure(rule.id, example.text, "second", wanted, ())
            failures.append(missing)
            continue
        closest, own = min(compared, key=lambda pair: len(pair[0]))
        failures.extend(closest)
    return failures


def check_counter_example(rule: Rule, text: str, found: Sequence[Attribution]) -> list[Failure]:
    """The attributions that ``rule`` made in ``text``, where it must make none."""
    return [
        Failure(rule.id, text, "counter-example", (), _shown([item.cue or item.content.spans[0]]))
        for item in found
        if item.rule == rule.id
    ]


def _differences(
    rule: Rule, example: Example, parts: Parts, item: Attribution, *, own: bool
) -> Iterator[Failure]:
    """The failures of one attribution; kind and name are told of the rule's own only."""
    for part, spans in _parts(item).items():
        wanted = parts.get(part, ())
        if spans != wanted and (wanted or part in _ALWAYS):
            yield Failure(rule.id, example.text, part, _shown(wanted), _shown(spans))
    if own and example.kind is not None and example.kind != item.kind:
        yield Failure(rule.id, example.text, "kind", (example.kind,), (item.kind,))
    if own and example.name is not None and example.name != item.speaker.name:
        name = (item.speaker.name,) if item.speaker.name else ()
        yield Failure(rule.id, example.text, "name", (example.name,), name)


def _parts(item: Attribution) -> Parts:
    """The spans of an attribution by the names that examples give them."""
    mention = item.speaker.mention
    return {
        "who": _plain([mention] if mention else []),
        "cue": _plain([item.cue] if item.cue else []),
        "what": item.content.spans,
        "when": _plain(item.when),
        "where": _plain(item.where),
        "to": _plain(item.addressee),
    }


def _plain(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(Span(span.start, span.end, span.text) for span in spans)


def _shown(spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(f'"{span.text}" at {span.start}' for span in spans)
