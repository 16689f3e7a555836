"""The same statement, recognised in other texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex.claims.appearances import same_statements
from quotex.model import Attribution
from tests.claims.engine import record

LONG = "le chômage a reculé de trois pour cent dans toute la région depuis le mois de mars"


def said(text: str, name: str | None = "Anne Roy") -> Attribution:
    found = record(text)
    return replace(found, speaker=replace(found.speaker, name=name))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (said(LONG), said(LONG), True),
        (said(LONG), said(LONG.capitalize() + " !"), True),
        (said(LONG), said("« " + LONG.replace("mars", "mars 2016")), True),
        (said(LONG), said(LONG, "Roy"), True),
        (said(LONG), said(LONG, "Luc Fay"), False),
        (said(LONG), said(LONG, None), False),
        (said(LONG), said("le prix du pain a reculé de trois pour cent dans la ville"), False),
        (said("Non"), said("Non"), False),
    ],
)
def test_two_statements(one: Attribution, other: Attribution, same: bool) -> None:
    assert same_statements([one, other]) == ([[0, 1]] if same else [[0], [1]])


def test_every_record_is_in_one_group() -> None:
    records = [said(LONG), said("autre chose que tout cela"), said(LONG), said("")]
    groups = same_statements(records)
    assert groups == [[0, 2], [1], [3]]
