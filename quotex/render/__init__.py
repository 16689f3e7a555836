"""The last stage: results become output.  A renderer lays out what it is given; it decides nothing.

Every renderer is a module with ``write(items, stream)``, imported when its format is asked for.
It takes the items one by one, so that output begins before the last text is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple, TextIO, cast, get_args

from quotex.languages import LanguageName
from quotex.model import Result

FormatName = Literal[
    "table", "jsonl", "json", "csv", "tsv", "markdown", "html", "brat", "webannotation"
]
FORMAT_NAMES: tuple[FormatName, ...] = get_args(FormatName)

# A report has figures in place of records, and fewer formats.
ReportFormat = Literal["table", "json", "csv"]
REPORT_FORMATS: tuple[ReportFormat, ...] = get_args(ReportFormat)


class Format(NamedTuple):
    """What the edge must know of a format: how its files end, and how they are written.

    ``encoding`` is that of files.  ``labelled``: it speaks to people in a language of theirs.
    ``one_text``: a file holds what was found in one text, and several texts need a folder, which
    ``files`` of the renderer fills.  ``in_parts``: what was found in one text may come as several
    items, one for each part of it.
    """

    suffixes: tuple[str, ...]
    encoding: str = "utf-8"
    labelled: bool = False
    one_text: bool = False
    in_parts: bool = False


FORMATS: dict[FormatName, Format] = {
    "table": Format((".txt",)),
    "jsonl": Format((".jsonl", ".ndjson"), in_parts=True),
    "json": Format((".json",), in_parts=True),
    # Without the byte order mark, Excel takes the file for Windows-1252.
    "csv": Format((".csv",), encoding="utf-8-sig", in_parts=True),
    "tsv": Format((".tsv", ".tab"), in_parts=True),
    "markdown": Format((".md", ".markdown")),
    "html": Format((".html", ".htm"), labelled=True),
    "brat": Format((".ann",), one_text=True),
    "webannotation": Format((".jsonld",)),
}


class Extracted(NamedTuple):
    """One text and what was found in it, or in a part of it."""

    text: str
    result: Result


Renderer = Callable[[Iterable[Extracted], TextIO], None]
FileRenderer = Callable[[Iterable[Extracted]], Iterator[tuple[str, str]]]


def format_of(path: Path) -> FormatName | None:
    """The format that the extension of an output file asks for, null when it names none."""
    suffix = path.suffix.lower()
    return next((name for name, format_ in FORMATS.items() if suffix in format_.suffixes), None)


def renderer(name: FormatName, language: LanguageName = "en") -> Renderer:
    """The function that writes the format ``name``, with labels in ``language`` if it has any."""
    write = import_module(f"quotex.render.{name}").write
    return cast(Renderer, partial(write, language=language) if FORMATS[name].labelled else write)


def file_renderer(name: FormatName) -> FileRenderer:
    """The function that gives name and text of each file of a folder in the format ``name``."""
    return cast(FileRenderer, import_module(f"quotex.render.{name}").files)
