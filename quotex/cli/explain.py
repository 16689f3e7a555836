"""The command ``quotex explain``."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from quotex.cli import options

File = Annotated[
    str,
    typer.Argument(
        metavar="FILE", help="A text file, or - for standard input.", show_default=False
    ),
]
Line = Annotated[
    int | None,
    typer.Option("--line", metavar="NUMBER", min=1, help="Only what begins in this line."),
]
Offset = Annotated[
    int | None,
    typer.Option(
        "--offset",
        metavar="NUMBER",
        min=0,
        help="Only what holds this character; they are counted from 0, as in the results.",
    ),
]
Format = Annotated[
    Literal["table", "json"] | None,
    typer.Option(
        "--format",
        "-f",
        help="How to show it. Left out: a table on a terminal and JSON into a pipe.",
    ),
]


def explain(
    file: File,
    line: Line = None,
    offset: Offset = None,
    format_: Format = None,
    date: options.Date = None,
    encoding: options.Encoding = None,
    rules: options.Rules = None,
    no_builtin: options.NoBuiltin = False,
) -> None:
    """Tell for each cue and each quotation what was made of it, by which rule, or why nothing was.

    With --line or --offset, the sentence is shown as patterns of rules see it, and the verbs that
    report nothing are named, too.

    Examples:

    \b
    quotex explain article.txt               everything, in the order of the text
    quotex explain article.txt --line 12     what begins in line 12
    quotex explain article.txt --offset 345  what holds the character 345
    """
    if line is not None and offset is not None:
        raise typer.BadParameter("choose one of them", param_hint="--line, --offset")
    from quotex.cli.explained import explained
    from quotex.render import explanation as render

    name = format_ or ("table" if sys.stdout.isatty() else "json")
    write = render.write_json if name == "json" else render.write
    with explained(file, date, encoding, rules, builtin=not no_builtin) as found:
        wanted = [
            item
            for item in found
            if line in (None, item.line)
            and (item.kind in ("cue", "quotation") or line is not None or offset is not None)
            and (offset is None or item.span.start <= offset < item.span.end)
        ]
        write(file, wanted, sys.stdout)
