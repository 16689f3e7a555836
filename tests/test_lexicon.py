"""The lexicon: which classes a word has, in the middle of a sentence and at its beginning."""

from __future__ import annotations

import pytest

from quotex.words.lexicon import NounReading, Reading
from tests.engine import ENGINE

LEXICON = ENGINE.lexicon


def classes(word: str, starts: bool = False) -> frozenset[str]:
    return LEXICON.codes.classes(LEXICON.word_code(word, starts))


# a word, classes that it must have, classes that it must not have
ROWS = [
    ("déclara", "verb finite reporting", "word capital"),
    ("déclarer", "verb inf reporting", "finite"),
    ("déclarant", "verb ppr reporting", "finite"),
    ("déclarés", "verb pp reporting", "finite"),
    ("ont", "verb finite have", "word"),
    ("été", "verb pp be", "finite"),
    # an infinitive that no list names is a verb all the same, for the paradigms know it
    ("googliser", "verb inf", "reporting"),
    ("ministre", "role word", "verb capital"),
    ("lundi", "time-word", "capital"),
    ("selon", "source-preposition", "capital"),
    ("le", "det object-clitic", "word"),
    ("que", "that", "word"),
    # unknown words
    ("xylocope", "word", "verb capital adverb"),
    ("solennellement", "adverb word", "verb"),
    ("Xylocope", "capital", "word"),
    ("Roy", "capital", "word"),
    # capitals: a name may be a word, but only at the beginning of a sentence
    ("Selon", "source-preposition capitalised", "capital"),
    ("Déclarer", "capital", "verb"),
    ("Quimper", "capital", "word"),
    ("3,5", "number", "word"),
    ("«", "quote-mark", "word"),
    (",", "comma", "word"),
    ("?", "stop", "word"),
    ("€", "other", "word"),
]


@pytest.mark.parametrize(("word", "has", "has_not"), ROWS)
def test_classes(word: str, has: str, has_not: str) -> None:
    found = classes(word)
    assert found >= set(has.split())
    assert not found & set(has_not.split())


STARTS = [
    ("Xylocope", "capital word", "verb"),
    ("Déclarer", "capital verb inf", "word"),
    ("Le", "det", "verb"),
    ("Selon", "source-preposition", "capital"),
]


@pytest.mark.parametrize(("word", "has", "has_not"), STARTS)
def test_classes_at_the_beginning_of_a_sentence(word: str, has: str, has_not: str) -> None:
    found = classes(word, starts=True)
    assert found >= set(has.split())
    assert not found & set(has_not.split())


READINGS = [
    ("déclara", [("déclarer", "past", "3s")]),
    ("ont", [("avoir", "pres", "3p")]),
    ("dit", [("dire", "pres", "3s"), ("dire", "past", "3s"), ("dire", "pp", "ms")]),
    ("prétendra", [("prétendre", "fut", "3s")]),
    ("xylocope", []),
]


@pytest.mark.parametrize(("form", "expected"), READINGS)
def test_readings_of_a_verb_form(form: str, expected: list[tuple[str, str, str]]) -> None:
    found = LEXICON.readings.get(form, ())
    assert set(found) == {Reading(*each) for each in expected}


def test_an_expression_stands_under_its_head() -> None:
    uses = {use.entry.verb: use for use in LEXICON.verbs["faire"]}
    use = uses["faire savoir"]
    assert (use.pronominal, use.clitic, use.tail) == (False, (), ("savoir",))
    assert uses["faire l'aveu"].tail == ("l'", "aveu")
    longest = [len(use.tail) for use in LEXICON.verbs["faire"]]
    assert longest == sorted(longest, reverse=True)


def test_a_pronominal_expression() -> None:
    (use,) = (use for use in LEXICON.verbs["prendre"] if use.entry.verb == "s'en prendre")
    assert (use.pronominal, use.clitic, use.tail) == (True, ("en",), ())


def test_nouns_have_gender_and_number() -> None:
    assert LEXICON.nouns["maires"] == NounReading(None, True)
    assert LEXICON.nouns["directrice"] == NounReading("f", False)


def test_every_set_of_classes_has_its_character_before_a_text_is_read() -> None:
    """Patterns are compiled over the characters known then; a later one would never match."""
    known = len(LEXICON.codes.sets)
    for form in LEXICON.forms:
        for word in (form, form[0].upper() + form[1:], form.upper()):
            for starts in (False, True):
                LEXICON.word_code(word, starts)
    assert len(LEXICON.codes.sets) == known
