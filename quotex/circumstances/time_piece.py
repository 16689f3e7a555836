"""What a piece of a time expression says, free of its words; and what it is read against."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from quotex.circumstances.period import Period, Unit

ValueKind = Literal[
    "ago",  # `count` units before the reference (`shift` -1) or after it (1)
    "anchored",  # `count` units, or the pattern's own, from the time last spoken of
    "between-dates",
    "between-days",  # two words of the class `relative`
    "between-months",
    "between-weekdays",
    "between-years",
    "clock",  # an hour of the day; exact only when it has minutes
    "date",  # a day of the month, with what is known of month, year and weekday
    "decade",
    "keep",  # a lead that changes nothing
    "month",
    "offset",  # days from the reference: `shift`, or what the word `relative` means
    "same-day",  # a part of the day spoken of
    "season",  # `length` months from the one that the word `season` means
    "shift",  # the reference's `unit`, moved by `shift` or by what the word `side` means
    "since-ago",  # from so many units before the reference to the reference
    "since",  # a lead: from then to the reference
    "slice",  # a part of a year: `length` months, counted by the word `ordinal`
    "this-weekday",  # like a weekday, and the reference's own day counts ahead too
    "unknown",
    "until",  # a lead: from the reference to then
    "void",  # a lead: before or after then, that is, no one knows when
    "weekday",
    "weekend",
    "year",
]

_UNITS: dict[str, Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
_HOURS_A_DAY = 24


class Piece(NamedTuple):
    """One piece of a time expression: pattern, parameters, and its words as meanings."""

    rule: str
    value: ValueKind
    fields: tuple[tuple[str, str], ...] = ()
    unit: Unit | None = None
    shift: int = 0
    length: int = 1

    def number(self, name: str, index: int = 0) -> int | None:
        """What the word of this class means, the ``index``-th of several; None when not there."""
        values = self._all(name)
        return int(values[index]) if -len(values) <= index < len(values) else None

    def count_of(self, name: str) -> int:
        return len(self._all(name))

    def measure(self) -> tuple[int | None, Unit | None]:
        """How many of which unit: those named, or the pattern's; hours become whole days."""
        count = self.number("count")
        named = self._all("unit")
        if not named:
            return count, self.unit
        if named[0] in _UNITS:
            return count, _UNITS[named[0]]
        return (None if count is None else count // _HOURS_A_DAY), "day"

    def _all(self, name: str) -> list[str]:
        return [value for key, value in self.fields if key == name]


class Context(NamedTuple):
    """The date of publication, whether to look ahead, and the time last spoken of."""

    today: date | None
    future: bool = False
    anchor: Period | None = None
