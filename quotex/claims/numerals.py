"""What a number is worth, in digits or in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

_GROUPED = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?\Z")
_PARTS = re.compile(r"[^\W\d_]+")
_SCORE, _HUNDRED, _THOUSAND = 20, 100, 1000

DIGITS = r"(?:\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+)(?:,\d+)?|\d+\.\d+"
"""A number in digits, as it is printed: 1 300, 1.300, 3,5 and also 3.5."""


def in_digits(text: str) -> Decimal:
    """The worth of a number that matches :data:`DIGITS`."""
    if _GROUPED.match(text):
        text = text.replace(" ", "").replace(".", "")
    return Decimal(text.replace(",", "."))


def in_words(text: str, meanings: Mapping[str, int], joiners: Sequence[str]) -> Decimal:
    """The worth of a number in words; ``meanings`` are those of its parts, in lower case."""
    thousands = current = last = 0
    for part in _PARTS.findall(text.lower()):
        if part in joiners:
            continue
        value = meanings[part]
        if value == _THOUSAND:
            thousands += max(current, 1) * _THOUSAND
            current = 0
        elif value == _HUNDRED:
            current = max(current, 1) * _HUNDRED
        elif value == _SCORE and last == 4:  # quatre-vingts
            current += 4 * _SCORE - last
        else:
            current += value
        last = value
    return Decimal(thousands + current)


def plain(value: Decimal) -> str:
    """The number in digits, with a decimal point and no more digits than it needs."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
