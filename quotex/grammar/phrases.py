"""The words that stand for a speaker, read: a pronoun, a name, a description, several at once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from quotex.grammar.mention import Range
from quotex.model import Gender
from quotex.rulefiles.pattern import compile_pattern
from quotex.text.tokens import Tape
from quotex.words.lexicon import Lexicon, NounReading
from quotex.words.pronouns import Pronoun

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import MentionRules

_NAME = r"[^\W\d_a-zà-ÿ][\w.'-]*(?:[ \u00a0][^\W\d_a-zà-ÿ][\w.'-]*)*|[^\W\d_]+"

_ONE_WORD = re.compile(r"\w+'?")


class Agreement(NamedTuple):
    """Gender and number as articles and nouns show them; gender is null for either."""

    gender: Gender | None
    plural: bool


class PhraseReader:
    """Reads the words of speakers; one for a lexicon."""

    def __init__(self, lexicon: Lexicon, rules: MentionRules) -> None:
        codes = lexicon.codes

        def chars(*names: str) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: not classes.isdisjoint(names)))

        self._nouns = lexicon.nouns
        self._bare = lexicon.without_prefix
        self._words = lexicon.words
        self._pronouns = {item.word: item for item in rules.pronouns}
        self._definite = frozenset(rules.words["definite"])
        self._shown: dict[str, Gender] = {}
        for words in (lexicon.words, rules.words):
            self._shown.update(dict.fromkeys(words["feminine"], "f"))
            self._shown.update(dict.fromkeys(words["masculine"], "m"))
        self._possessive = frozenset(rules.words["possessive"])
        self._quoted_words = frozenset(rules.words["quoted-words"])
        self._own_words = frozenset(rules.words["own-words"])
        self._pointing = frozenset(rules.words["pointing"])
        self._newly = frozenset(rules.words["newly"])
        self._elided = tuple(word for word in rules.words["definite"] if word.endswith("'"))
        self._joiners = frozenset(rules.words["joiner"])
        self.joiner = rules.words["joiner"][0]
        self._interviewers = re.compile(
            rf"(?i:{'|'.join(map(re.escape, rules.words['interviewers']))})\s+({_NAME})"
        )
        self._det = chars("det")
        self._de = chars("de")
        self._contracted = frozenset(lexicon.words["contracted"])
        self._numeral = chars("numeral", "number")
        self._comma = chars("comma")
        self._impersonal = compile_pattern(rules.impersonal, codes, rules.macros)
        self._impersonal_words = frozenset(rules.words["impersonal"])
        self._before_verb = chars("negation", "reflexive")
        self._preposition = chars("preposition")
        self._relative = chars("relative", "relative-other")
        self._begins = chars("det", "capital", "title", "numeral")

    def pronoun(self, words: str) -> Pronoun | None:
        """The pronoun, when the words (of the shadow) are one."""
        return self._pronouns.get(words.lower())

    def with_relative(self, tape: Tape, tokens: Range) -> Pronoun | None:
        """The pronoun that a relative clause follows (celle qui est partie)."""
        start, end = tokens
        if end - start < 2 or tape.tapes[-1][start + 1] not in self._relative:
            return None
        return self._pronouns.get(tape.word(start))

    def owner(self, tape: Tape, tokens: Range) -> Pronoun | None:
        """The possessive before what someone has said, which stands for that one (ses propos)."""
        start, end = tokens
        if end - start != 2 or tape.word(start + 1) not in self._own_words:
            return None
        return self._pronouns.get(tape.word(start)) if self.is_possessive(tape, start) else None

    def takes_up_words(self, tape: Tape, token: int) -> bool:
        """Whether a phrase begins here that stands for a quotation before it (la phrase est de X)."""
        return (
            token + 1 < len(tape.words)
            and tape.tapes[-1][token] in self._det
            and tape.word(token + 1) in self._quoted_words
        )

    def interviewer(self, shadow: str) -> Range | None:
        """The name of the one who, by the words of the rules, has asked the questions."""
        found = self._interviewers.search(shadow)
        return found.span(1) if found else None

    @staticmethod
    def without_hyphen(words: str) -> int:
        """How many signs stand before a clitic subject: 3 in *-t-il*, none in *Jean-Marie*."""
        return words.rfind("-") + 1 if words.startswith("-") else 0

    @staticmethod
    def tokens(tape: Tape, start: int, end: int) -> Range:
        """The tokens of a range of characters."""
        return bisect_left(tape.starts, start), bisect_left(tape.starts, end)

    @staticmethod
    def tape_at(firsts: list[int], position: int) -> int:
        """The tape in which a character stands; ``firsts`` are the first characters of all."""
        return max(0, bisect_right(firsts, position) - 1)

    def is_impersonal(self, tape: Tape, token: int) -> bool:
        """Whether a pronoun is no subject that stands for someone (il faut, pour elle)."""
        codes = tape.tapes[-1]
        if token and codes[token - 1] in self._preposition:
            return True
        verb = token + 1
        while verb < len(codes) and codes[verb] in self._before_verb:
            if tape.word(verb) in self._impersonal_words:
                return True
            verb += 1
        if verb < len(codes) and tape.word(verb) in self._impersonal_words:
            return True
        return self._impersonal.match(codes, verb) is not None

    def content_start(self, tape: Tape, tokens: Range) -> int:
        """The first token after the articles; at least one token is left."""
        codes = tape.tapes[-1]
        start, end = tokens
        while start < end - 1 and (
            codes[start] in self._det or (codes[start] in self._de and start == tokens[0])
        ):
            start += 1
        return start

    @staticmethod
    def plain(text: str, tape: Tape, tokens: Range) -> str:
        """The text of tokens, on one line."""
        return " ".join(text[tape.starts[tokens[0]] : tape.ends[tokens[1] - 1]].split())

    def bare(self, text: str, tape: Tape, tokens: Range) -> str:
        """The text of a description without its articles, on one line."""
        start = self.content_start(tape, tokens)
        words = " ".join(text[tape.starts[start] : tape.ends[tokens[1] - 1]].split())
        if start == tokens[0]:
            shadow = tape.word(start)
            for article in self._elided:
                if shadow.startswith(article) and len(shadow) > len(article):
                    return words[len(article) :]
        return words

    def is_definite(self, tape: Tape, token: int) -> bool:
        """Whether the article of a phrase says that it is known who.

        It may be elided in a set phrase, or have run into the preposition before (aux yeux du …).
        """
        if tape.word(token) in self._definite:
            return True
        return self._contracted_before(tape, token) in self._definite

    def _contracted_before(self, tape: Tape, token: int) -> str:
        """The article that has run into a preposition right before a phrase (quant au), or none."""
        before = tape.word(token - 1).rpartition(" ")[2] if token else ""
        return before if before in self._contracted else ""

    def is_pointing(self, tape: Tape, token: int) -> bool:
        """Whether the article points to someone of whom the text has spoken (cet élu)."""
        return tape.word(token) in self._pointing

    def is_newly(self, tape: Tape, tokens: Range) -> bool:
        """Whether a description is of one who has just got a function (le nouveau maire)."""
        return tape.word(self.content_start(tape, tokens)) in self._newly

    def is_elided(self, tape: Tape, token: int) -> bool:
        """Whether the article shows no gender before a vowel."""
        return tape.word(token) in self._elided

    def is_possessive(self, tape: Tape, token: int) -> bool:
        return tape.word(token) in self._possessive

    def agreement(self, tape: Tape, tokens: Range, noun: int) -> Agreement:
        """Gender and number of a description whose noun is a token, -1 when it is not known."""
        codes = tape.tapes[-1]
        start, end = tokens
        before = self._contracted_before(tape, start)
        gender = self._shown.get(before) if before else None
        plural = False
        while start < end and (codes[start] in self._det or codes[start] in self._numeral):
            word = tape.word(start)
            if word not in self._possessive:
                gender = self._shown.get(word, gender)
            plural = plural or word in self._words["plural"]
            start += 1
        if gender is None and start < noun:
            gender = self._shown.get(tape.word(start))
        reading = self._nouns.get(self._bare(tape.word(noun))) if noun >= 0 else None
        return _agreed(gender, plural, reading, start > tokens[0])

    def says_self(self, words: str) -> bool:
        """Whether words (of the shadow) stand for the one who speaks: *je*, *mon*."""
        found = (self.pronoun(word) for word in _ONE_WORD.findall(words))
        return any(item is not None and item.seeks == "self" for item in found)

    def is_joiner(self, between: set[str]) -> bool:
        """Whether nothing but *et* stands between two phrases."""
        return bool(between) and between <= self._joiners

    def parts(self, tape: Tape, tokens: Range, inside: list[Range]) -> list[Range]:
        """The members of a coordination; one when it is none.

        ``inside`` are phrases that an *et* may stand within (ministre de l'Économie et des
        Finances).
        """
        start, end = tokens
        cuts = [
            at
            for at in range(start + 1, end - 1)
            if tape.word(at) in self._joiners and self._separates(tape, tokens, at, inside)
        ]
        if not cuts:
            return [tokens]
        codes = tape.tapes[-1]
        commas = [
            at
            for at in range(start + 1, cuts[0])
            if codes[at] in self._comma and codes[at + 1] in self._begins
        ]
        if commas and not self._is_list(tape, tokens, commas):
            commas = []
        edges = [start, *(at for cut in sorted([*commas, *cuts]) for at in (cut, cut + 1)), end]
        pieces = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
        return [piece for piece in pieces if piece[1] > piece[0]]

    def _is_list(self, tape: Tape, tokens: Range, commas: list[int]) -> bool:
        """Whether commas separate names, and do not lead to an apposition (X, maire de Y, et Z)."""
        codes = tape.tapes[-1]
        return all(codes[at + 1] not in self._det for at in commas)

    def _separates(self, tape: Tape, tokens: Range, at: int, inside: list[Range]) -> bool:
        codes = tape.tapes[-1]
        after = codes[at + 1]
        if after not in self._begins:
            return False
        if after in self._de and codes[tokens[0]] not in self._de:
            return False
        return not any(left < at < right for left, right in inside)


def _agreed(
    gender: Gender | None, plural: bool, reading: NounReading | None, article: bool
) -> Agreement:
    """What article and noun say together; the noun has its say where the article shows nothing."""
    if reading is None:
        return Agreement(gender, plural)
    return Agreement(gender or reading.gender, plural if article else reading.plural)
