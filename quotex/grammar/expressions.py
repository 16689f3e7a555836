"""Expressions that report: a verb with fixed words after it (*faire savoir*, *être d'avis*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotex.text.tokens import Tape
from quotex.words.lexicon import Lexicon, VerbUse


@dataclass(frozen=True, slots=True)
class Uses:
    """What a verb form may report as: by itself, and with fixed words after it."""

    plain: tuple[VerbUse, ...]
    tailed: tuple[VerbUse, ...]


class Expressions:
    """Knows the uses of verb forms and finds their fixed words; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._endings = lexicon.words["agreement"]
        self._uses: dict[str, Uses] = {}
        codes = lexicon.codes
        self._reporting = frozenset(codes.chars(lambda classes: "reporting" in classes))
        self._inverted = frozenset(codes.chars(lambda classes: "inverted" in classes))
        self._adverb = frozenset(codes.chars(lambda classes: "adverb" in classes))

    def uses(self, form: str) -> Uses:
        """The uses of a form's readings, in order."""
        found = self._uses.get(form)
        if found is None:
            every = [
                use
                for reading in self._lexicon.readings.get(form, ())
                for use in self._lexicon.verbs.get(reading.lemma, ())
            ]
            found = self._uses[form] = Uses(
                tuple(use for use in every if not use.tail),
                tuple(use for use in every if use.tail),
            )
        return found

    def end(self, tape: Tape, codes: str, after: int, end: int) -> int:
        """Where the group that ends before token ``after`` ends with its fixed words in it."""
        head = after - 1
        if codes[head] in self._inverted and head:
            head -= 1
        if codes[head] not in self._reporting:
            return after
        tailed = self.uses(tape.word(head)).tailed
        if not tailed or after >= end:
            return after
        skipped = 1 if codes[after] in self._adverb else 0
        reach = min(end, after + skipped + max(len(use.tail) for use in tailed))
        words = [tape.word(i) for i in range(after, reach)]
        fitting = [
            first + len(use.tail)
            for first in range(min(skipped + 1, len(words)))
            for use in tailed
            if words[first].startswith(use.tail[0]) and self.begins(words[first:], use.tail)
        ]
        return after + max(fitting, default=0)

    def begins(self, words: Sequence[str], tail: tuple[str, ...]) -> bool:
        """Whether the words begin with those of the tail, up to agreement (convaincue)."""
        return len(words) >= len(tail) and all(
            word == fixed or (word.startswith(fixed) and word[len(fixed) :] in self._endings)
            for word, fixed in zip(words, tail, strict=False)
        )
