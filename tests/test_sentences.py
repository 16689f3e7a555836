"""Where sentences end: in the rows, a bar stands between two sentences."""

from __future__ import annotations

import pytest

from quotex.text.marks import pair_marks
from quotex.text.paragraphs import paragraphs
from quotex.text.sentences import SentenceSplitter, blocks, regions
from quotex.text.shadow import shadow
from tests.engine import ENGINE


def sentences(text: str) -> list[str]:
    """The sentences outside quotations, then those inside each, as the text has them."""
    below = shadow(text)
    parts = paragraphs(below)
    marks = pair_marks(below, parts)
    splitter = SentenceSplitter(ENGINE.lexicon.codes)
    found = []
    for block in blocks(parts, marks.quotations):
        tape = ENGINE.tokenizer.tape(below, block.start, block.end, list(block.quotations))
        for region in regions(tape):
            for start, end in splitter.ranges(tape, region):
                found.append(text[tape.starts[start] : tape.ends[end - 1]])
    return found


ROWS = [
    "Un homme passe.|Une femme attend.",
    "Qui est là ?|Personne !|La porte s'ouvre…|Rien.",
    "Il pleut...|Tant pis.",
    "Le pire est passé ?!|On verra.",
    # abbreviations
    "M. Delorme et Mme. Roy sont venus.|Ils repartent.",
    "MM. Roy et Delorme, Mme Aubrac et Mlle Vidal ont signé.|Le Dr Morvan aussi.",
    "Le Dr. Morvan et le Pr. Castel ont opéré.",
    "Me Lestrade plaide pour St. Martin et Ste. Anne.",
    "Le temple date de 50 av. J.-C. environ.|Il est ruiné.",
    "Il vivait en 50 apr. J.-C. dans la ville.",
    "Né en U.R.S.S., il vit aux U.S.A. depuis dix ans.",
    "Voir p. 3 et art. 5 du code.|La suite manque.",
    "Voir l'art. 5, al. 2, et la fig. 7 de l'éd. 2004.",
    "Les nos. 3 et 4, le no. 5 et le n° 6 manquent.",
    "Il habite bd. Foch, av. Victor-Hugo et non rue Morel.",
    "Les fruits, légumes, etc. sont chers.",
    "Les fruits, les légumes, etc.|Les prix montent.",
    "Le gén. Roy a fini au vol. 3, p. 12, en sept. 2016.|Il est hors jeu.|Elle aime l'art.|On rit.",
    "Ils étaient sept.|Le maire les a vus au col.|Rien de plus.",
    # initials
    "J. Morvan et J.-P. Roy ont gagné.|C. B. attend.",
    "A. de Castel est absent.",
    # numbers
    "Le pain coûte 1.20 euro, le lait 3,5 francs.|Rien n'a changé.",
    "La hausse atteint 1.200.000 euros.|C'est trop.",
    "Rendez-vous à 8.30 h.|Soyez là.",
    "Il a été élu en 2016.|Le préfet l'a reçu.",
    # titles without a final stop
    "Le bac reprend du service\n\n|Il a repris mardi.|Tout va bien.",
    "Un ministre en visite\n|Le maire l'attendait.",
    # quotations: a stop inside the closing mark ends the sentence when another begins
    "Il a dit « oui ».|Elle est partie.",
    "« On part ! », a-t-il dit.|Elle reste.",
    "Il a crié « Halte ! » au portail.",
    "(Il pleut.)|La fête continue.",
    # what begins with a small letter goes on
    "Le site info.fr est fermé. on attend.",
    "Est-ce vrai ? demande-t-elle.|Oui.",
    "L'hôtel Yahoo! a fermé.|Dommage.",
]


@pytest.mark.parametrize("row", ROWS)
def test_sentences(row: str) -> None:
    outside = [s for s in sentences(row.replace("|", " ")) if s]
    expected = [part.strip() for part in row.split("|")]
    assert outside[: len(expected)] == expected


QUOTED = [
    ("« Un homme. Une femme. »", ["Un homme.", "Une femme."]),
    ("« Il pleut. On part », dit-il.", ["Il pleut.", "On part"]),
    ("« Un.\n\n« Deux. Trois »", ["Un.", "« Deux.", "Trois"]),
    ("Il cite « M. Roy. Un sage »", ["M. Roy.", "Un sage"]),
    ("« Il m'a dit : “Pars. Vite.” »", ["Il m'a dit : “Pars. Vite.”", "Pars.", "Vite."]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_sentences_inside_quotations(text: str, expected: list[str]) -> None:
    assert sentences(text)[-len(expected) :] == expected


WHOLE = [
    ("« Il pleut. » « On part. »", ["« Il pleut. »", "« On part. »"]),
    ("« On part ! » Elle reste.", ["« On part ! »", "Elle reste."]),
    ("« On part », dit-il. « Elle reste. »", ["« On part », dit-il.", "« Elle reste. »"]),
    ('"On part." Elle reste.', ['"On part."', "Elle reste."]),
    ("« On part », « Elle reste ».", ["« On part », « Elle reste »."]),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_sentences_that_end_with_a_mark(text: str, expected: list[str]) -> None:
    assert sentences(text)[: len(expected)] == expected


def test_a_quotation_joins_its_paragraphs() -> None:
    below = shadow("Un.\n\n« Deux.\n\n« Trois », dit-il.\n\nQuatre.")
    parts = paragraphs(below)
    found = list(blocks(parts, pair_marks(below, parts).quotations))
    assert [below[block.start : block.end] for block in found] == [
        "Un.",
        "« Deux.\n\n« Trois », dit-il.",
        "Quatre.",
    ]
    assert [[number for number, _ in block.quotations] for block in found] == [[], [0], []]
