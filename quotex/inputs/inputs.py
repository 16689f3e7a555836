"""All documents that the user named, one by one and in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from quotex.errors import InputError
from quotex.inputs import html
from quotex.inputs.kinds import Format, format_of, is_packed, is_wanted, shown_suffixes
from quotex.inputs.source import (
    DAMAGED,
    STDIN,
    FailedSource,
    FileSource,
    Reading,
    Source,
    damaged,
    open_bytes,
    system_error,
)
from quotex.inputs.walk import Walk
from quotex.model import Notice

_CORPORA = ("jsonl", "csv", "tsv")
Warn = Callable[[str, Notice], None]


def silent(path: str, notice: Notice) -> None:
    """Warns nobody."""


class Inputs(NamedTuple):
    """What the user named: files, folders, ``-`` for standard input.

    ``patterns``: only files of folders and archives that match one of them.  ``format``: that of
    all inputs, whatever their names.  ``excluded``: absolute paths that no folder gives.
    """

    paths: tuple[str, ...]
    reading: Reading
    patterns: tuple[str, ...] = ()
    format: Format | None = None
    excluded: frozenset[str] = frozenset()

    def sources(self, warn: Warn = silent) -> Iterator[Source]:
        """Every document; what cannot be had is a source that fails, in its place.

        ``warn`` is told what is left out.
        """
        for found in self.files(warn):
            if isinstance(found, InputError):
                yield FailedSource.of(found)
                continue
            empty = True
            for source in self._in_file(found):
                empty = False
                yield source
            if empty:
                warn(found, Notice("no document in it"))

    def size(self) -> int:
        """The bytes of all inputs, as far as that can be known, for the progress."""
        return sum(
            _size_and_stamp(found)[0]
            for found in self.files()
            if isinstance(found, str) and found != STDIN
        )

    def files(self, warn: Warn = silent) -> Iterator[str | InputError]:
        """The files that the inputs stand for, and the errors of what cannot be looked at."""
        for path in self.paths:
            try:
                # What is neither file nor folder, such as a named pipe, is read like a file.
                is_folder = path != STDIN and S_ISDIR(os.stat(path).st_mode)
            except OSError as error:
                yield system_error(path, error)
                continue
            if is_folder:
                yield from self._in_folder(path, warn)
            else:
                yield path

    def _in_folder(self, folder: str, warn: Warn) -> Iterator[str | InputError]:
        empty, pages = True, 0
        for found in Walk(folder, partial(is_wanted, patterns=self.patterns), self.excluded):
            empty = False
            if isinstance(found, str) and self._format(found) == "html" and not html.is_available():
                pages += 1
                continue
            yield found
        if pages:
            warn(folder, Notice(f"web pages left out ({pages}): {html.NEEDED}"))
        if empty:
            kinds = " or ".join(self.patterns) if self.patterns else shown_suffixes()
            warn(folder, Notice(f"no file in this folder is one of: {kinds}"))

    def _format(self, path: str) -> Format:
        return self.format or format_of(path) or "text"

    def _in_file(self, path: str) -> Iterator[Source]:
        name, packed = self._format(path), is_packed(path)
        size, stamp = _size_and_stamp(path)
        if name not in (*_CORPORA, "zip"):
            yield FileSource(path, size, stamp, name, packed)
            return
        try:
            if name == "zip":
                from quotex.inputs.archive import in_archive  # seldom needed

                # An archive that was asked for by a pattern is wanted whole.
                asked = bool(self.patterns) and is_wanted(path, self.patterns)
                yield from in_archive(path, stamp, () if asked else self.patterns)
            else:
                from quotex.inputs.corpora import Corpus  # seldom needed

                with open_bytes(path, packed) as stream:
                    yield from Corpus(stream, path, stamp, self.reading).sources(name)
        except DAMAGED as error:
            yield FailedSource.of(damaged(path, error))
        except OSError as error:
            yield FailedSource.of(system_error(path, error))


def _size_and_stamp(path: str) -> tuple[int, str]:
    """The size in bytes, and what tells whether the file is still the same."""
    if path == STDIN:
        return 0, path
    try:
        status = os.stat(path)
    except OSError:
        return 0, path
    if not S_ISREG(status.st_mode):
        return 0, path
    return status.st_size, f"{path}:{status.st_size}:{status.st_mtime_ns}"
