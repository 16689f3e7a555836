"""The command ``quotex batch``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quotex.batch.sinks import StoreName
from quotex.cli import input_options, options
from quotex.cli.messages import Messages
from quotex.cli.output import keep_inputs
from quotex.filters import Filters
from quotex.inputs.fields import FieldNames
from quotex.inputs.inputs import Inputs
from quotex.inputs.source import Reading

_RUN = "The run"

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Texts (.txt, .md), web pages (.html), corpora of one document a line or row "
        "(.jsonl, .csv, .tsv), archives (.zip), any of them compressed (.gz), folders, "
        "or - for standard input.",
        show_default=False,
    ),
]
Output = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help="The file of results; it appears when all is done.",
        show_default=False,
        dir_okay=False,
    ),
]
Store = Annotated[
    StoreName | None,
    typer.Option(
        "--format", "-f", help="What OUT is. Left out: by its extension.", show_default=False
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        help="How many processes work. Left out: one for each core.",
        rich_help_panel=_RUN,
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Work on a Dask cluster: the address of its scheduler, as in tcp://host:8786, or "
        "local for one of --jobs processes on this machine.",
        rich_help_panel=_RUN,
    ),
]
Timeout = Annotated[
    float,
    typer.Option(
        metavar="SECONDS",
        min=0.001,
        help="What one document may take; one that takes longer has failed.",
        rich_help_panel=_RUN,
    ),
]
MaxChars = Annotated[
    int,
    typer.Option(
        "--max-chars",
        metavar="N",
        min=1,
        help="A document with more characters has failed.",
        rich_help_panel=_RUN,
    ),
]
KeepText = Annotated[
    bool,
    typer.Option(
        "--keep-text",
        help="Keep the texts of the documents: in the table of documents of SQLite, else in "
        "OUT.texts.jsonl.",
        rich_help_panel=_RUN,
    ),
]
FailFast = Annotated[
    bool,
    typer.Option(
        "--fail-fast", help="Stop at the first document that fails.", rich_help_panel=_RUN
    ),
]
Again = Annotated[
    bool,
    typer.Option(
        "--again",
        help="Do all again, also what is done and has not changed.",
        rich_help_panel=_RUN,
    ),
]


def batch(
    paths: Paths,
    output: Output,
    format_: Store = None,
    date: options.Date = None,
    encoding: options.Encoding = None,
    globs: input_options.Globs = None,
    input_format: input_options.InputFormat = None,
    text_field: input_options.TextField = None,
    id_field: input_options.IdField = None,
    date_field: input_options.DateField = None,
    title_field: input_options.TitleField = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    timeout: Timeout = 60.0,
    max_chars: MaxChars = 2_000_000,
    keep_text: KeepText = False,
    fail_fast: FailFast = False,
    again: Again = False,
    rules: options.Rules = None,
    no_builtin: options.NoBuiltin = False,
    kinds: options.Kinds = None,
    speakers: options.Speakers = None,
    min_confidence: options.MinConfidence = 0.0,
    without_rules: options.WithoutRules = None,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Extract from folders and corpora of any size into one file, on all cores.

    A run that was stopped goes on when the same command is given again; one bad document never
    stops the rest. Documents that failed are listed in OUT.failures.jsonl.

    Examples:

    \b
    quotex batch articles/ -o quotes.sqlite
    quotex batch corpus.jsonl.gz -o quotes.parquet --text-field body --id-field key
    quotex batch articles/ more.zip -o quotes.csv --jobs 4
    """
    if quiet and verbose:
        raise typer.BadParameter("choose one of them", param_hint="--quiet, --verbose")
    # Processes, SQLite and the engine are slow to import, and the other commands need none.
    from quotex.batch.files import Files
    from quotex.batch.pool import cores
    from quotex.cli.batch_run import BatchRun, check_cluster, choose_store

    check_cluster(cluster)
    keep_inputs(paths, output)
    name = choose_store(format_, output)
    fields = FieldNames(text_field, id_field, date_field, title_field)
    reading = Reading(encoding, fields, longest=max_chars)
    files = Files(output)
    BatchRun(
        inputs=Inputs(tuple(paths), reading, tuple(globs or ()), input_format, files.all()),
        files=files,
        store=name,
        filters=Filters(
            kinds=frozenset(kinds or ()),
            speakers=tuple(speakers or ()),
            min_confidence=min_confidence,
            without_rules=frozenset(without_rules or ()),
        ),
        rules=rules,
        builtin=not no_builtin,
        date=date,
        jobs=jobs or cores(),
        cluster=cluster,
        seconds=timeout,
        keep_text=keep_text,
        fail_fast=fail_fast,
        again=again,
        messages=Messages(quiet=quiet, verbose=verbose),
    ).run()
