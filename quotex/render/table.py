"""A table for people: who, what, and by which words, when and where; made for 80 columns."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TextIO
from unicodedata import category

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotex.model import Attribution, DocumentInfo, Kind
from quotex.render import Extracted

_WIDTH = 80  # where there is no terminal to ask
_WIDEST = 120  # longer lines are hard to read

_LETTERS: dict[Kind, str] = {"direct": "D", "mixed": "M", "indirect": "I"}
_COLOURS: dict[Kind, str] = {"direct": "green", "mixed": "yellow", "indirect": "cyan"}
_PREPOSITIONS = {"place": "at", "event": "at", "medium": "via"}


def write(items: Iterable[Extracted], stream: TextIO) -> None:
    """Writes one table for each document of ``items`` in which something was found."""
    console = Console(file=stream, width=_width(stream), highlight=False, emoji=False)
    for item in items:
        if item.result.attributions:
            console.print(_heading(item.result.document))
            console.print(_table(item.result.attributions))


def _width(stream: TextIO) -> int:
    if stream.isatty():
        return min(Console(file=stream).width, _WIDEST)
    columns = os.environ.get("COLUMNS", "")
    return int(columns) if columns.isdigit() and int(columns) else _WIDTH


def _heading(document: DocumentInfo) -> Text:
    heading = Text(_plain(document.title or document.path or ""), style="bold")
    facts = [document.path if document.title else None, document.place, document.date]
    facts.append(document.source)
    known = " · ".join(_plain(fact) for fact in facts if fact)
    if known:
        heading.append(f"\n{known}", style="not bold dim")
    return heading


def _table(attributions: Iterable[Attribution]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), leading=1, pad_edge=False, expand=True)
    table.add_column("#", no_wrap=True)
    table.add_column("who", ratio=5)
    table.add_column("said", ratio=11)
    table.add_column("how, when, where", ratio=6)
    for attribution in attributions:
        table.add_row(
            _number(attribution), _who(attribution), _said(attribution), _how(attribution)
        )
    return table


def _number(attribution: Attribution) -> Text:
    number = attribution.id.rpartition("#")[2]
    letter = _LETTERS[attribution.kind]
    return Text.assemble((number, "dim"), " ", (letter, _COLOURS[attribution.kind]))


def _who(attribution: Attribution) -> Text:
    speaker = attribution.speaker
    mention = _plain(speaker.mention.text) if speaker.mention else None
    lines = Text(_plain(speaker.name) if speaker.name else "?", style="bold")
    if mention and mention != speaker.name:
        lines.append(f"\n({mention})", style="not bold")
    if speaker.role:
        lines.append(f"\n{_plain(speaker.role)}", style="not bold dim")
    return lines


def _said(attribution: Attribution) -> Text:
    style = _COLOURS[attribution.kind]
    stretches = [_plain(span.text) for span in attribution.content.spans]
    if not stretches:
        return Text("(not repeated)", style="dim")
    said = Text(" […] ".join(stretches), style=style)
    if attribution.parent:
        number = attribution.parent.rpartition("#")[2]
        said.append(f"\n(within {number})", style="dim")
    return said


def _how(attribution: Attribution) -> Text:
    lines = Text()
    for label, text, remark in _circumstances(attribution):
        lines.append("\n" if lines else "")
        lines.append(label, style="dim")
        lines.append(_plain(text))
        lines.append(remark, style="dim")
    return lines


def _circumstances(attribution: Attribution) -> Iterator[tuple[str, str, str]]:
    """What stands in the last column, a line each: label, words of the text, remark."""
    cue = attribution.cue
    if cue:
        certainty = "" if cue.certainty == "asserted" else f" ({cue.certainty})"
        yield "", cue.text, certainty
    for addressee in attribution.addressee:
        yield "to ", addressee.text, ""
    for when in attribution.when:
        value = f" ({when.value})" if when.value and when.value != when.text else ""
        yield "when ", when.text, value
    for where in attribution.where:
        yield f"{_PREPOSITIONS[where.type]} ", where.text, ""


def _plain(text: str) -> str:
    """``text`` on one line, without the characters that a terminal would obey."""
    words = " ".join(text.split())
    if words.isprintable():
        return words
    return "".join(_shown(character) for character in words)


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return "" if category(character) == "Cf" else "\ufffd"  # Cf: soft hyphens and the like
