"""What can go wrong because of what the user gave; the command line turns each into a message."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Cause = Literal[
    "binary",
    "crashed",
    "damaged",
    "encoding",
    "extra",
    "fault",
    "memory",
    "missing",
    "row",
    "timed-out",
    "too-deep",
    "too-long",
    "unreadable",
]
"""Why one input gave no result: what summaries count by."""


class QuotexError(Exception):
    """Base of every error that a user's input or rules can cause."""


class InputError(QuotexError):
    """One input that cannot be read.

    ``path`` as the user gave it, ``message`` what is wrong, ``hint`` what to do about it.
    """

    def __init__(
        self, path: str, message: str, hint: str | None = None, cause: Cause = "unreadable"
    ) -> None:
        super().__init__(path, message, hint, cause)
        self.path = path
        self.message = message
        self.hint = hint
        self.cause: Cause = cause

    def __str__(self) -> str:
        text = f"{self.path}: {self.message}"
        return f"{text}; {self.hint}" if self.hint else text


def outgrown(path: str, error: Exception) -> InputError | None:
    """What is wrong with an input that is too much for the machine; null for other errors."""
    if isinstance(error, MemoryError):
        return InputError(path, "too large for the memory of this machine", "split it", "memory")
    if isinstance(error, RecursionError):
        return InputError(path, "nested too deeply", None, "too-deep")
    return None


class Problem(NamedTuple):
    """Something wrong in a rule file, and where.

    ``line`` and ``column`` count from 1; they are 0 for what is wrong with the whole file.
    """

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"

    @property
    def where(self) -> str:
        """The path, with line and column if there are any."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


class RulesError(QuotexError):
    """Rule files that do not validate: every problem found in them, in order of place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
