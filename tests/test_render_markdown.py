"""Markdown: a note that a reader of Markdown shows as the text was."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from quotex.model import DocumentInfo, Result
from quotex.render import Extracted, renderer
from quotex.render.markdown import escape
from quotex.render.plain import plain
from tests import awkward, example

READER = MarkdownIt("gfm-like", {"linkify": False})


def written(*items: Extracted) -> str:
    stream = io.StringIO()
    renderer("markdown")(items, stream)
    return stream.getvalue()


def shown(token: Token) -> str:
    """What is read of a paragraph or heading; it may hold no mark-up but emphasis."""
    children = token.children or []
    assert {child.type for child in children} <= {
        "text",
        "em_open",
        "em_close",
        "strong_open",
        "strong_close",
        "text_special",
    }
    return "".join(child.content for child in children)


def blocks(text: str) -> list[tuple[str, str]]:
    """The blocks of a note, each as what it is and what is read of it."""
    found, around = [], ["note"]
    for token in READER.parse(text):
        if token.type == "inline":
            found.append((around[-1], shown(token)))
        elif token.type in ("blockquote_open", "heading_open"):
            around.append(token.tag)
        elif token.type in ("blockquote_close", "heading_close"):
            around.pop()
        else:
            assert token.type in ("paragraph_open", "paragraph_close"), token.type
    return found


def test_the_note_of_the_example() -> None:
    assert written(Extracted(example.TEXT, example.RESULT)) == (
        "## Le pont de Quimper rouvrira en mars\n"
        "\n"
        "samples/pont.txt · Quimper · 2016-05-03 · Agence du Ponant\n"
        "\n"
        "**Anne Roy**, maire de Quimper\n"
        "\n"
        "> Nous serons prêts\n"
        "\n"
        "1 · direct · *a déclaré* · to *la presse* · when *mardi* (2016-05-03) · "
        "at *une visite du chantier* · confidence 0.98\n"
        "\n"
        "**Anne Roy** (elle)\n"
        "\n"
        "> Les travaux avancent\n"
        "\n"
        "2 · direct · *a-t-elle ajouté* · via *Radio Ponant* · confidence 0.97\n"
    )


def test_nothing_of_the_text_is_mark_up() -> None:
    assert blocks(written(awkward.ITEM)) == [
        ("h2", "- 1. *Titre* =2 | @x"),
        ("note", "a#b/pièce 1.txt"),
        ("note", "?"),
        ("blockquote", "=SOMME(A1) est mon calcul 😀"),
        ("note", "1 · direct · confidence 0.50"),
        ("note", "Zoé Ménard, + chef adjointe"),
        ("blockquote", "Un deux trois quatre | *cinq* <b>six</b>"),
        (
            "note",
            "2 · direct · a « dit » · to Luc · to Ève · when lundi · when mardi (2016-05-03) · "
            "at la salle · via Radio Cap · confidence 0.50",
        ),
        ("note", "Zoé Ménard (elle)"),
        ("blockquote", "le port […] est “fermé” ; 'clos' » tout l'hiver"),
        ("note", "3 · mixed · Selon · confidence 0.50"),
        ("note", "Zoé Ménard (elle)"),
        ("blockquote", "est “fermé” ; 'clos'"),
        ("note", "4 · mixed · within 3 · confidence 0.50"),
        ("note", "Ivan"),
        ("note", "5 · indirect · not repeated · dément · confidence 0.50"),
    ]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. un", "1\\. un"),
        ("12) un", "12\\) un"),
        ("2016-05-03", "2016-05-03"),
        ("- un", "\\- un"),
        ("+ un", "\\+ un"),
        ("===", "\\=\\=\\="),
        ("# un", "\\# un"),
        ("> un", "\\> un"),
        ("un*deux* _trois_", "un\\*deux\\* \\_trois\\_"),
        ("[un](deux)", "\\[un\\](deux)"),
        ("![un](deux)", "!\\[un\\](deux)"),
        ("`un` ~~deux~~", "\\`un\\` \\~\\~deux\\~\\~"),
        ("un &amp; deux & trois", "un \\&amp; deux & trois"),
        ("<script>", "\\<script\\>"),
        ("5 $ et 6 $", "5 \\$ et 6 \\$"),
        ("un\\", "un\\\\"),
        ("100 % ==un== %%deux%%", "100 % \\=\\=un\\=\\= \\%\\%deux\\%\\%"),
        ("    un\n\n\tdeux", "un deux"),
    ],
)
def test_escaping(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text(alphabet=st.sampled_from("a1 .)(-+*_`~<>[]!|#=&;$%\\\n\t:/@'\"^{}")))
def test_whatever_is_escaped_is_read_as_it_was(text: str) -> None:
    read = blocks(f"> {escape(text)}")
    assert "".join(words for _, words in read) == plain(text)
    assert blocks(f"> x *{escape(f'y{text}y')}*") == [("blockquote", f"x {plain(f'y{text}y')}")]


def test_a_text_without_a_title_and_one_without_a_find() -> None:
    nothing = Extracted("", Result(DocumentInfo(path="b.txt"), (), ()))
    untitled = Extracted("", Result(DocumentInfo(path="a.txt"), (example.SECOND,), ()))
    note = written(nothing, untitled, untitled)
    assert note.startswith("## a.txt\n\n**Anne Roy**")
    assert note.count("\n\n## a.txt\n\n") == 1
    assert "b.txt" not in note
