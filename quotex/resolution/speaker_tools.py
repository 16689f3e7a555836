"""What the rules compile to for telling speakers apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotex.grammar.mentions import MentionReader
from quotex.grammar.phrases import PhraseReader
from quotex.model import SpeakerType
from quotex.resolution.functions import Functions
from quotex.resolution.spellings import SpellingReader
from quotex.resolution.surroundings import Surroundings
from quotex.words.codes import MASKED, MASKED_CLAUSE
from quotex.words.identities import Identities
from quotex.words.lexicon import Lexicon
from quotex.words.people import FirstNames
from quotex.words.place_words import PlaceWords

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import FirstNameFile, FunctionFile, MentionRules


class Tools:
    """The readers that the stages of resolution share; one for a lexicon."""

    def __init__(
        self, lexicon: Lexicon, rules: MentionRules, functions: FunctionFile, names: FirstNameFile
    ) -> None:
        self.lexicon = lexicon
        self.first_names = FirstNames(names)
        self.around = Surroundings(lexicon, rules)
        self.mentions = MentionReader(lexicon, rules, self.first_names, self.around)
        self.functions = Functions(lexicon, rules, functions)
        identities = Identities(lexicon.names)
        self.spellings = SpellingReader(lexicon, rules, self.around, self.first_names, identities)
        self.phrases = PhraseReader(lexicon, rules)
        self.narrator = rules.words["narrator"][0]
        self.places = PlaceWords(lexicon, rules)
        codes = lexicon.codes
        self.sentence_ends = codes.search("stop")
        taken_up = codes.chars(
            lambda c: "demonstrative" in c or ("third" in c and "impersonal" not in c)
        )
        self.subjects = re.compile(f"[{re.escape(taken_up)}]")
        self.masked = frozenset(codes.chars(lambda c: not c.isdisjoint((MASKED, MASKED_CLAUSE))))
        self._types: list[tuple[str, SpeakerType]] = [
            ("source", "anonymous"), ("title", "person"), ("role", "person"), ("person", "person"),
            ("group", "group"), ("organisation", "organisation"), ("document", "document"),
        ]  # fmt: skip

    def type_of(self, word: str, plural: bool) -> SpeakerType:
        """The type of a speaker whose noun this is; several people are a group."""
        classes = self.lexicon.forms.get(self.lexicon.without_prefix(word), frozenset())
        for name, kind in self._types:
            if name in classes:
                return "group" if plural and kind == "person" else kind
        return "group" if plural else "unknown"
