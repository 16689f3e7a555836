"""Text, numbers and words of a closed list: the leaves of a YAML file as values, or problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quotex.rulefiles.nearest import nearest
from quotex.rulefiles.yamltree import Problems

Convert = Callable[[Node, Problems], Any]
INVALID: Any = object()
"""Stands for a value whose problem has been noted."""


def unexpected(node: Node, problems: Problems, expected: str) -> Any:
    """Notes that something else stands at the node than what is expected there."""
    problems.at(node, f"expected {expected}, found {shown(node)}")
    return INVALID


def shown(node: Node) -> str:
    """What stands at the node, in the words of an error message."""
    if isinstance(node, MappingNode):
        return "a mapping"
    if isinstance(node, SequenceNode):
        return "a list"
    value: str = node.value
    if not value:
        return "nothing"
    return f'"{value}"' if len(value) <= 40 else f'"{value[:40]}…"'


def is_plain(node: Node) -> bool:
    """Whether the node is a word without quotation marks (PyYAML's C loader gives "" as style)."""
    return isinstance(node, ScalarNode) and not node.style


def _text(node: Node, problems: Problems) -> Any:
    if isinstance(node, ScalarNode) and (node.value or not is_plain(node)):
        return node.value
    return unexpected(node, problems, "text")


def _plain(expected: str, pattern: str, make: Callable[[str], Any]) -> Convert:
    """For what is written without quotation marks and must look as ``pattern`` says."""
    matches = re.compile(pattern).fullmatch

    def convert(node: Node, problems: Problems) -> Any:
        if is_plain(node) and matches(node.value):
            return make(node.value)
        return unexpected(node, problems, expected)

    return convert


SCALARS: dict[Hashable, Convert] = {
    str: _text,
    int: _plain("a whole number", r"[-+]?[0-9]+", int),
    float: _plain("a number", r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?", float),
    bool: _plain("true or false", "true|false", lambda value: value == "true"),
}


def literal(values: tuple[Any, ...]) -> Convert:
    """For one of a closed list of values."""
    by_text = {str(value): value for value in values}
    listed = ", ".join(by_text)

    def convert(node: Node, problems: Problems) -> Any:
        if not isinstance(node, ScalarNode):
            return unexpected(node, problems, f"one of {listed}")
        if node.value in by_text:
            return by_text[node.value]
        hint = nearest(node.value, by_text)
        problems.at(node, f"{shown(node)} is not allowed{hint}; allowed: {listed}")
        return INVALID

    return convert
