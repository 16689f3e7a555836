"""Files of results that grow by a document at a time, and can be cut back to an earlier state.

A sink's file stands in the folder of the run.  ``sync`` says how far it is; opened again at that
position, it holds what it held then, whatever came after it.  ``finish`` makes it whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, Protocol, get_args

from quotex.batch.work import Encode, Outcome

StoreName = Literal["jsonl", "csv", "tsv", "sqlite", "parquet"]
STORE_NAMES: tuple[StoreName, ...] = get_args(StoreName)


class Sink(Protocol):
    """What takes the outcomes, in order."""

    def write(self, outcome: Outcome) -> None:
        """Adds one document, also one that failed; raises ``OSError``."""

    def sync(self) -> int:
        """The position after everything that was written, which is on the disk now."""

    def finish(self) -> Path:
        """Makes the file whole, as the last thing that is done to it.  Returns its path."""

    def close(self) -> None:
        """Gives the file back, as it is."""


Open = Callable[[Path, int], Sink]


@dataclass(frozen=True, slots=True)
class Store:
    """A kind of file of results: how documents are encoded for it, and how it is opened.

    ``open`` takes a folder and a position, 0 for a new file.  ``keeps_text``: it has a place for
    the texts of the documents.
    """

    encode: Encode
    open: Open
    keeps_text: bool = False


_MODULES: dict[StoreName, str] = {
    "jsonl": "text",
    "csv": "text",
    "tsv": "text",
    "sqlite": "sqlite",
    "parquet": "parquet",
}
_SUFFIXES: dict[str, StoreName] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".parquet": "parquet",
}
_EXTRAS: dict[StoreName, str] = {"parquet": "pyarrow"}


def store_of(path: Path) -> StoreName | None:
    """The store that the extension of the output asks for, null when it names none."""
    return _SUFFIXES.get(path.suffix.lower())


def suffixes() -> tuple[str, ...]:
    """The extensions that :func:`store_of` understands."""
    return tuple(_SUFFIXES)


def missing_extra(name: StoreName) -> str | None:
    """How to install what the store needs, null when it is there."""
    package = _EXTRAS.get(name)
    return f"pip install 'quotex[{name}]'" if package and not find_spec(package) else None


def store(name: StoreName) -> Store:
    """The store of that name."""
    found: Store = import_module(f"quotex.batch.sinks.{_MODULES[name]}").store(name)
    return found
