"""The shadow of a text: simpler, and as long as the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.text.shadow import shadow

ROWS = [
    ("l’eau, l'eau, lʼeau", "l'eau, l'eau, l'eau"),
    ("«\u00a0Oui\u202f»", "« Oui »"),
    ("a\tb\u2009c\u3000d", "a b c d"),
    ("\ufeffBonjour", " Bonjour"),
    ("un\r\ndeux\rtrois\nquatre", "un \ndeux\ntrois\nquatre"),
    ("un\u2028deux\u0085trois", "un\ndeux\ntrois"),
    ("dit\u2011il", "dit-il"),
    ('ÉTÉ « “ ” » " — –', 'ÉTÉ « “ ” » " — –'),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_shadow(text: str, expected: str) -> None:
    assert shadow(text) == expected


@given(st.text())
def test_length_is_kept(text: str) -> None:
    assert len(shadow(text)) == len(text)
