"""The labels of the page: one for everything, in every language; and which language it is."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from quotex.cli.language import system_language
from quotex.languages import LANGUAGES
from quotex.model import Certainty, ClaimType, Kind, Resolution, SpeakerType, WhereType
from quotex.rulefiles.labels import LabelFile, Labels
from quotex.rulefiles.rulespath import builtin_rules
from quotex.rulefiles.yamlio import read_yaml
from quotex.words.lexicon_files import Act

ASSETS = Path(__file__).resolve().parents[1] / "quotex" / "render"
VALUES = {
    "acts": Act,
    "certainties": Certainty,
    "claims": ClaimType,
    "kinds": Kind,
    "letters": Kind,
    "resolutions": Resolution,
    "speakers": SpeakerType,
    "wheres": WhereType,
}


@pytest.mark.parametrize("table", VALUES)
def test_every_value_of_the_record_has_a_label(table: str) -> None:
    file = read_yaml(builtin_rules() / "labels.yaml", LabelFile)
    assert set(getattr(file, table)) == set(get_args(VALUES[table]))


def test_every_label_of_the_page_is_used() -> None:
    sources = [path for suffix in ("py", "html") for path in ASSETS.rglob(f"*.{suffix}")]
    sources.append(ASSETS.parent / "rulefiles" / "labels.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    for key in Labels.load("en").page:
        assert f'"{key}"' in code or f"$label_{key.replace('-', '_')}" in code, key


def test_labels_are_sorted_and_have_the_same_holes_in_every_language() -> None:
    file = read_yaml(builtin_rules() / "labels.yaml", LabelFile)
    for table in fields(LabelFile):
        terms = getattr(file, table.name)
        assert list(terms) == sorted(terms)
        for term in terms.values():
            holes = [sorted(re.findall(r"{\w+}", getattr(term, each))) for each in LANGUAGES]
            assert holes[0] == holes[1]


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_CA"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": ""}, "en"),
    ],
)
def test_the_language_of_the_system(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == expected
