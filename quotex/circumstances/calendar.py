"""Time expressions: finds where one stands, and what it says, in the terms of the rules.

An expression is one piece or several: *lundi* + *matin* + *à 8 h*.  The pieces are the patterns of
``rules/calendar.yaml``; which kinds may follow each other is :data:`_FOLLOWING`.  What an
expression is worth as a date is worked out in :mod:`quotex.circumstances.when_value`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from quotex.circumstances.calendar_rules import CalendarRules, Pattern, PieceKind
from quotex.circumstances.time_piece import Piece
from quotex.circumstances.when_value import resolve
from quotex.rulefiles.first_words import FirstWords
from quotex.rulefiles.forms import GAP, head, pair
from quotex.rulefiles.freeze import Bytes, apart, freeze, thaw
from quotex.rulefiles.rulespath import builtin_rules

# A lead needs something after it; bare pieces and tails never stand first.
_FOLLOWING: dict[PieceKind, frozenset[PieceKind]] = {
    "bare": frozenset(),
    "clock": frozenset({"day", "part", "tail", "zone"}),
    "day": frozenset({"clock", "part", "tail"}),
    "lead": frozenset({"bare", "clock", "day", "lead", "part", "span"}),
    "part": frozenset({"clock", "day"}),
    "span": frozenset(),
    "tail": frozenset({"clock", "day", "part"}),
    "zone": frozenset({"day", "part"}),
}
_FIRST: frozenset[PieceKind] = frozenset({"clock", "day", "lead", "part", "span"})
_GAP = re.compile(GAP)
_BOUNDARY = r"(?!\w|[-'/]\w)"
_DIGITS = re.compile(r"\d+")
_ELISION = re.compile(r"(?<=').*")
_DAYS_AND_MONTHS = frozenset(f"{number:{form}}" for number in range(1, 32) for form in ("d", "02d"))
_NUMBERS = _DAYS_AND_MONTHS | frozenset(map(str, range(1000, 2100)))
_VOCABULARY = 20_000
"""How many different tokens are remembered."""
_LOOK_BACK = 24  # characters: room for the longest phrase of `not-after`


class TimeExpression(NamedTuple):
    """A time expression: offsets into the text, and its pieces, free of the text's words."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


class _Compiled(NamedTuple):
    pattern: Pattern
    regex: re.Pattern[str]
    names: tuple[str, ...]


class _Found(NamedTuple):
    compiled: _Compiled
    match: re.Match[str]


class Calendar:
    """All time expressions of the rules.  Expressions are compiled by first word, when needed."""

    def __init__(self, rules: CalendarRules) -> None:
        self.rules = rules
        self._compiled: dict[str, tuple[_Compiled, ...]] = {}
        self._kept: dict[str, Bytes] = {}

    def __getstate__(self) -> dict[str, Any]:
        """All is compiled and kept by first word, so that a text need not wait for all of it."""
        kept = {
            first: apart(self._kept.get(first) or freeze(self._at(first))) for first in self._forms
        }
        return {**self.__dict__, "_compiled": {}, "_kept": kept}

    @classmethod
    def load(cls, path: Path | None = None) -> Calendar:
        """The calendar of the file at ``path``, or the built-in one."""
        from quotex.rulefiles.yamlio import (
            read_yaml,  # not needed where the rules come from the cache
        )

        return cls(read_yaml(path or builtin_rules() / "calendar.yaml", CalendarRules))

    @cached_property
    def triggers(self) -> frozenset[str]:
        """Words that an expression can start with, in lower case, however words are cut.

        Whole (*aujourd'hui*), up to the apostrophe (*aujourd'*), and letters alone (*aujourd*).
        """
        found: set[str] = set()
        for pattern in self.rules.patterns:
            if pattern.kind in _FIRST:
                for word in map(str.lower, self._first_words(pattern)):
                    found |= {word, head(word, 0), _ELISION.sub("", word)}
                    if word.endswith("-"):
                        found |= {word + bare for bare in self._bare_words}
        return frozenset(word for word in found if word[:1].isalpha()) | _NUMBERS

    def may_begin(self, words: Sequence[str], at: int) -> bool:
        """Whether the token and the next may begin an expression; asked of many, true of few."""
        first, second = _pair(words[at])
        if not second and at + 1 < len(words):
            second, _ = _pair(words[at + 1])
            if not (second.isalpha() or second == "0"):  # lundi (3 mai)
                return True
        return bool(self._numbers.at(first, second))

    def match(self, text: str, start: int, end: int) -> TimeExpression | None:
        """The longest time expression that starts at ``start`` and ends at most at ``end``.

        ``text`` is a shadow: straight apostrophes, plain spaces, case as it was.
        """
        if start and (text[start - 1] == "-" or text[start - 1].isalnum()):
            return None
        found = self._chain(text, start, end, _FIRST, frozenset())
        if not found or self._refused(text, start, found[-1].match.end()):
            return None
        if found[0].compiled.pattern.kind == "part" and _is_name(found[0].match.group()):
            return None
        pieces = tuple(self._piece(each) for each in found)
        return TimeExpression(start, found[-1].match.end(), pieces)

    def scan(
        self, text: str, words: Sequence[tuple[int, str]], end: int
    ) -> Iterator[TimeExpression]:
        """The time expressions that begin with these words, in order, none over another.

        ``words`` are in order: where each begins, and its letters in lower case, ``0`` for digits.
        """
        at = 0
        for (start, first), (_, second) in zip(words, [*words[1:], (end, "")], strict=False):
            if start >= at and self._numbers.at(first, second):
                found = self.match(text, start, end)
                if found is not None:
                    at = found.end
                    yield found

    def value(
        self,
        expression: TimeExpression,
        reference: date | None,
        *,
        future: bool = False,
        anchor: str | None = None,
    ) -> str | None:
        """The expression in ISO 8601 (``2016-05-03``, ``2016-05``, ``2016-W18``, ``a/b``), or None.

        ``reference`` is the date of publication; ``future`` looks ahead for what names no year;
        ``anchor`` is the value of the time last spoken of, which *la veille* starts from.
        """
        return resolve(expression.pieces, reference, future=future, anchor=anchor)

    @cached_property
    def _forms(self) -> dict[str, list[tuple[Pattern, str]]]:
        """By the first word, the forms that begin with it."""
        table: dict[str, list[tuple[Pattern, str]]] = {}
        for pattern in self.rules.patterns:
            for form in pattern.forms:
                for first in {first for first, _ in self.rules.forms.first_pairs(form)}:
                    table.setdefault(first, []).append((pattern, form))
        return table

    @cached_property
    def _numbers(self) -> FirstWords[int]:
        """Which of the forms at a first word may stand before two words."""
        return FirstWords(
            (number, [pair for pair in self.rules.forms.first_pairs(form) if pair[0] == first])
            for first, forms in self._forms.items()
            for number, (_, form) in enumerate(forms)
        )

    def _first_words(self, pattern: Pattern) -> frozenset[str]:
        return frozenset().union(*map(self.rules.forms.first_words, pattern.forms))

    @cached_property
    def _bare_words(self) -> frozenset[str]:
        """What may follow a word that ends in a hyphen."""
        bare = [pattern for pattern in self.rules.patterns if pattern.kind == "bare"]
        return frozenset().union(*map(self._first_words, bare))

    def _at(self, first: str) -> tuple[_Compiled, ...]:
        """The forms that begin with a word."""
        if first in self._kept:
            self._compiled[first] = thaw(self._kept.pop(first))
        if first not in self._compiled:
            compiled = []
            for pattern, form in self._forms[first]:
                lead = pattern.kind == "lead"
                source, names = self.rules.forms.regex(form, gap=lead)
                source += "" if lead else _BOUNDARY
                compiled.append(_Compiled(pattern, re.compile(source, re.IGNORECASE), names))
            self._compiled[first] = tuple(compiled)
        return self._compiled[first]

    def _candidates(
        self, text: str, start: int, end: int, kinds: frozenset[PieceKind]
    ) -> list[_Found]:
        """The pieces that start at ``start``, longest first."""
        first, second = pair(text, start) if start < end else ("", "")
        numbers = self._numbers.at(first, second)
        if not numbers:
            return []
        forms = self._at(first)
        found = [
            _Found(forms[number], match)
            for number in numbers
            if forms[number].pattern.kind in kinds
            and (match := forms[number].regex.match(text, start, end))
        ]
        found.sort(key=lambda each: each.match.end(), reverse=True)
        return found

    def _chain(
        self,
        text: str,
        start: int,
        end: int,
        kinds: frozenset[PieceKind],
        taken: frozenset[PieceKind],
    ) -> tuple[_Found, ...]:
        """The longest run of pieces from ``start`` whose first is of these kinds; may be empty."""
        best: tuple[_Found, ...] = ()
        for found in self._candidates(text, start, end, kinds):
            kind, after = found.compiled.pattern.kind, found.match.end()
            if kind == "lead":
                rest = self._chain(text, after, end, _FOLLOWING[kind], taken)
                run = (found, *rest) if rest else ()
            elif gap := _GAP.match(text, after, end):
                next_kinds = _FOLLOWING[kind] - taken
                run = (found, *self._chain(text, gap.end(), end, next_kinds, taken | {kind}))
            else:
                run = (found,)
            if run and (not best or run[-1].match.end() > best[-1].match.end()):
                best = run
        return best

    def _piece(self, found: _Found) -> Piece:
        pattern = found.compiled.pattern
        fields = []
        for name, group in zip(found.compiled.names, found.match.groups(), strict=True):
            if not group:
                continue
            if digits := _DIGITS.match(group):
                fields.append((name.partition(".")[0], digits.group()))
            elif name in self.rules.words:
                fields.append((name.partition(".")[0], self._meaning(name, group)))
        return Piece(
            pattern.id, pattern.value, tuple(fields), pattern.unit, pattern.shift, pattern.length
        )

    def _meaning(self, name: str, written: str) -> str:
        word = " ".join(written.lower().split())
        meanings = self.rules.meanings[name]
        if word in meanings:
            return meanings[word]
        # The capital had no accent: the class has one word that is otherwise the same.
        return next(meaning for known, meaning in meanings.items() if known[1:] == word[1:])

    @cached_property
    def _bad_neighbours(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        before = "|".join(map(re.escape, self.rules.not_after))
        after = "|".join(map(re.escape, self.rules.not_before))
        return (
            re.compile(rf"(?<!\w)(?:{before}) *\Z", re.IGNORECASE),
            re.compile(rf" *(?:{after})(?!\w)", re.IGNORECASE),
        )

    def _refused(self, text: str, start: int, end: int) -> bool:
        """Whether the words around make it something else: a feast, a habit, a name."""
        before, after = self._bad_neighbours
        look = text[max(0, start - _LOOK_BACK) : start]
        return bool(before.search(look) or after.match(text, end))


@lru_cache(_VOCABULARY)
def _pair(token: str) -> tuple[str, str]:
    """The two words that a token holds, as forms are looked up by them."""
    return pair(token, 0)


def _is_name(words: str) -> bool:
    """Whether a part of the day has the capital of a name (Le Soir)."""
    return not words.isupper() and any(letter.isupper() for letter in words[1:])
