"""The options that say how inputs are read, for every command that reads many."""

from __future__ import annotations

from typing import Annotated

import typer

from quotex.inputs.kinds import Format

_INPUTS = "Inputs"

Globs = Annotated[
    list[str] | None,
    typer.Option(
        "--glob",
        metavar="PATTERN",
        help="In folders and archives, only what matches PATTERN, as in --glob '*.jsonl.gz' or "
        "--glob '2016/*.txt'. Left out: texts and web pages. Repeatable.",
        rich_help_panel=_INPUTS,
    ),
]
InputFormat = Annotated[
    Format | None,
    typer.Option(
        "--input-format",
        help="What the inputs are, whatever their names; for standard input, for example.",
        rich_help_panel=_INPUTS,
    ),
]
TextField = Annotated[
    str | None,
    typer.Option(
        "--text-field",
        metavar="NAME",
        help="The field of a corpus that holds the text. Left out: by the usual names.",
        rich_help_panel=_INPUTS,
    ),
]
IdField = Annotated[
    str | None,
    typer.Option(
        "--id-field",
        metavar="NAME",
        help="The field with which the ids of its attributions begin.",
        rich_help_panel=_INPUTS,
    ),
]
DateField = Annotated[
    str | None,
    typer.Option(
        "--date-field",
        metavar="NAME",
        help="The field with the day of publication.",
        rich_help_panel=_INPUTS,
    ),
]
TitleField = Annotated[
    str | None,
    typer.Option(
        "--title-field",
        metavar="NAME",
        help="The field with the title.",
        rich_help_panel=_INPUTS,
    ),
]
