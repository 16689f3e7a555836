"""Archives: the texts in a zip file."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import IO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from quotex.errors import InputError
from quotex.inputs.kinds import Format, format_of, is_packed, is_wanted
from quotex.inputs.source import (
    DAMAGED,
    BytesSource,
    FailedSource,
    Reading,
    Source,
    damaged,
    read_at_most,
    to_text,
)
from quotex.text.read import Document

_PROGRAM_FOLDER = "__MACOSX"
_ENCRYPTED = 1  # a flag of a member
_TEXTS = frozenset({"text", "html"})


@dataclass(frozen=True, slots=True)
class MemberSource(Source):
    """A text in an open archive."""

    archive: ZipFile | None = field(default=None, repr=False)
    member: ZipInfo | None = None
    format: Format = "text"

    def portable(self, reading: Reading) -> Source:
        try:
            data = self._bytes(reading)
        except InputError as error:
            return FailedSource.of(error, self.size, self.stamp)
        return BytesSource(self.path, self.size, self.stamp, data, self.format)

    def _load(self, reading: Reading) -> Document:
        return to_text(self._bytes(reading), self.path, self.format, reading)

    def _bytes(self, reading: Reading) -> bytes:
        assert self.archive
        assert self.member
        if self.member.flag_bits & _ENCRYPTED:
            raise InputError(self.path, "encrypted", "unpack the archive first")
        try:
            with ExitStack() as stack:
                stream = stack.enter_context(self.archive.open(self.member))
                if is_packed(self.path):
                    unpacked = stack.enter_context(gzip.GzipFile(fileobj=stream))
                    stream = cast(IO[bytes], unpacked)
                return read_at_most(stream, self.path, reading, packed=True)
        except (*DAMAGED, BadZipFile, gzip.BadGzipFile) as error:
            raise damaged(self.path, error) from error
        except NotImplementedError as error:  # a method of compression
            raise InputError(self.path, str(error).lower()) from error


def in_archive(path: str, stamp: str, patterns: tuple[str, ...]) -> Iterator[Source]:
    """The texts in the zip file at ``path``, as long as it is open; raises ``OSError``."""
    try:
        with ZipFile(path) as archive:
            yield from _members(archive, path, stamp, patterns)
    except BadZipFile as error:
        yield FailedSource.of(damaged(path, error))


def _members(
    archive: ZipFile, path: str, stamp: str, patterns: tuple[str, ...]
) -> Iterator[Source]:
    """The texts in ``archive``, whose file is ``path``, in its order; hidden ones are left out."""
    for member in archive.infolist():
        parts = PurePosixPath(member.filename).parts
        if member.is_dir() or parts[0] == _PROGRAM_FOLDER:
            continue
        if any(part.startswith(".") for part in parts) or not is_wanted(member.filename, patterns):
            continue
        format_ = format_of(member.filename) or "text"
        yield MemberSource(
            f"{path}/{member.filename}",
            member.compress_size,
            f"{stamp}:{member.filename}:{member.CRC}",
            archive,
            member,
            format_ if format_ in _TEXTS else "text",
        )
