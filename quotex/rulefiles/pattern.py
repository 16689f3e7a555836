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
from collections.abc import Iterable, Mapping
from typing import Any

from quotex.rulefiles.nearest import nearest
from quotex.words.codes import FIRST, Codes

TOKEN = re.compile(
    r"\s+|(?P<look>\(\?(?:<?[=!]|>))|@(?P<part>[\w-]+)\(|<(?P<macro>[\w-]+)>"
    r"|(?P<plain>[()|.]|[?*+]\+?|\{\d+(?:,\d*)?\}|\$)|(?P<atom>[^\W\d][\w&~/-]*)|(?P<bad>.)"
)
_DEPTH = 12


class PatternError(ValueError):
    """A pattern that cannot be compiled; ``at`` is where in it, null when that is not known."""

    def __init__(self, message: str, at: int | None = None) -> None:
        super().__init__(message)
        self.at = at


def compile_pattern(source: str, codes: Codes, macros: Mapping[str, str]) -> re.Pattern[str]:
    """The regular expression over tapes for a pattern; raises :class:`PatternError`."""
    expression = translate(source, codes, macros)
    try:
        return re.compile(expression, re.DOTALL)
    except (re.error, RecursionError, OverflowError) as error:
        raise PatternError(f"this pattern is not well formed: {error}") from error


def compile_stoppable(source: str, codes: Codes, macros: Mapping[str, str]) -> Any:
    """The same as an expression of the module ``regex``, whose methods take a ``timeout``."""
    import regex  # slow to import, and only rules of one's own need it

    return regex.compile(translate(source, codes, macros), regex.DOTALL)


def pattern_errors(source: str, codes: Codes, macros: Mapping[str, str]) -> list[PatternError]:
    """Everything that is wrong in a pattern: each bad word of it, else its brackets."""
    errors: list[PatternError] = []
    for match in TOKEN.finditer(source):
        if match.lastgroup in ("macro", "atom", "bad"):
            try:
                translate(match.group(), codes, macros)
            except PatternError as error:
                errors.append(PatternError(str(error), match.start()))
    if not errors:
        try:
            compile_pattern(source, codes, macros)
        except PatternError as error:
            errors.append(error)
    return errors


def translate(source: str, codes: Codes, macros: Mapping[str, str], depth: int = 0) -> str:
    """The text of the regular expression for a pattern, macros expanded."""
    if depth > _DEPTH:
        raise PatternError("macros name each other without end")
    parts: list[str] = []
    for match in TOKEN.finditer(source):
        kind, value = match.lastgroup, match.group()
        if kind is None:
            continue
        try:
            if kind == "bad":
                raise PatternError(f'"{value}" has no meaning in a pattern')
            if kind == "macro":
                parts.append(f"(?:{_macro(match['macro'], codes, macros, depth)})")
            elif kind == "part":
                parts.append(f"(?P<{match['part'].replace('-', '_')}>")
            elif kind == "atom":
                parts.append(_atom(value, codes))
            else:
                parts.append("(?:" if value == "(" else value)
        except PatternError as error:
            error.at = match.start()
            raise
    return "".join(parts)


def _macro(name: str, codes: Codes, macros: Mapping[str, str], depth: int) -> str:
    if name not in macros:
        raise PatternError(f"there is no macro <{name}>{_instead(name, macros)}")
    try:
        return translate(macros[name], codes, macros, depth + 1)
    except PatternError as error:
        raise PatternError(f"in the macro <{name}>: {error}") from error


def _instead(name: str, known: Iterable[str]) -> str:
    """The name that is like the wrong one, else all that there are."""
    return nearest(name, known) or f"; there are: {', '.join(sorted(known))}"


def _atom(atom: str, codes: Codes) -> str:
    """The characters of the sets that an atom names."""
    found = sets_of(atom, codes)
    return f"[{_ranges(found)}]" if found else "(?!)"


def sets_of(atom: str, codes: Codes) -> int:
    """The sets that an atom names, as bits of a whole number."""
    found = 0
    for alternative in atom.split("/"):
        wanted, *refused = alternative.split("~")
        needed = wanted.split("&")
        for name in (*needed, *refused):
            if name not in codes.masks:
                raise PatternError(f'there is no class "{name}"{_instead(name, codes.masks)}')
        sets = codes.masks[needed[0]]
        for name in needed[1:]:
            sets &= codes.masks[name]
        for name in refused:
            sets &= ~codes.masks[name]
        found |= sets
    return found


def _ranges(sets: int) -> str:
    """The characters of the sets as ranges: the expression stays short where they are many."""
    parts: list[str] = []
    number = 0
    while sets:
        skipped = (sets & -sets).bit_length() - 1  # zeros before the first bit
        sets >>= skipped
        run = (~sets & (sets + 1)).bit_length() - 1  # ones from there on
        sets >>= run
        number += skipped
        first, last = chr(FIRST + number), chr(FIRST + number + run - 1)
        parts.append(first if run == 1 else f"{first}-{last}")
        number += run
    return "".join(parts)
