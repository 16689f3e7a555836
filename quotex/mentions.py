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
Position = Literal["subject", "subordinate", "object", "complement"]


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
        self._name = compiled(rules.macros["name"])
        self._closed = compiled(f"({rules.closed}) | (?!.)")
        self._links = compiled(" | ".join(f"({link})" for link in rules.links))
        self._brackets = compiled(rules.brackets)
        self._apposition = compiled(rules.apposition)
        self._unlisted = compiled(rules.unlisted)
        self._subordinates = compiled(rules.subordinates)
        self._opens = compiled(rules.opens)
        self._governs = compiled(rules.governs)
        self._predicate = compiled(rules.predicate)
        self._capital = chars("capital")
        self._det = chars("det")
        self._known = chars("institution", "place", "media")
        self._bodies = chars("organisation")
        self._people = chars("role", "person", "title")
        self._de = chars("de")
        self._titles = chars("title")
        self._small = frozenset(codes.chars(lambda c: "particle" in c and "capitalised" in c))
        self._plain = frozenset(codes.chars(lambda c: "word" in c and "finite" not in c))
        self._plural = lexicon.words["plural"]
        self._ordinary = frozenset(
            codes.chars(lambda classes: "word" in classes and not classes <= {"word", "capital"})
        )
        self._starters = chars("stop", "colon", "dash", "open-mark", "close-mark")
        self._longer = _longer_names(lexicon)

    def read(self, number: int, tape: Tape) -> Iterator[Mention]:
        """The mentions of tape ``number`` in order, those inside quotations included."""
        codes = tape.tapes[-1]
        at = 0
        search = self._pattern.search
        while found := search(codes, at):
            mention = self._mention(number, tape, codes, found)
            at = max(found.end(), mention.end)
            yield mention

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
            while name + 1 < end and codes[name] in self._titles:
                name += 1
            return Mention(
                number, start, self._extended(tape, codes, end), -1, None, (name, end), (start, name)
            )
        name = found.start("apposed")
        if codes[noun] in self._capital and self._is_person_name(tape, codes, noun):
            again = self._name.match(codes, noun)
            last = self._extended(tape, codes, again.end() if again else noun + 1)
            return Mention(number, noun, last, -1, None, (noun, last), None)
        if codes[noun] in self._capital and codes[noun] in self._bodies:
            longer = self._longer_end(tape, noun)
            if longer or not self.starts_sentence(codes, start):
                if longer and (longer >= end or codes[longer] not in self._plain):
                    end = longer
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
            return not person or codes[name] not in self._known
        if tape.word(last) not in self._plural and any(
            codes[i] in self._people for i in range(last + 1, titles)
        ):
            return False
        return person and self._is_given(tape, name)

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
            return start + 1, end  # the capital of a preposition (A, for À)
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
        """The end of a name with the parts that begin small (Abd al-Rahman)."""
        count = len(codes)
        while end < count:
            after = end + 1 if codes[end] in self._small else end
            if after >= count or not self._begins_small(tape, after):
                break
            end = after + 1
        return end

    def _begins_small(self, tape: Tape, token: int) -> bool:
        word = tape.shadow[tape.starts[token] : tape.ends[token]]
        cut = word.find("-")
        return cut > 0 and word[0].islower() and word[cut + 1 : cut + 2].isupper()

    def starts_sentence(self, codes: str, token: int) -> bool:
        """Whether a token begins its sentence, where a capital says little."""
        return token == 0 or codes[token - 1] in self._starters

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
        first = self.article(codes, mention.start)
        if first == 0:
            return "subject"
        before = codes[first - 1]
        if self._governs.match(before) or self._governs.match(codes[first]):
            return "complement"
        if self._subordinates.match(before):
            return "subordinate"
        if self._predicate.match(codes, mention.end) or self._opens.match(before):
            return "subject"
        return "object"

    def linked(self, codes: str, name: Mention, noun: Mention) -> bool:
        """Whether a description after a name says who that is."""
        if self._links.fullmatch(codes, name.end, noun.start) is None:
            return False
        bare = codes[noun.start - 1] not in self._det
        return bare or self._closed.match(codes, noun.end) is not None

    def precedes_name(self, codes: str, noun: Mention, name: Mention) -> bool:
        """Whether a name after a description and a comma says who that is."""
        if codes[noun.noun] not in self._people:
            return False
        if self._apposition.fullmatch(codes, noun.end, name.start) is None:
            return False
        return codes[name.start] not in self._known and bool(self._closed.match(codes, name.end))

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
    return {word: tuple(sorted(forms, key=lambda form: -len(form))) for word, forms in table.items()}
