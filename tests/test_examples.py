"""Examples against what was found: each kind of difference is told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex.model import Attribution, Content, Cue, DocumentInfo, Kind, Span, Speaker, When
from quotex.rulefiles.examples import check_counter_example, check_example
from quotex.rulefiles.ruleset import Example, Rule

TEXT = "Anne Roy a dit mardi que le bac partira."
RULE = Rule("r", "", 1, 1, 1.0, "verb", "subject", "after")
SPEAKER = Speaker(Span(0, 8, "Anne Roy"), "Anne Roy", None, "person", None, "named")
FOUND = Attribution(
    id="#1",
    document=DocumentInfo(),
    kind="indirect",
    content=Content((Span(25, 39, "le bac partira"),)),
    cue=Cue(9, 14, "a dit", "dire", "say", "asserted"),
    speaker=SPEAKER,
    addressee=(),
    when=(When(15, 20, "mardi", None),),
    where=(),
    parent=None,
    rule="r",
    confidence=1.0,
)
GOOD = "{who:Anne Roy} {cue:a dit} {when:mardi} que {what:le bac partira}."


def aspects(
    text: str, *found: Attribution, name: str | None = None, kind: Kind | None = None
) -> list[str]:
    return [failure.aspect for failure in check_example(RULE, Example(text, name, kind), found)]


DIFFERENCES = [
    (GOOD, []),
    ("{who:Anne Roy} {cue:a dit} mardi que {what:le bac partira}.", []),
    ("{who:Anne} Roy {cue:a dit} mardi que {what:le bac partira}.", ["who"]),
    ("Anne Roy {cue:a dit} mardi que {what:le bac partira}.", ["who"]),
    ("{who:Anne Roy} a dit mardi que {what:le bac partira}.", ["cue"]),
    ("{who:Anne Roy} {cue:a dit mardi} que {what:le bac} partira.", ["cue", "what"]),
    ("{who:Anne Roy} {cue:a dit} mardi que {what:le bac} {what:partira}.", ["what"]),
    ("{who:Anne Roy} {cue:a dit} mardi que le {where:bac} partira.", ["what", "where"]),
    ("{who:Anne Roy} {cue:a dit} {to:mardi} que {what:le bac partira}.", ["to"]),
]


@pytest.mark.parametrize(("text", "expected"), DIFFERENCES)
def test_differences(text: str, expected: list[str]) -> None:
    assert aspects(text, FOUND) == expected


def test_kind_and_name() -> None:
    assert aspects(GOOD, FOUND, name="Anne Roy", kind="indirect") == []
    assert aspects(GOOD, FOUND, name="Zoé Roy", kind="mixed") == ["kind", "name"]


def test_another_rule_does_not_count() -> None:
    (failure,) = check_example(RULE, Example(GOOD), [replace(FOUND, rule="other")])
    assert (failure.aspect, failure.expected, failure.found) == ("rule", ("r",), ("other",))


def test_the_closest_attribution_is_compared() -> None:
    far = replace(FOUND, cue=None, content=Content(()), speaker=replace(SPEAKER, mention=None))
    assert aspects(GOOD, far, FOUND) == []


def test_a_second_attribution_may_be_of_any_rule_but_is_another_one() -> None:
    both = GOOD + " {what2:Bien}"
    second = replace(
        FOUND, rule="other", cue=None, content=Content((Span(41, 45, "Bien"),)), when=(),
        speaker=replace(SPEAKER, mention=None),
    )  # fmt: skip
    assert aspects(both, FOUND, second) == []
    assert aspects(both, FOUND) == ["second"]


def test_counter_example() -> None:
    assert check_counter_example(RULE, TEXT, [replace(FOUND, rule="other")]) == []
    (failure,) = check_counter_example(RULE, TEXT, [FOUND])
    assert failure.found == ('"a dit" at 9',)


def test_a_failure_says_everything() -> None:
    (failure,) = check_example(
        RULE, Example("{who:Anne} Roy {cue:a dit} mardi que {what:le bac partira}."), [FOUND]
    )
    assert str(failure).startswith(
        'r: who: expected "Anne" at 0, found "Anne Roy" at 0: {who:Anne}'
    )
