"""Accuracy on annotated texts must not fall below the floors of ``floors.yaml``.

The project's own samples are always measured; a further gold folder is when the environment
variable ``QUOTEX_GOLD`` names it, as ``make check GOLD=FOLDER`` does.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quotex.evaluation.evaluate import extract_one, measure
from quotex.evaluation.floors import read_floors, shortfalls
from quotex.evaluation.gold import read_gold
from quotex.extract import Extractor
from quotex.filters import Filters
from quotex.resolution.same_name import read_name_words
from quotex.rulefiles.rulespath import builtin_rules

HERE = Path(__file__).parent
FLOORS = HERE / "floors.yaml"
NAMED = os.environ.get("QUOTEX_GOLD")
FOLDERS = [
    HERE.parent / "samples",
    HERE / "gold" / "fresh",
    HERE / "gold" / "heldout",
    HERE / "gold" / "unseen",
    HERE / "gold" / "written",
    *([Path(NAMED).resolve()] if NAMED else []),
]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_accuracy_is_above_its_floors(folder: Path) -> None:
    floors = read_floors(FLOORS)
    extractor = Extractor()
    extracted = [
        (document, extract_one(document, extractor, Filters())) for document in read_gold(folder)
    ]
    figures, _ = measure(extracted, read_name_words(builtin_rules()))
    below = shortfalls(floors.get(folder.name, {}), figures.metrics())
    assert not below, f"{folder.name}: " + "; ".join(map(str, below))


def test_the_samples_have_floors() -> None:
    assert read_floors(FLOORS).get("samples")
