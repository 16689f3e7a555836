"""Short names that a text introduces: *Fédération du commerce (FDC)*, and the other way round."""

from __future__ import annotations

from itertools import pairwise

from quotex.grammar.mention import Mention
from quotex.resolution.acronyms import is_acronym
from quotex.resolution.spellings import Spelling, SpellingReader, name_text
from quotex.resolution.surroundings import Surroundings
from quotex.text.tokens import Tape
from quotex.words.people import Key

_PARTS = 3
"""How many mentions may be parts of one name that the text abbreviates."""


class ShortNames:
    """Finds the short names of one document.

    A name of several ``mentions`` that has one becomes a single mention; a description that has
    one becomes a name, with its spelling in ``by_text``.
    """

    def __init__(
        self,
        text: str,
        tapes: tuple[Tape, ...],
        mentions: list[list[Mention]],
        by_text: dict[str, Spelling],
        around: Surroundings,
        spellings: SpellingReader,
    ) -> None:
        self._text = text
        self._tapes = tapes
        self._mentions = mentions
        self._by_text = by_text
        self._around = around
        self._spellings = spellings

    def aliases(self) -> dict[Key, Key]:
        """Short names that the text introduces in brackets, with what they are short for."""
        aliases: dict[Key, Key] = {}
        for tape, of_tape in zip(self._tapes, self._mentions, strict=True):
            codes = tape.tapes[-1]
            for at, (left, right) in enumerate(pairwise(of_tape)):
                adjacent = self._around.bracketed(codes, left, right)
                if not adjacent and not self._around.in_brackets(codes, right):
                    continue
                longer = self._spelled_out(tape, of_tape, at)
                if longer is None and not adjacent:
                    continue
                if longer is not None:
                    left = longer
                one, other = self._words(tape, left), self._words(tape, right)
                if right.name and is_acronym(other, one):
                    aliases[self._by_text[other].key] = self._key_of(tape, left, one)
                elif is_acronym(
                    last := name_text(self._text, tape, (left.end - 1, left.end)), other
                ):
                    aliases[self._key_of(tape, left, last)] = self._key_of(tape, right, other)
        return aliases

    def _spelled_out(self, tape: Tape, of_tape: list[Mention], at: int) -> Mention | None:
        """The name of several mentions for which the next is short: Union pour Kerlaz (UPK)."""
        short = self._words(tape, of_tape[at + 1])
        end = of_tape[at + 1].start - 1  # the bracket
        for first in range(at, max(-1, at - _PARTS), -1):
            start = of_tape[first].start
            if first == at and (within := self._within(tape, of_tape[at], short)):
                of_tape.insert(at + 1, within)
                return within
            if is_acronym(short, name_text(self._text, tape, (start, end))):
                if first == at and of_tape[at].end == end:
                    return None
                name = Mention(of_tape[first].tape, start, end, -1, None, (start, end), None)
                self._key_of(tape, name, self._words(tape, name))
                of_tape[first] = name
                for index in range(first + 1, at + 1):
                    of_tape[index] = of_tape[index]._replace(inner=True)
                return name
        return None

    def _within(self, tape: Tape, mention: Mention, short: str) -> Mention | None:
        """The name that ends a description (le président de l'Union pour Kerlaz (UPK))."""
        if mention.noun < 0 or mention.name is not None:
            return None
        for start in range(mention.noun + 1, mention.end - 1):
            words = name_text(self._text, tape, (start, mention.end))
            if words[0].isupper() and is_acronym(short, words):
                at = mention.tape, start, mention.end
                name = Mention(*at, -1, None, (start, mention.end), None, inner=True)
                self._key_of(tape, name, words)
                return name
        return None

    def _words(self, tape: Tape, mention: Mention) -> str:
        return name_text(self._text, tape, mention.name or (mention.start, mention.end))

    def _key_of(self, tape: Tape, mention: Mention, words: str) -> Key:
        """The key of a name; a description that has a short form becomes a name."""
        spelling = self._by_text.get(words)
        if spelling is None:
            spelling = self._spellings.named(words, tape.starts[mention.start])
            self._by_text[words] = spelling
        return spelling.key
