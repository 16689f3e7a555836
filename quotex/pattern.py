"""Patterns over word classes, written with their names, compiled to regular expressions.

Syntax, words separated by spaces::

    det (premodifier/numeral)* word+      classes, "/" between alternatives of one token
    word~time                             a word that is not also in the class time
    word&role                             in both classes
    <name>                                a macro of the grammar
    ( … | … )  ?  *  +                    groups, alternatives, repetition (as usual; greedy)
    *+  ++  ?+                            the same without giving back (possessive)
    @head( … )                            a named part
    (?= … ) (?! … ) (?<= … ) (?<! … )     looking ahead and behind
    .                                     any token
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from quotex.codes import Codes

_TOKEN = re.compile(
    r"\s+|(?P<look>\(\?(?:<?[=!]|>))|@(?P<part>[\w-]+)\(|<(?P<macro>[\w-]+)>"
    r"|(?P<plain>[()|.]|[?*+]\+?|\{\d+(?:,\d*)?\}|\$)|(?P<atom>[^\W\d][\w&~/-]*)|(?P<bad>.)"
)
_DEPTH = 12


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message says what and where in the pattern."""


def compile_pattern(source: str, codes: Codes, macros: Mapping[str, str]) -> re.Pattern[str]:
    """The regular expression over tapes for a pattern; raises :class:`PatternError`."""
    expression = translate(source, codes, macros)
    try:
        return re.compile(expression, re.DOTALL)
    except re.error as error:
        raise PatternError(f'the pattern "{source.strip()}" is not well formed: {error}') from error


def translate(source: str, codes: Codes, macros: Mapping[str, str], depth: int = 0) -> str:
    """The text of the regular expression for a pattern, macros expanded."""
    if depth > _DEPTH:
        raise PatternError("macros name each other without end")
    parts: list[str] = []
    for match in _TOKEN.finditer(source):
        kind, value = match.lastgroup, match.group()
        if kind is None:
            continue
        if kind == "bad":
            raise PatternError(f'"{value}" at {match.start() + 1} has no meaning in a pattern')
        if kind == "macro":
            name = match.group("macro")
            if name not in macros:
                raise PatternError(f"there is no macro <{name}>; known: {', '.join(sorted(macros))}")
            parts.append(f"(?:{translate(macros[name], codes, macros, depth + 1)})")
        elif kind == "part":
            parts.append(f"(?P<{match.group('part').replace('-', '_')}>")
        elif kind == "atom":
            parts.append(_atom(value, codes))
        else:
            parts.append("(?:" if value == "(" else value)
    return "".join(parts)


def _atom(atom: str, codes: Codes) -> str:
    known = {name for classes in codes.sets for name in classes}
    chars: dict[str, None] = {}
    for alternative in atom.split("/"):
        wanted, *refused = alternative.split("~")
        needed = frozenset(wanted.split("&"))
        avoided = frozenset(refused)
        if unknown := (needed | avoided) - known:
            listed = ", ".join(sorted(unknown))
            raise PatternError(f'no word is in the class {listed}, named in "{atom}"')
        found = codes.chars(lambda classes, n=needed, a=avoided: n <= classes and not a & classes)
        chars.update(dict.fromkeys(found))
    if not chars:
        return "(?!)"
    return f"[{_ranges(sorted(chars))}]"


def _ranges(chars: list[str]) -> str:
    """The characters as ranges: the expression stays short where the sets are many."""
    parts: list[str] = []
    start = previous = chars[0]
    for char in [*chars[1:], ""]:
        if char and ord(char) == ord(previous) + 1:
            previous = char
            continue
        parts.append(start if start == previous else f"{start}-{previous}")
        start = previous = char
    return "".join(parts)
