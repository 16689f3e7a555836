"""``quotex claims`` as a user meets it: real texts, what is printed where, exit codes."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from tests import command
from tests.command import Outcome

ROY = (
    "Quimper, 3 mai 2016 - « Le pont a coûté 12 millions d'euros », a déclaré la maire, Anne Roy.\n\n"
    "Le chômage a reculé de 3 % en 2015, a affirmé Luc Fay. « C'est faux », a répondu Anne Roy.\n\n"
    "« Quelle belle journée ! », a lancé Luc Fay.\n"
)
AGAIN = (
    "Brest, 2 mai 2016 - Le pont a coûté 12 millions d'euros, a déclaré Anne Roy.\n\n"
    "Le préfet, Luc Fay, promet que le port ouvrira en 2017.\n"
)
TERMS = json.loads(
    (Path(__file__).parents[1] / "data/schema-org/terms.json").read_text(encoding="utf-8")
)


def run(*arguments: str | Path) -> Outcome:
    return command.run("claims", *arguments)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ROY, encoding="utf-8")
    Path("b.txt").write_text(AGAIN, encoding="utf-8")
    return tmp_path


def lines(outcome: Outcome) -> list[dict[str, Any]]:
    return [json.loads(line) for line in outcome.out.splitlines()]


def test_json_lines_into_a_pipe_best_first() -> None:
    outcome = run("a.txt", "b.txt")
    assert (outcome.code, outcome.err) == (0, "")
    found = lines(outcome)
    scores = [line["claim"]["checkable"] for line in found]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= 0.5
    texts = [line["content"]["text"] for line in found]
    assert len(texts) == len(set(texts)) >= 2


def test_the_same_statement_of_two_texts_is_one_the_first_first() -> None:
    (line,) = [line for line in lines(run("a.txt", "b.txt")) if "pont" in line["content"]["text"]]
    assert [(each["id"], each["document"]["date"]) for each in line["appearances"]] == [
        ("b.txt#1", "2016-05-02"),
        ("a.txt#1", "2016-05-03"),
    ]
    assert line["id"] == "b.txt#1"


def test_answers_stand_with_what_they_answer_even_those_filtered_away() -> None:
    for filters in ([], ["--speaker", "fay"]):
        found = lines(run("a.txt", *filters))
        (line,) = [line for line in found if "chômage" in line["content"]["text"]]
        (answer,) = line["answers"]
        assert (answer["speaker"], answer["content"]) == ("Anne Roy", "C'est faux")
        assert answer["id"] == "a.txt#3"


@pytest.mark.parametrize(
    ("arguments", "number"), [(["--min-checkable", "1"], 0), (["--min-checkable", "0"], 5)]
)
def test_the_least_score(arguments: list[str], number: int) -> None:
    assert len(lines(run("a.txt", "b.txt", *arguments))) == number


@pytest.mark.parametrize(
    ("filters", "speakers"),
    [
        (["--speaker", "roy"], {"Anne Roy"}),
        (["--kind", "direct"], {"Anne Roy"}),
        (["--min-confidence", "1"], set()),
    ],
)
def test_filters(filters: list[str], speakers: set[str]) -> None:
    assert {line["speaker"]["name"] for line in lines(run("a.txt", *filters))} == speakers


def test_by_speaker_and_by_topic() -> None:
    found = lines(run("a.txt", "b.txt", "--by", "speaker", "--min-checkable", "0"))
    groups = [line["group"] for line in found]
    assert groups == sorted(groups, key=groups.index)
    assert set(groups) == {"Anne Roy", "Luc Fay"}
    found = lines(run("a.txt", "--by", "topic"))
    assert {line["group"] for line in found} == {"pont", "chômage"}


def test_the_table_and_its_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    outcome = run("a.txt", "-f", "table")
    assert "12000000 EUR" in outcome.out
    assert "a.txt:1" in outcome.out
    assert "→ Anne Roy" in outcome.out
    assert outcome.err == "4 attributions (3 direct, 1 indirect) in 1 document\n"


def test_csv_and_markdown_by_the_extension() -> None:
    assert run("a.txt", "-o", "check.csv").code == 0
    rows = list(csv.DictReader(Path("check.csv").read_text("utf-8-sig").splitlines()))
    by_text = {row["content"]: row for row in rows}
    row = by_text["Le pont a coûté 12 millions d'euros"]
    assert (row["speaker"], row["signal_values"]) == ("Anne Roy", "12000000 EUR")
    assert run("a.txt", "--by", "speaker", "-o", "check.md").code == 0
    written = Path("check.md").read_text("utf-8")
    assert written.startswith("## ")
    assert "> Le pont a coûté 12 millions d'euros" in written
    assert "- answered by Anne Roy (a répondu): C'est faux" in written
    assert "- direct, a déclaré\n" in written
    assert "- in a.txt:1 · 2016-05-03\n" in written


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument"),
        (["a.txt", "--by", "age"], "topic"),
        (["a.txt", "-f", "brat"], "claimreview"),
        (["a.txt", "-o", "check.xyz"], "no format is known"),
        (["a.txt", "--min-checkable", "2"], "--min-checkable"),
    ],
)
def test_wrong_usage_is_2(arguments: list[str], message: str) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    words = "".join(character for character in outcome.err if character not in "│\n")
    assert message.replace(" ", "") in words.replace(" ", "")


def test_a_failed_input_is_1_and_the_others_are_listed() -> None:
    outcome = run("none.txt", "a.txt")
    assert outcome.code == 1
    assert len(lines(outcome)) == 2


def test_nothing_to_check_is_no_error() -> None:
    Path("c.txt").write_text("Rien ici.\n", encoding="utf-8")
    assert run("c.txt") == Outcome(0, "", "")
    drafts = json.loads(run("c.txt", "-f", "claimreview").out)
    assert drafts == {"@context": "https://schema.org", "@graph": []}


def drafts() -> list[dict[str, Any]]:
    assert run("a.txt", "b.txt", "-o", "drafts.jsonld").code == 0
    document = json.loads(Path("drafts.jsonld").read_text("utf-8"))
    assert document["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = document["@graph"]
    return graph


def test_a_draft_leaves_the_verdict_to_people() -> None:
    draft = next(draft for draft in drafts() if "pont" in draft["claimReviewed"])
    assert draft["creativeWorkStatus"] == "Draft"
    assert draft["reviewRating"] == {"@type": "Rating", "alternateName": ""}
    claim = draft["itemReviewed"]
    assert claim["author"]["name"] == "Anne Roy"
    assert claim["datePublished"] == "2016-05-02"
    assert claim["description"] == "indirect, a déclaré"
    first = claim["firstAppearance"]
    assert (first["identifier"], first["position"]) == ("b.txt", "line 1")
    assert [work["identifier"] for work in claim["appearance"]] == ["a.txt"]


def test_every_draft_is_valid_in_the_published_vocabulary() -> None:
    found = drafts()
    assert len(found) >= 2
    for draft in found:
        check(draft)
    assert any("subjectOf" in draft["itemReviewed"] for draft in found)


def test_drafts_are_json_ld() -> None:
    context = {"@vocab": "https://schema.org/"}
    expanded = jsonld.expand({"@context": context, "@graph": drafts()})
    types = {type_ for node in expanded for type_ in node["@type"]}
    assert types == {"https://schema.org/ClaimReview"}


def kinds_of(type_: str | None) -> set[str]:
    """The type and all that it is a kind of."""
    found = set()
    while type_ is not None:
        found.add(type_)
        type_ = TERMS["types"][type_]
    return found


def check(node: dict[str, Any]) -> None:
    """That every property may stand on the type of its node, and have its value."""
    own = kinds_of(node["@type"])
    for name, value in node.items():
        if name == "@type":
            continue
        term = TERMS["properties"][name]
        assert own & set(term["domain"]), f"{name} on {node['@type']}"
        for each in value if isinstance(value, list) else [value]:
            assert fits(each, set(term["range"])), f"{name}: {each}"
            if isinstance(each, dict):
                check(each)


def fits(value: object, ranges: set[str]) -> bool:
    if isinstance(value, dict):
        return bool(kinds_of(value["@type"]) & ranges)
    if "Date" in ranges:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    return isinstance(value, str) and bool(ranges & {"Text", "URL"})
