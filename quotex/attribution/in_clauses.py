"""Statements in quotation marks inside the journalist's own clause."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.attribution.content import ContentReader, Range
from quotex.attribution.context import Context
from quotex.attribution.drafts import Draft
from quotex.attribution.page import MIN_WORDS, Page, outermost, uncued_draft
from quotex.rulefiles.ruleset import Rule
from quotex.text.coverage import Coverage
from quotex.text.marks import Quotation
from quotex.text.tokens import QuotedTokens, Tape
from quotex.words.codes import MASKED_CLAUSE, Codes

_LONG = 9
"""A quotation of so many words is a statement even without a verb."""


class ClauseQuotations:
    """Finds them; one for the codes of a lexicon."""

    def __init__(self, codes: Codes) -> None:
        self._masked_clause = codes.char(frozenset({MASKED_CLAUSE}))

    def drafts(
        self,
        rule: Rule,
        page: Page,
        found: list[Draft],
        taken: set[int],
        reader: ContentReader,
        quotations: tuple[Quotation, ...],
    ) -> Iterator[Draft]:
        """Statements in quotation marks inside the journalist's own clause."""
        done: set[Range] = set()
        held = Coverage(item for draft in found for item in draft.content)
        last: Draft | None = None
        last_tape: Tape | None = None
        for order, context in enumerate(page.contexts):
            tape = context.sentence.tape
            if drafts := page.drafts.get(order):
                last, last_tape = drafts[-1], tape
            if order in page.lone:
                continue
            for item in outermost(context.sentence):
                if item.index in taken or not self._states(context, item):
                    continue
                if reader.names(tape, item):
                    continue
                quotation = quotations[item.index]
                if held.around(quotation.start, quotation.end):
                    continue
                whole = _clause(context, item)
                content = reader.whole(tape, quotation) if whole is None else whole
                kind = "direct" if whole is None else "mixed"
                if content in done:
                    continue
                done.add(content)
                speaker = last.speaker if last and last_tape is tape else None
                yield uncued_draft(rule, kind, (content,), speaker, item.index)

    def _states(self, context: Context, item: QuotedTokens) -> bool:
        """Whether the quotation stands in this sentence and is more than a name or a term."""
        sentence = context.sentence
        if not sentence.start <= item.opening < item.closing < sentence.end:
            return False
        inner = item.closing - item.opening - 1
        clause = sentence.tape.tapes[0][item.opening + 1] == self._masked_clause
        return inner >= MIN_WORDS and (clause or inner >= _LONG)


def _turns(kinds: tuple[str, ...], k: int) -> bool:
    """Whether a clause of its own begins after the chunk: …, mais elle « ne crie pas victoire »."""
    return kinds[k] == "but" and kinds[k - 1 : k] == ("comma",) and kinds[k + 1] == "pronoun"


def _clause(context: Context, item: QuotedTokens) -> Range | None:
    """The clause around a quotation, or null when the quotation stands beside it by itself."""
    sentence = context.sentence
    kinds, bounds, tape = sentence.kinds, sentence.bounds, sentence.tape
    chunk = max(k for k in range(len(kinds)) if bounds[k] <= item.opening)
    opened = (k + 1 for k in range(chunk) if kinds[k] in ("semicolon", "colon") or _turns(kinds, k))
    start = max(opened, default=0)
    while start < chunk and kinds[start] in ("and", "but", "comma", "adverb"):
        start += 1
    if chunk == start and chunk + 1 < len(kinds) and kinds[chunk + 1] == "comma":
        return None
    beside = chunk > start and kinds[chunk - 1] in ("comma", "dash")
    if beside and any(kinds[k] == "verb" for k in range(start, chunk)):
        return None  # L'agression a été violente, « seule l'intervention … a pu … »
    end = next(
        (k for k in range(chunk + 1, len(kinds)) if kinds[k] in ("stop", "semicolon", "colon")),
        len(kinds),
    )
    return tape.starts[bounds[start]], tape.ends[bounds[end] - 1]
