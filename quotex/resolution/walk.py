"""Reads on through a document: whom the subjects between two speakers stand for."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.attribution.drafts import Draft
from quotex.resolution.antecedents import Antecedents
from quotex.resolution.cast import Cast
from quotex.resolution.descriptions import Descriptions
from quotex.resolution.entities import Spoken
from quotex.resolution.weights import LAST

_TAKEN_UP = frozenset({"subject", *LAST})
"""The pronouns that stand for someone named before."""


class Walk:
    """One pass through a document, in the order of the text.

    What stands between two speakers decides who the next pronoun is: descriptions that take up
    someone named (*le prévenu se redresse*), and pronouns that no one reports for (*il sourit*).
    """

    def __init__(
        self, cast: Cast, antecedents: Antecedents, descriptions: Descriptions, drafts: list[Draft]
    ) -> None:
        self._cast = cast
        self._antecedents = antecedents
        self._descriptions = descriptions
        self._speakers = {draft.speaker[0] for draft in drafts if draft.speaker}
        self._tape = 0
        self._ahead: list[tuple[int, int, int]] = []

    def to(self, position: int) -> None:
        """Takes up all that stands before a character."""
        firsts = self._cast.firsts
        while True:
            while self._ahead and self._ahead[-1][0] < position:
                start, token, index = self._ahead.pop()
                if index >= 0:
                    self._description(self._tape - 1, index)
                elif start not in self._speakers:
                    self._pronoun(self._tape - 1, token, start)
            if self._ahead or self._tape >= len(firsts) or firsts[self._tape] >= position:
                return
            self._ahead = sorted(self._items(self._tape), reverse=True)
            self._tape += 1

    def _items(self, number: int) -> Iterator[tuple[int, int, int]]:
        """First character, token, and index of the mention (-1 for a pronoun)."""
        cast = self._cast
        tape = cast.tapes[number]
        starts = tape.starts
        for match in cast.tools.subjects.finditer(tape.tapes[0]):
            yield starts[match.start()], match.start(), -1
        entities = cast.directory.entities[number]
        for index, mention in enumerate(cast.directory.mentions[number]):
            if entities[index] is None and mention.described and mention.noun >= 0:
                yield starts[mention.start], mention.start, index

    def _description(self, number: int, index: int) -> None:
        cast = self._cast
        mention = cast.directory.mentions[number][index]
        tape = cast.tapes[number]
        if mention.described is None or cast.is_described(number, mention):
            return
        reader = cast.tools.around
        if cast.hidden(tape, mention.start) or not reader.has_article(tape.tapes[-1], mention):
            return
        start = reader.article(tape.tapes[-1], mention.start)
        if start == mention.start:
            cast.described(number, mention)
            return  # du prévenu: a complement takes up no one
        tokens = start, mention.described[1]
        entity = self._descriptions.resolve(number, tokens, mention.noun, None, list).entity
        if entity is None or not entity.named or cast.position(number, mention) != "subject":
            return
        shown = cast.tools.phrases.agreement(tape, tokens, mention.noun).gender
        position = tape.starts[start]
        cast.take_up(Spoken(number, start, position, entity, said=False, gender=shown))

    def _pronoun(self, number: int, token: int, start: int) -> None:
        cast = self._cast
        tape = cast.tapes[number]
        word = tape.shadow[start : tape.ends[token]]
        phrases = cast.tools.phrases
        pronoun = phrases.pronoun(word[phrases.without_hyphen(word) :])
        if pronoun is None or pronoun.seeks not in _TAKEN_UP or pronoun.gender is None:
            return
        if phrases.is_impersonal(tape, token):
            return
        found = self._antecedents.candidates(pronoun, number, token, None)
        entity = self._antecedents.choose(found)
        if entity is not None:
            if entity.agrees is None and entity.type == "person":
                entity.agrees = pronoun.gender
            cast.take_up(Spoken(number, token, start, entity, said=False))
