"""Words and marks of one stretch of text, with the character that stands for their classes."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from quotex.text.marks import Quotation
from quotex.text.set_phrases import SetPhrases
from quotex.text.token_pattern import token_pattern
from quotex.words.codes import (
    CAPITAL,
    CLOSE_MARK,
    MASKED,
    MASKED_CLAUSE,
    OPEN_MARK,
    OTHER,
    QUOTE_MARK,
    WORD,
)
from quotex.words.lexicon import Lexicon

_VOCABULARY = 50_000
"""How many different tokens are remembered before the memory is emptied."""


@dataclass(frozen=True, slots=True)
class QuotedTokens:
    """A quotation as token indices: its marks, and what stands between them (half-open)."""

    opening: int
    closing: int
    index: int
    """Number of the quotation in the document."""
    depth: int


class Tape(NamedTuple):
    """The tokens of a block: ``starts`` and ``ends`` in code points, and one tape for each depth.

    ``tapes[0]`` sees every quotation as its two marks with ``masked`` tokens between them;
    ``tapes[1]`` sees what stands inside quotations of the first depth, and so on.
    """

    shadow: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    """The text of each token in lower case."""
    tapes: tuple[str, ...]
    quotations: tuple[QuotedTokens, ...]

    def word(self, index: int) -> str:
        """The token's text, in lower case."""
        return self.words[index]

    def opened(self, start: int, end: int) -> tuple[QuotedTokens, ...]:
        """The quotations of any depth whose opening mark is one of the tokens ``[start, end)``."""
        first = bisect_left(self.quotations, start, key=_opening)
        return self.quotations[first : bisect_left(self.quotations, end, first, key=_opening)]

    def text(self, start: int, end: int) -> str:
        """The shadow text of the tokens ``[start, end)``."""
        return self.shadow[self.starts[start] : self.ends[end - 1]] if end > start else ""


def _opening(item: QuotedTokens) -> int:
    return item.opening


class _Vocabulary(dict[str, str]):
    """The codes of the tokens met so far; ``starts``: of those that begin a sentence."""

    def __init__(self, lexicon: Lexicon, starts: bool) -> None:
        self._lexicon = lexicon
        self._starts = starts

    def __missing__(self, word: str) -> str:
        if len(self) > _VOCABULARY:
            self.clear()
        code = self[word] = self._lexicon.word_code(word, self._starts)
        return code


class _LowerCase(dict[str, str]):
    """The tokens met so far in lower case, so that a text holds each word once."""

    def __missing__(self, word: str) -> str:
        if len(self) > _VOCABULARY:
            self.clear()
        lower = self[word] = word.lower()
        return lower


class Tokenizer:
    """Cuts text into tokens and codes them; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._pattern = token_pattern(lexicon)
        self._phrases = SetPhrases(lexicon)
        self._middle = _Vocabulary(lexicon, False)
        self._first = _Vocabulary(lexicon, True)
        self._lower = _LowerCase()
        codes = lexicon.codes
        self._open = codes.char(frozenset({OPEN_MARK}))
        self._close = codes.char(frozenset({CLOSE_MARK}))
        self._masked = codes.char(frozenset({MASKED}))
        self._masked_clause = codes.char(frozenset({MASKED_CLAUSE}))
        finite = codes.chars(
            lambda classes: (
                "finite" in classes
                and ("be" in classes or classes.isdisjoint({WORD, "premodifier", "adjective"}))
            )
        )
        self._finite = re.compile(f"[{finite}]")
        self._quote = codes.char(frozenset({QUOTE_MARK}))
        self._other = codes.char(frozenset({OTHER}))
        starters = {"stop", "colon", "dash", OPEN_MARK, CLOSE_MARK}
        before = codes.chars(lambda classes: bool(classes & starters))
        capitals = codes.chars(lambda classes: bool(classes & {CAPITAL, "capitalised"}))
        self._starting = re.compile(rf"(?:\A|(?<=[{before}]))[{capitals}]")

    def tape(
        self, shadow: str, start: int, end: int, quotations: list[tuple[int, Quotation]]
    ) -> Tape:
        """The tape of ``shadow[start:end]`` and the quotations (with their numbers) inside it."""
        pieces = self._pattern.split(shadow[start:end])  # gap, token, gap … token, gap
        offsets = array("L", accumulate(map(len, pieces), initial=start))
        tokens = pieces[1::2]
        starts, ends, words, codes = self._phrases.merge(
            shadow,
            offsets[1:-1:2],
            offsets[2::2],
            list(map(self._lower.__getitem__, tokens)),
            list(map(self._middle.__getitem__, tokens)),
        )
        quoted = self._mark(starts, ends, codes, quotations)
        for match in self._starting.finditer("".join(codes)):
            at = match.start()
            codes[at] = self._first[shadow[starts[at] : ends[at]]]
        return Tape(shadow, starts, ends, words, self._layers("".join(codes), quoted), quoted)

    def _mark(
        self,
        starts: Sequence[int],
        ends: Sequence[int],
        codes: list[str],
        quotations: list[tuple[int, Quotation]],
    ) -> tuple[QuotedTokens, ...]:
        """The quotations by tokens; the codes of their marks are set, of other marks taken off."""
        text = "".join(codes)
        at = text.find(self._quote)
        if at < 0:
            return ()
        opens = {quotation.start: number for number, quotation in quotations}
        closes = {quotation.end: number for number, quotation in quotations}
        opened: dict[int, int] = {}
        closed: dict[int, int] = {}
        while at >= 0:
            if (number := opens.get(starts[at])) is not None:
                opened[number] = at
                codes[at] = self._open
            elif (number := closes.get(ends[at])) is not None:
                closed[number] = at
                codes[at] = self._close
            else:
                codes[at] = self._other
            at = text.find(self._quote, at + 1)
        return tuple(
            QuotedTokens(opened[number], closed[number], number, quotation.depth)
            for number, quotation in quotations
            if number in opened and number in closed
        )

    def _layers(self, base: str, quoted: tuple[QuotedTokens, ...]) -> tuple[str, ...]:
        """The tape seen at each depth of quotation."""
        depth = max((item.depth for item in quoted), default=-1)
        tapes: list[str] = []
        for level in range(depth + 1):
            parts: list[str] = []
            at = 0
            for item in quoted:
                if item.depth == level:
                    parts.append(base[at : item.opening + 1])
                    clause = self._finite.search(base, item.opening, item.closing)
                    mask = self._masked_clause if clause else self._masked
                    parts.append(mask * (item.closing - item.opening - 1))
                    at = item.closing
            parts.append(base[at:])
            tapes.append("".join(parts))
        return (*tapes, base)
