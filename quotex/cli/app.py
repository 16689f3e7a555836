"""The application: its commands and its global options."""

from __future__ import annotations

from typing import Annotated

import typer

from quotex.cli.commands import Commands

app = typer.Typer(
    cls=Commands,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"quotex {version('quotex')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def quotex(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Find out from French text files who said what, when and where.

    [not dim]Start with [bold]quotex extract FILE.txt[/bold], a text in French. Then:[/not dim]

    \b
    quotex extract FILE.txt -o FILE.html   a page that shows the text
    quotex extract FOLDER/ -o said.csv     all of a folder, for a spreadsheet
    quotex speakers FOLDER/                who speaks how much
    quotex explain FILE.txt                why something was found, or was not
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
