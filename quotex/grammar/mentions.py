"""Names and described people of a text: what is mentioned where, before anyone is told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotex.grammar.mention import Mention, Range
from quotex.resolution.surroundings import Surroundings
from quotex.rulefiles.pattern import compile_pattern
from quotex.text.tokens import Tape
from quotex.words.lexicon import Lexicon
from quotex.words.name_ends import NameEnds
from quotex.words.people import FirstNames, folded

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import MentionRules


class MentionReader:
    """Finds mentions on tapes; one for a lexicon."""

    def __init__(
        self,
        lexicon: Lexicon,
        rules: MentionRules,
        first_names: FirstNames,
        around: Surroundings,
    ) -> None:
        self._around = around
        self._ends = NameEnds(lexicon, rules, first_names, around)
        codes = lexicon.codes

        def chars(*names: str) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: not classes.isdisjoint(names)))

        self._pattern = compile_pattern(rules.mention, codes, rules.macros)
        self._elected = compile_pattern(rules.elected, codes, rules.macros)
        self._more_names = compile_pattern(rules.more_names, codes, rules.macros)
        self._demonyms = rules.words["demonym"]
        self._natives = frozenset(
            form.lower()
            for place in lexicon.names.places
            if place.adjective
            for form, _, _ in place.adjective.forms()
        )
        self._capital = chars("capital")
        self._det = chars("det")
        self._to = chars("à")
        self._known = chars("institution", "place", "media")
        self._bodies = chars("organisation")
        self._people = chars("role", "person", "title")
        self._de = chars("de")
        self._bare_de = self._de - chars("contracted")
        self._titles = chars("title")
        self._small = frozenset(codes.chars(lambda c: "particle" in c and "capitalised" in c))
        self._plain = frozenset(codes.chars(lambda c: "word" in c and "finite" not in c))
        self._qualities = frozenset(
            codes.chars(lambda c: "word" in c and c <= {"word", "adjective", "nominal"})
        )
        self._ends_phrase = chars("comma", "stop", "open-bracket", "close-bracket", "close-mark")
        self._plural = lexicon.words["plural"]
        self._heads_bodies = frozenset(word.lower() for word in rules.words["heads-bodies"])

    def read(self, number: int, tape: Tape) -> Iterator[Mention]:
        """The mentions of tape ``number`` in order, those inside quotations included."""
        codes = tape.tapes[-1]
        at = 0
        search = self._pattern.search
        while found := search(codes, at):
            if self._elected.match(codes, found.start()):
                at = found.start() + 1
                continue
            mention = self._mention(number, tape, codes, found)
            at = mention.end
            yield mention
            if mention.described is not None:
                yield from self._inner(number, tape, codes, mention)

    def _inner(self, number: int, tape: Tape, codes: str, mention: Mention) -> Iterator[Mention]:
        """The names of people and bodies in the complements of a description."""
        end = mention.described[1] if mention.described else 0
        at = mention.noun + 1
        while at < end:
            if (
                codes[at] in self._capital
                and codes[at - 1] in self._de
                and self._ends.is_given(tape, at)
            ):
                last = min(self._ends.end(codes, at, at + 1), end)
                if last > at + 1:
                    yield Mention(number, at, last, -1, None, (at, last), None, inner=True)
                    at = last
            elif (
                codes[at] in self._capital
                and codes[at - 1] in self._de
                and codes[at] not in self._known
                and self._heads_body(tape, mention.noun)
            ):  # le PDG de Valtex
                last = min(self._ends.end(codes, at, at + 1), end)
                yield Mention(number, at, last, -1, None, (at, last), None, inner=True)
                at = last
            elif (
                codes[at] in self._bodies
                and at + 1 < end
                and codes[at + 1] in self._capital
                and codes[at + 1] not in self._known
            ):
                last = self._ends.joined(tape, codes, at, self._ends.end(codes, at + 1, at + 2))
                last = min(last, end)
                yield Mention(number, at, last, at, (at, at + 1), (at + 1, last), None, inner=True)
                at = last
            elif (
                codes[at] in self._bodies
                and at + 2 < end
                and codes[at + 1] in self._de
                and codes[at + 2] in self._capital
            ):  # une équipe de l'université de Liège
                last = self._ends.end(codes, at + 2, at + 3)
                yield Mention(number, at, last, at, (at, last), None, None, inner=True)
                at = last
            at += 1

    def _heads_body(self, tape: Tape, noun: int) -> bool:
        """Whether a noun, maybe with its adjective, is of one who heads a body (PDG)."""
        words = tape.words[noun : noun + 2]
        return words[0] in self._heads_bodies or " ".join(words) in self._heads_bodies

    def _mention(self, number: int, tape: Tape, codes: str, found: re.Match[str]) -> Mention:
        start, end = found.span()
        name = found.start("alone")
        if name >= 0:
            if (
                name < end - 1
                and codes[name] in self._small
                and self._around.starts_sentence(codes, name)
            ):
                again = self._pattern.match(codes, self._ends.past_particles(codes, name))
                if again is not None:
                    return self._mention(number, tape, codes, again)
            first, last = self._ends.cut(tape, codes, name, self._ends.extended(tape, codes, end))
            if first == name:
                first = self._ends.begun(tape, first)
            if self._is_native(tape, codes, first, last):  # l'Autrichien Marcel Roy
                return Mention(
                    number, first, last, first, (first, first + 1), (first + 1, last), None
                )
            return Mention(number, first, last, -1, None, (first, last), None)
        noun = found.start("head")
        if noun < 0:
            name = start
            while (
                name + 1 < end
                and codes[name] in self._titles
                and (
                    not self._ends.is_first_name(tape, name)
                    or self._ends.is_first_name(tape, name + 1)  # la Dre Mylène Roy
                )
            ):
                name += 1
            if name == start:
                last = self._ends.extended(tape, codes, end)
                return Mention(number, start, last, -1, None, (start, last), None)
            last = self._ends.extended(tape, codes, end)
            return Mention(number, start, last, -1, None, (name, last), (start, name))
        name = found.start("apposed")
        if self._is_abbreviation(tape, codes, noun, end):
            return self._described(number, tape, codes, start, noun, end)
        if codes[noun] in self._capital and self._ends.is_person_name(tape, codes, noun):
            last = self._ends.extended(tape, codes, self._ends.end(codes, noun, noun + 1))
            return Mention(number, noun, last, -1, None, (noun, last), None)
        if codes[noun] in self._capital:
            longer = self._ends.known_end(tape, noun)
            if longer or (
                codes[noun] in self._bodies and not self._around.starts_sentence(codes, start)
            ):
                if longer and (longer >= end or codes[longer] not in self._plain):
                    end = longer
                elif end > noun + 1 and codes[end - 1] in self._capital:
                    end = self._ends.joined(tape, codes, noun, end)
                while noun > start and codes[noun - 1] in self._capital:
                    noun -= 1  # la Haute Autorité de santé
                return Mention(number, noun, end, -1, None, (noun, end), None)
        if name >= 0:
            return self._apposed(number, tape, codes, (start, end), noun, name)
        return self._described(number, tape, codes, start, noun, end)

    def _apposed(
        self, number: int, tape: Tape, codes: str, around: Range, noun: int, name: int
    ) -> Mention:
        """A description and a name behind it, which may still be part of the description."""
        start, end = around
        titles = name
        while titles - 1 > noun and codes[titles - 1] in self._titles:
            titles -= 1
        run = titles
        while run - 1 > noun and codes[run - 1] in self._capital:
            run -= 1
        if run < titles and (longer := self._ends.known_end(tape, run)) > name:
            name = titles = longer
        if name >= end or not self._takes_name(tape, codes, noun, titles, (name, end)):
            return self._described(number, tape, codes, start, noun, end)
        end = self._ends.extended(tape, codes, end)
        if codes[noun] not in self._people:
            for at in range(name + 1, end - 1):
                if self._ends.is_given(tape, at) and not self._ends.is_given(tape, at - 1):
                    end = at  # à l'agence RIA Novosti Valentine Sapounov
                    break
            if codes[noun] in self._bodies:
                end = self._ends.joined(tape, codes, noun, end)
                end += self._has_small_word(codes, end)
        named = (titles, name) if titles < name else None
        return Mention(number, start, end, noun, (start, titles), (name, end), named)

    def _has_small_word(self, codes: str, end: int) -> bool:
        """Whether a body's name ends in a word without a capital (l'association Eau claire)."""
        return (
            end + 1 < len(codes)
            and codes[end] in self._qualities
            and codes[end + 1] in self._ends_phrase
        )

    def _takes_name(self, tape: Tape, codes: str, noun: int, titles: int, named: Range) -> bool:
        """Whether the name is that of the noun, and not of its complement."""
        name, end = named
        if titles < name:
            return True
        person = codes[noun] in self._people
        article = self._around.article(codes, noun)
        several = article < noun and tape.word(article) in self._plural
        if person and several and not self._more_names.match(codes, end):
            return False  # les commerçants de la rue Léopold
        last = titles - 1
        while last > noun and codes[last] not in self._de:
            last -= 1
        if last == noun:
            if person:
                return codes[name] not in self._known
            return not (
                self._addressed(codes, noun) and self._ends.is_person_name(tape, codes, name)
            )
        if tape.word(last) not in self._plural and any(
            codes[i] in self._people for i in range(last + 1, titles)
        ):
            return False
        if person:
            return self._ends.is_given(tape, name) and not self._ends.is_given(tape, titles - 1)
        # le cabinet d'audit Ferrier, but: le maire de la région Bretagne
        bare = codes[last] in self._bare_de and codes[last + 1] not in self._det
        return (
            bare
            and codes[titles - 1] not in self._capital
            and not any(
                codes[i] in self._people or codes[i] in self._bodies or codes[i] in self._capital
                for i in range(last + 1, titles)
            )
        )

    def _is_native(self, tape: Tape, codes: str, first: int, last: int) -> bool:
        """Whether a name begins with where the one that it names comes from."""
        return (
            last - first > 1
            and first > 0
            and codes[first - 1] in self._det
            and (
                tape.word(first) in self._natives
                or folded(tape.word(first)).endswith(self._demonyms)
            )
            and self._ends.is_given(tape, first + 1)
        )

    def _is_abbreviation(self, tape: Tape, codes: str, noun: int, end: int) -> bool:
        """Whether a word of capitals alone is a noun that many bodies go by (l'ONG)."""
        return (
            end == noun + 1
            and codes[noun] in self._bodies
            and codes[noun] not in self._known
            and tape.shadow[tape.starts[noun] : tape.ends[noun]].isupper()
        )

    def _addressed(self, codes: str, noun: int) -> bool:
        """Whether a noun is the one spoken to: *a déclaré à la presse Anne Roy*."""
        start = self._around.article(codes, noun)
        return start > 0 and codes[start - 1] in self._to

    def _described(
        self, number: int, tape: Tape, codes: str, start: int, noun: int, end: int
    ) -> Mention:
        """A description; the name of a person at its end, behind a name of its own, is cut off."""
        if codes[end - 1] in self._capital:
            end = self._ends.extended(tape, codes, end)
        last = end
        while last - 1 > noun and codes[last - 1] in self._capital:
            last -= 1
        if codes[noun] in self._people and end - last > 2:
            for at in range(last + 1, end - 1):
                if self._ends.is_given(tape, at) and not self._ends.is_given(tape, at - 1):
                    return Mention(number, start, end, noun, (start, at), (at, end), None)
        return Mention(number, start, end, noun, (start, end), None, None)
