"""The report of who speaks how much: a table for people, JSON or CSV for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotex.render import ReportFormat
from quotex.render.delimited import DelimitedWriter
from quotex.render.plain import plain
from quotex.render.table import table_width
from quotex.shares import By, Share


def write(lines: Sequence[Share], by: By, name: ReportFormat, stream: TextIO) -> None:
    """Writes the report ``lines``, of one line for each ``by``, in the format ``name``."""
    if name == "table":
        _write_table(lines, by, stream)
    elif name == "json":
        data = [_fields(line, by) for line in lines]
        stream.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        _write_csv(lines, by, stream)


def _fields(line: Share, by: By) -> dict[str, Any]:
    """The line as it is printed for programs; a speaker has a type, a group has speakers."""
    what = (
        {"type": line.type, "gender": line.gender}
        if by == "speaker"
        else {"speakers": line.speakers}
    )
    return {
        by: line.name,
        "resolved": line.resolved,
        **what,
        "documents": line.documents,
        "attributions": line.attributions,
        "words": line.words,
        "share": line.share,
        "kinds": dict(line.kinds),
        "first": line.first,
        "last": line.last,
    }


def _write_csv(lines: Sequence[Share], by: By, stream: TextIO) -> None:
    """Writes the fields of JSON as columns, with one for each kind."""
    writer = DelimitedWriter(stream, ",")
    no_line = Share(None, False, None, None, 0, 0, 0, 0, 0.0, {}, None, None)
    writer.header(list(_flat(no_line, by)))
    for line in lines:
        writer.row(_flat(line, by).values())


def _flat(line: Share, by: By) -> dict[str, Any]:
    fields = _fields(line, by)
    flat: dict[str, Any] = {}
    for name, value in fields.items():
        if name == "kinds":
            flat |= {kind: line.kinds.get(kind, 0) for kind in ("direct", "mixed", "indirect")}
        else:
            flat[name] = str(value).lower() if isinstance(value, bool) else value
    return flat


def _write_table(lines: Sequence[Share], by: By, stream: TextIO) -> None:
    if not lines:
        return
    console = Console(file=stream, width=table_width(stream), highlight=False, emoji=False)
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(by, overflow="fold")
    table.add_column("gender" if by == "speaker" else "speakers", no_wrap=True)
    for heading in ("said", "words", "share", "D", "M", "I"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("first, last", no_wrap=True)
    above: str | None = None
    for line in lines:
        under = by == "document" and line.name == above
        above = line.name
        who = line.gender or "" if by == "speaker" else str(line.speakers or "")
        dates = dict.fromkeys(day for day in (line.first, line.last) if day)
        table.add_row(_label(line, by, under), who, *_figures(line), "\n".join(dates))
    console.print(table)


def _label(line: Share, by: By, under: bool) -> Text:
    """The name of the line; ``under`` that of the same document it need not be said again."""
    name = plain(line.name) if line.name else ""
    if line.resolved:
        return Text(name or "(none)", style="bold")
    if by != "document" or under:
        return Text("  (unresolved)" if under else "(unresolved)", style="dim")
    return Text.assemble((name, "bold"), (" (unresolved)", "dim"))


def _figures(line: Share) -> list[str]:
    kinds = [str(count) if count else "" for count in line.kinds.values()]
    return [str(line.attributions), str(line.words), f"{100 * line.share:.1f} %", *kinds]
