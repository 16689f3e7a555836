"""Where results go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, TextIO

import typer

from quotex.render import FormatName, format_of, known_suffixes

_STDOUT = Path("-")


def choose_format(asked: FormatName | None, output: Path | None) -> FormatName:
    """The format asked for, else that of the output file, else what standard output needs."""
    if asked:
        return asked
    if output is None or output == _STDOUT:
        return "table" if sys.stdout.isatty() else "jsonl"
    by_suffix = format_of(output)
    if by_suffix is None:
        raise typer.BadParameter(
            f"no format is known for the extension of {output}; "
            f"end it in one of {', '.join(known_suffixes())}, or give --format",
            param_hint="--output",
        )
    return by_suffix


@contextmanager
def open_output(output: Path | None, name: FormatName) -> Iterator[TextIO]:
    """The stream for results in the format ``name``, flushed at the end.

    A file takes its place only when everything is written; until then the old one stays.
    """
    if output is None or output == _STDOUT:
        _prepare_stdout(name)
        yield sys.stdout
        sys.stdout.flush()
        return
    target = output.resolve()  # a link stays a link
    if target.exists() and not target.is_file():
        with _open(target, "w") as stream:  # a device or a named pipe cannot be replaced
            yield stream
        return
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    stream = _open(partial, "x")
    try:
        with stream:
            yield stream
        if target.exists():
            shutil.copymode(target, partial)
        partial.replace(target)
    except BaseException:
        with suppress(OSError):
            partial.unlink()
        raise


def _open(path: Path, mode: Literal["w", "x"]) -> TextIO:
    try:
        # A path that is not UTF-8 becomes an escape, which JSON can hold.
        return path.open(mode, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise typer.BadParameter(f"{path}: {reason}", param_hint="--output") from None


def _prepare_stdout(name: FormatName) -> None:
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if name == "table":
        sys.stdout.reconfigure(errors="replace")
    else:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
