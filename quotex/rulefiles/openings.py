"""Which characters a match of a regular expression can begin with.

Where it is known before any matching that an expression cannot begin at a character, it need not
be tried there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

_Found = tuple[frozenset[str], bool]
"""The first characters, and whether the part may match nothing, so that what follows counts too."""
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_LOOKS = ("ASSERT", "ASSERT_NOT", "AT")


def openings(pattern: re.Pattern[str], alphabet: Iterable[str]) -> frozenset[str]:
    """The characters of ``alphabet`` that a match of ``pattern`` can begin with, and maybe more.

    Never fewer: where the expression cannot be read it is all of them.
    """
    every = frozenset(alphabet)
    try:
        parser: Any = import_module("re._parser")
        chars, empty = _sequence(parser.parse(pattern.pattern, pattern.flags), every)
    except (ImportError, LookupError):  # another make of Python, or a new kind of expression
        return every
    return every if empty else chars


def _sequence(parts: Any, every: frozenset[str]) -> _Found:
    found: frozenset[str] = frozenset()
    for operator, value in parts:
        chars, empty = _part(str(operator), value, every)
        found |= chars
        if not empty:
            return found, False
    return found, True


def _part(operator: str, value: Any, every: frozenset[str]) -> _Found:
    if operator in _LOOKS:
        return frozenset(), True
    if operator in _REPEATS:
        chars, empty = _sequence(value[2], every)
        return chars, empty or value[0] == 0
    if operator == "BRANCH":
        choices = [_sequence(choice, every) for choice in value[1]]
        return frozenset().union(*(chars for chars, _ in choices)), any(e for _, e in choices)
    if operator == "SUBPATTERN":
        return _sequence(value[-1], every)
    if operator == "ATOMIC_GROUP":
        return _sequence(value, every)
    return _TOKENS[operator](value, every), False


def _set(items: Any, every: frozenset[str]) -> frozenset[str]:
    chars: frozenset[str] = frozenset()
    for operator, value in items:
        if str(operator) != "NEGATE":
            chars |= _TOKENS[str(operator)](value, every)
    return every - chars if str(items[0][0]) == "NEGATE" else chars


def _category(name: Any, every: frozenset[str]) -> frozenset[str]:
    kind = str(name).removeprefix("CATEGORY_")
    sign = kind.removeprefix("NOT_")[0]
    wanted = re.compile("\\" + (sign if kind.startswith("NOT_") else sign.lower()))
    return frozenset(filter(wanted.match, every))


_TOKENS: dict[str, Any] = {
    "ANY": lambda value, every: every,
    "CATEGORY": _category,
    "IN": _set,
    "LITERAL": lambda value, every: every & {chr(value)},
    "NOT_LITERAL": lambda value, every: every - {chr(value)},
    "RANGE": lambda value, every: every & set(map(chr, range(value[0], value[1] + 1))),
}
