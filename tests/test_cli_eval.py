"""``quotex eval``: what it prints, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from quotex.cli import evaluation as command
from quotex.cli.eval import eval_
from quotex.evaluation.gold import GoldDocument
from quotex.model import Attribution, Content, DocumentInfo, Span, Speaker
from quotex.resolution.same_name import NameWords

APP = typer.Typer()
APP.command("eval")(eval_)

RECORD = Attribution(
    "#1", DocumentInfo(), "direct", Content((Span(0, 3, "Oui"),)), None,
    Speaker(None, "Roy", None, "person", None, "named"), (), (), (), None, "r", 0.95,
)  # fmt: skip
GOLD = {
    "text": "a.txt", "document_date": None, "attributions": [{
        "id": 1, "kind": "direct", "content": [{"start": 0, "end": 3, "text": "Oui"}], "cue": None,
        "speaker": None, "speaker_entity": "Roy", "speaker_aliases": [], "role": [], "when": [],
        "when_value": None, "where": [], "addressee": [], "nested_in": None, "optional": False,
    }],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _without_the_built_in_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "read_name_words", lambda rules: NameWords())


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "a.txt").write_text("Oui", encoding="utf-8")
    (folder / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


def extracting(monkeypatch: pytest.MonkeyPatch, *records: Attribution) -> None:
    def extract_one(document: GoldDocument, *_: Any) -> tuple[Attribution, ...]:
        return records

    monkeypatch.setattr(command, "extract_one", extract_one)


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(APP, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_prints_tables_or_json(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extracting(monkeypatch, RECORD)
    code, table, _ = run(gold)
    assert (code, "who said what" in table) == (0, True)
    code, data, _ = run(gold, "--format", "json")
    assert (code, json.loads(data)["overall"]["who_said_what"]["f1"]) == (0, 1.0)


def test_lists_errors_on_demand(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extracting(monkeypatch)
    assert "MISSED" not in run(gold)[1]
    assert "MISSED" in run(gold, "--errors")[1]
    (error,) = json.loads(run(gold, "--errors", "-f", "json")[1])["errors"]
    assert (error["status"], error["parts"]["content"]["gold"]) == ("missed", "Oui")


def test_floors(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    floors = tmp_path / "floors.yaml"
    extracting(monkeypatch, RECORD)
    assert run(gold, "--floors", floors, "--write-floors")[0] == 0
    assert "own:\n  detection-precision: 100.0\n" in floors.read_text(encoding="utf-8")
    assert run(gold, "--floors", floors)[0] == 0
    extracting(monkeypatch)
    code, _, told = run(gold, "--floors", floors)
    assert code == 1
    assert "detection-recall: 0.00, floor 100.0" in told
    assert "detection-precision: nothing to measure, floor 100.0" in told
    assert run(gold, "--floors", floors, "--write-floors")[0] == 0
    assert run(gold, "--floors", floors)[0] == 1
    assert run(gold, "--floors", floors, "--write-floors", "--lower-floors")[0] == 0
    assert run(gold, "--floors", floors)[0] == 0


def test_tells_when_a_folder_has_no_floors(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    floors = tmp_path / "floors.yaml"
    floors.write_text("other: {kind: 1}\n", encoding="utf-8")
    extracting(monkeypatch, RECORD)
    code, _, told = run(gold, "--floors", floors)
    assert (code, "no floors for own" in told) == (0, True)


def test_a_text_that_fails_is_told_and_its_attributions_are_missed(
    gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> tuple[Attribution, ...]:
        raise ArithmeticError("out of luck")

    monkeypatch.setattr(command, "extract_one", fail)
    code, data, told = run(gold, "-f", "json")
    assert (code, json.loads(data)["overall"]["detection"]["0.8"]["recall"]) == (1, 0.0)
    assert "out of luck" in told


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
