"""Stretches of the calendar, as ISO 8601 writes them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year"]

_ORDER: tuple[Unit, ...] = ("day", "week", "month", "year")
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)|-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T\d\d:\d\d)?)?)?\Z"
)


class Period(NamedTuple):
    """``length`` days, weeks (from Monday), months or years, from the day ``first``."""

    first: date
    unit: Unit
    length: int = 1

    @classmethod
    def around(cls, day: date, unit: Unit) -> Period:
        """The day, week, month or year that holds ``day``."""
        if unit == "week":
            return cls(day - timedelta(days=day.isoweekday() - 1), unit)
        if unit == "month":
            return cls(day.replace(day=1), unit)
        if unit == "year":
            return cls(day.replace(month=1, day=1), unit)
        return cls(day, unit)

    @classmethod
    def parse(cls, value: str) -> Period | None:
        """The period of a value, of an interval its end; None when it is not such a value."""
        found = _ISO.match(value.rpartition("/")[2])
        if found is None:
            return None
        year = int(found["year"])
        try:
            if found["week"]:
                return cls(date.fromisocalendar(year, int(found["week"]), 1), "week")
            if found["day"]:
                return cls(date(year, int(found["month"]), int(found["day"])), "day")
            if found["month"]:
                return cls(date(year, int(found["month"]), 1), "month")
            return cls(date(year, 1, 1), "year")
        except ValueError:
            return None

    @property
    def last(self) -> date:
        """The first day of its last day, week, month or year."""
        return self._step(self.length - 1)

    def is_day(self) -> bool:
        return self.unit == "day" and self.length == 1

    def moved(self, steps: int) -> Period:
        """So many units later, or earlier when ``steps`` is negative."""
        return Period(self._step(steps), self.unit, self.length)

    def widened(self, unit: Unit) -> Period | None:
        """The ``unit`` that holds it; None when it is longer than that."""
        if _ORDER.index(unit) < _ORDER.index(self.unit):
            return None
        return Period.around(self.first, unit)

    def to(self, other: Period) -> Period | None:
        """From the start of this one to the end of the other, which has the same unit."""
        steps = _steps(self.first, other.last, self.unit)
        return Period(self.first, self.unit, steps + 1) if steps >= 0 else None

    def iso(self) -> str:
        """``2016-05-03``, ``2016-W18``, ``2016-05``, ``2016``, or two of them around a ``/``."""
        first = self._written(self.first)
        return first if self.length == 1 else f"{first}/{self._written(self.last)}"

    def _step(self, steps: int) -> date:
        if self.unit == "day":
            return self.first + timedelta(days=steps)
        if self.unit == "week":
            return self.first + timedelta(weeks=steps)
        if self.unit == "year":
            return self.first.replace(year=self.first.year + steps)
        years, month = divmod(self.first.month - 1 + steps, 12)
        return self.first.replace(year=self.first.year + years, month=month + 1)

    def _written(self, day: date) -> str:
        if self.unit == "week":
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}"
        return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.unit]]


def _steps(first: date, last: date, unit: Unit) -> int:
    """How many units lie between two of their first days."""
    if unit == "year":
        return last.year - first.year
    if unit == "month":
        return 12 * (last.year - first.year) + last.month - first.month
    return (last - first).days // (7 if unit == "week" else 1)
