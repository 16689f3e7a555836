"""Patterns over word classes: what each piece of their syntax finds, and what is refused."""

from __future__ import annotations

import re

import pytest

from quotex.rulefiles.pattern import PatternError, compile_pattern
from quotex.words.codes import Codes

# the tape of the rows has a letter for each token; these are the classes of each letter
WORDS = {"d": ["det"], "l": ["det", "clitic"], "n": ["noun"], "v": ["verb"], "t": ["noun", "time"]}
MACROS = {"phrase": "det noun", "twice": "<phrase> <phrase>", "a": "<b>", "b": "<a>"}
CODES = Codes()
LETTERS = {letter: CODES.char(frozenset(names)) for letter, names in WORDS.items()}


def tape(letters: str) -> str:
    return "".join(LETTERS[letter] for letter in letters)


def found(pattern: str, letters: str) -> str | None:
    """What the pattern finds first, as letters."""
    match = compile_pattern(pattern, CODES, MACROS).search(tape(letters))
    return letters[match.start() : match.end()] if match else None


ROWS = [
    ("noun", "dnv", "n"),
    ("det noun", "vdn", "dn"),
    ("det  noun", "vln", "ln"),
    ("det/verb noun", "dvn", "vn"),
    ("noun~time", "tn", "n"),
    ("noun&time", "nt", "t"),
    ("det&clitic/verb", "dlv", "l"),
    ("det~clitic/noun&time", "ltd", "t"),
    ("det? noun", "vn", "n"),
    ("det* noun", "dldn", "dldn"),
    ("det+ verb", "dlv", "dlv"),
    ("det{2} noun", "ddn", "ddn"),
    ("det{2,} noun", "dddn", "dddn"),
    ("det{1,2} noun", "dddn", "ddn"),
    ("(det noun | verb)", "nvdn", "v"),
    ("det (noun | verb verb)", "dvvn", "dvv"),
    ("<phrase>", "vln", "ln"),
    ("<twice> verb", "dnlnv", "dnlnv"),
    ("<phrase>+", "dnlnv", "dnln"),
    ("det . verb", "dtv", "dtv"),
    ("noun $", "nvn", "n"),
    ("noun (?=verb)", "ndnv", "n"),
    ("noun (?!verb)", "nvn", "n"),
    ("(?<=det) noun", "ndn", "n"),
    ("(?<!det) noun", "dnvt", "t"),
    ("noun*+ noun", "nnn", None),
    ("noun++ verb", "nnv", "nnv"),
    ("noun&verb", "nvt", None),
    ("noun~noun", "nvt", None),
]


@pytest.mark.parametrize(("pattern", "letters", "expected"), ROWS)
def test_what_is_found(pattern: str, letters: str, expected: str | None) -> None:
    assert found(pattern, letters) == expected


def test_parts_have_names() -> None:
    match = compile_pattern("@whole(det @head(noun))", CODES, {}).search(tape("vdn"))
    assert match
    assert (match.span("whole"), match.span("head")) == ((1, 3), (2, 3))


def test_the_hyphen_of_a_part_is_an_underscore() -> None:
    assert "my_head" in compile_pattern("@my-head(noun)", CODES, {}).groupindex


REFUSED = [
    ("noun verbs", 'there is no class "verbs" (did you mean "verb"?)'),
    ("noun~times", 'there is no class "times" (did you mean "time"?)'),
    ("xyz", 'there is no class "xyz"; there are: clitic, det, noun, time, verb'),
    ("<phrases>", 'there is no macro <phrases> (did you mean "phrase"?)'),
    ("<a>", "macros name each other without end"),
    ("noun ; verb", '";" has no meaning in a pattern'),
    ("(noun", "this pattern is not well formed"),
    ("noun)", "is not well formed"),
    ("* noun", "is not well formed"),
    ("@head(noun) @head(verb)", "is not well formed"),
]


@pytest.mark.parametrize(("pattern", "message"), REFUSED)
def test_what_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(PatternError, match=re.escape(message)):
        compile_pattern(pattern, CODES, MACROS)


def test_as_many_classes_as_there_may_be() -> None:
    """Sets of classes that stand side by side become ranges; none is lost between them."""
    codes = Codes()
    chars = [codes.char(frozenset({f"c{n}", "odd" if n % 3 else "third"})) for n in range(300)]
    pattern = compile_pattern("odd", codes, {})
    assert [n for n, char in enumerate(chars) if pattern.match(char)] == [
        n for n in range(300) if n % 3
    ]
