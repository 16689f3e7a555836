"""The rules loaded and compiled once: from a text to its drafts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from copy import copy
from typing import NamedTuple

from quotex.attribution.content import ContentReader
from quotex.attribution.context import Context
from quotex.attribution.contexts import ContextQuotations
from quotex.attribution.drafts import Draft, drafts, ordered
from quotex.attribution.match import Match, Matcher
from quotex.circumstances.calendar import Calendar
from quotex.grammar.chunks import Chunker, Grammar, Sentence
from quotex.rulefiles.ruleset import Rule
from quotex.rulefiles.watch import Watch
from quotex.text.dialogues import spoken_parts
from quotex.text.marks import Quotation, pair_marks
from quotex.text.paragraphs import paragraphs
from quotex.text.sentences import Region, SentenceSplitter, blocks, regions
from quotex.text.tokens import Tape, Tokenizer
from quotex.text.turns import Turn, TurnFinder
from quotex.text.windows import Window, windows
from quotex.words.lexicon import Lexicon


class Layout(NamedTuple):
    """A text before its words are read.

    ``parts`` are paragraphs and turns of speech.  ``quotations`` are the pairs of marks, then the
    ``turns`` that need none, each with its number among the quotations; ``unpaired`` are marks
    without their fellow.  ``watch`` knows what takes too long.
    """

    shadow: str
    parts: tuple[tuple[int, int], ...]
    quotations: tuple[Quotation, ...]
    turns: tuple[tuple[int, Turn], ...]
    unpaired: tuple[int, ...]
    watch: Watch


class Reading(NamedTuple):
    """A window of a text as read: its blocks as tapes, its sentences, its matches, its turns.

    With those of the blocks beside it.
    """

    layout: Layout
    window: Window
    turns: tuple[tuple[int, Turn], ...]
    tapes: tuple[Tape, ...]
    contexts: tuple[Context, ...]
    matches: tuple[Match, ...]

    def alone(self) -> Reading:
        """With the sentences and matches of the window only."""
        holds = self.window.holds
        return self._replace(
            contexts=tuple(item for item in self.contexts if holds(item.sentence.first)),
            matches=tuple(item for item in self.matches if holds(item.sentence.first)),
        )


class Engine:
    """Everything that the rules compile to; safe to use for any number of texts."""

    def __init__(
        self,
        lexicon: Lexicon,
        calendar: Calendar,
        grammar: Grammar,
        rules: tuple[Rule, ...],
        macros: Mapping[str, str],
        own: frozenset[str] = frozenset(),
        own_chunks: int = 0,
    ) -> None:
        self.calendar = calendar
        self.lexicon = lexicon
        self.tokenizer = Tokenizer(self.lexicon)
        self.chunker = Chunker(self.lexicon, grammar, self.calendar, own_chunks)
        self.splitter = SentenceSplitter(self.lexicon.codes)
        self.matcher = Matcher(self.lexicon, self.chunker, rules, macros, own)
        self.contents = ContentReader(self.lexicon)
        self.uncued = ContextQuotations(rules, self.lexicon.codes)
        self.turns = TurnFinder(self.lexicon)

    def with_rules(
        self, rules: tuple[Rule, ...], macros: Mapping[str, str], own: frozenset[str]
    ) -> Engine:
        """An engine with other rules over the same words and chunks.

        ``own`` are the ids of those that do not come with the program.
        """
        other = copy(self)
        other.matcher = Matcher(self.lexicon, self.chunker, rules, macros, own)
        other.uncued = ContextQuotations(rules, self.lexicon.codes)
        return other

    def layout(self, shadow: str, furniture: tuple[tuple[int, int], ...] = ()) -> Layout:
        """The layout of a shadow text; ``furniture`` are stretches that are not part of it."""
        parts = tuple(_without(paragraphs(shadow), furniture))
        turns = self.turns.find(shadow, parts)
        spans = {index: (turn.start, turn.end) for index, turn in turns.items()}
        parts = tuple(spoken_parts(shadow, parts, spans))
        marks = pair_marks(shadow, parts)
        spoken = tuple(
            Quotation(turn.start, turn.start, turn.end, turn.end, -1, 0) for turn in turns.values()
        )
        return Layout(
            shadow,
            parts,
            marks.quotations + spoken,
            tuple(enumerate(turns.values(), len(marks.quotations))),
            marks.unpaired,
            Watch(len(shadow)),
        )

    def readings(self, layout: Layout) -> Iterator[Reading]:
        """The text read window by window, each when it is asked for."""
        marked = len(layout.quotations) - len(layout.turns)
        for window in windows(blocks(layout.parts, layout.quotations[:marked])):
            yield self._read(layout, window)

    def _read(self, layout: Layout, window: Window) -> Reading:
        shadow, turns = layout.shadow, _within(layout.turns, window)
        numbers = {turn.start: number for number, turn in turns}
        tapes: list[Tape] = []
        contexts: list[Context] = []
        matches: list[Match] = []
        matcher = self.matcher.for_text(layout.watch)
        chunker = self.chunker.for_text(layout.watch)
        for block in window.blocks:
            tape = self.tokenizer.tape(shadow, block.start, block.end, list(block.quotations))
            tapes.append(tape)
            for region in regions(tape, numbers.get(block.start, -1)):
                for start, end in self.splitter.ranges(tape, region):
                    triggered = chunker.triggered(tape, region.depth, start, end)
                    if region.depth and not triggered:
                        continue
                    context = self._context(tape, region, start, end, chunker)
                    if region.depth == 0:
                        contexts.append(context)
                    if triggered:
                        matches.extend(matcher.matches(context))
        return Reading(layout, window, turns, tuple(tapes), tuple(contexts), tuple(matches))

    def _context(
        self, tape: Tape, region: Region, start: int, end: int, chunker: Chunker
    ) -> Context:
        sentence = Sentence(tape, region.depth, region.quotation, start, end, chunker)
        return self.matcher.context(sentence)

    def drafts(self, reading: Reading) -> list[Draft]:
        """The drafts of a reading, in order, each with its parent."""
        contexts, quotations = reading.contexts, reading.layout.quotations
        found = drafts(reading.matches, self.contents, quotations)
        found.extend(
            self.uncued.drafts(
                contexts, found, quotations, self.contents, titled=reading.window.first
            )
        )
        found = self.uncued.carried_on(contexts, found)
        taken = {number for draft in found for number in draft.quotations}
        found.extend(self.uncued.turns(reading.turns, taken))
        return ordered(found)


def _within(turns: tuple[tuple[int, Turn], ...], window: Window) -> tuple[tuple[int, Turn], ...]:
    """The turns of a window and of the blocks beside it."""
    if not window.blocks:
        return ()
    start, end = window.blocks[0].start, window.blocks[-1].end
    first = bisect_left(turns, start, key=_start)
    return turns[first : bisect_left(turns, end, first, key=_start)]


def _start(numbered: tuple[int, Turn]) -> int:
    return numbered[1].start


def _without(
    parts: tuple[tuple[int, int], ...], furniture: tuple[tuple[int, int], ...]
) -> Iterator[tuple[int, int]]:
    """Paragraphs less the furniture in them, both in order."""
    first = 0
    for start, end in parts:
        at = start
        while first < len(furniture) and furniture[first][1] <= start:
            first += 1
        for index in range(first, len(furniture)):
            left, right = furniture[index]
            if left >= end:
                break
            if left > at:
                yield at, left
            at = max(at, right)
        if at < end:
            yield at, end
