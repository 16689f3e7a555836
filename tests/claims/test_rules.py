"""Every rule of claims finds what its examples mark, and nothing in its counter-examples."""

from __future__ import annotations

import pytest

from quotex.claims.clause import Mood
from quotex.claims.content_words import words_of
from quotex.claims.phrase_rules import MarkPhrase, Phrase, SignalPhrase
from quotex.claims.phrases import PhraseFinder
from quotex.claims.type_rules import TypeRule
from quotex.model import Kind
from quotex.text.shadow import shadow
from tests.claims.engine import READER, RULES, record, signals, unmarked
from tests.engine import ENGINE

PHRASES = RULES.signals.phrases.phrases
FINDER = PhraseFinder(RULES.signals.phrases)


def label(value: object) -> str:
    return getattr(value, "id", str(value))


def hits(phrase: Phrase, text: str) -> list[tuple[int, int]]:
    words = words_of(text, 0, len(text))
    return [
        (hit.start, hit.end)
        for hit in FINDER.find(text, words, 0, len(text))
        if hit.told.id == phrase.id
    ]


def found(text: str) -> list[tuple[str, str, str]]:
    return [(signal.text, signal.type, signal.value or "null") for signal in signals(text)]


EXAMPLES = [(phrase, example) for phrase in PHRASES for example in phrase.examples]
COUNTER_EXAMPLES = [(phrase, text) for phrase in PHRASES for text in phrase.counter_examples]


@pytest.mark.parametrize(("phrase", "example"), EXAMPLES, ids=label)
def test_example_of_an_expression(phrase: Phrase, example: str) -> None:
    if isinstance(phrase, MarkPhrase):
        text, marked, start = unmarked(example)
        assert (start, start + len(marked)) in hits(phrase, text)
        return
    marked_text, _, value = example.rpartition(" = ")
    text, marked, _ = unmarked(marked_text)
    assert (marked, phrase.type, value) in found(text)


@pytest.mark.parametrize(("phrase", "text"), COUNTER_EXAMPLES, ids=label)
def test_counter_example_of_an_expression(phrase: Phrase, text: str) -> None:
    assert hits(phrase, text) == []


@pytest.mark.parametrize(
    "example", RULES.signals.quantities.examples + RULES.signals.verbs.examples
)
def test_example_of_quantities_and_verbs(example: str) -> None:
    marked_text, _, expected = example.rpartition(" = ")
    text, marked, _ = unmarked(marked_text)
    type_, _, value = expected.partition(" ")
    assert (marked, type_, value) in found(text)


@pytest.mark.parametrize("text", RULES.signals.quantities.counter_examples)
def test_counter_example_of_quantities(text: str) -> None:
    types = {"number", "percent", "money", "duration"}
    assert not [signal for signal in signals(text) if signal.type in types]


@pytest.mark.parametrize("text", RULES.signals.verbs.counter_examples)
def test_counter_example_of_verbs(text: str) -> None:
    assert not [signal for signal in signals(text) if signal.type in {"trend", "cause"}]


@pytest.mark.parametrize("rule", RULES.types.types, ids=label)
def test_example_of_a_type(rule: TypeRule) -> None:
    told, _, marked_text = rule.example.partition("<")
    act, _, cue = told.strip().partition(" ")
    text = marked_text.removesuffix(">")
    kind: Kind = "direct" if rule.kinds == {"direct"} else "indirect"
    told_so = READER.proof(shadow(text), record(text, act, cue=cue, kind=kind))
    assert told_so.rule.id == rule.id


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("de nouvelles actions si le ministère ne bougeait pas", "noun"),
        ("si le ministère ne bougeait pas, le port fermerait", "conditional"),
        ("le ministère ne bougeait pas", "imperfect"),
    ],
)
def test_the_mood_is_that_of_the_main_clause(text: str, mood: Mood) -> None:
    assert READER.statement(shadow(text), record(text, "say")).clause.mood == mood


def test_every_expression_has_examples_and_an_id_of_its_own() -> None:
    assert len({phrase.id for phrase in PHRASES}) == len(PHRASES)
    for phrase in PHRASES:
        assert phrase.examples, phrase.id
        assert phrase.counter_examples, phrase.id


def test_no_rule_names_a_mark_that_nothing_gives() -> None:
    marks = {phrase.id for phrase in PHRASES if isinstance(phrase, MarkPhrase)}
    marks |= set(RULES.types.verbs) | set(RULES.types.cues)
    named = {
        mark for rule in RULES.types.types for mark in rule.marks | rule.and_marks | rule.not_marks
    }
    named |= set(RULES.checkable.marks) | set(RULES.opinions.marks) | RULES.answers.back
    named |= {mark for rule in RULES.answers.answers for mark in rule.marks}
    assert named <= marks


def test_the_weights_name_what_there_is() -> None:
    types = {rule.type for rule in RULES.types.types}
    signal_types = {phrase.type for phrase in PHRASES if isinstance(phrase, SignalPhrase)}
    signal_types |= {"number", "percent", "money", "date", "duration"}
    assert set(RULES.checkable.types) <= types
    assert set(RULES.checkable.signals) | set(RULES.opinions.signals) <= signal_types


def test_every_verb_has_forms() -> None:
    verbs = [verb.verb for verb in RULES.signals.verbs.verbs]
    verbs += [verb for group in RULES.types.verbs.values() for verb in group]
    readings = ENGINE.lexicon.readings
    assert [
        verb for verb in verbs if all(verb != each.lemma for each in readings.get(verb, ()))
    ] == []
