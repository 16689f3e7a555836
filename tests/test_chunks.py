"""Chunks: in the rows, bars stand between them, and their kinds are listed beside."""

from __future__ import annotations

import pytest

from tests.engine import ENGINE
from tests.test_tokens import tape

ROWS = [
    (
        "Le maire de Castel| a déclaré| mardi| à la presse| que| le bac| partira|.",
        "noun verb time prepositional that noun verb stop",
    ),
    ("Selon| Anne Roy|,| maire de Castel|,| dort", "source noun comma noun comma verb"),
    ("« Oui »|,| a-t-elle dit|.", "quotation comma verb stop"),
    ("« Oui »|,| n'a pas caché| hier| Mme Roy|.", "quotation comma verb time noun stop"),
    ("Il| vient d'annoncer| sa venue", "pronoun verb noun"),
    ("Elle| a tenu à le préciser|.", "pronoun verb stop"),
    ("Il| est sorti| en déclarant| que", "pronoun verb gerund other"),
    ("Interrogé| par l'AFP|,| le maire| se tait", "past-participle prepositional comma noun verb"),
    ("Anne Roy|,| qui| dirige| le port", "noun comma relative verb noun"),
    ("Il| dit| à l'AFP| Anne Roy", "pronoun verb prepositional noun"),
    ("Il| a dit| à la presse| Anne Roy", "pronoun verb prepositional noun"),
    ("le 3 mai 2016| à Castel|,| elle| dort", "time prepositional comma pronoun verb"),
    # à, le, la, les before a verb are clitics, before a noun they begin its phrase
    ("Il| les rappelle", "pronoun verb"),
    ("Les rappels| gênent", "noun verb"),
]


@pytest.mark.parametrize(("row", "kinds"), ROWS)
def test_chunks(row: str, kinds: str) -> None:
    found = tape(row.replace("|", ""))
    chunks = ENGINE.chunker.cut(found, 0, 0, len(found.starts))
    parts = [found.text(a, b) for a, b in zip(chunks.bounds, chunks.bounds[1:], strict=False)]
    assert parts == [part.strip() for part in row.split("|")]
    assert list(chunks.kinds) == kinds.split()
    assert len(chunks.shape) == len(chunks.kinds)


TRIGGERS = [
    ("Le bac partira.", False),
    ("Les voiles claquent au vent.", False),
    ("Il l'a déclaré.", True),
    ("Selon lui, oui.", True),
    ("Sa déclaration surprend.", True),
    ("Un mot : oui.", True),
    ("Il dort – oui.", True),
]


@pytest.mark.parametrize(("text", "expected"), TRIGGERS)
def test_only_what_may_report_is_read(text: str, expected: bool) -> None:
    found = tape(text)
    assert ENGINE.chunker.triggered(found, 0, 0, len(found.starts)) == expected
