"""Sentences cut into chunks: noun phrases, verb groups, time expressions, quotations …

The patterns are those of ``rules/grammar.yaml``.  A sentence becomes a string again, its *shape*,
with one character for each chunk, and the rules of attribution are patterns over shapes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from quotex.calendar import Calendar
from quotex.codes import Codes
from quotex.lexicon import Lexicon
from quotex.pattern import compile_pattern
from quotex.tokens import Tape

PREPOSITIONS = ("de", "à", "sur", "pour", "contre", "en", "par", "dans")
"""The prepositions that frames of verbs name; any other is ``other``."""
_TIME = "time"
_OTHER = "other"
_PREPOSED = ("prepositional", "preposition")


@dataclass(frozen=True, slots=True)
class ChunkPattern:
    kind: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The file ``rules/grammar.yaml``."""

    macros: dict[str, str]
    chunks: tuple[ChunkPattern, ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence at one depth of quotation: chunk ``k`` is the tokens ``bounds[k]:bounds[k+1]``.

    ``kinds`` names the chunks; ``shape`` has one character for each.  ``quotation`` is the number
    of the quotation in whose inside it stands, or -1.
    """

    tape: Tape
    depth: int
    quotation: int
    kinds: tuple[str, ...]
    bounds: tuple[int, ...]
    shape: str

    @property
    def start(self) -> int:
        return self.bounds[0]

    @property
    def end(self) -> int:
        return self.bounds[-1]

    def text(self, start: int, end: int) -> str:
        """The shadow text of the chunks ``[start, end)``."""
        return self.tape.text(self.bounds[start], self.bounds[end])


class Chunker:
    """Cuts token ranges into chunks; one for a lexicon, a grammar and a calendar."""

    def __init__(self, lexicon: Lexicon, grammar: Grammar, calendar: Calendar) -> None:
        self._lexicon = lexicon
        self._grammar = grammar
        self._calendar = calendar
        self.alphabet = Codes()
        """The classes of chunks, as the patterns of the rules name them."""
        for kind in [*(item.kind for item in grammar.chunks), _TIME, _OTHER]:
            self.alphabet.char(frozenset({kind}))
        self._prepositions = {
            (kind, name): self.alphabet.char(frozenset({kind, f"with-{name}"}))
            for kind in _PREPOSED
            for name in (*PREPOSITIONS, _OTHER)
        }
        self._plain = {
            kind: self.alphabet.char(frozenset({kind}))
            for kind in [*(item.kind for item in grammar.chunks), _TIME, _OTHER]
        }
        for form in ("verb", "gerund", "participle", "infinitive", "past-participle"):
            for extra in ({"reporting"}, {"reporting", "inverted"}, {"inverted"}):
                self.alphabet.char(frozenset({form, *extra}))
        codes = lexicon.codes
        words = lexicon.words
        self._by_preposition = [
            (name, frozenset(codes.chars(lambda classes, n=name: n in classes)))
            for name in PREPOSITIONS
            if name in words
        ]
        self._reporting = frozenset(codes.chars(lambda classes: "reporting" in classes))
        self._inverted = frozenset(codes.chars(lambda classes: "inverted" in classes))
        heads = {head for head, rows in lexicon.verbs.items() if any(row.tail for row in rows)}
        self._tailed = frozenset(
            form
            for form, readings in lexicon.readings.items()
            if any(reading.lemma in heads for reading in readings)
        )
        self._time_chars = self._find_time_chars(calendar)

    def _find_time_chars(self, calendar: Calendar) -> frozenset[str]:
        codes = self._lexicon.codes
        found = {self._lexicon.word_code(word, starts) for word in calendar.triggers
                 for starts in (True, False) if word[0].isalpha()}
        capitals = {self._lexicon.word_code(word.capitalize(), True) for word in calendar.triggers
                    if word[0].isalpha()}
        numbers = codes.chars(lambda classes: "number" in classes)
        return frozenset(found | capitals | set(numbers))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """All chunk patterns as one alternation; the group's number tells the kind."""
        groups = " | ".join(f"@c{i}({item.pattern})" for i, item in enumerate(self._grammar.chunks))
        return compile_pattern(groups, self._lexicon.codes, self._grammar.macros)

    def sentence(self, tape: Tape, depth: int, quotation: int, start: int, end: int) -> Sentence:
        """The tokens ``[start, end)`` of the tape at this depth, cut into chunks."""
        codes = tape.tapes[depth]
        kinds: list[str] = []
        bounds = [start]
        shape: list[str] = []
        match_at = self._pattern.match
        names = [item.kind for item in self._grammar.chunks]
        plain = self._plain
        at = start
        while at < end:
            code = codes[at]
            if code in self._time_chars and (after := self._time_end(tape, at, end)):
                kind, char = _TIME, plain[_TIME]
            elif found := match_at(codes, at, end):
                after = found.end()
                kind = names[(found.lastindex or 1) - 1]
                if kind in _VERBAL:
                    after = self._tail_end(tape, codes, after, end)
                    char = self._verb_char(kind, codes, at, after)
                elif kind in _PREPOSED:
                    char = self._preposition_char(kind, codes[at])
                else:
                    char = plain[kind]
            else:
                after, kind, char = at + 1, _OTHER, plain[_OTHER]
            kinds.append(kind)
            shape.append(char)
            bounds.append(after)
            at = after
        return Sentence(tape, depth, quotation, tuple(kinds), tuple(bounds), "".join(shape))

    def _time_end(self, tape: Tape, at: int, end: int) -> int | None:
        """The token after the time expression that starts at token ``at``."""
        found = self._calendar.match(tape.shadow, tape.starts[at], tape.ends[end - 1])
        if found is None:
            return None
        after = at + 1
        while after < end and tape.starts[after] < found.end:
            after += 1
        return after if tape.ends[after - 1] == found.end else None

    def _preposition_char(self, kind: str, code: str) -> str:
        for name, chars in self._by_preposition:
            if code in chars:
                return self._prepositions[kind, name]
        return self._prepositions[kind, _OTHER]

    def _verb_char(self, kind: str, codes: str, start: int, end: int) -> str:
        extra = {kind}
        if any(code in self._reporting for code in codes[start:end]):
            extra.add("reporting")
        if any(code in self._inverted for code in codes[start:end]):
            extra.add("inverted")
        return self.alphabet.char(frozenset(extra))

    def _tail_end(self, tape: Tape, codes: str, after: int, end: int) -> int:
        """Where the group ends once the fixed words of an expression are in it (fait | savoir)."""
        head = after - 1
        if codes[head] in self._inverted and head:
            head -= 1
        word = tape.word(head)
        if word not in self._tailed:
            return after
        longest = after
        for reading in self._lexicon.readings[word]:
            for row in self._lexicon.verbs.get(reading.lemma, ()):
                tail = row.tail
                for skip in (0, 1):
                    first = after + skip
                    if skip and (first > end or not self._is_adverb(codes, after)):
                        continue
                    if first + len(tail) <= end and self.tail_fits(tape, first, tail):
                        longest = max(longest, first + len(tail))
        return longest

    def _is_adverb(self, codes: str, at: int) -> bool:
        return at < len(codes) and "adverb" in self._lexicon.codes.classes(codes[at])

    def tail_fits(self, tape: Tape, first: int, tail: tuple[str, ...]) -> bool:
        """Whether the words from token ``first`` are the tail, up to agreement (convaincue)."""
        endings = self._lexicon.words["agreement"]
        for k, word in enumerate(tail):
            token = tape.word(first + k)
            if token != word and not (token.startswith(word) and token[len(word) :] in endings):
                return False
        return bool(tail)


_VERBAL = frozenset({"verb", "gerund", "participle", "infinitive", "past-participle"})

