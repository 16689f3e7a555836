"""The whole line, from a text to its records, through the interface for Python."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import quotex
from quotex import Extractor
from quotex.errors import RulesError
from quotex.model import Attribution
from tests.engine import EXTRACTOR
from tests.example import TEXT

STORY = """\
La cale sera refaite

Castel-les-Bains, 3 mai 2016 (Agence du Ponant) - La préfète Zoé Vidal a annoncé mardi à Castel \
que la cale serait refaite.

« Nous commencerons en juin », a-t-elle précisé. « Le maire m'a dit qu'il nous aiderait », \
a-t-elle ajouté.

Le maire, Paul Roy, a démenti.
"""


def found(text: str, **options: str) -> list[Attribution]:
    return EXTRACTOR.extract(text, **options)


def test_a_story() -> None:
    rows = [
        (item.kind, item.cue and item.cue.text, item.content.text, item.speaker.name)
        for item in found(STORY)
    ]
    assert rows == [
        ("indirect", "a annoncé", "la cale serait refaite", "Zoé Vidal"),
        ("direct", "a-t-elle précisé", "Nous commencerons en juin", "Zoé Vidal"),
        ("direct", "a-t-elle ajouté", "Le maire m'a dit qu'il nous aiderait", "Zoé Vidal"),
        ("indirect", "m'a dit", "il nous aiderait", "Paul Roy"),
        ("indirect", "a démenti", "", "Paul Roy"),
    ]


def test_what_the_document_says_of_itself() -> None:
    info = EXTRACTOR.analyse(STORY, path="texts/cale.txt").document
    assert dataclasses.asdict(info) == {
        "path": "texts/cale.txt",
        "title": "La cale sera refaite",
        "date": "2016-05-03",
        "place": "Castel-les-Bains",
        "source": "Agence du Ponant",
    }


def test_a_report_inside_a_quotation_names_its_parent() -> None:
    parents = {item.id: item.parent for item in found(STORY)}
    assert parents == {"#1": None, "#2": None, "#3": None, "#4": "#3", "#5": None}


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        (None, ["#1", "#2"]),
        ("-", ["-#1", "-#2"]),
        ("a.txt", ["a.txt#1", "a.txt#2"]),
        ("texts/a.txt", ["a.txt#1", "a.txt#2"]),
    ],
)
def test_ids(path: str | None, ids: list[str]) -> None:
    assert [item.id for item in EXTRACTOR.analyse(TEXT, path=path).attributions] == ids


DATES = [
    ("« Oui », a dit mardi Anne Roy.", "2016-05-03", "2016-05-03"),
    ("« Oui », a dit mardi Anne Roy.", "2016-05-05", "2016-05-03"),
    ("« Oui », a dit hier Anne Roy.", "2016-03-01", "2016-02-29"),
    ("« Oui », a dit Anne Roy le 12 avril.", "2016-05-03", "2016-04-12"),
]


@pytest.mark.parametrize(("text", "published", "value"), DATES)
def test_the_date_of_publication_dates_what_was_said(text: str, published: str, value: str) -> None:
    (item,) = found(text, date=published)
    assert [when.value for when in item.when] == [value]
    assert item.document.date == published
    assert EXTRACTOR.extract(text, date=date.fromisoformat(published)) == [item]


def test_without_a_date_a_weekday_has_no_value() -> None:
    (item,) = found("« Oui », a dit mardi Anne Roy.")
    assert [(when.text, when.value) for when in item.when] == [("mardi", None)]


def test_a_given_date_goes_before_that_of_the_text() -> None:
    assert EXTRACTOR.analyse(STORY, date="2017-01-02").document.date == "2017-01-02"


def test_a_date_that_is_none() -> None:
    with pytest.raises(ValueError, match="month"):
        found(TEXT, date="2016-13-01")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Rien.", "«»", "« »", '""', ":", "\0", "\ufeff"])
def test_nothing_is_said(text: str) -> None:
    result = EXTRACTOR.analyse(text)
    assert result.attributions == ()


@pytest.mark.parametrize("said", ["…", "?!", "...", "—", "12 %", "😀", "\u200b"])
def test_what_is_said_may_hold_no_word(said: str) -> None:
    found = quotex.extract(f"« {said} », répondit Anne Roy. Anne Roy : « {said} »")
    assert {each.speaker.name for each in found} <= {"Anne Roy"}
    assert all(each.claim is not None for each in found)


def test_a_mark_without_its_fellow_is_noticed_and_costs_its_paragraph_alone() -> None:
    text = "Anne Roy a dit « oui.\n\nPaul Vidal a répondu « non ».\n"
    result = EXTRACTOR.analyse(text)
    (notice,) = result.notices
    assert (notice.line, notice.column) == (1, 16)
    assert notice.message == "the quotation mark « has no fellow"
    assert result.attributions[-1].content.text == "non"


def test_the_record_in_the_order_of_the_contract() -> None:
    record = found(TEXT)[0].to_dict()
    assert list(record) == [
        "id", "document", "kind", "content", "cue", "speaker", "addressee", "when", "where",
        "claim", "parent", "rule", "confidence",
    ]  # fmt: skip
    assert json.loads(json.dumps(record)) == record


def test_results_cannot_be_changed() -> None:
    (item, _) = found(TEXT)
    with pytest.raises(dataclasses.FrozenInstanceError):
        item.kind = "mixed"  # type: ignore[misc]


def test_the_function_for_one_text() -> None:
    assert quotex.extract(TEXT) == found(TEXT)


def test_own_rules_on_top(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("verbs:\n  - {verb: bluffer, act: say, takes: [incise]}\n", encoding="utf-8")
    text = "« Oui », a bluffé Anne Roy."
    (item,) = Extractor(rules=[own]).extract(text)
    assert item.cue
    assert (item.cue.text, item.cue.lemma) == ("a bluffé", "bluffer")
    assert not any(item.cue and item.cue.lemma == "bluffer" for item in found(text))


def test_rules_that_are_wrong(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("verbes: []\n", encoding="utf-8")
    with pytest.raises(RulesError, match=r'own\.yaml:1:1: unknown key "verbes"'):
        Extractor(rules=[own])


def test_every_process_finds_the_same() -> None:
    samples = Path(__file__).parents[1] / "samples"
    command = [sys.executable, "-m", "quotex", "extract", str(samples), "--quiet"]
    runs = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
