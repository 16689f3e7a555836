"""Parquet: the columns of CSV with their types; needs the extra ``quotex[parquet]``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from quotex.batch.sinks import Store, StoreName
from quotex.batch.sinks.append import AppendFile
from quotex.batch.sinks.cells import TYPES, storable
from quotex.batch.work import Outcome
from quotex.model import Result
from quotex.render.columns import row
from quotex.text.read import Document

if TYPE_CHECKING:
    import pyarrow

_ARROW = {"integer": "int64", "real": "float64", "text": "string"}
_ROWS = 20_000  # of a group; so many are in memory at a time


def encode(document: Document, result: Result) -> str:
    """The rows of one document, a line of JSON for each."""
    rows = ([storable(cell) for cell in row(each)] for each in result.attributions)
    return "".join(f"{json.dumps(cells, ensure_ascii=False)}\n" for cells in rows)


class ParquetSink:
    """A Parquet file is written at once, so the rows are collected in a file of lines."""

    def __init__(self, folder: Path, position: int) -> None:
        self._lines = AppendFile(folder / "part.lines", position)

    def write(self, outcome: Outcome) -> None:
        if outcome.payload:
            self._lines.write(outcome.payload)

    def sync(self) -> int:
        return self._lines.sync()

    def finish(self) -> Path:
        # Large, and the processes that only encode need nothing of it.
        import pyarrow
        from pyarrow import parquet

        schema = pyarrow.schema([(column, _ARROW[type_]) for column, type_ in TYPES.items()])
        self._lines.sync()
        path = self._lines.path.with_name("part.parquet")
        with (
            self._lines.path.open(encoding="utf-8", newline="\n") as lines,
            parquet.ParquetWriter(path, schema, compression="zstd") as writer,
        ):
            for columns in _column_groups(lines, schema):
                writer.write_batch(pyarrow.record_batch(columns, schema=schema))
        return path

    def close(self) -> None:
        self._lines.close()


def store(name: StoreName) -> Store:
    """The store."""
    return Store(encode, ParquetSink)


def _column_groups(lines: Iterable[str], schema: pyarrow.Schema) -> Iterator[list[pyarrow.Array]]:
    """The rows in groups, each turned into columns."""
    import pyarrow

    rest = iter(lines)
    while rows := [json.loads(line) for line in islice(rest, _ROWS)]:
        yield [
            pyarrow.array(column, field.type)
            for column, field in zip(zip(*rows, strict=True), schema, strict=True)
        ]
