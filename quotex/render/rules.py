"""Rules for people: the list, one rule with its examples in colour, what their examples came to."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotex.model import Attribution, Span
from quotex.render.attempts import reason
from quotex.render.table import table_width
from quotex.rulefiles.examples import Failure
from quotex.rulefiles.marked import Part
from quotex.rulefiles.ruleset import Rule
from quotex.rulefiles.ruletest import Outcome
from quotex.rulefiles.yamlio import keys_of

_COLOURS: dict[Part, str] = {
    "who": "cyan", "cue": "yellow", "what": "green", "when": "magenta", "where": "blue", "to": "red",
}  # fmt: skip
_ELSEWHERE = ("id", "title", "construction", "examples", "counter-examples")
"""Keys of a rule that are not shown in the list of its keys."""
_PIPED = 160  # columns, so that a line stays a line for grep
_HEADINGS = ("rule", "title", "cue", "construction", "priority", "examples", "from")
_ROOMY = 120  # columns that all headings need
_FEW = ("rule", "title", "priority", "examples")


@dataclass(frozen=True, slots=True)
class Listed:
    """A rule in a list: its construction in words, and the file that it comes from."""

    rule: Rule
    construction: str
    origin: str

    def to_dict(self) -> dict[str, object]:
        """The row as JSON has it."""
        rule = self.rule
        return {
            "id": rule.id,
            "title": rule.title,
            "cue": rule.cue,
            "construction": rule.construction,
            "construction_title": self.construction,
            "priority": rule.priority,
            "confidence": rule.confidence,
            "status": rule.status,
            "examples": len(rule.examples),
            "counter_examples": len(rule.counter_examples),
            "origin": self.origin,
        }


def write_json(rows: Sequence[Listed], stream: TextIO) -> None:
    """Writes an array with an object for each rule."""
    data = [row.to_dict() for row in rows]
    stream.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def write_list(rows: Sequence[Listed], stream: TextIO) -> None:
    """Writes the table of rules, in the order given; a narrow one has fewer columns."""
    console = _console(stream)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in _HEADINGS if console.width >= _ROOMY else _FEW:
        numbers = heading in ("construction", "priority")
        whole = heading in ("rule", "cue", "examples")
        table.add_column(heading, justify="right" if numbers else "left", no_wrap=whole)
    for row in rows:
        cells = _cells(row)
        table.add_row(*(cells[str(column.header)] for column in table.columns))
    console.print(table)


def _cells(row: Listed) -> dict[str, str | Text]:
    rule = row.rule
    return {
        "rule": Text(rule.id, style="" if rule.status == "stable" else "dim"),
        "title": rule.title,
        "cue": rule.cue,
        "construction": str(rule.construction),
        "priority": str(rule.priority),
        "examples": f"{len(rule.examples)} + {len(rule.counter_examples)}",
        "from": row.origin,
    }


def write_rule(
    row: Listed, examples: Iterable[tuple[str, Attribution | None]], stream: TextIO
) -> None:
    """Writes one rule with the texts of its examples and what it finds in each."""
    console, rule = _console(stream), row.rule
    console.print(Text.assemble((rule.id, "bold"), f"  {rule.title}"))
    console.print(f"{rule.construction} {row.construction} · {row.origin}", style="dim")
    for key, each in keys_of(Rule).items():
        value = getattr(rule, each.name)
        if key not in _ELSEWHERE and (value != each.default or key == "status"):
            console.print(Text(f"  {key:<16}{_written_value(value)}"))
    console.print()
    for text, found in examples:
        console.print(_coloured(text, found))
    if rule.counter_examples:
        console.print("\nand nothing in", style="dim")
        for counter in rule.counters():
            known = "  (found all the same, as is known)" if counter.todo else ""
            console.print(Text.assemble(f"  {counter.text}", (known, "yellow")))


def _written_value(value: object) -> str:
    """The value of a key, about as a rule file has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _coloured(text: str, found: Attribution | None) -> Text:
    """A sentence with the parts of an attribution in colour, and their names behind it."""
    shown = Text(f"  {text}")
    if found is None:
        return shown.append("  (not found)", style="red")
    legend = Text("\n    ")
    for part, spans in _spans(found).items():
        for span in spans:
            shown.stylize(_COLOURS[part], span.start + 2, span.end + 2)
            legend.append(f"{part} ", style="dim").append(span.text, style=_COLOURS[part])
            legend.append("  ")
    return shown.append_text(legend)


def _spans(found: Attribution) -> dict[Part, Sequence[Span]]:
    mention = found.speaker.mention
    return {
        "what": found.content.spans,
        "cue": [found.cue] if found.cue else [],
        "who": [mention] if mention else [],
        "when": found.when,
        "where": found.where,
        "to": found.addressee,
    }


def write_failure(outcome: Outcome, origin: str, stream: TextIO) -> None:
    """Writes what is wrong with one example: the sentence, and what differs under it."""
    console, rule = _console(stream), outcome.rule
    line, column = outcome.place
    console.print(
        Text(f"{origin}:{line}:{column}: {rule.id}, {outcome.kind} {outcome.number}", "bold")
    )
    console.print(Text(f"    {_one_line(outcome.text)}"))
    if outcome.holds:
        console.print("    this example holds now: its todo can go", style="green")
    seen = set[tuple[object, ...]]()
    for run, failures in (("alone", outcome.alone), ("with all rules", outcome.together)):
        for failure in failures:
            key = (failure.aspect, failure.expected, failure.found)
            if key not in seen:
                both = any((f.aspect, f.expected, f.found) == key for f in outcome.together)
                where = "" if run == "alone" and both else f" ({run})"
                console.print(_difference(failure, outcome.text, where))
            seen.add(key)
    if outcome.shadowed:
        console.print(f"    the rule {outcome.shadowed} goes before it", style="yellow")
    if outcome.alone and any(failure.aspect == "rule" for failure in outcome.alone):
        console.print(Text(f"    {reason(outcome.attempt)}", style="yellow"))


def _one_line(text: str) -> str:
    """The text with signs for its line ends: nothing in it moves."""
    return text.replace("\n", "\u23ce")


def _difference(failure: Failure, text: str, where: str) -> Text:
    """Expected and found, each with a line under the sentence when it stands there once."""
    shown = Text()
    sides = (("expected", failure.expected, "green"), ("found", failure.found, "red"))
    for side, values, colour in sides:
        words = " + ".join(values) or "nothing"
        spans = [_written(value) for value in values]
        if spans and all(spans):
            line = [" "] * len(text)
            for found in spans:
                start, length = found or (0, 0)
                line[start : start + length] = "~" * length
            shown.append("    " + "".join(line).rstrip() + "\n", style=colour)
        shown.append(f"    {failure.aspect}: {side} {words}{where}\n", style=colour)
    shown.rstrip()
    return shown


def _written(value: str) -> tuple[int, int] | None:
    """Start and length of a span as failures write it: its words in quotes, and where it is."""
    words, _, start = value.rpartition(" at ")
    if not (start.isdigit() and words.startswith('"') and words.endswith('"')):
        return None
    return int(start), len(words) - 2


def write_summary(outcomes: Sequence[Outcome], names: Mapping[int, str], stream: TextIO) -> None:
    """Writes how many examples hold, by construction."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in ("construction", "rules", "examples", "hold", "todo", "failed"):
        table.add_column(heading, justify="left" if heading == "construction" else "right")
    for number in sorted({outcome.rule.construction for outcome in outcomes}):
        own = [outcome for outcome in outcomes if outcome.rule.construction == number]
        count = Counter(_verdict(outcome) for outcome in own)
        rules = len({outcome.rule.id for outcome in own})
        table.add_row(
            f"{number} {names.get(number, '')}", str(rules), str(len(own)),
            *(str(count[verdict] or "") for verdict in ("holds", "todo", "failed")),
        )  # fmt: skip
    _console(stream).print(table)


def _verdict(outcome: Outcome) -> str:
    if outcome.is_failure:
        return "failed"
    return "holds" if outcome.holds else "todo"


def _console(stream: TextIO) -> Console:
    piped = not stream.isatty()
    width = _PIPED if piped else table_width(stream)
    return Console(file=stream, width=width, highlight=False, emoji=False, soft_wrap=piped)
