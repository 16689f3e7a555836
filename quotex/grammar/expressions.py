"""Expressions that report: a verb with fixed words after it (*faire savoir*, *être d'avis*)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quotex.text.tokens import Tape
from quotex.words.lexicon import Lexicon, VerbUse

_ByWord = Mapping[str, tuple[VerbUse, ...]]


class Uses(NamedTuple):
    """What a verb form may report as: by itself, and with fixed words after it.

    ``begun`` and ``ended`` are those with fixed words by the first and the last of these, as a
    text may write it.
    """

    plain: tuple[VerbUse, ...]
    begun: _ByWord
    ended: _ByWord


class Expressions:
    """Knows the uses of verb forms and finds their fixed words; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._endings = lexicon.words["agreement"]
        self._uses: dict[str, Uses] = {}
        self._of_lemmas: dict[tuple[str, ...], Uses] = {}
        codes = lexicon.codes
        self._reporting = frozenset(codes.chars(lambda classes: "reporting" in classes))
        self._inverted = frozenset(codes.chars(lambda classes: "inverted" in classes))
        self._adverb = frozenset(codes.chars(lambda classes: "adverb" in classes))

    def uses(self, form: str) -> Uses:
        """The uses of a form's readings, in order."""
        found = self._uses.get(form)
        if found is None:
            lemmas = tuple(reading.lemma for reading in self._lexicon.readings.get(form, ()))
            if lemmas not in self._of_lemmas:
                self._of_lemmas[lemmas] = self._of(lemmas)
            found = self._uses[form] = self._of_lemmas[lemmas]
        return found

    def _of(self, lemmas: tuple[str, ...]) -> Uses:
        every = [use for lemma in lemmas for use in self._lexicon.verbs.get(lemma, ())]
        return Uses(
            tuple(use for use in every if not use.tail),
            self._by_word(every, 0),
            self._by_word(every, -1),
        )

    def _by_word(self, uses: list[VerbUse], index: int) -> _ByWord:
        """The uses with fixed words by one of these, up to agreement."""
        table: dict[str, list[VerbUse]] = {}
        for use in uses:
            if use.tail:
                for ending in self._endings | {""}:
                    table.setdefault(use.tail[index] + ending, []).append(use)
        return {word: tuple(found) for word, found in table.items()}

    def end(self, tape: Tape, codes: str, after: int, end: int) -> int:
        """Where the group that ends before token ``after`` ends with its fixed words in it."""
        head = after - 1
        if codes[head] in self._inverted and head:
            head -= 1
        if codes[head] not in self._reporting:
            return after
        begun = self.uses(tape.words[head]).begun
        if not begun or after >= end:
            return after
        skipped = 1 if codes[after] in self._adverb else 0
        longest = after
        for first in range(after, min(after + skipped + 1, end)):
            for use in begun.get(tape.words[first], ()):
                stop = first + len(use.tail)
                if longest < stop <= end and self.begins(tape.words[first:stop], use.tail):
                    longest = stop
        return longest

    def stands(self, uses: Uses, words: Sequence[str]) -> bool:
        """Whether the fixed words of one of the uses stand among these words."""
        return not uses.begun.keys().isdisjoint(words) and any(
            self.begins(words[at:], use.tail)
            for at, word in enumerate(words)
            for use in uses.begun.get(word, ())
        )

    def begins(self, words: Sequence[str], tail: tuple[str, ...]) -> bool:
        """Whether the words begin with those of the tail, up to agreement (convaincue)."""
        return len(words) >= len(tail) and all(
            word == fixed or (word.startswith(fixed) and word[len(fixed) :] in self._endings)
            for word, fixed in zip(words, tail, strict=False)
        )
