"""One document that is still to be read: where it is, and how to get its text."""

from __future__ import annotations

import io
import sys
import zlib
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import IO, Any, NamedTuple, cast
from zlib import crc32

from quotex.errors import InputError
from quotex.inputs.fields import USUAL, FieldNames, is_date
from quotex.inputs.kinds import Format
from quotex.text.read import Document, decode

STDIN = "-"
DAMAGED = (EOFError, zlib.error)
"""What the libraries raise, besides ``OSError``, for compressed files that are damaged."""

_UNPACKED = 256  # mebibytes of a compressed document, where no limit is set
_LONGEST_CHARACTER = 4  # bytes, in the encodings of text


class Reading(NamedTuple):
    """How documents are read.

    ``encoding`` forces one.  ``longest``, in characters: a longer document is refused.
    """

    encoding: str | None = None
    fields: FieldNames = USUAL
    longest: int | None = None

    @property
    def most_bytes(self) -> int | None:
        """More bytes than that are too many characters in any encoding."""
        return None if self.longest is None else self.longest * _LONGEST_CHARACTER


@dataclass(frozen=True, slots=True)
class Source(ABC):
    """One document, or one that cannot be had; its ``load`` says which.

    ``path`` is the document's, ``size`` the bytes that it takes of the input (for the progress),
    ``stamp`` what tells whether it is still the same document.
    """

    path: str
    size: int = 0
    stamp: str = ""

    @property
    def weight(self) -> int:
        """About how many bytes it takes in memory, now or when its text is read."""
        return self.size

    def portable(self, reading: Reading) -> Source:
        """What can be sent to another process."""
        return self

    def with_bytes(self, reading: Reading) -> Source:
        """What can be sent to another machine."""
        return self.portable(reading)

    def load(self, reading: Reading) -> Document:
        """The document; raises :class:`InputError`."""
        document = self._load(reading)
        if reading.longest is not None and len(document.text) > reading.longest:
            raise too_long(self.path, reading.longest)
        return document

    @abstractmethod
    def _load(self, reading: Reading) -> Document: ...


@dataclass(frozen=True, slots=True)
class FileSource(Source):
    """A file that is one document, or standard input."""

    format: Format = "text"
    packed: bool = False

    def portable(self, reading: Reading) -> Source:
        # Another process has another standard input.
        return self.with_bytes(reading) if self.path == STDIN else self

    def with_bytes(self, reading: Reading) -> Source:
        try:
            data = self._bytes(reading)
        except InputError as error:
            return FailedSource.of(error, self.size, self.stamp)
        size = self.size or len(data)
        stamp = f"-:{crc32(data)}" if self.path == STDIN else self.stamp
        return BytesSource(self.path, size, stamp, data, self.format)

    def _load(self, reading: Reading) -> Document:
        return to_text(self._bytes(reading), self.path, self.format, reading)

    def _bytes(self, reading: Reading) -> bytes:
        try:
            with open_bytes(self.path, self.packed) as stream:
                return read_at_most(stream, self.path, reading, packed=self.packed)
        except DAMAGED as error:
            raise damaged(self.path, error) from error
        except OSError as error:
            raise system_error(self.path, error) from error


@dataclass(frozen=True, slots=True)
class BytesSource(Source):
    """A document whose bytes are there."""

    data: bytes = field(default=b"", repr=False)
    format: Format = "text"

    @property
    def weight(self) -> int:
        return len(self.data)

    def _load(self, reading: Reading) -> Document:
        return to_text(self.data, self.path, self.format, reading)


@dataclass(frozen=True, slots=True)
class TextSource(Source):
    """A text that is there."""

    text: str = field(default="", repr=False)
    name: str | None = None
    date: str | None = None
    title: str | None = None

    def _load(self, reading: Reading) -> Document:
        if self.date and not is_date(self.date):
            message = f"no date: {self.date!r}"
            raise InputError(self.path, message, "write it like 2016-05-03", "row")
        return Document("", self.text, "", (), self.name, self.date, self.title)


@dataclass(frozen=True, slots=True)
class FailedSource(Source):
    """What cannot be had, and why."""

    error: InputError | None = None

    @classmethod
    def of(cls, error: InputError, size: int = 0, stamp: str = "") -> FailedSource:
        """The source that fails with ``error``."""
        return cls(error.path, size, stamp or str(error), error)

    def _load(self, reading: Reading) -> Document:
        raise self.error or InputError(self.path, "failed")


def open_bytes(path: str, packed: bool) -> IO[bytes]:
    """The bytes of a file or of standard input, decompressed; raises ``OSError``."""
    if path == STDIN:
        return io.BufferedReader(_Unclosed(sys.stdin.buffer)) if sys.stdin else io.BytesIO()
    if not packed:
        return open(path, "rb")
    import gzip  # seldom needed

    return cast(IO[bytes], gzip.open(path, "rb"))


def position(stream: IO[bytes]) -> int:
    """How many bytes of a file are read, as it is on the disk; 0 where that cannot be known."""
    compressed: IO[bytes] | None = getattr(stream, "fileobj", None)
    try:
        return (compressed or stream).tell()
    except OSError:  # a pipe
        return 0


class _Unclosed(io.RawIOBase):
    """Standard input, which stays open when its reader is done."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def read_at_most(stream: IO[bytes], path: str, reading: Reading, *, packed: bool) -> bytes:
    """All of ``stream``; raises :class:`InputError` when that is too much for one document.

    A few bytes that are ``packed`` may become as many as there is memory, so these have a limit.
    """
    most = reading.most_bytes
    if most is None and not packed:
        return stream.read()
    limit = _UNPACKED * 2**20 if most is None else most
    data = stream.read(limit + 1)
    if len(data) <= limit:
        return data
    if reading.longest is not None:
        raise too_long(path, reading.longest)
    message = f"unpacked, it is longer than {_UNPACKED} MiB"
    raise InputError(path, message, "unpack it first", "too-long")


def to_text(data: bytes, path: str, name: Format, reading: Reading) -> Document:
    """The document in ``data``; raises :class:`InputError`."""
    if name == "html":
        from quotex.inputs.html import page_text  # an extra, and slow to import

        return page_text(data, path, reading.encoding)
    return decode(data, path, reading.encoding)


def too_long(path: str, longest: int) -> InputError:
    """The error of a document with more than ``longest`` characters."""
    hint = "split it, or allow more with --max-chars"
    return InputError(path, f"longer than {longest:,} characters", hint, "too-long")


def damaged(path: str, error: Exception) -> InputError:
    """The error of a compressed file that cannot be decompressed."""
    return InputError(path, f"damaged: {str(error).lower()}", None, "damaged")


def system_error(path: str, error: OSError) -> InputError:
    """The error of a file that the system does not give."""
    if error.errno is None:  # from the library that decompresses
        return damaged(path, error)
    message = (error.strerror or str(error)).lower()
    if isinstance(error, FileNotFoundError):
        return InputError(path, message, "check the path", "missing")
    return InputError(path, message)
