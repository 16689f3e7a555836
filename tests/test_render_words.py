"""How people are told who speaks: nothing is said twice."""

from __future__ import annotations

import pytest

from quotex.model import Span, Speaker
from quotex.render.words import who


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (("Anne Roy", "Anne Roy", None), ("Anne Roy", None, None)),
        (("Anne Roy", "elle", None), ("Anne Roy", "elle", None)),
        (("Anne Roy", "Mme Roy", "maire"), ("Anne Roy", None, "maire")),
        (("Anne Roy", "la maire Anne Roy", "la maire"), ("Anne Roy", None, "la maire")),
        (("Anne Roy", "la maire", "la maire"), ("Anne Roy", "la maire", None)),
        (("préfecture du Finistère", "la préfecture du Finistère", None),
         ("préfecture du Finistère", None, None)),
        (("Etat", "L'Etat", None), ("Etat", None, None)),
        (("préfet", "Le préfet", "Le préfet"), ("préfet", None, None)),
        (("ministre de l'Eau", "le ministre", None), ("ministre de l'Eau", "le ministre", None)),
        (("Office du lait", "ODL", None), ("Office du lait", "ODL", None)),
        ((None, "on", None), (None, "on", None)),
        (("Anne Roy", None, "maire"), ("Anne Roy", None, "maire")),
        (("Anne\nRoy", "la\tmaire", None), ("Anne Roy", "la maire", None)),
        (("\u00ad", "elle", "\u200b"), (None, "elle", None)),
    ],
)  # fmt: skip
def test_who_says_nothing_twice(
    given: tuple[str | None, str | None, str | None],
    shown: tuple[str | None, str | None, str | None],
) -> None:
    name, words, role = given
    mention = Span(0, len(words), words) if words else None
    assert who(Speaker(mention, name, role, "person", None, "named")) == shown
