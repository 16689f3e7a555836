"""The parts of the score, as ``quotex explain`` shows them, are those that the score comes from."""

from __future__ import annotations

import json
from math import exp
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotex.cli.app import app

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


@pytest.mark.parametrize("path", SAMPLES[:4], ids=lambda path: path.stem)
def test_the_parts_make_the_score(path: Path) -> None:
    result = CliRunner().invoke(app, ["explain", str(path)])
    items = [item for item in json.loads(result.stdout) if item["attribution"]]
    assert items
    for item in items:
        total = sum(part["weight"] for part in item["checkable"])
        score = item["attribution"]["claim"]["checkable"]
        assert score == pytest.approx(1 / (1 + exp(-total)), abs=0.006)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_parts_tell_an_opinion_from_a_fact(path: Path) -> None:
    result = CliRunner().invoke(app, ["explain", str(path)])
    items = [item for item in json.loads(result.stdout) if item["attribution"]]
    for item in items:
        type_ = item["attribution"]["claim"]["type"]
        total = round(sum(part["weight"] for part in item["judged"]), 3)
        assert not item["judged"] or type_ == ("opinion" if total > 0 else "fact")
    assert path.stem != "chronique" or any(item["judged"] for item in items)


def test_the_table_names_rule_and_parts() -> None:
    path = next(path for path in SAMPLES if path.stem == "conso")
    shown = CliRunner().invoke(app, ["explain", str(path), "--format", "table"]).stdout
    assert "statement   accusation, by reproached" in shown
    assert "signal percent +" in shown
