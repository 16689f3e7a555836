"""A cue that a rule has found, and the words that it reports."""

from __future__ import annotations

from typing import NamedTuple

from quotex.attribution.context import Context
from quotex.grammar.verbs import VerbGroup
from quotex.rulefiles.ruleset import Range, Rule


class Reported(NamedTuple):
    """Token ranges of a content; ``around`` says they are cut out of the quotation around them.

    ``addressee`` is the complement that cuts the content in two.
    """

    ranges: tuple[Range, ...]
    around: bool = False
    addressee: Range | None = None


class Cue(NamedTuple):
    """Where a rule has matched: the cue's chunk, its end (a token), what the patterns found.

    ``after`` is the chunk after the last one that the pattern of the rule took.
    """

    rule: Rule
    context: Context
    chunk: int
    end: int
    after: int
    group: VerbGroup | None
    parts: dict[str, Range]
