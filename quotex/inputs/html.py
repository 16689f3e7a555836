"""The text of a web page, without its menus and footers; needs the extra ``quotex[html]``."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from quotex.errors import InputError
from quotex.text.read import Document, checked, decode

_EXTRA = "trafilatura"
NEEDED = "pip install 'quotex[html]'"


def is_available() -> bool:
    """Whether the extra is installed."""
    return find_spec(_EXTRA) is not None


def page_text(data: bytes, path: str, encoding: str | None = None) -> Document:
    """The main text of the page in ``data``, with the date and the title that it declares.

    Offsets of results point into this text.  Raises :class:`InputError` without the extra, and
    for what is no page or has no text.
    """
    if not is_available():
        raise InputError(path, "web pages are read by an extra", NEEDED, "extra")
    from trafilatura import bare_extraction

    # The library finds the encoding that the page declares; a forced one goes before it.
    page: Any = decode(data, path, encoding).text if encoding else data
    found: Any = bare_extraction(page, with_metadata=True, include_comments=False)
    text = found.text if found else None
    if not text:
        raise InputError(path, "no text found in this page", None, "binary")
    document = checked(Document(path, text, encoding or "utf-8"))
    return Document(
        path, text, document.encoding, document.notices, date=found.date, title=found.title
    )
