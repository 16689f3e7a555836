"""Who speaks how much: every attribution in exactly one line, whatever the lines are."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from quotex.model import Attribution, Content, Gender, Kind, Span, SpeakerType, When
from quotex.render.shares import write
from quotex.shares import By, Share, shares
from tests.example import FIRST


def said(
    words: str,
    name: str | None,
    *,
    kind: Kind = "direct",
    type_: SpeakerType = "person",
    gender: Gender | None = None,
    path: str = "a.txt",
    date: str | None = None,
    when: str | None = None,
) -> Attribution:
    return replace(
        FIRST,
        document=replace(FIRST.document, path=path, date=date),
        kind=kind,
        content=Content((Span(0, len(words), words),) if words else ()),
        speaker=replace(FIRST.speaker, name=name, type=type_, gender=gender),
        when=(When(0, 0, "", None), When(0, 0, "", when)) if when else (),
    )


FOUND = [
    said("un deux trois", "Anne Roy", gender="f", date="2016-05-03"),
    said("un", None, kind="mixed", path="b.txt"),
    said("un deux", "ANNE ROY", kind="indirect", path="b.txt", date="2016-05-01"),
    said("un deux", "mairie", type_="organisation", path="b.txt"),
    said("", "Luc Fay", kind="indirect", gender="m"),
    said("un deux", None),
]


def lines(by: By) -> list[tuple[str | None, bool, int, int, int, int]]:
    return [
        (line.name, line.resolved, line.speakers, line.documents, line.attributions, line.words)
        for line in shares(FOUND, by)
    ]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            "speaker",
            [
                ("Anne Roy", True, 1, 2, 2, 5),
                ("mairie", True, 1, 1, 1, 2),
                ("Luc Fay", True, 1, 1, 1, 0),
                (None, False, 0, 2, 2, 3),
            ],
        ),
        (
            "gender",
            [
                (None, True, 2, 1, 2, 4),
                ("f", True, 1, 1, 1, 3),
                ("m", True, 1, 1, 1, 0),
                (None, False, 0, 2, 2, 3),
            ],
        ),
        (
            "type",
            [
                ("person", True, 2, 2, 3, 5),
                ("organisation", True, 1, 1, 1, 2),
                (None, False, 0, 2, 2, 3),
            ],
        ),
        (
            "document",
            [
                ("a.txt", True, 2, 1, 2, 3),
                ("a.txt", False, 0, 1, 1, 2),
                ("b.txt", True, 2, 1, 2, 4),
                ("b.txt", False, 0, 1, 1, 1),
            ],
        ),
    ],
)
def test_lines(by: By, expected: list[tuple[str | None, bool, int, int, int, int]]) -> None:
    assert lines(by) == expected


@pytest.mark.parametrize("by", ["speaker", "gender", "type", "document"])
def test_nothing_is_dropped(by: By) -> None:
    found = shares(FOUND, by)
    assert sum(line.attributions for line in found) == len(FOUND)
    assert sum(sum(line.kinds.values()) for line in found) == len(FOUND)
    assert sum(line.share for line in found) == pytest.approx(1, abs=0.001)


def one(*found: Attribution) -> Share:
    (line,) = shares(found)
    return line


def test_kinds_gender_and_share_of_a_speaker() -> None:
    anne, *_ = shares(FOUND)
    assert anne.kinds == {"direct": 1, "mixed": 0, "indirect": 1}
    assert (anne.type, anne.gender, anne.share) == ("person", "f", 0.5)
    assert (anne.first, anne.last) == ("2016-05-01", "2016-05-03")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0),
        ("…", 0),
        ("l'eau, peut-être « là »", 3),
        ("aujourd’hui 12,5 %", 3),
        ("un\u00a0! deux", 2),
    ],
)
def test_words(words: str, count: int) -> None:
    assert one(said(words, "Anne")).words == count
    assert one(said("", "Anne")).share == 0.0


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [
        ([(None, None)], None, None),
        ([("2016-05-03", None), ("2015-01-01", None)], "2015-01-01", "2016-05-03"),
        ([("2016-05-03", "2016-05-02T15:13")], "2016-05-02", "2016-05-02"),
        ([("2016-05-03", "2016-04-01/2016-04-03")], "2016-04-01", "2016-04-03"),
        ([("2016-05-03", None), (None, "2016-W01")], "2016-W01", "2016-05-03"),
        ([(None, "2014"), (None, "2014-02")], "2014", "2014-02"),
        ([("2016-05-03", "no value")], "2016-05-03", "2016-05-03"),
    ],
)
def test_dates(
    dates: list[tuple[str | None, str | None]], first: str | None, last: str | None
) -> None:
    line = one(*(said("un", "Anne", date=date, when=when) for date, when in dates))
    assert (line.first, line.last) == (first, last)


@pytest.mark.parametrize(
    ("name", "type_", "count"),
    [
        ("Anne Roy", "person", 1),
        ("voisine", "person", 2),
        ("source proche du dossier", "anonymous", 2),
        ("préfecture", "organisation", 1),
        ("Étude du Ponant", "document", 1),
    ],
)
def test_a_description_names_nobody_in_another_document(
    name: str, type_: SpeakerType, count: int
) -> None:
    found = [said("un", name, type_=type_, path=path) for path in ("a.txt", "b.txt", "b.txt")]
    assert len(shares(found)) == count
    (group,) = shares(found, "type")
    assert group.speakers == count


def test_the_most_frequent_spelling_gender_and_type() -> None:
    line = one(
        said("un", "ELODIE Roy", type_="unknown"),
        said("un", "Élodie Roy", gender="f"),
        said("un", "Élodie Roy"),
    )
    assert (line.name, line.gender, line.type) == ("Élodie Roy", "f", "person")


def written(by: By, name: str, found: list[Attribution] = FOUND) -> str:
    stream = io.StringIO()
    write(shares(found, by), by, name, stream)  # type: ignore[arg-type]
    return stream.getvalue()


def test_json() -> None:
    found = json.loads(written("speaker", "json"))
    assert found[0] == {
        "speaker": "Anne Roy",
        "resolved": True,
        "type": "person",
        "gender": "f",
        "documents": 2,
        "attributions": 2,
        "words": 5,
        "share": 0.5,
        "kinds": {"direct": 1, "mixed": 0, "indirect": 1},
        "first": "2016-05-01",
        "last": "2016-05-03",
    }
    assert [line["speaker"] for line in found] == ["Anne Roy", "mairie", "Luc Fay", None]
    assert [line["speakers"] for line in json.loads(written("type", "json"))] == [2, 1, 0]
    assert json.loads(written("speaker", "json", [])) == []


@pytest.mark.parametrize("by", ["speaker", "gender", "type", "document"])
def test_csv_has_what_json_has(by: By) -> None:
    rows = list(csv.DictReader(io.StringIO(written(by, "csv"))))
    records = json.loads(written(by, "json"))
    for record in records:
        record |= record.pop("kinds")
        record["resolved"] = str(record["resolved"]).lower()
    assert rows == [
        {key: "" if value is None else str(value) for key, value in record.items()}
        for record in records
    ]


def test_csv_of_nothing_has_the_columns_and_a_name_is_no_formula() -> None:
    assert written("speaker", "csv", []).startswith("speaker,resolved,type,gender,documents,")
    (row,) = csv.DictReader(io.StringIO(written("speaker", "csv", [said("un", "=Anne")])))
    assert row["speaker"] == "'=Anne"


@pytest.mark.parametrize("columns", ["80", "200"])
@pytest.mark.parametrize("by", ["speaker", "gender", "type", "document"])
def test_the_table_fits(by: By, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    long = said("un deux", "Comité départemental de la " + "très " * 30 + "haute mer")
    table = written(by, "table", [*FOUND, long, said("", "A\x1b[31m\nB", path="x/" * 60)])
    assert max(map(len, table.splitlines())) <= int(columns)
    assert "\x1b" not in table
    assert "unresolved" in table


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("speaker", ["Anne Roy f 2 5 50.0 % 1 1 2016-05-01 2016-05-03", "Luc Fay m 1 0 0.0 % 1"]),
        ("gender", ["f 1 1 3 30.0 % 1 2016-05-03", "(none) 2 2 4 40.0 % 1 1 2016-05-01"]),
        ("document", ["a.txt 2 2 3 30.0 % 1 1 2016-05-03 (unresolved) 1 2 20.0 % 1 b.txt"]),
    ],
)
def test_the_table(by: By, expected: list[str]) -> None:
    words = " ".join(written(by, "table").split())
    for line in expected:
        assert line in words


def test_the_table_of_a_document_with_unresolved_speakers_only() -> None:
    assert "a.txt (unresolved)" in written("document", "table", [said("un", None)])
    assert written("document", "table", []) == ""
