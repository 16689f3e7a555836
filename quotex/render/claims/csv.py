"""CSV: one statement a line, for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from quotex.claims.listing import Listed
from quotex.render.claims.fields import answer_words, places, said_on
from quotex.render.delimited import Cell, DelimitedWriter

_BETWEEN = " | "
_COLUMNS = (
    "checkable", "type", "group", "speaker", "role", "date", "content", "signals", "signal_types",
    "signal_values", "answers", "appearances", "document", "title", "id",
)  # fmt: skip


def write(statements: Sequence[Listed], stream: TextIO) -> None:
    """Writes a line of column names and one for each statement."""
    writer = DelimitedWriter(stream, ",")
    writer.header(_COLUMNS)
    for statement in statements:
        writer.row(_row(statement))


def _row(statement: Listed) -> list[Cell]:
    record, claim = statement.record, statement.claim
    answers = (" ".join(filter(None, answer_words(answer))) for answer in statement.answers)
    shown = (" ".join(filter(None, place)) for place in places(statement))
    return [
        claim.checkable,
        claim.type,
        statement.group,
        record.speaker.name,
        record.speaker.role,
        said_on(record),
        record.content.text,
        _BETWEEN.join(signal.text for signal in claim.signals) or None,
        _BETWEEN.join(signal.type for signal in claim.signals) or None,
        _BETWEEN.join(signal.value or "?" for signal in claim.signals) or None,
        _BETWEEN.join(answers) or None,
        _BETWEEN.join(shown) or None,
        record.document.path,
        record.document.title,
        record.id,
    ]
