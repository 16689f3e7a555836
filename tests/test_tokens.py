"""Tokens: where text is cut into words and marks, and what a quotation hides from outside."""

from __future__ import annotations

import pytest

from quotex.text.marks import pair_marks
from quotex.text.paragraphs import paragraphs
from quotex.text.shadow import shadow
from quotex.text.tokens import Tape
from quotex.words.codes import CLOSE_MARK, MASKED, MASKED_CLAUSE, OPEN_MARK
from tests.engine import ENGINE


def tape(text: str) -> Tape:
    below = shadow(text)
    quotations = pair_marks(below, paragraphs(below)).quotations
    return ENGINE.tokenizer.tape(below, 0, len(below), list(enumerate(quotations)))


def tokens(text: str) -> list[str]:
    found = tape(text)
    return [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)]


# In the rows, bars stand between tokens where the text has no space.
ROWS = [
    "Le maire parle|.",
    # elided words, with either apostrophe
    "l'|été d'|Anne qu'|elle s'|en va",
    "l’|été n’|est jusqu’|ici",
    "aujourd'hui quelqu'un",
    # clitics after a verb
    "dit|-il",
    "a|-t-il dit",
    "ont|-elles ajouté",
    "dit|-on",
    # words with a hyphen
    "porte-parole ex-ministre Jean-Pierre grand-mère",
    # abbreviations and initials
    "M. Roy et Mme. Roy",
    "J.-P. Roy, fils de J. Roy".replace(",", "|,"),
    "l'|U.R.S.S. et l'|O.N.U. d'|ici",
    "p. 3 et hors jeu|.",
    # numbers
    "3,5 et 1.200 et 8:30 et 15h30|.",
    "2016|/|2017",
    # marks
    "(|oui|)|, non|… ou|... si|?|!",
    "«|oui|»",
    '"|oui|"',
    "--|oui|-- et —|non|—",
    "50|% et 3|€",
    # what no keyboard has
    "l'|\N{GREEK SMALL LETTER ALPHA} \N{PARTY POPPER}|!",
]


@pytest.mark.parametrize("row", ROWS)
def test_tokens(row: str) -> None:
    assert tokens(row.replace("|", "")) == row.replace("|", " ").split()


def test_a_set_phrase_is_one_token() -> None:
    assert tokens("Afin de partir, il dort.")[0] == "Afin de"


def classes(text: str, depth: int = 0) -> list[frozenset[str]]:
    codes = ENGINE.lexicon.codes
    return [codes.classes(char) for char in tape(text).tapes[depth]]


def test_a_quotation_is_masked_from_outside() -> None:
    found = classes("Le « grand soir » arrive.")
    assert found[1:5] == [{OPEN_MARK}, {MASKED}, {MASKED}, {CLOSE_MARK}]


def test_a_quoted_clause_is_told_apart() -> None:
    found = classes("« Je pars », dit-il.")
    assert found[:4] == [{OPEN_MARK}, {MASKED_CLAUSE}, {MASKED_CLAUSE}, {CLOSE_MARK}]


def test_each_depth_has_its_tape() -> None:
    text = "« Il m'a dit : “Pars” », dit-elle."
    found = tape(text)
    assert len(found.tapes) == 3
    assert [(item.depth, item.index) for item in found.quotations] == [(0, 0), (1, 1)]
    assert {MASKED} not in classes(text, 2)
    assert "reporting" in classes(text, 1)[3]  # dit, in « Il m'a dit »


def test_marks_without_a_fellow_are_nothing() -> None:
    assert {OPEN_MARK} not in classes("Il dit « oui.")


def test_offsets_are_those_of_the_text() -> None:
    text = "Un. Deux « trois » quatre."
    found = ENGINE.tokenizer.tape(text, 4, 18, [])
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == [
        "Deux",
        "«",
        "trois",
        "»",
    ]
    assert (found.word(0), found.text(0, 4)) == ("deux", "Deux « trois »")
