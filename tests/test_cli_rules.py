"""The commands ``quotex rules …``, and own rules on the command line, as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from quotex.rulefiles.schema import schema
from tests.command import Outcome, run

SENTENCE = "Anne Roy – « La digue tiendra tout l'hiver ».\n"
RULE = """\
rules:
  - id: own-dash
    title: Name, dash, quotation
    construction: 27
    priority: 60
    confidence: 0.8
    cue: dash
    before: "(?<!.) @speaker(noun)"
    after: "@content(quotation) (stop|$)"
    speaker: part
    content: part
    examples:
"""
GOOD = """\
      - {text: "{who:Anne Roy} {cue:–} « {what:La digue tiendra tout l'hiver} »."}
    counter-examples: ["Le pont – le vieux – rouvrira."]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def rules(*arguments: str) -> Outcome:
    return run("rules", *arguments)


def listed(*arguments: str) -> list[dict[str, Any]]:
    outcome = rules("list", "-f", "json", *arguments)
    assert outcome.code == 0, outcome.err
    found: list[dict[str, Any]] = json.loads(outcome.out)
    return found


def test_list_is_in_the_order_in_which_rules_are_tried(here: Path) -> None:
    rows = listed()
    assert [row["id"] for row in rows] == [
        row["id"] for row in sorted(rows, key=lambda row: (-row["priority"], row["id"]))
    ]
    assert {row["origin"].rpartition("/")[0] for row in rows} == {"rules/attributions"}
    assert all(row["construction_title"] and row["examples"] for row in rows)


def test_list_shows_where_own_rules_come_from(here: Path) -> None:
    (here / "quotex.yaml").write_text(RULE + GOOD)
    (here / "more.yml").write_text("without: {rules: [verb-that]}")
    assert "quotex.yaml" in {row["origin"] for row in listed()}
    more = listed("--rules", "more.yml")
    assert {row["id"] for row in listed()} - {row["id"] for row in more} == {"verb-that"}
    assert [row["id"] for row in listed("--no-builtin")] == ["own-dash"]
    table = rules("list", "--no-builtin").out.split("\n")
    assert [line.split() for line in table if "own-dash" in line] == [[
        "own-dash", "Name,", "dash,", "quotation", "dash", "27", "60", "1", "+", "1", "quotex.yaml",
    ]]  # fmt: skip


def test_list_by_construction_and_verb(here: Path) -> None:
    assert {row["construction"] for row in listed("--construction", "10")} == {10}
    found = {row["id"] for row in listed("--verb", "promettre")}
    assert {"verb-that", "verb-to-de-infinitive"} <= found
    assert "source-first" not in found
    wrong = rules("list", "--verb", "promettere")
    assert wrong.code == 2
    assert 'did you mean "promettre"?' in wrong.err


def test_list_shows_what_changes_a_rule(here: Path) -> None:
    (here / "quotex.yaml").write_text("changes: [{id: verb-that, confidence: 0.5}]")
    (here / "more.yml").write_text("verbs: [{verb: gazouiller, act: say, takes: [que]}]")
    (row,) = [row for row in listed() if row["id"] == "verb-that"]
    assert row["origin"] == "rules/attributions/clauses.yaml, quotex.yaml"
    outcome = rules("list", "--rules", "more.yml")
    order = "the built-in rules, quotex.yaml, more.yml"
    assert outcome.err == f"in force, the last before the others: {order}\n"


def test_show(here: Path) -> None:
    outcome = rules("show", "verb-that")
    assert outcome.code == 0
    for words in (
        "frames          que, whom-que",
        "rules/attributions/clauses.yaml",
        "cue affirme",
    ):
        assert words in outcome.out
    wrong = rules("show", "verb-thta")
    assert wrong.code == 2
    assert 'did you mean "verb-that"?' in wrong.err


def test_check_tells_everything_at_once(here: Path) -> None:
    (here / "a.yaml").write_text("verbs: [{verb: gazouiler, act: sya, takes: [que]}]\nrule: []\n")
    (here / "b.yml").write_text(RULE.replace("noun)", "nuon)") + GOOD.replace("{cue:", "{ceu:"))
    outcome = rules("check", "a.yaml", "b.yml")
    assert outcome.code == 2
    told = [line.split(": ", 1) for line in outcome.out.splitlines()]
    assert [place for place, _ in told] == ["a.yaml:1:32", "a.yaml:2:1", "b.yml:8:30", "b.yml:13:9"]
    for (_, message), part in zip(told, ("say", "rules", "noun", "cue"), strict=True):
        assert f'did you mean "{part}"?' in message


def test_check_is_silent_about_what_is_right(here: Path) -> None:
    (here / "a.yaml").write_text(RULE + GOOD)
    assert rules("check", "a.yaml") == Outcome(0, "", "")
    (here / "a.yaml").write_text(RULE.replace("    examples:\n", ""))
    bare = rules("check", "a.yaml")
    assert (bare.code, bare.out) == (0, "")
    assert bare.err == "a.yaml:2:9: warning: the rule own-dash has no example\n"
    old = RULE.replace(
        "priority: 60", "status: deprecated\n    successor: verb-that\n    priority: 60"
    )
    (here / "a.yaml").write_text(old + GOOD)
    deprecated = rules("check", "a.yaml")
    assert (deprecated.code, deprecated.out) == (0, "")
    message = "the rule own-dash is deprecated: verb-that takes its place"
    assert deprecated.err == f"a.yaml:5:13: warning: {message}\n"
    assert rules("check", "no.yaml").code == 2
    assert rules("check") == Outcome(0, "", "")


def test_new_makes_a_file_that_passes(here: Path) -> None:
    made = rules("new", "own.yaml")
    assert (made.code, made.out) == (0, "")
    assert rules("check", "own.yaml") == Outcome(0, "", "")
    assert rules("test", "own.yaml").code == 0
    assert rules("new", "own.yaml").code == 2, "never over a file that is there"
    assert rules("new").out == (here / "own.yaml").read_text()


TESTED = [
    ("what holds", GOOD, 0, []),
    (
        "another span",
        GOOD.replace("{what:La digue tiendra tout l'hiver}", "{what:La digue} tiendra tout l'hiver"),
        1,
        [
            "own.yaml:13:9: own-dash, example 1",
            "    Anne Roy – « La digue tiendra tout l'hiver ».",
            "                 ~~~~~~~~",
            '    what: expected "La digue" at 13',
            "                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
            '    what: found "La digue tiendra tout l\'hiver" at 13',
        ],
    ),
    (
        "a pattern that does not hold",
        GOOD.replace("{cue:–} «", "{cue:–} mardi «"),
        1,
        ['    the pattern "after" does not hold after "–", where there is: time quotation stop'],
    ),
    (
        "no cue",
        GOOD.replace("{cue:–} «", "{cue:et} «"),
        1,
        ["    nothing in the sentence may be its cue"],
    ),
    (
        "a counter-example that is found",
        GOOD.replace("Le pont – le vieux – rouvrira.", "Le pont – « Les Ormes arrivent »."),
        1,
        [
            "own.yaml:14:24: own-dash, counter-example 1",
            "    counter-example: expected nothing",
            '    counter-example: found "–" at 8',
        ],
    ),
    (
        "a counter-example that is known to be found",
        GOOD.replace('["Le pont – le vieux – rouvrira."]', '[{text: "Le pont – « Les Ormes ».", todo: true}]'),
        0,
        [],
    ),
    (
        "a counter-example whose todo can go",
        GOOD.replace('["Le pont – le vieux – rouvrira."]', '[{text: "Le pont.", todo: true}]'),
        1,
        ["own.yaml:14:24: own-dash, counter-example 1", "    this example holds now: its todo can go"],
    ),
    (
        "a second attribution that is missing",
        GOOD.replace("hiver} ».", "hiver} ». {who2:Paul} {cue2:nage} {what2:bien}."),
        1,
        ['    second: expected "nage" at 51 + "bien" at 56 (with all rules)'],
    ),
    ("a todo that fails", GOOD.replace('»."}', '».", kind: mixed, todo: true}'), 0, []),
    (
        "a todo that holds",
        GOOD.replace('»."}', '».", todo: true}'),
        1,
        ["    this example holds now: its todo can go"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("examples", "code", "lines"), [row[1:] for row in TESTED], ids=[
    row[0] for row in TESTED
])  # fmt: skip
def test_examples_are_run(examples: str, code: int, lines: list[str], here: Path) -> None:
    (here / "own.yaml").write_text(RULE + examples)
    outcome = rules("test", "own.yaml")
    assert outcome.code == code, outcome.out + outcome.err
    told = outcome.out.splitlines()
    assert [line for line in lines if line not in told] == []


def test_the_rule_that_goes_before_is_named(here: Path) -> None:
    first = RULE + GOOD
    second = first.replace("own-dash", "own-other").replace("60", "61")
    (here / "own.yaml").write_text(first + second.removeprefix("rules:\n"))
    outcome = rules("test", "own.yaml")
    assert outcome.code == 1
    assert "    the rule own-other goes before it" in outcome.out.splitlines()
    assert "    rule: expected own-dash (with all rules)" in outcome.out.splitlines()


def extracted(*arguments: str) -> list[str]:
    """The rules that made what is found in the sentence."""
    Path("text.txt").write_text(SENTENCE, encoding="utf-8")
    outcome = run("extract", "text.txt", *arguments)
    assert (outcome.code, outcome.err) == (0, "")
    return [json.loads(line)["rule"] for line in outcome.out.splitlines()]


def test_extract_uses_the_project_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "quotex.yaml").write_text(RULE + GOOD)
    (here / "texts").mkdir()
    monkeypatch.chdir(here / "texts")
    assert extracted() == ["own-dash"]
    Path("off.yaml").write_text("without: {rules: [own-dash]}")
    assert "own-dash" not in extracted("--rules", "off.yaml")
    assert extracted("--no-builtin") == ["own-dash"]
    assert extracted("--no-builtin", "--rules", "off.yaml") == []


def test_extract_refuses_broken_rules(here: Path) -> None:
    Path("text.txt").write_text(SENTENCE, encoding="utf-8")
    Path("own.yaml").write_text("rule: []")
    outcome = run("extract", "text.txt", "--rules", "own.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith('own.yaml:1:1: error: unknown key "rule" (did you mean "rules"?)')
    missing = run("extract", "text.txt", "--rules", "no.yaml")
    assert (missing.code, missing.out) == (2, "")
    packs = "fiction, quebec, suisse"
    assert missing.err == f"no.yaml: error: no such file or folder; packs: {packs}\n"


def test_schema_knows_what_the_loader_knows() -> None:
    printed = json.loads(rules("schema").out)
    assert printed == schema()
    rule = printed["$defs"]["Rule"]
    assert "false-positives" in rule["properties"]
    assert rule["required"][:2] == ["id", "title"]
    assert "deprecated" in rule["properties"]["status"]["enum"]
    assert printed["$defs"]["RuleChange"]["required"] == ["id"]
    assert printed["additionalProperties"] is False


def test_the_skeleton_uses_every_kind_of_section() -> None:
    text = rules("new").out
    shown = {line.removeprefix("# ").partition(":")[0] for line in text.splitlines()}
    sections = {"verbs", "prepositions", "nouns", "names", "rules", "changes", "without", "filters"}
    assert sections <= shown
    uncommented = "\n".join(
        line.removeprefix("# ") for line in text.splitlines()
        if not line.startswith("# ") or line[2:3] == " " or line[2:].partition(":")[0] in sections
    )  # fmt: skip
    assert sections <= yaml.safe_load(uncommented).keys()
