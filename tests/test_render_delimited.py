"""CSV and TSV: every cell comes back, and none is a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.model import Content, Result, Span
from quotex.render import Extracted, renderer
from quotex.render.columns import COLUMNS
from quotex.render.delimited import harmless, original
from tests import awkward, example

Rows = list[dict[str, str]]


def rows(name: Literal["csv", "tsv"], *items: Extracted) -> Rows:
    stream = io.StringIO(newline="")
    renderer(name)(items, stream)
    stream.seek(0)
    return list(csv.DictReader(stream, delimiter="," if name == "csv" else "\t", strict=True))


EXAMPLE = Extracted(example.TEXT, example.RESULT)
FIRST = {
    "document_path": "samples/pont.txt",
    "document_title": "Le pont de Quimper rouvrira en mars",
    "document_date": "2016-05-03",
    "document_place": "Quimper",
    "document_source": "Agence du Ponant",
    "id": "pont.txt#1",
    "kind": "direct",
    "content_text": "Nous serons prêts",
    "content_start": "80",
    "content_end": "97",
    "content_spans": "80:97",
    "cue_text": "a déclaré",
    "cue_start": "101",
    "cue_end": "110",
    "cue_lemma": "déclarer",
    "cue_act": "say",
    "cue_certainty": "asserted",
    "speaker_text": "Anne Roy",
    "speaker_start": "129",
    "speaker_end": "137",
    "speaker_name": "Anne Roy",
    "speaker_role": "maire de Quimper",
    "speaker_type": "person",
    "speaker_gender": "f",
    "speaker_resolution": "named",
    "addressee_text": "la presse",
    "addressee_name": "la presse",
    "when_text": "mardi",
    "when_value": "2016-05-03",
    "where_text": "une visite du chantier",
    "where_type": "event",
    "claim_type": "",
    "claim_checkable": "",
    "claim_signals": "",
    "claim_signal_types": "",
    "claim_signal_values": "",
    "claim_about": "",
    "parent": "",
    "rule": "incise-verb-noun",
    "confidence": "0.98",
}


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_the_record_as_a_row(name: Literal["csv", "tsv"]) -> None:
    first, second = rows(name, EXAMPLE)
    assert first == FIRST
    assert list(first) == list(COLUMNS)
    assert second["speaker_text"] == "elle"


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_nothing_found_is_a_header(name: Literal["csv", "tsv"]) -> None:
    stream = io.StringIO()
    renderer(name)([], stream)
    assert stream.getvalue().count("\n") == 1


def test_csv_keeps_every_text_to_the_letter() -> None:
    found = rows("csv", awkward.ITEM)
    texts = [attribution.content.text for attribution in awkward.ATTRIBUTIONS]
    assert [original(row["content_text"]) for row in found] == texts
    assert [original(row["speaker_role"]) for row in found][1] == "+ chef\nadjointe"


def test_tsv_has_one_line_for_each() -> None:
    stream = io.StringIO(newline="")
    renderer("tsv")([awkward.ITEM], stream)
    lines = stream.getvalue().splitlines()
    assert len(lines) == 1 + len(awkward.ATTRIBUTIONS)
    assert rows("tsv", awkward.ITEM)[1]["content_text"] == (
        "Un deux trois quatre | *cinq* <b>six</b>"
    )


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_several_in_one_cell_and_none_at_all(name: Literal["csv", "tsv"]) -> None:
    alone, broken, cut, _, bare = rows(name, awkward.ITEM)
    assert broken["addressee_text"] == "Luc | Ève"
    assert broken["when_text"] == "lundi | mardi"
    assert broken["when_value"] == "? | 2016-05-03"
    assert broken["where_type"] == "place | medium"
    first, second = awkward.CUT.content.spans
    assert cut["content_spans"] == f"{first.start}:{first.end} | {second.start}:{second.end}"
    assert (cut["content_start"], cut["content_end"]) == (str(first.start), str(second.end))
    assert {bare[name] for name in ("content_text", "content_start", "content_spans")} == {""}
    assert {alone[name] for name in ("cue_text", "speaker_text", "speaker_name")} == {""}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+33 2 98", "'+33 2 98"),
        ("-#1", "'-#1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r1", "'\r1"),
        ("\n1", "'\n1"),
        (" \u00a0=1", "' \u00a0=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("a=1", "a=1"),
        ("– un tiret", "– un tiret"),
        ("", ""),
    ],
)
def test_a_cell_is_no_formula(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert original(cell) == text


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n ax＝")))
def test_harmless_can_be_undone_and_starts_no_formula(text: str) -> None:
    assert original(harmless(text)) == text
    assert not harmless(text).lstrip().startswith(("=", "+", "-", "@", "＝"))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))))
def test_whatever_is_said_comes_back(stretches: list[str]) -> None:
    content = Content(tuple(Span(0, len(text), text) for text in stretches))
    result = Result(example.DOCUMENT, (replace(example.FIRST, content=content),), ())
    (row,) = rows("csv", Extracted("", result))
    assert original(row["content_text"]) == content.text
    (row,) = rows("tsv", Extracted("", result))
    assert original(row["content_text"]).split() == content.text.split()
