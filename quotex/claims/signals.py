"""The signals of a content: all kinds of them, none over another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quotex.circumstances.calendar import Calendar
from quotex.claims.content_words import Word, words_of
from quotex.claims.phrases import Hit, PhraseFinder
from quotex.claims.quantities import Found, Quantities
from quotex.claims.verb_signals import VerbSignals
from quotex.claims.word_facts import WordBook
from quotex.model import Signal, SignalType
from quotex.words.lexicon import Lexicon

if TYPE_CHECKING:
    from quotex.claims.phrase_rules import PhraseRules
    from quotex.claims.quantity_rules import QuantityRules
    from quotex.claims.verb_rules import VerbRules

_START = re.compile(r"(?<![\w'])\w|(?<=')\w")
_SENTENCE = re.compile(r".{20}[^.!?…]*[.!?…]", re.DOTALL)  # of more than a word or two
_DATE = "date"
_LASTS = "/.."

Range = tuple[int, int]


class SignalRules(NamedTuple):
    """What the files of signals hold."""

    quantities: QuantityRules
    phrases: PhraseRules
    verbs: VerbRules


class Scan(NamedTuple):
    """What was found in a content: signals without values of dates, the marks of its first
    sentence, and its words."""

    found: tuple[Found, ...]
    marks: frozenset[str]
    words: tuple[Word, ...]


class SignalReader:
    """Finds the signals and the marks of contents; one for a set of rules."""

    def __init__(
        self, rules: SignalRules, calendar: Calendar, lexicon: Lexicon, book: WordBook
    ) -> None:
        self._calendar = calendar
        self._counts: Mapping[str, str] = calendar.rules.meanings["count"]
        self._not_times = rules.phrases.not_times
        self._quantities = Quantities(rules.quantities, self._counts)
        self._phrases = PhraseFinder(rules.phrases)
        counts = "|".join(sorted(map(re.escape, self._counts), key=len, reverse=True))
        groups = {name: lexicon.words[name] for name in ("have", "be", "pronominal")}
        self._verbs = VerbSignals(rules.verbs, book, groups, counts)

    def scan(self, text: str, spans: Sequence[Range]) -> Scan:
        """What stands in the stretches ``spans`` of ``text``, a shadow."""
        found: list[Found] = []
        words: list[Word] = []
        marks: set[str] = set()
        first = _end_of_first(text, spans)
        for start, end in spans:
            own = words_of(text, start, end)
            if not own:
                continue  # « … »
            for hit in self._phrases.find(text, own, start, end):
                if hit.told.signal is not None:
                    found.append(self._signal(hit, hit.told.signal, hit.told.value))
                elif hit.start < first:
                    marks.add(hit.told.id)
            found += self._quantities.find(text, own, start, end)
            found += self._times(text, own, end)
            found += self._verbs.find(text, own, end, self._counts)
            words += own
        return Scan(tuple(_longest(found)), frozenset(marks), tuple(words))

    def signals(
        self, text: str, shadow: str, scan: Scan, published: date | None, *, future: bool
    ) -> tuple[Signal, ...]:
        """The signals of a scan; ``future``: a date without a year lies ahead."""
        return tuple(
            Signal(
                item.start,
                item.end,
                text[item.start : item.end],
                item.type,
                self._value(shadow, item, published, future),
            )
            for item in scan.found
        )

    def _signal(self, hit: Hit, signal: SignalType, value: str | None) -> Found:
        if value and value != _DATE:
            value = self._phrases.filled(value, hit)
        return Found(hit.start, hit.end, signal, value)

    def _times(self, text: str, words: Sequence[Word], end: int) -> Iterator[Found]:
        heads = [(word.start, word.head) for word in words]
        for time in self._calendar.scan(text, heads, end):
            if text[time.start : time.end].lower() not in self._not_times:
                yield Found(time.start, time.end, "date", _DATE)

    def _value(self, text: str, item: Found, published: date | None, future: bool) -> str | None:
        """The value; that of a date is worked out against the day of publication."""
        if item.value and item.value.endswith(_LASTS):
            first = item.value.partition("/")[0]
            return f"{first}/{published.year}" if published else None
        if item.value != _DATE:
            return item.value
        for word in _START.finditer(text, item.start, item.end):
            expression = self._calendar.match(text, word.start(), item.end)
            if expression is not None:
                return self._calendar.value(
                    expression, published, future=future and item.type == "date"
                )
        return None


def _end_of_first(text: str, spans: Sequence[Range]) -> int:
    """Where the first sentence ends that is more than a word or two."""
    for start, end in spans:
        if found := _SENTENCE.match(text, start, end):
            return found.end()
    return spans[-1][1] if spans else 0


def _longest(found: list[Found]) -> list[Found]:
    """Without those that lie over a longer one, in text order."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda item: (item.start - item.end, item.start)):
        at = bisect_left(kept, item.start, key=_start)
        free = at == len(kept) or item.end <= kept[at].start
        if free and (at == 0 or kept[at - 1].end <= item.start):
            kept.insert(at, item)
    return kept


def _start(item: Found) -> int:
    return item.start
