"""The command ``quotex claims``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotex.claims.listing import By, sources, statements
from quotex.cli import options
from quotex.cli.output import choose_format, keep_inputs, open_output
from quotex.cli.run import start
from quotex.filters import Filters
from quotex.render import FormatName
from quotex.render.claims import (
    CLAIM_FORMATS,
    ClaimFormat,
    claim_renderer,
    format_of_file,
    is_claim_review,
)

Least = Annotated[
    float | None,
    typer.Option(
        "--min-checkable",
        metavar="NUMBER",
        show_default=False,
        min=0.0,
        max=1.0,
        help="Only statements with at least this score, from 0 to 1. Left out: 0.5.",
    ),
]
Group = Annotated[
    By | None,
    typer.Option("--by", help="Group the statements of one speaker, or on one word."),
]
Format = Annotated[
    ClaimFormat | None,
    typer.Option(
        "--format",
        "-f",
        help="How to show them; claimreview are drafts for fact-checkers, in JSON-LD. Left out: by "
        "the extension of --output, else a table on a terminal and JSON Lines into a pipe.",
    ),
]
_TABLES: tuple[FormatName, ...] = ("table", "jsonl", "csv", "markdown")


def claims(
    paths: options.Paths,
    least: Least = None,
    by: Group = None,
    format_: Format = None,
    output: options.Output = None,
    date: options.Date = None,
    encoding: options.Encoding = None,
    rules: options.Rules = None,
    no_builtin: options.NoBuiltin = False,
    kinds: options.Kinds = None,
    speakers: options.Speakers = None,
    min_confidence: options.MinConfidence = 0.0,
    without_rules: options.WithoutRules = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """List the statements that can be checked, best first, with what was answered to them.

    A statement that stands in several texts is listed once, with all its appearances.

    Examples:

    \\b
    quotex claims articles/                              what to check, best first
    quotex claims articles/ --by speaker -o check.md     a list for each speaker
    quotex claims articles/ --min-checkable 0.8 -o check.csv
    quotex claims article.txt -f claimreview -o drafts.jsonld
    """
    name = _format(format_, output)
    keep_inputs(paths, output)
    wanted = Filters(
        kinds=frozenset(kinds or ()),
        speakers=tuple(speakers or ()),
        min_confidence=min_confidence,
        without_rules=frozenset(without_rules or ()),
    )
    with start(
        date=date,
        encoding=encoding,
        rules=rules,
        builtin=not no_builtin,
        kinds=None,  # what is filtered away may still answer what is not
        speakers=None,
        min_confidence=0.0,
        without_rules=None,
        quiet=quiet,
        verbose=verbose,
    ) as run:
        reader = run.extractor.compiled.claims
        found = statements(
            (sources(item.text, item.result.attributions) for item in run.extract(paths)),
            reader.threshold if least is None else least,
            wanted.keeps,
            by,
            reader.tells_topic,
        )
        with open_output(output, format_of_file(name)) as stream:
            claim_renderer(name)(found, stream)
        run.finish(told=name == "table" or output is not None)


def _format(asked: ClaimFormat | None, output: Path | None) -> ClaimFormat:
    if asked is None and output is not None and is_claim_review(output):
        return "claimreview"
    if asked == "claimreview":
        return asked
    chosen = choose_format(asked, output, _TABLES, piped="jsonl")
    return next(name for name in CLAIM_FORMATS if name == chosen)
