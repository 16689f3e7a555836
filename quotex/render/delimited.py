"""Cells and lines for spreadsheets: what CSV and TSV have in common."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

# Spreadsheets take a cell that begins so for a formula (OWASP, "CSV injection").  The full-width
# signs count as well, and so do blanks before any of them.  Apostrophes stand in the pattern so
# that harmless() can be undone: it never makes two cells equal that were not.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")

_END = "\r\n"

Cell = str | int | float | None


def harmless(text: str) -> str:
    """``text`` with an apostrophe before it, if a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def original(cell: str) -> str:
    """The text of which :func:`harmless` made ``cell``."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


class DelimitedWriter:
    """Writes lines of cells between ``delimiter``; null is an empty cell, numbers stay numbers.

    ``one_line``: every stretch of blanks in a text becomes one space, so that a record is a line.
    """

    def __init__(self, stream: TextIO, delimiter: str, *, one_line: bool = False) -> None:
        self._stream = stream
        self._line = io.StringIO(newline="")
        # The end of line is the one that makes csv put every kind of it in quotation marks.
        self._writer: Any = csv.writer(self._line, delimiter=delimiter, lineterminator=_END)
        self._one_line = one_line

    def header(self, names: Sequence[str]) -> None:
        """Writes the names of the columns."""
        self._write(names)

    def row(self, cells: Iterable[Cell]) -> None:
        """Writes one line."""
        self._write([self._shown(cell) for cell in cells])

    def _write(self, cells: Sequence[Cell]) -> None:
        self._writer.writerow(cells)
        self._stream.write(self._line.getvalue().removesuffix(_END) + "\n")
        self._line.seek(0)
        self._line.truncate()

    def _shown(self, cell: Cell) -> Cell:
        if not isinstance(cell, str):
            return cell
        return harmless(" ".join(cell.split()) if self._one_line else cell)
