"""Date lines: *Quimper, 3 mai 2016 (Agence du Ponant) -*, *Publié le 3 mai 2016 à 15h13*.

A date line is read part by part, in any order: labels, dates, hours, a city, a source, names.
It is a line of its own, or the beginning of a paragraph that a dash or a stop sets off.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from quotex.circumstances.calendar import Calendar, TimeExpression
from quotex.document.document_rules import DocumentPatterns

Role = Literal["modified", "plain", "published"]

_BETWEEN = re.compile(r"[ ,;|·•/:–—-]*(?:\.(?!\w)[ ,;|·•/:–—-]*)?")
_SETS_OFF = re.compile(r"[|–—]|-(?= |\Z)|(?<= )-")
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,40})[)\]]|/([A-Z]{2,10})/")
_AFTER_CITY = re.compile(r" ?(?:,|\(|\[|/)|\.? ?[|–—]|\.? -(?= )")
_DASH_AFTER_CITY = re.compile(r"\.? ?(?:[|–—]|-(?= ))| \(")
_OPENING = re.compile(r"[«\"“‘'\[(]|[^\W\d_]")
_STOP = re.compile(r"[.…][»”\"' )]*\Z")


class DateLine(NamedTuple):
    """What a date line says; ``end`` is where the text after it begins."""

    end: int
    dates: tuple[tuple[Role, TimeExpression], ...]
    place: tuple[int, int] | None
    source: tuple[int, int] | None

    def published(self) -> TimeExpression | None:
        """The date of publication: the one that says so, else the first."""
        by_role = dict(reversed(self.dates))
        return by_role.get("published") or by_role.get("plain") or by_role.get("modified")


class DateLines:
    """Reads date lines; one for a set of patterns and a calendar."""

    def __init__(self, patterns: DocumentPatterns, calendar: Calendar) -> None:
        self._patterns = patterns
        self._calendar = calendar

    def read(self, shadow: str, start: int, end: int, *, early: bool = False) -> DateLine | None:
        """The date line that the line ``[start, end)`` is or begins with.

        ``early``: a city alone is enough, in capitals before a dash or in brackets.
        """
        scan = _Scan(self._patterns, self._calendar, shadow, start, end, early)
        scan.run()
        return scan.result()

    def tail(self, shadow: str, start: int, end: int) -> DateLine | None:
        """The date that ends a short line without a stop: *La chronique de X, 3 mai 2016*."""
        comma = shadow.rfind(", ", start, end)
        if comma < 0 or end - start > 100 or _STOP.search(shadow[start:end]):
            return None
        found = self.read(shadow, comma + 2, end)
        return found if found and found.end == end and found.dates else None


class _Scan:
    """One reading of one line: the position moves on as parts are recognised."""

    def __init__(
        self,
        patterns: DocumentPatterns,
        calendar: Calendar,
        shadow: str,
        start: int,
        end: int,
        early: bool,
    ) -> None:
        self.patterns = patterns
        self.calendar = calendar
        self.shadow = shadow
        self.start = start
        self.end = end
        self.early = early
        self.at = start
        self.role: Role = "plain"
        self.labels = 0
        self.hours = 0
        self.dates: list[tuple[Role, TimeExpression]] = []
        self.place: tuple[int, int] | None = None
        self.source: tuple[int, int] | None = None
        self.signed = False
        self.bracketed = False
        self.gap = ""

    def run(self) -> None:
        """Read parts until something is none; ``gap`` is what stands before that."""
        self.at = self._skip(self.start)
        while self.at < self.end and self._part():
            after = self.at
            self.at = self._skip(after)
            self.gap = self.shadow[after : self.at]

    def result(self) -> DateLine | None:
        """What was read, when it makes a date line."""
        rest = self.at < self.end
        if rest and not (self._set_off() and _OPENING.match(self.shadow, self.at)):
            return None
        told = bool(self.dates or (self.labels and self.hours))
        if rest:
            told = told or self.source is not None or self._lone_city()
        if not (told or (self.signed and not rest)):
            return None
        return DateLine(self.at, tuple(self.dates), self.place, self.source)

    def _skip(self, position: int) -> int:
        found = _BETWEEN.match(self.shadow, position, self.end)
        return found.end() if found else position

    def _part(self) -> bool:
        return self._label() or self._date() or self._hour() or self._brackets() or self._name()

    def _label(self) -> bool:
        roles: tuple[Role, ...] = ("published", "modified")
        for role, pattern in zip(
            roles, (self.patterns.published, self.patterns.modified), strict=True
        ):
            if found := pattern.at(self.shadow, self.at, self.end):
                self.role, self.at = role, found.end
                self.labels += 1
                return True
        return False

    def _date(self) -> bool:
        found = self.calendar.match(self.shadow, self.at, self.end)
        if found is None:
            return False
        piece = found.pieces[0]
        full = piece.value == "date" and piece.number("month") is not None
        if full:
            self.dates.append((self.role, found))
            self.role = "plain"
        elif not (self.labels and piece.value == "clock"):
            return False
        self.hours += 1
        self.at = found.end
        return True

    def _hour(self) -> bool:
        found = self.patterns.hours.at(self.shadow, self.at, self.end)
        if found is None or not (self.labels or self.dates):
            return False
        self.hours += 1
        self.at = found.end
        return True

    def _brackets(self) -> bool:
        found = _BRACKETS.match(self.shadow, self.at, self.end)
        if found is None:
            return False
        inside = found.span(1) if found[1] is not None else found.span(2)
        agency = self.patterns.agency.at(self.shadow, *inside) is not None
        if agency or ((self.place or self.dates) and not self.source):
            # « Nations unies (Etats-Unis), 12 nov 2021 (AFP) »: the agency, not the country
            self.source = inside if agency else self.source or inside
            self.bracketed = self.bracketed or agency
        elif self.early and self.at == self.start and self._is_city(inside):
            self.place, self.bracketed = inside, True
        else:
            return False
        self.at = found.end()
        return True

    def _is_city(self, span: tuple[int, int]) -> bool:
        found = self.patterns.city.at(self.shadow, *span)
        return found is not None and found.end == span[1]

    def _name(self) -> bool:
        """A source or a city, and the names of those who wrote."""
        if found := self.patterns.bylines.at(self.shadow, self.at, self.end):
            self.labels += 1
            self.signed = True
            self.at = found.end
            return True
        agency = self.patterns.agency.at(self.shadow, self.at, self.end)
        if agency and not self.source and _AFTER_CITY.match(self.shadow, agency.end, self.end):
            self.source = (agency.start, agency.end)
            self.at = agency.end
            return True
        city = self.patterns.city.at(self.shadow, self.at, self.end)
        if city is None or self.place or not self._ends_city(city.end):
            return False
        self.place, self.at = (city.start, city.end), city.end
        return True

    def _ends_city(self, position: int) -> bool:
        """After a dash, only another dash tells a city from the first word of the text."""
        if position == self.end:
            return bool(self.dates)
        follows = _DASH_AFTER_CITY if _SETS_OFF.search(self.gap) else _AFTER_CITY
        return follows.match(self.shadow, position, self.end) is not None

    def _set_off(self) -> bool:
        """Whether what was read is set off from the text after it."""
        if _SETS_OFF.search(self.gap) or (self.bracketed and self.gap.startswith(" ")):
            return True
        if ":" in self.gap:
            return bool(self.labels and self.hours)
        return "." in self.gap and bool(self.dates)

    def _lone_city(self) -> bool:
        if not self.early or self.place is None:
            return False
        start, end = self.place
        capitals = self.shadow[start:end].isupper() and end - start > 2
        return self.bracketed or capitals
