"""Dialogues between one pair of marks: where each turn begins and ends."""

from __future__ import annotations

import pytest

from tests.engine import EXTRACTOR

DIALOGUES = [
    (
        "the marks open before the first turn and close after the last",
        "« Vous partez ? dit Jules.\n\n— Oui, répondit Marthe.\n\n— Bien. »",
        ["Vous partez ?", "Oui", "Bien."],
    ),
    (
        "one dash is enough",
        "« Restez. Il est tard.\n— Je dois rentrer. »",
        ["Restez. Il est tard.", "Je dois rentrer."],
    ),
    (
        "what is told behind the closing mark is no part of the turn",
        "« Restez.\n— Non. » Elle recula. « Jamais de la vie », dit-elle.",
        ["Restez.", "Non.", "Jamais de la vie"],
    ),
    (
        "marks of another kind inside",
        "« Lisez “Ma vie”.\n— “Ma vie” ? Jamais. »",
        ["Lisez “Ma vie”.", "“Ma vie” ? Jamais."],
    ),
    ("straight marks", '"Restez.\n— Non."', ["Restez.", "Non."]),
    (
        "a quotation that closes is none of the dialogue",
        "« Restez », dit-il.\n— Non.\n— Si.",
        ["Restez", "Non.", "Si."],
    ),
    (
        "a second dialogue",
        "« Restez.\n— Non. »\n\nIl pleuvait.\n\n« Partez.\n— Oui. »",
        ["Restez.", "Non.", "Partez.", "Oui."],
    ),
]


@pytest.mark.parametrize(("text", "said"), [row[1:] for row in DIALOGUES], ids=[
    row[0] for row in DIALOGUES
])  # fmt: skip
def test_turns_of_framed_dialogues(text: str, said: list[str]) -> None:
    result = EXTRACTOR.analyse(text)
    assert [item.content.text for item in result.attributions] == said
    assert {item.kind for item in result.attributions} == {"direct"}
    assert result.notices == ()


SPEAKERS = [
    (
        "who has just spoken is answered, by the last who did something",
        "Paul Carel entra.\n\n— Bonjour, dit Paul.\n\nAnne Roy leva les yeux.\n\n— Assis.\n\n— Merci.\n\n— Alors ?",
        ["Paul Carel", "Anne Roy", "Paul Carel", "Anne Roy"],
    ),
    (
        "one turn alone may be anyone's",
        "Paul Carel entra.\n\n— Bonjour, dit Paul.\n\nAnne Roy leva les yeux.\n\n— Assis.",
        ["Paul Carel", None],
    ),
    (
        "one of two is known, the other has spoken before",
        "Zoé Sorel dort. Anne Roy regarda Paul Carel, et il avoua qu'il partait.\n\n"
        "— Partir ? dit Anne Roy.\n\n— Demain.",
        ["Paul Carel", "Anne Roy", "Paul Carel"],
    ),
    (
        "questions and answers",
        "Anne Roy joue du Bach, de Mozart à Marcel.\n\n– Pourquoi ?\n– Pour rien.\n– Et après ?\n– On verra.",
        [None, "Anne Roy", None, "Anne Roy"],
    ),
    (
        "initials that look like a title",
        "Marie Aubrac est là.\n\nLe Courrier : Pourquoi ?\nMarie Aubrac : Pour rien.\nLe Courrier : Oui ?\nM. A. : Oui.",
        ["Le Courrier", "Marie Aubrac", "Le Courrier", "Marie Aubrac"],
    ),
    (
        "the one who tells a tale",
        "— Tu pars, dit Paul Carel.\n\n— Oui, répondis-je.\n\n— Bien.",
        ["Paul Carel", "narrateur", "Paul Carel"],
    ),
]


@pytest.mark.parametrize(("text", "names"), [row[1:] for row in SPEAKERS], ids=[
    row[0] for row in SPEAKERS
])  # fmt: skip
def test_speakers_of_dialogues(text: str, names: list[str | None]) -> None:
    assert [item.speaker.name for item in EXTRACTOR.extract(text)] == names
