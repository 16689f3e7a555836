"""What was said, as stretches of the text: marks, introducing words and edges taken off."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from quotex.attribution.match import Match
from quotex.model import Kind
from quotex.text.marks import Quotation
from quotex.text.tokens import QuotedTokens, Tape
from quotex.words.lexicon import Lexicon

Range = tuple[int, int]
_EDGE = " \n,;:*-\u2013\u2014"
_STOPS = ".!?\u2026"
_RESUMING = ',;:.!?\u2026-\u2013\u2014\u00bb\u201d"'
_NAMING = 2
"""A quotation of at most so many words, capitalised or after a word that names, only names."""


class Stretches(NamedTuple):
    """Character ranges of a content in text order, its kind, and the quotations that it takes."""

    ranges: tuple[Range, ...]
    kind: Kind
    quotations: frozenset[int]


class ContentReader:
    """Turns the token ranges of matches into stretches; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        codes = lexicon.codes
        self._intro = frozenset(
            codes.chars(lambda c: "that" in c or (bool(c & {"de", "à"}) and "contracted" not in c))
        )
        self._that = frozenset(codes.chars(lambda c: "that" in c))
        self._and = frozenset(codes.chars(lambda c: "and" in c))
        self._capital = frozenset(codes.chars(lambda c: "capital" in c or "number" in c))
        self._naming = frozenset(codes.chars(lambda c: "naming" in c))

    def read(self, match: Match, quotations: tuple[Quotation, ...]) -> Stretches | None:
        """The stretches of a match's content; null when nothing is left of it."""
        sentence = match.sentence
        tape = sentence.tape
        if match.around:
            return self._around(match, quotations[sentence.quotation])
        if not match.content:
            return Stretches((), "indirect", frozenset())
        ranges: list[Range] = []
        quoted: list[QuotedTokens] = []
        bare = False
        cue = match.cue[1] if match.cue else -1
        for start, end in match.content:
            inside = [
                q for q in tape.opened(start, end) if q.depth == sentence.depth and q.closing < end
            ]
            pieces = self._quotes_only(tape, sentence.depth, start, end, inside)
            if pieces is not None:
                quoted.extend(inside)
                governed = match.rule.content != "before"
                ranges.extend(self._inner(tape, quotations[q.index], governed) for q in pieces)
                continue
            quoted.extend(q for q in inside if not self.names(tape, q, cue))
            bare = True
            piece = self._trimmed(tape, tape.starts[start], tape.ends[end - 1])
            if piece is not None:
                ranges.append(piece)
        ranges = [item for item in ranges if item[1] > item[0]]
        if not ranges:
            return None
        kind: Kind = "direct" if not bare else "mixed" if quoted else "indirect"
        return Stretches(tuple(ranges), kind, frozenset(q.index for q in quoted))

    def whole(self, tape: Tape, quotation: Quotation) -> Range:
        """A quotation that stands alone: all between its marks."""
        return quotation.inner_start, quotation.inner_end

    def _quotes_only(
        self, tape: Tape, depth: int, start: int, end: int, inside: list[QuotedTokens]
    ) -> list[QuotedTokens] | None:
        """The quotations of a range that holds nothing else (but *et* and a lone *de* or *à*)."""
        codes = tape.tapes[depth]
        at = start
        if at < end and codes[at] in self._intro:
            at += 1
        for number, item in enumerate(inside):
            if item.opening != at:
                if number and at < end and codes[at] in self._and:
                    at += 1
                    if at < end and codes[at] in self._intro:
                        at += 1
                if item.opening != at:
                    return None
            at = item.closing + 1
        return inside if inside and at == end else None

    def _inner(self, tape: Tape, quotation: Quotation, governed: bool) -> Range:
        """What stands between the marks, without the *que* of a clause that a verb governs."""
        start, end = quotation.inner_start, quotation.inner_end
        token = self._token_at(tape, start)
        if governed and token is not None and tape.tapes[-1][token] in self._that:
            start = tape.starts[token + 1]
        while end > start and tape.shadow[end - 1] in _EDGE:
            end -= 1
        return start, end

    def _token_at(self, tape: Tape, offset: int) -> int | None:
        at = bisect_left(tape.starts, offset)
        return at if at + 1 < len(tape.starts) and tape.starts[at] == offset else None

    def names(self, tape: Tape, item: QuotedTokens, cue: int = -1) -> bool:
        """Whether a quotation only names something (« A3 », le projet « Europe »).

        Right after the ``cue`` it is said (s'est dite « consternée »).
        """
        inner = range(item.opening + 1, item.closing)
        codes = tape.tapes[-1]
        if item.opening not in (0, cue) and codes[item.opening - 1] in self._naming:
            return True
        return len(inner) <= _NAMING and all(codes[i] in self._capital for i in inner)

    def _trimmed(self, tape: Tape, start: int, end: int) -> Range | None:
        shadow = tape.shadow
        while start < end and shadow[start] in _EDGE:
            start += 1
        while end > start and shadow[end - 1] in _EDGE:
            end -= 1
        return (start, end) if end > start else None

    def _around(self, match: Match, quotation: Quotation) -> Stretches | None:
        """The quotation without the reporting clause that stands inside its marks."""
        tape = match.sentence.tape
        first, last = match.content[0]
        cut = (tape.starts[first], tape.ends[last - 1])
        pieces = [
            self._trimmed(tape, quotation.inner_start, cut[0]),
            self._trimmed(tape, self._after_cut(tape, cut[1]), quotation.inner_end),
        ]
        ranges = tuple(piece for piece in pieces if piece is not None)
        if not ranges:
            return None
        return Stretches(ranges, "direct", frozenset({match.sentence.quotation}))

    def _after_cut(self, tape: Tape, offset: int) -> int:
        """Past the stop that closes the reporting clause (…, a réagi Mme Roy. On …).

        What the journalist adds to that clause (dit-il sans lever la tête) is passed over too.
        """
        shadow = tape.shadow
        while offset < len(shadow) and shadow[offset] == " ":
            offset += 1
        if shadow[offset : offset + 1] not in _RESUMING:
            while offset < len(shadow) and shadow[offset] not in _STOPS:
                offset += 1
        while offset < len(shadow) and shadow[offset] in _EDGE + _STOPS:
            offset += 1
        return offset
