"""One story in every encoding and with every line end: the same records, at their own offsets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotex.cli.app import app

STORY = (
    "La cale sera refaite\n\n« L’été suffira », a déclaré Zoé Légaré, préfète.\n\n"
    "Selon elle, le chantier coûtera 3 M€.\n"
)


def records(path: Path, *options: str) -> list[dict[str, object]]:
    done = CliRunner().invoke(app, ["extract", str(path), "--quiet", "-f", "jsonl", *options])
    assert (done.exit_code, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"], ids=ascii)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_what_is_read_is_the_same(encoding: str, end: str, tmp_path: Path) -> None:
    if encoding == "cp1252" and end == "\u2028":
        pytest.skip("the encoding has no such character")
    text = STORY.replace("\n", end)
    path, plain = tmp_path / "a.txt", tmp_path / "plain" / "a.txt"
    plain.parent.mkdir()
    plain.write_bytes(text.encode("utf-8"))
    path.write_bytes(text.encode(encoding))
    found, expected = records(path), records(plain)
    for one, other in zip(found, expected, strict=True):
        assert {**one, "document": None} == {**other, "document": None}
    (first, second) = found
    assert isinstance(first["cue"], dict)
    assert isinstance(second["speaker"], dict)
    assert text[first["cue"]["start"] : first["cue"]["end"]] == "a déclaré"
    assert (second["speaker"]["text"], second["speaker"]["name"]) == ("elle", "Zoé Légaré")


@pytest.mark.parametrize("encoding", ["utf-16-be", "cp850", "mac-roman", "latin-1"])
def test_an_encoding_that_is_named(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("« L'été », a déclaré Zoé Légaré.".encode(encoding))
    (found,) = records(path, "--encoding", encoding)
    assert isinstance(found["content"], dict)
    assert found["content"]["text"] == "L'été"


def test_an_encoding_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rien.", encoding="utf-8")
    done = CliRunner().invoke(app, ["extract", str(path), "--encoding", "utf-9"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert "utf-9" in done.stderr


def test_bad_input_and_good_input_together(tmp_path: Path) -> None:
    """Every message names its file, and the good text's record is there all the same."""
    files = {
        "binary.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "broken.txt": "\ufeffété".encode() + b"\xe9\xff",
        "empty.txt": b"",
        "good.txt": "« Oui », a dit Zoé Légaré.".encode(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    names = [*files, "folder", "missing.txt"]
    arguments = ["extract", *(str(tmp_path / name) for name in names), "-f", "jsonl"]
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["good.txt#1"]
    told = {
        name: [line.partition(": ")[2] for line in done.stderr.splitlines() if f"/{name}:" in line]
        for name in names
    }
    assert {name: [line.partition(":")[0] for line in lines] for name, lines in told.items()} == {
        "binary.txt": ["error"],
        "broken.txt": ["error"],
        "empty.txt": ["warning"],
        "good.txt": [],
        "folder": ["warning"],
        "missing.txt": ["error"],
    }
