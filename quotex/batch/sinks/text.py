"""JSON Lines, CSV and TSV: the bytes that ``quotex extract`` writes."""

from __future__ import annotations

from functools import partial
from io import StringIO
from pathlib import Path
from typing import cast

from quotex.batch.sinks import Store, StoreName
from quotex.batch.sinks.append import AppendFile
from quotex.batch.work import Outcome
from quotex.model import Result
from quotex.render import FORMATS, Extracted, FormatName, renderer
from quotex.text.read import Document


class TextSink:
    """Lines of one document after those of another, under a header if the format has one."""

    def __init__(self, name: FormatName, folder: Path, position: int) -> None:
        self._file = AppendFile(folder / f"part.{name}", position)
        if not position:
            self._file.write(_header(name), FORMATS[name].encoding)

    def write(self, outcome: Outcome) -> None:
        if outcome.payload:
            self._file.write(outcome.payload)

    def sync(self) -> int:
        return self._file.sync()

    def finish(self) -> Path:
        self._file.sync()
        return self._file.path

    def close(self) -> None:
        self._file.close()


def store(name: StoreName) -> Store:
    """The store for one of the three formats."""
    format_ = cast(FormatName, name)
    return Store(partial(_encode, format_), partial(TextSink, format_))


def _encode(name: FormatName, document: Document, result: Result) -> str:
    stream = StringIO()
    renderer(name)([Extracted(document.text, result)], stream)
    return stream.getvalue()[len(_header(name)) :]


def _header(name: FormatName) -> str:
    """What the format writes for no documents at all."""
    stream = StringIO()
    renderer(name)([], stream)
    return stream.getvalue()
