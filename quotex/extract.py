"""The line from a text to its attributions: segment, match, attribute, resolve."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path

from quotex.model import Attribution, DocumentInfo, Result


class Extractor:
    """Extracts attributions with one set of rules, compiled once.

    ``rules``: files or folders of further rules, on top of the built-in ones.
    """

    def __init__(self, rules: Sequence[str | Path] = ()) -> None:
        self.rules = tuple(Path(path) for path in rules)

    def extract(self, text: str, *, date: str | Date | None = None) -> list[Attribution]:
        """All attributions of ``text`` in text order; ``date`` is the date of publication."""
        return list(self.analyse(text, date=date).attributions)

    def analyse(
        self, text: str, *, date: str | Date | None = None, path: str | None = None
    ) -> Result:
        """Like :meth:`extract`, with the document's own facts and the notices about it."""
        return Result(DocumentInfo(path=path), (), ())


def extract(text: str, *, date: str | Date | None = None) -> list[Attribution]:
    """All attributions of ``text`` in text order, with the built-in rules."""
    return Extractor().extract(text, date=date)
