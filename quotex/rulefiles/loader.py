"""Rule files read from disk and brought together, with the problems of all of them at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_type_hints

from quotex.errors import Problem
from quotex.rulefiles.rulebook import Merger, RuleBook
from quotex.rulefiles.rulefile import RuleFile
from quotex.rulefiles.rulesources import RuleSources
from quotex.rulefiles.yamlio import read_partly
from quotex.text.shadow import shadow

# Files of the program that hold one section and no other: its keys stand at the left margin.
_SECTIONS = {
    "grammar.yaml": "grammar",
    "lexicon/names.yaml": "names",
    "lexicon/nouns.yaml": "nouns",
    "firstnames/firstnames.yaml": "first_names",
}


def load_rules(sources: RuleSources, problems: list[Problem]) -> RuleBook:
    """The rules of all files of ``sources`` but for what is wrong, which ``problems`` receives."""
    merger = Merger(problems)
    for path in sources.builtin_files():
        merger.add(path, _read_builtin(path, sources.root, problems), own=False)
    for path in sources.own:
        # Word processors write typographic apostrophes; the stages read texts without them, too.
        file, wrong = read_partly(path, RuleFile, shadow)
        problems.extend(wrong)
        merger.add(path, file or RuleFile())
    return merger.book


def _read_builtin(path: Path, root: Path, problems: list[Problem]) -> RuleFile:
    """A file of the rules folder ``root`` of the program."""
    section = _SECTIONS.get(path.relative_to(root).as_posix())
    hint = get_type_hints(RuleFile)[section] if section else RuleFile
    found, wrong = read_partly(path, hint)
    problems.extend(wrong)
    if section is None or found is None:
        return found or RuleFile()
    return replace(RuleFile(), **{section: found})
