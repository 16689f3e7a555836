"""The marked text of the page: tags that nest, text that stays text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.render.page.escape import escape
from quotex.render.page.marking import Piece, marked, paragraphs
from tests.tags import Tags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un\n\ndeux\n", ["un", "deux"]),
        ("un\ndeux", ["un\ndeux"]),
        ("un\r\n\r\ndeux\r\n", ["un", "deux"]),
        ("un \n \t \n\n  deux  ", ["un", "  deux"]),
        (f"{'long ' * 30}\ncourt\nfin", [("long " * 30).strip(), "court\nfin"]),
        ("", []),
        (" \n\n \n", []),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected


def piece(start: int, end: int, tag: str, after: str = "") -> Piece:
    return Piece(start, end, tag, f"<{tag}>", after)


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        ("abcdef", [piece(1, 3, "i")], "a<i>bc</i>def"),
        ("abcdef", [piece(0, 6, "i"), piece(2, 4, "b")], "<i>ab<b>cd</b>ef</i>"),
        ("abcdef", [piece(0, 3, "i"), piece(0, 6, "b")], "<b><i>abc</i>def</b>"),
        ("abcdef", [piece(0, 4, "i"), piece(2, 6, "b")], "<i>ab<b>cd</b></i><b>ef</b>"),
        ("abcdef", [piece(0, 3, "i", "1"), piece(3, 6, "b", "2")], "<i>abc</i>1<b>def</b>2"),
        ("abcdef", [piece(0, 4, "i", "1"), piece(2, 4, "b", "2")], "<i>ab<b>cd</b>2</i>1ef"),
        ("ab\n\ncd", [piece(1, 5, "i", "1")], "a<i>b</i>|<i>c</i>1d"),
        ("ab\n\ncd", [piece(0, 3, "i", "1")], "<i>ab</i>1|cd"),
        ("ab\n\ncd\n\nef", [piece(1, 9, "i", "1")], "a<i>b</i>|<i>cd</i>|<i>e</i>1f"),
        ("a<b&", [piece(1, 2, "i")], "a<i>&lt;</i>b&amp;"),
        ("ab", [], "ab"),
    ],
)
def test_marking(text: str, pieces: list[Piece], expected: str) -> None:
    assert "|".join(markup for _, _, markup in marked(text, pieces)) == expected


@st.composite
def texts_with_pieces(draw: st.DrawFn) -> tuple[str, list[Piece]]:
    text = draw(st.text(st.sampled_from("ab<&\n \r"), max_size=40))
    bounds = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(bounds, bounds), max_size=8))
    tagged = zip(spans, "ibuspqra", strict=False)
    return text, [piece(min(span), max(span), tag) for span, tag in tagged]


@given(texts_with_pieces())
def test_marking_keeps_the_text_and_nests(given_: tuple[str, list[Piece]]) -> None:
    text, pieces = given_
    for start, end, markup in marked(text, pieces):
        Tags(markup)
        assert unescape(re.sub(r"<[^>]*>", "", markup)) == text[start:end]
        for each in pieces:
            if each.start < end and each.end > start and each.start < each.end:
                inside = "".join(re.findall(rf"<{each.tag}>(.*?)</{each.tag}>", markup, re.DOTALL))
                words = unescape(re.sub(r"<[^>]*>", "", inside))
                assert words == text[max(start, each.start) : min(end, each.end)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b> & \"c\" 'd'", "&lt;b&gt; &amp; &quot;c&quot; &#x27;d&#x27;"),
        ("a\x00b\x1bc\x7fd\x9fe", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("tab\t line\n \x85 \u2028 \u202e", "tab\t line\n \x85 \u2028 \u202e"),
        ("\ud800\uffff", "\ufffd\ufffd"),
        ("👩‍👩‍👧 שלום", "👩‍👩‍👧 שלום"),
    ],
)
def test_escape(text: str, expected: str) -> None:
    assert escape(text) == expected
