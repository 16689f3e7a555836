"""One text, explained by the rules in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer

from quotex.cli.messages import INPUT_FAILED, Messages, edge
from quotex.cli.rules_in_force import rules_in_force
from quotex.errors import InputError, RulesError
from quotex.explain import Explained, Explainer
from quotex.extract import Extractor
from quotex.inputs.inputs import Inputs
from quotex.inputs.source import Reading
from quotex.rulefiles.compile import Compiler
from quotex.rulefiles.rulesources import sources


@contextmanager
def explained(
    file: str,
    date: str | None,
    encoding: str | None,
    rules: Iterable[str] | None,
    *,
    builtin: bool,
) -> Iterator[list[Explained]]:
    """What there is to say of the text; what goes wrong inside becomes an exit code."""
    messages = Messages()
    with edge(messages):
        in_force = rules_in_force(rules)
        compiler = Compiler(sources(in_force, builtin=builtin))
        if compiler.problems:
            raise RulesError(compiler.problems)
        compiled = Extractor(in_force, builtin=builtin).compiled
        book = compiler.book
        explainer = Explainer(compiled, book.rules.values(), book.macros)
        reading = Reading(encoding)
        try:
            (source, *others) = Inputs((file,), reading).sources(messages.warning)
            if others:
                raise typer.BadParameter(f"{file} holds several texts; name one of them")
            document = source.load(reading)
        except InputError as error:
            messages.error(error)
            raise typer.Exit(INPUT_FAILED) from None
        yield explainer.explain(document.text, date=document.date or date, path=document.path)
