"""A long content in few words: how it begins, then what stands around its key words."""

from __future__ import annotations

import re

_MARK = "[…]"
_HEAD = 0.5  # the share of the room that the beginning has
_AROUND = 2  # words shown on each side of a key word
_SENTENCE_END = re.compile(r"[.!?…:»”\"]\Z")
_LETTER = re.compile(r"[^\W\d_]")


def shorten(text: str, longest: int) -> str:
    """``text``, with words left out where it has more than about ``longest`` characters.

    The beginning stays; of the rest, numbers stay and then names, with the words around them, as
    many as there is room for.  ``[…]`` stands for each stretch that is left out.
    """
    if len(text) <= longest:
        return text
    words = [_cut(word, longest) for word in text.split(" ")]
    kept = set(range(_fitting(words, int(longest * _HEAD))))
    length = sum(len(words[index]) + 1 for index in kept) + len(_MARK)
    rest = range(len(kept), len(words))
    numbers = [index for index in rest if _is_number(words[index])]
    names = [index for index in rest if _is_name(words, index)]
    for index in numbers + names:
        around = set(range(max(0, index - _AROUND), min(len(words), index + _AROUND + 1))) - kept
        more = sum(len(words[each]) + 1 for each in around) + len(_MARK) + 1
        if length + more <= longest:
            kept |= around
            length += more
    for index, word in enumerate(words):  # what room is left goes to the beginning
        if index not in kept:
            length += len(word) + 1
            if length > longest:
                break
            kept.add(index)
    return _joined(words, kept)


def _fitting(words: list[str], room: int) -> int:
    """How many of the first ``words`` fit; one at least."""
    length = 0
    for count, word in enumerate(words):
        length += len(word) + 1
        if length > room:
            return max(1, count)
    return len(words)


def _cut(word: str, longest: int) -> str:
    """A word that would fill the room alone, as an address does, without its end."""
    return word if len(word) < longest else f"{word[: longest // 2]}…"


def _is_number(word: str) -> bool:
    return any(character.isdigit() for character in word)


def _is_name(words: list[str], index: int) -> bool:
    """Whether a word has a capital that does not begin a sentence."""
    first = _LETTER.search(words[index])
    begins = index == 0 or _SENTENCE_END.search(words[index - 1]) is not None
    return first is not None and first[0].isupper() and not begins


def _joined(words: list[str], kept: set[int]) -> str:
    shown: list[str] = []
    for index, word in enumerate(words):
        if index in kept:
            shown.append(word)
        elif shown[-1] != _MARK:
            shown.append(_MARK)
    return " ".join(shown)
