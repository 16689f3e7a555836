"""Finds the fixed expressions of the rules in a text, by their first words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotex.claims.content_words import Word
from quotex.model import SignalType
from quotex.rulefiles.first_words import FirstWords
from quotex.rulefiles.forms import GAP

if TYPE_CHECKING:
    from quotex.claims.phrase_rules import Phrase, PhraseRules

_FIELD = re.compile(r"\{([\w-]+)\}")
_BOUNDARY = r"(?<=')|(?!\w|-\w)"
_LOOK_BACK = 24  # characters: room for the longest phrase of `not-after`


class Told(NamedTuple):
    """What a phrase of the rules tells: a mark, or a signal of a type with its value, if any."""

    id: str
    signal: SignalType | None
    value: str | None


class Hit(NamedTuple):
    """An expression in a text; ``words`` are those of its classes: name, text, first character."""

    told: Told
    start: int
    end: int
    words: tuple[tuple[str, str, int], ...]


class _Compiled(NamedTuple):
    told: Told
    regex: re.Pattern[str]
    names: tuple[str, ...]
    before: re.Pattern[str] | None
    beside: re.Pattern[str] | None


class PhraseFinder:
    """All expressions of the rules; one for a set of them."""

    def __init__(self, rules: PhraseRules) -> None:
        self._meanings = rules.forms.words
        found: list[tuple[_Compiled, frozenset[tuple[str, str]]]] = []
        for phrase in rules.phrases:
            told, before = _told(phrase), _ends(phrase.not_after)
            beside = _holds(phrase.with_)
            for form in phrase.forms:
                try:
                    source, names = rules.forms.regex(form)
                except ValueError as error:
                    raise ValueError(f'"{phrase.id}": {error}') from error
                regex = re.compile(f"(?:{source})(?:{_BOUNDARY})", re.IGNORECASE)
                made = _Compiled(told, regex, names, before, beside)
                found.append((made, rules.forms.first_pairs(form)))
        self._entries = FirstWords(found)

    def find(self, text: str, words: Sequence[Word], start: int, end: int) -> Iterator[Hit]:
        """The expressions of ``text[start:end]``; of one phrase at one place the longest.

        ``words`` are all that stand there.
        """
        heads = [*(word.head for word in words[1:]), ""]
        by_first = self._entries.by_first
        for word, after in zip(words, heads, strict=True):
            seconds = by_first.get(word.head)
            if seconds and (entries := seconds[after]):
                yield from self._at(entries, text, word.start, start, end)

    def _at(
        self, entries: tuple[_Compiled, ...], text: str, at: int, start: int, end: int
    ) -> Iterator[Hit]:
        best: dict[str, Hit] = {}
        for entry in entries:
            match = entry.regex.match(text, at, end)
            if match is None or not _fits(entry, text, at, start, end):
                continue
            known = best.get(entry.told.id)
            if known is None or match.end() > known.end:
                best[entry.told.id] = Hit(entry.told, at, match.end(), _words(entry, match))
        yield from best.values()

    def filled(self, template: str, hit: Hit) -> str:
        """A value with what the words of the expression mean in it; what is not there is empty."""
        words = {name: text for name, text, _ in hit.words}
        return _FIELD.sub(lambda field: self._meaning(field[1], words.get(field[1], "")), template)

    def _meaning(self, name: str, written: str) -> str:
        known = self._meanings.get(name, {})
        word = " ".join(written.lower().split())
        return known.get(word, written)


def _told(phrase: Phrase) -> Told:
    from quotex.claims.phrase_rules import SignalPhrase  # not needed with rules from the cache

    if isinstance(phrase, SignalPhrase):
        return Told(phrase.id, phrase.type, phrase.value)
    return Told(phrase.id, None, None)


def _words(entry: _Compiled, match: re.Match[str]) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (name, group, match.start(number))
        for number, (name, group) in enumerate(
            zip(entry.names, match.groups(), strict=True), start=1
        )
        if group
    )


def _fits(entry: _Compiled, text: str, at: int, start: int, end: int) -> bool:
    if entry.before and entry.before.search(text, max(start, at - _LOOK_BACK), at):
        return False
    return entry.beside is None or entry.beside.search(text, start, end) is not None


def _ends(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    choice = "|".join(GAP.join(map(re.escape, word.split(" "))) for word in words)
    return re.compile(rf"(?<!\w)(?:{choice})[ \n]*\Z", re.IGNORECASE)


def _holds(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    choice = "|".join(re.escape(word) + ("" if word.endswith("'") else r"\b") for word in words)
    return re.compile(rf"\b(?:{choice})", re.IGNORECASE)
