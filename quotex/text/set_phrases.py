"""Set phrases (*afin de*): several tokens that the lexicon knows as one word."""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import pairwise

from quotex.words.lexicon import Lexicon

_Tails = tuple[tuple[tuple[str, ...], str], ...]


class SetPhrases:
    """Finds the set phrases of a lexicon, by their first two words."""

    def __init__(self, lexicon: Lexicon) -> None:
        tails: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for first, found in lexicon.phrases.items():
            for tail, classes in found:
                tails[first, tail[0]].append((tail[1:], lexicon.codes.char(classes)))
        self._tails: dict[tuple[str, str], _Tails] = {pair: tuple(t) for pair, t in tails.items()}

    def merge(
        self,
        shadow: str,
        starts: array[int],
        ends: array[int],
        words: list[str],
        codes: list[str],
    ) -> tuple[array[int], array[int], list[str], list[str]]:
        """Starts, ends, lower-case words and codes of the tokens, each set phrase one of them."""
        phrases = self._find(words)
        if not phrases:
            return starts, ends, words, codes
        new_starts, new_ends = array("L"), array("L")
        new_words, new_codes = list[str](), list[str]()
        at = 0
        for first, stop, code in phrases:
            new_starts += starts[at : first + 1]
            new_ends += ends[at:first]
            new_ends.append(ends[stop - 1])
            new_words += words[at:first]
            new_words.append(shadow[starts[first] : ends[stop - 1]].lower())
            new_codes += codes[at:first]
            new_codes.append(code)
            at = stop
        new_starts += starts[at:]
        new_ends += ends[at:]
        return new_starts, new_ends, new_words + words[at:], new_codes + codes[at:]

    def _find(self, words: list[str]) -> list[tuple[int, int, str]]:
        """First token, token after the last, and code of each set phrase; the longest it may be."""
        found: list[tuple[int, int, str]] = []
        tails = self._tails
        begun = [at for at, pair in enumerate(pairwise(words)) if pair in tails]
        at = 0
        for first in begun:
            if first < at:
                continue
            for tail, code in tails[words[first], words[first + 1]]:
                stop = first + 2 + len(tail)
                if tuple(words[first + 2 : stop]) == tail:
                    found.append((first, stop, code))
                    at = stop
                    break
        return found
