"""Signals that are verbs: what rises, falls, doubles, and what brings something about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from quotex.claims.content_words import Word
from quotex.claims.numerals import in_digits
from quotex.claims.quantities import Found
from quotex.claims.verb_rules import SignalVerb, VerbRules
from quotex.claims.word_facts import WordBook

_NEAR = 9  # characters between a change and its figure
_FAR = 60  # characters in which both ends of a move stand
_MOST = 20_000
"""How many different forms are remembered before the memory is emptied."""
_AUXILIARIES = 4  # words before the verb that may belong to its group


class _Forms(dict[str, SignalVerb | None]):
    """The verbs of the rules by the forms met so far; null for a form of no such verb."""

    def __init__(self, verbs: Mapping[str, SignalVerb], book: WordBook) -> None:
        self._verbs = verbs
        self._book = book

    def __reduce__(self) -> tuple[type[_Forms], tuple[Mapping[str, SignalVerb], WordBook]]:
        return _Forms, (self._verbs, self._book)

    def __missing__(self, form: str) -> SignalVerb | None:
        if len(self) > _MOST:
            self.clear()
        lemmas = self._book[form].lemmas
        found = self[form] = next(
            (self._verbs[each] for each in lemmas if each in self._verbs), None
        )
        return found


class VerbSignals:
    """Finds the verbs of the rules among the words of a content."""

    def __init__(
        self, rules: VerbRules, book: WordBook, groups: Mapping[str, frozenset[str]], counts: str
    ) -> None:
        """``groups``: word classes of the lexicon; ``counts``: a pattern of numbers."""
        self._forms = _Forms({verb.verb: verb for verb in rules.verbs}, book)
        self._book = book
        self._auxiliaries = groups["have"] | groups["be"]
        self._clitics = groups["pronominal"]
        self._between = frozenset(rules.between)
        self._carriers = frozenset(rules.carriers)
        figure = rf"(?:\d|\b(?:{counts})\b)"
        self._near = re.compile(rf"[^.;,]{{0,{_NEAR}}}?{figure}", re.IGNORECASE)
        self._moved = re.compile(
            rf" *(?:{_either(rules.moved)})[^.;,]{{0,{_NEAR}}}?{figure}", re.IGNORECASE
        )
        self._number = rf"(\d+|{counts})"
        self._by = re.compile(rf" +(?:{_either(rules.by)}) +{self._number}\b", re.IGNORECASE)
        number = r"[^.;\d]{0,15}(\d[\d.,]*(?: \d{3})*)"
        self._from_to = re.compile(
            rf" (?:{_either(rules.from_)}){number}[^.;]{{0,25}}? (?:{_either(rules.to)}){number}",
            re.IGNORECASE,
        )

    def find(
        self, text: str, words: Sequence[Word], stop: int, counts: Mapping[str, str]
    ) -> Iterator[Found]:
        """The signals among ``words``, those of a stretch of ``text`` that ends at ``stop``."""
        forms = self._forms
        for index, word in enumerate(words):
            verb = forms[word.text]
            if verb is not None:
                found = self._signal(text, words, index, stop, verb, counts)
                if found is not None:
                    yield found

    def _signal(
        self,
        text: str,
        words: Sequence[Word],
        index: int,
        stop: int,
        verb: SignalVerb,
        counts: Mapping[str, str],
    ) -> Found | None:
        if index and self._book[words[index - 1].text].determiner:
            return None
        first, carried = self._group(words, index)
        start, end = words[first].start, words[index].end
        if carried:
            return Found(start, end, "cause", None)
        if verb.by and (multiple := self._by.match(text, end, stop)):
            number = counts.get(multiple[1].lower(), multiple[1])
            return Found(start, multiple.end(), verb.type, f"{verb.by}{number}")
        if verb.from_to:
            return self._from_one_to_another(text, start, end, stop, verb)
        figure = self._moved if verb.figure == "moved" else self._near
        if verb.figure and figure.match(text, end, stop) is None:
            return None
        return Found(start, end, verb.type, verb.value)

    def _from_one_to_another(
        self, text: str, start: int, end: int, stop: int, verb: SignalVerb
    ) -> Found | None:
        """From one number to another: up or down."""
        ends = self._from_to.match(text, end, min(end + _FAR, stop))
        if ends is None:
            return None
        low, high = (_worth(ends[number]) for number in (1, 2))
        return Found(start, end, verb.type, "up" if high >= low else "down")

    def _group(self, words: Sequence[Word], index: int) -> tuple[int, bool]:
        """The first word of the verb group, and whether a verb of carrying governs it."""
        first, carried = index, False
        for at in range(index - 1, max(-1, index - 1 - _AUXILIARIES), -1):
            facts = self._book[words[at].text]
            if facts.lemmas & self._carriers and "inf" in self._book[words[index].text].tenses:
                first, carried = at, True
            elif facts.lemmas & self._auxiliaries and not facts.determiner:
                first = at
            elif words[at].text not in self._between:
                break
        while first < index and words[first].text in self._between - self._clitics:
            first += 1
        if first and words[first - 1].text in self._clitics:
            first -= 1
        return first, carried


def _worth(digits: str) -> Decimal:
    return in_digits(digits.strip(" ,."))


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))
