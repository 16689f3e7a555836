"""Patterns as trees: what stands after what, what is repeated, and where that is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from quotex.rulefiles.pattern import TOKEN, compile_pattern, sets_of
from quotex.words.codes import Codes


@dataclass(frozen=True, slots=True)
class Loop:
    """How often something is repeated, and from where to where that is written.

    ``most`` is null for any number.  Inside a macro the place is that of the macro's name.
    """

    least: int
    most: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of a pattern; ``mask`` are the sets that an atom reads."""

    kind: Literal["atom", "sequence", "alternatives", "loop", "look", "atomic"]
    nodes: tuple[Node, ...] = ()
    mask: int = 0
    loop: Loop | None = None


_LOOPS: dict[str, tuple[int, int | None]] = {"?": (0, 1), "*": (0, None), "+": (1, None)}
_MANY = 10
"""A repetition of so many is as good as one without an end."""


def parse(source: str, codes: Codes, macros: Mapping[str, str]) -> Node:
    """The tree of a pattern that compiles; raises :class:`PatternError` for one that does not."""
    compile_pattern(source, codes, macros)
    return _Parser(codes, macros).parsed(source, None)


class _Parser:
    """Reads patterns that are known to be well formed."""

    def __init__(self, codes: Codes, macros: Mapping[str, str]) -> None:
        self._codes = codes
        self._macros = macros

    def parsed(self, source: str, within: tuple[int, int] | None) -> Node:
        """The tree of a pattern; ``within`` is where its macro is named."""
        tokens = (match for match in TOKEN.finditer(source) if match.lastgroup)
        return self._alternatives(tokens, within)[0]

    def _alternatives(
        self, tokens: Iterator[re.Match[str]], within: tuple[int, int] | None
    ) -> tuple[Node, int]:
        """What stands before the bracket that closes, or the end, and where that ends."""
        branches: list[list[tuple[Node, int]]] = [[]]
        end = 0
        for match in tokens:
            value, end = match.group(), match.end()
            if value == ")":
                break
            if value == "|":
                branches.append([])
            elif value[0] in "?*+{":
                node, start = branches[-1].pop()
                place = within or (start, end)
                branches[-1].append((_repeated(node, value, *place), start))
            elif value != "$":
                branches[-1].append((self._node(match, tokens, within), match.start()))
        nodes = [Node("sequence", tuple(node for node, _ in branch)) for branch in branches]
        return (nodes[0] if len(nodes) == 1 else Node("alternatives", tuple(nodes))), end

    def _node(
        self,
        match: re.Match[str],
        tokens: Iterator[re.Match[str]],
        within: tuple[int, int] | None,
    ) -> Node:
        value = match.group()
        if match.lastgroup == "look":
            inner, _ = self._alternatives(tokens, within)
            return Node("atomic" if value == "(?>" else "look", (inner,))
        if value == "(" or match.lastgroup == "part":
            return self._alternatives(tokens, within)[0]
        if match.lastgroup == "macro":
            return self.parsed(self._macros[match["macro"]], within or match.span())
        return Node("atom", mask=-1 if value == "." else sets_of(value, self._codes))


def _repeated(node: Node, sign: str, start: int, end: int) -> Node:
    """A node with the sign of repetition behind it."""
    plain = sign[0] if sign[0] != "{" else sign
    if plain in _LOOPS:
        least, most = _LOOPS[plain]
    else:
        low, comma, high = sign[1:-1].partition(",")
        least, most = int(low), int(high) if high else None if comma else int(low)
        if max(least, most or 0) >= _MANY:
            least, most = min(least, 1), None
    looped = Node("loop", (node,), loop=Loop(least, most, start, end))
    return (
        Node("atomic", (looped,))
        if sign[0] != "{" and sign.endswith("+") and len(sign) > 1
        else looped
    )
