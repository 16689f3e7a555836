"""What a time expression is worth: ISO 8601, as exact as its words are, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from quotex.circumstances import when_days, when_spans
from quotex.circumstances.period import Period
from quotex.circumstances.time_piece import Context, Piece, ValueKind

_Resolver = Callable[[Piece, Context], Period | None]

_LEADS: frozenset[ValueKind] = frozenset({"keep", "since", "until", "void"})
# These stand beside a piece that names the day, and say no day themselves.
_BESIDE: frozenset[ValueKind] = frozenset({"clock", "same-day"})
_RESOLVERS: Mapping[ValueKind, _Resolver] = {
    "ago": when_spans.ago,
    "anchored": when_spans.anchored,
    "between-dates": when_days.between_dates,
    "between-days": when_days.between_days,
    "between-months": when_spans.between_months,
    "between-weekdays": when_days.between_weekdays,
    "between-years": when_spans.between_years,
    "clock": when_days.same_day,
    "date": when_days.full_date,
    "decade": when_spans.decade,
    "month": when_spans.month,
    "offset": when_days.offset,
    "same-day": when_days.same_day,
    "season": when_spans.season,
    "shift": when_spans.shift,
    "since-ago": when_spans.since_ago,
    "slice": when_spans.slice_of_year,
    "this-weekday": when_days.weekday,
    "unknown": lambda piece, context: None,
    "weekday": when_days.weekday,
    "weekend": when_days.weekend,
    "year": when_spans.year,
}


def resolve(
    pieces: tuple[Piece, ...], reference: date | None, *, future: bool, anchor: str | None
) -> str | None:
    """The value of the pieces together; see :meth:`quotex.circumstances.calendar.Calendar.value`."""
    leads = {piece.value for piece in pieces} & _LEADS
    rest = [piece for piece in pieces if piece.value not in _LEADS]
    if "void" in leads or not rest:
        return None
    context = Context(
        reference, future or "until" in leads, Period.parse(anchor) if anchor else None
    )
    main = next((piece for piece in rest if piece.value not in _BESIDE), rest[0])
    try:
        period = _RESOLVERS[main.value](main, context)
    except (OverflowError, ValueError):  # the 31st of a shorter month, a year before the first
        return None
    if period is None:
        return None
    if leads & {"since", "until"}:
        return _stretch(period, reference)
    clock = next((piece for piece in rest if piece.value == "clock"), None)
    return period.iso() + (_hour(clock) if clock and period.is_day() else "")


def _stretch(period: Period, reference: date | None) -> str | None:
    """From the earlier of the two to the later, as exact as the period is."""
    if reference is None:
        return None
    now = Period.around(reference, period.unit)
    whole = period.to(now) or now.to(period)
    return whole.iso() if whole else None


def _hour(clock: Piece) -> str:
    """Only minutes make an hour exact; *à 15 h* says no more than the day."""
    hour, minute = clock.number("hour"), clock.number("minute")
    if hour is None or minute is None or hour > 23 or minute > 59:
        return ""
    return f"T{hour:02d}:{minute:02d}"
