"""``quotex explain``: what became of each cue and each quotation, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotex.attribution.confidence import confidence
from quotex.explain import Explained, Explainer
from quotex.model import Speaker
from quotex.rulefiles.loader import load_rules
from quotex.rulefiles.rulesources import RuleSources
from tests.command import Outcome, run
from tests.engine import EXTRACTOR

SAMPLES = Path(__file__).parents[1] / "samples"
BOOK = load_rules(RuleSources(), [])
EXPLAINER = Explainer(EXTRACTOR.compiled, BOOK.rules.values(), BOOK.macros)


def explained(text: str, words: str) -> Explained:
    """What is said of the passage that begins with the words."""
    items = [item for item in EXPLAINER.explain(text) if item.kind != "sentence"]
    (found,) = [item for item in items if item.span.text.startswith(words)]
    return found


NOTHING = [
    ("Vous affirmez que tout va bien.", "affirmez", "no-rule", None, "form"),
    ("Le menu annonce : soupe, poisson, tarte.", "annonce", "no-rule", None, "speaker"),
    ("Anne Roy a raconté.", "a raconté", "no-rule", None, "after"),
    ("Nancy : un homme tombe d'un toit", ":", "speaker-type", "headline-name", "all"),
    ("Paul a nagé jusqu'au bac.", "a nagé", "no-verb", None, None),
    ("Le film « Vertige » sort.", "« Vertige »", "name", None, None),
    ("Un « gros loup gris » passe.", "« gros loup gris »", "short", None, None),
    ("La pluie tombe. « On ne sait jamais ce qui peut arriver. »", "« On", "nobody", None, None),
    ("« Un \"vrai\" bateau est arrivé », a dit Anne Roy.", '"vrai"', "inside", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "reason", "rule", "step"), NOTHING)
def test_why_nothing_came_of_it(
    text: str, words: str, reason: str, rule: str | None, step: str | None
) -> None:
    item = explained(text, words)
    assert (item.record, item.reason) == (None, reason)
    nearest = item.nearest
    if step is None:
        assert nearest is None
    else:
        assert nearest is not None
        assert nearest.step == step
    assert (item.rule.id if item.rule else None) == rule


def test_what_was_found_and_how_the_speaker_was_chosen() -> None:
    text = (
        "Anne Roy et Paul Briand sont venus. Anne Roy a dit que la digue tiendrait. "
        "Elle a ajouté que tout allait bien."
    )
    item = explained(text, "a ajouté")
    assert item.record is not None
    assert item.rule is not None
    assert (item.record.speaker.name, item.rule.id) == ("Anne Roy", "verb-that")
    assert [each.name for each in item.considered] == ["Anne Roy"]
    assert text[item.considered[0].offset :].startswith("Anne Roy a dit")
    assert [factor.name for factor in item.factors] == ["rule", "resolution"]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_all_that_is_extracted_is_explained(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    items = EXPLAINER.explain(text, path=str(path))
    records = [item.record for item in items if item.record]
    found = EXTRACTOR.analyse(text, path=str(path)).attributions
    assert sorted(each.id for each in records) == sorted(each.id for each in found)
    for item in items:
        assert text[item.span.start : item.span.end] == item.span.text
        assert (item.record is None) == (item.reason is not None or item.kind == "sentence")
        product = 1.0
        for factor in item.factors:
            product *= factor.share
        assert item.record is None or item.record.confidence == round(product, 2)


def test_decomposed_letters_keep_their_places() -> None:
    text = "E\u0301lise a re\u0301pondu que tout e\u0301tait pre\u0302t."
    item = explained(text, "a re\u0301pondu")
    assert item.record is not None
    assert item.span.text == text[item.span.start : item.span.end]
    assert item.record.content.text == "tout e\u0301tait pre\u0302t"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text(
        "Anne Roy a dit que la digue tiendrait.\nElle court. Il annonce.\n", encoding="utf-8"
    )
    return path


def listed(*arguments: str) -> list[dict[str, Any]]:
    outcome = run("explain", *arguments)
    assert (outcome.code, outcome.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(outcome.out)
    return found


def test_the_command_by_line_and_offset(article: Path) -> None:
    assert [item["span"]["text"] for item in listed("a.txt")] == [
        "a dit que la digue tiendrait",
        "annonce",
    ]
    assert [item["span"]["text"] for item in listed("a.txt", "--line", "2")] == [
        "Elle court.",
        "court",
        "Il annonce.",
        "annonce",
    ]
    (whole, first) = listed("a.txt", "--offset", "12")
    assert [chunk["kind"] for chunk in whole["chunks"]] == [
        "noun", "verb", "that", "noun", "verb", "stop",
    ]  # fmt: skip
    assert (first["rule"], first["attribution"]["speaker"]["name"]) == ("verb-that", "Anne Roy")
    assert [item["kind"] for item in listed("a.txt", "--offset", "3")] == ["sentence"]
    both = run("explain", "a.txt", "--offset", "3", "--line", "1")
    assert (both.code, both.out) == (2, "")


def test_the_command_for_people(article: Path) -> None:
    lines = run("explain", "a.txt", "-f", "table").out.splitlines()
    assert "line 1  a dit que la digue tiendrait  → a.txt#1" in lines
    assert "  speaker     Anne Roy → Anne Roy  these words are the fullest name" in lines
    assert "  confidence  0.96 = 0.96 the rule's own × 1.00 named" in lines
    assert "line 2  annonce  → nothing" in lines
    empty = run("explain", "a.txt", "-f", "table", "--line", "9").out
    assert "nothing here may report: no cue, no quotation" in empty


def test_what_a_filter_silences_is_told(article: Path) -> None:
    Path("quiet.yaml").write_text("filters: [{speaker: Anne Roy, why: too much}]")
    (first, _) = listed("a.txt", "--rules", "quiet.yaml")
    assert first["silenced"] == "too much"
    assert first["attribution"]["id"] == "a.txt#1"


def test_files_that_cannot_be_explained(article: Path) -> None:
    missing = run("explain", "no.txt")
    assert missing == Outcome(1, "", "no.txt: error: no such file or directory; check the path\n")
    Path("b.txt").write_text("Deux.")
    folder = run("explain", ".")
    assert (folder.code, folder.out) == (2, "")
    assert "holds several texts" in folder.err
    Path("broken.yaml").write_text("rule: []")
    assert run("explain", "a.txt", "--rules", "broken.yaml").code == 2


def test_confidence_is_the_product_of_its_parts() -> None:
    engine = EXTRACTOR.compiled.engine
    layout = engine.layout("Anne Roy a dit que, selon Paul, la digue tiendrait.")
    (reading,) = engine.readings(layout)
    drafts = engine.drafts(reading)
    nobody = Speaker(None, None, None, "unknown", None, "none")
    someone = Speaker(None, "Anne Roy", None, "person", "f", "pronoun")
    doubtful = confidence(drafts[0], someone, "a", doubt="unclear")
    assert 0 < confidence(drafts[0], nobody, "a, b") < doubtful
    assert doubtful < confidence(drafts[0], someone, "a") <= 1
