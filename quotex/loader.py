"""Rule files read from disk and brought together, with the problems of all of them at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_type_hints

from quotex.errors import Problem, RulesError
from quotex.rulebook import Merger, RuleBook
from quotex.rulefile import RuleFile
from quotex.rulesources import RuleSources
from quotex.yamlio import read_yaml

# Files of the program that hold one section and no other: its keys stand at the left margin.
_SECTIONS = {
    "grammar.yaml": "grammar",
    "lexicon/names.yaml": "names",
    "lexicon/nouns.yaml": "nouns",
    "firstnames/firstnames.yaml": "first_names",
}


def load_rules(sources: RuleSources) -> RuleBook:
    """The rules of all files of ``sources``; raises ``RulesError`` with all that is wrong."""
    merger = Merger()
    problems: list[Problem] = []
    for path in (*sources.builtin_files(), *sources.own):
        own = path in sources.own
        try:
            file = read_rule_file(path) if own else read_builtin_file(path, sources.root)
        except RulesError as error:
            problems.extend(error.problems)
        else:
            merger.add(path, file, own=own)
    merger.problems[:0] = problems
    return merger.finish()


def read_rule_file(path: Path) -> RuleFile:
    """A file of the user's; raises ``RulesError``."""
    return read_yaml(path, RuleFile)


def read_builtin_file(path: Path, root: Path) -> RuleFile:
    """A file of the rules folder ``root`` of the program; raises ``RulesError``."""
    section = _SECTIONS.get(path.relative_to(root).as_posix())
    if section is None:
        return read_yaml(path, RuleFile)
    return replace(RuleFile(), **{section: read_yaml(path, get_type_hints(RuleFile)[section])})
