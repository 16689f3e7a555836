"""A YAML text as a tree of nodes that know their place, and the problems found on the way."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node
from yaml.reader import Reader as YamlReader

from quotex.errors import Problem

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What may be an alias (`*name` after a space or a bracket) or nests deeper than any rule file
# should: only then are the events of the file looked at one by one.
_SUSPECT = re.compile(
    r"(?<![^\s\[{,])\*[^\s*]"  # *name
    r"|[\[{](?:[^\]}\n]*[\[{]){7}"  # brackets in brackets
    r"|(?:[-?:]\s+){8}"  # lists or keys in a row
    r"|\n {50}"  # a deep indent
)
_MAX_DEPTH = 50


class Problems(list[Problem]):
    """The problems of one file, in the order in which they are found."""

    def __init__(self, path: str) -> None:
        self.path = path

    def add(self, message: str, line: int = 0, column: int = 0) -> None:
        """Notes a problem; places count from 0, as PyYAML counts them."""
        self.append(Problem(self.path, line + 1, column + 1, message))

    def at(self, node: Node | yaml.Event, message: str) -> None:
        """Notes a problem at the first character of a node or event."""
        mark: Any = node.start_mark
        self.add(message, mark.line, mark.column)


def compose(text: str, problems: Problems) -> Node | None:
    """The root node of a text, or null with the reason added to ``problems``.

    A text with nothing but comments gives a mapping without keys.  Aliases are refused: rule files
    need none, and a few lines of them can stand for gigabytes.
    """
    try:
        if not _is_safe(text, problems):
            return None
        root: Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = ", ".join(part for part in (error.context, error.problem) if part)
        if "cannot start any token" in what:
            what += "; text that begins with a sign such as @ or ` stands in quotation marks"
        place = (mark.line, mark.column) if mark else (0, 0)
        problems.add(f"not valid YAML: {what}", *place)
        return None
    if root is None:
        start = yaml.Mark(problems.path, 0, 0, 0, None, 0)
        root = MappingNode("tag:yaml.org,2002:map", [], start, start)
    return root


def _is_safe(text: str, problems: Problems) -> bool:
    """Whether the text can be composed: no control characters, aliases or bottomless nesting."""
    if bad := YamlReader.NON_PRINTABLE.search(text):
        start = bad.start()
        column = start - (text.rfind("\n", 0, start) + 1)
        problems.add(f"the character {bad[0]!a} is not allowed", text.count("\n", 0, start), column)
    elif _SUSPECT.search(text):
        depth = 0
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent):
                problems.at(event, f"the alias *{event.anchor} is not allowed: write it out")
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _MAX_DEPTH:
                problems.at(event, f"nested more than {_MAX_DEPTH} levels deep")
                break
    return not problems
