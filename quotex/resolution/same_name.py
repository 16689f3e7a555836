"""Whether a name that was found is one that was annotated, whatever its articles and titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from quotex.rulefiles.rulefile import RuleFile
from quotex.rulefiles.yamlio import read_yaml
from quotex.words.nouns import Nouns

_Words = tuple[str, ...]


@dataclass(frozen=True)
class NameWords:
    """The words of the rules that the comparison of speakers needs.

    ``articles`` are set aside everywhere.  So are ``titles``: those written with a capital always,
    others only before one (a captain of firemen is a captain, Captain Roy is Roy).  ``relatives``
    are the relative pronouns, which may stand for a speaker.
    """

    articles: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()

    @cached_property
    def _always(self) -> frozenset[str]:
        return _single_words(
            {*self.articles, *(title for title in self.titles if title[0].isupper())}
        )

    @cached_property
    def _before_capitals(self) -> frozenset[str]:
        return _single_words(self.titles)

    def plain(self, name: str) -> _Words:
        """The words of a name that count, in lower case; all of them if none would be left."""
        words = split_words(name)
        kept = [
            word
            for word, following in zip(words, [*words[1:], ""], strict=True)
            if not self._is_ignored(word.casefold(), following)
        ]
        return tuple(word.casefold() for word in kept or words)

    def holds(self, name: str, accepted: str) -> bool:
        """Whether ``name`` is ``accepted``, or has it whole inside."""
        words, part = self.plain(name), self.plain(accepted)
        starts = range(len(words) - len(part) + 1) if part else ()
        return any(words[start : start + len(part)] == part for start in starts)

    def _is_ignored(self, word: str, following: str) -> bool:
        if word in self._always:
            return True
        return word in self._before_capitals and following[:1].isupper()


def read_name_words(rules: Path) -> NameWords:
    """The words of the rules in the folder ``rules``; raises ``RulesError`` as its files do."""
    nouns = read_yaml(rules / "lexicon" / "nouns.yaml", Nouns)
    file = read_yaml(rules / "lexicon" / "words.yaml", RuleFile)
    classes: Mapping[str, tuple[str, ...]] = {str(name): file.words[name] for name in file.words}
    return NameWords(
        articles=frozenset(classes["det"]),
        titles=frozenset(form for noun in nouns.title for form, _, _ in noun.forms()),
        relatives=frozenset(classes["relative"]) | frozenset(classes["relative-other"]),
    )


def split_words(text: str) -> _Words:
    """The words of a text, without accents and marks."""
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return tuple(re.findall(r"[^\W_]+", plain))


def _single_words(forms: Iterable[str]) -> frozenset[str]:
    split = (split_words(form) for form in forms)
    return frozenset(words[0].casefold() for words in split if len(words) == 1)
