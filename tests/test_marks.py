"""Quotation marks paired: the tables show what stands between each pair, outermost first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.text.marks import Marks, pair_marks
from quotex.text.paragraphs import paragraphs
from quotex.text.shadow import shadow


def paired(text: str) -> Marks:
    below = shadow(text)
    return pair_marks(below, paragraphs(below))


def inside(text: str) -> list[str]:
    """The quotations in order of their beginning, a dot before each for every one around it."""
    return [
        "." * item.depth + text[item.inner_start : item.inner_end]
        for item in paired(text).quotations
    ]


KINDS = [
    ("Il dit « oui ».", ["oui"]),
    ("Il dit «\u00a0oui\u00a0».", ["oui"]),
    ("Il dit «\u202foui\u202f».", ["oui"]),
    ("Il dit «oui».", ["oui"]),
    ('Il dit "oui".', ["oui"]),
    ('Il dit " oui " et " non ".', ["oui", "non"]),
    ("Il dit “oui”.", ["oui"]),
    ("Il dit „oui“.", ["oui"]),
    ("Il dit „oui”.", ["oui"]),
    ("Il dit ‹ oui ›.", ["oui"]),
    ("Il dit ''oui''.", ["oui"]),
    ("Il dit << oui >>.", ["oui"]),
    ('"Oui", dit-il, "non", et puis "peut-être".', ["Oui", "non", "peut-être"]),
    ('("oui") ["non"] l\'"été" d’"hiver" -"fin"', ["oui", "non", "été", "hiver", "fin"]),
    ('«» et ""', ["", ""]),
]

NESTED = [
    ("« Il m'a dit : “Pars” », dit-elle.", ["Il m'a dit : “Pars”", ".Pars"]),
    ('« Il m\'a dit : "Pars" », dit-elle.', ['Il m\'a dit : "Pars"', ".Pars"]),
    ('"Il m\'a dit : « Pars »", dit-elle.', ["Il m'a dit : « Pars »", ".Pars"]),
    ('“Il m\'a dit : "Pars"”', ['Il m\'a dit : "Pars"', ".Pars"]),
    ("« Un « deux » trois »", ["Un « deux » trois", ".deux"]),
    ("« Un ‹ deux “trois” › »", ["Un ‹ deux “trois” ›", ".deux “trois”", "..trois"]),
    ('"Le "pire" est passé", dit-il.', ['Le "pire" est passé', ".pire"]),
    ("« A “b” c “d” »", ["A “b” c “d”", ".b", ".d"]),
    ("« Un “deux” ». « Trois »", ["Un “deux”", ".deux", "Trois"]),
]

APOSTROPHES = [
    ("« L'été d'aujourd'hui »", ["L'été d'aujourd'hui"]),
    ("« L’été d’aujourd’hui »", ["L’été d’aujourd’hui"]),
    ("Les '' et l'eau d'ici, l'autre", []),
    ("‘Oui’, dit-il.", []),
    ('Un écran de 27" et un autre de 32"', []),
]

# A quotation over several paragraphs: each opens with a mark again and the last one closes,
# or nothing tells before the closing mark.
PARAGRAPHS = [
    ("« Un.\n\n« Deux.\n\n« Trois »", ["Un.\n\n« Deux.\n\n« Trois"]),
    ("« Un.\n\n» Deux.\n\n» Trois »", ["Un.\n\n» Deux.\n\n» Trois"]),
    ("« Un.\n\nDeux.\n\nTrois »", ["Un.\n\nDeux.\n\nTrois"]),
    ("“Un.\n\n“Deux.” Fin.", ["Un.\n\n“Deux."]),
    ('"Un.\n\n"Deux", dit-il.', ['Un.\n\n"Deux']),
    ("« Un “deux” trois.\n« Quatre »", ["Un “deux” trois.\n« Quatre", ".deux"]),
    ("« Un »\n\n« Deux »", ["Un", "Deux"]),
]


@pytest.mark.parametrize(("text", "expected"), KINDS + NESTED + APOSTROPHES + PARAGRAPHS)
def test_pairs(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(("text", "expected"), KINDS + NESTED + PARAGRAPHS)
def test_nothing_is_left_alone(text: str, expected: list[str]) -> None:
    assert paired(text).unpaired == ()


# A mark without its fellow costs nothing beyond its own paragraph.
UNCLOSED = [
    ("Il dit « oui.\n\nElle dit « non ».", ["non"], "« oui"),
    ("Il dit oui ».\n\nElle dit « non ».", ["non"], "»."),
    ('Il dit "oui.\n\nElle dit "non".', ["non"], '"oui'),
    ("Il dit “oui.\n\nElle dit “non”.", ["non"], "“oui"),
    ("« Un “deux »\n\n« trois »", ["Un “deux", "trois"], "“deux"),
    ("Un „deux.\n\nTrois « quatre ».", ["quatre"], "„deux"),
    ("Un ‹ deux.\n\nTrois « quatre ».", ["quatre"], "‹ deux"),
    ("« Un », « deux.\n\nTrois.\n\nQuatre.\n\nCinq.", ["Un"], "« deux"),
]


@pytest.mark.parametrize(("text", "expected", "alone"), UNCLOSED)
def test_mark_without_its_fellow(text: str, expected: list[str], alone: str) -> None:
    assert inside(text) == expected
    assert paired(text).unpaired == (text.index(alone),)


def test_the_bounds_of_a_pair() -> None:
    text = "Il dit «\u00a0oui\u00a0»."
    (found,) = paired(text).quotations
    assert text[found.start : found.end] == "«\u00a0oui\u00a0»"
    assert (found.parent, found.depth) == (-1, 0)


def test_parents() -> None:
    found = paired("« A “b” » puis “c « d »”").quotations
    assert [item.parent for item in found] == [-1, 0, -1, 2]


@given(st.text(alphabet="«»“”„‹›\"'<> \nab.,", max_size=60))
def test_any_marks(text: str) -> None:
    below = shadow(text)
    found = paired(text)
    for number, item in enumerate(found.quotations):
        assert 0 <= item.start < item.inner_start <= item.inner_end < item.end <= len(text)
        if item.parent >= 0:
            around = found.quotations[item.parent]
            assert item.parent < number
            assert around.start < item.start
            assert item.end < around.end
            assert item.depth == around.depth + 1
    assert all(below[at] in "«»“”„‹›\"'<>" for at in found.unpaired)
    assert found.unpaired == tuple(sorted(set(found.unpaired)))
