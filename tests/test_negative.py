"""Sentences that look like attributions and are none: nothing is found in any of them."""

from __future__ import annotations

from pathlib import Path

from tests.engine import EXTRACTOR

LINES = (Path(__file__).parent / "negative.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line for line in LINES if not line.startswith("#")]


def test_nothing_is_found() -> None:
    found = [
        f"{sentence}  ({item.rule}: {item.cue.text if item.cue else 'no cue'})"
        for sentence in SENTENCES
        for item in EXTRACTOR.extract(sentence)
    ]
    assert not found, "\n".join(found)


def test_every_sentence_stands_once() -> None:
    assert len(SENTENCES) > 250
    assert len(set(SENTENCES)) == len(SENTENCES)
    assert all(sentence == sentence.strip() != "" for sentence in SENTENCES)


def test_nothing_is_found_in_all_of_them_together() -> None:
    """Side by side, as paragraphs: a neighbour lends a sentence neither a speaker nor a cue."""
    found = EXTRACTOR.extract("\n\n".join(SENTENCES))
    assert not found, "\n".join(f"{item.rule}: {item.content.text}" for item in found)
