"""TSV: the columns of CSV between tabs, one attribution on exactly one line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from quotex.render import Extracted
from quotex.render.columns import COLUMNS, row
from quotex.render.delimited import DelimitedWriter


def write(items: Iterable[Extracted], stream: TextIO) -> None:
    """Writes every attribution of ``items``; blanks and line ends in a text become one space."""
    writer = DelimitedWriter(stream, "\t", one_line=True)
    writer.header(COLUMNS)
    for item in items:
        for attribution in item.result.attributions:
            writer.row(row(attribution))
