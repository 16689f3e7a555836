"""Where names end: known names, initials, particles, numbers, small words inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotex.grammar.mention import Range
from quotex.resolution.surroundings import Surroundings
from quotex.rulefiles.pattern import compile_pattern
from quotex.text.tokens import Tape
from quotex.words.lexicon import Lexicon
from quotex.words.people import FirstNames, is_initials

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import MentionRules

_CUT = frozenset("NM")
"""Letters with which African names begin before an apostrophe (N'Diaye, M'Bala)."""
_ACRONYM = 3
"""How many letters a name of capitals alone has at least of which a place is a part."""
_LONGEST = 80
"""How many characters a known name has at most."""


class NameEnds:
    """Tells where the names of a tape begin and end; one for a lexicon."""

    def __init__(
        self,
        lexicon: Lexicon,
        rules: MentionRules,
        first_names: FirstNames,
        around: Surroundings,
    ) -> None:
        self._first_names = first_names
        self._around = around
        codes = lexicon.codes

        def chars(*names: str) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: not classes.isdisjoint(names)))

        self._name = compile_pattern(rules.macros["name"], codes, rules.macros)
        self._capital = chars("capital")
        self._and = chars("and")
        self._joins = chars("pour", "contre", "sur", "dans")
        self._number = chars("number")
        self._infinitive = chars("inf") - chars("nominal")
        self._comma = chars("comma")
        self._of = chars("de", "elided", "det")
        self._titles = chars("title")
        self._known = chars("institution", "place", "media")
        self._small = frozenset(codes.chars(lambda c: "particle" in c and "capitalised" in c))
        self._singular = lexicon.words["singular"]
        self._longer = _longer_names(lexicon)

    def end(self, codes: str, start: int, otherwise: int) -> int:
        """The end of the capitalised words from a token on."""
        found = self._name.match(codes, start)
        return found.end() if found else otherwise

    def is_first_name(self, tape: Tape, token: int) -> bool:
        """Whether a word is a first name written out."""
        return (
            self._first_names.gender(tape.shadow[tape.starts[token] : tape.ends[token]]) is not None
        )

    def is_given(self, tape: Tape, token: int) -> bool:
        """Whether a word is a first name or initials."""
        word = tape.shadow[tape.starts[token] : tape.ends[token]]
        return is_initials(word) or self._first_names.gender(word) is not None

    def is_person_name(self, tape: Tape, codes: str, noun: int) -> bool:
        """Whether a capitalised noun is a first name before another name (Marine Le Pen)."""
        after = self.past_particles(codes, noun + 1)
        if after >= len(codes) or codes[after] not in self._capital:
            return False
        return self.is_given(tape, noun)

    def past_particles(self, codes: str, at: int) -> int:
        """The first token that is no capitalised particle or article."""
        while at < len(codes) and codes[at] in self._small:
            at += 1
        return at

    def cut(self, tape: Tape, codes: str, start: int, end: int) -> Range:
        """A name without a place or a capitalised word that only stands before it.

        What is cut off at the end is read as a mention of its own.
        """
        longer = self.known_end(tape, start)
        if longer:
            return start, longer
        if end - start > 1 and tape.ends[start] - tape.starts[start] == 1:
            after = start + 1
            while after < end - 1 and codes[after] not in self._capital:
                after += 1
            if codes[after] not in self._number:
                return after, end  # the capital of a preposition (A la CGT, for À)
        if (
            end - start > 1
            and codes[start] in self._infinitive
            and codes[start + 1] in self._capital
            and self._around.starts_sentence(codes, start)
            and not self.is_given(tape, start)
        ):
            return start + 1, end  # Jouer Verdi
        head = self.past_particles(codes, start)  # Hadji in El Hadji Malick Fall
        for at in range(start + 1, end - 1):
            before = at - 1
            if not self.is_given(tape, at) or self.is_given(tape, before):
                continue
            if codes[before] in self._known or at - head > 1:
                return start, at
            if self._around.starts_sentence(codes, start) and self._around.ordinary(codes[start]):
                return at, end
        return start, end

    def known_end(self, tape: Tape, start: int) -> int:
        """The end of a known name of several words that starts here, or 0."""
        tails = self._longer.get(tape.shadow[tape.starts[start] : tape.ends[start]])
        if tails:
            rest = tape.shadow[tape.starts[start] : tape.starts[start] + _LONGEST]
            for name in tails:
                if rest.startswith(name):
                    stop = tape.starts[start] + len(name)
                    at = start
                    while at + 1 < len(tape.starts) and tape.ends[at] < stop:
                        at += 1
                    if tape.ends[at] == stop:
                        return at + 1
        return 0

    def extended(self, tape: Tape, codes: str, end: int) -> int:
        """The end of a name with what belongs to it.

        A number (G13), parts that begin small (Abd al-Rahman) or with a letter cut off (Koffi
        N'Guessan), an initial (Dylan P.), a second name (Darcy & Bellon).
        """
        count = len(codes)
        if end < count and codes[end] in self._number:
            closed = end + 1 < count and codes[end + 1] in self._comma
            if closed or tape.starts[end] == tape.ends[end - 1]:
                return end + 1
        while end < count:
            after = end + 1 if codes[end] in self._small else end
            if after < count and self._begins_small(tape, after):
                end = after + 1
            elif end + 1 < count and self._links(tape, codes, end):
                end = self.end(codes, end + 1, end + 2)
            elif self._is_last_initial(tape, end):
                return end + 1
            elif place := self._seated(tape, codes, end):
                end = self.end(codes, place, place + 1)
            else:
                break
        return end

    def _seated(self, tape: Tape, codes: str, end: int) -> int:
        """The token of the place that belongs to a name of capitals alone (CHU de Kerlaz), or 0."""
        word = tape.shadow[tape.starts[end - 1] : tape.ends[end - 1]]
        if not (word.isupper() and len(word) >= _ACRONYM and codes[end - 1] not in self._known):
            return 0
        after = end
        while after < len(codes) and after < end + 2 and codes[after] in self._of:
            after += 1
        place = after if end < after < len(codes) and codes[after] in self._capital else 0
        return 0 if place and self.is_given(tape, place) else place

    def begun(self, tape: Tape, start: int) -> int:
        """The first token of a name with the letter that is cut off before it (N'Guessan)."""
        return start - 1 if start and self._is_cut_letter(tape, start - 1) else start

    def _links(self, tape: Tape, codes: str, token: int) -> bool:
        """Whether a letter cut off or an ampersand leads on to another part of a name."""
        if codes[token + 1] not in self._capital:
            return False
        return tape.word(token) == "&" or self._is_cut_letter(tape, token)

    def _is_cut_letter(self, tape: Tape, token: int) -> bool:
        word = tape.shadow[tape.starts[token] : tape.ends[token]]
        adjacent = token + 1 < len(tape.starts) and tape.starts[token + 1] == tape.ends[token]
        return len(word) == 2 and word[0] in _CUT and word[1] == "'" and adjacent

    def _is_last_initial(self, tape: Tape, token: int) -> bool:
        """Whether a letter with a stop stands for a last name behind a first one."""
        word = tape.shadow[tape.starts[token] : tape.ends[token]]
        return (
            len(word) == 2
            and word[0].isupper()
            and word[1] == "."
            and self.is_given(tape, token - 1)
        )

    def joined(self, tape: Tape, codes: str, noun: int, end: int) -> int:
        """The end of a body's name with what a small word joins (l'ONG Eau pour Tous)."""
        if end + 1 >= len(codes) or not tape.shadow[tape.starts[end + 1]].isupper():
            return end
        if codes[end] in self._and:
            after = codes[end + 1]
            if after not in self._capital or after in self._known or after in self._titles:
                return end
            if noun == 0 or tape.word(noun - 1) not in self._singular:
                return end
            if self.is_given(tape, end + 1) or self.is_given(tape, end - 1):
                return end
        elif codes[end] not in self._joins:
            return end
        return self.end(codes, end + 1, end + 2)

    def _begins_small(self, tape: Tape, token: int) -> bool:
        word = tape.shadow[tape.starts[token] : tape.ends[token]]
        cut = word.find("-")
        return cut > 0 and word[0].islower() and word[cut + 1 : cut + 2].isupper()


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
