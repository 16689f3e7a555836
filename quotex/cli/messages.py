"""Everything that is told to people: standard error, and the exit code that goes with it."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

import typer

from quotex.cli import INTERRUPTED
from quotex.cli.shown import shown
from quotex.errors import InputError, RulesError
from quotex.model import Notice

INPUT_FAILED = 1
WRONG_USAGE = 2
CLOSED_PIPE = 141  # what a shell shows for a program that a closed pipe ended

_REPORT = "this is a fault of quotex, please report it"


class Messages(NamedTuple):
    """Standard error, as loud as the user wants it; errors are always shown."""

    quiet: bool = False
    verbose: bool = False

    def error(self, error: InputError) -> None:
        """Says which input failed, why, and what to do."""
        hint = f"; {error.hint}" if error.hint else ""
        _print(error.path, "error: ", typer.colors.RED, error.message + hint)

    def fault(self, path: str, error: Exception) -> None:
        """Says that the program itself failed, with the traceback only when wanted."""
        if self.verbose:
            traceback.print_exception(error)
        more = "" if self.verbose else " with what --verbose prints"
        message = f"{type(error).__name__}: {error}; {_REPORT}{more}"
        _print(path, "error: ", typer.colors.RED, message)

    def warning(self, path: str, notice: Notice) -> None:
        """Says what should be known about one document, with the place."""
        if not self.quiet:
            place = f":{notice.line}:{notice.column}" if notice.line is not None else ""
            _print(path + place, "warning: ", typer.colors.YELLOW, notice.message)

    def problems(self, error: RulesError) -> None:
        """Says what is wrong in the user's rule files, a line for each problem."""
        for problem in error.problems:
            _print(
                problem._replace(path=shown(problem.path)).where,
                "error: ",
                typer.colors.RED,
                problem.message,
            )

    def detail(self, path: str, text: str) -> None:
        """Says what was done with one input, when the user wants to hear it."""
        if self.verbose:
            _print(path, "", None, text)

    def summary(self, text: str) -> None:
        """Says in one line what came of it all."""
        if not self.quiet:
            typer.echo(text, err=True)


def counted(number: int, noun: str) -> str:
    """So many of them, as in ``1 document`` and ``1,200 documents``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _print(place: str, label: str, colour: str | None, message: str) -> None:
    if "NO_COLOR" not in os.environ:
        label = typer.style(label, fg=colour)
    typer.echo(f"{place}: {label}{message}", err=True)  # echo drops colour outside a terminal


@contextmanager
def edge(messages: Messages) -> Iterator[None]:
    """Turns whatever goes wrong inside into a message and an exit code."""
    try:
        yield
    except (typer.Exit, typer.BadParameter):
        raise
    except RulesError as error:
        messages.problems(error)
        raise typer.Exit(WRONG_USAGE) from None
    except BrokenPipeError:
        _abandon_stdout()
        raise typer.Exit(CLOSED_PIPE) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except OSError as error:
        _abandon_stdout()
        reason = (error.strerror or str(error)).lower()
        messages.error(InputError(str(error.filename or "output"), reason))
        raise typer.Exit(INPUT_FAILED) from None
    except Exception as error:  # the last line of defence: no traceback reaches a user
        messages.fault("quotex", error)
        raise typer.Exit(INPUT_FAILED) from None


def _abandon_stdout() -> None:
    """Lets what is still buffered go, or it would fail again when Python ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
