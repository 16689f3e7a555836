"""Typed YAML: a file read into a frozen dataclass, every problem reported with its place.

The type hints are the schema.  Understood: ``str``, ``int``, ``float``, ``bool``, ``Literal``,
``tuple[X, ...]``, ``frozenset[X]``, ``dict[str, X]``, dataclasses, and unions whose members differ
in shape (``X | None``, ``str | tuple[str, ...]``).  A field with a default is an optional key; the
key is the field's name with ``-`` for ``_`` and without a trailing ``_`` (``from_`` reads
``from``).  A ``ValueError`` raised by ``__post_init__`` becomes a problem too.

Places count from 1.  A field with ``metadata={"source": "place"}`` is no key: it receives the line
and column at which its mapping starts; one with ``{"source": "places"}`` those of the first
character of each key's value, with column 0 for text on the lines below the key.  ``Placed`` is
text that keeps its own place.  ``Change[X]`` takes any of the keys of the dataclass ``X``, and
needs its ``id``.

Text is taken as it stands: where ``str`` is asked for, ``no``, ``on`` and ``2012`` stay text.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quotex.errors import Problem, RulesError
from quotex.rulefiles.change import Change
from quotex.rulefiles.nearest import nearest
from quotex.rulefiles.placed import Place, Placed
from quotex.rulefiles.yamlscalars import (
    INVALID,
    SCALARS,
    Convert,
    is_plain,
    literal,
    shown,
    unexpected,
)
from quotex.rulefiles.yamltree import Problems, compose

T = TypeVar("T")
_NULLS = frozenset({"", "~", "null"})


def read_yaml(path: Path, cls: type[T]) -> T:
    """The file at ``path`` (UTF-8) as a ``cls``; raises ``RulesError`` with all its problems."""
    value, problems = read_partly(path, cls)
    return _whole(value, problems)


def parse_yaml(text: str, cls: type[T], path: str) -> T:
    """Like :func:`read_yaml` for a text in hand; ``path`` is what its problems are told under."""
    value, problems = _parse_partly(text, cls, path)
    return _whole(value, problems)


def read_partly(
    path: Path, cls: type[T], prepare: Callable[[str], str] = str
) -> tuple[T | None, tuple[Problem, ...]]:
    """The file at ``path`` without the entries that are wrong, and all its problems.

    ``prepare`` is done to each text in it before that is read; it keeps characters in their places.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        return None, (Problem(str(path), 1, 1, f"cannot be read: {reason}"),)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, (Problem(str(path), line, 1, "is not UTF-8 text"),)
    return _parse_partly(text, cls, str(path), prepare)


def _parse_partly(
    text: str, cls: type[T], path: str, prepare: Callable[[str], str] = str
) -> tuple[T | None, tuple[Problem, ...]]:
    problems = Problems(path)
    root = compose(text, problems)
    if root is not None and prepare is not str:
        _prepare(root, prepare)
    value = INVALID if root is None else _converter(cast(Hashable, cls))(root, problems)
    ordered = tuple(sorted(problems, key=lambda found: (found.line, found.column)))
    return (None if value is INVALID else cast(T, value)), ordered


def _prepare(node: Node, prepare: Callable[[str], str]) -> None:
    """Does ``prepare`` to every text in the tree."""
    if isinstance(node, ScalarNode):
        node.value = prepare(node.value)
        return
    for child in node.value:
        for each in child if isinstance(child, tuple) else (child,):
            _prepare(each, prepare)


def _whole(value: T | None, problems: tuple[Problem, ...]) -> T:
    if problems or value is None:
        raise RulesError(problems)
    return value


@cache
def _converter(hint: Hashable) -> Convert:
    """The function that turns a node into a value of the hinted type."""
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(args)
    if origin is Literal:
        return literal(args)
    if origin is frozenset or (origin is tuple and args[1:] == (...,)):
        return _sequence(origin, _converter(args[0]))
    if origin is dict and args[0] in (str, Placed):
        return _mapping(_converter(args[1]), placed=args[0] is Placed)
    if origin is Change:
        return _record(args[0], partial=True)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    if hint is Placed:
        return _placed
    if hint in SCALARS:
        return SCALARS[hint]
    raise TypeError(f"YAML cannot be read as {hint!r}")


def _union(hints: tuple[Any, ...]) -> Convert:
    """Takes the member whose shape the node has; the last of the list is left to complain."""
    by_shape: dict[type[Node], Convert] = {}
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
        if nullable and is_plain(node) and node.value in _NULLS:
            return None
        return by_shape.get(type(node), fallback)(node, problems)

    return convert


def _sequence(make: Callable[[list[Any]], Any], item: Convert) -> Convert:
    def convert(node: Node, problems: Problems) -> Any:
        if not isinstance(node, SequenceNode):
            return unexpected(node, problems, "a list")
        values = [item(child, problems) for child in node.value]
        return make([value for value in values if value is not INVALID])

    return convert


def _pairs(node: Node, problems: Problems) -> dict[str, tuple[Node, Node]]:
    """Key and value nodes of a mapping, by key; problems with the keys are noted."""
    pairs: dict[str, tuple[Node, Node]] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            problems.at(key, f"a key must be text, found {shown(key)}")
        elif key.value in pairs:
            line = pairs[key.value][0].start_mark.line + 1
            problems.at(key, f'the key "{key.value}" stands twice, first on line {line}')
        else:
            pairs[key.value] = (key, value)
    return pairs


def _mapping(item: Convert, *, placed: bool) -> Convert:
    def convert(node: Node, problems: Problems) -> Any:
        if not isinstance(node, MappingNode):
            return unexpected(node, problems, "a mapping")
        pairs = _pairs(node, problems)
        values = {
            Placed.at(key, _place(key_node)) if placed else key: item(value, problems)
            for key, (key_node, value) in pairs.items()
        }
        return {key: value for key, value in values.items() if value is not INVALID}

    return convert


def keys_of(cls: type[Any]) -> dict[str, Field[Any]]:
    """The fields of a dataclass that are keys of a file, by key."""
    return {
        each.name.removesuffix("_").replace("_", "-"): each
        for each in fields(cls)
        if each.init and "source" not in each.metadata
    }


def is_required(field: Field[Any]) -> bool:
    """Whether the key of a field must be there."""
    return field.default is MISSING and field.default_factory is MISSING


def _record(cls: type[Any], *, partial: bool = False) -> Convert:
    """A dataclass: one key for each field that does not take its value from elsewhere.

    ``partial``: a change to one, which needs no key but ``id``.
    """
    hints = get_type_hints(cls)
    keyed = keys_of(cls)
    sources = {
        each.metadata["source"]: each.name for each in fields(cls) if "source" in each.metadata
    }
    required = {key for key, each in keyed.items() if is_required(each)}
    required = {"id"} if partial else required
    allowed = ", ".join(sorted(keyed))
    converters: dict[str, Convert] = {}

    def convert(node: Node, problems: Problems) -> Any:
        if not isinstance(node, MappingNode):
            return unexpected(node, problems, f"a mapping with the keys {allowed}")
        if not converters:  # filled late, so that a class may name itself
            converters.update((key, _converter(hints[each.name])) for key, each in keyed.items())
        before = len(problems)
        pairs = _pairs(node, problems)
        values: dict[str, Any] = {}
        for key, (key_node, value) in pairs.items():
            if key in keyed:
                found = converters[key](value, problems)
                if found is not INVALID:
                    values[keyed[key].name] = found
            else:
                hint = nearest(key, keyed)
                problems.at(key_node, f'unknown key "{key}"{hint}; allowed: {allowed}')
        for key in sorted(required - pairs.keys()):
            problems.at(node, f'the required key "{key}" is missing')
        if any(keyed[key].name not in values for key in required):
            return INVALID
        places = {key: _value_place(value) for key, (_, value) in pairs.items()}
        if partial:
            return Change(Placed.at(values.pop("id"), places["id"]), values, places)
        own = {"place": _place(node), "places": places}
        values.update((name, own[source]) for source, name in sources.items())
        try:
            return cls(**values)
        except ValueError as error:
            if len(problems) == before:  # else it may only follow from what was told already
                problems.at(node, str(error))
            return INVALID

    return convert


def _placed(node: Node, problems: Problems) -> Any:
    text = SCALARS[str](node, problems)
    return text if text is INVALID else Placed.at(text, _place(node))


def _value_place(node: Node) -> Place:
    """Where the text of a value begins; column 0 when its lines are written below its key."""
    line, column = _place(node)
    if not isinstance(node, ScalarNode):
        return line, column
    return line, 0 if node.style in ("|", ">") else column + bool(node.style)


def _place(node: Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1
