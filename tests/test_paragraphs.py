"""Paragraphs: a line each, but for pages that are wrapped at a width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.text.paragraphs import paragraphs
from quotex.text.shadow import shadow

WRAPPED = """\
Le bac de Port-Lanval a repris ses rotations mardi, après trois
semaines de travaux sur la cale. Les riverains, qui faisaient le
détour par le pont, ont retrouvé leurs habitudes dès le matin."""

ROWS = [
    ("Un.\n\nDeux.", ["Un.", "Deux."]),
    ("Un.\nDeux.", ["Un.", "Deux."]),
    ("Un\nDeux", ["Un", "Deux"]),
    ("Un.\r\n\r\nDeux.\r\n", ["Un.", "Deux."]),
    ("Un.\u2028Deux.", ["Un.", "Deux."]),
    ("  Un.  \n\t\n\n  Deux.\t", ["Un.", "Deux."]),
    ("", []),
    (" \n\n\t\n", []),
    (WRAPPED, [WRAPPED]),
    (f"Titre\n\n{WRAPPED}\n\n{WRAPPED}", ["Titre", WRAPPED, WRAPPED]),
    # lines that end their sentences are paragraphs, however short
    ("— Tu viens ce soir ?\n— Je viens ce soir.\n— Alors à ce soir.", 3),
    # a line much shorter than the others ends something
    (f"Titre\n{WRAPPED}", 4),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_paragraphs(text: str, expected: list[str] | int) -> None:
    found = [text[start:end] for start, end in paragraphs(shadow(text))]
    assert (len(found) if isinstance(expected, int) else found) == expected


LONG = "Le bac part à l'aube. « On verra bien », dit Anne Roy. "


def test_a_text_without_lines_is_cut_at_ends_of_sentences() -> None:
    text = (LONG * 3_000).strip()
    found = [text[start:end] for start, end in paragraphs(text)]
    assert " ".join(found) == text
    assert all(part.endswith((". ", ".")) for part in found)
    assert all(20_000 < len(part) <= 20_000 + len(LONG) for part in found[:-1])
    endless = "le bac part " * 4_000
    assert paragraphs(endless) == ((0, len(endless) - 1),)


@given(st.text(alphabet=" \n\r\tab.", max_size=80))
def test_nothing_is_lost(text: str) -> None:
    found = paragraphs(shadow(text))
    bounds = [offset for pair in found for offset in pair]
    assert bounds == sorted(set(bounds))
    assert all(text[start:end].strip() == text[start:end] for start, end in found)
    between = zip([0, *bounds[1::2]], [*bounds[::2], len(text)], strict=True)
    assert not any(text[start:end].strip() for start, end in between)
