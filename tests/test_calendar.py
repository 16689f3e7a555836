"""Time expressions: what is found, and what it is worth."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quotex.circumstances.calendar import Calendar, TimeExpression
from quotex.circumstances.calendar_rules import Pattern
from quotex.errors import RulesError

CALENDAR = Calendar.load()
TODAY = date(2016, 5, 3)  # a Tuesday
EXAMPLE = re.compile(r"(?P<before>[^<>]*)<(?P<marked>[^<>]+)>(?P<after>[^<>]*) = (?P<value>\S+)")


def scan(text: str) -> list[TimeExpression]:
    """All expressions of the text, from left to right, none inside another."""
    found: list[TimeExpression] = []
    for word in re.finditer(r"[\w(]+", text):
        if found and word.start() < found[-1].end:
            continue
        expression = CALENDAR.match(text, word.start(), len(text))
        if expression is not None:
            found.append(expression)
    return found


def cases(attribute: str) -> list[tuple[Pattern, str]]:
    return [
        (pattern, text)
        for pattern in CALENDAR.rules.patterns
        for text in getattr(pattern, attribute)
    ]


def label(value: object) -> str:
    return value.id if isinstance(value, Pattern) else str(value)


@pytest.mark.parametrize(("pattern", "example"), cases("examples"), ids=label)
def test_example_of_rules(pattern: Pattern, example: str) -> None:
    parts = EXAMPLE.fullmatch(example)
    assert parts is not None, "an example has <expression> = value"
    text = parts["before"] + parts["marked"] + parts["after"]
    start = len(parts["before"])
    found = CALENDAR.match(text, start, len(text))
    assert found is not None
    assert text[found.start : found.end] == parts["marked"]
    assert any(piece.rule == pattern.id for piece in found.pieces)
    value = CALENDAR.value(found, date.fromisoformat(CALENDAR.rules.example_date))
    assert (value or "null") == parts["value"]


@pytest.mark.parametrize(("pattern", "text"), cases("counter_examples"), ids=label)
def test_counter_example_of_rules(pattern: Pattern, text: str) -> None:
    rules = [piece.rule for expression in scan(text) for piece in expression.pieces]
    assert pattern.id not in rules


def test_every_pattern_has_examples() -> None:
    for pattern in CALENDAR.rules.patterns:
        assert pattern.examples, pattern.id
        assert pattern.counter_examples, pattern.id


# Against Tuesday 3 May 2016, in a text about what has happened.
PAST = [
    ("mardi", "2016-05-03"),
    ("lundi", "2016-05-02"),
    ("mercredi", "2016-04-27"),
    ("mercredi midi", "2016-04-27"),
    ("le jeudi", "2016-04-28"),
    ("lundi après-midi", "2016-05-02"),
    ("dimanche dernier", "2016-05-01"),
    ("lundi prochain", "2016-05-09"),
    ("vendredi 29 avril", "2016-04-29"),
    ("mardi 5 janvier au soir", "2016-01-05"),
    ("samedi 7 mai", "2016-05-07"),
    ("le vendredi 1er avril 2011", "2011-04-01"),
    ("le 29 février 2015", None),
    ("le 4 mai", "2015-05-04"),
    ("1er mai", "2016-05-01"),
    ("le 01/02/2015", "2015-02-01"),
    ("le 1.2.2015", "2015-02-01"),
    ("2015-02-01", "2015-02-01"),
    ("les 2 et 3 mai", "2016-05-02/2016-05-03"),
    ("entre le 28 avril et le 2 mai", "2016-04-28/2016-05-02"),
    ("du 30 décembre au 2 janvier", "2015-12-30/2016-01-02"),
    ("de lundi à mardi", "2016-05-02/2016-05-03"),
    ("hier matin", "2016-05-02"),
    ("dès hier", "2016-05-02"),
    ("après-demain", "2016-05-05"),
    ("aujourd'hui à midi", "2016-05-03"),
    ("hier à 23 h 05", "2016-05-02T23:05"),
    ("à 0h30", "2016-05-03T00:30"),
    ("à 24h10", "2016-05-03"),
    ("vers 18h30", "2016-05-03"),
    ("entre 8 h et 9 h 30", "2016-05-03"),
    ("peu après minuit", "2016-05-03"),
    ("ce samedi", "2016-04-30"),
    ("en fin de matinée", "2016-05-03"),
    ("tard dans la nuit", "2016-05-03"),
    ("tôt ce matin", "2016-05-03"),
    ("plus tôt mardi", "2016-05-03"),
    ("dans la soirée de dimanche", "2016-05-01"),
    ("dans la nuit du 1er au 2 mai", "2016-05-01/2016-05-02"),
    ("dans la nuit de lundi", "2016-05-02"),
    ("il y a huit jours", "2016-04-25"),
    ("il y a 48 heures", "2016-05-01"),
    ("il y a deux heures", "2016-05-03"),
    ("il y a tout juste un an", "2015"),
    ("voilà six mois", "2015-11"),
    ("ce mois-ci", "2016-05"),
    ("le mois prochain", "2016-06"),
    ("l'an passé", "2015"),
    ("en juin", "2015-06"),
    ("en mai", "2016-05"),
    ("en juin prochain", "2016-06"),
    ("en février dernier", "2016-02"),
    ("mi-avril", "2016-04"),
    ("à la fin du mois de mars", "2016-03"),
    ("début 2015", "2015"),
    ("à l'été 2015", "2015-06/2015-08"),
    ("cet hiver", "2015-12/2016-02"),
    ("au troisième trimestre", "2015-07/2015-09"),
    ("dans les années 70", "1970/1979"),
    ("le week-end dernier", "2016-04-30/2016-05-01"),
    ("durant le week-end", "2016-04-30/2016-05-01"),
    ("plus tôt dans la semaine", "2016-W18"),
    ("depuis dimanche", "2016-05-01/2016-05-03"),
    ("depuis 2010", "2010/2016"),
    ("d'ici dimanche", "2016-05-03/2016-05-08"),
    ("jusqu'en 2020", "2016/2020"),
    ("après lundi", None),
    ("ces dernières semaines", None),
    ("il y a quelques semaines", None),
    ("la veille", None),
    ("le lendemain", None),
    ("trois jours plus tôt", None),
]


@pytest.mark.parametrize(("expression", "value"), PAST, ids=lambda value: str(value))
@pytest.mark.parametrize("written", [str, str.upper, str.capitalize])
def test_value(expression: str, value: str | None, written: Callable[[str], str]) -> None:
    text = f"« Non », a dit Zoé Lanval {written(expression)}, sans rire."
    start = text.index(written(expression))
    found = CALENDAR.match(text, start, len(text))
    assert found is not None
    assert text[found.start : found.end] == written(expression)
    assert CALENDAR.value(found, TODAY) == value


FUTURE = [
    ("mardi", "2016-05-10"),
    ("ce mardi", "2016-05-03"),
    ("jeudi à 9h15", "2016-05-05T09:15"),
    ("le 4 mai", "2016-05-04"),
    ("le 2 mai", "2017-05-02"),
    ("en avril", "2017-04"),
    ("en mai", "2016-05"),
    ("cet été", "2016-06/2016-08"),
    ("ce week-end", "2016-05-07/2016-05-08"),
    ("fin juin", "2016-06"),
    ("lundi et mardi", "2016-05-09/2016-05-10"),
    ("en 2014", "2014"),
]


@pytest.mark.parametrize(("expression", "value"), FUTURE)
def test_value_ahead(expression: str, value: str) -> None:
    found = CALENDAR.match(expression, 0, len(expression))
    assert found is not None
    assert CALENDAR.value(found, TODAY, future=True) == value


ANCHORED = [
    ("la veille", "2012-11-10", "2012-11-09"),
    ("l'avant-veille", "2012-11-10", "2012-11-08"),
    ("le lendemain matin", "2012-11-10T09:00", "2012-11-11"),
    ("le surlendemain", "2012-11-09/2012-11-10", "2012-11-12"),
    ("le jour même", "2012-11-10", "2012-11-10"),
    ("ce soir-là", "2012-11-10", "2012-11-10"),
    ("trois jours plus tard", "2012-11-29", "2012-12-02"),
    ("deux mois plus tard", "2012-11", "2013-01"),
    ("un mois auparavant", "2013-01-31", "2012-12"),
    ("une semaine plus tôt", "2012-11-10", "2012-W44"),
    ("une semaine plus tôt", "2012-W45", "2012-W44"),
    ("dix ans plus tard", "1962-07-05", "1972"),
    ("trois jours plus tard", "2012-11", None),
    ("la veille", "2012", None),
    ("dans la soirée", "2012-11-10", "2012-11-10"),
    ("à 8h05", "2012-11-10", "2012-11-10T08:05"),
    ("à 8h05", "2012-11", "2016-05-03T08:05"),
    ("hier", "2012-11-10", "2016-05-02"),
]


@pytest.mark.parametrize(("expression", "anchor", "value"), ANCHORED)
def test_value_from_anchor(expression: str, anchor: str, value: str | None) -> None:
    found = CALENDAR.match(expression, 0, len(expression))
    assert found is not None
    assert CALENDAR.value(found, TODAY, anchor=anchor) == value


UNDATED = [
    ("hier", None),
    ("mardi", None),
    ("en mars", None),
    ("le 5 juillet", None),
    ("cette semaine", None),
    ("à 15h13", None),
    ("depuis 2010", None),
    ("en 2012", "2012"),
    ("le mardi 5 juillet 2016", "2016-07-05"),
    ("en mars 2012", "2012-03"),
]


@pytest.mark.parametrize(("expression", "value"), UNDATED)
def test_value_without_reference(expression: str, value: str | None) -> None:
    found = CALENDAR.match(expression, 0, len(expression))
    assert found is not None
    assert CALENDAR.value(found, None) == value


NO_EXPRESSION = [
    "en deux ans",
    "pendant deux heures",
    "en 2500 exemplaires",
    "en 1.300 euros",
    "en 20122",
    "tous les lundis",
    "chaque mardi",
    "le Journal du dimanche",
    "le mardi gras",
    "à 15 kilomètres",
    "récemment déjà",
    "le printemps arabe",
    "avant-hiers",
    "au lendemain du scrutin",
    "il y a trois candidats",
    "il a été élu",
    "entre deux maires",
    "en marge du sommet",
]


@pytest.mark.parametrize("text", NO_EXPRESSION)
def test_no_expression(text: str) -> None:
    assert [text[found.start : found.end] for found in scan(text)] == []


def test_expression_ends_within_bounds() -> None:
    found = CALENDAR.match("lundi matin", 0, len("lundi"))
    assert found is not None
    assert found.end == len("lundi")


def test_expression_runs_over_a_line_end_but_no_paragraph() -> None:
    wrapped, parted = "le 5\njuillet 2015", "lundi\n\nmatin"
    assert [each.end for each in scan(wrapped)] == [len(wrapped)]
    assert [each.end for each in scan(parted)] == [len("lundi")]


def test_no_expression_inside_a_word() -> None:
    assert CALENDAR.match("après-demain", len("après-"), len("après-demain")) is None
    assert CALENDAR.match("surlundi", len("sur"), len("surlundi")) is None


@pytest.mark.parametrize("expression", [expression for expression, _ in PAST])
def test_triggers_hold_the_first_word(expression: str) -> None:
    first = re.match(r"[ld]'|jusqu'|[^\W\d]+(?:['-]\w+)*|\d+", expression)
    assert first is not None
    assert first.group() in CALENDAR.triggers


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ("[le {weekday}", '"[" without its "]"'),
        ("le) jour", 'stray ")"'),
        ("{weekdy}", 'the form names "weekdy"'),
        ("le|la", "stands in no brackets"),
        ("[le]", "nothing need stand"),
        ("{weekday", 'without its "}"'),
    ],
)
def test_form_that_cannot_be_read(form: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        CALENDAR.rules.forms.regex(form)


def test_problem_names_pattern_and_file(tmp_path: Path) -> None:
    path = tmp_path / "calendar.yaml"
    path.write_text(
        "example-date: 2016-05-03\n"
        "words: {weekday: [{word: lundi, means: 1}]}\n"
        "shapes: {}\nmacros: {}\nnot-after: []\nnot-before: []\n"
        "patterns:\n"
        "  - {id: odd, kind: day, value: weekday, forms: ['le {day}'],"
        " examples: [], counter-examples: []}\n",
        encoding="utf-8",
    )
    with pytest.raises(RulesError, match=r'calendar\.yaml:1:1: pattern "odd": .*"day"'):
        Calendar.load(path)
