"""Evaluation: small texts with gold and records made by hand, and what must be counted."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from quotex.circumstances.date_agreement import agree
from quotex.errors import InputError, RulesError
from quotex.evaluation.align import align, offsets, same_span
from quotex.evaluation.evaluate import compare, measure
from quotex.evaluation.floors import new_floors, read_floors, shortfalls, write_floors
from quotex.evaluation.gold import GoldDocument, GoldItem, read_gold
from quotex.evaluation.judge import Counts, Verdict, judge, judge_name
from quotex.evaluation.mistakes import mistakes
from quotex.evaluation.scores import Detection, Figures
from quotex.model import (
    Addressee,
    Attribution,
    Content,
    Cue,
    DocumentInfo,
    Span,
    Speaker,
    When,
    Where,
)
from quotex.render.evaluation import write_json, write_mistakes, write_tables
from quotex.resolution.same_name import NameWords

TEXT = (
    "« Nous serons prêts », a déclaré mardi à la presse Anne Roy, maire de Quimper, à Brest. "
    "Selon elle, le pont rouvrira en mars. Le préfet, qui affirme vouloir aider la commune, "
    "a promis des moyens. Le ministère dément."
)
WORDS = NameWords(
    articles=frozenset({"la", "le", "l'", "les"}),
    titles=frozenset({"M.", "Mme", "capitaine"}),
    relatives=frozenset({"qui"}),
)


def at(text: str) -> Span:
    """The first place of ``text`` in the example."""
    start = TEXT.index(text)
    return Span(start, start + len(text), text)


def ats(texts: Iterable[str]) -> tuple[Span, ...]:
    return tuple(at(text) for text in texts)


def item(*content: str, cue: str | None = "a déclaré", **changes: Any) -> GoldItem:
    """An annotated attribution; parts are given by their texts."""
    speaker = changes.pop("speaker", "Anne Roy")
    parts = {part: ats(changes.pop(part, ())) for part in ("role", "when", "where", "addressee")}
    fields: dict[str, Any] = {
        "id": 1, "kind": "direct", "name": "Anne Roy", "aliases": (), "when_value": None,
        "neutral": False, **parts, **changes,
    }  # fmt: skip
    return GoldItem(
        content=ats(content),
        cue=at(cue) if cue else None,
        speaker=at(speaker) if speaker else None,
        **fields,
    )


def record(*content: str, cue: str | None = "a déclaré", **changes: Any) -> Attribution:
    """An extracted attribution; parts are given by their texts."""
    mention, name = changes.pop("speaker", "Anne Roy"), changes.pop("name", "Anne Roy")
    when = tuple(
        When(span.start, span.end, span.text, changes.get("when_value"))
        for span in ats(changes.pop("when", ()))
    )
    changes.pop("when_value", None)
    where = ats(changes.pop("where", ()))
    addressee = ats(changes.pop("addressee", ()))
    span = at(cue) if cue else None
    fields: dict[str, Any] = {
        "id": "#1", "kind": "direct", "parent": None, "rule": "r", "confidence": 0.95, **changes,
    }  # fmt: skip
    return Attribution(
        document=DocumentInfo(),
        content=Content(ats(content)),
        cue=Cue(span.start, span.end, span.text, "x", "say", "asserted") if span else None,
        speaker=Speaker(at(mention) if mention else None, name, None, "person", None, "named"),
        addressee=tuple(Addressee(each.start, each.end, each.text, "") for each in addressee),
        when=when,
        where=tuple(Where(each.start, each.end, each.text, "place") for each in where),
        **fields,
    )


def document(*items: GoldItem) -> GoldDocument:
    return GoldDocument(Path("example.txt"), TEXT, "2016-05-03", items)


def figures(items: Iterable[GoldItem], records: Iterable[Attribution]) -> Figures:
    return measure([(document(*items), tuple(records))], WORDS)[0]


def counts(detection: Detection) -> tuple[int, int, int]:
    """Found, annotated, extracted."""
    return detection.found, detection.gold, detection.records


PREPARED = "Nous serons prêts"
BRIDGE = "le pont rouvrira en mars"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["« Nous serons prêts »,"], ["Nous serons prêts"]),
        (["« Nous ", "serons prêts »"], ["Nous serons prêts"]),
        (["le pont rouvrira en mars."], ["le pont", "rouvrira en mars"]),
    ],
)
def test_offsets_leave_out_marks_spaces_and_edges(left: list[str], right: list[str]) -> None:
    assert offsets(ats(left)) == offsets(ats(right))


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Anne Roy", "Anne Roy,", True),
        ("Anne Roy", "Anne Roy, maire de Quimper", False),
        ("Anne Roy", None, False),
        (None, None, True),
    ],
)
def test_same_span(left: str | None, right: str | None, same: bool) -> None:
    assert same_span(at(left) if left else None, at(right) if right else None) is same


def test_align_takes_the_best_overlap_then_the_same_cue() -> None:
    items = [item(BRIDGE, cue="a déclaré", id=1), item(BRIDGE, cue="Selon", id=2)]
    records = [record("le pont rouvrira"), record(BRIDGE, cue="Selon"), record(BRIDGE)]
    aligned = align(items, records)
    assert [(pair.item.id, pair.overlap) for pair in aligned.pairs] == [(1, 1.0), (2, 1.0)]
    assert [pair.record for pair in aligned.pairs] == [records[2], records[1]]
    assert aligned.spurious == (records[0],)


# Items and records, then at overlap 0.8: found, annotated and extracted; then records that count
# neither way.
@pytest.mark.parametrize(
    ("items", "records", "exact", "neutral"),
    [
        ([], [], (0, 0, 0), 0),
        ([item(PREPARED)], [], (0, 1, 0), 0),
        ([], [record(PREPARED)], (0, 0, 1), 0),
        ([item(PREPARED)], [record(PREPARED)], (1, 1, 1), 0),
        ([item(PREPARED)], [record("« Nous serons prêts »")], (1, 1, 1), 0),
        ([item(PREPARED)], [record("serons prêts")], (0, 1, 1), 0),
        ([item(PREPARED)], [record(BRIDGE)], (0, 1, 1), 0),
        ([item(PREPARED)], [record(PREPARED), record(PREPARED, id="#2")], (1, 1, 2), 0),
        # empty contents go by their cues
        ([item(cue="dément")], [record(cue="dément")], (1, 1, 1), 0),
        ([item(cue="dément")], [record(cue="a promis")], (0, 1, 1), 0),
        ([item(cue="dément")], [record("Le ministère", cue="dément")], (0, 1, 1), 0),
        # neutral items: neither missed nor, when found, wrong
        ([item(PREPARED, neutral=True)], [], (0, 0, 0), 0),
        ([item(PREPARED, neutral=True)], [record(PREPARED)], (0, 0, 0), 1),
        ([item(PREPARED, neutral=True)], [record("serons prêts")], (0, 0, 0), 1),
        ([item(PREPARED, neutral=True)], [record("prêts")], (0, 0, 1), 0),
        ([item("vouloir aider la commune"), item("aider la commune", neutral=True)],
         [record("vouloir aider la commune"), record("aider la commune", id="#2")], (1, 1, 1), 1),
        # a record inside another one of the same speaker: neither way
        ([item("vouloir aider la commune")],
         [record("vouloir aider la commune"), record("aider la commune", id="#2", parent="#1")],
         (1, 1, 1), 1),
        ([item("vouloir aider la commune")],
         [record("vouloir aider la commune"),
          record("aider la commune", id="#2", parent="#1", name="Le préfet")], (1, 1, 2), 0),
        ([item("vouloir aider la commune"), item("aider la commune", id=2)],
         [record("vouloir aider la commune"), record("aider la commune", id="#2", parent="#1")],
         (2, 2, 2), 0),
    ],
)  # fmt: skip
def test_detection(
    items: list[GoldItem], records: list[Attribution], exact: tuple[int, ...], neutral: int
) -> None:
    measured = figures(items, records)
    assert (counts(measured.overall.exact), measured.neutral) == (exact, neutral)


def test_looser_measures() -> None:
    # 10 of the 15 letters, and the whole with as much again
    measured = figures(
        [item(PREPARED), item(BRIDGE, id=2)],
        [record("serons prêts"), record("elle, le pont rouvrira en mars. Le préfet, qui", id="#2")],
    ).overall
    assert counts(measured.exact) == (0, 2, 2)
    assert counts(measured.close) == (2, 2, 2)
    assert counts(measured.touched) == (2, 2, 2)
    assert counts(measured.covered) == (1, 2, 2)


def test_kinds_count_on_the_side_that_has_them() -> None:
    by_kind = figures([item(PREPARED, kind="mixed")], [record(PREPARED)]).by_kind
    mixed, direct = by_kind["mixed"].exact, by_kind["direct"].exact
    assert (mixed.recall, mixed.precision, direct.recall, direct.precision) == (1, None, None, 1)


def test_shares() -> None:
    detection = Detection(found=1, gold=2, right=1, records=4)
    assert (detection.recall, detection.precision) == (0.5, 0.25)
    assert detection.f1 == pytest.approx(1 / 3)
    assert Detection(0, 0, 0, 0).f1 is None
    assert Detection(0, 3, 0, 0).f1 == 0


@pytest.mark.parametrize(
    ("gold", "aliases", "found", "verdict"),
    [
        ("Anne Roy", (), "Anne Roy", "right"),
        ("Anne Roy", (), "anne roÿ", "right"),
        ("Anne Roy", (), "Mme Anne Roy", "right"),
        ("Mme Roy", (), "Roy", "right"),
        ("capitaine Roy", (), "Roy", "right"),
        ("capitaine des pompiers", (), "les pompiers", "wrong"),
        ("Élysée", (), "l’Elysée", "right"),
        ("Roy", (), "Anne Roy", "right"),  # holds it whole
        ("Anne Roy", (), "Roy", "wrong"),
        ("Anne Roy", ("Roy",), "Roy", "right"),
        ("Roy", (), "Leroy", "wrong"),
        ("La", (), "la", "right"),
        ("Anne Roy", (), None, "unresolved"),
        (None, (), None, "right"),
        (None, (), "Anne Roy", "wrong"),
    ],
)
def test_names(gold: str | None, aliases: tuple[str, ...], found: str | None, verdict: str) -> None:
    assert judge_name(item(PREPARED, name=gold, aliases=aliases), found, WORDS) == verdict


@pytest.mark.parametrize(
    ("gold", "role", "found", "name", "right"),
    [
        ("Anne Roy", (), "Anne Roy", "x", True),
        ("Anne Roy", ("maire de Quimper",), "maire de Quimper", "x", True),
        ("Anne Roy", ("maire de Quimper",), "Anne Roy, maire de Quimper", "x", True),
        ("Anne Roy", (), "Anne Roy, maire de Quimper", "Anne Roy", False),
        ("Anne Roy, maire de Quimper", ("maire de Quimper",), "maire de Quimper", "Roy", False),
        ("qui", (), "Le préfet", "Anne Roy", True),
        ("Le préfet", (), "qui", "Anne Roy", True),
        ("Le préfet", (), "qui", "x", False),
        ("elle", (), "Anne Roy", "Anne Roy", False),
        (None, (), None, "x", True),
        (None, (), "Anne Roy", "Anne Roy", False),
        ("Anne Roy", (), None, "Anne Roy", False),
    ],
)
def test_speaker_mentions(
    gold: str | None, role: tuple[str, ...], found: str | None, name: str, right: bool
) -> None:
    (pair,) = align(
        [item(PREPARED, speaker=gold, role=role)], [record(PREPARED, speaker=found, name=name)]
    ).pairs
    assert judge(pair, WORDS).speaker is right


@pytest.mark.parametrize(
    ("gold", "found", "verdict"),
    [
        ({}, {}, {}),
        ({}, {"kind": "mixed"}, {"kind": False}),
        ({}, {"cue": None}, {"cue": False}),
        ({"cue": None}, {"cue": None}, {}),
        ({"when": ["mardi"], "when_value": "2016-05-03"}, {"when": ["mardi"]},
         {"when": Counts(1, 0, 0), "date": False}),
        ({"when": ["mardi"], "when_value": "2016-05-03"},
         {"when": ["mardi"], "when_value": "2016-05"}, {"when": Counts(1, 0, 0), "date": True}),
        ({"when": ["mardi"], "when_value": "2016-05-03"}, {}, {"when": Counts(0, 1, 0)}),
        ({"where": ["Brest"]}, {"where": ["à Brest"]},  # 5 of 6 letters
         {"where": Counts(1, 0, 0)}),
        ({"where": ["Brest"]}, {"where": ["Quimper"]}, {"where": Counts(0, 1, 1)}),
        ({}, {"addressee": ["la presse"]}, {"addressee": Counts(0, 0, 1)}),
    ],
)  # fmt: skip
def test_fields(gold: dict[str, Any], found: dict[str, Any], verdict: dict[str, Any]) -> None:
    (pair,) = align([item(PREPARED, **gold)], [record(PREPARED, **found)]).pairs
    none = Counts(0, 0, 0)
    right: dict[str, Any] = {
        "kind": True, "cue": True, "speaker": True, "name": "right",
        "when": none, "where": none, "addressee": none, "date": None,
    }  # fmt: skip
    assert judge(pair, WORDS) == Verdict(**{**right, **verdict})


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("2016-05-03", "2016-05-03", True),
        ("2016-05-03", "2016-05-04", False),
        ("2016-05-03", "2016-05", True),
        ("2016-05-03", "2016", True),
        ("2016-05-03", "2015", False),
        ("2016-W18", "2016-05-03", True),
        ("2016-W19", "2016-05-03", False),
        ("2016-05-03T15:13", "2016-05-03", True),
        ("2016-05-03T15:13", "2016-05-03T15:14", False),
        ("2016-05-01/2016-05-03", "2016-05-02", True),
        ("2016-05-01/2016-05-03", "2016-05-01/2016-05-04", False),
        ("2016-05-01/2016-05-03", "2016-05/2016-05", True),
        ("2016-13", "2016", False),
        ("soon", "soon", True),
        ("soon", "2016", False),
    ],
)
def test_dates_agree_at_the_coarser_precision(left: str, right: str, same: bool) -> None:
    assert agree(left, right) is agree(right, left) is same


def test_rules_confidence_and_the_dial() -> None:
    measured = figures(
        [item(PREPARED), item(BRIDGE, id=2, cue="Selon", speaker="elle")],
        [
            record(PREPARED, rule="a"),
            record(BRIDGE, id="#2", cue="Selon", speaker="elle", name="x", rule="b"),
            record("des moyens", id="#3", rule="b", confidence=0.6),
        ],
    )
    rules = {
        rule: (scores.records, scores.exact, scores.who, scores.all_right)
        for rule, scores in measured.by_rule.items()
    }
    assert rules == {"b": (2, 1, 0, 0), "a": (1, 1, 1, 1)}
    assert [counts(level.exact) for level in measured.by_confidence] == [
        (2, 2, 3), (2, 2, 2), (2, 2, 2)
    ]  # fmt: skip
    assert (measured.confident.right, measured.confident.total) == (2, 3)
    assert (measured.confident_right.right, measured.confident_right.total) == (1, 2)
    assert (measured.overall.wrong_name.right, measured.overall.name.right) == (1, 1)


def test_mistakes_name_what_is_wrong() -> None:
    outcome = compare(
        document(
            item(PREPARED),
            item(BRIDGE, id=2, cue="Selon"),
            item("des moyens", cue="a promis", id=3),
        ),
        [
            record(PREPARED),
            record("le pont", id="#2", cue="Selon", name="x"),
            record("Le ministère dément", id="#3", cue=None),
        ],
        WORDS,
    )
    found = mistakes([outcome])
    assert [(each.status, each.line, each.gold_id, each.record_id) for each in found] == [
        ("differs", 1, 2, "#2"), ("missed", 1, 3, None), ("spurious", 1, None, "#3")
    ]  # fmt: skip
    parts = {part.field: (part.gold, part.found) for part in found[0].parts}
    assert parts == {
        "content": (BRIDGE, "le pont"), "cue": ("Selon", "Selon"), "name": ("Anne Roy", "x")
    }  # fmt: skip
    written = io.StringIO()
    write_mistakes(found, written)
    for words in ("MISSED", "SPURIOUS", "DIFFERS", "#2 by r at 0.95", "overlap 0.30", BRIDGE):
        assert words in written.getvalue()


def test_figures_are_written_as_tables_and_as_json() -> None:
    measured, outcomes = measure([(document(item(PREPARED)), (record(PREPARED),))], WORDS)
    table, data = io.StringIO(), io.StringIO()
    write_tables(measured, table)
    assert "1 documents, 1 attributions annotated, 1 extracted" in table.getvalue()
    assert "100.0" in table.getvalue()
    write_json(measured, mistakes(outcomes), data)
    parsed = json.loads(data.getvalue())
    assert parsed["overall"]["detection"]["0.8"]["f1"] == 1
    assert parsed["errors"] == []


def test_floors_rise_and_fall_only_on_purpose(tmp_path: Path) -> None:
    old = {"cue": 90.0, "kind": 80.0, "date": 50.0}
    metrics = {"cue": 85.27, "kind": 88.88, "name": 70.0}
    assert new_floors(old, metrics, lower=False) == {
        "cue": 90.0, "kind": 88.8, "name": 70.0, "date": 50.0
    }  # fmt: skip
    assert new_floors(old, metrics, lower=True) == {"cue": 85.2, "kind": 88.8, "name": 70.0}
    below = shortfalls(old, metrics)
    assert [str(each) for each in below] == [
        "cue: 85.27, floor 90.0", "date: nothing to measure, floor 50.0"
    ]  # fmt: skip
    path = tmp_path / "floors.yaml"
    write_floors(path, {"dev": old})
    assert read_floors(path) == {"dev": old}
    path.write_text("dev: {cue: high}")
    with pytest.raises(RulesError, match="expected a number"):
        read_floors(path)


GOLD_ENTRY = {
    "id": 1, "kind": "direct", "content": [{"start": 0, "end": 3, "text": "Oui"}], "cue": None,
    "speaker": None, "speaker_entity": "Roy", "speaker_aliases": [], "role": [], "when": [],
    "when_value": None, "where": [], "addressee": [], "nested_in": None, "optional": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "neutral"),
    [
        ({}, False),
        ({"optional": True}, True),
        ({"nested_in": 1}, True),
        ({"nested_in": 1, "speaker_entity": "Blanc"}, False),
        ({"nested_in": 1, "speaker_entity": None}, False),
    ],
)
def test_gold_is_read(tmp_path: Path, changes: dict[str, Any], neutral: bool) -> None:
    entries = [GOLD_ENTRY, {**GOLD_ENTRY, "id": 2, **changes}]
    data = {"text": "a.txt", "document_date": "2016-05-03", "attributions": entries}
    (tmp_path / "a.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfOui\r\n")
    (tmp_path / "other.txt").write_text("Non")
    (read,) = read_gold(tmp_path)
    assert (read.text, read.date) == ("Oui\r\n", "2016-05-03")
    assert [each.neutral for each in read.items] == [False, neutral]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "no annotated texts"),
        ("{", "cannot be read"),
        ("[]", "not in the format of gold files"),
        ('{"attributions": [{"id": 1}]}', "not in the format of gold files: KeyError"),
        (json.dumps({"document_date": None, "attributions": [
            {**GOLD_ENTRY, "content": [{"start": 1, "end": 3, "text": "Ou"}]}]}),
         "at 1:3 the text has 'ui', not 'Ou'"),
    ],
)  # fmt: skip
def test_bad_gold_is_told(tmp_path: Path, data: str | None, message: str) -> None:
    (tmp_path / "a.txt").write_text("Oui")
    if data is not None:
        (tmp_path / "a.json").write_text(data)
    with pytest.raises(InputError, match=message):
        read_gold(tmp_path)
    with pytest.raises(InputError, match="no such folder"):
        read_gold(tmp_path / "none")
