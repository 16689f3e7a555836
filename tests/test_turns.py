"""Turns of speech without quotation marks: dialogue dashes, and the prefixes of interviews."""

from __future__ import annotations

import pytest

from quotex.text.paragraphs import paragraphs
from quotex.text.shadow import shadow
from tests.engine import ENGINE


def turns(text: str) -> list[tuple[str | None, str]]:
    """For each turn the mention in its prefix, and what is said."""
    below = shadow(text)
    found = ENGINE.turns.find(below, paragraphs(below))
    return [
        (text[slice(*turn.mention)] if turn.mention else None, text[turn.start : turn.end])
        for turn in found.values()
    ]


ROWS = [
    # dashes
    ("— Tu viens ?\n— Je viens.", [(None, "Tu viens ?"), (None, "Je viens.")]),
    ("– Tu viens ?\nIl hésite.\n– Oui.", [(None, "Tu viens ?"), (None, "Oui.")]),
    ("-- Tu viens ?\n-- Oui.", [(None, "Tu viens ?"), (None, "Oui.")]),
    # one dash proves nothing
    ("— Un titre\nIl vient.", []),
    ("Il vient — oui — demain.\nElle aussi — non.", []),
    # but a reporting clause does
    ("— Tu mens, fit-elle.", [(None, "Tu mens, fit-elle.")]),
    # a quotation after the dash is a quotation
    ("— « Oui. »\n— « Non. »", []),
    # prefixes that come back
    (
        "Anne Roy : Oui.\nPaul Vidal : Non.\nAnne Roy : Si.\nPaul Vidal : Bon.",
        [("Anne Roy", "Oui."), ("Paul Vidal", "Non."), ("Anne Roy", "Si."), ("Paul Vidal", "Bon.")],
    ),
    ("Anne Roy : Oui.\nPaul Vidal : Non.", []),
    ("Anne Roy : Oui.\nA. R. : Si.", [("Anne Roy", "Oui."), ("A. R.", "Si.")]),
    ("Anne Roy (maire) : Oui.\nAnne Roy : Si.", [("Anne Roy", "Oui."), ("Anne Roy", "Si.")]),
    ("**Anne Roy :** Oui.\n**Anne Roy :** Si.", [("Anne Roy", "Oui."), ("Anne Roy", "Si.")]),
    # labels
    ("Q. Viendra-t-il ?\nR. Oui.", [(None, "Viendra-t-il ?"), (None, "Oui.")]),
    ("Question : Viendra-t-il ?\nRéponse : Oui.", [(None, "Viendra-t-il ?"), (None, "Oui.")]),
    ("Q : Viendra-t-il ?\nIl se tait.", []),
    # one question and its answer are enough
    (
        "Le Ponant : Vous partez ?\nAnne Roy : Non.",
        [("Le Ponant", "Vous partez ?"), ("Anne Roy", "Non.")],
    ),
    # a stop and a dash; a function between them
    (
        "M. le président. – La parole est à Mme Roy.\nAnne Roy, ministre. – Merci.",
        [("M. le président", "La parole est à Mme Roy."), ("Anne Roy", "Merci.")],
    ),
    ("A. R. - Oui.\nL. P. - Non ?", [("A. R.", "Oui."), ("L. P.", "Non ?")]),
    # towns of the news, not speakers
    ("Brest. – Un homme est mort.\nParis. – Un enfant est né.", []),
    ("PARIS – Il a plu.\nLYON – Il a neigé.", []),
    # questions in bold, or bare, with answers in the first person
    (
        "**Pourquoi ce titre ?**\nJe l'ai rêvé.\n**Et la suite ?**\nJe l'écris.",
        [
            (None, "Pourquoi ce titre ?"),
            (None, "Je l'ai rêvé."),
            (None, "Et la suite ?"),
            (None, "Je l'écris."),
        ],
    ),
    (
        "Pourquoi ce titre ?\nJe l'ai rêvé.\nEt la suite ?\nJe l'écris.",
        [
            (None, "Pourquoi ce titre ?"),
            (None, "Je l'ai rêvé."),
            (None, "Et la suite ?"),
            (None, "Je l'écris."),
        ],
    ),
    # questions of a column
    ("Qui paiera ?\nQui signera ?\nNul ne le sait.", []),
    ("Qui paiera ?\nLa ville.\nQui signera ?\nLe maire.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_turns(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert turns(text) == expected


def test_the_cue_of_a_prefix_is_its_colon() -> None:
    text = "Anne Roy : Oui.\nAnne Roy : Si."
    below = shadow(text)
    found = ENGINE.turns.find(below, paragraphs(below))
    assert [turn.cue and text[slice(*turn.cue)] for turn in found.values()] == [":", ":"]
