"""The sentences of a document as those see them who look for quotations without a cue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quotex.attribution.context import Context
from quotex.attribution.drafts import Draft
from quotex.grammar.chunks import Sentence
from quotex.rulefiles.ruleset import Rule
from quotex.text.tokens import QuotedTokens

Range = tuple[int, int]

MIN_WORDS = 4
"""What is shorter is a name or a term, and no statement."""


class Page(NamedTuple):
    """The sentences of a document with the drafts in each, and the quotations still free."""

    contexts: tuple[Context, ...]
    drafts: Mapping[int, list[Draft]]
    lone: Mapping[int, QuotedTokens]
    titled: bool

    def context(self, order: int) -> Context | None:
        return self.contexts[order] if 0 <= order < len(self.contexts) else None


def outermost(sentence: Sentence) -> list[QuotedTokens]:
    """The outermost quotations that begin in the sentence."""
    opened = sentence.tape.opened(sentence.start, sentence.end)
    return [item for item in opened if not item.depth]


def uncued_draft(
    rule: Rule, kind: str, content: tuple[Range, ...], speaker: Range | None, number: int
) -> Draft:
    """A draft for the quotation of that number; ``content`` and ``speaker`` are characters."""
    return Draft(
        match=None, rule=rule.id, confidence=rule.confidence,
        kind="direct" if kind == "direct" else "mixed", content=content, cue=None,
        speaker=speaker, understood=True, quotations=frozenset({number}),
    )  # fmt: skip
