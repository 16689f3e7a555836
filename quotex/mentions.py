"""Names and described people of a text: what is mentioned where, before anyone is told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quotex.lexicon import Lexicon
from quotex.pattern import compile_pattern
from quotex.people import FirstNames, is_initials
from quotex.tokens import Tape

if TYPE_CHECKING:
    from quotex.mention_rules import MentionRules

Range = tuple[int, int]
Position = Literal["subject", "aside", "subordinate", "object", "complement"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, a description, or a description with its name.  Ranges are tokens of the tape.

    ``start`` and ``end`` bound all of it, without an article; ``noun`` is the token of the
    description's noun, or -1; ``described`` the description, ``name`` the name without its titles.
    """

    tape: int
    start: int
    end: int
    noun: int
    described: Range | None
    name: Range | None
    titles: Range | None
    inner: bool = False
    """Whether it stands inside the mention before (l'équipe d'Anne Roy)."""


class MentionReader:
    """Finds mentions on tapes; one for a lexicon."""

    def __init__(self, lexicon: Lexicon, rules: MentionRules, first_names: FirstNames) -> None:
        self._first_names = first_names
        codes = lexicon.codes

        def compiled(pattern: str) -> re.Pattern[str]:
            return compile_pattern(pattern, codes, rules.macros)

        def chars(*names: str) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: not classes.isdisjoint(names)))

        self._pattern = compiled(rules.mention)
        self.aged = frozenset(rules.words["aged"])
        self._name = compiled(rules.macros["name"])
        self._closed = compiled(f"({rules.closed}) | (?!.)")
        self._links = compiled(" | ".join(f"({link})" for link in rules.links))
        self._brackets = compiled(rules.brackets)
        self._apposition = compiled(rules.apposition)
        self._unlisted = compiled(rules.unlisted)
        self._subordinates = compiled(rules.subordinates)
        self._opens = compiled(rules.opens)
        self._governs = compiled(rules.governs)
        self._elected = compiled(rules.elected)
        self._absolute = compiled(rules.absolute)
        self._predicate = compiled(rules.predicate)
        self._capital = chars("capital")
        self._det = chars("det")
        self._and = chars("and")
        self._joins = chars("pour", "contre", "sur", "dans")
        self._singular = lexicon.words["singular"]
        self._be = chars("be")
        self._relative = chars("relative")
        self._to = chars("à")
        self._number = chars("number")
        self._known = chars("institution", "place", "media")
        self._bodies = chars("organisation")
        self._people = chars("role", "person", "title")
        self._de = chars("de")
        self._titles = chars("title")
        self._bare_de = self._de - chars("contracted")
        self._small = frozenset(codes.chars(lambda c: "particle" in c and "capitalised" in c))
        self._plain = frozenset(codes.chars(lambda c: "word" in c and "finite" not in c))
        self._plural = lexicon.words["plural"]
        self._ordinary = frozenset(
            codes.chars(lambda classes: "word" in classes and not classes <= {"word", "capital"})
        )
        self._starters = chars("stop", "colon", "dash", "open-mark", "close-mark")
        self._articles = chars(
            "det", "demonstrative", "contracted", "de", "numeral", "number", "preposition"
        )
        self._longer = _longer_names(lexicon)

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
        """The names of people in the complements of a description."""
        end = mention.described[1] if mention.described else 0
        at = mention.noun + 1
        while at < end:
            if (
                codes[at] in self._capital
                and codes[at - 1] in self._de
                and self._is_given(tape, at)
            ):
                again = self._name.match(codes, at)
                last = min(again.end() if again else at + 1, end)
                if last > at + 1:
                    yield Mention(number, at, last, -1, None, (at, last), None, inner=True)
                    at = last
            at += 1

    def _mention(self, number: int, tape: Tape, codes: str, found: re.Match[str]) -> Mention:
        start, end = found.span()
        name = found.start("alone")
        if name >= 0:
            if name < end - 1 and codes[name] in self._small and self.starts_sentence(codes, name):
                again = self._pattern.match(codes, self._past_article(codes, name))
                if again is not None:
                    return self._mention(number, tape, codes, again)
            first, last = self._cut(tape, codes, name, self._extended(tape, codes, end))
            return Mention(number, first, last, -1, None, (first, last), None)
        noun = found.start("head")
        if noun < 0:
            name = start
            while (
                name + 1 < end
                and codes[name] in self._titles
                and not (self._first_names.gender(tape.shadow[tape.starts[name] : tape.ends[name]]))
            ):
                name += 1
            if name == start:
                last = self._extended(tape, codes, end)
                return Mention(number, start, last, -1, None, (start, last), None)
            return Mention(
                number,
                start,
                self._extended(tape, codes, end),
                -1,
                None,
                (name, end),
                (start, name),
            )
        name = found.start("apposed")
        if codes[noun] in self._capital and self._is_person_name(tape, codes, noun):
            again = self._name.match(codes, noun)
            last = self._extended(tape, codes, again.end() if again else noun + 1)
            return Mention(number, noun, last, -1, None, (noun, last), None)
        if codes[noun] in self._capital:
            longer = self._longer_end(tape, noun)
            if longer or (codes[noun] in self._bodies and not self.starts_sentence(codes, start)):
                if longer and (longer >= end or codes[longer] not in self._plain):
                    end = longer
                elif end > noun + 1 and codes[end - 1] in self._capital:
                    end = self._joined(tape, codes, noun, end)
                return Mention(number, noun, end, -1, None, (noun, end), None)
        if name >= 0:
            return self._apposed(number, tape, codes, (start, end), noun, name)
        return self._described(number, tape, codes, start, noun, end)

    def _is_person_name(self, tape: Tape, codes: str, noun: int) -> bool:
        """Whether a capitalised noun is a first name before another name (Marine Le Pen)."""
        after = self._past_article(codes, noun + 1)
        if after >= len(codes) or codes[after] not in self._capital:
            return False
        return self._is_given(tape, noun)

    def _past_article(self, codes: str, at: int) -> int:
        while at < len(codes) and codes[at] in self._small:
            at += 1
        return at

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
        if run < titles and (longer := self._longer_end(tape, run)) > name:
            name = titles = longer
        if name >= end or not self._takes_name(tape, codes, noun, titles, name):
            return self._described(number, tape, codes, start, noun, end)
        end = self._extended(tape, codes, end)
        if codes[noun] not in self._people:
            for at in range(name + 1, end - 1):
                if self._is_given(tape, at) and not self._is_given(tape, at - 1):
                    end = at  # à l'agence RIA Novosti Valentine Sapounov
                    break
            if codes[noun] in self._bodies:
                end = self._joined(tape, codes, noun, end)
        named = (titles, name) if titles < name else None
        return Mention(number, start, end, noun, (start, titles), (name, end), named)

    def _takes_name(self, tape: Tape, codes: str, noun: int, titles: int, name: int) -> bool:
        """Whether the name is that of the noun, and not of its complement."""
        if titles < name:
            return True
        person = codes[noun] in self._people
        last = titles - 1
        while last > noun and codes[last] not in self._de:
            last -= 1
        if last == noun:
            if person:
                return codes[name] not in self._known
            return not (self._addressed(codes, noun) and self._is_person_name(tape, codes, name))
        if tape.word(last) not in self._plural and any(
            codes[i] in self._people for i in range(last + 1, titles)
        ):
            return False
        if person:
            return self._is_given(tape, name) and not self._is_given(tape, titles - 1)
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

    def _addressed(self, codes: str, noun: int) -> bool:
        """Whether a noun is the one spoken to: *a déclaré à la presse Anne Roy*."""
        start = self.article(codes, noun)
        return start > 0 and codes[start - 1] in self._to

    def _is_given(self, tape: Tape, token: int) -> bool:
        word = tape.shadow[tape.starts[token] : tape.ends[token]]
        return is_initials(word) or self._first_names.gender(word) is not None

    def _described(
        self, number: int, tape: Tape, codes: str, start: int, noun: int, end: int
    ) -> Mention:
        """A description; the name of a person at its end, behind a name of its own, is cut off."""
        last = end
        while last - 1 > noun and codes[last - 1] in self._capital:
            last -= 1
        if codes[noun] in self._people and end - last > 2:
            for at in range(last + 1, end - 1):
                if self._is_given(tape, at) and not self._is_given(tape, at - 1):
                    return Mention(number, start, end, noun, (start, at), (at, end), None)
        return Mention(number, start, end, noun, (start, end), None, None)

    def _cut(self, tape: Tape, codes: str, start: int, end: int) -> Range:
        """A name without a place or a capitalised word that only stands before it.

        What is cut off at the end is read as a mention of its own.
        """
        longer = self._longer_end(tape, start)
        if longer:
            return start, longer
        if end - start > 1 and tape.ends[start] - tape.starts[start] == 1:
            after = start + 1
            while after < end - 1 and codes[after] not in self._capital:
                after += 1
            if codes[after] not in self._number:
                return after, end  # the capital of a preposition (A la CGT, for À)
        for at in range(start + 1, end - 1):
            before = at - 1
            if not self._is_given(tape, at) or self._is_given(tape, before):
                continue
            if codes[before] in self._known or at - start > 1:
                return start, at
            if self.starts_sentence(codes, start) and codes[start] in self._ordinary:
                return at, end
        return start, end

    def _longer_end(self, tape: Tape, start: int) -> int:
        """The end of a known name of several words that starts here, or 0."""
        tails = self._longer.get(tape.shadow[tape.starts[start] : tape.ends[start]])
        if tails:
            rest = tape.shadow[tape.starts[start] : tape.starts[start] + 80]
            for name in tails:
                if rest.startswith(name):
                    stop = tape.starts[start] + len(name)
                    at = start
                    while at + 1 < len(tape.starts) and tape.ends[at] < stop:
                        at += 1
                    if tape.ends[at] == stop:
                        return at + 1
        return 0

    def _extended(self, tape: Tape, codes: str, end: int) -> int:
        """The end of a name with the parts that begin small (Abd al-Rahman), and its number (G13)."""
        count = len(codes)
        if end < count and codes[end] in self._number and tape.starts[end] == tape.ends[end - 1]:
            return end + 1
        while end < count:
            after = end + 1 if codes[end] in self._small else end
            if after >= count or not self._begins_small(tape, after):
                break
            end = after + 1
        return end

    def _joined(self, tape: Tape, codes: str, noun: int, end: int) -> int:
        """The end of a body's name with what a small word joins (l'ONG Eau pour Tous)."""
        if end + 1 >= len(codes) or not tape.shadow[tape.starts[end + 1]].isupper():
            return end
        if codes[end] in self._and:
            after = codes[end + 1]
            if after not in self._capital or after in self._known or after in self._titles:
                return end
            if noun == 0 or tape.word(noun - 1) not in self._singular:
                return end
            if self._is_given(tape, end + 1) or self._is_given(tape, end - 1):
                return end
        elif codes[end] not in self._joins:
            return end
        again = self._name.match(codes, end + 1)
        return again.end() if again else end + 2

    def _begins_small(self, tape: Tape, token: int) -> bool:
        word = tape.shadow[tape.starts[token] : tape.ends[token]]
        cut = word.find("-")
        return cut > 0 and word[0].islower() and word[cut + 1 : cut + 2].isupper()

    def starts_sentence(self, codes: str, token: int) -> bool:
        """Whether a token begins its sentence, where a capital says little."""
        return token == 0 or codes[token - 1] in self._starters

    def acts(self, codes: str, mention: Mention) -> bool:
        """Whether a finite verb follows: a subject without an article is a name."""
        return self._predicate.match(codes, mention.end) is not None

    def ordinary(self, code: str) -> bool:
        """Whether the word is one of the lexicon, which a capital does not make a name."""
        return code in self._ordinary

    def article(self, codes: str, start: int) -> int:
        """The first token of the determiners right before a phrase, or its own first token."""
        while start > 0 and codes[start - 1] in self._det:
            start -= 1
        return start

    def position(self, codes: str, mention: Mention) -> Position:
        """Its place in the sentence, from the words around it."""
        if self._absolute.match(codes, mention.end):
            return "object"
        first = self.article(codes, mention.start)
        if first == 0:
            return "subject"
        before = codes[first - 1]
        if self._governs.match(before) or self._governs.match(codes[first]):
            return "complement"
        if self._subordinates.match(before):
            return "subordinate"
        if self._predicate.match(codes, mention.end):
            return "subject"
        if before in self._be and codes[mention.end : mention.end + 1] in self._relative:
            return "subject"  # c'est X qui répond
        return "aside" if self._opens.match(before) else "object"

    def linked(self, codes: str, name: Mention, noun: Mention) -> bool:
        """Whether a description after a name says who that is."""
        if self._links.fullmatch(codes, name.end, noun.start) is None:
            return False
        bare = codes[noun.start - 1] not in self._det
        return bare or self._closed.match(codes, noun.end) is not None

    def precedes_name(self, codes: str, noun: Mention, name: Mention) -> bool:
        """Whether a name after a description and a comma says who that is."""
        if codes[noun.noun] not in self._people and not (
            codes[noun.noun] in self._bodies and codes[name.start - 1] in self._det
        ):
            return False
        if self._apposition.fullmatch(codes, noun.end, name.start) is None:
            return False
        if codes[name.start] in self._known:
            return False
        return self.is_bare(codes, noun) or bool(self._closed.match(codes, name.end))

    def is_bare(self, codes: str, noun: Mention) -> bool:
        """Whether a description says something of another (Née à Lyon; maire de X, …)."""
        return noun.start == 0 or not self.has_article(codes, noun)

    def has_article(self, codes: str, noun: Mention) -> bool:
        """Whether a description is more than an addition to a name or a verb (élu maire)."""
        return noun.start > 0 and codes[noun.start - 1] in self._articles

    def unlisted(self, codes: str, name: Mention) -> Range | None:
        """The description before a name and a comma whose noun is none of the lexicon's."""
        comma = name.start - 1
        if comma < 2 or self._apposition.fullmatch(codes, comma, name.start) is None:
            return None
        if self._closed.match(codes, name.end) is None:
            return None
        for token in range(comma - 2, max(-1, comma - 9), -1):
            if codes[token] in self._det:
                found = self._unlisted.match(codes, token + 1, comma)
                return (token + 1, comma) if found and found.end() == comma else None
        return None

    def bracketed(self, codes: str, left: Mention, right: Mention) -> bool:
        """Whether one mention stands in brackets behind another."""
        return self._brackets.fullmatch(codes, left.end, right.start) is not None


def _longer_names(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Known names of several words by their first word, the longest first."""
    table: dict[str, list[str]] = {}
    for form, _ in lexicon.names.forms():
        first = re.match(r"[^\W\d_]+(?:['-]\w+)*", form)
        if first and first.group() != form:
            table.setdefault(first.group(), []).append(form)
    return {
        word: tuple(sorted(forms, key=lambda form: -len(form))) for word, forms in table.items()
    }
