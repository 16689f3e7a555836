"""Quotations that no words of their sentence give to anyone: in titles, and before who said them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate

from quotex.attribution.drafts import Draft
from quotex.resolution.cast import Cast
from quotex.resolution.entities import Entity

Ask = Callable[[int], Entity | None]
"""The entity of the draft with this number."""

_WORDS = re.compile(r"\w+")
_REPEATED = 4
"""How many words a title must share with a quotation to be taken from it."""
_RUN = 2
"""The least number of quotations by which one shows as the main speaker of a text."""


class LoneQuotations:
    """Finds who says them in one window; ``shadow`` is the text that the contents are read in."""

    def __init__(self, cast: Cast, shadow: str, drafts: list[Draft]) -> None:
        self._cast = cast
        self._shadow = shadow
        self._drafts = drafts

    def speaker(self, index: int, ask: Ask) -> Entity | None:
        """Whose a quotation is, by the next sentence, the same words again, or most of the others."""
        return (
            self._said_to_be_of(index)
            or self.quoted_again(index, ask)
            or self._main_speaker(index, ask)
        )

    def _said_to_be_of(self, index: int) -> Entity | None:
        """The person whose the next sentence says a quotation is (La phrase est d'Anne Roy)."""
        cast = self._cast
        end = self._drafts[index].content[-1][1] if self._drafts[index].content else 0
        number = cast.tools.phrases.tape_at(cast.firsts, end)
        tape = cast.tapes[number]
        first = cast.tools.phrases.tokens(tape, end, end)[0]
        while first < len(tape.starts) and not tape.word(first)[:1].isalpha():
            first += 1
        if not cast.tools.phrases.takes_up_words(tape, first):
            return None
        sentence = cast.sentences.number(number, first)
        mentions, named = cast.directory.mentions[number], cast.directory.entities[number]
        for mention, entity in zip(mentions, named, strict=True):
            if entity is None or entity.type != "person" or not entity.certain:
                continue
            if mention.start > first and cast.sentences.number(number, mention.start) == sentence:
                return entity
        return None

    def quoted_again(self, index: int, ask: Ask) -> Entity | None:
        """The speaker of the quotation from which a title is taken."""
        words = self._words(self._drafts[index])
        if len(words) < _REPEATED:
            return None
        wanted = _spaced(words)
        said, starts = self._said
        at = said.find(wanted)
        while at >= 0:
            other = bisect_right(starts, at) - 1
            if other != index:
                return ask(other)
            at = said.find(wanted, at + 1)
        return None

    @cached_property
    def _said(self) -> tuple[str, list[int]]:
        """The words of all drafts, a line for each, and where the lines begin."""
        lines = [_spaced(self._words(draft)) + "\n" for draft in self._drafts]
        return "".join(lines), list(accumulate(map(len, lines), initial=0))

    def _words(self, draft: Draft) -> list[str]:
        return [
            word.casefold()
            for start, end in draft.content
            for word in _WORDS.findall(self._shadow[start:end])
        ]

    def _main_speaker(self, index: int, ask: Ask) -> Entity | None:
        """For a quotation in the first paragraph: the one whom most of the others quote."""
        head = self._cast.memory.head
        if len(head) < 2 or self._drafts[index].start >= head[1]:
            return None
        counts: Counter[int] = Counter()
        by_id: dict[int, Entity] = {}
        for other, draft in enumerate(self._drafts):
            if other != index and draft.quotations and not self._asks(draft):
                entity = ask(other)
                if entity is not None:
                    counts[id(entity)] += 1
                    by_id[id(entity)] = entity
        if not counts:
            return self._cast.memory.topic
        (best, number), *rest = counts.most_common(2)
        if number < _RUN or (rest and rest[0][1] * 2 > number):
            return None
        return by_id[best]

    def _asks(self, draft: Draft) -> bool:
        """Whether what is said is a question, or part of what another says."""
        last = draft.content[-1] if draft.content else (0, 0)
        return draft.parent >= 0 or self._shadow[slice(*last)].rstrip().endswith("?")


def _spaced(words: list[str]) -> str:
    """The words with a space on each side, so that none is found within another."""
    return f" {' '.join(words)} "
