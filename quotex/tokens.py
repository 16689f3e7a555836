"""Words and marks of one stretch of text, with the character that stands for their classes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotex.codes import CLOSE_MARK, MASKED, MASKED_CLAUSE, OPEN_MARK, OTHER, QUOTE_MARK, WORD
from quotex.lexicon import Lexicon
from quotex.marks import Quotation

_VOCABULARY = 200_000
"""How many different tokens are remembered before the memory is emptied."""


@dataclass(frozen=True, slots=True)
class QuotedTokens:
    """A quotation as token indices: its marks, and what stands between them (half-open)."""

    opening: int
    closing: int
    index: int
    """Number of the quotation in the document."""
    depth: int


@dataclass(frozen=True, slots=True)
class Tape:
    """The tokens of a block: ``starts`` and ``ends`` in code points, and one tape for each depth.

    ``tapes[0]`` sees every quotation as its two marks with ``masked`` tokens between them;
    ``tapes[1]`` sees what stands inside quotations of the first depth, and so on.
    """

    shadow: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tapes: tuple[str, ...]
    quotations: tuple[QuotedTokens, ...]

    def word(self, index: int) -> str:
        """The token's text, in lower case."""
        return self.shadow[self.starts[index] : self.ends[index]].lower()

    def text(self, start: int, end: int) -> str:
        """The shadow text of the tokens ``[start, end)``."""
        return self.shadow[self.starts[start] : self.ends[end - 1]] if end > start else ""


class Tokenizer:
    """Cuts text into tokens and codes them; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._pattern = _token_pattern(lexicon)
        self._codes: tuple[dict[str, str], dict[str, str]] = ({}, {})
        codes = lexicon.codes
        self._open = codes.char(frozenset({OPEN_MARK}))
        self._close = codes.char(frozenset({CLOSE_MARK}))
        self._masked = codes.char(frozenset({MASKED}))
        self._masked_clause = codes.char(frozenset({MASKED_CLAUSE}))
        finite = codes.chars(
            lambda classes: "finite" in classes and (WORD not in classes or "be" in classes)
        )
        self._finite = re.compile(f"[{finite}]")
        self._quote = codes.char(frozenset({QUOTE_MARK}))
        self._other = codes.char(frozenset({OTHER}))
        starters = {"stop", "colon", "dash", OPEN_MARK, CLOSE_MARK}
        self._starters = frozenset(codes.chars(lambda classes: bool(classes & starters)))
        self._phrase_chars = frozenset(
            lexicon.word_code(form, starts)
            for word in lexicon.phrases
            for form in (word, word.capitalize())
            for starts in (False, True)
        )

    def tape(
        self, shadow: str, start: int, end: int, quotations: list[tuple[int, Quotation]]
    ) -> Tape:
        """The tape of ``shadow[start:end]`` and the quotations (with their numbers) inside it."""
        marks: dict[int, int] = {}
        for number, quotation in quotations:
            marks[quotation.start] = number
            marks[quotation.end - 1] = ~number
        starts: list[int] = []
        ends: list[int] = []
        codes: list[str] = []
        opened: dict[int, int] = {}
        closed: dict[int, tuple[int, int]] = {}
        mid, first = self._codes
        starters, quote = self._starters, self._quote
        previous = next(iter(starters))
        for match in self._pattern.finditer(shadow, start, end):
            word = match.group()
            code = mid.get(word) or self._learn(word, False)
            if code == quote:
                at = match.start()
                number = marks.get(at, marks.get(match.end() - 1))
                if number is None:
                    code = self._other
                elif number >= 0:
                    opened[number] = len(starts)
                    code = self._open
                else:
                    closed[~number] = (opened.get(~number, -1), len(starts))
                    code = self._close
            elif word[0].isupper() and previous in starters:
                code = first.get(word) or self._learn(word, True)
            starts.append(match.start())
            ends.append(match.end())
            codes.append(code)
            previous = code
        return self._layered(shadow, starts, ends, codes, closed, quotations)

    def _learn(self, word: str, starts: bool) -> str:
        memory = self._codes[starts]
        if len(memory) > _VOCABULARY:
            memory.clear()
        code = self._lexicon.word_code(word, starts)
        memory[word] = code
        return code

    def _layered(
        self,
        shadow: str,
        starts: list[int],
        ends: list[int],
        codes: list[str],
        closed: dict[int, tuple[int, int]],
        quotations: list[tuple[int, Quotation]],
    ) -> Tape:
        kept: list[int] = []
        merged = self._merge_phrases(shadow, starts, ends, codes, kept)
        if len(kept) < len(codes):
            position = {old: new for new, old in enumerate(kept)}
            closed = {
                number: (position[a], position[b]) for number, (a, b) in closed.items() if a >= 0
            }
            ends = [ends[last - 1] for last in [*kept[1:], len(codes)]]
            starts = [starts[i] for i in kept]
        base = "".join(merged)
        quoted = [
            QuotedTokens(*closed[number], number, quotation.depth)
            for number, quotation in quotations
            if closed.get(number, (-1, -1))[0] >= 0
        ]
        depth = max((item.depth for item in quoted), default=-1)
        tapes: list[str] = []
        for level in range(depth + 2):
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
        return Tape(shadow, tuple(starts), tuple(ends), tuple(tapes), tuple(quoted))

    def _merge_phrases(
        self, shadow: str, starts: list[int], ends: list[int], codes: list[str], kept: list[int]
    ) -> list[str]:
        """Codes with the words of a set phrase made one; ``kept`` gets the first index of each."""
        merged: list[str] = []
        chars, phrases = self._phrase_chars, self._lexicon.phrases
        char = self._lexicon.codes.char
        count = len(codes)
        i = 0
        while i < count:
            kept.append(i)
            code = codes[i]
            i += 1
            if code not in chars:
                merged.append(code)
                continue
            first = shadow[starts[i - 1] : ends[i - 1]].lower()
            for tail, classes in phrases.get(first, ()):
                stop = i + len(tail)
                if stop <= count and all(
                    shadow[starts[i + k] : ends[i + k]].lower() == word
                    for k, word in enumerate(tail)
                ):
                    code = char(classes)
                    i = stop
                    break
            merged.append(code)
        return merged


def _token_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Abbreviations, initials, elided words, clitics after a verb, words, numbers, marks."""

    def any_of(words: frozenset[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))

    clitics = any_of(frozenset(word[1:] for word in lexicon.words["inverted"]))
    return re.compile(
        rf"(?<!\w)(?:{any_of(lexicon.words['abbreviation'])}|{any_of(lexicon.words['whole'])}(?!\w))"
        r"|(?<![^\W\d_])[^\W\d_a-zà-ÿ]\.(?:-?[^\W\d_a-zà-ÿ]\.)*"
        rf"|(?<!\w)(?i:{any_of(lexicon.words['elided'])})"
        rf"|-(?i:{clitics})(?!\w)"
        rf"|[^\W\d_]+(?:['-](?!(?i:{clitics})(?!\w))\w+)*"
        r"|\d+(?:[.,:]\d+)*\w*|\.\.\.|--|''|<<|>>|[^\w\s]|_+|\w+"
    )
