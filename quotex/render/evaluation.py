"""Figures of an evaluation as tables for people or as JSON, and the list of mistakes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotex.evaluation.mistakes import Mistake, Part
from quotex.evaluation.scores import Detection, Figures, Ratio, Scores

_WIDTH = 100  # where there is no terminal to ask
_LONGEST = 400  # of a part of a mistake; the middle of what is longer is left out
_STYLES = {"missed": "red", "spurious": "yellow", "differs": "cyan"}


def write_json(figures: Figures, found: Sequence[Mistake] | None, stream: TextIO) -> None:
    """Writes one object with every figure, shares in [0, 1], and ``errors`` when they are given."""
    data = figures.to_dict()
    if found is not None:
        data["errors"] = [mistake.to_dict() for mistake in found]
    stream.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def write_tables(figures: Figures, stream: TextIO) -> None:
    """Writes all figures, shares in percent."""
    console = _console(stream)
    exact = figures.overall.exact
    console.print(
        f"{figures.documents} documents, {exact.gold} attributions annotated, "
        f"{exact.records} extracted ({figures.neutral} more count neither way)"
    )
    console.print(_detection(figures))
    console.print(_fields(figures))
    console.print("when, where, addressee: F1, found/annotated+extracted for nothing", style="dim")
    if figures.by_rule:
        console.print(_rules(figures))
    console.print(
        f"Confidence of 0.9 and more: {_percent(figures.confident.share)} % of what is extracted; "
        f"of these, {_percent(figures.confident_right.share)} % have content, kind, cue, speaker "
        f"and name right ({_ratio(figures.confident_right)})"
    )


def write_mistakes(found: Iterable[Mistake], stream: TextIO) -> None:
    """Writes one block a mistake, document by document."""
    console = _console(stream)
    for path, group in groupby(found, key=lambda mistake: mistake.path):
        console.print(Text(f"\n{path}", style="bold underline"), soft_wrap=True)
        for mistake in group:
            console.print(_block(mistake), soft_wrap=True)


def _console(stream: TextIO) -> Console:
    columns = os.environ.get("COLUMNS", "")
    has_width = stream.isatty() or columns.isdigit()
    return Console(file=stream, width=None if has_width else _WIDTH, highlight=False, emoji=False)


def _table(title: str, *columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, title=title, title_justify="left", title_style="bold")
    table.add_column("")
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _detection(figures: Figures) -> Table:
    table = _table("Detection", "precision", "recall", "F1", "found / gold", "right / extracted")
    overall = figures.overall

    def row(name: str, detection: Detection) -> None:
        shares = (detection.precision, detection.recall, detection.f1)
        found = f"{detection.found} / {detection.gold}"
        table.add_row(
            name, *map(_percent, shares), found, f"{detection.right} / {detection.records}"
        )

    row("overlap ≥ 0.5", overall.close)
    row("overlap ≥ 0.8", overall.exact)
    for kind, scores in figures.by_kind.items():
        row(f"  {kind}", scores.exact)
    row("who said what", overall.who)
    for kind, scores in figures.by_kind.items():
        row(f"  {kind}", scores.who)
    row("lenient > 0.3 of gold", overall.touched)
    row("lenient > 0.8 of gold", overall.covered)
    for level in figures.by_confidence:
        row(f"confidence ≥ {level.confidence}", level.exact)
        row("  who said what", level.who)
    return table


def _fields(figures: Figures) -> Table:
    table = _table("Of those detected (overlap ≥ 0.8)", "all", *figures.by_kind)
    columns = [figures.overall, *figures.by_kind.values()]

    def row(name: str, cells: Iterable[str]) -> None:
        table.add_row(name, *cells)

    def ratio(scores: Scores, name: str) -> str:
        value: Ratio = getattr(scores, name)
        return f"{_percent(value.share)}  {_ratio(value)}"

    def spans(scores: Scores, name: str) -> str:
        value: Detection = getattr(scores, name)
        return f"{_percent(value.f1)}  {value.found}/{value.gold}+{value.records - value.right}"

    for name in ("kind", "cue", "speaker", "name", "wrong_name"):
        row(name.replace("_", " "), [ratio(scores, name) for scores in columns])
    for name in ("when", "where", "addressee"):
        row(name, [spans(scores, name) for scores in columns])
    row("date", [ratio(scores, "date") for scores in columns])
    return table


def _rules(figures: Figures) -> Table:
    table = _table("By rule", "extracted", "detected", "precision", "right name", "all right")
    for rule, scores in figures.by_rule.items():
        counts = (scores.who, scores.all_right)
        share = Ratio(scores.exact, scores.records).share
        table.add_row(
            rule, str(scores.records), str(scores.exact), _percent(share), *map(str, counts)
        )
    return table


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


def _ratio(ratio: Ratio) -> str:
    return f"{ratio.right}/{ratio.total}"


def _block(mistake: Mistake) -> Text:
    block = Text(mistake.status.upper(), style=_STYLES[mistake.status])
    facts = [f"line {mistake.line}", mistake.kind]
    if mistake.gold_id is not None:
        facts.append(f"gold {mistake.gold_id}")
    if mistake.rule is not None:
        facts.append(f"{mistake.record_id} by {mistake.rule} at {mistake.confidence:.2f}")
    if mistake.overlap is not None:
        facts.append(f"overlap {mistake.overlap:.2f}")
    block.append(f"  {', '.join(facts)}", style="default")
    for part in mistake.parts:
        for label, value in _sides(mistake, part):
            block.append(f"\n  {label:<12}", style="dim")
            block.append(value, style="default")
    around = f"{_one_line(mistake.before)} ▸◂ {_one_line(mistake.after)}"
    block.append(f"\n  {'around':<12}{around}", style="dim")
    return block


def _sides(mistake: Mistake, part: Part) -> list[tuple[str, str]]:
    gold, found = (_shown(side) for side in (part.gold, part.found))
    if mistake.status == "missed":
        return [(part.field, gold)]
    if mistake.status == "spurious":
        return [(part.field, found)]
    if gold == found:
        return [(part.field, gold)]
    return [(part.field, gold), ("  found", found)]


def _shown(value: str | None) -> str:
    text = _one_line(value or "–")
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{text[:half]} […] {text[-half:]}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
