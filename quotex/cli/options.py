"""The options that several commands share, in the order in which every command shows them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quotex.languages import LanguageName
from quotex.render import FormatName
from quotex.render import ReportFormat as ReportFormatName
from quotex.text.read import is_encoding

_FILTERS = "Filters"


class KindChoice(StrEnum):
    """The kinds of the model, as Typer wants the values of a repeatable option."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


def _check_date(value: str | None) -> str | None:
    if value is not None:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise typer.BadParameter(f"{value!r} is no date; write it like 2016-05-03") from None
    return value


def _check_encoding(value: str | None) -> str | None:
    if value is not None and not is_encoding(value):
        raise typer.BadParameter(
            f"{value!r} is no known encoding; examples: utf-8, windows-1252, latin-1, utf-16"
        )
    return value


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Text files, folders (searched for .txt and .md), or - for standard input.",
        show_default=False,
    ),
]
Format = Annotated[
    FormatName | None,
    typer.Option(
        "--format",
        "-f",
        help="How to show the results. Left out: by the extension of --output, "
        "else a table on a terminal and JSON Lines into a pipe.",
    ),
]
ReportFormat = Annotated[
    ReportFormatName | None,
    typer.Option(
        "--format",
        "-f",
        help="How to show the figures. Left out: by the extension of --output, "
        "else a table on a terminal and JSON into a pipe.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the results to FILE instead of standard output; "
        "with --format brat it may be a folder.",
    ),
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="YYYY-MM-DD",
        callback=_check_date,
        help="The day of publication, when the text does not give it; "
        "it turns a bare weekday into a date.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        callback=_check_encoding,
        help="The encoding of the files. Left out: found from the file.",
    ),
]
Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar="PATH",
        help="A file or folder of your own rules, on top of the built-in ones and of those that "
        "stand in quotex.yaml, or the name of a pack. Repeatable.",
    ),
]
NoBuiltin = Annotated[
    bool,
    typer.Option(
        "--no-builtin",
        help="Only your own rules. The built-in words and grammar, in which all rules are "
        "written, stay.",
    ),
]
Kinds = Annotated[
    list[KindChoice] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Only direct, mixed or indirect ones. Repeatable.",
        rich_help_panel=_FILTERS,
    ),
]
Speakers = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker",
        metavar="NAME",
        help="Only what NAME said: whole words of the name, case and accents set aside. "
        "Repeatable.",
        rich_help_panel=_FILTERS,
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="NUMBER",
        show_default=False,
        min=0.0,
        max=1.0,
        help="Only attributions with at least this confidence, from 0 to 1.",
        rich_help_panel=_FILTERS,
    ),
]
WithoutRules = Annotated[
    list[str] | None,
    typer.Option(
        "--without-rule",
        metavar="RULE",
        help="No attributions that this rule made. Repeatable.",
        rich_help_panel=_FILTERS,
    ),
]
Language = Annotated[
    LanguageName | None,
    typer.Option(
        "--lang",
        help="The language of the labels of a page. Left out: that of the system.",
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No warnings and no summary, only errors.")
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say what is done with each input.")]
