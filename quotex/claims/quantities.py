"""Quantities in a text: numbers, percentages, amounts of money and durations, with their values.

A value has the sign of what blurs it before it: ``~`` about, ``<``, ``>``, ``<=``, ``>=``; two
ends of a range stand around a ``/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from quotex.circumstances.calendar_rules import Word as Meaning
from quotex.claims.content_words import Word
from quotex.claims.numerals import DIGITS, in_digits, in_words, plain
from quotex.model import SignalType
from quotex.rulefiles.forms import GAP, head

if TYPE_CHECKING:
    from quotex.claims.quantity_rules import QuantityRules

_END = r"(?![\w°]|[.,]\d|-\w)"
_BEFORE = 4  # words that may blur a number
_NUMBER = "0"  # the head of a word in digits
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class Found(NamedTuple):
    """A signal in a text: characters, half-open, with its type and its value."""

    start: int
    end: int
    type: SignalType
    value: str | None


class _Amount(NamedTuple):
    """A number as read: the sign of what blurs it, and one or two ends."""

    sign: str
    ends: tuple[Decimal, ...]

    def times(self, factor: Decimal) -> _Amount:
        return _Amount(self.sign, tuple(end * factor for end in self.ends))

    def __str__(self) -> str:
        return self.sign + "/".join(map(plain, self.ends))


class Quantities:
    """Finds the quantities of a text; one for the rules.

    ``counts``: number words that stand in other rules, with what they mean.
    """

    def __init__(self, rules: QuantityRules, counts: Mapping[str, str]) -> None:
        single = {word: int(means) for word, means in counts.items() if word.isalpha()}
        self._numerals = single | {word.word: int(word.means) for word in rules.numerals}
        self._signs = _meanings(rules.about)
        self._factors = {word.lower(): int(n) for word, n in _exact(rules.magnitudes).items()}
        self._sign_factors = {word: int(n) for word, n in _exact(rules.magnitude_signs).items()}
        self._collectives = _meanings(rules.collectives)
        self._fractions = _meanings(rules.fractions)
        self._wholes = _meanings(rules.whole_fractions)
        self._currencies = _exact(rules.currencies) | _meanings(rules.currencies)
        self._cents = _meanings(rules.cents)
        self._durations = _meanings(rules.durations)
        self._joiners = rules.joiners
        self._ones = rules.ones
        self._not_quantities = rules.not_quantities
        self._lows = tuple(f"low{number}" for number in range(len(rules.between)))
        self._pattern = re.compile(self._source(rules), re.IGNORECASE)
        self._numbers = frozenset(
            [_NUMBER, *self._numerals, *self._collectives, *self._fractions]
            + [word.split()[-1] for word in (*self._wholes, *self._durations, *self._currencies)]
            + [*self._factors]
        ) - set(rules.ones)
        first = [*self._signs, *self._numerals, *self._wholes, *rules.ones, *rules.plural_articles]
        first += [pair.first for pair in rules.between]
        self._openers = frozenset([_NUMBER, *(head(word, 0) for word in first)])

    def find(self, text: str, words: Sequence[Word], start: int, end: int) -> Iterator[Found]:
        """The quantities of ``text[start:end]``, in order; ``text`` is a shadow.

        ``words`` are all that stand there.  The search begins a few words before each number.
        """
        numbers = self._numbers
        after = start
        for index, word in enumerate(words):
            if word.head in numbers and word.start >= after:
                for first in words[max(0, index - _BEFORE) : index + 1]:
                    if first.start < after or first.head not in self._openers:
                        continue
                    match = self._pattern.match(text, first.start, end)
                    if match and match.end() > word.start:
                        after = match.end()
                        found = self._read(match)
                        if found is not None:
                            yield found
                        break

    def _source(self, rules: QuantityRules) -> str:
        numeral = rf"(?:{_choice(self._numerals)})\b"
        join = rf"(?:-|{GAP})(?:(?:{_choice(rules.joiners)})(?:-|{GAP}))?"
        digits = rf"(?:{DIGITS})(?![\w°])"
        number = rf"(?:{digits}|{numeral}(?:{join}{numeral})*)"
        magnitude = rf"{GAP}(?:{_choice(self._factors)})\b"
        collective = rf"(?:{_choice(rules.ones)}){GAP}(?:{_choice(self._collectives)})\b"
        many = rf"(?:{collective}|{number}(?:{magnitude})?)"
        of = rf"{GAP}(?:{_choice(rules.of, glue=True)})"
        between = "|".join(
            rf"(?:{re.escape(pair.first)}){GAP}(?P<low{n}>{many}){GAP}(?:{re.escape(pair.then)}){GAP}"
            for n, pair in enumerate(rules.between)
        )
        to = rf"(?P<from>{number}){GAP}(?:{_choice(rules.to)}){GAP}"
        bad = "".join(rf"(?<!\b{re.escape(word)} )" for word in rules.not_ranges_after)
        after = "".join(rf"(?<!\b{re.escape(word)} )" for word in rules.not_after)
        fraction = rf"(?P<fraction>{_choice(self._fractions)})\b"
        articles = rf"(?:(?:{_choice(rules.plural_articles)}){GAP})?"
        out_of = (
            rf"{GAP}[^\W\d_][\w'-]*(?:{GAP}[^\W\d_][\w'-]*)?{GAP}(?:{_choice(rules.out_of)})"
            rf"{GAP}(?P<out>{number}){_END}"
        )
        short_of = rf"{GAP}(?:{_choice(rules.out_of)}){GAP}(?P<out2>{number}){_END}"
        unit = (
            rf"(?:(?:{GAP})?(?:(?P<percent>{_choice(rules.percents)})(?!\w)|"
            rf"(?P<points>{_choice(rules.points)})\b)|"
            rf"(?:{of}|(?:{GAP})?)(?:(?P<scale>(?-i:{_choice(self._sign_factors)}))?"
            rf"(?P<currency>{_choice(self._currencies)})(?!\w)|"
            rf"(?P<cents>{_choice(self._cents)})\b|(?P<duration>{_choice(self._durations)})\b"
            rf"(?:{GAP}(?P<half2>{_choice(rules.halves)})\b)?))"
        )
        body = (
            rf"{articles}(?P<parts>{number}){GAP}{fraction}|(?P<whole>{_choice(self._wholes)})\b|"
            rf"(?P<share>{number})(?:{out_of}|{short_of})|"
            rf"(?:{between}|{bad}{to})?{after}(?P<number>{many})"
            rf"(?:{GAP}(?P<half>{_choice(rules.halves)})\b)?{unit}?"
        )
        return rf"(?<![\w.,/°-])(?:(?P<about>{_choice(self._signs, glue=True)}))?(?:{body}){_END}"

    def _read(self, match: re.Match[str]) -> Found | None:
        span = match.span()
        about = match["about"]
        sign = self._signs[" ".join(about.split()).lower()] if about else ""
        if match["whole"]:
            return Found(*span, "percent", sign + self._wholes[match["whole"].lower()])
        if match["parts"]:
            return self._fraction(match, sign)
        if match["share"]:
            share, out = self._worth(match["share"]), self._worth(match["out"] or match["out2"])
            if share >= out:
                return None
            return Found(*span, "percent", f"{sign}{plain(share)}/{plain(out)}")
        if " ".join(match.group().lower().split()) in self._not_quantities:
            return None
        amount = self._amount(match, sign)
        return self._measured(match, amount)

    def _fraction(self, match: re.Match[str], sign: str) -> Found:
        below = self._fractions[match["fraction"].lower()].partition("/")[2]
        return Found(
            *match.span(), "percent", f"{sign}{plain(self._worth(match['parts']))}/{below}"
        )

    def _measured(self, match: re.Match[str], amount: _Amount) -> Found | None:
        start, end = match.span()
        if match["percent"]:
            return Found(start, end, "percent", f"{amount}%")
        if match["points"]:
            return Found(start, end, "percent", f"{amount} pp")
        if match["currency"]:
            scale = Decimal(self._sign_factors.get(match["scale"] or "", 1))
            currency = self._currency(match["currency"])
            return Found(start, end, "money", f"{amount.times(scale)} {currency}")
        if match["cents"]:
            currency = self._cents[match["cents"].lower()]
            return Found(start, end, "money", f"{amount.times(Decimal('0.01'))} {currency}")
        if match["duration"]:
            return Found(start, end, "duration", self._duration(match, amount))
        if match["number"].lower() in self._ones:
            return None
        return self._number(match, amount)

    def _number(self, match: re.Match[str], amount: _Amount) -> Found:
        """A number without a unit; one that looks like a year is one."""
        text = match["number"]
        start, end = match.span()
        if len(amount.ends) == 2 and all(_FIRST_YEAR <= each <= _LAST_YEAR for each in amount.ends):
            return Found(start, end, "date", str(amount))
        if len(text) == 4 and text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR:
            return Found(start, end, "date", text)
        return Found(start, end, "number", str(amount))

    def _amount(self, match: re.Match[str], sign: str) -> _Amount:
        low = match["from"] or next((match[name] for name in self._lows if match[name]), None)
        number = match["number"]
        half = Decimal("0.5") if match["half"] or match["half2"] else Decimal(0)
        factor = self._factor(number)
        if self._collective(number):
            sign = sign or "~"
        high = (self._worth(number) + half) * factor if factor > 1 else self._worth(number) + half
        if not low:
            return _Amount(sign, (high,))
        low_factor = self._factor(low)
        first = self._worth(low) * (low_factor if low_factor > 1 else factor)
        return _Amount(sign, (first, high))

    def _factor(self, number: str) -> int:
        return self._factors.get(re.split(r"\s", number.lower())[-1], 1)

    def _collective(self, number: str) -> str | None:
        return self._collectives.get(re.split(r"\s", number.lower())[-1])

    def _worth(self, number: str) -> Decimal:
        """The number without its magnitude."""
        if collective := self._collective(number):
            return Decimal(collective)
        words = number.split()
        if len(words) > 1 and words[-1].lower() in self._factors:
            words.pop()
        text = " ".join(words)
        if text[0].isdigit():
            return in_digits(text)
        return in_words(text, self._numerals, self._joiners)

    def _currency(self, written: str) -> str:
        name = " ".join(written.split())
        return self._currencies.get(name) or self._currencies[name.lower()]

    def _duration(self, match: re.Match[str], amount: _Amount) -> str:
        measure = self._durations[match["duration"].lower()]
        time, number, letter = re.fullmatch(r"(T?)(\d+)(\w)", measure).groups()  # type: ignore[union-attr]
        scaled = amount.times(Decimal(number))
        return scaled.sign + "/".join(f"P{time}{plain(end)}{letter}" for end in scaled.ends)


def _exact(words: Iterable[Meaning]) -> dict[str, str]:
    return {word.word: word.means for word in words}


def _meanings(words: Iterable[Meaning]) -> dict[str, str]:
    return {word.word.lower(): word.means for word in words}


def _choice(words: Iterable[str], *, glue: bool = False) -> str:
    """One of the words, the longest that fits; ``glue``: with the gap after it, if it has one."""
    longest = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(
        GAP.join(map(re.escape, word.split(" "))) + (GAP if glue and not word.endswith("'") else "")
        for word in longest
    )
