"""Markdown: a list of what to check, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from quotex.claims.listing import Listed
from quotex.render.claims.fields import (
    answer_words,
    how,
    name_of,
    places,
    said_on,
    value_of,
)
from quotex.render.markdown import escape
from quotex.render.words import who


def write(statements: Sequence[Listed], stream: TextIO) -> None:
    """Writes one block for each statement, under a heading for each group."""
    above: str | None = None
    separator = ""
    for statement in statements:
        if statement.group is not None and statement.group != above:
            stream.write(f"{separator}## {escape(statement.group)}\n")
            separator = "\n"
        above = statement.group
        stream.write(separator + "\n\n".join(_blocks(statement)) + "\n")
        separator = "\n"


def _blocks(statement: Listed) -> Iterator[str]:
    record, claim = statement.record, statement.claim
    named = [
        f"**{escape(name_of(record))}**",
        *filter(None, (who(record.speaker)[2], said_on(record))),
    ]
    yield ", ".join([named[0], *map(escape, named[1:])])
    yield f"> {' […] '.join(escape(span.text) for span in record.content.spans)}"
    lines = [f"{claim.type}, checkable {claim.checkable:.2f}", escape(how(record))]
    lines += [f"{signal.type}: {escape(value_of(signal))}" for signal in claim.signals]
    for answer in statement.answers:
        who_answers, cue, words = map(escape, answer_words(answer))
        lines.append(f"answered by {who_answers} ({cue})" + (f": {words}" if words else ""))
    lines += [
        "in " + " · ".join(escape(part) for part in place if part) for place in places(statement)
    ]
    yield "\n".join(f"- {line}" for line in lines)
