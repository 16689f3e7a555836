"""What ``rules/calendar.yaml`` holds: words of time, and the patterns of time expressions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from quotex.circumstances.period import Unit
from quotex.circumstances.time_piece import ValueKind
from quotex.rulefiles.forms import Forms

PieceKind = Literal["bare", "clock", "day", "lead", "part", "span", "tail", "zone"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a class, and what it means there: a number, or a unit."""

    word: str
    means: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of piece: its forms, and how a value is had from it.

    ``unit``, ``shift`` and ``length`` are parameters of the value.  An example holds the
    expression between ``<`` and ``>`` and its value after ``=``; in a counter-example the pattern
    has no part in any expression.
    """

    id: str
    kind: PieceKind
    value: ValueKind
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    unit: Unit | None = None
    shift: int = 0
    length: int = 1


@dataclass(frozen=True)
class CalendarRules:
    """The file ``calendar.yaml``; ``example_date`` is the date against which examples count."""

    example_date: str
    words: dict[str, tuple[Word, ...]]
    shapes: dict[str, str]
    macros: dict[str, str]
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    patterns: tuple[Pattern, ...]

    def __post_init__(self) -> None:
        for pattern in self.patterns:
            for form in pattern.forms:
                try:
                    self.forms.regex(form)
                except ValueError as error:
                    raise ValueError(f'pattern "{pattern.id}": {error}') from error

    @cached_property
    def meanings(self) -> dict[str, dict[str, str]]:
        """By class, what each word means."""
        return {
            name: {entry.word: entry.means for entry in entries}
            for name, entries in self.words.items()
        }

    @cached_property
    def forms(self) -> Forms:
        return Forms(self.meanings, self.shapes, self.macros)
