"""What the formats of the listing of statements have in common."""

from __future__ import annotations

from quotex.circumstances.period import Period
from quotex.claims.listing import Listed, Source
from quotex.model import Attribution, Signal


def said_on(record: Attribution) -> str | None:
    """The day, or the first day, on which it was said; else that of publication, if known."""
    for when in record.when:
        period = Period.parse(when.value.partition("/")[0]) if when.value else None
        if period:
            return period.first.isoformat()
    return record.document.date


def value_of(signal: Signal) -> str:
    """A signal for people: its words, and its value where that says more."""
    if signal.value is None or signal.value == signal.text:
        return signal.text
    return f"{signal.text} ({signal.value})"


def name_of(record: Attribution) -> str:
    """The speaker's name, or a question mark."""
    return record.speaker.name or "?"


def answer_words(answer: Source) -> tuple[str, str, str]:
    """Who answers, by which words, and what is said, which may be nothing."""
    record = answer.record
    return name_of(record), record.cue.text if record.cue else "", record.content.text


def places(statement: Listed) -> list[tuple[str, str]]:
    """Document with line, and day, of each appearance, the first first."""
    return [
        (f"{source.record.document.path or ''}:{source.line}", source.record.document.date or "")
        for source in statement.appearances
    ]


def how(record: Attribution) -> str:
    """Whether it was quoted, and the words that report it: ``indirect, selon``."""
    return ", ".join(filter(None, (record.kind, record.cue.text if record.cue else "")))
