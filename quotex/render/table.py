"""A table for people: who, what, and by which words, when and where; made for 80 columns."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotex.model import Attribution, DocumentInfo, Kind
from quotex.render import Extracted
from quotex.render.plain import plain
from quotex.render.shorten import shorten
from quotex.render.words import circumstances

_WIDTH = 80  # where there is no terminal to ask
_WIDEST = 200  # longer lines are hard to read
_LINES = 6  # of a content, about; what is longer is cut

_RATIOS = {"who": 5, "said": 11, "how, when, where": 6}
_LETTERS: dict[Kind, str] = {"direct": "D", "mixed": "M", "indirect": "I"}
_COLOURS: dict[Kind, str] = {"direct": "green", "mixed": "yellow", "indirect": "cyan"}


def write(items: Iterable[Extracted], stream: TextIO) -> None:
    """Writes one table for each document of ``items`` in which something was found."""
    console = Console(file=stream, width=table_width(stream), highlight=False, emoji=False)
    longest = _LINES * console.width * _RATIOS["said"] // sum(_RATIOS.values())
    for item in items:
        if item.result.attributions:
            console.print(_heading(item.result.document))
            console.print(_table(item.result.attributions, longest))


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
    return heading


def _table(attributions: Iterable[Attribution], longest: int) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), leading=1, pad_edge=False, expand=True)
    table.add_column("#", no_wrap=True)
    for heading, ratio in _RATIOS.items():
        table.add_column(heading, ratio=ratio)
    for attribution in attributions:
        said = _said(attribution, longest)
        table.add_row(_number(attribution), _who(attribution), said, _how(attribution))
    return table


def _number(attribution: Attribution) -> Text:
    number = attribution.id.rpartition("#")[2]
    letter = _LETTERS[attribution.kind]
    return Text.assemble((number, "dim"), " ", (letter, _COLOURS[attribution.kind]))


def _who(attribution: Attribution) -> Text:
    speaker = attribution.speaker
    mention = plain(speaker.mention.text) if speaker.mention else None
    lines = Text(plain(speaker.name) if speaker.name else "?", style="bold")
    if mention and mention != speaker.name:
        lines.append(f"\n({mention})", style="not bold")
    if speaker.role:
        lines.append(f"\n{plain(speaker.role)}", style="not bold dim")
    return lines


def _said(attribution: Attribution, longest: int) -> Text:
    style = _COLOURS[attribution.kind]
    stretches = [plain(span.text) for span in attribution.content.spans]
    if not stretches:
        return Text("(not repeated)", style="dim")
    said = Text(shorten(" […] ".join(stretches), longest), style=style)
    if attribution.parent:
        number = attribution.parent.rpartition("#")[2]
        said.append(f"\n(within {number})", style="dim")
    return said


def _how(attribution: Attribution) -> Text:
    lines = Text()
    for label, text, remark in circumstances(attribution):
        lines.append("\n" if lines else "")
        lines.append(label, style="dim")
        lines.append(plain(text))
        lines.append(remark, style="dim")
    return lines
