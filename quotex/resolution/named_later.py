"""People whom a text describes first and names only afterwards, with nothing beside the name.

As in *La mairesse sortante se retire. « Huit ans, c'est assez », a dit Anne Roy.*  Nobody is named
in full, and said to be nothing, unless the text has just told who that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quotex.grammar.mention import Mention
from quotex.model import Gender
from quotex.resolution.described import Described
from quotex.resolution.directory import Directory
from quotex.resolution.entities import Entity
from quotex.resolution.introduce import Introducer
from quotex.resolution.introductions import Introductions
from quotex.resolution.sentences import Sentences
from quotex.resolution.speaker_tools import Tools
from quotex.text.tokens import Tape

_SENTENCES = 3
"""How many sentences back one is described who is named."""
_PARAGRAPHS = 2
"""How many paragraphs back, and how many mentions."""
_MENTIONS = 16


class _Place(NamedTuple):
    """A mention, by its tape and its index there."""

    number: int
    at: int


class _Person(NamedTuple):
    """One who is described: the article, and the gender that the description shows."""

    start: int
    gender: Gender | None


class NamedLater:
    """Finds them in one window of a document; ``speakers`` are where those begin who speak."""

    def __init__(
        self,
        tools: Tools,
        tapes: tuple[Tape, ...],
        directory: Directory,
        introductions: Introductions,
        sentences: Sentences,
        speakers: frozenset[int],
    ) -> None:
        self._tools = tools
        self._tapes = tapes
        self._directory = directory
        self._introductions = introductions
        self._sentences = sentences
        self._speakers = speakers

    def add_to(self, introducer: Introducer) -> None:
        """Tells an introducer, which has read all, who is described before the name."""
        for place, entity in list(self._new_names()):
            for number, mention in self._described_before(place, entity, introducer):
                introducer.link(number, self._tapes[number], entity, mention)
        for (number, _), noun in list(introducer.apposed.items()):
            found = self._brought_in(number, noun, introducer)
            if found is not None:
                entity = introducer.described[number, noun.start]
                introducer.link(found[0], self._tapes[found[0]], entity, found[1])

    def _brought_in(
        self, number: int, noun: Mention, introducer: Introducer
    ) -> tuple[int, Mention] | None:
        """Who was brought in by the noun that now stands beside a name.

        As in *Un pompier a tout vu. … Le pompier, Luc Roy, …*.
        """
        tape = self._tapes[number]
        start = self._tools.around.article(tape.tapes[-1], noun.start)
        if noun.described is None or not self._tools.phrases.is_definite(tape, start):
            return None
        described = self._introductions.parse(tape.text(*noun.described))
        place = _Place(number, self._directory.mentions[number].index(noun))
        for before, mention, named in self._backwards(place):
            if named is None and described is not None and self._brings(before, mention, described):
                known = (before, mention.start) in introducer.described
                return None if known else (before, mention)
        return None

    def _brings(self, number: int, mention: Mention, described: Described) -> bool:
        """Whether a description is the first of one who is called by the same noun (un pompier)."""
        tape = self._tapes[number]
        person = self._person(number, mention)
        if person is None or mention.described is None:
            return False
        other = self._introductions.parse(tape.text(*mention.described))
        new = not self._tools.phrases.is_definite(tape, person.start)
        return new and other is not None and other.head == described.head

    def _person(self, number: int, mention: Mention) -> _Person | None:
        """The one person of whom a description tells, outside quotations and beside no name."""
        tape, tools = self._tapes[number], self._tools
        start = tools.around.article(tape.tapes[-1], mention.start)
        if mention.described is None or mention.name is not None or start == mention.start:
            return None
        if tape.tapes[0][start] in tools.masked:
            return None
        if tools.type_of(tape.word(mention.noun), False) != "person":
            return None
        agreement = tools.phrases.agreement(tape, (start, mention.described[1]), mention.noun)
        return None if agreement.plural else _Person(start, agreement.gender)

    def _new_names(self) -> Iterator[tuple[_Place, Entity]]:
        """The first full names of people of whom nothing is said beside the name."""
        seen: set[int] = set()
        for number, row in enumerate(self._directory.entities):
            for index, entity in enumerate(row):
                if entity is None or id(entity) in seen or entity.type != "person":
                    continue
                mention = self._directory.mentions[number][index]
                if mention.name is None or mention.name[1] - mention.name[0] < 2:
                    continue
                seen.add(id(entity))
                bare = mention.noun < 0 and not mention.inner
                if bare and not self._introductions.of(entity) and self._acts(number, mention):
                    yield _Place(number, index), entity

    def _acts(self, number: int, mention: Mention) -> bool:
        """Whether it speaks or does something, outside quotations, with nothing behind it."""
        tape, around = self._tapes[number], self._tools.around
        codes = tape.tapes[-1]
        if tape.tapes[0][mention.start] in self._tools.masked:
            return False
        speaks = tape.starts[mention.start] in self._speakers
        return around.stands_bare(codes, mention, speaks=speaks)

    def _described_before(
        self, place: _Place, entity: Entity, introducer: Introducer
    ) -> Iterator[tuple[int, Mention]]:
        """The last one described before a name, and the same description farther back."""
        first: Described | None = None
        for number, mention, named in self._backwards(place):
            if named is not None:
                if named.type == "person" and named is not entity:
                    return
                continue
            described = self._subject(number, mention, entity)
            if described is None or (number, mention.start) in introducer.described:
                continue
            if self._is_of_case(described) and not self._speaks(place):
                continue  # the judge is asked, and X is in the dock
            if first is None:
                first = described
                yield number, mention
            elif described.head == first.head and self._are_one(first, described):
                yield number, mention

    def _is_of_case(self, described: Described) -> bool:
        """Whether the noun is of one who speaks of a case in which others have a part."""
        kinds = self._tools.functions.kinds
        return kinds.is_official(described) and not kinds.is_unique(described)

    def _speaks(self, place: _Place) -> bool:
        """Whether a mention is one of who says something."""
        mention = self._directory.mentions[place.number][place.at]
        return self._tapes[place.number].starts[mention.start] in self._speakers

    def _may_be_new(self, described: Described) -> bool:
        """Whether a text may bring in someone by it whom it is about to name."""
        kinds = self._tools.functions.kinds
        return bool(described.rest) and not (kinds.is_anyone(described) or kinds.is_part(described))

    def _are_one(self, one: Described, other: Described) -> bool:
        fit = self._tools.functions.fit
        return bool(fit(one, other) or fit(other, one))

    def _backwards(self, place: _Place) -> Iterator[tuple[int, Mention, Entity | None]]:
        here = self._sentences.number(
            place.number, self._directory.mentions[place.number][place.at].start
        )
        count = 0
        for number in range(place.number, max(-1, place.number - _PARAGRAPHS - 1), -1):
            mentions = self._directory.mentions[number]
            last = place.at if number == place.number else len(mentions)
            for index in range(last - 1, -1, -1):
                mention = mentions[index]
                count += 1
                if count > _MENTIONS or here - self._sentences.number(number, mention.start) > (
                    _SENTENCES
                ):
                    return
                yield number, mention, self._directory.entities[number][index]

    def _subject(self, number: int, mention: Mention, entity: Entity) -> Described | None:
        """What a description says of a person who rules a sentence and may have this name."""
        tape, tools = self._tapes[number], self._tools
        codes = tape.tapes[-1]
        person = self._person(number, mention)
        if person is None or mention.described is None or mention.inner:
            return None
        start, gender = person
        if not tools.phrases.is_definite(tape, start) or tools.phrases.is_possessive(tape, start):
            return None
        if gender and entity.gender and gender != entity.gender:
            return None
        rules = tools.around.position(codes, mention) == "subject"
        if not (
            rules or tools.around.is_agent(codes, mention) or tape.starts[start] in self._speakers
        ):
            return None
        described = self._introductions.parse(tape.text(*mention.described))
        kinds = tools.functions.kinds
        if described is None or not (
            kinds.is_official(described)
            or kinds.is_unique(described)
            or (entity.certain and self._may_be_new(described))
        ):
            return None
        position = tape.starts[start]
        known = self._introductions.find(described, gender, False, position)
        return None if known else described
