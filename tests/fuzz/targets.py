"""What is fuzzed: each target takes any text and raises when a promise is broken."""

from __future__ import annotations

from collections.abc import Callable

from quotex.errors import Problem, RulesError
from quotex.rulefiles.rulefile import RuleFile
from quotex.rulefiles.yamlio import parse_yaml
from quotex.text.marks import pair_marks
from quotex.text.paragraphs import paragraphs
from quotex.text.sentences import SentenceSplitter, blocks, regions
from quotex.text.shadow import shadow
from tests.engine import ENGINE, EXTRACTOR

_SPLITTER = SentenceSplitter(ENGINE.lexicon.codes)


def segment(text: str) -> None:
    """Paragraphs, marks, blocks and sentences: in order, inside the text, nothing twice."""
    below = shadow(text)
    assert len(below) == len(text)
    parts = paragraphs(below)
    marks = pair_marks(below, parts)
    at = 0
    for block in blocks(parts, marks.quotations):
        assert at <= block.start < block.end <= len(text)
        at = block.end
        tape = ENGINE.tokenizer.tape(below, block.start, block.end, list(block.quotations))
        assert all(len(codes) == len(tape.starts) == len(tape.ends) for codes in tape.tapes)
        for region in regions(tape):
            token = region.start
            for start, end in _SPLITTER.ranges(tape, region):
                assert (start, end) == (token, max(end, token + 1))
                token = end
            assert token == region.end


def rules(text: str) -> None:
    """A rule file: read, or refused with at least one problem that has a place."""
    problems = _problems(text)
    assert problems is None or problems
    assert all(problem.line >= 1 and problem.column >= 0 for problem in problems or ())


def _problems(text: str) -> tuple[Problem, ...] | None:
    """What is wrong with a rule file; null when it is right."""
    try:
        parse_yaml(text, RuleFile, "fuzz.yaml")
    except RulesError as error:
        return tuple(error.problems)
    return None


def line(text: str) -> None:
    """The whole line: every span is what stands in the text."""
    for item in EXTRACTOR.analyse(text, path="a.txt").attributions:
        spans = [*item.content.spans, item.cue, item.speaker.mention]
        for span in [*spans, *item.when, *item.where, *item.addressee]:
            if span is not None:
                assert 0 <= span.start < span.end <= len(text)
                assert text[span.start : span.end] == span.text


TARGETS: dict[str, Callable[[str], None]] = {"segment": segment, "rules": rules, "line": line}
