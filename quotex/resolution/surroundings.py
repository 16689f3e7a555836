"""What stands around a mention: whether it is a subject, and what says who someone is."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from quotex.grammar.mention import Mention, Range
from quotex.resolution.entities import Position
from quotex.rulefiles.pattern import compile_pattern
from quotex.text.tokens import Tape
from quotex.words.lexicon import Lexicon

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import MentionRules


_ASIDE = 8
"""How many tokens may belong to a phrase that stands between commas."""


class Surroundings:
    """Reads the words around mentions; one for a lexicon."""

    def __init__(self, lexicon: Lexicon, rules: MentionRules) -> None:
        codes = lexicon.codes

        def compiled(pattern: str) -> re.Pattern[str]:
            return compile_pattern(pattern, codes, rules.macros)

        def chars(*names: str) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: not classes.isdisjoint(names)))

        self._closed = compiled(f"({rules.closed}) | (?!.)")
        self._links = compiled(" | ".join(f"({link})" for link in rules.links))
        self._brackets = compiled(rules.brackets)
        self._joined = compiled(rules.joined)
        self._apposition = compiled(rules.apposition)
        self._unlisted = compiled(rules.unlisted)
        self._subordinates = compiled(rules.subordinates)
        self._opens = compiled(rules.opens)
        self._bare_apposition = compiled(rules.bare_apposition)
        self._serves = compiled(rules.serves)
        self._fronts = compiled(rules.fronts)
        self._governs = compiled(rules.governs)
        self._absolute = compiled(rules.absolute)
        self._predicate = compiled(rules.predicate)
        self._det = chars("det")
        self._be = chars("be")
        self._and = chars("and")
        self._of = chars("de")
        self._bare_de = self._of - chars("contracted", "det")
        self._adjuncts = chars("preposition", "time-word", "à") - chars("de", "open-bracket")
        self._comma = chars("comma")
        self._number = chars("number", "numeral")
        self._finite = chars("finite")
        self._counts = chars("det", "numeral", "number")
        self._clause_end = chars("stop", "semicolon", "colon", "comma", "finite")
        self._adverbs = chars("adverb")
        self._infinitive = chars("inf") - chars("nominal")
        self._by = chars("par")
        self._open_bracket = chars("open-bracket")
        self._close_bracket = chars("close-bracket")
        self._voice = chars("voice")
        self._prepositions = chars("preposition", "à")
        self._relative = chars("relative")
        self._before_verb = chars("relative", "comma", "adverb", "have", "be")
        self._any_relative = chars("relative", "relative-other")
        self._that = chars("that")
        self._known = chars("institution", "place", "media")
        self._bodies = chars("organisation")
        self._people = chars("role", "person", "title")
        self._ordinary = frozenset(
            codes.chars(lambda classes: "word" in classes and not classes <= {"word", "capital"})
        )
        self._starters = chars("stop", "colon", "dash", "open-mark", "close-mark")
        self._articles = chars(
            "det", "demonstrative", "contracted", "de", "numeral", "number", "preposition"
        )

    def starts_sentence(self, codes: str, token: int) -> bool:
        """Whether a token begins its sentence, where a capital says little."""
        return token == 0 or codes[token - 1] in self._starters

    def acts(self, codes: str, mention: Mention) -> bool:
        """Whether a finite verb follows: a subject without an article is a name."""
        return self._predicate.match(codes, mention.end) is not None

    def stands_bare(self, codes: str, mention: Mention, *, speaks: bool) -> bool:
        """Whether a subject, or one who speaks, has its verb or the end of the clause behind it."""
        after = codes[mention.end : mention.end + 1]
        if speaks and (not after or after in self._starters or after in self._adjuncts):
            return True  # a dit X devant la presse
        if (
            speaks
            and after in self._comma
            and codes[mention.end + 1 : mention.end + 2] in self._det
        ):
            return True  # selon X, le vote est clos
        return after not in self._comma and self.acts(codes, mention)

    def ordinary(self, code: str) -> bool:
        """Whether the word is one of the lexicon, which a capital does not make a name."""
        return code in self._ordinary

    def article(self, codes: str, start: int) -> int:
        """The first token of the determiners right before a phrase, or its own first token."""
        while start > 0 and codes[start - 1] in self._det:
            start -= 1
        return start

    def phrase_start(self, codes: str, start: int) -> int:
        """The first token of the determiners and numbers right before a phrase, or its own."""
        while start > 0 and codes[start - 1] in self._counts:
            start -= 1
        return start

    def is_aside(self, codes: str, start: int, end: int) -> bool:
        """Whether a phrase stands between two commas (or the like), with what belongs to it."""
        for at in range(end, min(end + _ASIDE, len(codes))):
            if codes[at] == codes[start - 1]:
                return True
            if codes[at] in self._clause_end:
                return False
        return False

    def follows_bare_de(self, codes: str, start: int) -> bool:
        """Whether a phrase has nothing but *de* before it."""
        return start > 0 and codes[start - 1] in self._bare_de

    def apposed(self, codes: str, end: int, start: int) -> bool:
        """Whether a comma and words without an article of their own stand between two places."""
        return self._bare_apposition.fullmatch(codes, end, start) is not None

    def serves(self, codes: str, end: int, start: int) -> bool:
        """Whether nothing but a preposition stands between two phrases."""
        return self._serves.fullmatch(codes, end, start) is not None

    def position(self, codes: str, mention: Mention) -> Position:
        """Its place in the sentence, from the words around it."""
        if self._absolute.match(codes, mention.end):
            return "object"
        first = self.article(codes, mention.start)
        if first == 0:
            return "subject"
        before = codes[first - 1]
        if before in self._voice or codes[first] in self._voice:
            return "aside"
        if self._fronts.match(before) or self._fronts.match(codes[first]):
            return "subject"
        if self._governs.match(before) or self._governs.match(codes[first]):
            return "complement"
        if self._subordinates.match(before):
            return "subordinate"
        if before in self._infinitive:
            return "object"  # jouer Verdi en plein air
        if self._predicate.match(codes, mention.end):
            return "subject"
        if before in self._be and codes[mention.end : mention.end + 1] in self._relative:
            return "subject"  # c'est X qui répond
        return "aside" if self._opens.match(before) else "object"

    def is_verbless(self, codes: str) -> bool:
        """Whether no finite verb stands in a line."""
        return self._finite.isdisjoint(codes)

    def is_fronted(self, codes: str, mention: Mention) -> bool:
        """Whether it is named first as the one who is spoken of (quant au maire, il …)."""
        first = self.article(codes, mention.start)
        return first > 0 and bool(self._fronts.match(codes[first - 1]))

    def is_attribute(self, codes: str, mention: Mention) -> bool:
        """Whether a phrase says what someone is (il en est bien l'auteur)."""
        first = self.article(codes, mention.start)
        while first > 0 and codes[first - 1] in self._adverbs:
            first -= 1
        return first > 0 and codes[first - 1] in self._be

    def is_agent(self, codes: str, mention: Mention) -> bool:
        """Whether something is done by the one who is mentioned (lancé par la CGT)."""
        first = self.article(codes, mention.start)
        return first > 0 and codes[first - 1] in self._by

    def linked(self, codes: str, name: Mention, noun: Mention) -> bool:
        """Whether a description after a name says who that is."""
        if self._links.fullmatch(codes, name.end, noun.start) is None:
            return False
        bare = codes[noun.start - 1] not in self._det
        if not bare and codes[noun.end : noun.end + 1] in self._and:
            return codes[noun.end + 1 : noun.end + 2] in self._people  # not: X, le facteur et moi
        return bare or self._closed.match(codes, noun.end) is not None

    def precedes_name(self, codes: str, noun: Mention, name: Mention) -> bool:
        """Whether a name after a description and a comma says who that is."""
        if codes[noun.noun] not in self._people and not (
            codes[noun.noun] in self._bodies and codes[name.start - 1] in self._det
        ):
            return False
        if self._apposition.fullmatch(codes, noun.end, name.start) is None:
            return False
        if codes[name.start] in self._known or (
            name.noun >= 0 and codes[name.end : name.end + 1] in self._and
        ):
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
            if codes[token] in self._det and self._of.isdisjoint(codes[token - 1 : token + 1]):
                found = self._unlisted.match(codes, token + 1, comma)
                return (token + 1, comma) if found and found.end() == comma else None
        return None

    def relative_start(self, codes: str, subject: int) -> int:
        """Where the relative clause begins whose subject this token is, or -1."""
        start = subject - 1
        if start < 1 or codes[start] not in self._any_relative:
            return -1
        return start - 1 if self._governs.match(codes[start - 1]) else start

    def first_relative(self, codes: str, token: int, ends: Container[int]) -> int:
        """The first of the relative pronouns that *et* joins, the last of which is this token.

        ``ends`` are the tokens behind a noun phrase, where *que* is a relative pronoun.
        """
        if token < 1 or codes[token - 1] not in self._and:
            return token
        for at in range(token - 2, 0, -1):
            if codes[at] in self._starters:
                break
            if codes[at] in self._any_relative or (codes[at] in self._that and at in ends):
                return at
        return token

    def past_relative(self, codes: str, token: int) -> int:
        """The token of the verb after a name, or after its age or a relative pronoun behind it."""
        if codes[token : token + 1] in self._comma and codes[token + 1 : token + 2] in self._number:
            token += 3  # Luc Roy, 26 ans, a
        while token < len(codes) and codes[token] in self._before_verb:
            token += 1
        return token

    def places(self, codes: str, noun: Mention, place: Mention) -> bool:
        """Whether a name only tells where someone is who is described (la maire à Brest)."""
        return (
            noun.name is None
            and noun.end == place.start - 1
            and place.noun < 0
            and codes[noun.end] in self._prepositions
        )

    def opens(self, tape: Tape, token: int) -> bool:
        """Whether a token is an opening bracket."""
        return tape.tapes[-1][token] in self._open_bracket

    def in_brackets(self, codes: str, mention: Mention) -> bool:
        """Whether a mention stands alone in brackets."""
        after = codes[mention.end : mention.end + 1]
        return codes[mention.start - 1] in self._open_bracket and after in self._close_bracket

    def joined(self, codes: str, left: Mention, right: Mention) -> bool:
        """Whether two mentions are said to belong together."""
        return self._joined.fullmatch(codes, left.end, right.start) is not None

    def bracketed(self, codes: str, left: Mention, right: Mention) -> bool:
        """Whether one mention stands in brackets behind another."""
        return self._brackets.fullmatch(codes, left.end, right.start) is not None
