"""The rules loaded and compiled once: from a text to its drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quotex.calendar import Calendar
from quotex.chunks import Chunker, Grammar
from quotex.content import ContentReader
from quotex.lexicon import Lexicon, build_lexicon
from quotex.marks import Marks, pair_marks
from quotex.match import Match, Matcher
from quotex.paragraphs import paragraphs
from quotex.ruleset import RuleFile
from quotex.sentences import SentenceSplitter, blocks, regions
from quotex.tokens import Tape, Tokenizer
from quotex.yamlio import read_yaml


@dataclass(frozen=True)
class Reading:
    """A text as read: its marks, its blocks as tapes, its matches."""

    shadow: str
    marks: Marks
    tapes: tuple[Tape, ...]
    matches: tuple[Match, ...]


class Engine:
    """Everything that the rules compile to; safe to use for any number of texts."""

    def __init__(self, root: Path) -> None:
        self.calendar = Calendar.load(root / "calendar.yaml")
        self.lexicon: Lexicon = build_lexicon(root, self.calendar.rules)
        grammar = read_yaml(root / "grammar.yaml", Grammar)
        self.tokenizer = Tokenizer(self.lexicon)
        self.chunker = Chunker(self.lexicon, grammar, self.calendar)
        self.splitter = SentenceSplitter(self.lexicon.codes)
        rules = read_yaml(root / "attributions.yaml", RuleFile)
        self.matcher = Matcher(self.lexicon, self.chunker, rules.rules, rules.macros)
        self.contents = ContentReader(self.lexicon)

    def read(self, shadow: str, furniture: tuple[tuple[int, int], ...] = ()) -> Reading:
        """All matches of a shadow text; ``furniture`` are stretches that are not part of it."""
        parts = tuple(_without(paragraphs(shadow), furniture))
        marks = pair_marks(shadow, parts)
        tapes: list[Tape] = []
        matches: list[Match] = []
        for block in blocks(parts, marks.quotations):
            tape = self.tokenizer.tape(shadow, block.start, block.end, list(block.quotations))
            tapes.append(tape)
            matches.extend(self._matches(tape))
        return Reading(shadow, marks, tuple(tapes), tuple(matches))

    def _matches(self, tape: Tape) -> Iterator[Match]:
        for region in regions(tape):
            for start, end in self.splitter.ranges(tape, region):
                sentence = self.chunker.sentence(tape, region.depth, region.quotation, start, end)
                yield from self.matcher.matches(self.matcher.context(sentence))


def _without(
    parts: tuple[tuple[int, int], ...], furniture: tuple[tuple[int, int], ...]
) -> Iterator[tuple[int, int]]:
    """Paragraphs less the furniture in them."""
    for start, end in parts:
        at = start
        for left, right in furniture:
            if left < end and right > at:
                if left > at:
                    yield at, left
                at = max(at, right)
        if at < end:
            yield at, end
