"""One character for each set of word classes, so that patterns over words are patterns over text.

A word may belong to several classes (*la* is a determiner and a clitic).  Every set of classes
that occurs gets one private character; a sentence becomes a string of such characters, its
*tape*, and a pattern over classes becomes an ordinary regular expression over tapes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

FIRST = 0xE000
"""The code point of the first character."""

MASKED = "masked"
"""The class of everything inside a quotation, seen from outside it."""
MASKED_CLAUSE = "masked-clause"
"""The same for a quotation that holds a finite verb: it is no part of a noun phrase."""
OPEN_MARK = "open-mark"
CLOSE_MARK = "close-mark"
QUOTE_MARK = "quote-mark"
CAPITAL = "capital"
"""A capitalised word that may be a name."""
WORD = "word"
"""A word that may be a noun or an adjective."""
NUMBER = "number"
OTHER = "other"


@dataclass(slots=True)
class Codes:
    """The sets of classes seen so far and the character that stands for each."""

    sets: list[frozenset[str]] = field(default_factory=list)
    by_set: dict[frozenset[str], str] = field(default_factory=dict)
    masks: dict[str, int] = field(default_factory=dict)
    """By class, a bit for each set that holds it."""

    def char(self, classes: frozenset[str]) -> str:
        """The character that stands for this set of classes."""
        found = self.by_set.get(classes)
        if found is None:
            number = len(self.sets)
            found = chr(FIRST + number)
            self.sets.append(classes)
            for name in classes:
                self.masks[name] = self.masks.get(name, 0) | 1 << number
            self.by_set[classes] = found
        return found

    def classes(self, char: str) -> frozenset[str]:
        """The set of classes for which a character stands."""
        return self.sets[ord(char) - FIRST]

    def chars(self, wanted: Callable[[frozenset[str]], bool]) -> str:
        """All characters whose set of classes is wanted, in order."""
        return "".join(char for classes, char in self.by_set.items() if wanted(classes))

    def search(self, *names: str, without: str = "") -> re.Pattern[str]:
        """The expression that finds a character of all these classes, and not of ``without``."""
        found = self.chars(lambda classes: classes.issuperset(names) and without not in classes)
        return re.compile(f"[{found}]" if found else "(?!)")
