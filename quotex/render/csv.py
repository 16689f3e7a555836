"""CSV: one attribution a line under a line of column names, for spreadsheets and data frames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from quotex.render import Extracted
from quotex.render.columns import COLUMNS, row
from quotex.render.delimited import DelimitedWriter


def write(items: Iterable[Extracted], stream: TextIO) -> None:
    """Writes every attribution of ``items``; texts stay as they are, line ends and all."""
    writer = DelimitedWriter(stream, ",")
    writer.header(COLUMNS)
    for item in items:
        for attribution in item.result.attributions:
            writer.row(row(attribution))
