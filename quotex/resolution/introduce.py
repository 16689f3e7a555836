"""What the text itself says of whom: appositions, attributes, functions before names, titles."""

from __future__ import annotations

from dataclasses import replace

from quotex.grammar.mention import Mention, Range
from quotex.resolution.described import Described
from quotex.resolution.directory import Directory
from quotex.resolution.entities import Entity
from quotex.resolution.introductions import Introduced, Introductions
from quotex.resolution.speaker_tools import Tools
from quotex.text.tokens import Tape

Place = tuple[int, int]
"""A tape and a token of it."""

_UNLISTED = frozenset({"unknown", "person", "organisation"})
"""The types of nouns that may say who someone is (but: l'entourage de la ministre, X)."""


class Introducer:
    """Reads who someone is said to be; one for a document.

    ``described``: whom descriptions beside a name stand for; ``apposed``: the description before a
    name in apposition; ``same``: the description before one that says more of the same (*le
    suspect, un ancien artisan*).  All by where they begin.
    """

    def __init__(
        self,
        tools: Tools,
        tapes: tuple[Tape, ...],
        directory: Directory,
        introductions: Introductions,
    ) -> None:
        self._tools = tools
        self._tapes = tapes
        self._directory = directory
        self._introductions = introductions
        self.described: dict[Place, Entity] = {}
        self.apposed: dict[Place, Mention] = {}
        self.same: dict[Place, Mention] = {}
        self._last: Introduced | None = None

    def read(self) -> None:
        """Reads appositions, attributes and functions before names."""
        for number, (tape, mentions) in enumerate(
            zip(self._tapes, self._directory.mentions, strict=True)
        ):
            entities = self._directory.entities[number]
            codes = tape.tapes[-1]
            for i, mention in enumerate(mentions):
                entity = entities[i]
                if entity is not None:
                    if entity.type == "person":
                        self._add_doing(tape, codes, entity, mention)
                    if mention.described:
                        self._add(tape, entity, mention.described, mention.noun)
                    elif mention.titles:
                        self._add_title(tape, entity, mention.titles)
                    elif body := self._known_body(entity):
                        at = tape.starts[mention.start]
                        self._introductions.add(Introduced(at, at, entity, body, None, False))
                    elif entity.type == "organisation" and len(entity.key) > 1 and mention.name:
                        self._add_own(tape, entity, mention)
                if not i and entity is not None:
                    self._link_unlisted(number, tape, codes, entity, mention)
                elif i:
                    self._link(number, tape, codes, self._before(codes, mentions, i), i)

    def _before(self, codes: str, mentions: list[Mention], at: int) -> int:
        """The mention to which the next may be apposed, in place of what is only said of it.

        As in *la directrice du musée de Kerlaz (PS) à Brest, Anne Roy*.
        """
        around = self._tools.around
        before = at - 1
        while before and (
            mentions[before].inner
            or around.in_brackets(codes, mentions[before])
            or around.places(codes, mentions[before - 1], mentions[before])
        ):
            before -= 1
        return before

    def _known_body(self, entity: Entity) -> Described | None:
        """What the rules know a name to stand for: the body of a seat, a medium, a party."""
        functions = self._tools.functions
        known = functions.of_seat(entity.name)
        if known is not None and functions.kinds.is_official(known):
            return None  # Matignon speaks for the Premier ministre, and is not called so
        known = known or functions.of_medium(entity.medium)
        if known is None and entity.type != "person":
            known = functions.of_club(entity.name)
        if known is None and entity.institution:
            word = entity.institution.partition(" ")[0].lower()
            if self._tools.type_of(word, False) == "organisation":
                return functions.parse(entity.institution)
        return known

    def _link(self, number: int, tape: Tape, codes: str, left: int, right: int) -> None:
        """A name and a description side by side: X, maire de Y; le maire, X."""
        one, other = self._directory.mentions[number][left], self._directory.mentions[number][right]
        entities = self._directory.entities[number]
        reader = self._tools.around
        first, second = entities[left], entities[right]
        if first is None and second is None:
            if self._is_same(tape, codes, one, other):
                self.same[number, other.start] = one
            known = self.described.get((number, one.start))
            if known is not None and self._is_half(number, tape, right):
                self.link(number, tape, known, other)
        if first and other.name and reader.in_brackets(codes, other):
            self._add_party(tape, first, one, other)
        if first and other.described and other.name is None:
            is_body = first.type in ("organisation", "place") and first.certain
            if is_body and self._tools.type_of(tape.word(other.noun), False) == "person":
                return  # sur Canal Info, la ministre, …
            if not first.weak and reader.linked(codes, one, other):
                self._add(tape, first, other.described, other.noun)
                self.described[number, other.start] = first
        elif second and self._is_joined(tape, one, other):
            self._apposition(number, tape, second, one, other)
        elif second and second.type != "place" and (other.noun < 0 or second.type == "person"):
            apposed = one.described and one.name is None and reader.precedes_name(codes, one, other)
            if apposed and self._apposition(number, tape, second, one, other):
                if left and self._is_half(number, tape, left):
                    half = self._directory.mentions[number][left - 1]
                    self._apposition(number, tape, second, half, other)
                return
            if not self._belongs_to_apposed(number, tape, left, right) and (
                (one.end < other.start - 1 or reader.position(codes, one) == "complement")
                and not apposed
            ):
                self._link_unlisted(number, tape, codes, second, other)

    def _is_half(self, number: int, tape: Tape, right: int) -> bool:
        """Whether a description goes with the one before (la fondatrice et directrice du club, X)."""
        last, other = self._directory.mentions[number][right - 1 : right + 1]
        if other.name is not None or self._tools.around.has_article(tape.tapes[-1], other):
            return False
        between = {tape.word(at) for at in range(last.end, other.start)}
        return other.described is not None and self._tools.phrases.is_joiner(between)

    def _belongs_to_apposed(self, number: int, tape: Tape, left: int, right: int) -> bool:
        """Links a name to the description before the last one, if that only says more of it.

        As in *un expert mandaté par la cliente, l'ingénieur Luc Roy*, *le ministre des relations
        avec le Parlement, Luc Roy*.
        """
        mentions, codes = self._directory.mentions[number], tape.tapes[-1]
        entities = self._directory.entities[number]
        between, entity = entities[left], entities[right]
        if left < 1 or entity is None or (between is not None and between.type == "person"):
            return False
        noun, name = mentions[self._before(codes, mentions, left)], mentions[right]
        if noun.described is None or noun.name is not None:
            return False
        if not self._tools.around.precedes_name(codes, noun, name):
            return False
        return self._apposition(number, tape, entity, noun, name)

    def link(self, number: int, tape: Tape, entity: Entity, noun: Mention) -> None:
        """A description that stands for an entity, wherever it is."""
        if noun.described:
            self._add(tape, entity, noun.described, noun.noun)
            self.described[number, noun.start] = entity

    def _link_unlisted(
        self, number: int, tape: Tape, codes: str, entity: Entity, name: Mention
    ) -> None:
        """A name and a description before it whose noun is none of the lexicon's."""
        if name.noun < 0 and entity.type != "place":
            tokens = self._tools.around.unlisted(codes, name)
            kind = self._tools.type_of(tape.word(tokens[0]), False) if tokens else "unknown"
            if tokens is not None and kind in _UNLISTED:
                self._add(tape, entity, tokens, -1)
                self.described[number, tokens[0]] = entity

    def _is_same(self, tape: Tape, codes: str, one: Mention, other: Mention) -> bool:
        """Whether a description says more of the one described before it."""
        around, phrases = self._tools.around, self._tools.phrases
        start = around.phrase_start(codes, other.start)
        first = around.article(codes, one.start)
        if start == other.start or first == one.start or other.end >= len(codes):
            return False
        if phrases.is_definite(tape, start) or not phrases.is_definite(tape, first):
            return False
        left = phrases.agreement(tape, (first, one.end), one.noun)
        right = phrases.agreement(tape, (start, other.end), other.noun)
        return (
            around.is_aside(codes, start, other.end)
            and around.linked(codes, one, other)
            and left.plural == right.plural
            and (not left.gender or not right.gender or left.gender == right.gender)
        )

    def _is_joined(self, tape: Tape, one: Mention, other: Mention) -> bool:
        """Whether two descriptions are one person's: le journaliste et écrivain X."""
        if one.name is not None or not (one.described and other.described):
            return False
        return self._tools.phrases.is_joiner({tape.word(at) for at in range(one.end, other.start)})

    def _apposition(
        self, number: int, tape: Tape, entity: Entity, noun: Mention, name: Mention
    ) -> bool:
        """Links a description before the name of an entity, if their genders agree."""
        if noun.described is None:
            return False
        start = self._tools.around.article(tape.tapes[-1], noun.start)
        tokens = start, noun.described[1]
        shown = self._tools.phrases.agreement(tape, tokens, noun.noun)
        if shown.gender == "f" and entity.gender == "m":
            return False
        if shown.plural and entity.type == "person" and self._is_alone(tape, name):
            return False  # selon les riverains, X a crié
        self._add(tape, entity, noun.described, noun.noun)
        self.described[number, noun.start] = entity
        self.apposed[number, name.start] = noun
        return True

    def _is_alone(self, tape: Tape, name: Mention) -> bool:
        """Whether no other name follows that *et* joins to one."""
        return self._tools.around.acts(tape.tapes[-1], name)

    def _add(self, tape: Tape, entity: Entity, tokens: Range, noun: int) -> None:
        tools = self._tools
        start = tools.around.article(tape.tapes[-1], tokens[0])
        described = self._introductions.parse(tape.text(tokens[0], tokens[1]))
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
        item = Introduced(
            tape.starts[start], tape.ends[tokens[1] - 1], entity, described,
            agreement.gender, agreement.plural,
        )  # fmt: skip
        self._introductions.add(item)
        if self._last is not None and self._last.entity is not entity:
            other = tools.functions.as_counterpart(described, self._last.described)
            if other is not None:
                item = replace(item, start=item.start + 1, described=other)
                self._introductions.add(item)
        self._last = item

    def _add_title(self, tape: Tape, entity: Entity, titles: Range) -> None:
        """A title that says what someone is: *le général X*, *Me X*, but not *M. X*."""
        start, end = tape.starts[titles[0]], tape.ends[titles[1] - 1]
        if tape.shadow[start].islower():
            self._add(tape, entity, titles, titles[0])
        elif described := self._tools.functions.of_title(tape.shadow[start:end]):
            self._introductions.add(Introduced(start, end, entity, described, None, False))

    def _add_doing(self, tape: Tape, codes: str, entity: Entity, mention: Mention) -> None:
        """What someone is by what they do: *X, qui préside le club*, *X dirige l'école*."""
        tools = self._tools
        at = tools.around.past_relative(codes, mention.end)
        if at >= len(codes):
            return
        lemmas = {reading.lemma for reading in tools.lexicon.readings.get(tape.word(at), ())}
        said = [item for lemma in lemmas for item in tools.functions.doings.get(lemma, ())]
        for start, described in enumerate(said, tape.starts[at]):
            self._introductions.add(Introduced(start, start, entity, described, None, False))

    def _add_party(self, tape: Tape, entity: Entity, name: Mention, party: Mention) -> None:
        """What someone is by the party in brackets behind the name: *X (PS)*."""
        words = tape.shadow[tape.starts[party.start] : tape.ends[party.end - 1]]
        member = self._tools.functions.of_member(words)
        if member is not None and entity.type == "person" and party.start == name.end + 1:
            start = tape.starts[party.start]
            self._introductions.add(Introduced(start, start, entity, member, None, False))

    def _add_own(self, tape: Tape, entity: Entity, mention: Mention) -> None:
        """An organisation whose name begins with what it is (Fédération des professeurs)."""
        if mention.name and not self._introductions.of(entity):
            word = tape.word(mention.name[0])
            if self._tools.type_of(word, False) == "organisation":
                self._add(tape, entity, mention.name, mention.name[0])
