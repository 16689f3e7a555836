"""``quotex speakers`` as a user meets it: real texts, what is printed where, exit codes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests import command
from tests.command import Outcome

ROY = "Quimper, 3 mai 2016 - « Le pont rouvrira en mars », a déclaré la maire, Anne Roy.\n"
FAY = "Brest, 9 mai 2016 - Le préfet, Luc Fay, a affirmé que le port fermerait.\n"


def run(*arguments: str | Path) -> Outcome:
    return command.run("speakers", *arguments)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ROY, encoding="utf-8")
    Path("b.txt").write_text(FAY, encoding="utf-8")
    return tmp_path


def names(outcome: Outcome) -> list[str]:
    return [line["speaker"] for line in json.loads(outcome.out)]


def test_json_into_a_pipe() -> None:
    outcome = run(".")
    assert (outcome.code, outcome.err) == (0, "")
    first, second = json.loads(outcome.out)
    assert (first["speaker"], first["words"], first["first"]) == ("Anne Roy", 5, "2016-05-03")
    assert (second["speaker"], second["kinds"]["indirect"]) == ("Luc Fay", 1)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (["--kind", "indirect"], ["Luc Fay"]),
        (["--speaker", "roy"], ["Anne Roy"]),
        (["--min-confidence", "1"], []),
        (["--kind", "mixed"], []),
    ],
)
def test_filters(filters: list[str], expected: list[str]) -> None:
    assert names(run(".", *filters)) == expected


def test_without_rule() -> None:
    record = json.loads(command.run("extract", "a.txt").out)
    assert names(run(".", "--without-rule", record["rule"])) == ["Luc Fay"]


@pytest.mark.parametrize(
    ("by", "values"),
    [
        ("speaker", ["Anne Roy", "Luc Fay"]),
        ("gender", ["f", "m"]),
        ("type", ["person"]),
        ("document", ["a.txt", "b.txt"]),
    ],
)
def test_by(by: str, values: list[str]) -> None:
    found = json.loads(run("a.txt", "b.txt", "--by", by).out)
    assert [line[by] for line in found] == values
    assert sum(line["share"] for line in found) == pytest.approx(1)


def test_the_table_and_its_summary() -> None:
    outcome = run(".", "--format", "table")
    assert "Anne Roy" in outcome.out
    assert outcome.err == "2 attributions (1 direct, 1 indirect) in 2 documents\n"
    assert run(".", "-f", "table", "-q").err == ""


def test_csv_by_the_extension_for_excel() -> None:
    outcome = run(".", "-o", "who.csv")
    assert (outcome.code, outcome.out) == (0, "")
    written = Path("who.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfspeaker,")
    rows = list(csv.DictReader(written.decode("utf-8-sig").splitlines()))
    assert [row["speaker"] for row in rows] == ["Anne Roy", "Luc Fay"]


def test_csv_into_a_pipe_has_no_byte_order_mark() -> None:
    assert run(".", "-f", "csv").out.startswith("speaker,resolved,")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument"),
        (["a.txt", "--by", "age"], "document"),
        (["a.txt", "-f", "brat"], "csv"),
        (["a.txt", "-o", "who.jsonl"], "end it in one of .txt, .json, .csv"),
        (["a.txt", "-q", "-v"], "--quiet"),
    ],
)
def test_wrong_usage_is_2(arguments: list[str], message: str) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    words = "".join(character for character in outcome.err if character not in "│\n")
    assert message.replace(" ", "") in words.replace(" ", "")


def test_a_failed_input_is_1_and_the_others_are_counted() -> None:
    outcome = run("none.txt", "a.txt")
    assert outcome.code == 1
    assert names(outcome) == ["Anne Roy"]
    assert outcome.err == (
        "none.txt: error: no such file or directory; check the path\n"
        "1 attribution (1 direct) in 1 document; 1 input failed\n"
    )


def test_nothing_found_is_no_error() -> None:
    Path("c.txt").write_text("Rien ici.\n", encoding="utf-8")
    assert run("c.txt").out == "[]\n"
