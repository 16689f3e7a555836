"""The last stage: results become output.  A renderer lays out what it is given; it decides nothing.

Every renderer is a module with ``write(items, stream)``, imported when its format is asked for.
It takes the items one by one, so that output begins before the last text is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal, TextIO, cast, get_args

from quotex.model import Result

FormatName = Literal["table", "jsonl", "json"]
FORMAT_NAMES: tuple[FormatName, ...] = get_args(FormatName)

_SUFFIXES: dict[str, FormatName] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".txt": "table",
}


@dataclass(frozen=True, slots=True)
class Extracted:
    """One text and what was found in it."""

    text: str
    result: Result


Renderer = Callable[[Iterable[Extracted], TextIO], None]


def format_of(path: Path) -> FormatName | None:
    """The format that the extension of an output file asks for, null when it names none."""
    return _SUFFIXES.get(path.suffix.lower())


def known_suffixes() -> tuple[str, ...]:
    """The extensions that :func:`format_of` understands."""
    return tuple(_SUFFIXES)


def renderer(name: FormatName) -> Renderer:
    """The function that writes the format ``name``."""
    return cast(Renderer, import_module(f"quotex.render.{name}").write)
