"""One complement beside a cue: its preposition, its head noun, and what the two give."""

from __future__ import annotations

import re
from typing import NamedTuple

from quotex.circumstances.circumstance_rules import CircumstanceRules, Sort
from quotex.grammar.chunks import Sentence
from quotex.words.known_names import KnownNames
from quotex.words.lexicon import Lexicon
from quotex.words.people import FirstNames

_INSIDE = frozenset({"det", "de", "premodifier", "numeral", "number", "adjective"})
_NOUNS = frozenset({"addressee", "event", "group", "medium", "organisation", "person", "role"})
_ENDS = frozenset({"comma", "colon", "semicolon", "stop", "dash", "open-mark"})
_FIRST_WORD = re.compile(r"\S+ *")
_LONGEST = 4
"""Tokens in the longest of the words that the rules list."""
_FARTHEST = 8
"""Tokens from the preposition in which a head is looked for."""


class Complement(NamedTuple):
    """The token after the preposition, the last token of the head, and the head's classes.

    ``begins`` is the character at which the phrase that is given begins; ``article``: something
    stands before the head.
    """

    sort: Sort
    start: int
    begins: int
    head: int
    article: bool
    classes: frozenset[str]


class _Head(NamedTuple):
    last: int
    article: bool
    classes: frozenset[str]


class ComplementReader:
    """Reads complements; one for a lexicon and a set of rules."""

    def __init__(self, lexicon: Lexicon, rules: CircumstanceRules, first_names: FirstNames) -> None:
        self._first_names = first_names
        self._codes = lexicon.codes
        self._readings = lexicon.readings
        self._rules = rules
        self._names = KnownNames(lexicon.names, lexicon.words["det"])
        self._capitals = {each.written: each.means for each in rules.bare_capitals}

    def preposition(self, sentence: Sentence, chunk: int) -> str | None:
        """The preposition that opens the chunk, in lower case; null when none does."""
        kind = sentence.kinds[chunk]
        tape, first = sentence.tape, sentence.bounds[chunk]
        if kind in ("prepositional", "preposition"):
            written = tape.text(first, first + 1)
            return self._capitals.get(written) or " ".join(written.lower().split())
        if kind != "verb":
            return None
        length = sentence.bounds[chunk + 1] - first
        if length == 1:
            means = self._capitals.get(tape.text(first, first + 1))
            follows = chunk + 1 < len(sentence.kinds) and sentence.kinds[chunk + 1] == "noun"
            return means if follows else None
        word = tape.word(first)  # « En visite », read as a pronoun and a verb
        known = word in self._rules.by_preposition and length == 2
        return word if known and tape.word(first + 1) in self._rules.classes_of else None

    def read(self, sentence: Sentence, chunk: int, text: str, verb: str = "") -> Complement | None:
        """The complement that begins in the chunk; null when the rules do not sort it.

        ``text`` is the document: a name that is in no list is a person's when it is elsewhere;
        ``verb`` is the verb right before it.
        """
        preposition = self.preposition(sentence, chunk)
        sorts = self._rules.by_preposition.get(preposition or "", ())
        if not sorts or preposition is None:
            return None
        if sentence.kinds[chunk : chunk + 2] == ("preposition", "infinitive"):
            return None  # s'engage à lui revenir; but: a dit aux élus vouloir partir
        first = sentence.bounds[chunk]
        contracted = preposition.rsplit(" ", 1)[-1] in self._rules.contracted
        head = self._head(sentence, first + 1, contracted, text)
        if head is None:
            return None
        for sort in sorts:
            if sort.verbs and verb not in sort.verbs:
                continue
            if head.classes.intersection(sort.heads) and not head.classes.intersection(sort.unless):
                begins = self._begins(sentence, sort, first)
                return Complement(sort, first + 1, begins, head.last, head.article, head.classes)
        return None

    def place_inside(self, sentence: Sentence, start: int, end: int, text: str) -> int | None:
        """The preposition in the tokens with which a place begins (des élus | à Genève)."""
        for at in range(start, end - 1):
            word = sentence.tape.word(at)
            sorts = [
                each for each in self._rules.by_preposition.get(word, ()) if each.gives == "place"
            ]
            if not sorts:
                continue
            head = self._head(sentence, at + 1, word in self._rules.contracted, text)
            if head is not None and any(head.classes.intersection(each.heads) for each in sorts):
                return at
        return None

    def _begins(self, sentence: Sentence, sort: Sort, first: int) -> int:
        """After the preposition; after its first word where the rest is kept; at it for a time."""
        tape = sentence.tape
        if sort.gives == "when":
            return tape.starts[first]
        if sort.keep:
            words = _FIRST_WORD.match(tape.shadow, tape.starts[first])
            return words.end() if words else tape.starts[first]
        return tape.starts[first + 1]

    def classes_at(self, sentence: Sentence, token: int) -> frozenset[str]:
        """The classes of the head of the noun phrase that begins at the token."""
        found = self._head(sentence, token, False, "")
        return found.classes if found is not None else frozenset()

    def _head(self, sentence: Sentence, first: int, contracted: bool, text: str) -> _Head | None:
        tape = sentence.tape
        codes = tape.tapes[sentence.depth]
        article = contracted
        adjective: _Head | None = None
        for at in range(first, min(first + _FARTHEST, sentence.end)):
            classes = self._codes.classes(codes[at])
            if classes & _ENDS or (adjective and not classes & (_NOUNS | {"capital"})):
                return adjective
            end, kinds = self._names.at(tape.shadow, tape.starts[at], article)
            if kinds:
                if contracted and at == first and "unclear-media" in kinds:
                    kinds |= {"media"}  # « au Point »
                last = at
                while last + 1 < sentence.end and tape.starts[last + 1] < end:
                    last += 1
                return _Head(last, article, kinds | {"any"} | self._own(sentence, at)[0])
            if classes & _INSIDE and "capital" not in classes:
                if classes & _NOUNS and "det" not in classes:  # « aux élus », « aux élus locaux »
                    own, last = self._own(sentence, at)
                    adjective = adjective or _Head(last, article, classes | own | {"any"})
                article = True
                continue
            own, last = self._own(sentence, at)
            if (
                "capital" in classes
                and not own
                and not classes - {"capital", "word", "premodifier"}
            ):
                return _Head(at, article, self._unknown(sentence, at, article, text))
            if not article and any(
                reading.tense == "inf" for reading in self._readings.get(tape.word(at), ())
            ):
                return None  # « demande à pouvoir partir »
            return _Head(last, article, classes | own | self._named(sentence, last) | {"any"})
        return adjective

    def _named(self, sentence: Sentence, last: int) -> frozenset[str]:
        """Whether a name follows the head: « à la radio | Onde Bleue »."""
        codes = sentence.tape.tapes[sentence.depth]
        follows = last + 1 < sentence.end and "capital" in self._codes.classes(codes[last + 1])
        return frozenset({"named"} if follows else ())

    def _own(self, sentence: Sentence, at: int) -> tuple[frozenset[str], int]:
        """What the rules for circumstances make of the words from token ``at`` on, and the last."""
        found: frozenset[str] = frozenset()
        last = at
        for end in range(at + 1, min(at + _LONGEST, sentence.end) + 1):
            words = " ".join(sentence.tape.text(at, end).lower().split())
            if words in self._rules.classes_of:
                found |= self._rules.classes_of[words]
                last = end - 1
        return found, last

    def _unknown(self, sentence: Sentence, at: int, article: bool, text: str) -> frozenset[str]:
        """A name that is in no list: a town when it stands alone, else a person or a body."""
        tape, codes = sentence.tape, sentence.tape.tapes[sentence.depth]
        word = tape.text(at, at + 1)
        if not article and self._rules.town_parts.intersection(word.lower().split("-")):
            return frozenset({"any", "unknown-place"})
        follows = at + 1 < sentence.end and "capital" in self._codes.classes(codes[at + 1])
        given = self._first_names.gender(word) is not None
        if article or follows or given or _person(word, text):
            return frozenset({"any", "unknown-name"})
        return frozenset({"any", "unknown-place"})


def _person(name: str, text: str) -> bool:
    """Whether the name stands elsewhere after a first name or a title."""
    return re.search(rf"(?<![.!?] )\b[A-Z]\w*\.? {re.escape(name)}\b", text) is not None
