"""Where results go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, TextIO, TypeVar

import typer

from quotex.languages import LanguageName
from quotex.render import FORMATS, Extracted, FormatName, file_renderer, format_of, renderer

_STDOUT = Path("-")

Name = TypeVar("Name", bound=FormatName)


def choose_format(
    asked: Name | None, output: Path | None, among: Sequence[Name], *, piped: Name
) -> Name:
    """The format asked for, else that of the output file, else what standard output needs.

    ``among`` are the formats of the command, the first for a terminal; ``piped`` is for pipes.
    """
    if asked:
        return asked
    if output is None or output == _STDOUT:
        return among[0] if sys.stdout.isatty() else piped
    by_suffix = format_of(output)
    for name in among:
        if name == by_suffix:
            return name
    suffixes = ", ".join(suffix for name in among for suffix in FORMATS[name].suffixes)
    raise typer.BadParameter(
        f"no format is known for the extension of {output}; "
        f"end it in one of {suffixes}, or give --format",
        param_hint="--output",
    )


def keep_inputs(paths: Iterable[str], output: Path | None) -> None:
    """Refuses an output file that is one of the inputs, as in ``quotex extract a.txt -o a.txt``."""
    if (
        output
        and output.is_file()
        and any(Path(path).resolve() == output.resolve() for path in paths)
    ):
        raise typer.BadParameter(
            f"{output} is an input, which would be lost; name another file", param_hint="--output"
        )


def write_results(
    items: Iterable[Extracted], name: FormatName, output: Path | None, language: LanguageName
) -> None:
    """Writes what was found in the format ``name`` to standard output, a file, or a folder."""
    if FORMATS[name].one_text:
        if output and output != _STDOUT and (output.is_dir() or not output.suffix):
            _write_folder(file_renderer(name)(items), name, output)
            return
        items = _only_one(items, name)
    with open_output(output, name) as stream:
        renderer(name, language)(items, stream)


def _write_folder(files: Iterable[tuple[str, str]], name: FormatName, folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise _bad_output(folder, error) from None
    for file, text in files:
        target = folder / file
        if target.suffix == ".txt" and target.is_file() and target.read_bytes() != text.encode():
            raise typer.BadParameter(
                f"{target} is another text, which would be lost; name an empty folder",
                param_hint="--output",
            )
        with open_output(target, name) as stream:
            stream.write(text)


def _only_one(items: Iterable[Extracted], name: FormatName) -> Iterator[Extracted]:
    """The one text of ``items``, when it is certain that there is no second."""
    found: list[Extracted] = []
    for item in items:
        found.append(item)
        if len(found) > 1:
            raise typer.BadParameter(
                f"{name} has one file for each text; name a folder, as in --output annotations",
                param_hint="--output",
            )
    yield from found


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
        with _open(
            target, "w", name, output
        ) as stream:  # a device or a named pipe cannot be replaced
            yield stream
        return
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    if not target.parent.is_dir():
        message = f"{output}: there is no folder {output.parent}"
        raise typer.BadParameter(message, param_hint="--output")
    stream = _open(partial, "x", name, output)
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


def _open(path: Path, mode: Literal["w", "x"], name: FormatName, output: Path) -> TextIO:
    """Opens ``path``; what goes wrong is told of ``output``, which the user named."""
    try:
        # A path that is not UTF-8 becomes an escape, which JSON can hold.
        return path.open(
            mode, encoding=FORMATS[name].encoding, errors="backslashreplace", newline="\n"
        )
    except OSError as error:
        raise _bad_output(output, error) from None


def _bad_output(path: Path, error: OSError) -> typer.BadParameter:
    reason = (error.strerror or str(error)).lower()
    return typer.BadParameter(f"{path}: {reason}", param_hint="--output")


def _prepare_stdout(name: FormatName) -> None:
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if name == "table":
        sys.stdout.reconfigure(errors="replace")
    else:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
