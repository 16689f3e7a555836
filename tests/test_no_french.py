"""All French stands in the rules: no string of the program holds a word that they know.

Docstrings and comments may quote French.  The names of word classes and of frames are the rules'
own vocabulary: a string that is such a name, and nothing more, is none of these words.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from quotex.words.lexicon_files import Frame, NounFrame
from tests.engine import ENGINE

PACKAGE = Path(__file__).parents[1] / "quotex"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Words of messages, of names in the program and of formats that happen to be French words, too.
_ENGLISH = """
accusation accuse admit alter an annotation annotations application archives article articles as but
cache caches captures carrier cause cents change changes close closes club code colon commit
compiler confidence confident content contents data date dates deep direct direction document
documents double expression figure figures file files force fut future identifier ignore institution
label large le local long longer mac main mentions message messages met minute motivation ms notes
on opine opinion opinions options or organisation page pages parent parquet part percent phrase
place places points post pres promise propose publication question radio range regret relations
replace rival roman second section sentence signal site source speaker speakers speech state table
task think type types unit value values venue version via web
"""
ENGLISH = frozenset(_ENGLISH.split())

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# what looks like a word and is none: \w and à-ÿ of regular expressions, a kind of apostrophe
_ESCAPE = re.compile("\\\\[A-Za-z]|à-ÿ|àÀéÉ|\u02bc")


def french() -> frozenset[str]:
    """Every word of the rules, in lower case; of phrases, every word in them."""
    lexicon = ENGINE.lexicon
    found = {*lexicon.forms, *lexicon.nouns, *lexicon.readings, *lexicon.verbs}
    found |= {word for first, tails in lexicon.phrases.items() for word in (first, *tails[0][0])}
    found |= {word for words in lexicon.words.values() for word in words}
    found |= {word.word for words in ENGINE.calendar.rules.words.values() for word in words}
    return frozenset(part for word in found for part in word.lower().split())


def vocabulary() -> frozenset[str]:
    """The names of frames and of word classes."""
    return frozenset({*get_args(Frame), *get_args(NounFrame), *ENGINE.lexicon.words})


def strings(module: Path) -> Iterator[tuple[int, str]]:
    """Line and value of each string of a module that is no docstring."""
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = (node for node in nodes if isinstance(node, ast.Constant))
    for node in constants:
        if isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def french_words() -> Iterator[tuple[str, str]]:
    """Where a French word stands in a string, and the word."""
    known, own = french(), vocabulary()
    for module in MODULES:
        for line, value in strings(module):
            if value in own:
                continue
            for word in _WORD.findall(_ESCAPE.sub(" ", value)):
                if not word.isascii() or (len(word) > 1 and word.lower() in known):
                    yield f"{module.relative_to(PACKAGE.parent)}:{line}", word.lower()


FOUND = list(french_words())


def test_no_string_holds_french() -> None:
    wrong = [f"{place}: {word}" for place, word in FOUND if word not in ENGLISH]
    assert not wrong, "French belongs in rules/ (English words: add them here):\n" + "\n".join(
        wrong
    )


def lists(module: Path) -> Iterator[tuple[int, list[str]]]:
    """Line and strings of each tuple, list and set of a module that holds nothing else."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            values = [each.value for each in node.elts if isinstance(each, ast.Constant)]
            if len(values) == len(node.elts) and all(isinstance(each, str) for each in values):
                yield node.lineno, [str(each) for each in values]


def test_no_list_is_one_of_french_words() -> None:
    """A single name of a class may be a French word; a row of them is a list that rules hold."""
    known = french()
    wrong = [
        f"{module.relative_to(PACKAGE.parent)}:{line}: {words}"
        for module in MODULES
        for line, words in lists(module)
        if len(words) > 2 and all(word in known and word not in ENGLISH for word in words)
    ]
    assert not wrong, "\n".join(wrong)


def test_every_exception_is_needed() -> None:
    assert not ENGLISH - {word for _, word in FOUND}


def test_what_would_be_found() -> None:
    known = french()
    assert {"déclarait", "ministre", "janvier", "lundi", "selon", "mme", "qu'", "afin"} <= known


def test_there_are_modules() -> None:
    assert len(MODULES) > 100
    assert sum(1 for module in MODULES for _ in strings(module)) > 1000
