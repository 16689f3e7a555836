"""The cast of one document: who is named, who is only described, who has spoken so far."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotex.codes import MASKED, MASKED_CLAUSE
from quotex.directory import Directory
from quotex.drafts import Draft
from quotex.engine import Reading
from quotex.entities import Entity, Introduced, Introductions
from quotex.functions import Functions
from quotex.identities import Identities
from quotex.lexicon import Lexicon
from quotex.mentions import Mention, MentionReader, Position, Range
from quotex.model import Gender, SpeakerType
from quotex.people import FirstNames
from quotex.phrases import Agreement, PhraseReader
from quotex.place_words import PlaceWords
from quotex.spellings import SpellingReader
from quotex.tokens import Tape

if TYPE_CHECKING:
    from quotex.mention_rules import FirstNameFile, FunctionFile, MentionRules


class Tools:
    """What the rules compile to for telling speakers apart; one for a lexicon."""

    def __init__(
        self, lexicon: Lexicon, rules: MentionRules, functions: FunctionFile, names: FirstNameFile
    ) -> None:
        self.lexicon = lexicon
        self.first_names = FirstNames(names)
        self.mentions = MentionReader(lexicon, rules, self.first_names)
        self.functions = Functions(lexicon, rules, functions)
        identities = Identities(lexicon.names)
        self.spellings = SpellingReader(lexicon, self.mentions, self.first_names, identities)
        self.phrases = PhraseReader(lexicon, rules)
        self.places = PlaceWords(lexicon, rules)
        codes = lexicon.codes
        self.stops = frozenset(codes.chars(lambda c: "stop" in c))
        self.sentence_ends = codes.search("stop")
        self.subjects = codes.search("third", without="impersonal")
        self.masked = frozenset(codes.chars(lambda c: not c.isdisjoint((MASKED, MASKED_CLAUSE))))
        self._types: list[tuple[str, SpeakerType]] = [
            ("source", "anonymous"), ("title", "person"), ("role", "person"), ("person", "person"),
            ("group", "group"), ("organisation", "organisation"), ("document", "document"),
        ]  # fmt: skip

    def type_of(self, word: str, plural: bool) -> SpeakerType:
        """The type of a speaker whose noun this is; several people are a group."""
        classes = self.lexicon.forms.get(word, frozenset())
        for name, kind in self._types:
            if name in classes:
                return "group" if plural and kind == "person" else kind
        return "group" if plural else "unknown"


_PARAGRAPHS_OF_TOPIC = 3
"""From so many paragraphs on, a document may be one about a person."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who was the subject where: the token of the mention on its tape, and its first character.

    ``said`` is false for one who does something else there than speak; ``gender`` is that of the
    noun by which it is called; ``nested`` is true inside what another says.
    """

    tape: int
    token: int
    position: int
    entity: Entity
    said: bool = True
    gender: Gender | None = None
    nested: bool = False


class Cast:
    """Everyone in one document."""

    def __init__(self, tools: Tools, text: str, reading: Reading, drafts: list[Draft]) -> None:
        self.tools = tools
        self.text = text
        self.tapes = reading.tapes
        self.directory = Directory(text, reading.tapes, tools.mentions, tools.spellings)
        self.introductions = Introductions(tools.functions)
        self.firsts = [tape.starts[0] if tape.starts else 0 for tape in reading.tapes]
        self.starts = [[mention.start for mention in row] for row in self.directory.mentions]
        self.spoken: list[Spoken] = []
        self.contents = sorted(item for draft in drafts for item in draft.content)
        self._described: dict[tuple[int, int], Entity] = {}
        self._apposed: dict[tuple[int, int], Mention] = {}
        self._introduce()
        self.topic = self._topic()

    def _topic(self) -> Entity | None:
        """The person of whom the document speaks: named most, and at its beginning."""
        people = [
            entity
            for entity in self.directory.everyone()
            if entity.type == "person" and entity.certain and len(entity.mentioned) > 1
        ]
        people.sort(key=lambda entity: (-len(entity.mentioned), entity.mentioned[0]))
        if not people or len(self.firsts) < _PARAGRAPHS_OF_TOPIC:
            return None
        first = people[0]
        if len(people) > 1 and len(people[1].mentioned) * 2 > len(first.mentioned):
            return None
        return first if first.mentioned[0] < self.firsts[2] else None

    # -- what the text says of whom --------------------------------------------------------------

    def _introduce(self) -> None:
        """Reads appositions, attributes and functions before names."""
        for number, (tape, mentions) in enumerate(
            zip(self.tapes, self.directory.mentions, strict=True)
        ):
            entities = self.directory.entities[number]
            for i, mention in enumerate(mentions):
                entity = entities[i]
                if entity is not None:
                    if mention.described:
                        self._add(tape, entity, mention.described, mention.noun)
                    elif mention.titles:
                        self._add_title(tape, entity, mention.titles)
                    elif entity.type == "organisation" and len(entity.key) > 1 and mention.name:
                        self._add_own(tape, entity, mention)
                if i:
                    before = i - 1
                    while mentions[before].inner:
                        before -= 1
                    self._link(number, tape, tape.tapes[-1], before, i)

    def _link(self, number: int, tape: Tape, codes: str, left: int, right: int) -> None:
        """A name and a description side by side: X, maire de Y; le maire, X."""
        one, other = self.directory.mentions[number][left], self.directory.mentions[number][right]
        entities = self.directory.entities[number]
        reader = self.tools.mentions
        first, second = entities[left], entities[right]
        if first and other.described and other.name is None:
            if not first.weak and reader.linked(codes, one, other):
                self._add(tape, first, other.described, other.noun)
                self._described[number, other.start] = first
        elif second and second.type != "place" and other.noun < 0:
            if one.described and one.name is None and reader.precedes_name(codes, one, other):
                self._add(tape, second, one.described, one.noun)
                self._described[number, one.start] = second
                self._apposed[number, other.start] = one
            elif one.end < other.start - 1 and (tokens := reader.unlisted(codes, other)):
                self._add(tape, second, tokens, -1)

    def _add(self, tape: Tape, entity: Entity, tokens: Range, noun: int) -> None:
        tools = self.tools
        start = tools.mentions.article(tape.tapes[-1], tokens[0])
        described = tools.functions.parse(tape.text(tokens[0], tokens[1]))
        if described is None:
            return
        agreement = tools.phrases.agreement(tape, (start, tokens[1]), noun)
        if agreement.plural and not entity.plural:
            return
        if entity.type == "unknown":
            entity.type = tools.type_of(tape.word(noun), agreement.plural)
        if entity.type == "person":
            entity.certain = True
            if agreement.gender and entity.gender is None:
                entity.gender = entity.agrees = agreement.gender
        elif entity.agrees is None:
            entity.agrees = agreement.gender
        self.introductions.add(
            Introduced(
                tape.starts[start], tape.ends[tokens[1] - 1], entity, described,
                agreement.gender, agreement.plural,
            )
        )  # fmt: skip

    def _add_title(self, tape: Tape, entity: Entity, titles: Range) -> None:
        """A title that says what someone is: *le général X*, *Me X*, but not *M. X*."""
        start, end = tape.starts[titles[0]], tape.ends[titles[1] - 1]
        if tape.shadow[start].islower():
            self._add(tape, entity, titles, titles[0])
        elif described := self.tools.functions.of_title(tape.shadow[start:end]):
            self.introductions.add(Introduced(start, end, entity, described, None, False))

    def _add_own(self, tape: Tape, entity: Entity, mention: Mention) -> None:
        """An organisation whose name begins with what it is (Fédération des professeurs)."""
        if mention.name and not self.introductions.of(entity):
            word = tape.word(mention.name[0])
            if self.tools.type_of(word, False) == "organisation":
                self._add(tape, entity, mention.name, mention.name[0])

    # -- who is described ------------------------------------------------------------------------

    def described(self, number: int, mention: Mention) -> Entity | None:
        """Whom a description of the running text stands for, a new entity if need be.

        Null for one without an article, which says something of someone else (né à Lyon, il …).
        """
        found = self._described.get((number, mention.start))
        if found is None and mention.described:
            tape = self.tapes[number]
            codes = tape.tapes[-1]
            if not self.tools.mentions.has_article(codes, mention):
                return None
            start = self.tools.mentions.article(codes, mention.start)
            found = self.describe(number, (start, mention.described[1]), mention.noun)
        return found

    def is_described(self, number: int, mention: Mention) -> bool:
        """Whether it is known for whom a description stands."""
        return (number, mention.start) in self._described

    def whom(self, number: int, index: int) -> Entity | None:
        """Whom a mention names or describes, by its index on its tape."""
        mention = self.directory.mentions[number][index]
        return self.directory.entities[number][index] or self.described(number, mention)

    def describe(self, number: int, tokens: Range, noun: int) -> Entity | None:
        """Whom the description in these tokens stands for."""
        tape = self.tapes[number]
        phrases = self.tools.phrases
        content = phrases.content_start(tape, tokens)
        key = (number, content)
        if key in self._described:
            return self._described[key]
        described = self.tools.functions.parse(tape.text(content, tokens[1]))
        if described is None:
            return None
        agreement = phrases.agreement(tape, tokens, noun)
        position = tape.starts[tokens[0]]
        found = None
        if phrases.is_definite(tape, tokens[0]):
            found = self.introductions.find(described, agreement.gender, agreement.plural, position)
        if found is None:
            found = self.new(number, tokens, noun, agreement)
        elif not found.named and len(described.rest) > _words(self, found):
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
        described = self.tools.functions.parse(tape.text(content, tokens[1]))
        if described and self.tools.functions.is_anonymous(described):
            kind = "anonymous"
        name = phrases.bare(self.text, tape, tokens)
        gender = agreement.gender if kind == "person" else None
        return Entity(
            kind, name, (), named=False, gender=gender, agrees=agreement.gender,
            plural=agreement.plural,
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

    def position(self, number: int, mention: Mention) -> Position:
        """The place of a mention in its sentence; a name in apposition has that of its noun."""
        first = self._apposed.get((number, mention.start), mention)
        return self.tools.mentions.position(self.tapes[number].tapes[-1], first)

    # -- where things stand ----------------------------------------------------------------------

    def hidden(self, tape: Tape, token: int) -> bool:
        """Whether a token stands inside a quotation."""
        return tape.tapes[0][token] in self.tools.masked

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
