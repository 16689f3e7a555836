"""What a document says of itself, and which stretches of it are furniture of the page.

Furniture (date lines, credits, links, buttons) says nothing and is not to be read as text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Date
from pathlib import PurePath
from typing import NamedTuple

from quotex.circumstances.calendar import Calendar, TimeExpression
from quotex.document.date_lines import DateLine, DateLines
from quotex.document.document_rules import DocumentPatterns, DocumentRules
from quotex.document.front_matter import FrontMatter, read_front_matter
from quotex.model import DocumentInfo
from quotex.text.shadow import shadow as shadow_of

_HEAD_LINES = 8  # lines with text at the start of a document, where date lines are looked for
_TAIL_LINES = 4
_LONGEST_TITLE = 250
_LINE = re.compile(r"[^\n]+")
_FILE_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_ENDS_TEXT = re.compile(r"[.,:;…][»”\"' )]*\Z")
_CAPITALS = re.compile(r"^[^\W\d_a-zà-ÿ][^\n\da-zà-ÿ]{2,40} [–—-] ", re.MULTILINE)
_EARLY_LINES = 3
_TURN = re.compile(r"[–—-] ")
_HEADING = re.compile(r"#+ +")
_CREDIT_END = re.compile(r"\([^()\n]{2,60}\)(?= *$)", re.MULTILINE)
_ENDS_SENTENCE = re.compile(r"[.!?…»”\"]")

_Spans = tuple[tuple[int, int], ...]


class Facts(NamedTuple):
    """The document's own facts, and its furniture: stretches in text order, none overlapping."""

    info: DocumentInfo
    furniture: _Spans


@dataclass(slots=True)
class _Found:
    """What has been found so far: furniture, and the date, place and source that came first."""

    furniture: list[tuple[int, int]]
    dates: list[tuple[int, TimeExpression]]
    places: list[tuple[int, int]]
    sources: list[tuple[int, int]]


class FactsReader:
    """Finds the facts of documents; one for a set of rules and a calendar."""

    def __init__(self, rules: DocumentRules, calendar: Calendar) -> None:
        self._calendar = calendar
        self._patterns = DocumentPatterns(rules, calendar.rules)
        self._date_lines = DateLines(self._patterns, calendar)

    @classmethod
    def load(cls, calendar: Calendar | None = None) -> FactsReader:
        """The reader with the built-in rules."""
        return cls(DocumentRules.load(), calendar or Calendar.load())

    def read(
        self,
        text: str,
        *,
        shadow: str | None = None,
        date: Date | None = None,
        path: str | None = None,
    ) -> Facts:
        """The facts of ``text``; ``date`` of publication, where given, goes before all others.

        ``shadow`` is the text's shadow, for who has it already.
        """
        shadow = shadow_of(text) if shadow is None else shadow
        front = read_front_matter(text, self._patterns.front_matter)
        lines = list(_lines(shadow, front.end))
        found = _Found([(0, front.end)] if front.end else [], [], [], [])
        self._whole_lines(shadow, lines, found)
        self._credits_at_ends(shadow, front.end, found)
        self._read_date_lines(shadow, lines, found)
        title = front.title or _title(text, shadow, lines, _merged(found.furniture))
        starts = [(each.start, each.end) for each in self._patterns.starts.all(shadow, lines)]
        furniture = _merged(found.furniture + starts)
        when = self._date(date, found, front, path) or self._edition(shadow, lines)
        place, source = _first(text, found.places), _first(text, found.sources)
        info = DocumentInfo(path, title, when, place or front.place, source or front.source)
        return Facts(info, furniture)

    def _whole_lines(self, shadow: str, lines: list[tuple[int, int]], found: _Found) -> None:
        patterns = self._patterns
        for each in patterns.credits.all(shadow, lines):
            span = each.fields.get("source") or each.fields.get("agency")
            found.furniture.append((each.start, each.end))
            if span:
                found.sources.append(span)
        for each in patterns.places.all(shadow, lines):
            found.furniture.append((each.start, each.end))
            found.places.append(each.fields["city"])
        found.furniture.extend((each.start, each.end) for each in patterns.lines.all(shadow, lines))

    def _credits_at_ends(self, shadow: str, start: int, found: _Found) -> None:
        """Credits in brackets behind the last sentence of a line."""
        for match in _CREDIT_END.finditer(shadow, start):
            before = match.start()
            while before > start and shadow[before - 1] == " ":
                before -= 1
            if not _ENDS_SENTENCE.match(shadow, before - 1):
                continue
            credit = self._patterns.credits.at(shadow, *match.span())
            if credit is not None:
                found.furniture.append((before, match.end()))
                found.sources.append(credit.fields.get("source") or credit.fields["agency"])

    def _read_date_lines(self, shadow: str, lines: list[tuple[int, int]], found: _Found) -> None:
        taken = {start for start, _ in found.furniture}
        # Several lines that start in capitals are turns of an interview, no cities.
        turns = sum(_CAPITALS.match(shadow, start) is not None for start, _ in lines) > 1
        for index, (start, end) in enumerate(lines):
            head, tail = index < _HEAD_LINES, index >= len(lines) - _TAIL_LINES
            labelled = (head or tail) or self._labelled(shadow, start, end)
            if not labelled or start in taken:
                continue
            early = index < _EARLY_LINES and not turns
            read = self._date_lines.read(shadow, start, end, early=early)
            if read is None and head and index:
                read = self._date_lines.tail(shadow, start, end)
            if read is None or not (head or read.end == end or self._labelled(shadow, start, end)):
                continue
            found.furniture.append((start, read.end))
            self._take(start, read, found)

    def _labelled(self, shadow: str, start: int, end: int) -> bool:
        patterns = (self._patterns.published, self._patterns.modified)
        return any(pattern.at(shadow, start, end) for pattern in patterns)

    def _take(self, start: int, line: DateLine, found: _Found) -> None:
        when = line.published()
        if when:
            found.dates.append((start, when))
        if line.place:
            found.places.append(line.place)
        if line.source:
            found.sources.append(line.source)

    def _date(
        self, given: Date | None, found: _Found, front: FrontMatter, path: str | None
    ) -> str | None:
        """Given, or of a date line, or of the front matter, or of the file's name."""
        if given is not None:
            return given.isoformat()
        outside = self._iso(front.date) or (_file_date(path) if path else None)
        reference = Date.fromisoformat(outside) if outside else None
        for _, expression in sorted(found.dates, key=lambda each: each[0]):
            value = self._calendar.value(expression, reference)
            if value is not None:
                return value[:10]
        return outside

    def _iso(self, written: str | None) -> str | None:
        """The day of a date as people write it."""
        if written is None:
            return None
        shadow = shadow_of(written)
        expression = self._calendar.match(shadow, 0, len(shadow))
        value = self._calendar.value(expression, None) if expression else None
        return value[:10] if value and len(value) >= 10 else None

    def _edition(self, shadow: str, lines: list[tuple[int, int]]) -> str | None:
        """The date in a title such as *Les titres du mercredi 6 février 2013*."""
        if not lines:
            return None
        start, end = lines[0]
        label = self._patterns.editions.at(shadow, start, end)
        if label is None:
            return None
        expression = self._calendar.match(shadow, label.end + _indent(shadow, label.end), end)
        value = self._calendar.value(expression, None) if expression else None
        return value[:10] if value and len(value) >= 10 else None


def _lines(shadow: str, start: int) -> Iterator[tuple[int, int]]:
    """The lines from ``start`` on that are not blank, without the blanks around them."""
    for match in _LINE.finditer(shadow, start):
        line = match.group()
        if stripped := line.strip():
            first = match.start() + len(line) - len(line.lstrip())
            yield first, first + len(stripped)


def _indent(shadow: str, start: int) -> int:
    """How many spaces stand there."""
    return len(shadow[start : start + 80]) - len(shadow[start : start + 80].lstrip(" "))


def _first(text: str, spans: Iterable[tuple[int, int]]) -> str | None:
    first = min(spans, default=None)
    return text[first[0] : first[1]].strip() if first else None


def _title(text: str, shadow: str, lines: list[tuple[int, int]], furniture: _Spans) -> str | None:
    """The first line that is no furniture, when nothing ends it and a blank line follows."""
    left = next((line for line in lines if not _touched(line, furniture)), None)
    begun = next((line for line in lines if not _covered(line, furniture)), None)
    if left is None or left != begun:
        return None
    start, end = left
    written = shadow[start:end]
    following = next((line for line in lines if line[0] > start), None)
    if following is None or len(written) > _LONGEST_TITLE:
        return None
    parted = "\n" in shadow[end : following[0]].replace(" ", "")[1:]
    if not (parted or _touched(following, furniture)):
        return None
    if _ENDS_TEXT.search(written) or _TURN.match(written):
        return None
    return _HEADING.sub("", text[start:end], count=1)


def _touched(line: tuple[int, int], furniture: _Spans) -> bool:
    before = bisect_left(furniture, (line[1],))
    return before > 0 and line[0] < furniture[before - 1][1]


def _covered(line: tuple[int, int], furniture: _Spans) -> bool:
    before = bisect_left(furniture, (line[0] + 1,))
    return before > 0 and line[1] <= furniture[before - 1][1]


def _file_date(path: str) -> str | None:
    """A date such as ``2016-05-03`` or ``20160503`` in the file's name."""
    for found in _FILE_DATE.finditer(PurePath(path).name):
        try:
            return Date(int(found[1]), int(found[3]), int(found[4])).isoformat()
        except ValueError:
            continue
    return None


def _merged(spans: Iterable[tuple[int, int]]) -> _Spans:
    return tuple(_joined(sorted(spans)))


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Overlapping stretches made one."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current is not None and start < current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current
