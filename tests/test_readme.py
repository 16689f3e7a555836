"""What the README shows is what the commands print, and what it says is found is found."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

import quotex
from tests.pictures import terminal
from tests.readme import README, ROOT, Block, run, tutorial

TEXT = README.read_text(encoding="utf-8")
ALONE, TUTORIAL = tutorial(TEXT)
_STALE = "`make readme` writes what is printed now"
_PYTHON = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
_FORM = re.compile(r"^\* [^:]+: (.*?)(?: → (.*))?$", re.MULTILINE)


def test_the_readme_shows_output() -> None:
    assert len(ALONE) >= 8
    assert sum(block.shows_output for block in TUTORIAL) >= 4


@pytest.mark.parametrize("block", ALONE, ids=lambda block: block.steps[0].commands.strip()[:50])
def test_a_block_prints_what_the_readme_shows(block: Block, tmp_path: Path) -> None:
    if missing := block.missing():
        pytest.skip(f"needs {missing}")
    assert run(block, tmp_path) == block.steps, _STALE


def test_the_tutorial_goes_as_it_says(tmp_path: Path) -> None:
    for block in TUTORIAL:
        if missing := block.missing():
            pytest.skip(f"needs {missing}")
        for now, shown in zip(run(block, tmp_path), block.steps, strict=True):
            assert now == shown or not shown.output, _STALE


# Those of the section about batches are run by test_batch_docs.py, each as a program of its own.
@pytest.mark.parametrize(
    "program", _PYTHON.findall(re.sub(r"(?ms)^## Batch$.*?(?=^## )", "", TEXT))
)
def test_a_program_prints_what_its_comments_say(
    program: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(program, {"__name__": "__main__"})
    shown = re.findall(r"^# (.*)", program, flags=re.MULTILINE)
    assert capsys.readouterr().out.splitlines() == shown


def forms() -> list[tuple[str, str]]:
    """The examples of what is found, with their marks, and the name if one is given."""
    section = TEXT.split("\n## What it finds\n")[1].split("\n## ")[0]
    return [(found[1], found[2]) for found in _FORM.finditer(section)]


@pytest.mark.parametrize(("marked", "name"), forms())
def test_a_form_is_found_as_its_example_shows_it(marked: str, name: str | None) -> None:
    said = " ".join(re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", marked))
    who = re.findall(r"\*\*([^*]+)\*\*", marked)
    found = [
        (
            attribution.content.text,
            attribution.speaker.mention and attribution.speaker.mention.text,
            attribution.speaker.name if name else None,
        )
        for attribution in quotex.extract(marked.replace("*", ""))
    ]
    assert (said, *who, name) in found


def test_there_is_a_bullet_for_each_form() -> None:
    assert len(forms()) >= 25


def test_the_picture_of_the_terminal_shows_what_is_printed_now() -> None:
    drawn = (ROOT / "samples" / "terminal.svg").read_text(encoding="utf-8")
    assert words(drawn) == words(terminal()), "`make pictures` draws it anew"


def words(drawing: str) -> list[str]:
    return unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)", drawing))).split()


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#:]+)\)", TEXT))
def test_a_link_into_the_repository_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("anchor", re.findall(r"\]\(#([^)]+)\)", TEXT))
def test_a_link_leads_to_a_heading(anchor: str) -> None:
    headings = re.findall(r"^##+ (.*)", TEXT, flags=re.MULTILINE)
    assert anchor in [heading.lower().replace(" ", "-") for heading in headings]
