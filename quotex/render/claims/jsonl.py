"""JSON Lines: the record of each statement, with its answers and its appearances."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TextIO

from quotex.claims.listing import Listed
from quotex.model import Attribution
from quotex.render.jsonl import one_line


def write(statements: Sequence[Listed], stream: TextIO) -> None:
    """Writes one line for each statement."""
    for statement in statements:
        stream.write(one_line(json.dumps(_line(statement), ensure_ascii=False)) + "\n")


def _line(statement: Listed) -> dict[str, Any]:
    return {
        **statement.record.to_dict(),
        "group": statement.group,
        "answers": [_answer(source.record) for source in statement.answers],
        "appearances": [_appearance(source.record) for source in statement.appearances],
    }


def _answer(record: Attribution) -> dict[str, Any]:
    return {
        "id": record.id,
        "document": record.document.path,
        "speaker": record.speaker.name,
        "cue": record.cue.text if record.cue else None,
        "act": record.cue.act if record.cue else None,
        "content": record.content.text,
    }


def _appearance(record: Attribution) -> dict[str, Any]:
    return {"id": record.id, "document": record.document.to_dict(), "content": record.content.text}
