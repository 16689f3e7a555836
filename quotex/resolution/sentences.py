"""The sentences of a stretch of text, numbered through all of its tapes."""

from __future__ import annotations

from bisect import bisect_left

from quotex.resolution.speaker_tools import Tools
from quotex.text.tokens import Tape


class Sentences:
    """Tells in which sentence a token stands; one for the tapes of a window."""

    def __init__(self, tools: Tools, tapes: tuple[Tape, ...], firsts: list[int]) -> None:
        """``firsts`` are the first characters of the tapes."""
        self._tools = tools
        self._firsts = firsts
        self._tapes = tapes
        self._ends: list[list[int]] = []
        self._before: list[int] = []
        total = 0
        for tape in tapes:
            ends = [found.start() for found in tools.sentence_ends.finditer(tape.tapes[0])]
            self._ends.append(ends)
            self._before.append(total)
            if not all(code in tools.masked for code in tape.tapes[0]):
                total += len(ends) + (not ends or ends[-1] < len(tape.starts) - 1)

    def number(self, tape: int, token: int) -> int:
        """The number of a token's sentence in the document."""
        return self._before[tape] + bisect_left(self._ends[tape], token)

    def start(self, tape: int, token: int) -> int:
        """The first token of a token's sentence."""
        before = bisect_left(self._ends[tape], token)
        return self._ends[tape][before - 1] + 1 if before else 0

    def is_first(self, tape: int, token: int) -> bool:
        """Whether a token stands in the first sentence of its paragraph."""
        return self.number(tape, token) == self.number(tape, 0)

    def are_one(self, start: int, end: int) -> bool:
        """Whether two characters, in order, stand in one sentence."""
        phrases = self._tools.phrases
        at = phrases.tape_at(self._firsts, start)
        if at != phrases.tape_at(self._firsts, end):
            return False
        first, last = phrases.tokens(self._tapes[at], start, end)
        return self.number(at, first) == self.number(at, last)
