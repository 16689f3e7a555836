"""From bytes to text.

Text is never rewritten: line ends stay as they are (CRLF counts two), and only a byte order
mark, which is not text, is left out.
"""

from __future__ import annotations

import codecs
from importlib.util import find_spec
from typing import NamedTuple

from quotex.errors import InputError
from quotex.model import Notice

# The marks of UTF-32 come first: that of UTF-16 little endian is the beginning of one of them.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK = "\ufeff"

_FALLBACK = "windows-1252"
# Windows-1252 leaves five bytes undefined; they are read as in Latin-1, as browsers do.
_WINDOWS_1252 = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)
)
# What French has been written in besides; without this list a detector takes short texts for
# Turkish, Greek or Thai ones.
_OLD_ENCODINGS = ("cp1252", "cp850", "mac_roman")

_CONTROLS = frozenset(map(chr, [*range(0x20), *range(0x7F, 0xA0)])) - frozenset("\t\n\v\f\r\x85")
_SAMPLE = 8192
_BINARY_HINT = "quotex reads plain text; convert the file, or name its encoding with --encoding"
_FEW_CONTROLS = 4  # may be in a text by accident
_MANY_CONTROLS = 0.02  # of the characters in the sample


class Document(NamedTuple):
    """One text as decoded, with the encoding that was used and what the user should know.

    ``name`` is what the ids of its attributions begin with, where that is not the base name of
    ``path``; ``date`` (ISO 8601) and ``title`` are what the corpus says of it.
    """

    path: str
    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()
    name: str | None = None
    date: str | None = None
    title: str | None = None


def is_encoding(name: str) -> bool:
    """Whether ``name`` is an encoding of text that Python knows."""
    try:
        codecs.lookup(name)
        b" ".decode(name)
    except (LookupError, ValueError) as error:
        return isinstance(error, UnicodeDecodeError)  # one byte is no text in UTF-16
    return True


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start of ``data`` names."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def decode(data: bytes, path: str, encoding: str | None = None) -> Document:
    """The text in ``data``; ``path`` is for messages only.

    ``encoding`` forces one; without it UTF-8, a byte order mark, what charset-normalizer finds
    (where it is installed) and Windows-1252 are tried in this order, the last two with a notice.
    Raises :class:`InputError` when it is not text, or not in the encoding that was asked for.
    """
    notices: tuple[Notice, ...] = ()
    used = encoding or marked_encoding(data) or "utf-8"
    try:
        text = data.decode(used)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        if encoding or used != "utf-8" or data.startswith(codecs.BOM_UTF8):
            raise InputError(
                path,
                f"not valid {used} (at byte {start})",
                "give the right name with --encoding, or none to have it found",
                "encoding",
            ) from error
        text, used = _old(data)
        notices = (_fallback_notice(data, start, used),)
    text = text.removeprefix(_MARK)
    return checked(Document(path, text, used, notices))


def checked(document: Document) -> Document:
    """``document``, with a notice if it is empty; raises :class:`InputError` if it is no text."""
    text = document.text
    if _is_binary(text):
        raise InputError(document.path, "not a text: binary data", _BINARY_HINT, "binary")
    if text and not text.isspace():
        return document
    notices = (*document.notices, Notice("the file is empty"))
    return Document(document.path, text, document.encoding, notices)


def _old(data: bytes) -> tuple[str, str]:
    """The text of bytes that are no UTF-8, and the encoding."""
    if find_spec("charset_normalizer"):
        from charset_normalizer import from_bytes  # an extra

        best = from_bytes(data, cp_isolation=list(_OLD_ENCODINGS)).best()
        if best and best.encoding != "cp1252":
            return data.decode(best.encoding), best.encoding.replace("_", "-")
    return codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0], _FALLBACK


def _is_binary(text: str) -> bool:
    if "\0" in text:
        return True
    sample = text[:_SAMPLE]
    controls = sum(character in _CONTROLS for character in sample)
    return controls > max(_FEW_CONTROLS, len(sample) * _MANY_CONTROLS)


def _fallback_notice(data: bytes, start: int, used: str) -> Notice:
    before = data[:start].decode("utf-8")
    return Notice(
        f"not UTF-8, read as {used.capitalize()}; another encoding can be named with --encoding",
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
    )
