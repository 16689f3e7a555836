"""``quotex eval``: what it prints, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import command

TEXT = "« Oui », a dit Roy."
GOLD = {
    "text": "a.txt", "document_date": None, "attributions": [{
        "id": 1, "kind": "direct", "content": [{"start": 2, "end": 5, "text": "Oui"}],
        "cue": {"start": 9, "end": 14, "text": "a dit"},
        "speaker": {"start": 15, "end": 18, "text": "Roy"}, "speaker_entity": "Roy",
        "speaker_aliases": [], "role": [], "when": [], "when_value": None, "where": [],
        "addressee": [], "nested_in": None, "optional": False,
    }],
}  # fmt: skip
NOTHING = "--no-builtin"  # without rules, nothing is found


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> tuple[int, str, str]:
    outcome = command.run("eval", *arguments)
    return outcome.code, outcome.out, outcome.err


def test_prints_tables_or_json(gold: Path) -> None:
    code, table, _ = run(gold)
    assert (code, "who said what" in table) == (0, True)
    code, data, _ = run(gold, "--format", "json")
    assert (code, json.loads(data)["overall"]["who_said_what"]["f1"]) == (0, 1.0)


def test_lists_errors_on_demand(gold: Path) -> None:
    assert "MISSED" not in run(gold, NOTHING)[1]
    assert "MISSED" in run(gold, NOTHING, "--errors")[1]
    (error,) = json.loads(run(gold, NOTHING, "--errors", "-f", "json")[1])["errors"]
    assert (error["status"], error["parts"]["content"]["gold"]) == ("missed", "Oui")


def test_floors(gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.yaml"
    assert run(gold, "--floors", floors, "--write-floors")[0] == 0
    assert "own:\n  detection-precision: 100.0\n" in floors.read_text(encoding="utf-8")
    assert run(gold, "--floors", floors)[0] == 0
    code, _, told = run(gold, NOTHING, "--floors", floors)
    assert code == 1
    assert "detection-recall: 0.00, floor 100.0" in told
    assert "detection-precision: nothing to measure, floor 100.0" in told
    assert run(gold, NOTHING, "--floors", floors, "--write-floors")[0] == 0
    assert run(gold, NOTHING, "--floors", floors)[0] == 1
    assert run(gold, NOTHING, "--floors", floors, "--write-floors", "--lower-floors")[0] == 0
    assert run(gold, NOTHING, "--floors", floors)[0] == 0


def test_tells_when_a_folder_has_no_floors(gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.yaml"
    floors.write_text("other: {kind: 1}\n", encoding="utf-8")
    code, _, told = run(gold, "--floors", floors)
    assert (code, "no floors for own" in told) == (0, True)


def test_a_text_that_fails_is_told_and_its_attributions_are_missed(gold: Path) -> None:
    wrong = json.dumps({**GOLD, "document_date": "2016-02-31"})
    (gold / "a.json").write_text(wrong, encoding="utf-8")
    code, data, told = run(gold, "-f", "json")
    assert (code, json.loads(data)["overall"]["detection"]["0.8"]["recall"]) == (1, 0.0)
    assert f"{gold}/a.txt: error: ValueError: day is out of range for month" in told


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["nowhere"], 1, "no such folder"),
        (["nowhere", "--write-floors"], 2, "needs --floors"),
        (["nowhere", "--lower-floors", "--floors", "f.yaml"], 2, "needs --write-floors"),
        (["nowhere", "--format", "xml"], 2, "xml"),
    ],
)
def test_wrong_usage(arguments: list[str], code: int, told: str) -> None:
    found, _, error = run(*arguments)
    assert found == code
    assert told in " ".join(error.replace("│", " ").split())
