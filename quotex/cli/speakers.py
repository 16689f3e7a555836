"""The command ``quotex speakers``."""

from __future__ import annotations

from typing import Annotated

import typer

from quotex.cli import options
from quotex.cli.output import choose_format, keep_inputs, open_output
from quotex.cli.run import start
from quotex.render import REPORT_FORMATS
from quotex.shares import By, shares

Group = Annotated[
    By, typer.Option("--by", help="What has a line each: every speaker, or a group of them.")
]


def speakers(
    paths: options.Paths,
    by: Group = "speaker",
    format_: options.ReportFormat = None,
    output: options.Output = None,
    date: options.Date = None,
    encoding: options.Encoding = None,
    rules: options.Rules = None,
    no_builtin: options.NoBuiltin = False,
    kinds: options.Kinds = None,
    names: options.Speakers = None,
    min_confidence: options.MinConfidence = 0.0,
    without_rules: options.WithoutRules = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Show who speaks how much in French texts: attributions, words, share, kinds, dates.

    Attributions whose speaker has no name have a line of their own, the last.

    Examples:

    \b
    quotex speakers articles/                     who speaks, most words first
    quotex speakers articles/ --by gender         the share of women and men
    quotex speakers articles/ -o speakers.csv     for a spreadsheet
    quotex speakers articles/ --kind direct -f json | jq '.[0].speaker'
    """
    name = choose_format(format_, output, REPORT_FORMATS, piped="json")
    keep_inputs(paths, output)
    with start(
        date=date,
        encoding=encoding,
        rules=rules,
        builtin=not no_builtin,
        kinds=kinds,
        speakers=names,
        min_confidence=min_confidence,
        without_rules=without_rules,
        quiet=quiet,
        verbose=verbose,
    ) as run:
        items = run.parts(paths)
        lines = shares((found for item in items for found in item.result.attributions), by)
        from quotex.render.shares import write  # Rich is slow to import

        with open_output(output, name) as stream:
            write(lines, by, name, stream)
        run.finish(told=name == "table" or output is not None)
