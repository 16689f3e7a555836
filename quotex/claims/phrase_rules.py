"""What ``rules/claims/signals.yaml`` and ``rules/claims/marks.yaml`` hold: fixed expressions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from quotex.circumstances.calendar_rules import Word
from quotex.model import SignalType
from quotex.rulefiles.forms import Forms


@dataclass(frozen=True, slots=True)
class SignalPhrase:
    """An expression that is a signal.

    ``value`` is text in which ``{class}`` stands for what the word of that class means, or
    ``date``: that of the date in the expression.  ``with_``: one of these words must stand in the
    same content; ``not_after``: words that may not stand right before it.
    """

    id: str
    type: SignalType
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    value: str | None = None
    with_: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkPhrase:
    """An expression that tells something of the type of a statement; it is no signal."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    with_: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()


Phrase = SignalPhrase | MarkPhrase


@dataclass(frozen=True, slots=True)
class SignalFile:
    """The file ``signals.yaml``."""

    words: dict[str, tuple[Word, ...]]
    shapes: dict[str, str]
    macros: dict[str, str]
    not_times: frozenset[str]
    signals: tuple[SignalPhrase, ...]


@dataclass(frozen=True, slots=True)
class MarkFile:
    """The file ``marks.yaml``; its forms may name the classes, shapes and macros of the signals."""

    marks: tuple[MarkPhrase, ...]
    macros: dict[str, str] = field(default_factory=dict)


class PhraseRules(NamedTuple):
    """All expressions, and what their forms are written in."""

    phrases: tuple[Phrase, ...]
    forms: Forms
    not_times: frozenset[str]

    @classmethod
    def of(
        cls, signals: SignalFile, marks: MarkFile, calendar: Mapping[str, Mapping[str, str]]
    ) -> PhraseRules:
        """The expressions of both files, over the word classes of the calendar and their own."""
        own = {
            name: {word.word: word.means for word in words} for name, words in signals.words.items()
        }
        forms = Forms({**calendar, **own}, signals.shapes, {**signals.macros, **marks.macros})
        return cls((*signals.signals, *marks.marks), forms, signals.not_times)
