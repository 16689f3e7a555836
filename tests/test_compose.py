"""Composed letters: the text that is read, and the way back to the one that was given."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.text.compose import compose
from tests.engine import EXTRACTOR

ACUTE, TILDE = "\u0301", "\u0303"


@pytest.mark.parametrize("text", ["", "été", "ete", f"{ACUTE}", f"3{ACUTE}", f"q{ACUTE}", "\u212b"])
def test_nothing_to_compose(text: str) -> None:
    assert compose(text) is None


ROWS = [
    (f"e{ACUTE}te{ACUTE}", "été"),
    (f"un e{ACUTE}te{ACUTE} \u212b", "un été \u212b"),
    (f"e{ACUTE}{TILDE}te", f"é{TILDE}te"),
    (f"q{ACUTE} e{ACUTE}", f"q{ACUTE} é"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_composed(text: str, expected: str) -> None:
    found = compose(text)
    assert found
    assert (found.given, found.text) == (text, expected)


def test_what_is_found_stands_in_the_text_as_given() -> None:
    text = normalize("NFD", "Été : « La cale rétrécit », a déclaré à l'été la préfète Zoé Légaré.")
    (item,) = EXTRACTOR.extract(text)
    assert item.cue
    assert item.cue.text == normalize("NFD", "a déclaré")
    assert text[item.cue.start : item.cue.end] == item.cue.text
    assert item.content.text == normalize("NFD", "La cale rétrécit")
    assert (item.cue.lemma, item.speaker.name) == ("déclarer", "Zoé Légaré")


@given(st.text(f"eq3 é«{ACUTE}{TILDE}", max_size=12))
def test_any_letters(text: str) -> None:
    found = compose(text)
    if found:
        assert normalize("NFC", found.text) == normalize("NFC", text)
        assert compose(found.text) is None
