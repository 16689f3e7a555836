"""Words and their classes: the lexicon files turned into one table of forms."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from quotex.calendar_rules import CalendarRules
from quotex.codes import CAPITAL, CLOSE_MARK, MASKED, MASKED_CLAUSE, NUMBER, OPEN_MARK, OTHER, QUOTE_MARK, WORD, Codes
from quotex.conjugate import Paradigms
from quotex.lexicon_files import (
    Carrier,
    ClassFile,
    CommonVerbFile,
    NounFile,
    SpeechNoun,
    SpeechNounFile,
    VerbEntry,
    VerbFile,
    WordFile,
)
from quotex.marks import MARKS
from quotex.model import Gender
from quotex.names import NameFile, name_forms
from quotex.prepositions import PrepositionFile, SourcePreposition
from quotex.yamlio import read_yaml

_FINITE = frozenset({"pres", "impf", "past", "fut", "cond", "subj", "subj-impf"})
_NOMINAL = frozenset(
    {"title", "role", "person", "group", "organisation", "document", "source", "event", "medium",
     "addressee", "speech-noun"}
)  # fmt: skip
_TIME_WORDS = ("month", "relative", "weekday")
_CLOSED = frozenset({"verb", WORD, "homograph"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a verb form: which verb, which tense (``pres``, ``pp`` …), which person."""

    lemma: str
    tense: str
    person: str


@dataclass(frozen=True, slots=True)
class NounReading:
    """Gender (null for either) and number of a noun form."""

    gender: Gender | None
    plural: bool


@dataclass(frozen=True, slots=True)
class VerbUse:
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

    codes: Codes = field(default_factory=Codes)
    forms: dict[str, frozenset[str]] = field(default_factory=dict)
    exact: dict[str, frozenset[str]] = field(default_factory=dict)
    phrases: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]] = field(
        default_factory=dict
    )
    readings: dict[str, tuple[Reading, ...]] = field(default_factory=dict)
    verbs: dict[str, tuple[VerbUse, ...]] = field(default_factory=dict)
    """What reports, by the infinitive of its head; the longest expressions first."""
    carriers: dict[str, tuple[Carrier, ...]] = field(default_factory=dict)
    nouns: dict[str, NounReading] = field(default_factory=dict)
    speech_nouns: dict[str, SpeechNoun] = field(default_factory=dict)
    prepositions: dict[str, SourcePreposition] = field(default_factory=dict)
    names: NameFile = field(default_factory=NameFile)
    adverb_endings: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    """The word lists by class, for the stages that compare words themselves."""

    def word_code(self, word: str, starts: bool) -> str:
        """The character for a token; ``starts``: it begins a sentence, where capitals say little."""
        return self.codes.char(self._classes(word, starts))

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
            if not known and lower.endswith(self.adverb_endings):
                return frozenset({"adverb", WORD})  # solennellement, but also étalement
            return known or frozenset({WORD})
        exact = self.exact.get(word, frozenset())
        if not known and not exact:
            return frozenset({CAPITAL, WORD}) if starts else frozenset({CAPITAL})
        if known and not (known & _CLOSED or known & _NOMINAL) and not exact:
            return known | {"capitalised"}  # a function word: Le, Selon
        if starts:
            return known | exact | {CAPITAL}
        return (known & _NOMINAL) | exact | {CAPITAL}


def build_lexicon(root: Path, calendar: CalendarRules) -> Lexicon:
    """The lexicon of the rules folder ``root``; raises ``RulesError`` for a file that is wrong.

    The words of the calendar that name a time by themselves are in the class ``time-word``.
    """
    folder = root / "lexicon"
    classes: dict[str, set[str]] = defaultdict(set)
    lexicon = Lexicon()
    _add_words(read_yaml(folder / "words.yaml", WordFile), classes, lexicon)
    for group in _TIME_WORDS:
        for word in calendar.words[group]:
            classes[word.word].add("time-word")
    homographs = read_yaml(folder / "homographs.yaml", ClassFile)
    for name, members in homographs.classes.items():
        for member in members:
            classes[member].add(name)
    _add_verbs(root, classes, lexicon)
    _add_nouns(read_yaml(folder / "nouns.yaml", NounFile), classes, lexicon)
    speech = read_yaml(folder / "speech-nouns.yaml", SpeechNounFile)
    for noun in speech.speech_nouns:
        for form in (noun.m, noun.f, noun.mf, noun.mp, noun.fp, noun.mfp):
            if form:
                lexicon.speech_nouns[form.lower()] = noun
                classes[form.lower()].update({"speech-noun", WORD})
    sources = read_yaml(folder / "prepositions.yaml", PrepositionFile)
    for preposition in sources.prepositions:
        lexicon.prepositions[preposition.words] = preposition
        classes[preposition.words].add(
            "opinion-preposition" if preposition.opinion else "source-preposition"
        )
    lexicon.names = read_yaml(folder / "names.yaml", NameFile)
    exact: dict[str, set[str]] = defaultdict(set)
    for form, kind in name_forms(lexicon.names):
        if " " not in form:
            exact[form].add(kind)
    lexicon.exact = {form: frozenset(kinds) for form, kinds in exact.items()}
    _set_forms(classes, lexicon)
    return lexicon


def _add_words(words: WordFile, classes: dict[str, set[str]], lexicon: Lexicon) -> None:
    for name, members in words.classes.items():
        lexicon.words[name] = frozenset(members)
        for member in members:
            classes[member.lower()].add(name)
    lexicon.marks = frozenset(words.marks)
    lexicon.adverb_endings = tuple(sorted(words.classes["adverb-ending"]))
    by_verb: dict[str, list[Carrier]] = defaultdict(list)
    for carrier in words.carriers:
        by_verb[carrier.verb].append(carrier)
    lexicon.carriers = {verb: tuple(found) for verb, found in by_verb.items()}


def _add_verbs(root: Path, classes: dict[str, set[str]], lexicon: Lexicon) -> None:
    paradigms = Paradigms.load(root / "paradigms" / "verbs.yaml")
    entries = read_yaml(root / "lexicon" / "verbs.yaml", VerbFile).verbs
    by_head: dict[str, list[VerbUse]] = defaultdict(list)
    likes: dict[str, str | None] = {}
    for entry in entries:
        use, head = _verb_use(entry, lexicon.words)
        by_head[head].append(use)
        likes[head] = entry.like
    lexicon.verbs = {
        head: tuple(sorted(found, key=lambda use: (-len(use.tail), -len(use.clitic))))
        for head, found in by_head.items()
    }
    auxiliaries = {name: lexicon.words[name] for name in ("have", "be")}
    roles = {verb: kind for kind, verbs in auxiliaries.items() for verb in verbs}
    common = read_yaml(root / "lexicon" / "common-verbs.yaml", CommonVerbFile).common_verbs
    plain = set(common) | lexicon.carriers.keys() | roles.keys()
    never = lexicon.words["not-verb"]
    readings: dict[str, list[Reading]] = defaultdict(list)
    for infinitive in sorted(plain | by_head.keys()):
        forms = tuple(paradigms.forms(infinitive, likes.get(infinitive)))
        participles = {form.text for form in forms if form.tense == "pp"}
        for form in forms:
            if form.tense == "imp" or form.text in never:
                continue
            kind = "finite" if form.tense in _FINITE else form.tense
            if kind == "finite" and form.text in participles and form.person[:1] != "3":
                continue  # promis, pris: hardly ever the « je » of a simple past
            found = classes[form.text]
            found.update({"verb", kind})
            if kind == "finite" and form.person[:1] == "3":
                found.add("third-person")
            if infinitive in by_head:
                found.add("reporting")
            if infinitive in lexicon.carriers:
                found.add("carrier")
            if infinitive in roles:
                found.add(roles[infinitive])
            readings[form.text].append(Reading(infinitive, form.tense, form.person))
    for infinitive in paradigms:
        if infinitive not in classes:
            classes[infinitive].update({"verb", "inf"})
    lexicon.readings = {form: tuple(found) for form, found in readings.items()}


def _verb_use(entry: VerbEntry, words: dict[str, frozenset[str]]) -> tuple[VerbUse, str]:
    """An entry cut into pronoun, clitics, head and tail; and the head."""
    parts = entry.verb.replace("'", "' ").split()
    pronominal = parts[0] in words["pronominal"]
    first = int(pronominal)
    head = first
    while parts[head] in words["object-clitic"] and head + 1 < len(parts):
        head += 1
    return (
        VerbUse(pronominal, tuple(parts[first:head]), tuple(parts[head + 1 :]), entry),
        parts[head],
    )


def _add_nouns(nouns: NounFile, classes: dict[str, set[str]], lexicon: Lexicon) -> None:
    for name in NounFile.__dataclass_fields__:
        for noun in getattr(nouns, name):
            for form, gender, plural in noun.forms():
                key = form.lower()
                if " " in key:
                    continue
                kind = name.replace("_", "-")
                classes[key].update({kind} if name == "title" else {kind, WORD, "nominal"})
                if noun.a:
                    classes[key].add("takes-à")
                lexicon.nouns.setdefault(key, NounReading(gender, plural))


def _set_forms(classes: dict[str, set[str]], lexicon: Lexicon) -> None:
    """Freezes the classes of every form, and gives each set that can occur its character."""
    phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = defaultdict(list)
    for form, found in classes.items():
        if "homograph" in found or found <= lexicon.marks or {"verb", "pp"} <= found or (
            "verbal-adjective" in found
        ):
            found.add(WORD)
        if found & {"homograph", "adjective"}:
            found.add("nominal")
        frozen = frozenset(found)
        tokens = tuple(form.replace("'", "' ").split())
        if len(tokens) > 1 and "whole" not in found:
            phrases[tokens[0]].append((tokens[1:], frozen))
        else:
            lexicon.forms[form] = frozen
    lexicon.phrases = {
        first: tuple(sorted(found, key=lambda item: -len(item[0])))
        for first, found in phrases.items()
    }
    char = lexicon.codes.char
    for name in (MASKED, MASKED_CLAUSE, OPEN_MARK, CLOSE_MARK, QUOTE_MARK, OTHER, NUMBER, WORD, CAPITAL):
        char(frozenset({name}))
    char(frozenset({CAPITAL, WORD}))
    char(frozenset({"adverb", WORD}))
    for form in [*_one_of_each(lexicon.forms), *lexicon.exact]:
        for word in (form, form[0].upper() + form[1:]):
            for starts in (False, True):
                lexicon.word_code(word, starts)
    for _, classes_of_phrase in (item for found in lexicon.phrases.values() for item in found):
        char(classes_of_phrase)


def _one_of_each(forms: dict[str, frozenset[str]]) -> list[str]:
    """One form for each set of classes."""
    return list({found: form for form, found in forms.items()}.values())
