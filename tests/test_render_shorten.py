"""Long contents cut for the table: the beginning and the key words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.render.shorten import shorten

LONG = (
    "Nous avons fait tout ce qui était possible pour que les riverains soient entendus par ceux "
    "qui décident, et la mairie de Kerlaz attend toujours les 12 millions d'euros qui devaient "
    "arriver avant que tout cela ne commence, ce que personne ici ne comprend vraiment."
)


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("un deux trois", 13, "un deux trois"),
        ("un deux trois quatre", 13, "un deux […]"),
        (
            LONG,
            120,
            "Nous avons fait tout ce qui était possible pour que les riverains soient […] "
            "toujours les 12 millions d'euros […]",
        ),
        (
            LONG,
            200,
            "Nous avons fait tout ce qui était possible pour que les riverains soient entendus "
            "par ceux qui décident, et la mairie de Kerlaz attend toujours les 12 millions "
            "d'euros qui devaient arriver […]",
        ),
        (
            "un deux trois quatre cinq six sept huit neuf dix onze Douze treize.",
            60,
            "un deux trois quatre cinq six […] dix onze Douze treize.",
        ),
        (  # a capital after a stop is no name
            "un deux trois quatre cinq six sept huit neuf dix onze. Douze treize",
            60,
            "un deux trois quatre cinq six sept huit neuf dix onze. […]",
        ),
        ("a" * 50, 20, "a" * 10 + "…"),
    ],
)
def test_shorten(text: str, longest: int, shown: str) -> None:
    assert shorten(text, longest) == shown


@given(st.text(st.sampled_from("ab1A. ")).map(lambda t: " ".join(t.split())), st.integers(20, 60))
def test_what_is_shown_is_in_the_text_and_fits(text: str, longest: int) -> None:
    shown = shorten(text, longest)
    assert len(shown) <= longest + len(" […]")
    place = 0
    for piece in shown.split("[…]"):
        words = piece.strip().removesuffix("…")
        assert words in text[place:]
        place = text.index(words, place) + len(words)
