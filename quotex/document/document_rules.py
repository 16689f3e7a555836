"""What ``rules/document.yaml`` holds: how documents tell their date, and what their pages add."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from string import printable
from typing import Literal, NamedTuple

from quotex.circumstances.calendar_rules import CalendarRules
from quotex.rulefiles.forms import Forms
from quotex.rulefiles.openings import openings
from quotex.rulefiles.rulespath import builtin_rules

Where = Literal["line", "start"]
_SIGNS = printable + "\u00ab\u00bb\u201c\u201d\u2013\u2014\u00e0\u00c0\u00e9\u00c9"


@dataclass(frozen=True, slots=True)
class FrontMatterKeys:
    """The keys of a front matter that tell each fact, the surest first."""

    date: tuple[str, ...]
    place: tuple[str, ...]
    source: tuple[str, ...]
    title: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentRules:
    """The file ``document.yaml``."""

    words: dict[str, tuple[str, ...]]
    front_matter: FrontMatterKeys
    shapes: dict[str, str]
    macros: dict[str, str]
    published: tuple[str, ...]
    modified: tuple[str, ...]
    bylines: tuple[str, ...]
    editions: tuple[str, ...]
    hours: tuple[str, ...]
    places: tuple[str, ...]
    credits: tuple[str, ...]
    lines: tuple[str, ...]
    starts: tuple[str, ...]

    @classmethod
    def load(cls, path: Path | None = None) -> DocumentRules:
        """The rules of the file at ``path``, or the built-in ones."""
        from quotex.rulefiles.yamlio import (
            read_yaml,  # not needed where the rules come from the cache
        )

        return read_yaml(path or builtin_rules() / "document.yaml", cls)


class LineMatch(NamedTuple):
    """Where a line form ended, and the words that its forms name."""

    start: int
    end: int
    fields: dict[str, tuple[int, int]]


class LinePattern:
    """Some forms as one expression over lines: whole lines, or their starts."""

    def __init__(self, forms: Forms, sources: Iterable[str], where: Where) -> None:
        parts: list[str] = []
        names: list[str] = []
        for source in sources:
            part, fields = forms.regex(source)
            parts.append(part)
            names.extend(fields)
        self._names = tuple(names)
        end = r"(?= *$)" if where == "line" else r"(?!\w)"
        flags = re.IGNORECASE | re.MULTILINE
        self._regex = re.compile(rf"(?:{'|'.join(parts)}){end}", flags)
        first = openings(self._regex, _SIGNS)
        self._others = frozenset(
            sign for sign in _SIGNS if first.isdisjoint((sign, sign.lower(), sign.upper()))
        )
        """The signs, of those most used, with which no line of these forms begins."""

    def at(self, shadow: str, start: int, end: int) -> LineMatch | None:
        """The match that starts exactly at ``start``, inside the text up to ``end``."""
        if shadow[start : start + 1] in self._others:
            return None
        found = self._regex.match(shadow, start, end)
        return self._line_match(found) if found else None

    def all(self, shadow: str, lines: Iterable[tuple[int, int]]) -> list[LineMatch]:
        """All matches at the starts of the lines."""
        found = (self.at(shadow, start, end) for start, end in lines)
        return [match for match in found if match]

    def _line_match(self, found: re.Match[str]) -> LineMatch:
        fields: dict[str, tuple[int, int]] = {}
        for index, name in enumerate(self._names, start=1):
            if found[index] is not None:
                first = fields.get(name, found.span(index))
                fields[name] = (first[0], found.end(index))
        return LineMatch(found.start(), found.end(), fields)


class DocumentPatterns:
    """The rules, compiled, with the calendar's words at hand."""

    def __init__(self, rules: DocumentRules, calendar: CalendarRules) -> None:
        words = {name: dict.fromkeys(entries, "") for name, entries in rules.words.items()}
        shapes = {**calendar.shapes, **rules.shapes}
        forms = Forms({**calendar.meanings, **words}, shapes, {**calendar.macros, **rules.macros})
        self.front_matter = rules.front_matter
        self.published = LinePattern(forms, rules.published, "start")
        self.modified = LinePattern(forms, rules.modified, "start")
        self.bylines = LinePattern(forms, rules.bylines, "start")
        self.editions = LinePattern(forms, rules.editions, "start")
        self.places = LinePattern(forms, rules.places, "line")
        self.credits = LinePattern(forms, rules.credits, "line")
        self.lines = LinePattern(forms, rules.lines, "line")
        self.starts = LinePattern(forms, rules.starts, "start")
        self.city = LinePattern(forms, ["{city}"], "start")
        self.hours = LinePattern(forms, rules.hours, "start")
        self.agency = LinePattern(forms, ["{agency}"], "start")
