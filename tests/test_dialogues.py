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
