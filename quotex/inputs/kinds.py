"""What kind of input a file is, by its name."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal, get_args

Format = Literal["text", "html", "jsonl", "csv", "tsv", "zip"]
FORMATS: tuple[Format, ...] = get_args(Format)

_BY_SUFFIX: dict[str, Format] = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".jsonl": "jsonl",
    ".md": "text",
    ".ndjson": "jsonl",
    ".tsv": "tsv",
    ".txt": "text",
    ".zip": "zip",
}
_PACKED = ".gz"
# A folder may hold tables that are no corpora: these are read when they are asked for.
_IN_FOLDERS = frozenset({"text", "html"})


def is_packed(path: str) -> bool:
    """Whether the file is compressed with gzip."""
    return path.lower().endswith(_PACKED)


def format_of(path: str) -> Format | None:
    """The format that the name asks for, null when it names none."""
    inner = path[: -len(_PACKED)] if is_packed(path) else path
    return _BY_SUFFIX.get(PurePath(inner).suffix.lower())


def is_wanted(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a file in a folder or an archive is read; ``path`` is its path in there.

    Without patterns texts and pages are.  A pattern is compared from the right: ``*.txt`` means
    every text at any depth, ``2016/*.txt`` those in a folder 2016.
    """
    if patterns:
        return any(PurePath(path).match(pattern) for pattern in patterns)
    return format_of(path) in _IN_FOLDERS


def shown_suffixes() -> str:
    """What is read in folders without patterns, for messages."""
    return ", ".join(suffix for suffix, name in _BY_SUFFIX.items() if name in _IN_FOLDERS)
