"""The formats of ``quotex extract`` on the command line: files, folders, pipes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests import command
from tests.command import Outcome

ROY = "« Le pont rouvrira en été », a déclaré la maire, Anne Roy.\r\n"


def run(*arguments: str) -> Outcome:
    return command.run("extract", *arguments)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("texts").mkdir()
    Path("texts/a.txt").write_bytes(b"\xef\xbb\xbf" + ROY.encode())
    Path("texts/b.txt").write_text("Rien ici.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "start"),
    [
        ("out.csv", b"\xef\xbb\xbfdocument_path,"),
        ("out.tsv", b"document_path\t"),
        ("out.md", b"## "),
        ("out.jsonld", b"{\n"),
        ("out.ann", b"T1\t"),
    ],
)
def test_a_file_by_its_extension(file: str, start: bytes) -> None:
    outcome = run("texts/a.txt", "-o", file)
    assert (outcome.code, outcome.out) == (0, "")
    assert Path(file).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("csv", "document_path,"),
        ("tsv", "document_path\t"),
        ("markdown", "## "),
        ("webannotation", "{\n"),
        ("brat", "T1\t"),
    ],
)
def test_a_pipe_has_no_byte_order_mark(name: str, start: str) -> None:
    outcome = run("texts/a.txt", "-f", name)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(start)


@pytest.mark.parametrize("separator", [",", "\t"])
def test_one_row_for_each_record(separator: str) -> None:
    name = "csv" if separator == "," else "tsv"
    rows = csv.DictReader(run("texts", "-f", name).out.splitlines(), delimiter=separator)
    records = [json.loads(line) for line in run("texts").out.splitlines()]
    assert [(row["id"], row["content_text"]) for row in rows] == [
        (record["id"], record["content"]["text"]) for record in records
    ]


@pytest.mark.parametrize("exists", [False, True])
def test_brat_fills_a_folder(exists: bool) -> None:
    if exists:
        Path("brat.d").mkdir()
    outcome = run("texts", "-f", "brat", "-o", "brat.d" if exists else "brat")
    assert (outcome.code, outcome.out) == (0, "")
    made = Path("brat.d" if exists else "brat")
    assert sorted(file.name for file in made.iterdir()) == [
        "a.ann",
        "a.txt",
        "annotation.conf",
        "b.ann",
        "b.txt",
    ]
    assert (made / "a.txt").read_bytes() == ROY.encode(), "offsets count the two of CRLF"
    _, places, words = (made / "a.ann").read_text(encoding="utf-8").split("\n")[0].split("\t")
    label, start, end = places.split()
    assert label == "Speaker"
    assert ROY[int(start) : int(end)] == words


@pytest.mark.parametrize("output", [[], ["-o", "out.ann"], ["-o", "-"]])
def test_brat_for_several_texts_needs_a_folder(output: list[str]) -> None:
    outcome = run("texts", "-f", "brat", *output)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--output" in outcome.err
    assert "folder" in outcome.err
    assert not Path("out.ann").exists()


def test_a_folder_that_cannot_be_made_is_2() -> None:
    outcome = run("texts", "-f", "brat", "-o", "none/brat")
    assert outcome.code == 2
    assert "no such file or directory" in " ".join(outcome.err.replace("│", " ").split())


@pytest.mark.parametrize(
    ("arguments", "kept"),
    [
        (["texts/a.txt", "-o", "texts/../texts/a.txt"], "texts/a.txt"),
        (["texts/a.txt", "-f", "json", "-o", "texts/a.txt"], "texts/a.txt"),
        (["texts", "-f", "brat", "-o", "texts"], "texts/a.txt"),
        (["more/a.txt", "-f", "brat", "-o", "texts"], "texts/a.txt"),
    ],
)
def test_no_text_is_lost(arguments: list[str], kept: str) -> None:
    Path("more").mkdir()
    Path("more/a.txt").write_text("Un autre texte.\n", encoding="utf-8")
    before = Path(kept).read_bytes()
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "would be lost" in " ".join(outcome.err.replace("│", " ").split())
    assert Path(kept).read_bytes() == before


def test_a_folder_for_brat_can_be_filled_again() -> None:
    for _ in range(2):
        assert run("texts", "-f", "brat", "-o", "brat").code == 0
