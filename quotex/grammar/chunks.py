"""Sentences cut into chunks: noun phrases, verb groups, time expressions, quotations …

The patterns are those of ``rules/grammar.yaml``.  A sentence becomes a string again, its *shape*,
with one character for each chunk, and the rules of attribution are patterns over shapes.
"""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from quotex.circumstances.calendar import Calendar
from quotex.grammar.expressions import Expressions
from quotex.rulefiles.openings import openings
from quotex.rulefiles.pattern import compile_pattern, compile_stoppable
from quotex.rulefiles.placed import Place, Placed
from quotex.rulefiles.watch import Watch
from quotex.text.tokens import Tape
from quotex.words.codes import MASKED_CLAUSE, Codes
from quotex.words.lexicon import Lexicon

_TIME = "time"
_OTHER = "other"
_QUOTATION = "quotation"
_PREPOSED = ("prepositional", "preposition")
_VERBAL = frozenset({"verb", "gerund", "participle", "infinitive", "past-participle"})


@dataclass(frozen=True, slots=True)
class ChunkPattern:
    """``venue``: the chunk says where one speaks (dans un communiqué, lors d'un meeting)."""

    kind: str
    pattern: str
    venue: bool = False
    place: Place = field(default=(1, 1), compare=False, metadata={"source": "place"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """The file ``rules/grammar.yaml``; only sentences with a verb or a trigger report.

    ``prepositions`` are those that chunks are told apart by; any other is ``other``.
    """

    macros: dict[str, Placed] = field(default_factory=dict)
    prepositions: tuple[str, ...] = ()
    triggers: str = ""
    chunks: tuple[ChunkPattern, ...] = ()


class Chunks(NamedTuple):
    """Chunk ``k`` is the tokens ``bounds[k]:bounds[k+1]``; ``kinds`` names the chunks.

    ``shape`` has one character for each.
    """

    kinds: tuple[str, ...]
    bounds: tuple[int, ...]
    shape: str


class _Choice(NamedTuple):
    """A kind of chunk and its patterns; ``own``: they do not come with the program."""

    kind: str
    venue: bool
    own: bool
    pattern: re.Pattern[str]


@dataclass(eq=False)  # not frozen: that would take a third of the time of reading a sentence
class Sentence:
    """A sentence at one depth of quotation: the tokens ``[start, end)``, cut when first asked.

    ``quotation`` is the number of the quotation in whose inside it stands, or -1.
    """

    tape: Tape
    depth: int
    quotation: int
    start: int
    end: int
    chunker: Chunker

    @property
    def first(self) -> int:
        """Its first character."""
        return self.tape.starts[self.start]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        return self._cut().kinds

    @cached_property
    def bounds(self) -> tuple[int, ...]:
        return self._cut().bounds

    @cached_property
    def shape(self) -> str:
        return self._cut().shape

    def _cut(self) -> Chunks:
        """The chunks; all that is known of them is kept, whichever was asked for."""
        chunks = self.chunker.cut(self.tape, self.depth, self.start, self.end)
        self.__dict__.update(chunks._asdict())
        return chunks

    def text(self, start: int, end: int) -> str:
        """The shadow text of the chunks ``[start, end)``."""
        return self.tape.text(self.bounds[start], self.bounds[end])


class Chunker:
    """Cuts token ranges into chunks; one for a lexicon, a grammar and a calendar."""

    def __init__(
        self, lexicon: Lexicon, grammar: Grammar, calendar: Calendar, own: int = 0
    ) -> None:
        """``own`` is how many patterns, the first, do not come with the program."""
        self._own = own
        self._watch = Watch(0)
        self._lexicon = lexicon
        self._grammar = grammar
        self._calendar = calendar
        self.alphabet = Codes()
        """The classes of chunks, as the patterns of the rules name them."""
        for kind in [*(item.kind for item in grammar.chunks), _TIME, _OTHER]:
            self.alphabet.char(frozenset({kind}))
        self._prepositions = {
            (kind, name, venue): self.alphabet.char(
                frozenset([kind, f"with-{name}", *["venue"] * venue])
            )
            for kind in _PREPOSED
            for name in (*grammar.prepositions, _OTHER)
            for venue in (False, True)
        }
        self._plain = {
            kind: self.alphabet.char(frozenset({kind}))
            for kind in [*(item.kind for item in grammar.chunks), _TIME, _OTHER]
        }
        self._verbal = {
            (kind, reports, inverted): self.alphabet.char(
                frozenset([kind, *["reporting"] * reports, *["inverted"] * inverted])
            )
            for kind in sorted(_VERBAL)
            for reports in (False, True)
            for inverted in (False, True)
        }
        codes = lexicon.codes
        self._clause = codes.char(frozenset({MASKED_CLAUSE}))
        self._stated = self.alphabet.char(frozenset({_QUOTATION, "stated"}))
        self._by_preposition = {
            code: name
            for name in reversed(grammar.prepositions)
            for code in codes.chars(frozenset({name}).issubset)
        }
        self._reporting = codes.search("reporting")
        self._inverted = codes.search("inverted")
        self.expressions = Expressions(lexicon)
        self._time_chars = self._find_time_chars(calendar)
        self._triggers = compile_pattern(grammar.triggers, codes, grammar.macros)

    def _find_time_chars(self, calendar: Calendar) -> frozenset[str]:
        codes = self._lexicon.codes
        found = {
            self._lexicon.word_code(word, starts)
            for word in calendar.triggers
            for starts in (True, False)
            if word[0].isalpha()
        }
        capitals = {
            self._lexicon.word_code(word.capitalize(), True)
            for word in calendar.triggers
            if word[0].isalpha()
        }
        numbers = codes.chars(lambda classes: "number" in classes)
        return frozenset(found | capitals | set(numbers))

    def for_text(self, watch: Watch) -> Chunker:
        """The chunker for one text, in which ``watch`` stops own patterns that take too long."""
        if not self._own:
            return self
        other = copy(self)
        other._watch = watch
        return other

    @cached_property
    def _by_first(self) -> dict[str, tuple[_Choice, ...]]:
        """What chunks may begin at a code, in order: neighbours of one kind in one pattern."""
        codes, macros = self._lexicon.codes, self._grammar.macros
        table: dict[str, list[_Choice]] = {}
        for sort, items in groupby(enumerate(self._grammar.chunks), key=self._sort):
            choices = " | ".join(f"({item.pattern})" for _, item in items)
            pattern = compile_pattern(choices, codes, macros)
            find = compile_stoppable(choices, codes, macros) if sort[2] else pattern
            choice = _Choice(*sort, find)
            for code in openings(pattern, codes.by_set.values()):
                table.setdefault(code, []).append(choice)
        return {code: tuple(found) for code, found in table.items()}

    def _sort(self, numbered: tuple[int, ChunkPattern]) -> tuple[str, bool, bool]:
        number, item = numbered
        return item.kind, item.venue, number < self._own

    def _own_match(
        self, pattern: re.Pattern[str], tape: Tape, codes: str, at: int, end: int
    ) -> re.Match[str] | None:
        name = "grammar of your rule files"
        found: re.Match[str] | None = self._watch.run(
            name, tape.starts[at], pattern.match, codes, at, end
        )
        return found

    def triggered(self, tape: Tape, depth: int, start: int, end: int) -> bool:
        """Whether the tokens ``[start, end)`` hold anything that may report.

        A verb that reports only with words after it (*être d'avis*) counts where one of them is.
        """
        codes = tape.tapes[depth]
        if self._triggers.search(codes, start, end):
            return True
        for found in self._reporting.finditer(codes, start, end):
            uses = self.expressions.uses(tape.words[found.start()])
            if uses.plain:
                return True
            if uses.begun and self.expressions.stands(uses, tape.words[start:end]):
                return True
        return False

    def cut(self, tape: Tape, depth: int, start: int, end: int) -> Chunks:
        """The chunks of the tokens ``[start, end)`` of the tape at this depth."""
        codes = tape.tapes[depth]
        kinds: list[str] = []
        bounds = [start]
        shape: list[str] = []
        by_first, plain, time_chars = self._by_first, self._plain, self._time_chars
        verbal, reporting, inverted = self._verbal, self._reporting.search, self._inverted.search
        at = start
        while at < end:
            first = codes[at]
            if first in time_chars and (after := self._time_end(tape, at, end)):
                kind, char = _TIME, plain[_TIME]
            else:
                kind, venue, after = _OTHER, False, at + 1
                for sort, there, own, pattern in by_first.get(first, ()):
                    found = (
                        self._own_match(pattern, tape, codes, at, end)
                        if own
                        else pattern.match(codes, at, end)
                    )
                    if found:
                        kind, venue, after = sort, there, found.end()
                        break
                if kind in _VERBAL:
                    if reporting(codes, at, after):
                        after = self.expressions.end(tape, codes, after, end)
                        char = verbal[kind, True, inverted(codes, at, after) is not None]
                    else:
                        char = verbal[kind, False, inverted(codes, at, after) is not None]
                elif kind in _PREPOSED:
                    name = self._by_preposition.get(first, _OTHER)
                    char = self._prepositions[kind, name, venue]
                elif kind == _QUOTATION and codes[at + 1] == self._clause:
                    char = self._stated
                else:
                    char = plain[kind]
            kinds.append(kind)
            shape.append(char)
            bounds.append(after)
            at = after
        return Chunks(tuple(kinds), tuple(bounds), "".join(shape))

    def _time_end(self, tape: Tape, at: int, end: int) -> int | None:
        """The token after the time expression that starts at token ``at``."""
        if not self._calendar.may_begin(tape.words, at):
            return None
        found = self._calendar.match(tape.shadow, tape.starts[at], tape.ends[end - 1])
        if found is None:
            return None
        after = at + 1
        while after < end and tape.starts[after] < found.end:
            after += 1
        return after if tape.ends[after - 1] == found.end else None
