"""Names and described people of a text: what is mentioned where, before anyone is told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quotex.lexicon import Lexicon
from quotex.mention_rules import MentionRules
from quotex.names import name_forms
from quotex.pattern import compile_pattern
from quotex.people import FirstNames, is_initials
from quotex.tokens import Tape

Range = tuple[int, int]
Position = Literal["subject", "object", "complement"]


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
        self._lexicon = lexicon
        self._first_names = first_names
        codes = lexicon.codes

        def compiled(pattern: str) -> re.Pattern[str]:
            return compile_pattern(pattern, codes, rules.macros)

        def chars(*names: str) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: not classes.isdisjoint(names)))

        self._pattern = compiled(rules.mention)
        self._closed = compiled(f"({rules.closed}) | (?!.)")
        self._links = compiled(" | ".join(f"({link})" for link in rules.links))
        self._brackets = compiled(rules.brackets)
        self._opens = compiled(rules.opens)
        self._governs = compiled(rules.governs)
        self._predicate = compiled(rules.predicate)
        self._capital = chars("capital")
        self._det = chars("det")
        self._known = chars("institution", "place", "media")
        self._bodies = chars("organisation")
        self._people = chars("role", "person", "title")
        self._de = chars("de")
        self._named_title = chars("title")
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
        name = found.span("alone")
        if name[0] >= 0:
            titles = (start, name[0]) if name[0] > start else None
            end = self._extended(tape, codes, name[0], end)
            if titles is None:
                name = self._cut(tape, codes, name[0], end)
            else:
                name = (name[0], end)
            return Mention(number, start, name[1], -1, None, name, titles)
        noun = found.start("head")
        apposed = found.span("apposed")
        if codes[noun] in self._capital and codes[noun] in self._bodies:
            if not self.starts_sentence(codes, start) or self._longer_end(tape, noun):
                end = self._longer_end(tape, noun) or (
                    self._body_end(found, apposed) if apposed[0] >= 0 else end
                )
                return Mention(number, noun, end, -1, None, (noun, end), None)
        if apposed[0] < 0:
            return self._described(number, tape, codes, start, noun, end)
        comma = found.start("comma")
        titles_start = comma + 1 if comma >= 0 else self._titles_start(codes, noun, apposed[0])
        described = (start, comma if comma >= 0 else titles_start)
        if not self._takes_name(tape, codes, noun, described, (titles_start, *apposed), comma >= 0):
            if comma >= 0:
                return self._described(number, tape, codes, start, noun, comma)
            return self._described(number, tape, codes, start, noun, end)
        end = self._extended(tape, codes, apposed[0], end)
        titles = (titles_start, apposed[0]) if titles_start < apposed[0] else None
        return Mention(number, start, end, noun, described, (apposed[0], end), titles)

    def _body_end(self, found: re.Match[str], apposed: Range) -> int:
        comma = found.start("comma")
        return comma if comma >= 0 else apposed[1]

    def _titles_start(self, codes: str, noun: int, name: int) -> int:
        at = name
        while at - 1 > noun and codes[at - 1] in self._named_title:
            at -= 1
        return at

    def _takes_name(
        self,
        tape: Tape,
        codes: str,
        noun: int,
        described: Range,
        name: tuple[int, int, int],
        comma: bool,
    ) -> bool:
        """Whether a name after a description is its own, not its complement's or the next phrase."""
        titles, start, end = name
        first = codes[start]
        person = codes[noun] in self._people
        if comma:
            if first in self._known and person:
                return False
            return self._closed.match(codes, end) is not None
        if titles < start:
            return True
        given = self._is_given(tape, start)
        last = described[1] - 1
        while last > noun and codes[last] not in self._de:
            last -= 1
        if last == noun:  # no complement in between
            return not person or first not in self._known
        inner = [i for i in range(last + 1, described[1]) if codes[i] in self._people]
        if inner and tape.word(last) not in self._lexicon.words["plural"]:
            return False
        return given and person

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

    def _extended(self, tape: Tape, codes: str, start: int, end: int) -> int:
        """The end of a name with the parts that begin small (al-Rahman)."""
        count = len(codes)
        while end < count:
            word = tape.shadow[tape.starts[end] : tape.ends[end]]
            cut = word.find("-")
            if cut < 1 or not word[cut + 1 : cut + 2].isupper() or not word[0].islower():
                break
            end += 1
        return end

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
        if self._predicate.match(codes, mention.end) or self._opens.match(before):
            return "subject"
        return "object"

    def linked(self, codes: str, name: Mention, noun: Mention) -> bool:
        """Whether a description after a name says who that is."""
        if self._links.fullmatch(codes, name.end, noun.start) is None:
            return False
        bare = codes[noun.start - 1] not in self._det
        return bare or self._closed.match(codes, noun.end) is not None

    def bracketed(self, codes: str, left: Mention, right: Mention) -> bool:
        """Whether one mention stands in brackets behind another."""
        return self._brackets.fullmatch(codes, left.end, right.start) is not None


def _longer_names(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Known names of several words by their first word, the longest first."""
    table: dict[str, list[str]] = {}
    for form, _ in name_forms(lexicon.names):
        first = re.match(r"[^\W\d_]+(?:['-]\w+)*", form)
        if first and first.group() != form:
            table.setdefault(first.group(), []).append(form)
    return {word: tuple(sorted(forms, key=lambda form: -len(form))) for word, forms in table.items()}
