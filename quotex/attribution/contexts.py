"""Quotations that no cue introduces: whose they are, the sentences beside them tell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from quotex.attribution.content import ContentReader, Range
from quotex.attribution.context import Context
from quotex.attribution.drafts import Draft
from quotex.attribution.in_clauses import ClauseQuotations
from quotex.attribution.page import MIN_WORDS, Page, outermost, uncued_draft
from quotex.rulefiles.ruleset import Neighbour, Rule
from quotex.text.marks import Quotation
from quotex.text.tokens import QuotedTokens
from quotex.text.turns import Turn
from quotex.words.codes import Codes

_LONG = 9
"""A quotation of so many words is a statement even without a verb."""
_REACH = 8
"""How many lone quotations in a row may wait for the speaker who follows."""
_ASIDE = frozenset({"adverb", "and", "but", "comma", "stop", "dash", "other"})


class ContextQuotations:
    """Gives quotations without a cue to the speaker beside them; one for a set of rules."""

    def __init__(self, rules: tuple[Rule, ...], codes: Codes) -> None:
        self._rules: Mapping[Neighbour, Rule] = {
            rule.neighbour: rule for rule in rules if rule.neighbour is not None
        }
        self._in_clauses = ClauseQuotations(codes)

    def drafts(
        self,
        contexts: tuple[Context, ...],
        found: list[Draft],
        quotations: tuple[Quotation, ...],
        reader: ContentReader,
        *,
        titled: bool,
    ) -> Iterator[Draft]:
        """A draft for each quotation that no draft has claimed and that holds a statement.

        ``titled``: whether the first sentence is that of the document, which may be its title.
        """
        taken = {number for draft in found for number in draft.quotations}
        page = self._page(contexts, found, taken, titled)
        done: dict[int, Draft] = {}
        for order, item in page.lone.items():
            neighbour = self._neighbour(order, page, done)
            rule = self._rules.get(neighbour[0]) if neighbour else None
            if neighbour is None or rule is None:
                continue
            content = reader.whole(contexts[order].sentence.tape, quotations[item.index])
            draft = uncued_draft(rule, "direct", (content,), neighbour[1], item.index)
            done[order] = draft
            yield draft
        rule = self._rules.get("clause")
        if rule is not None:
            yield from self._in_clauses.drafts(rule, page, found, taken, reader, quotations)

    def carried_on(self, contexts: tuple[Context, ...], found: list[Draft]) -> list[Draft]:
        """The drafts, those that carry on a report given its speaker (Et d'ajouter que …).

        Without a report it is the subject of the sentence before.
        """
        open_ones = {id(draft) for draft in found if _carries_on(draft)}
        if not open_ones:
            return found
        page = self._page(contexts, found, set(), titled=False)
        return [
            draft._replace(speaker=self._carrier(page, draft)) if id(draft) in open_ones else draft
            for draft in found
        ]

    def _carrier(self, page: Page, draft: Draft) -> Range | None:
        order = bisect_right([context.sentence.first for context in page.contexts], draft.start) - 1
        if order > 0 and not page.drafts.get(order - 1):
            subject = self._subject(page, order, order - 1)
            if subject is not None:
                return subject
        earlier = (
            item for at in range(order - 1, -1, -1) for item in page.drafts.get(at, [])[::-1]
        )
        return next((item.speaker for item in earlier if item.speaker), None)

    def turns(self, turns: tuple[tuple[int, Turn], ...], taken: set[int]) -> Iterator[Draft]:
        """A draft for each turn of speech that no reporting clause inside it has claimed."""
        for number, turn in turns:
            rule = self._rules.get("prefix" if turn.mention else "dash")
            if number in taken or rule is None:
                continue
            yield Draft(
                match=None, rule=rule.id, confidence=rule.confidence,
                kind="indirect" if turn.part else "direct", content=((turn.start, turn.end),),
                cue=turn.cue, speaker=turn.mention, understood=turn.mention is None,
                quotations=frozenset({number}),
            )  # fmt: skip

    def _page(
        self, contexts: tuple[Context, ...], found: list[Draft], taken: set[int], titled: bool
    ) -> Page:
        starts = [context.sentence.first for context in contexts]
        drafts: dict[int, list[Draft]] = {}
        for draft in found:
            drafts.setdefault(bisect_right(starts, draft.start) - 1, []).append(draft)
        lone = {
            order: item
            for order, context in enumerate(contexts)
            for item in [_lone(context, taken)]
            if item is not None
        }
        return Page(contexts, drafts, lone, titled)

    def _neighbour(
        self, order: int, page: Page, done: dict[int, Draft]
    ) -> tuple[Neighbour, Range | None] | None:
        before = page.drafts.get(order - 1, [])
        if order - 1 in done:
            return "previous", done[order - 1].speaker
        first = _opens(page, order)
        if first and (subject := self._subject(page, order, order + 1)):
            return "subject", subject  # « On ne dîne plus dehors. » Derrière sa haie, X soulève …
        quoted_before = [draft for draft in before if draft.quotations]
        if quoted_before:
            return "previous", quoted_before[-1].speaker
        following = order + 1
        while following in page.lone and following - order < _REACH:
            following += 1
        after = [
            draft
            for draft in page.drafts.get(following, [])
            if draft.quotations and draft.cue and draft.content[0][0] < draft.cue[0]
        ]
        if after:
            return "next", after[0].speaker
        if before:
            return "previous", before[-1].speaker
        if subject := self._subject(page, order, order - 1, anywhere=True):
            return "subject", subject
        heads = (order == 0 and page.titled) or (first and _goes_on(page, order))
        return ("title", None) if heads else None

    def _subject(
        self, page: Page, order: int, beside: int, *, anywhere: bool = False
    ) -> Range | None:
        """The subject of the sentence beside, when it can speak."""
        context = page.context(beside)
        if context is None:
            return None
        tape = context.sentence.tape
        if not anywhere and tape is not page.contexts[order].sentence.tape:
            return None
        bounds = context.sentence.bounds
        for subject in context.subjects.values():
            if subject.nouns and subject.clause == "main" and subject.link == "own":
                last = subject.nouns[0]
                for noun in subject.nouns[1:]:  # Sylvie et Alain, deux retraités de Limoges
                    last = noun if context.kinds[noun - 1] == "and" else last
                if not anywhere and context.kinds[last] == "pronoun":
                    return None
                start, end = bounds[subject.nouns[0]], bounds[last + 1]
                if any(code in context.living for code in tape.tapes[0][start:end]):
                    return tape.starts[start], tape.ends[end - 1]
        return None


def _opens(page: Page, order: int) -> bool:
    """Whether nothing but headings stands before it in its paragraph (Au tribunal. « … »)."""
    tape = page.contexts[order].sentence.tape
    for before in range(order - 1, -1, -1):
        context = page.contexts[before]
        if context.sentence.tape is not tape:
            return True
        if "verb" in context.kinds or context.groups:
            return False
    return True


def _goes_on(page: Page, order: int) -> bool:
    """Whether another sentence follows in the same paragraph."""
    following = page.context(order + 1)
    tape = page.contexts[order].sentence.tape
    return following is not None and following.sentence.tape is tape


def _carries_on(draft: Draft) -> bool:
    """Whether it is reported by someone whom the sentence before names (Et menace de partir)."""
    if draft.speaker is not None or draft.match is None:
        return False
    group = draft.match.group
    return draft.match.rule.speaker == "context" or (group is not None and group.form == "finite")


def _lone(context: Context, taken: set[int]) -> QuotedTokens | None:
    """The quotation that a sentence consists of."""
    sentence = context.sentence
    if not outermost(sentence):
        return None
    quoted = [k for k, kind in enumerate(sentence.kinds) if kind == "quotation"]
    if len(quoted) != 1 or not all(
        kind in _ASIDE for k, kind in enumerate(sentence.kinds) if k != quoted[0]
    ):
        return None
    start, end = sentence.bounds[quoted[0]], sentence.bounds[quoted[0] + 1]
    if end - start - 2 < MIN_WORDS:
        return None
    item = next(q for q in sentence.tape.quotations if q.opening == start)
    return None if item.index in taken else item
