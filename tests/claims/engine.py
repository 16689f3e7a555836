"""The stage of claims with the built-in rules, and short ways to ask it."""

from __future__ import annotations

import re
from datetime import date

from quotex.claims.load import read_rules
from quotex.model import (
    Attribution,
    Content,
    Cue,
    DocumentInfo,
    Kind,
    Signal,
    Span,
    Speaker,
    SpeakerType,
)
from quotex.rulefiles.rulespath import builtin_rules
from quotex.text.shadow import shadow
from tests.engine import ENGINE, EXTRACTOR

RULES = read_rules(builtin_rules(), ENGINE.calendar)
READER = EXTRACTOR.compiled.claims
TODAY = date(2016, 5, 3)  # a Tuesday
MARKED = re.compile(r"([^<]*)<(.*)>([^>]*)\Z", re.DOTALL)


def record(
    text: str,
    act: str | None = None,
    spans: list[tuple[int, int]] | None = None,
    cue: str | None = None,
    kind: Kind = "indirect",
    speaker: SpeakerType = "unknown",
) -> Attribution:
    """An attribution whose content is all of ``text``, or its ``spans``."""
    parts = spans if spans is not None else [(0, len(text))]
    return Attribution(
        id="#1",
        document=DocumentInfo(date=TODAY.isoformat()),
        kind=kind,
        content=Content(tuple(Span(a, b, text[a:b]) for a, b in parts)),
        cue=Cue(0, 0, "", cue or "", act, "asserted") if act else None,
        speaker=Speaker(None, None, None, speaker, None, "none"),
        addressee=(),
        when=(),
        where=(),
        parent=None,
        rule="r",
        confidence=1.0,
    )


def read(
    text: str, act: str | None = None, today: date | None = TODAY, cue: str | None = None
) -> Attribution:
    """The same with its claim."""
    (found,) = READER.read(text, shadow(text), [record(text, act, cue=cue)], today, READER.talk())
    return found


def signals(text: str, today: date | None = TODAY) -> tuple[Signal, ...]:
    """The signals of a content."""
    claim = read(text, today=today).claim
    assert claim is not None
    return claim.signals


def unmarked(example: str) -> tuple[str, str, int]:
    """Text, the part between ``<`` and the last ``>``, and where that begins."""
    parts = MARKED.match(example)
    assert parts is not None, f"no <…> in {example!r}"
    before, marked, after = parts.groups()
    return before + marked + after, marked, len(before)
