"""The cast of one document: who is named, who is only described, who has spoken so far."""

from __future__ import annotations

from bisect import bisect_right, insort
from functools import cached_property
from itertools import islice, pairwise

from quotex.attribution.drafts import Draft
from quotex.attribution.engine import Reading
from quotex.grammar.mention import Mention, Range
from quotex.grammar.phrases import Agreement
from quotex.resolution.directory import Directory
from quotex.resolution.entities import BODIES, Entity, Position, Spoken, together
from quotex.resolution.introduce import Introducer, Place
from quotex.resolution.introductions import Introduced
from quotex.resolution.memory import Memory
from quotex.resolution.named_later import NamedLater
from quotex.resolution.sentences import Sentences
from quotex.resolution.speaker_tools import Tools
from quotex.resolution.topic import PERSON, topic
from quotex.text.tokens import Tape

_NESTED = 4
"""How many contents may stand inside each other."""
_JOINED = 4
"""How many who are joined by *et* count together, at most."""


class Cast:
    """Everyone in one window of a document; ``memory`` is what was told before, and grows."""

    def __init__(
        self, tools: Tools, text: str, reading: Reading, drafts: list[Draft], memory: Memory
    ) -> None:
        self.tools = tools
        self.text = text
        self.tapes = reading.tapes
        self.memory = memory
        self.firsts = [tape.starts[0] if tape.starts else 0 for tape in reading.tapes]
        first = memory.begin(self.firsts)
        self.sentences = Sentences(tools, reading.tapes, self.firsts)
        self.directory = Directory(text, reading.tapes, tools, memory.names)
        self.introductions = memory.introductions
        self.starts = [[mention.start for mention in row] for row in self.directory.mentions]
        self.spoken: list[Spoken] = []
        self.contents = sorted(item for draft in drafts for item in draft.content)
        for short, full in self.directory.aliases.items():
            self.introductions.spell_out(short, full)
        introducer = Introducer(tools, reading.tapes, self.directory, self.introductions)
        introducer.read()
        speakers = frozenset(draft.speaker[0] for draft in drafts if draft.speaker)
        NamedLater(
            tools, reading.tapes, self.directory, self.introductions, self.sentences, speakers
        ).add_to(introducer)
        self._described: dict[Place, Entity | None] = {**introducer.described}
        self._apposed = introducer.apposed
        self._same = introducer.same
        if first:
            memory.topic = topic(memory, PERSON, self._first_places)
            memory.body = topic(memory, BODIES, self._first_places)
        self._joined: dict[tuple[int, int], Entity | None] = {}

    def _first_places(self, entity: Entity) -> list[Position]:
        """Where in their sentences the first two mentions stand that name someone."""
        places = (
            self.position(number, mention)
            for number, mention, named in self._named
            if named is entity
        )
        return list(islice(places, 2))

    @cached_property
    def _named(self) -> list[tuple[int, Mention, Entity]]:
        """The mentions that name someone, with their tapes and whom, in order."""
        return [
            (number, mention, named)
            for number, row in enumerate(self.directory.entities)
            for mention, named in zip(self.directory.mentions[number], row, strict=True)
            if named is not None
        ]

    @cached_property
    def _subjects(self) -> frozenset[int]:
        """Who begins or rules a sentence, by identity."""
        starts = self.tools.around.starts_sentence
        return frozenset(
            id(named)
            for number, mention, named in self._named
            if starts(codes := self.tapes[number].tapes[-1], mention.start)
            or self.tools.around.is_agent(codes, mention)
            or self.position(number, mention) == "subject"
        )

    @cached_property
    def deeds(self) -> list[tuple[int, Entity]]:
        """Who is named as the subject of a sentence, outside all quotations, and where."""
        return [
            (tape.starts[mention.start], named)
            for number, mention, named in self._named
            if not self.hidden(tape := self.tapes[number], mention.start)
            and not named.weak
            and self.position(number, mention) in ("subject", "aside")
        ]

    def acts(self, entity: Entity) -> bool:
        """Whether someone speaks, is said to be something, or begins or rules a sentence."""
        said = entity.turns or self.introductions.of(entity)
        return bool(said) or id(entity) in self._subjects

    # -- who is described ------------------------------------------------------------------------

    def described(self, number: int, mention: Mention) -> Entity | None:
        """Whom a description of the running text stands for, a new entity if need be.

        Null for one without an article, which says something of someone else (né à Lyon, il …).
        """
        found = self._described.get((number, mention.start))
        if found is None and mention.described:
            tape = self.tapes[number]
            codes = tape.tapes[-1]
            if not self.tools.around.has_article(codes, mention) or self._is_post(tape, mention):
                return None
            start = self.tools.around.article(codes, mention.start)
            found = self.describe(number, (start, mention.described[1]), mention.noun)
        return found

    def _is_post(self, tape: Tape, mention: Mention) -> bool:
        """Whether it is only a function that someone may have (à titre d'adjoint)."""
        kind = self.tools.type_of(tape.word(mention.noun), False)
        alone = kind == "organisation" and mention.end == mention.noun + 1  # liberté d'association
        return (kind == "person" or alone) and self.tools.around.follows_bare_de(
            tape.tapes[-1], mention.start
        )

    def is_described(self, number: int, mention: Mention) -> bool:
        """Whether it is known for whom a description stands."""
        return (number, mention.start) in self._described

    def whom(self, number: int, index: int) -> Entity | None:
        """Whom a mention names or describes, by its index on its tape."""
        mention = self.directory.mentions[number][index]
        return self.directory.entities[number][index] or self.described(number, mention)

    def joined(self, number: int, index: int) -> Entity | None:
        """The people whom *et* joins to a mention, which is the first of them, with its own."""
        mentions, tape = self.directory.mentions[number], self.tapes[number]
        place = number, index
        if place in self._joined:
            return self._joined[place]
        members = [self.whom(number, index)]
        for left, right in pairwise(mentions[index : index + _JOINED]):
            if not self.tools.around.joined(tape.tapes[-1], left, right):
                break
            index += 1
            members.append(self.whom(number, index))
        people = [item for item in members if item and item.type in ("person", "group")]
        several = len(people) > 1 and len(people) == len(members)
        found = self._joined[place] = together(people) if several else None
        return found

    def describe(self, number: int, tokens: Range, noun: int) -> Entity | None:
        """Whom the description in these tokens stands for."""
        tape = self.tapes[number]
        phrases = self.tools.phrases
        content = phrases.content_start(tape, tokens)
        key = (number, content)
        if key in self._described:
            return self._described[key]
        described = self.introductions.parse(tape.text(content, tokens[1]))
        if described is None:
            return None
        agreement = phrases.agreement(tape, tokens, noun)
        position = tape.starts[tokens[0]]
        found = None
        if first := self._same.get(key):
            found = self.described(number, first)
        elif phrases.is_definite(tape, tokens[0]) or (
            phrases.is_possessive(tape, tokens[0]) and not self.contents_around(position)
        ):  # mon oncle, in a tale
            found = self.introductions.find(
                described, agreement.gender, agreement.plural, position,
                later=not phrases.is_possessive(tape, tokens[0]),
            )  # fmt: skip
        if found is None:
            found = self.new(number, tokens, noun, agreement)
        elif (
            not found.named
            and (first is None or described.proper)
            and len(described.rest) > _words(self, found)
        ):
            found.name = phrases.bare(self.text, tape, tokens)
        self._described[key] = found
        self.introductions.add(
            Introduced(
                position, tape.ends[tokens[1] - 1], found, described,
                agreement.gender, agreement.plural,
            )
        )  # fmt: skip
        insort(found.mentioned, position)
        return found

    def new(self, number: int, tokens: Range, noun: int, agreement: Agreement) -> Entity:
        """An entity that is only described."""
        tape = self.tapes[number]
        phrases = self.tools.phrases
        content = phrases.content_start(tape, tokens)
        word = tape.word(noun if noun >= 0 else content)
        kind = self.tools.type_of(word, agreement.plural)
        described = self.introductions.parse(tape.text(content, tokens[1]))
        if described and self.tools.functions.kinds.is_anonymous(described):
            kind = "anonymous"
        name = phrases.bare(self.text, tape, tokens)
        gender = agreement.gender if kind == "person" else None
        return Entity(
            kind, name, (), named=False, gender=gender, agrees=agreement.gender,
            plural=agreement.plural, indefinite=not phrases.is_definite(tape, tokens[0]),
        )  # fmt: skip

    def forget(
        self, number: int, tokens: Range, found: Entity, entity: Entity, *, keep: bool
    ) -> None:
        """Takes a description for that of an entity after all, instead of ``found``.

        ``keep``: the entity can be called so from now on.
        """
        content = self.tools.phrases.content_start(self.tapes[number], tokens)
        self._described[number, content] = entity
        self.introductions.move(found, entity if keep else None)

    def merge(self, found: Entity, entity: Entity) -> None:
        """Takes all that was said of ``found``, who was only described, for said of ``entity``."""
        found.same = entity
        for key, other in self._described.items():
            if other is found:
                self._described[key] = entity
        self.spoken = [
            item._replace(entity=entity) if item.entity is found else item for item in self.spoken
        ]
        for position in found.mentioned:
            insort(entity.mentioned, position)
        for position in found.turns:
            insort(entity.turns, position)
        self.introductions.move(found, entity)

    def position(self, number: int, mention: Mention) -> Position:
        """The place of a mention in its sentence; a name in apposition has that of its noun."""
        first = self._apposed.get((number, mention.start), mention)
        return self.tools.around.position(self.tapes[number].tapes[-1], first)

    # -- where things stand ----------------------------------------------------------------------

    def hidden(self, tape: Tape, token: int) -> bool:
        """Whether a token stands inside a quotation."""
        return tape.tapes[0][token] in self.tools.masked

    def contents_around(self, position: int) -> tuple[Range, ...]:
        """The reported contents in which a character stands."""
        at = bisect_right(self.contents, (position, len(self.text) + 1))
        return tuple(
            item for item in self.contents[max(0, at - _NESTED) : at] if position < item[1]
        )

    def is_owned(self, tape: Tape, mention: Mention) -> bool:
        """Whether a mention tells whose someone is (sa cliente)."""
        start = self.tools.around.article(tape.tapes[-1], mention.start)
        return mention.noun >= 0 and self.tools.phrases.is_possessive(tape, start)

    def speak(self, spoken: Spoken) -> None:
        """Remembers who has spoken."""
        self.spoken.append(spoken)
        insort(spoken.entity.turns, spoken.position)

    def take_up(self, spoken: Spoken) -> None:
        """Remembers for whom a subject stands."""
        self.spoken.append(spoken)


def _words(cast: Cast, entity: Entity) -> int:
    """How many words narrow the description that an entity is named by so far."""
    found = cast.tools.functions.parse(entity.name)
    return len(found.rest) if found else 0
