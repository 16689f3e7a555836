"""Typed YAML: a file read into a frozen dataclass, every problem reported with its place.

The type hints are the schema.  Understood: ``str``, ``int``, ``float``, ``bool``, ``Literal``,
``tuple[X, ...]``, ``frozenset[X]``, ``dict[str, X]``, dataclasses, and unions whose members differ
in shape (``X | None``, ``str | tuple[str, ...]``).  A field with a default is an optional key; the
key is the field's name with ``-`` for ``_`` and without a trailing ``_`` (``from_`` reads
``from``).  A field with ``metadata={"source": "line"}`` is no key: it receives the line, from 1, on
which its mapping starts.  A ``ValueError`` raised by ``__post_init__`` becomes a problem too.

Text is taken as it stands: where ``str`` is asked for, ``no``, ``on`` and ``2012`` stay text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quotex.errors import Problem, RulesError
from quotex.yamltree import Problems, compose

T = TypeVar("T")
_Convert = Callable[[Node, Problems], Any]
_INVALID: Any = object()  # stands for a value whose problem has been noted
_NULLS = frozenset({"", "~", "null"})


def read_yaml(path: Path, cls: type[T]) -> T:
    """The file at ``path`` (UTF-8) as a ``cls``; raises ``RulesError`` with all its problems."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        raise RulesError((Problem(str(path), 1, 1, f"cannot be read: {reason}"),)) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise RulesError((Problem(str(path), line, 1, "is not UTF-8 text"),)) from error
    return parse_yaml(text, cls, str(path))


def parse_yaml(text: str, cls: type[T], path: str) -> T:
    """Like :func:`read_yaml` for a text in hand; ``path`` is what its problems are told under."""
    problems = Problems(path)
    root = compose(text, problems)
    value = _INVALID if root is None else _converter(cast(Hashable, cls))(root, problems)
    if problems:
        raise RulesError(tuple(sorted(problems, key=lambda found: (found.line, found.column))))
    return cast(T, value)


def nearest(word: str, allowed: Iterable[str]) -> str:
    """`` (did you mean "x"?)`` for the allowed word that ``word`` may be a slip for, or nothing."""
    found = get_close_matches(word, list(allowed), n=1)
    return f' (did you mean "{found[0]}"?)' if found else ""


@cache
def _converter(hint: Hashable) -> _Convert:
    """The function that turns a node into a value of the hinted type."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(args)
    if origin is Literal:
        return _literal(args)
    if origin is frozenset or (origin is tuple and args[1:] == (...,)):
        return _sequence(origin, _converter(args[0]))
    if origin is dict and args[0] is str:
        return _mapping(_converter(args[1]))
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    if hint in _SCALARS:
        return _SCALARS[hint]
    raise TypeError(f"YAML cannot be read as {hint!r}")


def _unexpected(node: Node, problems: Problems, expected: str) -> Any:
    problems.at(node, f"expected {expected}, found {_shown(node)}")
    return _INVALID


def _shown(node: Node) -> str:
    """What stands at the node, in the words of an error message."""
    if isinstance(node, MappingNode):
        return "a mapping"
    if isinstance(node, SequenceNode):
        return "a list"
    value: str = node.value
    if not value:
        return "nothing"
    return f'"{value}"' if len(value) <= 40 else f'"{value[:40]}…"'


def _is_plain(node: Node) -> bool:
    """Whether the node is a word without quotation marks (PyYAML's C loader gives "" as style)."""
    return isinstance(node, ScalarNode) and not node.style


def _text(node: Node, problems: Problems) -> Any:
    if isinstance(node, ScalarNode) and (node.value or not _is_plain(node)):
        return node.value
    return _unexpected(node, problems, "text")


def _plain(expected: str, pattern: str, make: Callable[[str], Any]) -> _Convert:
    """For what is written without quotation marks and must look as ``pattern`` says."""
    matches = re.compile(pattern).fullmatch

    def convert(node: Node, problems: Problems) -> Any:
        if _is_plain(node) and matches(node.value):
            return make(node.value)
        return _unexpected(node, problems, expected)

    return convert


_SCALARS: dict[Hashable, _Convert] = {
    str: _text,
    int: _plain("a whole number", r"[-+]?[0-9]+", int),
    float: _plain("a number", r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?", float),
    bool: _plain("true or false", "true|false", lambda value: value == "true"),
}


def _literal(values: tuple[Any, ...]) -> _Convert:
    by_text = {str(value): value for value in values}
    listed = ", ".join(by_text)

    def convert(node: Node, problems: Problems) -> Any:
        if not isinstance(node, ScalarNode):
            return _unexpected(node, problems, f"one of {listed}")
        if node.value in by_text:
            return by_text[node.value]
        hint = nearest(node.value, by_text)
        problems.at(node, f"{_shown(node)} is not allowed{hint}; allowed: {listed}")
        return _INVALID

    return convert


def _union(hints: tuple[Any, ...]) -> _Convert:
    """Takes the member whose shape the node has; the last of the list is left to complain."""
    by_shape: dict[type[Node], _Convert] = {}
    members = [hint for hint in hints if hint is not NoneType]
    for hint in members:
        origin = get_origin(hint) or hint
        shape: type[Node] = ScalarNode
        if origin is dict or is_dataclass(origin):
            shape = MappingNode
        elif origin in (tuple, frozenset):
            shape = SequenceNode
        if shape in by_shape:
            raise TypeError(f"two types of one shape in {hints!r}")
        by_shape[shape] = _converter(hint)
    fallback = _converter(members[-1])
    nullable = len(members) < len(hints)

    def convert(node: Node, problems: Problems) -> Any:
        if nullable and _is_plain(node) and node.value in _NULLS:
            return None
        return by_shape.get(type(node), fallback)(node, problems)

    return convert


def _sequence(make: Callable[[list[Any]], Any], item: _Convert) -> _Convert:
    def convert(node: Node, problems: Problems) -> Any:
        if not isinstance(node, SequenceNode):
            return _unexpected(node, problems, "a list")
        values = [item(child, problems) for child in node.value]
        return _INVALID if any(value is _INVALID for value in values) else make(values)

    return convert


def _pairs(node: Node, problems: Problems) -> dict[str, tuple[Node, Node]]:
    """Key and value nodes of a mapping, by key; problems with the keys are noted."""
    pairs: dict[str, tuple[Node, Node]] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            problems.at(key, f"a key must be text, found {_shown(key)}")
        elif key.value in pairs:
            line = pairs[key.value][0].start_mark.line + 1
            problems.at(key, f'the key "{key.value}" stands twice, first on line {line}')
        else:
            pairs[key.value] = (key, value)
    return pairs


def _mapping(item: _Convert) -> _Convert:
    def convert(node: Node, problems: Problems) -> Any:
        if not isinstance(node, MappingNode):
            return _unexpected(node, problems, "a mapping")
        pairs = _pairs(node, problems)
        values = {key: item(value, problems) for key, (_, value) in pairs.items()}
        return _INVALID if any(value is _INVALID for value in values.values()) else values

    return convert


def _record(cls: type[Any]) -> _Convert:
    """A dataclass: one key for each field that does not take its value from elsewhere."""
    hints = get_type_hints(cls)
    line_fields = [each.name for each in fields(cls) if each.metadata.get("source") == "line"]
    keyed = {
        each.name.removesuffix("_").replace("_", "-"): each
        for each in fields(cls)
        if each.init and each.name not in line_fields
    }
    required = {
        key
        for key, each in keyed.items()
        if each.default is MISSING and each.default_factory is MISSING
    }
    allowed = ", ".join(sorted(keyed))
    converters: dict[str, _Convert] = {}

    def convert(node: Node, problems: Problems) -> Any:
        if not isinstance(node, MappingNode):
            return _unexpected(node, problems, f"a mapping with the keys {allowed}")
        if not converters:  # filled late, so that a class may name itself
            converters.update((key, _converter(hints[each.name])) for key, each in keyed.items())
        before = len(problems)
        pairs = _pairs(node, problems)
        values: dict[str, Any] = {}
        for key, (key_node, value) in pairs.items():
            if key in keyed:
                values[keyed[key].name] = converters[key](value, problems)
            else:
                hint = nearest(key, keyed)
                problems.at(key_node, f'unknown key "{key}"{hint}; allowed: {allowed}')
        for key in sorted(required - pairs.keys()):
            problems.at(node, f'the required key "{key}" is missing')
        if len(problems) > before:
            return _INVALID
        values.update(dict.fromkeys(line_fields, node.start_mark.line + 1))
        try:
            return cls(**values)
        except ValueError as error:
            problems.at(node, str(error))
            return _INVALID

    return convert
