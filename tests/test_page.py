"""The page without a browser: it needs nothing, runs nothing of the text, links and counts."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotex.cli.app import app
from quotex.languages import LanguageName
from quotex.model import DocumentInfo, Result, Speaker
from quotex.render import Extracted, renderer
from quotex.render.page.voices import COLOURS, voices
from tests.example import FIRST, RESULT, SECOND, TEXT
from tests.tags import Tags

HOSTILE = "\"><script>x()</script><b onclick='x()'>&lt;</b><!-- \x00"


def page(*items: Extracted, language: LanguageName = "en") -> str:
    stream = io.StringIO()
    renderer("html", language)(items, stream)
    return stream.getvalue()


EXAMPLE = page(Extracted(TEXT, RESULT))


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
    assert f"D1 {HOSTILE}".replace("\x00", "\ufffd") in made.values("aria-label")


def test_several_documents_make_a_list() -> None:
    other = replace(RESULT, document=DocumentInfo(path="b/deux.txt"), attributions=())
    made = page(Extracted(TEXT, RESULT), Extracted("Rien.", other))
    assert re.findall(r'<li><a href="(#d\d)"><bdi>([^<]*)', made) == [
        ("#d1", "Le pont de Quimper rouvrira en mars"),
        ("#d2", "deux.txt"),
    ]
    assert 'class="documents"' not in EXAMPLE


def test_documents_of_one_name_are_told_apart_by_their_paths() -> None:
    first, second = (
        Extracted("Rien.", Result(DocumentInfo(path=path), (), ()))
        for path in ("2016/a.txt", "2017/a.txt")
    )
    made = page(first, second, Extracted("Rien.", Result(DocumentInfo(path="b.txt"), (), ())))
    names = re.findall(r'<li><a href="#d\d"><bdi>([^<]*)', made)
    assert names == ["a.txt (2016/a.txt)", "a.txt (2017/a.txt)", "b.txt"]


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
