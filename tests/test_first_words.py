"""What a match can begin with, known before any matching."""

from __future__ import annotations

import re

import pytest

from quotex.rulefiles.first_words import FirstWords
from quotex.rulefiles.forms import Forms, pair
from quotex.rulefiles.openings import openings

SIGNS = "abc1-"
FORMS = Forms(
    words={"day": {"lundi": "1", "été": "2"}, "unit": {"an": "y"}},
    shapes={"number": r"\d+(?:er)?", "sign": r"(?= *[,.])"},
    macros={"the-day": "(le {day}|demain)"},
)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a", "a"),
        ("ab|c", "ac"),
        ("a?b", "ab"),
        ("(?:a|b)*+c", "abc"),
        ("(?>a)b", "a"),
        ("(?<!a)(?=b)(b|c)", "bc"),
        ("[^a]", "bc1-"),
        ("[a-b]+", "ab"),
        (r"\d", "1"),
        (r"\W?c", "-c"),
        (".", SIGNS),
        ("a*", SIGNS),  # may match nothing, anywhere
    ],
)
def test_openings(pattern: str, expected: str) -> None:
    assert openings(re.compile(pattern), SIGNS) == set(expected)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("hier", {("hier", "")}),
        ("aujourd'hui", {("aujourd", "hui")}),
        ("[le] {day}", {("le", "lundi"), ("le", "été"), ("le", "eté"), ("lundi", ""), ("été", ""), ("eté", "")}),
        ("à (la|l') {unit}", {("à", "la"), ("à", "l"), ("a", "la"), ("a", "l")}),
        ("{number} {unit}", {("0", "*")}),
        ("le {number} {unit}", {("le", "0")}),
        ("le soir{sign}", {("le", "soir")}),
        ("soir{sign}", {("soir", "*")}),
        ("dès {the-day}", {("dès", "le"), ("dès", "demain")}),
        ("mi-{day} prochain", {("mi", "lundi"), ("mi", "été"), ("mi", "eté")}),
    ],
)  # fmt: skip
def test_first_pairs(form: str, expected: set[tuple[str, str]]) -> None:
    assert FORMS.first_pairs(form) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le lundi", ("le", "lundi")),
        ("l'Été", ("l", "été")),
        ("15 mai", ("0", "0")),
        ("le 15 mai", ("le", "0")),
        ("demain.", ("demain", "")),
        ("(heure de Paris)", ("(", "heure")),
        ("\n", ("", "")),
    ],
)
def test_pair(text: str, expected: tuple[str, str]) -> None:
    assert pair(text, 0) == expected


def test_first_words_give_what_may_stand_in_order() -> None:
    table = FirstWords(
        [("any", {("le", "*")}), ("monday", {("le", "lundi")}), ("alone", {("demain", "")})]
    )
    assert table.at("le", "lundi") == ("any", "monday")
    assert table.at("le", "maire") == ("any",)
    assert table.at("demain", "matin") == ("alone",)
    assert table.at("la", "lundi") == ()
