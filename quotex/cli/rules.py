"""The commands ``quotex rules …``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from quotex.cli import options

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE",
        help="Rule files or folders of your own. Left out: the rules that are in force here.",
        show_default=False,
    ),
]
Construction = Annotated[
    int | None,
    typer.Option("--construction", metavar="NUMBER", help="Only rules of this construction."),
]
Verb = Annotated[
    str | None,
    typer.Option(
        "--verb", metavar="INFINITIVE", help="Only rules that this reporting verb may stand in."
    ),
]
Format = Annotated[
    Literal["table", "json"], typer.Option("--format", "-f", help="How to show the rules.")
]
Target = Annotated[
    Path | None,
    typer.Argument(
        metavar="FILE", help="The file to make. Left out: standard output.", show_default=False
    ),
]

rules = typer.Typer(
    add_completion=False,
    rich_markup_mode="rich",
    help="Browse, check and test the rules, and start a file of your own.",
    no_args_is_help=True,
)


@rules.command("list")
def list_(
    construction: Construction = None,
    verb: Verb = None,
    own: options.Rules = None,
    no_builtin: options.NoBuiltin = False,
    format_: Format = "table",
) -> None:
    """List the rules in force: what each finds, in which order they are tried, where it is from.

    Examples:

    \b
    quotex rules list
    quotex rules list --construction 10        prepositions
    quotex rules list --verb promettre -f json | jq -r '.[].id'
    """
    from quotex.cli.rule_commands import RuleCommands

    RuleCommands(own, builtin=not no_builtin).list(construction, verb, format_)


@rules.command()
def show(
    rule: Annotated[str, typer.Argument(metavar="ID", help="The rule's id, as the list has it.")],
    own: options.Rules = None,
) -> None:
    """Show one rule, with what it finds in its examples, in colour."""
    from quotex.cli.rule_commands import RuleCommands

    RuleCommands(own, builtin=True).show(rule)


@rules.command()
def check(files: Files = None) -> None:
    """Say everything that is wrong in rule files, as path:line:column: message.

    Leaves with 2 when there is something, and with 0 when nothing is.
    """
    from quotex.cli.rule_commands import check as run

    run(files)


@rules.command("test")
def run_examples(files: Files = None, own: options.Rules = None) -> None:
    """Run the examples of rules: each with its rule alone, and with all rules together.

    An example marked "todo: true" is known to fail, and is told when it holds.

    Examples:

    \b
    quotex rules test                 the rules in force
    quotex rules test own.yaml        those of one file, among all others
    """
    from quotex.cli.rule_commands import RuleCommands

    RuleCommands([*(own or ()), *(files or ())], builtin=True).test(files)


@rules.command()
def new(file: Target = None) -> None:
    """Start a rule file of your own: a commented example of every section."""
    from quotex.cli.rule_commands import new as run

    run(file)


@rules.command()
def schema() -> None:
    """Print the JSON Schema of rule files, for completion in editors.

    With the YAML extension of an editor, a file names it in its first line:

    \b
    # yaml-language-server: $schema=quotex.rulefiles.schema.json
    """
    from quotex.cli.rule_commands import schema as run

    run()
