"""Values of the pieces that name days."""

from __future__ import annotations

from datetime import date, timedelta

from quotex.circumstances.period import Period
from quotex.circumstances.time_piece import Context, Piece

_FAR = 8  # years to either side in which a date and its weekday must meet


def weekday(piece: Piece, context: Context) -> Period | None:
    """The nearest one on or before the reference, or the next one after it."""
    number, side = piece.number("weekday"), piece.number("side")
    if number is None or context.today is None:
        return None
    forward = context.future if side is None else side > 0
    strict = side is not None or (context.future and piece.value == "weekday")
    return Period(_weekday_from(context.today, number, forward, strict), "day")


def full_date(piece: Piece, context: Context) -> Period | None:
    """A date; without its year, the nearest on the reference's side."""
    day, month, year = piece.number("day"), piece.number("month"), piece.number("year")
    if day is None:
        return None
    if month is not None and year is not None:
        return Period(date(_full_year(year), month, day), "day")
    if context.today is None:
        return None
    nearest = _nearest(context.today, _dates(context.today, day, month), piece, context.future)
    return Period(nearest, "day") if nearest else None


def offset(piece: Piece, context: Context) -> Period | None:
    """So many days from the reference."""
    if context.today is None:
        return None
    days = piece.number("relative")
    first = context.today + timedelta(days=piece.shift if days is None else days)
    return Period(first, "day", piece.length)


def same_day(piece: Piece, context: Context) -> Period | None:
    """The day last spoken of, or else the reference."""
    if context.anchor is not None and context.anchor.is_day():
        return context.anchor
    return Period(context.today, "day") if context.today else None


def weekend(piece: Piece, context: Context) -> Period | None:
    """The one under way counts for *this*; *last* and *next* are other ones."""
    if context.today is None:
        return None
    side = piece.number("side")
    saturday = _weekday_from(context.today, 6, forward=False, strict=False)
    under_way = context.today.isoweekday() >= 6
    if side is None:
        weeks = 1 if context.future and not under_way else 0
    else:
        weeks = 1 if side > 0 else -int(under_way)
    return Period(saturday + timedelta(weeks=weeks), "day", 2)


def between_days(piece: Piece, context: Context) -> Period | None:
    first, last = piece.number("relative"), piece.number("relative", 1)
    if context.today is None or first is None or last is None:
        return None
    ends = [Period(context.today + timedelta(days=days), "day") for days in (first, last)]
    return ends[0].to(ends[1])


def between_weekdays(piece: Piece, context: Context) -> Period | None:
    """The second as a lone weekday would be; the first is the last such day before it."""
    first, second = piece.number("weekday"), piece.number("weekday", 1)
    if context.today is None or first is None or second is None:
        return None
    last = _weekday_from(context.today, second, context.future, strict=context.future)
    return Period(_weekday_from(last, first, forward=False, strict=True), "day").to(
        Period(last, "day")
    )


def between_dates(piece: Piece, context: Context) -> Period | None:
    """Two dates; the first has the month and the year of the second when it names none."""
    fields = dict(piece.fields)
    end = Piece(piece.rule, "date", tuple(fields.items()))  # the last word of each class
    last, day, month = full_date(end, context), piece.number("day"), piece.number("month")
    if last is None or day is None:
        return None
    if month is None or piece.count_of("month") == 1:
        month = last.first.month
    year = last.first.year - (month > last.first.month)
    return Period(date(year, month, day), "day").to(last)


def _weekday_from(today: date, number: int, forward: bool, strict: bool) -> date:
    days = (number - today.isoweekday() if forward else today.isoweekday() - number) % 7
    if strict and days == 0:
        days = 7
    return today + timedelta(days=days if forward else -days)


def _dates(today: date, day: int, month: int | None) -> list[date]:
    """All days of this number, of the month when it is known, in the years around."""
    found = []
    for year in range(today.year - _FAR, today.year + _FAR + 1):
        for each_month in (month,) if month else range(1, 13):
            try:
                found.append(date(year, each_month, day))
            except ValueError:  # not every month has it, nor every February
                continue
    return found


def _nearest(today: date, dates: list[date], piece: Piece, future: bool) -> date | None:
    """On the side that is asked for; a weekday and a month together tell the year themselves."""
    number, side = piece.number("weekday"), piece.number("side")
    if number is not None:
        dates = [day for day in dates if day.isoweekday() == number]
    if side is not None:
        dates = [day for day in dates if (day > today) - (day < today) == side]
    elif number is None or piece.number("month") is None:
        dates = [day for day in dates if (day >= today if future else day <= today)]
    return min(dates, key=lambda day: abs(day - today), default=None)


def _full_year(year: int) -> int:
    """Two figures stand for a year of the hundred up to 2049."""
    if year >= 100:
        return year
    return year + (2000 if year < 50 else 1900)
