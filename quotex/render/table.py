"""A table for people: who, what, and by which words, when and where; made for 80 columns."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotex.model import Attribution, DocumentInfo, Kind
from quotex.render import Extracted
from quotex.render.plain import plain
from quotex.render.shorten import shorten
from quotex.render.words import circumstances, who

_WIDTH = 80  # where there is no terminal to ask
_WIDEST = 200  # longer lines are hard to read
_LINES = 6  # of a content, about; what is longer is cut

_WHO, _SAID, _HOW = 0.25, 0.5, 0.22  # of the width: the first and the last at most
_LETTERS: dict[Kind, str] = {"direct": "D", "mixed": "M", "indirect": "I"}
_COLOURS: dict[Kind, str] = {"direct": "green", "mixed": "yellow", "indirect": "cyan"}


def write(items: Iterable[Extracted], stream: TextIO) -> None:
    """Writes one table for each document of ``items`` in which something was found."""
    console = Console(file=stream, width=table_width(stream), highlight=False, emoji=False)
    kinds: set[Kind] = set()
    for item in items:
        if item.result.attributions:
            console.print(_heading(item.result.document))
            console.print(_table(item.result.attributions, console))
            console.print()
            kinds.update(each.kind for each in item.result.attributions)
    if kinds:
        console.print(_legend(kinds))


def table_width(stream: TextIO) -> int:
    """How many columns a table may take: those of the terminal, or of ``COLUMNS``, else 80."""
    if stream.isatty():
        return min(Console(file=stream).width, _WIDEST)
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdigit() and int(columns) else _WIDTH


def _heading(document: DocumentInfo) -> Text:
    heading = Text(plain(document.title or document.path or ""), style="bold")
    facts = [document.path if document.title else None, document.place, document.date]
    facts.append(document.source)
    known = " · ".join(plain(fact) for fact in facts if fact)
    if known:
        heading.append(f"\n{known}", style="not bold dim")
    return heading.append("\n")


def _table(attributions: Sequence[Attribution], console: Console) -> Table:
    """The table as wide as it needs to be; who and how get a share of a width that is short."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), leading=1)
    table.add_column("#", no_wrap=True)
    for heading in ("who", "said", "how, when, where"):
        table.add_column(heading, overflow="fold")
    longest = int(_LINES * _SAID * console.width)
    digits = max(len(_number(each)) for each in attributions)
    for each in attributions:
        letter = Text.assemble((_number(each).rjust(digits), "dim"), " ", _letter(each.kind))
        table.add_row(letter, _who(each), _said(each, longest), _how(each))
    if console.measure(table).maximum >= console.width:
        table.columns[1].max_width = int(_WHO * console.width)
        table.columns[3].max_width = int(_HOW * console.width)
    return table


def _legend(kinds: Collection[Kind]) -> Text:
    known = (
        Text.assemble(_letter(kind), (f" {kind}", "dim")) for kind in _LETTERS if kind in kinds
    )
    return Text("  ").join(known)


def _number(attribution: Attribution) -> str:
    return attribution.id.rpartition("#")[2]


def _letter(kind: Kind) -> tuple[str, str]:
    return _LETTERS[kind], _COLOURS[kind]


def _who(attribution: Attribution) -> Text:
    name, mention, role = who(attribution.speaker)
    cell = Text(name or "?", style="bold")
    if mention:
        cell.append(f" ({mention})", style="not bold")
    if role:
        cell.append(f"\n{role}", style="not bold dim")
    return cell


def _said(attribution: Attribution, longest: int) -> Text:
    style = _COLOURS[attribution.kind]
    stretches = [plain(span.text) for span in attribution.content.spans]
    if not stretches:
        return Text("(not repeated)", style="dim")
    return Text(shorten(" […] ".join(stretches), longest), style=style)


def _how(attribution: Attribution) -> Text:
    lines = Text()
    for label, text, remark in circumstances(attribution):
        lines.append("\n" if lines else "")
        lines.append(label, style="dim")
        lines.append(plain(text))
        lines.append(remark, style="dim")
    if attribution.parent:
        lines.append("\n" if lines else "")
        lines.append(f"within {attribution.parent.rpartition('#')[2]}", style="dim")
    return lines
