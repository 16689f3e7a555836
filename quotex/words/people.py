"""Names of people: their words compared, their first names and what gender these tell."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from quotex.rulefiles.packed import Packed

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import FirstNameFile


Key = tuple[str, ...]
NameGender = Literal["f", "m", "both"]
_WORDS = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+")


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """The text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).lower()


@lru_cache(maxsize=1 << 14)
def name_key(text: str) -> Key:
    """The words of a name as they are compared: no accents, no case, no hyphens."""
    return tuple(_WORDS.findall(folded(text)))


def is_initials(word: str) -> bool:
    """Whether a word of a name is an abbreviation of it: J., J.-P., Ph."""
    return _INITIALS.fullmatch(word) is not None


class FirstNames:
    """First names and their gender."""

    def __init__(self, names: FirstNameFile) -> None:
        genders: dict[str, NameGender] = {}
        groups: tuple[tuple[str, NameGender], ...] = (
            (names.both, "both"), (names.m, "m"), (names.f, "f"),
        )  # fmt: skip
        for words, gender in groups:
            genders.update(dict.fromkeys(words.split(), gender))
        self._gender = Packed[NameGender](genders)

    def gender(self, word: str) -> NameGender | None:
        """The gender of a first name as written, else without accents, else of its first part.

        ``both`` for a name of women and men, null for a word that is not known as a first name.
        """
        table = self._gender
        found = table.get(word)
        if found is None and not word.isascii():
            plain = folded(word)
            found = table.get(plain[:1].upper() + plain[1:])
        if found is None and word.find("-") > 2:
            return self.gender(word.split("-", 1)[0])
        return found


def same_given(left: Key, right: Key) -> bool:
    """Whether two given names can be one: equal, one an initial of the other, or begun alike."""
    for one, other in zip(left, right, strict=False):
        short, long = sorted((one, other), key=len)
        if not long.startswith(short) or (1 < len(short) < len(long) and len(short) < _BEGUN):
            return False
    return True


_BEGUN = 4
"""From so many letters on, one given name that begins another is taken for a short form of it."""
