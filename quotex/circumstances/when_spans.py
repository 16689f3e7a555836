"""Values of the pieces that name weeks, months, years, or a distance in time."""

from __future__ import annotations

from datetime import date

from quotex.circumstances.period import Period
from quotex.circumstances.time_piece import Context, Piece


def month(piece: Piece, context: Context) -> Period | None:
    return _months(piece.number("month"), 1, piece, context)


def season(piece: Piece, context: Context) -> Period | None:
    return _months(piece.number("season"), piece.length, piece, context)


def slice_of_year(piece: Piece, context: Context) -> Period | None:
    first = ((piece.number("ordinal") or 1) - 1) * piece.length + 1
    return _months(first, piece.length, piece, context)


def year(piece: Piece, context: Context) -> Period | None:
    number = piece.number("year")
    return None if number is None else Period(date(number, 1, 1), "year")


def decade(piece: Piece, context: Context) -> Period | None:
    """Ten years; two figures are those of the last century."""
    number = piece.number("year")
    if number is None:
        return None
    if number < 100:
        number += 1900
    return Period(date(number // 10 * 10, 1, 1), "year", 10)


def shift(piece: Piece, context: Context) -> Period | None:
    """This week, last month, next year."""
    if context.today is None or piece.unit is None:
        return None
    side = piece.number("side")
    return Period.around(context.today, piece.unit).moved(piece.shift if side is None else side)


def ago(piece: Piece, context: Context) -> Period | None:
    """As exact as the unit: three weeks ago is a week."""
    count, unit = piece.measure()
    if context.today is None or count is None or unit is None:
        return None
    return Period.around(context.today, unit).moved(piece.shift * count)


def since_ago(piece: Piece, context: Context) -> Period | None:
    start = ago(piece, context)
    if start is None or context.today is None:
        return None
    return start.to(Period.around(context.today, start.unit))


def anchored(piece: Piece, context: Context) -> Period | None:
    """A distance from the time last spoken of; unknown when that is less exact than the unit."""
    count, unit = piece.measure()
    if context.anchor is None or unit is None:
        return None
    direction = piece.number("direction")
    steps = piece.shift if direction is None else direction * (count or 0)
    start = context.anchor.widened(unit)
    return None if start is None else start.moved(steps)


def between_months(piece: Piece, context: Context) -> Period | None:
    first, last = piece.number("month"), piece.number("month", 1)
    if first is None or last is None:
        return None
    end = _months(last, 1, piece, context)
    if end is None:
        return None
    return Period(date(end.first.year - (first > last), first, 1), "month").to(end)


def between_years(piece: Piece, context: Context) -> Period | None:
    first, last = piece.number("year"), piece.number("year", 1)
    if first is None or last is None:
        return None
    return Period(date(first, 1, 1), "year").to(Period(date(last, 1, 1), "year"))


def _months(first: int | None, length: int, piece: Piece, context: Context) -> Period | None:
    """``length`` months from month ``first``: of the year named, or nearest to the reference.

    Those under way count as past and as to come, but not as *last* or *next*.
    """
    number, side = piece.number("year"), piece.number("side")
    if first is None:
        return None
    if number is not None:
        return Period(date(number, first, 1), "month", length)
    if context.today is None:
        return None
    now = context.today.replace(day=1)
    years = range(now.year - 2, now.year + 3)
    found = [Period(date(each, first, 1), "month", length) for each in years]
    if side is not None:
        past = [each for each in found if each.last < now]
        return past[-1] if side < 0 else next(each for each in found if each.first > now)
    if context.future:
        return next(each for each in found if each.last >= now)
    return [each for each in found if each.first <= now][-1]
