"""What ``rules/claims/quantities.yaml`` holds: words and signs of quantities."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.circumstances.calendar_rules import Word


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words around the two numbers of a range."""

    first: str
    then: str


@dataclass(frozen=True, slots=True)
class QuantityRules:
    """The file ``quantities.yaml``.

    An example holds the quantity between ``<`` and ``>``, its type and its value after ``=``.
    """

    numerals: tuple[Word, ...]
    ones: tuple[str, ...]
    joiners: tuple[str, ...]
    collectives: tuple[Word, ...]
    magnitudes: tuple[Word, ...]
    magnitude_signs: tuple[Word, ...]
    halves: tuple[str, ...]
    of: tuple[str, ...]
    about: tuple[Word, ...]
    between: tuple[Pair, ...]
    to: tuple[str, ...]
    not_ranges_after: tuple[str, ...]
    percents: tuple[str, ...]
    points: tuple[str, ...]
    fractions: tuple[Word, ...]
    whole_fractions: tuple[Word, ...]
    plural_articles: tuple[str, ...]
    out_of: tuple[str, ...]
    currencies: tuple[Word, ...]
    cents: tuple[Word, ...]
    durations: tuple[Word, ...]
    not_after: tuple[str, ...]
    not_quantities: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
