"""Sentences with the expected spans marked in them, as the examples of rules are written.

``« {what:On verra} », {cue:a-t-{who:elle} dit} {when:mardi}.`` marks what an attribution must hold.
Several ``{what:…}`` are several stretches; names that end in 2 (``{what2:…}``) belong to a second
attribution of the text.  A brace of the text itself is written ``{{``, and closed by ``}``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from quotex.model import Span
from quotex.rulefiles.nearest import nearest

Part = Literal["who", "cue", "what", "when", "where", "to"]
Parts = Mapping[Part, tuple[Span, ...]]

_PARTS: tuple[Part, ...] = get_args(Part)
_SINGLE = frozenset({"who", "cue"})
_BRACE = re.compile(r"\{\{|\{(?P<name>[^\W\d]+)(?P<second>2?):|[{}]")


class MarkError(ValueError):
    """Marks that cannot be read; the message says what is wrong and where."""

    def __init__(self, marked: str, at: int, message: str) -> None:
        line = marked.count("\n", 0, at) + 1
        column = at - marked.rfind("\n", 0, at)
        place = f"column {column}" if line == 1 else f"line {line}, column {column}"
        super().__init__(f"{place}: {message}")


@dataclass(frozen=True, slots=True)
class Marked:
    """The plain text, and the parts of the one or two attributions that are marked in it."""

    text: str
    attributions: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class _Open:
    """An open brace; ``part`` is null for a brace of the text, ``at`` is where it is written."""

    part: Part | None
    second: bool
    start: int
    at: int


def parse_marked(marked: str) -> Marked:
    """The plain text and the marked parts; raises :class:`MarkError` for marks that are wrong."""
    plain = ""
    done = 0
    stack: list[_Open] = []
    found: tuple[dict[Part, list[Span]], ...] = ({}, {})
    for match in _BRACE.finditer(marked):
        plain += marked[done : match.start()]
        done = match.end()
        at = match.start()
        if match.group() == "{{":
            stack.append(_Open(None, False, len(plain), at))
            plain += "{"
        elif match.group() != "}":
            stack.append(_Open(_part(marked, match), bool(match["second"]), len(plain), at))
        elif not stack:
            raise MarkError(marked, at, "this brace closes nothing")
        elif (opened := stack.pop()).part is None:
            plain += "}"
        else:
            _add(marked, opened, opened.part, plain, found[opened.second])
    if stack:
        raise MarkError(marked, stack[-1].at, "this brace is not closed")
    if not found[0]:
        raise MarkError(marked, 0, "nothing is marked")
    return Marked(plain + marked[done:], tuple(_in_order(parts) for parts in found if parts))


def _part(marked: str, match: re.Match[str]) -> Part:
    name = match["name"]
    for part in _PARTS:
        if part == name:
            return part
    allowed = ", ".join(_PARTS)
    if name is None:
        message = f'after a brace stands one of {allowed} and a colon; a brace itself is "{{{{"'
    else:
        message = f'unknown mark "{name}"{nearest(name, _PARTS)}; allowed: {allowed}'
    raise MarkError(marked, match.start(), message)


def _add(marked: str, opened: _Open, part: Part, plain: str, parts: dict[Part, list[Span]]) -> None:
    spans = parts.setdefault(part, [])
    if len(plain) == opened.start:
        raise MarkError(marked, opened.at, f'the mark "{part}" holds no text')
    if spans and part in _SINGLE:
        raise MarkError(marked, opened.at, f'a second mark "{part}"; only one is allowed')
    spans.append(Span(opened.start, len(plain), plain[opened.start :]))


def _in_order(parts: dict[Part, list[Span]]) -> Parts:
    return {
        part: tuple(sorted(spans, key=lambda span: span.start)) for part, spans in parts.items()
    }
