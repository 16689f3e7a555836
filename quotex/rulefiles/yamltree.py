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
        place = (mark.line, mark.column) if mark else (0, 0)
        if (opened := _swallowing(text, place[0])) is not None:
            what = f"this quotation mark is closed only in line {place[0] + 1}; is one missing?"
            place = opened
        else:
            what += _hint(text, what, place[0])
        problems.add(f"not valid YAML: {what}", *place)
        return None
    if root is None:
        start = yaml.Mark(problems.path, 0, 0, 0, None, 0)
        root = MappingNode("tag:yaml.org,2002:map", [], start, start)
    return root


_HINTS = {
    "cannot start any token": "text that begins with a sign such as @ or ` stands in quotation marks",
    "expected ',' or '}'": "text that holds a comma, a colon or a brace stands in quotation marks",
    "expected '-' indicator": "the keys of one entry stand right below each other",
    "mapping values are not allowed": "is a colon missing on the line before, or a quotation mark "
    "around text that holds one?",
}


def _hint(text: str, what: str, line: int) -> str:
    """What the user may have done where YAML says ``what`` about a line, counted from 0."""
    shown = "".join(text.split("\n")[line : line + 1])
    if "\t" in shown[: len(shown) - len(shown.lstrip())]:
        return "; this line begins with a tab: indent with spaces"
    return "".join(f"; {hint}" for part, hint in _HINTS.items() if part in what)


def _swallowing(text: str, line: int) -> tuple[int, int] | None:
    """Where a text in quotation marks begins that goes on to ``line``, as if one were missing."""
    found: tuple[int, int] | None = None
    try:
        for token in yaml.scan(text, Loader=_LOADER):
            start: Any = token.start_mark
            if start.line > line:
                break
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and start.line < token.end_mark.line == line:
                found = start.line, start.column
    except yaml.YAMLError:
        pass
    return found


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
