"""Signals as French prints them: what is found, with which value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.model import Signal
from quotex.text.shadow import shadow
from tests.claims.engine import READER, TODAY, record, signals

# The content, then every signal of it: text, type, value.
TABLE: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("le stade a 1\u202f300 places", [("1\u202f300", "number", "1300")]),
    ("le stade a 1.300 places", [("1.300", "number", "1300")]),
    ('"près de 30%" des élèves', [("près de 30%", "percent", "~30%")]),
    ("il coûte 30€", [("30€", "money", "30 EUR")]),
    ("une dette de 12,75 milliards d’euros", [("12,75 milliards d’euros", "money", "12750000000 EUR")]),
    ("il a reçu 2.700.000 F", [("2.700.000 F", "money", "2700000 F")]),
    ("il doit 350 M$ à la ville", [("350 M$", "money", "350000000 $")]),
    ("ils ont un million et demi de lecteurs", [("un million et demi", "number", "1500000")]),
    ("quelque 300 élèves", [("quelque 300", "number", "~300")]),
    ("au moins trente-deux élèves", [("au moins trente-deux", "number", ">=32")]),
    ("plus d'un tiers des élèves", [("plus d'un tiers", "percent", ">1/3")]),
    ("neuf Belges sur dix", [("neuf Belges sur dix", "percent", "9/10")]),
    ("3,5 % des élèves", [("3,5 %", "percent", "3.5%")]),
    ("entre 20 et 25 pour cent des élèves", [("entre 20 et 25 pour cent", "percent", "20/25%")]),
    ("il a perdu 15 points", [("a perdu", "trend", "down"), ("15 points", "percent", "15 pp")]),
    ("en deux ans et demi", [("deux ans et demi", "duration", "P2.5Y")]),
    ("soixante-dix-sept élèves", [("soixante-dix-sept", "number", "77")]),
    ("mille deux cents élèves", [("mille deux cents", "number", "1200")]),
    ("nonante-deux élèves", [("nonante-deux", "number", "92")]),
    ("une dizaine d'élèves", [("une dizaine", "number", "~10")]),
    ("depuis 2008", [("depuis 2008", "date", "2008/2016")]),
    ("la rentrée 2012", [("2012", "date", "2012")]),
    ("le pont de 2012", [("2012", "date", "2012")]),
    ("la loi du 3 mars 2015", [("loi du 3 mars 2015", "law", "2015-03-03")]),
    ("l'article L. 312 du code rural", [("article L. 312 du code rural", "law", "L. 312")]),
    ("la crue du 2 mai", [("crue du 2 mai", "event", "2016-05-02")]),
    ("moins chère qu'à Gand", [("moins chère qu'", "comparison", "<")]),
    ("deux fois plus d'élèves qu'ici", [("deux fois plus d'élèves qu'", "comparison", "x2")]),
    ("le prix est passé de 3,5 à 2 euros", [("est passé", "trend", "down"), ("3,5", "number", "3.5"), ("2 euros", "money", "2 EUR")]),
    ("l'impôt a été multiplié par trois", [("a été multiplié par trois", "trend", "x3")]),
    ("rien ne bouge", [("rien", "quantity-word", "none")]),
    ("un rien l'amuse", []),
    ("le 2e étage, page 12", []),
    ("une maison et un jardin", []),
]  # fmt: skip


def seen(found: tuple[Signal, ...]) -> list[tuple[str, str, str | None]]:
    return [(signal.text, signal.type, signal.value) for signal in found]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_signals(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert seen(signals(text)) == expected


def test_a_future_looks_ahead_and_a_past_looks_back() -> None:
    assert [signal.value for signal in signals("il viendra le 2 avril")] == ["2017-04-02"]
    assert [signal.value for signal in signals("il est venu le 2 avril")] == ["2016-04-02"]


def test_without_a_day_of_publication_a_bare_weekday_has_no_value() -> None:
    assert [signal.value for signal in signals("il est venu lundi", today=None)] == [None]
    assert signals("il est venu lundi", today=date(2016, 5, 4))[0].value == "2016-05-02"


@given(st.lists(st.sampled_from([row[0] for row in TABLE]), min_size=1, max_size=4))
def test_signals_are_in_the_content_in_order_and_none_over_another(texts: list[str]) -> None:
    text = ". ".join(texts)
    half = len(text) // 2
    spans = [(0, half), (half, len(text))]
    (found,) = READER.read(text, shadow(text), [record(text, "say", spans)], TODAY, READER.talk())
    assert found.claim is not None
    last = 0
    for signal in found.claim.signals:
        assert last <= signal.start < signal.end
        assert text[signal.start : signal.end] == signal.text
        assert any(a <= signal.start and signal.end <= b for a, b in spans)
        last = signal.end
