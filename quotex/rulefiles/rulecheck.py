"""What can be wrong in rules beyond their keys: patterns, parts, marks of examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import get_args

from quotex.attribution.engine import Engine
from quotex.errors import Problem
from quotex.rulefiles.marked import MarkError, parse_marked
from quotex.rulefiles.nearest import nearest
from quotex.rulefiles.pattern import pattern_errors
from quotex.rulefiles.rulebook import RuleBook
from quotex.rulefiles.rulefile import ConstructionFile
from quotex.rulefiles.ruleset import Rule
from quotex.rulefiles.runaway import runaways
from quotex.words.codes import Codes
from quotex.words.conjugate import Paradigms
from quotex.words.lexicon_build import head
from quotex.words.lexicon_files import NounFrame

PARTS = ("adjective", "content", "preposition", "speaker", "to")
_PATTERNS = ("before", "after")
_PART = re.compile(r"@([\w-]+)\(")
_MACRO = re.compile(r"<([\w-]+)>")
_NOUN_FRAMES = get_args(NounFrame)


class RuleCheck:
    """Checks the rules of a book over the classes of chunks and the numbers of constructions."""

    def __init__(self, book: RuleBook, alphabet: Codes, constructions: frozenset[int]) -> None:
        self._constructions = constructions
        self._book = book
        self._alphabet = alphabet

    def problems(self, rule: Rule) -> Iterator[Problem]:
        """Everything that is wrong in one rule."""
        for key in _PATTERNS:
            for message, at in self._pattern(getattr(rule, key)):
                yield self._problem(rule, key, message, at)
        for key, message in self._keys(rule):
            yield self._problem(rule, key, message, 0)
        for number, example in enumerate(rule.examples, start=1):
            try:
                parse_marked(example.text)
            except MarkError as error:
                path, _ = self._book.place_of(rule, "examples")
                message = f"{rule.id}: example {number}: {error}"
                yield Problem(str(path), *example.place, message)

    def _pattern(self, source: str) -> Iterator[tuple[str, int]]:
        """What is wrong in a pattern, and how many characters from its start."""
        yield from _pattern_problems(source, self._alphabet, self._book)
        for match in _PART.finditer(source):
            if (name := match[1]) not in PARTS:
                allowed = ", ".join(PARTS)
                message = f'unknown part "@{name}"{nearest(name, PARTS)}; allowed: {allowed}'
                yield message, match.start()

    def _keys(self, rule: Rule) -> Iterator[tuple[str, str]]:
        """What does not go together, by key."""
        named = set(_PART.findall(self._expanded(f"{rule.before} {rule.after}")))
        if not 0 <= rule.confidence <= 1:
            yield "confidence", f"{rule.confidence} is not between 0 and 1"
        if rule.construction not in self._constructions:
            last = max(self._constructions)
            yield (
                "construction",
                f"{rule.construction} is no construction; they go from 1 to {last}",
            )
        for key in ("speaker", "content"):
            if getattr(rule, key) == "part" and key not in named and rule.cue != "none":
                yield key, f'"{key}: part" needs a part @{key}(…) in "before" or "after"'
        if rule.cue in ("verb", "noun") and not rule.frames:
            yield "cue", f'a rule with "cue: {rule.cue}" needs "frames"'
        if rule.cue == "noun" and (wrong := set(rule.frames) - set(_NOUN_FRAMES)):
            allowed = ", ".join(_NOUN_FRAMES)
            yield "frames", f"nouns do not take {', '.join(sorted(wrong))}; allowed: {allowed}"
        if rule.cue not in ("verb", "noun") and rule.frames:
            yield "frames", f'"frames" are of verbs and nouns, and this is "cue: {rule.cue}"'
        if (rule.cue == "none") != (rule.neighbour is not None):
            yield "neighbour", '"neighbour" goes with "cue: none", and with no other'
        if rule.successor is not None and rule.successor not in self._book.rules:
            hint = nearest(rule.successor, self._book.rules)
            yield "successor", f'there is no rule "{rule.successor}"{hint}'
        if (rule.status == "deprecated") != (rule.successor is not None):
            yield "status", 'a rule with "status: deprecated" names its "successor"; no other does'

    def _expanded(self, source: str) -> str:
        """The pattern with its macros, and theirs, behind it."""
        names, seen = _MACRO.findall(source), set[str]()
        while names:
            name = names.pop()
            if name not in seen:
                seen.add(name)
                inner = self._book.macros.get(name, "")
                source += f" {inner}"
                names += _MACRO.findall(inner)
        return source

    def _problem(self, rule: Rule, key: str, message: str, at: int) -> Problem:
        path, (line, column) = self._book.place_of(rule, key)
        return Problem(str(path), line, column + at if column else 1, f"{rule.id}: {message}")


def problems_of(
    book: RuleBook, base: Engine, paradigms: Paradigms, constructions: ConstructionFile
) -> Iterator[Problem]:
    """What is wrong in the user's own files; ``base`` is the engine of the built-in rules."""
    yield from _verb_problems(book, paradigms)
    yield from _grammar_problems(book, base.lexicon.codes)
    numbers = frozenset(map(int, constructions.constructions))
    alphabet = _with_chunks(book, base.chunker.alphabet)
    for path, pattern in book.own_macros:
        for message, _ in _pattern_problems(pattern, alphabet, book):
            yield Problem(str(path), *pattern.place, f"{message}, in {pattern}")
    check = RuleCheck(book, alphabet, numbers)
    for rule in book.own_rules():
        yield from check.problems(rule)


def _verb_problems(book: RuleBook, paradigms: Paradigms) -> Iterator[Problem]:
    """The user's own verbs that cannot be conjugated."""
    files = set(book.own)
    for verb, place, like in book.named_verbs():
        path = book.origins[verb]
        if path in files:
            try:
                paradigms.forms(head(verb, book.words), like)
            except ValueError as error:
                yield Problem(str(path), *place, str(error))


def _grammar_problems(book: RuleBook, codes: Codes) -> Iterator[Problem]:
    """What is wrong in the user's own patterns of chunks; ``codes`` are the classes of words."""
    known = deepcopy(codes)
    for name in book.words.keys() - codes.masks.keys():
        known.char(frozenset({name}))
    for path, grammar in book.own_grammars:
        patterns = [(item.pattern, item.place) for item in grammar.chunks]
        patterns += [(pattern, pattern.place) for pattern in grammar.macros.values()]
        for source, place in [*patterns, (grammar.triggers, (1, 1))]:
            for message, _ in _pattern_problems(source, known, book, grammar=True):
                yield Problem(str(path), *place, f"{message}, in {source}")


def _is_own(book: RuleBook, pattern: str) -> bool:
    return any(pattern is each for _, each in book.own_macros)


def _with_chunks(book: RuleBook, alphabet: Codes) -> Codes:
    """The classes of chunks with those of the user's own patterns."""
    kinds = {item.kind for _, grammar in book.own_grammars for item in grammar.chunks}
    known = deepcopy(alphabet)
    for name in book.grammar.prepositions:
        known.char(frozenset({"preposition", f"with-{name}"}))
    for kind in kinds - alphabet.masks.keys():
        known.char(frozenset({kind}))
    return known


def _pattern_problems(
    source: str, codes: Codes, book: RuleBook, *, grammar: bool = False
) -> Iterator[tuple[str, int]]:
    """What is wrong in a pattern, and how many characters from its start.

    What is wrong in a macro of the user's own is told where that is written.
    """
    macros = book.grammar.macros if grammar else book.macros
    own = [item for _, file in book.own_grammars for item in file.macros] if grammar else []
    own += [] if grammar else [name for name, pattern in macros.items() if _is_own(book, pattern)]
    errors = pattern_errors(source, codes, macros)
    for error in errors:
        if not str(error).startswith(tuple(f"in the macro <{name}>" for name in own)):
            yield str(error), error.at or 0
    for shape, at in () if errors else runaways(source, codes, macros):
        yield (
            f'"{shape}" can take the same words in several ways, and may take forever: repeat '
            "once, keep alternatives apart, or give nothing back (++ or *+)",
            at,
        )
