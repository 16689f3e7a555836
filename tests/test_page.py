"""The page without a browser: mark-up that nests, text that stays text, labels for everything."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from dataclasses import fields, replace
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from quotex.cli.app import app
from quotex.cli.language import system_language
from quotex.labels import LANGUAGES, LabelFile, Labels, LanguageName
from quotex.lexicon_files import Act
from quotex.model import (
    Certainty,
    DocumentInfo,
    Kind,
    Resolution,
    Result,
    Speaker,
    SpeakerType,
    WhereType,
)
from quotex.render import Extracted, renderer
from quotex.render.page.escape import escape
from quotex.render.page.marking import Piece, marked, paragraphs
from quotex.render.page.voices import COLOURS, voices
from quotex.rulespath import builtin_rules
from quotex.yamlio import read_yaml
from tests.example import FIRST, RESULT, SECOND, TEXT

VOID = {"meta", "input", "rect"}
HOSTILE = "\"><script>x()</script><b onclick='x()'>&lt;</b><!-- \x00"
ASSETS = Path(__file__).resolve().parents[1] / "quotex" / "render"


class Tags(HTMLParser):
    """The tags of a page with their attributes; the tags must nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.found if (value := attrs.get(attribute)) is not None]


def page(*items: Extracted, language: LanguageName = "en") -> str:
    stream = io.StringIO()
    renderer("html", language)(items, stream)
    return stream.getvalue()


EXAMPLE = page(Extracted(TEXT, RESULT))


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


def test_the_page_needs_nothing_but_itself() -> None:
    tags = Tags(EXAMPLE)
    assert all(href.startswith("#") for href in tags.values("href"))
    for attribute in ("src", "srcset", "action", "style"):
        assert tags.values(attribute) == []
    assert not re.search(r"url\(|@import|https?:", EXAMPLE)


def test_the_policy_knows_its_style_and_script() -> None:
    (policy,) = (value for value in Tags(EXAMPLE).values("content") if "default-src" in value)
    for tag in ("style", "script"):
        (found,) = re.findall(rf"<{tag}>(.*?)</{tag}>", EXAMPLE, re.DOTALL)
        assert b64encode(sha256(found.encode()).digest()).decode() in policy


def test_every_link_has_its_end_and_every_fragment_is_one() -> None:
    second = replace(SECOND, parent="pont.txt#1")
    tags = Tags(page(Extracted(TEXT, replace(RESULT, attributions=(FIRST, second)))))
    ids = tags.values("id")
    assert len(set(ids)) == len(ids)
    assert {href[1:] for href in tags.values("href")} <= set(ids)
    assert {"d1-1", "d1-2", "n1-1", "n1-2", "d1"} <= set(ids)


def test_hostile_words_make_no_tag_and_no_attribute() -> None:
    speaker = Speaker(FIRST.speaker.mention, HOSTILE, HOSTILE, "person", None, "pronoun")
    assert FIRST.cue
    hostile = replace(
        FIRST,
        id=f"{HOSTILE}#1",
        speaker=speaker,
        cue=replace(FIRST.cue, lemma=HOSTILE, act=HOSTILE),
        addressee=tuple(replace(each, name=HOSTILE) for each in FIRST.addressee),
        when=tuple(replace(each, value=HOSTILE) for each in FIRST.when),
        rule=HOSTILE,
    )
    info = DocumentInfo(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    plain = Tags(EXAMPLE)
    first = replace(RESULT, attributions=(hostile,))
    made = Tags(page(Extracted(TEXT + HOSTILE, replace(first, document=info))))

    def shapes(tags: Tags) -> set[tuple[str, frozenset[str]]]:
        return {(tag, frozenset(attributes)) for tag, attributes in tags.found}

    assert shapes(made) <= shapes(plain)
    assert f"{HOSTILE}#1".replace("\x00", "\ufffd") in made.values("data-id")


def test_several_documents_make_a_list() -> None:
    other = replace(RESULT, document=DocumentInfo(path="b/deux.txt"), attributions=())
    made = page(Extracted(TEXT, RESULT), Extracted("Rien.", other))
    assert re.findall(r'<li><a href="(#d\d)"><bdi>([^<]*)', made) == [
        ("#d1", "Le pont de Quimper rouvrira en mars"),
        ("#d2", "deux.txt"),
    ]
    assert 'class="documents"' not in EXAMPLE


def test_no_documents_make_a_page() -> None:
    assert "<h1>Who said what</h1>" in page()


def test_voices_are_counted_and_ranked() -> None:
    nobody = replace(FIRST, speaker=Speaker(None, None, "maire", "unknown", None, "none"))
    another = replace(FIRST, speaker=replace(FIRST.speaker, name="Luc Ey", role=None))
    found = (nobody, nobody, nobody, another, FIRST, SECOND)
    made = voices([replace(RESULT, attributions=found)])
    ranks = [(each.name, each.count, round(18 * each.share), each.style) for each in made.values()]
    assert ranks == [
        ("Anne Roy", 2, 6, "c0"),
        ("Luc Ey", 1, 3, "c1"),
        (None, 3, 9, "nobody"),
    ]
    assert [each.role for each in made.values()] == ["maire de Quimper", None, None]


def crowd(first: int, count: int) -> Result:
    speakers = (replace(FIRST.speaker, name=f"Voix {first + number}") for number in range(count))
    return replace(RESULT, attributions=tuple(replace(FIRST, speaker=each) for each in speakers))


def test_colours_differ_within_a_document_while_there_are_enough() -> None:
    results = [crowd(0, 5), crowd(3, COLOURS), crowd(100, 2 * COLOURS)]
    made = voices(results)
    for result, most in zip(results, (1, 1, 2), strict=True):
        styles = [made[each.speaker.name].style for each in result.attributions]
        assert max(map(styles.count, styles)) == most


VALUES = {
    "acts": Act,
    "certainties": Certainty,
    "kinds": Kind,
    "letters": Kind,
    "resolutions": Resolution,
    "speakers": SpeakerType,
    "wheres": WhereType,
}


@pytest.mark.parametrize("table", VALUES)
def test_every_value_of_the_record_has_a_label(table: str) -> None:
    file = read_yaml(builtin_rules() / "labels.yaml", LabelFile)
    assert set(getattr(file, table)) == set(get_args(VALUES[table]))


def test_every_label_of_the_page_is_used() -> None:
    sources = [path for suffix in ("py", "html") for path in ASSETS.rglob(f"*.{suffix}")]
    sources.append(ASSETS.parent / "labels.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    for key in Labels.load("en").page:
        assert f'"{key}"' in code or f"$label_{key.replace('-', '_')}" in code, key


def test_labels_are_sorted_and_have_the_same_holes_in_every_language() -> None:
    file = read_yaml(builtin_rules() / "labels.yaml", LabelFile)
    for table in fields(LabelFile):
        terms = getattr(file, table.name)
        assert list(terms) == sorted(terms)
        for term in terms.values():
            holes = [sorted(re.findall(r"{\w+}", getattr(term, each))) for each in LANGUAGES]
            assert holes[0] == holes[1]


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_CA"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": ""}, "en"),
    ],
)
def test_the_language_of_the_system(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == expected


@pytest.mark.parametrize(
    ("arguments", "language", "heading"),
    [
        (["--lang", "fr"], "en_US.UTF-8", "Qui a dit quoi"),
        (["--lang", "en"], "fr_FR.UTF-8", "Who said what"),
        ([], "fr_BE.UTF-8", "Qui a dit quoi"),
    ],
)
def test_the_command_writes_a_page(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    arguments: list[str],
    language: str,
    heading: str,
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    text, made = tmp_path / "pont.txt", tmp_path / "pont.html"
    text.write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(app, ["extract", str(text), "-o", str(made), *arguments])
    assert (done.exit_code, done.stdout) == (0, "")
    written = made.read_text(encoding="utf-8")
    assert f"<h1>{heading}</h1>" in written
    assert 'id="d1-1"' in written
