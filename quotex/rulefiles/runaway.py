"""Patterns that can take the same words in many ways, and need forever where they take none.

A repetition that can cut what it repeats in two ways (``(noun+)+``, ``(noun | <name>)*`` where the
macro holds nouns) doubles the work with each word.  Such shapes are found exactly: the pattern
becomes an automaton with one state for each of its atoms, and a loop is ambiguous when two ways
around it read the same words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quotex.rulefiles.pattern_tree import Loop, Node, parse
from quotex.words.codes import Codes


def runaways(source: str, codes: Codes, macros: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Each repetition of a pattern that can run away, as it is written, and where it begins.

    The pattern must be one that compiles.
    """
    told = set[int]()
    pending = [parse(source, codes, macros)]
    while pending:
        automaton = _Automaton()
        automaton.add(pending.pop())
        pending.extend(automaton.apart)
        for loop in automaton.ambiguous:
            if loop.start not in told:
                told.add(loop.start)
                yield source[loop.start : loop.end], loop.start


@dataclass(slots=True)
class _Part:
    """A piece of the automaton: the states in which it may begin and end."""

    empty: bool
    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()


@dataclass(slots=True)
class _Automaton:
    """States are atoms, ``masks`` what each reads; ``ways`` counts the ways from one to another.

    ``ambiguous`` are the innermost loops that can be gone around in two ways over the same words;
    ``apart`` are the nodes that are tried by themselves: what a look ahead or behind holds, and
    what gives nothing back once it has matched.
    """

    masks: list[int] = field(default_factory=list)
    ways: Counter[tuple[int, int]] = field(default_factory=Counter)
    ambiguous: list[Loop] = field(default_factory=list)
    apart: list[Node] = field(default_factory=list)

    def add(self, node: Node) -> _Part:
        """The piece for a node, added to the others."""
        if node.kind == "atom":
            return self._state(node.mask)
        if node.kind == "alternatives":
            parts = [self.add(each) for each in node.nodes]
            return _Part(
                any(part.empty for part in parts),
                tuple(state for part in parts for state in part.first),
                tuple(state for part in parts for state in part.last),
            )
        if node.kind == "look":
            self.apart.extend(node.nodes)
            return _Part(True)
        if node.kind == "atomic":
            self.apart.extend(node.nodes)
            part = self._state(_masks(node))
            return _Part(_can_be_empty(node), part.first, part.last)
        if node.kind == "loop" and node.loop is not None:
            return self._repeated(node.nodes[0], node.loop)
        return self._sequence([self.add(each) for each in node.nodes])

    def _state(self, mask: int) -> _Part:
        self.masks.append(mask)
        state = (len(self.masks) - 1,)
        return _Part(False, state, state)

    def _sequence(self, parts: Sequence[_Part]) -> _Part:
        done = _Part(True)
        for part in parts:
            self._link(done.last, part.first)
            done = _Part(
                done.empty and part.empty,
                done.first + part.first if done.empty else done.first,
                done.last + part.last if part.empty else part.last,
            )
        return done

    def _repeated(self, node: Node, loop: Loop) -> _Part:
        start, known = len(self.masks), len(self.ambiguous)
        if loop.most is not None:
            parts = [self.add(node) for _ in range(loop.most)]
            for part in parts[loop.least :]:
                part.empty = True
            return self._sequence(parts)
        part = self.add(node)
        self._link(part.last, part.first)
        if len(self.ambiguous) == known and self._is_ambiguous(range(start, len(self.masks))):
            self.ambiguous.append(loop)
        return _Part(part.empty or loop.least == 0, part.first, part.last)

    def _link(self, last: tuple[int, ...], first: tuple[int, ...]) -> None:
        self.ways.update((one, other) for one in last for other in first)

    def _is_ambiguous(self, states: range) -> bool:
        """Whether two different ways around a loop of these states read the same words."""
        following: dict[int, list[int]] = {}
        for one, other in self.ways:
            if one in states and other in states:
                following.setdefault(one, []).append(other)
        return any(self._comes_together(state, following) for state in states)

    def _comes_together(self, state: int, following: Mapping[int, Sequence[int]]) -> bool:
        """Whether two ways from a state that part somewhere lead back to it together."""
        seen = {(state, state, False)}
        pending = list(seen)
        while pending:
            one, other, parted = pending.pop()
            for left in following.get(one, ()):
                for right in following.get(other, ()):
                    if not self.masks[left] & self.masks[right]:
                        continue
                    twice = one == other and left == right and self.ways[one, left] > 1
                    step = left, right, parted or left != right or twice
                    if step == (state, state, True):
                        return True
                    if step not in seen:
                        seen.add(step)
                        pending.append(step)
        return False


def _masks(node: Node) -> int:
    """All that the atoms of a node read."""
    found = node.mask
    for each in node.nodes if node.kind != "look" else ():
        found |= _masks(each)
    return found


def _can_be_empty(node: Node) -> bool:
    """Whether a node may take no word at all."""
    if node.kind == "atom":
        return False
    if node.kind == "look" or (node.loop is not None and node.loop.least == 0):
        return True
    inner = [_can_be_empty(each) for each in node.nodes]
    return any(inner) if node.kind == "alternatives" else all(inner)
