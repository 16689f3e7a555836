"""Whether two ISO 8601 values name the same time, as exactly as the coarser one can tell."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

# The first and the last minute of a stretch of time.
_Range = tuple[datetime, datetime]

_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_CALENDAR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d))?.*)?)?)?")
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


def agree(left: str, right: str) -> bool:
    """Whether the values are equal once the finer is rounded to the precision of the coarser.

    A month is rounded to its year, a day to its month or week, and so on; the first day of a week
    says in which month it is.  Of two intervals, beginnings and ends must agree.  A value that is
    not ISO 8601 agrees with itself only.
    """
    if left == right:
        return True
    ends, other_ends = left.split("/"), right.split("/")
    if len(ends) == len(other_ends) == 2:
        return all(agree(*pair) for pair in zip(ends, other_ends, strict=True))
    try:
        first, second = _range(left), _range(right)
    except ValueError:
        return False
    coarser, finer = sorted((first, second), key=_length, reverse=True)
    return coarser[0] <= finer[0] <= coarser[1]


def _length(stretch: _Range) -> timedelta:
    return stretch[1] - stretch[0]


def _range(value: str) -> _Range:
    start, _, end = value.partition("/")
    if end:
        return _range(start)[0], _range(end)[1]
    if match := _WEEK.fullmatch(value):
        monday = datetime.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + 7 * _DAY - _MINUTE
    match = _CALENDAR.fullmatch(value)
    if not match:
        raise ValueError(value)
    year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
    assert year is not None
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    last = date(year, last_month, day or monthrange(year, last_month)[1])
    begin = datetime(first.year, first.month, first.day, hour or 0, minute or 0)
    close_hour = 23 if hour is None else hour
    return begin, datetime(
        last.year, last.month, last.day, close_hour, 59 if minute is None else minute
    )
