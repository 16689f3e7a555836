"""What the commands ``quotex rules …`` do."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import typer

from quotex.cli.messages import INPUT_FAILED, WRONG_USAGE, Messages, edge
from quotex.cli.rules_in_force import rules_in_force
from quotex.cli.shown import shown
from quotex.errors import Problem, RulesError
from quotex.extract import Extractor
from quotex.render import rules as render
from quotex.rulefiles.compile import Compiler
from quotex.rulefiles.compiled import Compiled
from quotex.rulefiles.marked import parse_marked
from quotex.rulefiles.nearest import nearest
from quotex.rulefiles.rulefile import ConstructionFile
from quotex.rulefiles.ruleset import Rule
from quotex.rulefiles.rulesources import RuleSources, sources
from quotex.rulefiles.rulespath import builtin_rules
from quotex.rulefiles.ruletest import RuleTester
from quotex.rulefiles.schema import schema as rule_schema
from quotex.rulefiles.yamlio import read_yaml


class RuleCommands:
    """The rules in force, for looking at them and for running their examples."""

    def __init__(self, own: Iterable[str] | None, *, builtin: bool) -> None:
        self._messages = Messages()
        self._given = list(own or ())
        self._builtin = builtin

    def list(
        self, construction: int | None, verb: str | None, format_: Literal["table", "json"]
    ) -> None:
        """Prints the rules that are asked for, in the order in which they are tried."""
        with edge(self._messages):
            compiler = self._compiler()
            rules = list(compiler.book.rules.values())
            if verb is not None:
                entry = compiler.book.verbs.get(verb)
                if entry is None:
                    hint = nearest(verb, compiler.book.verbs)
                    raise typer.BadParameter(f"{verb!r} is no reporting verb{hint}")
                taken = set(entry.takes)
                rules = [r for r in rules if r.cue == "verb" and taken & set(r.frames)]
            if construction is not None:
                rules = [rule for rule in rules if rule.construction == construction]
            rules.sort(key=lambda rule: (-rule.priority, rule.id))
            rows = [self._listed(compiler, rule) for rule in rules]
            if format_ == "json":
                render.write_json(rows, sys.stdout)
                return
            render.write_list(rows, sys.stdout)
            self._messages.summary(self._in_force(compiler))

    def show(self, name: str) -> None:
        """Prints one rule with what it finds in its examples."""
        with edge(self._messages):
            compiler = self._compiler()
            rule = compiler.book.rules.get(name)
            if rule is None:
                hint = nearest(name, compiler.book.rules)
                raise typer.BadParameter(f"there is no rule {name!r}{hint}")
            extractor = Extractor.of(self._compiled(compiler))
            texts = [parse_marked(example.text).text for example in rule.examples]
            found = [
                next((item for item in extractor.extract(text) if item.rule == name), None)
                for text in texts
            ]
            row = self._listed(compiler, rule)
            render.write_rule(row, zip(texts, found, strict=True), sys.stdout)

    def test(self, files: Iterable[str] | None) -> None:
        """Runs the examples of the rules of ``files``, by default of all rules."""
        failures = 0
        with edge(self._messages):
            compiler = self._compiler()
            book = compiler.book
            tester = RuleTester(self._compiled(compiler), book.rules.values(), book.macros)
            wanted = set(sources(files or ()).own)
            outcomes = []
            for rule in book.rules.values():
                if wanted and wanted.isdisjoint(book.files_of(rule)):
                    continue
                origin, _ = book.place_of(rule, "examples")
                for outcome in tester.outcomes(rule):
                    outcomes.append(outcome)
                    if outcome.is_failure:
                        failures += 1
                        render.write_failure(outcome, shown(origin), sys.stdout)
            render.write_summary(outcomes, self._constructions(), sys.stdout)
        if failures:
            raise typer.Exit(INPUT_FAILED)

    def _in_force(self, compiler: Compiler) -> str:
        """The files in force, in order: a later one has the say."""
        files = [shown(path) for path in compiler.book.own]
        first = ["the built-in rules"] if self._builtin else []
        return f"in force, the last before the others: {', '.join([*first, *files])}"

    def _compiler(self) -> Compiler:
        """The rule files, read; raises ``RulesError`` when they are wrong."""
        compiler = Compiler(self._sources())
        if compiler.problems:
            raise RulesError(compiler.problems)
        return compiler

    def _sources(self) -> RuleSources:
        return sources(rules_in_force(self._given), builtin=self._builtin)

    def _compiled(self, compiler: Compiler) -> Compiled:
        in_force = self._sources()
        base = Extractor().compiled
        return base if in_force == RuleSources() else compiler.compiled(base)

    def _listed(self, compiler: Compiler, rule: Rule) -> render.Listed:
        name = self._constructions().get(rule.construction, "")
        files = compiler.book.files_of(rule)
        return render.Listed(rule, name, ", ".join(shown(path) for path in files))

    @staticmethod
    def _constructions() -> dict[int, str]:
        """The constructions by number."""
        file = read_yaml(builtin_rules() / "constructions.yaml", ConstructionFile)
        return {int(number): title for number, title in file.constructions.items()}


def check(files: Iterable[str] | None) -> None:
    """Prints all problems of rule files; leaves with 2 when there are some."""
    with edge(Messages()):
        given = list(files) if files else rules_in_force(None)
        compiler = Compiler(sources(given))
        for rule in compiler.book.own_rules():
            for key, message in _doubts(rule):
                path, place = compiler.book.place_of(rule, key)
                typer.echo(Problem(shown(path), *place, f"warning: {message}"), err=True)
        try:
            compiler.compiled(Extractor().compiled)
        except RulesError as error:
            for problem in error.problems:
                typer.echo(problem._replace(path=shown(problem.path)))
            raise typer.Exit(WRONG_USAGE) from None


def _doubts(rule: Rule) -> Iterator[tuple[str, str]]:
    """What is not wrong in a rule but should be otherwise, with the key that it is about."""
    if not (rule.examples and rule.counter_examples):
        what = "counter-example" if rule.examples else "example"
        yield "id", f"the rule {rule.id} has no {what}"
    if rule.status == "deprecated":
        yield "status", f"the rule {rule.id} is deprecated: {rule.successor} takes its place"


def new(file: Path | None) -> None:
    """Writes the commented example of a rule file; never over a file that is there."""
    text = (builtin_rules() / "skeleton.yaml").read_text(encoding="utf-8")
    with edge(Messages()):
        if file is None:
            typer.echo(text, nl=False)
            return
        try:
            with file.open("x", encoding="utf-8") as stream:
                stream.write(text)
        except FileExistsError:
            raise typer.BadParameter(f"{file} is there already") from None
        typer.echo(f"{file}: next, quotex rules check {file}", err=True)


def schema() -> None:
    """Prints the JSON Schema of rule files."""
    typer.echo(json.dumps(rule_schema(), ensure_ascii=False, indent=2))
