"""Sentences with marked spans: what they say, and how their mistakes are told."""

from __future__ import annotations

import pytest

from quotex.rulefiles.marked import MarkError, parse_marked


def parts(marked: str) -> list[dict[str, list[str]]]:
    return [
        {part: [span.text for span in spans] for part, spans in found.items()}
        for found in parse_marked(marked).attributions
    ]


MARKED = [
    (
        "{who:Anne Roy} {cue:a dit} que {what:tout va bien}.",
        "Anne Roy a dit que tout va bien.",
        [{"who": ["Anne Roy"], "cue": ["a dit"], "what": ["tout va bien"]}],
    ),
    (
        "« {what:Oui} », {cue:a-t-{who:il} dit} {when:mardi}, « {what:oui} ».",
        "« Oui », a-t-il dit mardi, « oui ».",
        [{"what": ["Oui", "oui"], "who": ["il"], "cue": ["a-t-il dit"], "when": ["mardi"]}],
    ),
    (
        "{who:{who2:Elle}} {cue:dit} {what:A} et {cue2:nie} {what2:B}",
        "Elle dit A et nie B",
        [
            {"who": ["Elle"], "cue": ["dit"], "what": ["A"]},
            {"who": ["Elle"], "cue": ["nie"], "what": ["B"]},
        ],
    ),
    (
        "{who:Léa} {cue::} {what:Oui}",
        "Léa : Oui",
        [{"who": ["Léa"], "cue": [":"], "what": ["Oui"]}],
    ),
    ("{{note} {what:un {{deux} trois}", "{note} un {deux} trois", [{"what": ["un {deux} trois"]}]),
    ("{cue:dit-{who:il}}", "dit-il", [{"cue": ["dit-il"], "who": ["il"]}]),
    ("{to:A} {where:B} {what:C}", "A B C", [{"to": ["A"], "where": ["B"], "what": ["C"]}]),
]


@pytest.mark.parametrize(("marked", "text", "expected"), MARKED)
def test_marks(marked: str, text: str, expected: list[dict[str, list[str]]]) -> None:
    assert parse_marked(marked).text == text
    assert parts(marked) == expected


@pytest.mark.parametrize("marked", [marked for marked, _, _ in MARKED])
def test_offsets(marked: str) -> None:
    parsed = parse_marked(marked)
    spans = [span for found in parsed.attributions for part in found.values() for span in part]
    assert spans
    assert all(parsed.text[span.start : span.end] == span.text for span in spans)


MISTAKES = [
    ("{who:Anne", "column 1: this brace is not closed"),
    ("a {what:b {cue:c}", "column 3: this brace is not closed"),
    ("a {what:b}} c", "column 11: this brace closes nothing"),
    ("a {b}", "column 3: after a brace stands one of who, cue, what, when, where, to and a colon"),
    ("{whom:Anne}", 'column 1: unknown mark "whom" (did you mean "who"?); allowed: who, cue'),
    ("{what:a} {qui:b}", 'column 10: unknown mark "qui"'),
    ("{who:a} {who:b}", 'column 9: a second mark "who"; only one is allowed'),
    ("a\nb {cue:} c", 'line 2, column 3: the mark "cue" holds no text'),
    ("Anne dit", "column 1: nothing is marked"),
    ("{what2:a}", "column 1: nothing is marked"),
]


@pytest.mark.parametrize(("marked", "message"), MISTAKES)
def test_mistakes(marked: str, message: str) -> None:
    with pytest.raises(MarkError) as caught:
        parse_marked(marked)
    assert str(caught.value).startswith(message)
