"""The samples: each annotated as the guide for annotation says, and each found well enough."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from quotex.evaluation.evaluate import extract_one, measure
from quotex.evaluation.floors import read_floors, shortfalls
from quotex.evaluation.gold import GoldDocument, GoldItem, read_gold
from quotex.filters import Filters
from quotex.model import Span
from quotex.resolution.same_name import read_name_words
from quotex.rulefiles.rulespath import builtin_rules
from tests.engine import EXTRACTOR

HERE = Path(__file__).parent
FOLDER = HERE.parent / "samples"
SAMPLES = read_gold(FOLDER)
FLOORS = read_floors(HERE / "floors.yaml")["each-sample"]
SHORT = {"pont"}
"""The example of the documentation is no text of its own kind."""


def by_name(document: GoldDocument) -> str:
    return document.path.stem


@pytest.mark.parametrize("document", SAMPLES, ids=by_name)
def test_it_is_found_at_the_floors_of_each(document: GoldDocument) -> None:
    extracted = extract_one(document, EXTRACTOR, Filters())
    figures, _ = measure([(document, extracted)], read_name_words(builtin_rules()))
    below = shortfalls(FLOORS, figures.metrics())
    assert not below, "; ".join(map(str, below))


def test_each_has_its_text_and_its_annotation() -> None:
    names = {document.path.stem for document in SAMPLES}
    assert {path.stem for path in FOLDER.glob("*.txt")} == names
    assert len(names - SHORT) >= 12


@pytest.mark.parametrize("document", SAMPLES, ids=by_name)
def test_it_is_as_long_as_a_story(document: GoldDocument) -> None:
    if document.path.stem not in SHORT:
        assert 150 <= len(document.text.split()) <= 500


def first(item: GoldItem) -> int:
    return min(span.start for span in [*item.content, *([item.cue] if item.cue else [])])


@pytest.mark.parametrize("document", SAMPLES, ids=by_name)
def test_its_annotation_is_in_order(document: GoldDocument) -> None:
    firsts = [first(item) for item in document.items]
    assert firsts == sorted(firsts)
    assert [item.id for item in document.items] == list(range(1, len(firsts) + 1))
    for item in document.items:
        for spans in (item.content, item.when, item.where, item.addressee, item.role):
            assert all(a.end <= b.start for a, b in pairwise(spans))
            assert all(is_trimmed(span) for span in spans)


def is_trimmed(span: Span) -> bool:
    return span.text == span.text.strip() != ""


def test_all_kinds_occur() -> None:
    kinds = Counter(item.kind for document in SAMPLES for item in document.items)
    assert min(kinds[kind] for kind in ("direct", "mixed", "indirect")) > 20
