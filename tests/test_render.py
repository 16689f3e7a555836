"""Rendering: the documented record, and a table for people."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from quotex.model import Attribution, Content, DocumentInfo, Result, Span, Speaker, Where
from quotex.render import FORMAT_NAMES, Extracted, FormatName, format_of, renderer
from tests.example import FIRST, RESULT, SECOND, TEXT

KEYS = [
    "id",
    "document",
    "kind",
    "content",
    "cue",
    "speaker",
    "addressee",
    "when",
    "where",
    "claim",
    "parent",
    "rule",
    "confidence",
]


def render(name: FormatName, *attributions: Attribution) -> str:
    stream = io.StringIO()
    item = Extracted(TEXT, replace(RESULT, attributions=attributions))
    renderer(name)([item], stream)
    return stream.getvalue()


def with_content(*stretches: str) -> Attribution:
    return replace(FIRST, content=Content(tuple(Span(0, len(text), text) for text in stretches)))


def test_jsonl_is_one_record_a_line() -> None:
    lines = render("jsonl", FIRST, SECOND).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [FIRST.to_dict(), SECOND.to_dict()]
    assert [list(json.loads(line)) for line in lines] == [KEYS, KEYS]
    assert "« " not in lines[0]
    assert "Nous serons prêts" in lines[0]


def test_jsonl_first_record_to_the_letter() -> None:
    assert render("jsonl", SECOND) == (
        '{"id": "pont.txt#2", "document": {"path": "samples/pont.txt", "title": '
        '"Le pont de Quimper rouvrira en mars", "date": "2016-05-03", "place": "Quimper", '
        '"source": "Agence du Ponant"}, "kind": "direct", "content": {"text": '
        '"Les travaux avancent", "spans": [{"start": 191, "end": 211, "text": '
        '"Les travaux avancent"}]}, "cue": {"start": 215, "end": 230, "text": '
        '"a-t-elle ajouté", "lemma": "ajouter", "act": "add", "certainty": "asserted"}, '
        '"speaker": {"start": 219, "end": 223, "text": "elle", "name": "Anne Roy", "role": null, '
        '"type": "person", "gender": "f", "resolution": "pronoun"}, "addressee": [], "when": [], '
        '"where": [{"start": 235, "end": 247, "text": "Radio Ponant", "type": "medium"}], '
        '"claim": null, "parent": null, "rule": "incise-clitic", "confidence": 0.97}\n'
    )


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029", "\n", "\r\n"])
@pytest.mark.parametrize("name", ["jsonl", "json"])
def test_line_separators_in_the_text_survive(name: FormatName, separator: str) -> None:
    attribution = with_content(f"un{separator}deux")
    written = render(name, attribution)
    if name == "jsonl":
        assert len(written.splitlines()) == 1
    (record,) = [json.loads(written)] if name == "jsonl" else json.loads(written)
    assert record == attribution.to_dict()


def test_json_is_one_array() -> None:
    assert json.loads(render("json", FIRST, SECOND)) == [FIRST.to_dict(), SECOND.to_dict()]
    assert json.loads(render("json")) == []


def test_table_fits_80_columns_and_shows_everything() -> None:
    table = render("table", FIRST, SECOND)
    assert max(map(len, table.splitlines())) <= 80
    words = " ".join(table.split())
    for expected in (
        "Le pont de Quimper rouvrira en mars",
        "samples/pont.txt · Quimper · 2016-05-03 · Agence du Ponant",
        "1 D Anne Roy Nous serons prêts a déclaré",
        "to la presse",
        "when mardi",
        "(2016-05-03)",
        "2 D Anne Roy (elle) Les travaux avancent a-t-elle ajouté",
        "via Radio Ponant",
    ):
        assert expected in words


def test_table_of_what_is_not_known() -> None:
    nobody = Speaker(None, None, None, "unknown", None, "none")
    attribution = replace(
        with_content(), kind="indirect", cue=None, speaker=nobody, parent="pont.txt#2"
    )
    words = " ".join(render("table", attribution).split())
    assert "1 I ? (not repeated)" in words


def test_table_says_what_is_nested_and_what_is_not_asserted() -> None:
    assert FIRST.cue
    cue = replace(FIRST.cue, certainty="hearsay")
    words = " ".join(render("table", replace(FIRST, cue=cue, parent="pont.txt#12")).split())
    assert "(hearsay)" in words
    assert "within 12" in words


def test_table_obeys_no_control_characters_and_no_markup(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    table = render("table", with_content("[bold]un[/bold]\x1b[31m \u202edeux\nco\xadop", "fin"))
    assert "\x1b" not in table
    assert "[bold]un[/bold]�[31m deux coop […] fin" in " ".join(table.split())


def test_table_of_one_place_and_no_title() -> None:
    attribution = replace(FIRST, where=(Where(0, 6, "Moscou", "place"),))
    stream = io.StringIO()
    result = Result(DocumentInfo(path="a.txt"), (attribution,), ())
    renderer("table")([Extracted(TEXT, result)], stream)
    assert stream.getvalue().startswith("a.txt\n")
    assert "at Moscou" in stream.getvalue()


def test_nothing_found_gives_no_table() -> None:
    assert render("table") == ""


def test_table_cuts_a_long_content_and_keeps_its_numbers() -> None:
    words = " ".join(render("table", with_content("mot " * 200 + "pour 12 millions " * 2)).split())
    assert words.count("mot") < 60
    assert "[…]" in words
    assert "pour 12 millions" in words


@pytest.mark.parametrize("columns", ["80", "200"])
def test_table_has_no_colours_outside_a_terminal(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b" not in render("table", FIRST, SECOND)


@pytest.mark.parametrize("columns", ["40", "80", "120", "200"])
def test_table_takes_the_columns_that_the_environment_gives(
    columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    longest = max(map(len, render("table", FIRST).splitlines()))
    assert longest <= int(columns)


def test_every_format_has_a_renderer() -> None:
    assert all(callable(renderer(name)) for name in FORMAT_NAMES)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.b/x.JSONL", "jsonl"),
        ("x.ndjson", "jsonl"),
        ("x.json", "json"),
        ("x.txt", "table"),
        ("x.csv", "csv"),
        ("x.tsv", "tsv"),
        ("x.tab", "tsv"),
        ("x.md", "markdown"),
        ("x.markdown", "markdown"),
        ("x.html", "html"),
        ("x.htm", "html"),
        ("x.ann", "brat"),
        ("x.jsonld", "webannotation"),
        ("x.doc", None),
        ("x", None),
    ],
)
def test_format_of_a_file(file: str, name: FormatName | None) -> None:
    assert format_of(Path(file)) == name
