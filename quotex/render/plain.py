"""Text of the user's on one line, fit to be shown."""

from __future__ import annotations

from unicodedata import category


def plain(text: str) -> str:
    """``text`` on one line, without the characters that a terminal would obey."""
    words = " ".join(text.split())
    if words.isprintable():
        return words
    return "".join(_shown(character) for character in words)


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return "" if category(character) == "Cf" else "\ufffd"  # Cf: soft hyphens and the like
