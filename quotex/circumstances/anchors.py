"""The dates of time expressions, also of those that count from a time spoken of before."""

from __future__ import annotations

import re
from datetime import date

from quotex.circumstances.calendar import Calendar
from quotex.rulefiles.forms import head
from quotex.text.tokens import Tape

_WORD = re.compile(r"\w+")
_REACH = 1500
"""Characters before an expression in which the time it counts from is looked for."""


class Anchors:
    """Works out the values of expressions in a text; one for a calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar

    def value(
        self, tape: Tape, start: int, end: int, published: date | None, future: bool
    ) -> str | None:
        """The expression ``[start, end)`` in ISO 8601; null when it cannot be known."""
        found = self._calendar.match(tape.shadow, start, end)
        if found is None:
            return None
        value = self._calendar.value(found, published, future=future)
        if value is not None:
            return value
        anchor = self._before(tape.shadow, start, published)
        return self._calendar.value(found, published, future=future, anchor=anchor)

    def _before(self, shadow: str, start: int, published: date | None) -> str | None:
        """The value of the last expression before ``start`` that has one."""
        anchor: str | None = None
        words = [
            (word.start(), head(word.group(), 0))
            for word in _WORD.finditer(shadow, max(0, start - _REACH), start)
        ]
        for found in self._calendar.scan(shadow, words, start):
            value = self._calendar.value(found, published, anchor=anchor)
            anchor = value.partition("/")[0] if value else anchor
        return anchor
