"""Who answers whom: denials, confirmations, corrections, repetitions."""

from __future__ import annotations

import pytest

from tests.engine import EXTRACTOR

# The text, then the pairs of numbers: answer, answered.
TABLE: list[tuple[str, list[tuple[int, int]]]] = [
    ("La Norvège est accusée par ses voisins de vider la mer. Oslo a toujours démenti.", [(2, 1)]),
    ("Le maire a dit que la route était sûre. « C'est faux », a répondu Anne Roy.", [(2, 1)]),
    ("Le maire a dit que la route était sûre. « C'est beau », a répondu Anne Roy.", []),
    ("Le syndicat affirme que dix postes sont supprimés. La direction a démenti ce chiffre.", [(2, 1)]),
    ("Le syndicat affirme que dix postes sont supprimés. La direction a confirmé ce chiffre.", [(2, 1)]),
    ("Le syndicat affirme que dix postes sont supprimés. La direction n'a pas confirmé.", []),
    ("Le maire affirme que l'usine fermera. Le préfet a nié toute vente du stade.", []),
    ("Anne Roy a dit que le pont était solide. Le pont est solide, a répété Anne Roy.", [(2, 1)]),
    ("Anne Roy affirme que l'eau est propre. Luc Fay affirme que l'eau n'est pas propre.", [(2, 1)]),
    ("Anne Roy affirme que l'école coûte 9 millions. Elle a reconnu mardi s'être trompée.", [(2, 1)]),
    ("Anne Roy affirme que le chômage a baissé de 5 %. Elle a corrigé : la baisse est de 3 %.", [(2, 1)]),
    ("Le témoin affirme qu'il a vu Luc Fay. Le témoin a admis n'avoir rien vu.", [(2, 1)]),
    ("Anne Roy a déclaré que l'eau était sale. Elle dément avoir tenu ces propos.", [(2, 1)]),
    ("Le maire a dit que la rue serait pavée. « Oui, c'est exact », a dit la préfète.", [(2, 1)]),
    ("« Nous respectons la loi », soutient la banque. Luc Fay affirme que la banque a violé la loi.", [(2, 1)]),
    ("Le syndicat affirme que le maire a menti. La mairie réfute ces propos. « La ville est riche », a déclaré Anne Roy.", [(2, 1)]),
    ("Luc Fay affirme que le lac est pollué. La région soutient que le lac est propre.", [(2, 1)]),
    ("Le maire dit que le marché est ouvert. Luc Fay dit que la piscine est fermée.", []),
    ("Selon la police, 300 personnes ont défilé. Selon les syndicats, elles étaient 900.", [(2, 1)]),
    ("L'hôpital annonce 12 morts. La préfecture annonce 15 blessés.", []),
    ("Le suspect a avoué avoir tiré. Le suspect a affirmé ne pas avoir tiré.", [(2, 1)]),
    ("Où est le maire ? demande Luc Fay. Le maire dément.", []),
    ("L'armée accuse le village de cacher des armes. Les habitants demandent de l'eau. Le village dément.", [(3, 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pairs"), TABLE, ids=[text for text, _ in TABLE])
def test_answers(text: str, pairs: list[tuple[int, int]]) -> None:
    found = EXTRACTOR.extract(text)
    numbers = {record.id: number for number, record in enumerate(found, 1)}
    claims = [record.claim for record in found]
    assert [
        (number, numbers[claim.about])
        for number, claim in enumerate(claims, 1)
        if claim and claim.about
    ] == pairs


def test_an_answer_is_about_an_earlier_record_of_its_text() -> None:
    text = "\n\n".join(row[0] for row in TABLE)
    found = EXTRACTOR.extract(text)
    order = {record.id: number for number, record in enumerate(found)}
    abouts = [(record.id, record.claim.about) for record in found if record.claim]
    assert any(about for _, about in abouts)
    for own, about in abouts:
        assert about is None or order[about] < order[own]
