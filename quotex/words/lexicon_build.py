"""The lexicon built from the rule files: every form of every word with its classes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quotex.circumstances.calendar_rules import CalendarRules
from quotex.errors import Problem
from quotex.rulefiles.rulebook import RuleBook
from quotex.words.codes import (
    CAPITAL,
    CLOSE_MARK,
    MASKED,
    MASKED_CLAUSE,
    NUMBER,
    OPEN_MARK,
    OTHER,
    QUOTE_MARK,
    WORD,
)
from quotex.words.conjugate import Form, Paradigms
from quotex.words.lexicon import Lexicon, NounReading, Reading, VerbUse
from quotex.words.lexicon_files import Carrier, VerbEntry
from quotex.words.nouns import Nouns
from quotex.words.people import folded

_FINITE = frozenset({"pres", "impf", "past", "fut", "cond", "subj", "subj-impf"})
_PARTNERS = frozenset({"2s", "1p", "2p"})
"""The persons of *tu*, *nous* and *vous*: their forms stand beside these words, or are nouns."""
_SPEAKING = frozenset({"role", "person", "group", "organisation"})
_TIME_WORDS = ("month", "relative", "weekday")


def build_lexicon(
    book: RuleBook, calendar: CalendarRules, paradigms: Paradigms, problems: list[Problem]
) -> Lexicon:
    """The lexicon of the rules; verbs that cannot be conjugated are told in ``problems``.

    The words of the calendar that name a time by themselves are in the class ``time-word``.
    """
    classes: dict[str, set[str]] = defaultdict(set)
    lexicon = Lexicon(names=book.names)
    exact: dict[str, set[str]] = defaultdict(set)
    _add_words(book, classes, exact, lexicon)
    for group in _TIME_WORDS:
        for word in calendar.words[group]:
            classes[word.word].add("time-word")
    _add_verbs(book, paradigms, classes, lexicon, problems)
    _add_nouns(book.nouns, classes, lexicon)
    for noun in book.speech_nouns:
        for form in (noun.m, noun.f, noun.mf, noun.mp, noun.fp, noun.mfp):
            if form:
                lexicon.speech_nouns[form.lower()] = noun
                classes[form.lower()].update({"speech-noun", WORD})
    for preposition in book.prepositions.values():
        kind = "opinion-preposition" if preposition.opinion else "source-preposition"
        for words in _contracted(preposition.words, book.words):
            classes[words].add(kind)
    for form, kind in book.names.forms():
        first, *tail = form.split()
        if not tail:
            exact[first].add(kind)
        elif tail[0][0].isupper() and classes.get(tail[0].lower(), {"time-word"}) == {"time-word"}:
            exact[tail[0]].add("name-tail")  # France Inter, New York; Le Soir
    lexicon.exact = {form: frozenset(kinds) for form, kinds in exact.items()}
    _set_forms(classes, lexicon)
    return lexicon


def _contracted(words: str, classes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A phrase in every form that its last word takes before an article or a vowel."""
    yield words
    before, space, last = words.rpartition(" ")
    forms = {*classes["contracted"], *classes["elided"]}
    for first, *others in classes.values():
        lower = [form for form in others if form.islower()]
        if space and first == last and forms.issuperset(lower):
            yield from (f"{before} {form}" for form in lower)


def _add_words(
    book: RuleBook,
    classes: dict[str, set[str]],
    exact: dict[str, set[str]],
    lexicon: Lexicon,
) -> None:
    for name, members in book.words.items():
        lexicon.words[name] = frozenset(members)
        for member in members:
            if len(member) == 1 and member.isupper():
                exact[member].add(name)  # A for À
            else:
                classes[member.lower()].add(name)
    lexicon.marks = frozenset(book.marks)
    lexicon.adverb_endings = tuple(sorted(book.words["adverb-ending"]))
    by_verb: dict[str, list[Carrier]] = defaultdict(list)
    for carrier in book.carriers:
        by_verb[carrier.verb].append(carrier)
    lexicon.carriers = {verb: tuple(found) for verb, found in by_verb.items()}


def _add_verbs(
    book: RuleBook,
    paradigms: Paradigms,
    classes: dict[str, set[str]],
    lexicon: Lexicon,
    problems: list[Problem],
) -> None:
    by_head: dict[str, list[VerbUse]] = defaultdict(list)
    for entry in book.verbs.values():
        use, infinitive = _verb_use(entry, lexicon.words)
        by_head[infinitive].append(use)
    lexicon.verbs = {
        infinitive: tuple(sorted(found, key=lambda use: (-len(use.tail), -len(use.clitic))))
        for infinitive, found in by_head.items()
    }
    auxiliaries = {name: lexicon.words[name] for name in ("have", "be")}
    roles = {verb: kind for kind, verbs in auxiliaries.items() for verb in verbs}
    blaming = {
        infinitive
        for infinitive, found in by_head.items()
        if any("whom-de-noun" in use.entry.takes for use in found)
    }
    never = lexicon.words["not-verb"]
    readings: dict[str, list[Reading]] = defaultdict(list)
    for infinitive, forms in _conjugated(book, lexicon, roles, paradigms, problems):
        participles = {form.text for form in forms if form.tense == "pp"}
        for form in forms:
            if form.tense == "imp" or form.text in never:
                continue
            kind = "finite" if form.tense in _FINITE else form.tense
            if kind == "finite" and form.text in participles and form.person[:1] != "3":
                continue  # promis, pris: hardly ever the « je » of a simple past
            found = classes[form.text]
            found.update({"verb", kind})
            if kind == "finite" and form.person in _PARTNERS:
                found.add("partner-form")
            if infinitive in by_head:
                found.add("reporting")
            if infinitive in blaming:
                found.add("blaming")
            if infinitive in lexicon.carriers:
                found.add("carrier")
            if infinitive in roles:
                found.add(roles[infinitive])
            readings[form.text].append(Reading(infinitive, form.tense, form.person))
    for text, known in readings.items():
        if {reading.person for reading in known} == {"2s"}:  # trois tonnes
            classes[text].update({"addressed-form", WORD})
    for infinitive in paradigms:
        if infinitive not in classes:
            classes[infinitive].update({"verb", "inf"})
    lexicon.readings = {form: tuple(found) for form, found in readings.items()}


def _conjugated(
    book: RuleBook,
    lexicon: Lexicon,
    roles: dict[str, str],
    paradigms: Paradigms,
    problems: list[Problem],
) -> Iterator[tuple[str, tuple[Form, ...]]]:
    """All verbs with their forms, in order of their infinitives."""
    entries = {head: uses[0].entry for head, uses in lexicon.verbs.items()}
    likes = {
        head: use.entry.like
        for head, uses in lexicon.verbs.items()
        for use in uses
        if use.entry.like
    }
    places = {str(verb): verb.place for verb in book.common_verbs}
    for infinitive in sorted({*places, *lexicon.carriers, *roles, *entries}):
        try:
            yield infinitive, tuple(paradigms.forms(infinitive, likes.get(infinitive)))
        except ValueError as error:
            entry = entries.get(infinitive)
            place = entry.place if entry else places.get(infinitive, (1, 1))
            path = book.origins[entry.verb if entry else infinitive]
            problems.append(Problem(str(path), *place, str(error)))


def _verb_use(entry: VerbEntry, words: Mapping[str, Iterable[str]]) -> tuple[VerbUse, str]:
    """An entry cut into pronoun, clitics, head and tail; and the head."""
    parts, first, at = _cut(entry.verb, words)
    use = VerbUse(bool(first), tuple(parts[first:at]), tuple(parts[at + 1 :]), entry)
    return use, parts[at]


def head(verb: str, words: Mapping[str, Iterable[str]]) -> str:
    """The infinitive in an expression (faire, of *se faire savoir*); ``words`` are by class."""
    parts, _, at = _cut(verb, words)
    return parts[at]


def _cut(verb: str, words: Mapping[str, Iterable[str]]) -> tuple[list[str], int, int]:
    """The words of an expression, the first that is no pronoun of the verb, and its infinitive."""
    parts = verb.replace("'", "' ").split()
    first = int(len(parts) > 1 and parts[0] in words["pronominal"])
    at = first
    while parts[at] in words["object-clitic"] and at + 1 < len(parts):
        at += 1
    return parts, first, at


def _add_nouns(nouns: Nouns, classes: dict[str, set[str]], lexicon: Lexicon) -> None:
    readings: dict[str, NounReading] = {}
    phrases: list[tuple[str, str, NounReading]] = []
    for name in Nouns.__dataclass_fields__:
        for noun in getattr(nouns, name):
            for form, gender, plural in noun.forms():
                key = form.lower()
                kind = name.replace("_", "-")
                if " " in key:
                    phrases.append((key, kind, NounReading(gender, plural)))
                    continue
                classes[key].update({kind} if name == "title" else {kind, WORD, "nominal"})
                if noun.a:
                    classes[key].add("takes-to")
                readings.setdefault(key, NounReading(gender, plural))
    for key, kind, reading in phrases:
        words = key.replace("'", "' ").split()
        # one word where none of its own says that it can speak: les forces de l'ordre
        if kind in _SPEAKING and not any(classes.get(word, set()) & _SPEAKING for word in words):
            classes[key].update({kind, WORD, "nominal"})
            readings.setdefault(key, reading)
    lexicon.nouns = readings


def _set_forms(classes: dict[str, set[str]], lexicon: Lexicon) -> None:
    """Freezes the classes of every form, and gives each set that can occur its character."""
    phrases: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = defaultdict(list)
    forms: dict[str, frozenset[str]] = {}
    sets: dict[frozenset[str], frozenset[str]] = {}
    one_of_each: dict[frozenset[str], str] = {}
    for form, found in classes.items():
        if (
            "homograph" in found
            or found <= lexicon.marks
            or {"verb", "pp"} <= found
            or ("verbal-adjective" in found)
        ):
            found.add(WORD)
        if found & {"homograph", "adjective"}:
            found.add("nominal")
        frozen = frozenset(found)
        frozen = sets.setdefault(frozen, frozen)
        tokens = tuple(form.replace("'", "' ").split())
        if len(tokens) > 1 and "whole" not in found:
            phrases[tokens[0]].append((tokens[1:], frozen))
            bare = folded(tokens[0])
            if bare != tokens[0] and bare.upper() in lexicon.exact:
                phrases[bare].append((tokens[1:], frozen))  # A en croire X
        else:
            forms[form] = frozen
            if form[0].isalpha() or frozen not in one_of_each:
                one_of_each[frozen] = form  # Ou, rather than &
    lexicon.forms = forms
    lexicon.phrases = {
        first: tuple(sorted(found, key=lambda item: -len(item[0])))
        for first, found in phrases.items()
    }
    char = lexicon.codes.char
    for name in (
        MASKED, MASKED_CLAUSE, OPEN_MARK, CLOSE_MARK, QUOTE_MARK, OTHER, NUMBER, WORD, CAPITAL,
    ):  # fmt: skip
        char(frozenset({name}))
    char(frozenset({CAPITAL, WORD}))
    char(frozenset({"adverb", WORD}))
    for form in [*one_of_each.values(), *lexicon.exact]:
        # in capitals, too: Le may be part of a name where LE, in a headline, is none
        for word in (form, form[0].upper() + form[1:], form.upper()):
            for starts in (False, True):
                lexicon.word_code(word, starts)
    for _, classes_of_phrase in (item for found in lexicon.phrases.values() for item in found):
        char(classes_of_phrase)
