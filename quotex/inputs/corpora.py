"""Corpora: a document on each line of JSON or in each row of a table, read as a stream."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO
from zlib import crc32

from quotex.errors import InputError
from quotex.inputs.fields import to_document
from quotex.inputs.kinds import Format
from quotex.inputs.source import FailedSource, Reading, Source, position, too_long
from quotex.text.read import Document, decode, marked_encoding

_SEPARATORS = ",;\t|"  # of columns, in files called .csv
_ENDLESS = 256 * 1024 * 1024  # bytes of a line, where no limit is set


@dataclass(frozen=True, slots=True)
class LineSource(Source):
    """A line of JSON."""

    data: bytes = field(default=b"", repr=False)

    @property
    def weight(self) -> int:
        return len(self.data)

    def _load(self, reading: Reading) -> Document:
        line = decode(self.data, self.path, reading.encoding)
        try:
            row = json.loads(line.text)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            raise InputError(self.path, f"no JSON: {reason.lower()}", None, "row") from error
        if not isinstance(row, dict):
            hint = "a document is an object, on a line of its own"
            raise InputError(self.path, "no JSON object", hint, "row")
        return to_document(row, self.path, reading.fields, line.encoding)


@dataclass(frozen=True, slots=True)
class RowSource(Source):
    """A row of a table."""

    row: Mapping[str, str] = field(default_factory=dict, repr=False)
    encoding: str = "utf-8"

    @property
    def weight(self) -> int:
        return sum(map(len, self.row.values()))

    def _load(self, reading: Reading) -> Document:
        return to_document(self.row, self.path, reading.fields, self.encoding)


@dataclass(slots=True)
class Corpus:
    """A corpus that is being read.

    ``stream`` is open, and closed by whoever opened it; ``path`` and ``stamp`` are those of the
    file.  A document's path is that of the file with the line on which it begins.
    """

    stream: IO[bytes]
    path: str
    stamp: str
    reading: Reading
    line: int = 0
    position: int = 0
    ended: bool = False

    def sources(self, name: Format) -> Iterator[Source]:
        """The documents in order; raises what reading the stream raises."""
        if name == "jsonl":
            return self._of_lines()
        return self._of_rows("\t" if name == "tsv" else None)

    def _of_lines(self) -> Iterator[Source]:
        for data in self._lines():
            place = f"{self.path}:{self.line}"
            if isinstance(data, InputError):
                yield FailedSource.of(data, self._size(), self._stamp())
            elif not data.isspace():
                yield LineSource(place, self._size(), f"{self._stamp()}:{crc32(data)}", data)

    def _of_rows(self, separator: str | None) -> Iterator[Source]:
        failures: list[InputError] = []
        encoding = ["utf-8"]
        lines = self._text_lines(failures, encoding)
        header_line = next(lines, "")
        separator = separator or max(_SEPARATORS, key=header_line.count)
        with self._limit():
            header = next(csv.reader([header_line], delimiter=separator), [])
        rows = csv.reader(lines, delimiter=separator)
        while True:
            start = self.line + 1
            place = f"{self.path}:{start}"
            try:
                with self._limit():
                    row = next(rows)
            except StopIteration:
                break
            except csv.Error as error:
                failure = InputError(place, f"no row of a table: {error}", None, "row")
                yield FailedSource.of(failure, self._size(), self._stamp())
                continue
            while failures:
                yield FailedSource.of(failures.pop(0), 0, self._stamp())
            if row:
                yield self._row(place, row, header, encoding[0])
        for failure in failures:
            yield FailedSource.of(failure, 0, self._stamp())

    def _row(self, place: str, row: list[str], header: list[str], encoding: str) -> Source:
        if self.ended:  # in the midst of the row, to which a reader of tables does not object
            message = (
                f"no row of a table: a quotation mark is open up to the end (line {self.line})"
            )
            failure = InputError(place, message, "close it, or double it", "row")
            return FailedSource.of(failure, self._size(), self._stamp())
        stamp = f"{self._stamp()}:{crc32(repr(row).encode())}"
        cells = dict(zip(header, row, strict=False))
        return RowSource(place, self._size(), stamp, cells, encoding)

    @contextmanager
    def _limit(self) -> Iterator[None]:
        """The limit of the module csv is the whole program's, so it is put back."""
        before = csv.field_size_limit(self.reading.most_bytes or _ENDLESS)
        try:
            yield
        finally:
            csv.field_size_limit(before)

    def _text_lines(self, failures: list[InputError], encoding: list[str]) -> Iterator[str]:
        for data in self._lines():
            if isinstance(data, InputError):
                failures.append(data)
                continue
            try:
                used = self.reading.encoding
                line = decode(data, f"{self.path}:{self.line}", used)
            except InputError as error:
                failures.append(error)
                continue
            encoding[0] = line.encoding
            yield line.text
        self.ended = True

    def _lines(self) -> Iterator[bytes | InputError]:
        """The lines with their ends; one that is too long is an error, and is not kept."""
        limit = self.reading.most_bytes or _ENDLESS
        limit = 2 * limit  # escapes and the other fields of the row
        while data := self.stream.readline(limit):
            self.line += 1
            if self.line == 1 and (marked := marked_encoding(data)) and marked != "utf-8":
                hint = "convert it to UTF-8"
                yield InputError(self.path, f"a corpus in {marked}", hint, "encoding")
                return
            if len(data) == limit and not data.endswith(b"\n"):
                while (more := self.stream.readline(limit)) and not more.endswith(b"\n"):
                    continue
                yield too_long(f"{self.path}:{self.line}", self.reading.longest or _ENDLESS)
                continue
            yield data

    def _size(self) -> int:
        """The bytes taken since it was last asked."""
        before, self.position = self.position, position(self.stream)
        return self.position - before

    def _stamp(self) -> str:
        return f"{self.stamp}:{self.line}"
