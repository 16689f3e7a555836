"""A table for people: the best to check first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotex.claims.listing import Listed
from quotex.render.claims.fields import answer_words, places, said_on, value_of
from quotex.render.plain import plain
from quotex.render.shorten import shorten
from quotex.render.table import table_width
from quotex.render.words import who

_LONGEST = 240  # characters of a content
_ANSWER = 120  # characters of an answer


def write(statements: Sequence[Listed], stream: TextIO) -> None:
    """Writes the table, with a line above each group."""
    if not statements:
        return
    console = Console(file=stream, width=table_width(stream), highlight=False, emoji=False)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), leading=1, pad_edge=False, expand=True)
    table.add_column("check", no_wrap=True)
    table.add_column("who, when", ratio=25)
    table.add_column("said", ratio=45)
    table.add_column("to check", ratio=30)
    above: str | None = None
    for statement in statements:
        if statement.group is not None and statement.group != above:
            table.add_row("", Text(plain(statement.group), style="bold underline"), "", "")
        above = statement.group
        table.add_row(_score(statement), _who(statement), _said(statement), _signals(statement))
    console.print(table)


def _score(statement: Listed) -> Text:
    claim = statement.claim
    lines = f"\n{claim.type}\n{statement.record.kind}"
    return Text.assemble((f"{claim.checkable:.2f}", "bold"), (lines, "dim"))


def _who(statement: Listed) -> Text:
    record = statement.record
    name, _, role = who(record.speaker)
    lines = Text(name or "?", style="bold")
    where = places(statement)[0][0]
    for fact in (role, said_on(record), where.rpartition("/")[2]):
        if fact:
            lines.append(f"\n{plain(fact)}", style="not bold dim")
    return lines


def _said(statement: Listed) -> Text:
    lines = Text(shorten(plain(statement.record.content.text), _LONGEST))
    for answer in statement.answers:
        name, cue, words = map(plain, answer_words(answer))
        said = f": {shorten(words, _ANSWER)}" if words else ""
        lines.append(f"\n→ {name}, {cue}{said}", style="yellow")
    for path, day in places(statement)[1:]:
        lines.append(f"\nalso in {plain(path)} {day}".rstrip(), style="dim")
    return lines


def _signals(statement: Listed) -> Text:
    shown = Text()
    for signal in statement.claim.signals:
        shown.append("\n" if shown else "")
        shown.append(f"{signal.type} ", style="dim")
        shown.append(plain(value_of(signal)))
    return shown
