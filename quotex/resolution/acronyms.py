"""Short names made of the letters of long ones."""

from __future__ import annotations

_SHORTEST, _LONGEST = 2, 8
"""How many letters an acronym has."""


def is_acronym(short: str, full: str) -> bool:
    """Whether the letters of ``short`` begin words of ``full``, or run through it from its first.

    Short words may be left out (Société du Grand Paris, SGP).
    """
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    words = full.casefold().replace("'", " ").replace("-", " ").replace("\u2019", " ").split()
    if (
        len(words) < 2
        or not _SHORTEST <= len(letters) <= _LONGEST
        or " " in short
        or not short[:1].isupper()
    ):
        return False
    if not words[0].startswith(letters[0]):
        return False
    at = 0
    for word in words:
        for sign in word:
            if at < len(letters) and sign == letters[at]:
                at += 1
            else:
                break
    return at == len(letters)


def capitals(words: tuple[str, ...]) -> str:
    """The capitals that words begin with: SGP for *Société du Grand Paris*."""
    return "".join(word[0] for word in words if word[0].isupper())
