"""What the stages of claims know of single words: their verb readings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from quotex.words.lexicon import Lexicon

_STEM = 6  # letters
_MOST = 20_000
"""How many different words are remembered before the memory is emptied."""


class WordFacts(NamedTuple):
    """Lemmas, tenses and persons that a word may be as a verb; ``sure``: it is hardly a noun."""

    lemmas: frozenset[str]
    tenses: frozenset[str]
    persons: frozenset[str]
    finite: bool
    sure: bool
    determiner: bool
    stem: str


class WordBook(dict[str, WordFacts]):
    """The facts of the words met so far, by their lower-case form."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._determiners = lexicon.words["det"]
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def __reduce__(self) -> tuple[type[WordBook], tuple[Lexicon]]:
        return WordBook, (self._lexicon,)

    def __missing__(self, word: str) -> WordFacts:
        if len(self) > _MOST:
            self.clear()
            self._sets.clear()
        readings = self._lexicon.readings.get(word, ())
        classes = self._lexicon.forms.get(word, frozenset())
        facts = self[word] = WordFacts(
            lemmas=self._set(reading.lemma for reading in readings),
            tenses=self._set(reading.tense for reading in readings),
            persons=self._set(reading.person for reading in readings if reading.person),
            finite="finite" in classes,
            sure="finite" in classes and ("word" not in classes or "be" in classes),
            determiner=word in self._determiners,
            stem=_stem(word),
        )
        return facts

    def _set(self, words: Iterable[str]) -> frozenset[str]:
        """The set of these words, one object for all facts in which it stands."""
        found = frozenset(words)
        return self._sets.setdefault(found, found)

    def stem(self, word: str) -> str:
        """The letters that the forms of a word have in common, without accents."""
        return self[word].stem


def _stem(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))[:_STEM]
