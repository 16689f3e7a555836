"""The first stage: from the paths that the user gave to decoded texts.

Text is never rewritten: line ends stay as they are (CRLF counts two), and only a byte order
mark, which is not text, is left out.
"""

from __future__ import annotations

import codecs
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quotex.errors import InputError
from quotex.model import Notice

STDIN = "-"
TEXT_SUFFIXES = frozenset({".md", ".txt"})

# The marks of UTF-32 come first: that of UTF-16 little endian is the beginning of one of them.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK = "\ufeff"

# Windows-1252 leaves five bytes undefined; they are read as in Latin-1, as browsers do.
_WINDOWS_1252 = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)
)

_CONTROLS = frozenset(map(chr, [*range(0x20), *range(0x7F, 0xA0)])) - frozenset("\t\n\v\f\r\x85")
_SAMPLE = 8192
_BINARY_HINT = "quotex reads plain text; convert the file, or name its encoding with --encoding"
_FEW_CONTROLS = 4  # may be in a text by accident
_MANY_CONTROLS = 0.02  # of the characters in the sample


@dataclass(frozen=True, slots=True)
class Document:
    """One text as decoded, with the encoding that was used and what the user should know."""

    path: str
    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """The files that one path stands for, in order, and the folders that could not be read."""

    files: tuple[str, ...]
    failures: tuple[InputError, ...] = ()


def is_encoding(name: str) -> bool:
    """Whether ``name`` is an encoding of text that Python knows."""
    try:
        codecs.lookup(name)
        b" ".decode(name)
    except (LookupError, ValueError) as error:
        return isinstance(error, UnicodeDecodeError)  # one byte is no text in UTF-16
    return True


def list_files(path: str) -> Listing:
    """The texts at ``path``: a file or ``-`` stands for itself, a folder for its texts.

    A folder is searched to the bottom for ``.txt`` and ``.md`` files, in the order of their
    paths; hidden entries and links to folders are left out.  Raises :class:`InputError` when
    there is nothing at ``path``, or nothing that may be looked at.
    """
    try:
        # What is neither file nor folder, such as a named pipe, is read like a file.
        if path == STDIN or not stat.S_ISDIR(os.stat(path).st_mode):
            return Listing((path,))
    except OSError as error:
        raise _system_error(path, error) from error
    failures: list[InputError] = []
    files = sorted(_walk(path, failures), key=lambda file: Path(file).parts)
    return Listing(tuple(files), tuple(failures))


def _walk(folder: str, failures: list[InputError]) -> Iterator[str]:
    def failed(error: OSError) -> None:
        failures.append(_system_error(str(error.filename), error))

    for parent, folders, names in os.walk(folder, onerror=failed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = os.path.join(parent, name)
            if name.startswith(".") or Path(name).suffix.lower() not in TEXT_SUFFIXES:
                continue
            # A pipe or a device in a folder would wait for ever; a broken link is a failure.
            if os.path.isfile(file) or not os.path.exists(file):
                yield file


def read(path: str, encoding: str | None = None) -> Document:
    """Reads and decodes one file, or standard input for ``-``.

    ``encoding`` forces one; without it UTF-8, a byte order mark and Windows-1252 are tried in
    this order, the last with a notice.  Raises :class:`InputError` when the file cannot be
    read, is not text, or is not in the encoding that was asked for.
    """
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read() if sys.stdin else b""
        else:
            with open(path, "rb") as stream:
                data = stream.read()
    except OSError as error:
        raise _system_error(path, error) from error
    return decode(data, path, encoding)


def decode(data: bytes, path: str, encoding: str | None = None) -> Document:
    """The text in ``data``, as :func:`read` describes; ``path`` is for messages only."""
    notices: tuple[Notice, ...] = ()
    used = encoding or next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(used)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        if encoding or used != "utf-8" or data.startswith(codecs.BOM_UTF8):
            raise InputError(
                path,
                f"not valid {used} (at byte {start})",
                "give the right name with --encoding, or none to have it found",
            ) from error
        used = "windows-1252"
        text, _ = codecs.charmap_decode(data, "strict", _WINDOWS_1252)
        notices = (_fallback_notice(data, start),)
    text = text.removeprefix(_MARK)
    if _is_binary(text):
        raise InputError(path, "not a text: binary data", _BINARY_HINT)
    if not text or text.isspace():
        notices = (*notices, Notice("the file is empty"))
    return Document(path, text, used, notices)


def _is_binary(text: str) -> bool:
    if "\0" in text:
        return True
    sample = text[:_SAMPLE]
    controls = sum(character in _CONTROLS for character in sample)
    return controls > max(_FEW_CONTROLS, len(sample) * _MANY_CONTROLS)


def _fallback_notice(data: bytes, start: int) -> Notice:
    before = data[:start].decode("utf-8")
    return Notice(
        "not UTF-8, read as Windows-1252; another encoding can be named with --encoding",
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
    )


def _system_error(path: str, error: OSError) -> InputError:
    message = (error.strerror or str(error)).lower()
    if isinstance(error, FileNotFoundError):
        return InputError(path, message, "check the path")
    return InputError(path, message)
