"""What can speak: people, groups, institutions, documents; and what cannot."""

from __future__ import annotations

from quotex.attribution.context import Context
from quotex.rulefiles.ruleset import Range
from quotex.words.lexicon import Lexicon

_LIVING = frozenset(
    {"role", "person", "group", "organisation", "title", "source", "capital", "document",
     "demonstrative", "third", "institution", "place", "media", "strong", "subject", "relative", "which"}
)  # fmt: skip
_QUANTITY = frozenset({"det", "numeral", "number", "premodifier", "demonstrative"})


class Animacy:
    """Sets of word codes by whether the words can name a speaker; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        codes = lexicon.codes

        def having(names: frozenset[str]) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: not classes.isdisjoint(names)))

        self.living = having(_LIVING)
        self.sources = having(_LIVING | {"source-adjective", "speech-noun"})
        self._det = having(frozenset({"det"})) - having(frozenset({"demonstrative"}))
        self._of = having(frozenset({"de"}))
        self._quantity = having(_QUANTITY)
        bodies = having(frozenset({"institution", "organisation", "media"}))
        self._plural = having(frozenset({"det"})) & having(frozenset({"plural"}))
        self._done = having(frozenset({"pp"})) - having(frozenset({"nominal", "finite"}))
        self._rubric = having(frozenset({"place", "event"})) - bodies

    def is_rubric(self, context: Context, tokens: Range) -> bool:
        """Whether a phrase only heads what follows: Liège : « … », Procès de Lyon : « … »."""
        return context.sentence.tape.tapes[context.sentence.depth][tokens[0]] in self._rubric

    def is_animate(self, context: Context, tokens: Range) -> bool:
        """Whether the head of a phrase can speak: its first noun, quantities passed over.

        In "la libération de journalistes" it is the release, in "des milliers de gens" the people.
        """
        codes = context.sentence.tape.tapes[context.sentence.depth][tokens[0] : tokens[1]]
        if len(codes) == 2 and codes[0] in self._plural and codes[1] in self._done:
            return True  # les évacués
        for index, code in enumerate(codes):
            if code in self._det and index + 1 < len(codes):
                continue  # la une, but une ceinture
            if code in self.living:
                return True
            if code in self._of and index and not all(c in self._quantity for c in codes[:index]):
                return False
        return False
