"""Text of the user made harmless in a page."""

from __future__ import annotations

import re
from html import escape as escape_markup

# What a page cannot hold: controls other than tab and line ends, lone surrogates, noncharacters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def escape(text: str) -> str:
    """``text`` as it stands between tags or in a quoted attribute, shown as it is."""
    return escape_markup(_FORBIDDEN.sub("\ufffd", text), quote=True)
