"""A copy of the text that is easier to match, character for character.

The shadow has the text's length, so that every offset into it is an offset into the text:
typographic apostrophes become straight, all kinds of spaces one plain space, all kinds of line
ends one newline.  Letters, case and quotation marks stay.
"""

from __future__ import annotations

_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u202f\u205f\u3000\ufeff\u200b"
)
_APOSTROPHES = "\u2019\u02bc\u2032\u00b4\u0060"
_LINE_ENDS = "\u000b\u000c\u0085\u2028\u2029"
_HYPHENS = "\u2010\u2011"

_FORMS = tuple(
    (sign, form)
    for signs, form in ((_SPACES, " "), (_APOSTROPHES, "'"), (_LINE_ENDS, "\n"), (_HYPHENS, "-"))
    for sign in signs
)


def shadow(text: str) -> str:
    """The text with one form for each kind of apostrophe, space and line end; same length."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for sign, form in _FORMS:  # each of them a search of the machine's speed; str.translate is not
        if sign in text:
            text = text.replace(sign, form)
    return text
