"""The command ``quotex eval``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from quotex.cli import options
from quotex.cli.messages import Messages
from quotex.cli.output import choose_format
from quotex.cli.rules_in_force import rules_in_force
from quotex.filters import Filters

Gold = Annotated[
    Path,
    typer.Argument(
        metavar="GOLD",
        help="A folder of annotated texts: each NAME.txt with its NAME.json.",
        show_default=False,
    ),
]
FormatName = Literal["table", "json"]
Format = Annotated[
    FormatName | None,
    typer.Option(
        "--format",
        "-f",
        help="How to show the figures. Left out: by the extension of --output, else a table.",
    ),
]
Errors = Annotated[
    bool,
    typer.Option("--errors", help="List every missed, spurious and differing attribution as well."),
]
FloorsFile = Annotated[
    Path | None,
    typer.Option(
        "--floors",
        metavar="FILE",
        dir_okay=False,
        help="Fail, with exit code 1, if a figure is below its floor in FILE.",
        rich_help_panel="Floors",
    ),
]
WriteFloors = Annotated[
    bool,
    typer.Option(
        "--write-floors",
        help="Raise the floors of this folder in FILE to the figures; none falls.",
        rich_help_panel="Floors",
    ),
]
LowerFloors = Annotated[
    bool,
    typer.Option(
        "--lower-floors",
        help="With --write-floors: let floors fall to the figures, too.",
        rich_help_panel="Floors",
    ),
]


def eval_(
    gold: Gold,
    format_: Format = None,
    output: options.Output = None,
    errors: Errors = False,
    rules: options.Rules = None,
    no_builtin: options.NoBuiltin = False,
    min_confidence: options.MinConfidence = 0.0,
    without_rules: options.WithoutRules = None,
    floors: FloorsFile = None,
    write: WriteFloors = False,
    lower: LowerFloors = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
) -> None:
    """Measure the current rules on annotated texts: precision, recall and F1.

    Examples:

    \b
    quotex eval samples                  all figures, by kind and by rule
    quotex eval samples --errors         with everything that is wrong
    quotex eval samples -f json | jq .overall.detection
    quotex eval samples --floors tests/floors.yaml
    """
    if (write and floors is None) or (lower and not write):
        raise typer.BadParameter(
            "--lower-floors needs --write-floors, and that needs --floors FILE",
            param_hint="--write-floors",
        )
    # Rich and the rules are slow to import, and the other commands need none of this.
    from quotex.cli.evaluation import Evaluation

    Evaluation(
        gold=gold,
        filters=Filters(
            min_confidence=min_confidence, without_rules=frozenset(without_rules or ())
        ),
        rules=rules_in_force(rules),
        builtin=not no_builtin,
        format=choose_format(format_, output, get_args(FormatName), piped="table"),
        output=output,
        errors=errors,
        floors=floors,
        write=write,
        lower=lower,
        messages=Messages(quiet=quiet, verbose=verbose),
    ).run()
