"""Words and their classes: one table of forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from quotex.model import Gender
from quotex.text.marks import MARKS
from quotex.words.codes import CAPITAL, NUMBER, OTHER, QUOTE_MARK, WORD, Codes
from quotex.words.lexicon_files import Carrier, SpeechNoun, VerbEntry

if TYPE_CHECKING:
    from quotex.words.names import NameFile

_NOMINAL = frozenset(
    {"title", "role", "person", "group", "organisation", "document", "source", "event", "medium",
     "addressee", "speech-noun"}
)  # fmt: skip
_KEPT = _NOMINAL | {"court"}
"""Classes of a word that it keeps in capitals: a Tribunal rules as a tribunal does."""
_CLOSED = frozenset({"verb", WORD, "homograph"})


class Reading(NamedTuple):
    """One reading of a verb form: which verb, which tense (``pres``, ``pp`` …), which person."""

    lemma: str
    tense: str
    person: str


class NounReading(NamedTuple):
    """Gender (null for either) and number of a noun form."""

    gender: Gender | None
    plural: bool


class VerbUse(NamedTuple):
    """A reporting verb or expression: ``se | faire | savoir`` and the like.

    ``clitic`` are the words that must stand before the head (s'en prendre), ``tail`` those that
    must follow it.
    """

    pronominal: bool
    clitic: tuple[str, ...]
    tail: tuple[str, ...]
    entry: VerbEntry


@dataclass(slots=True)
class Lexicon:
    """Every form with its classes, and what is known of verbs, nouns and names.

    ``forms`` is keyed by the lower-case form; ``exact`` by the form with its capitals (names).
    ``phrases`` holds the words of several tokens by their first token, the longest first.
    """

    names: NameFile = field(repr=False, compare=False)
    """For the stages that make tables of them; forgotten once these stand."""
    codes: Codes = field(default_factory=Codes)
    forms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    exact: Mapping[str, frozenset[str]] = field(default_factory=dict)
    phrases: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]] = field(
        default_factory=dict
    )
    readings: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)
    verbs: dict[str, tuple[VerbUse, ...]] = field(default_factory=dict)
    """What reports, by the infinitive of its head; the longest expressions first."""
    carriers: dict[str, tuple[Carrier, ...]] = field(default_factory=dict)
    nouns: Mapping[str, NounReading] = field(default_factory=dict)
    speech_nouns: dict[str, SpeechNoun] = field(default_factory=dict)
    adverb_endings: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    """The word lists by class, for the stages that compare words themselves."""

    def word_code(self, word: str, starts: bool) -> str:
        """The character for a token; ``starts``: it begins a sentence: capitals say little."""
        return self.codes.char(self._classes(word, starts))

    def without_prefix(self, word: str) -> str:
        """The noun in a word: *ministre* for *ex-ministre*."""
        prefix, _, rest = word.partition("-")
        return rest if rest and prefix in self.words["prefix"] else word

    def _classes(self, word: str, starts: bool) -> frozenset[str]:
        first = word[0]
        if not (first.isalpha() or first == "-"):
            known = self.forms.get(word)
            if word in MARKS:
                return frozenset({QUOTE_MARK})
            return known or frozenset({NUMBER if first.isdigit() else OTHER})
        lower = word.lower()
        known = self.forms.get(lower, frozenset())
        if not first.isupper():
            particle, _, rest = lower.partition("-")
            if rest and word[len(particle) + 1].isupper() and particle in self.words["particle"]:
                return frozenset({CAPITAL})  # Rami Abd al-Rahman
            if not known and rest and particle in self.words["prefix"]:
                known = self.forms.get(rest, frozenset())  # l'ex-trésorière
            if not known and lower.endswith(self.adverb_endings):
                return frozenset({"adverb", WORD})  # solennellement, but also étalement
            return known or frozenset({WORD})
        exact = self.exact.get(word, frozenset())
        if not known and not exact:
            return frozenset({CAPITAL, WORD}) if starts else frozenset({CAPITAL})
        if known and not (known & _CLOSED or known & _NOMINAL) and not exact:
            known |= {"capitalised"}  # a function word: Le, Selon
            return (
                known | {CAPITAL} if "premodifier" in known and not starts else known
            )  # Luc Petit
        if starts:
            return exact if "preposition" in exact else known | exact | {CAPITAL}  # A Lyon, …
        return (known & _KEPT) | exact | {CAPITAL}
