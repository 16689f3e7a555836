"""The names of a document by spelling: how often, with which titles, and what they look like."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotex.grammar.mention import Mention
from quotex.model import Gender, SpeakerType
from quotex.resolution.surroundings import Surroundings
from quotex.text.tokens import Tape
from quotex.words.identities import Identities, Identity
from quotex.words.lexicon import Lexicon
from quotex.words.people import FirstNames, Key, is_initials, name_key

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import MentionRules

_WITH_LAST_FIRST = 3
"""From so many words on, a name may begin with the last name (Bamba Awa Clarisse)."""
_ACRONYM = 6
"""The length from which capitals alone are no acronym."""


@dataclass(slots=True)
class Spelling:
    """One way to write a name, with what the mentions that use it tell of it.

    ``words`` are its words as written; ``sure`` that a capital in mid-sentence, a title or the
    rules show that it is a name; ``acts`` that a verb follows it, as no noun without an article.
    """

    text: str
    words: tuple[str, ...]
    key: Key
    known: list[Identity]
    first: int
    count: int = 0
    sure: bool = False
    ordinary: bool = False
    acts: bool = False
    article: bool = False
    person: bool = False
    body: bool = False
    genders: set[Gender] = field(default_factory=set)


class SpellingReader:
    """Collects spellings; one for a lexicon."""

    def __init__(
        self,
        lexicon: Lexicon,
        rules: MentionRules,
        around: Surroundings,
        first_names: FirstNames,
        known: Identities,
    ) -> None:
        self._lexicon = lexicon
        self._aged = frozenset(rules.words["aged"])
        self._around = around
        self._first_names = first_names
        self._known = known
        codes = lexicon.codes
        self._det = frozenset(codes.chars(lambda c: "det" in c or "contracted" in c))
        self._bodies = frozenset(codes.chars(lambda c: "organisation" in c))
        self._people = frozenset(codes.chars(lambda c: bool(c & {"role", "person", "title"})))

    def collect(
        self, text: str, tapes: tuple[Tape, ...], mentions: list[list[Mention]]
    ) -> dict[str, Spelling]:
        """All spellings of the document by their text."""
        found: dict[str, Spelling] = {}
        for tape, of_tape in zip(tapes, mentions, strict=True):
            codes = tape.tapes[-1]
            for mention in of_tape:
                if mention.name is None:
                    continue
                start = mention.name[0]
                name = name_text(text, tape, mention.name)
                spelling = found.get(name)
                if spelling is None:
                    spelling = self.spelling(name, tape.starts[start])
                    found[name] = spelling
                spelling.count += 1
                self._note(spelling, codes, mention, tape)
        return found

    def spelling(self, name: str, first: int) -> Spelling:
        """The spelling of a name that begins at the character ``first``."""
        key = name_key(name)
        return Spelling(name, tuple(name.split()), key, self._known.find(key), first)

    def named(self, text: str, first: int) -> Spelling:
        """The spelling of a description that the text treats as a name."""
        spelling = self.spelling(text, first)
        spelling.sure = spelling.body = True
        return spelling

    def _note(self, spelling: Spelling, codes: str, mention: Mention, tape: Tape) -> None:
        """What one mention adds."""
        start = mention.name[0] if mention.name else mention.start
        if mention.titles:
            spelling.sure = spelling.person = True
            if gender := self.title_gender(tape, mention):
                spelling.genders.add(gender)
        elif mention.noun >= 0:
            spelling.sure = True
            native = codes[mention.noun] not in self._bodies and self.begins_with_given(spelling)
            if codes[mention.noun] in self._people or native:
                spelling.person = True
            else:
                spelling.body = True
        elif mention.inner:
            spelling.sure = True
            spelling.body = spelling.body or not self.begins_with_given(spelling)
        elif start > 1 and tape.word(start - 1) in self._aged:
            spelling.sure = spelling.person = True
        elif start > 0 and codes[start - 1] in self._det:
            spelling.sure = spelling.article = True
        elif not spelling.sure and (
            not self._around.starts_sentence(codes, start)
            or (not self._around.ordinary(codes[start]) and self._around.acts(codes, mention))
        ):
            spelling.sure = True
        if codes[start] in self._bodies and not self._is_given_before(spelling):
            spelling.body = True
        if self._around.ordinary(codes[start]):
            spelling.ordinary = True
            spelling.acts = spelling.acts or self._around.acts(codes, mention)

    def _is_given_before(self, spelling: Spelling) -> bool:
        """Whether a word that can be an organisation's is a first name here (Marine Roy)."""
        words = spelling.words
        return len(words) > 1 and words[1][:1].isupper() and self.begins_with_given(spelling)

    def title_gender(self, tape: Tape, mention: Mention) -> Gender | None:
        """The gender that the titles of a mention tell; *le docteur Anne Roy* is a woman."""
        if mention.titles is None or mention.name is None:
            return None
        given = tape.text(mention.name[0], mention.name[0] + 1)
        woman = self._first_names.gender(given) == "f"
        for token in range(*mention.titles):
            noun = self._lexicon.nouns.get(tape.word(token))
            if noun and noun.gender:
                function = tape.shadow[tape.starts[token]].islower()
                return None if function and woman else noun.gender
        return None

    def given_gender(self, spelling: Spelling) -> Gender | None:
        """The gender of the first name, or of the noun, with which a name begins or ends."""
        words = spelling.words if len(spelling.words) >= _WITH_LAST_FIRST else spelling.words[:1]
        if words[0].islower() and (noun := self._lexicon.nouns.get(words[0])):
            return noun.gender  # père Anselme
        for word in (words[0], words[-1]):
            gender = self._first_names.gender(word)
            if gender is not None:
                return gender if gender != "both" else None
        return None

    def begins_with_given(self, spelling: Spelling) -> bool:
        """Whether the first word is a first name or initials."""
        word = spelling.words[0]
        return is_initials(word) or self._first_names.gender(word) is not None

    def is_certain(self, spelling: Spelling) -> bool:
        """Whether a title, a function or a first name shows that the name is a person's."""
        return spelling.person or bool(spelling.genders) or self.begins_with_given(spelling)

    def type(self, spelling: Spelling) -> SpeakerType:
        """What kind of thing the name is of, as far as it shows."""
        several = len(spelling.words) > 1
        known = [item for item in spelling.known if not (item.ambiguous and spelling.person)]
        if known and not (spelling.genders and not spelling.article):
            return known[0].type
        if spelling.person or spelling.genders:
            return "person"
        if spelling.body:
            return "organisation"
        given = self.begins_with_given(spelling)
        if several and not given and spelling.ordinary and not spelling.sure:
            return "unknown"  # Affaire Roy : …
        if several:
            return "person" if given or not spelling.article else "organisation"
        if given and not spelling.article:
            return "person"
        word = spelling.text
        if word.isupper() and 1 < len(word) <= _ACRONYM:
            return "organisation"
        return "unknown"

    def is_word(self, spelling: Spelling) -> bool:
        """Whether it is rather a word of the language at the beginning of its sentences."""
        if spelling.sure or spelling.known or len(spelling.words) > 1:
            return False
        return spelling.ordinary or not self.begins_with_given(spelling)


def name_text(text: str, tape: Tape, tokens: tuple[int, int]) -> str:
    """The text of a name, on one line."""
    found = text[tape.starts[tokens[0]] : tape.ends[tokens[1] - 1]]
    return found if found.isalnum() else " ".join(found.split())
