"""Quotations that no cue introduces: their speaker is the one beside them in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotex.boundaries import Context
from quotex.content import ContentReader
from quotex.drafts import Draft
from quotex.marks import Quotation
from quotex.ruleset import Neighbour, Rule
from quotex.turns import Turn

_MIN_WORDS = 4
_ASIDE = frozenset({"adverb", "and", "but", "comma", "stop", "dash", "other"})


class ContextQuotations:
    """Gives lone quotations to the speaker before or after them."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules: Mapping[Neighbour, Rule] = {
            rule.neighbour: rule for rule in rules if rule.neighbour is not None
        }

    def drafts(
        self,
        contexts: tuple[Context, ...],
        found: list[Draft],
        quotations: tuple[Quotation, ...],
        reader: ContentReader,
    ) -> Iterator[Draft]:
        """A draft for each lone quotation whose speaker the neighbouring sentences name."""
        taken = {number for draft in found for number in draft.quotations}
        by_sentence: dict[int, list[Draft]] = {}
        for draft in found:
            if draft.match is not None:
                by_sentence.setdefault(id(draft.match.context), []).append(draft)
        lone = {
            order: number
            for order, context in enumerate(contexts)
            for number in [self._lone(context, taken)]
            if number is not None
        }
        done: dict[int, Draft] = {}
        for order, number in lone.items():
            neighbour = self._neighbour(order, contexts, by_sentence, lone, done)
            if neighbour is None:
                continue
            kind, source = neighbour
            rule = self._rules.get(kind)
            if rule is None:
                continue
            content = reader.whole(contexts[order].sentence.tape, quotations[number])
            draft = Draft(
                match=None, rule=rule.id, confidence=rule.confidence, kind="direct",
                content=(content,), cue=None, speaker=source, understood=True,
                quotations=frozenset({number}),
            )  # fmt: skip
            done[order] = draft
            yield draft

    def turns(self, turns: tuple[tuple[int, Turn], ...], taken: set[int]) -> Iterator[Draft]:
        """A draft for each turn of speech that no reporting clause inside it has claimed."""
        for number, turn in turns:
            rule = self._rules.get("prefix" if turn.mention else "dash")
            if number in taken or rule is None:
                continue
            yield Draft(
                match=None, rule=rule.id, confidence=rule.confidence, kind="direct",
                content=((turn.start, turn.end),), cue=turn.cue, speaker=turn.mention,
                understood=turn.mention is None, quotations=frozenset({number}),
            )  # fmt: skip

    def _lone(self, context: Context, taken: set[int]) -> int | None:
        sentence = context.sentence
        quoted = [k for k, kind in enumerate(sentence.kinds) if kind == "quotation"]
        if len(quoted) != 1 or not all(
            kind in _ASIDE for k, kind in enumerate(sentence.kinds) if k != quoted[0]
        ):
            return None
        start, end = sentence.bounds[quoted[0]], sentence.bounds[quoted[0] + 1]
        if end - start - 2 < _MIN_WORDS:
            return None
        number = next(q.index for q in sentence.tape.quotations if q.opening == start)
        return None if number in taken else number

    def _neighbour(
        self,
        order: int,
        contexts: tuple[Context, ...],
        by_sentence: dict[int, list[Draft]],
        lone: dict[int, int],
        done: dict[int, Draft],
    ) -> tuple[Neighbour, tuple[int, int] | None] | None:
        before = self._drafts_of(order - 1, contexts, by_sentence)
        if order - 1 in done:
            return "previous", done[order - 1].speaker
        quoted_before = [draft for draft in before if draft.quotations]
        if quoted_before:
            return "previous", quoted_before[-1].speaker
        following = order + 1
        while following in lone and following - order < 8:
            following += 1
        after = [
            draft
            for draft in self._drafts_of(following, contexts, by_sentence)
            if draft.quotations and draft.cue and draft.content[0][0] < draft.cue[0]
        ]
        if after:
            return "next", after[0].speaker
        if before:
            return "previous", before[-1].speaker
        subject = self._subject(order - 1, contexts)
        return ("subject", subject) if subject else None

    def _drafts_of(
        self, order: int, contexts: tuple[Context, ...], by_sentence: dict[int, list[Draft]]
    ) -> list[Draft]:
        if not 0 <= order < len(contexts):
            return []
        return by_sentence.get(id(contexts[order]), [])

    def _subject(self, order: int, contexts: tuple[Context, ...]) -> tuple[int, int] | None:
        """The subject of the sentence before, when it can speak."""
        if order < 0:
            return None
        context = contexts[order]
        tape = context.sentence.tape
        for subject in context.subjects.values():
            if subject.nouns and subject.clause == "main" and subject.link == "own":
                start, end = context.sentence.bounds[subject.nouns[0]], context.sentence.bounds[subject.nouns[-1] + 1]
                classes = context.living
                if any(code in classes for code in tape.tapes[0][start:end]):
                    return tape.starts[start], tape.ends[end - 1]
        return None
