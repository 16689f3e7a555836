"""All rule files in force, brought together: a later file has the say over those before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from quotex.claims.added_words import ClaimWords
from quotex.errors import Problem
from quotex.grammar.chunks import Grammar
from quotex.grammar.mention_rules import FirstNameFile
from quotex.rulefiles.nearest import nearest
from quotex.rulefiles.placed import Place, Placed
from quotex.rulefiles.rulefile import RuleFile, Without
from quotex.rulefiles.ruleset import Rule
from quotex.rulefiles.silence import Silence
from quotex.words.lexicon_files import Carrier, SpeechNoun, VerbEntry
from quotex.words.names import NameFile
from quotex.words.nouns import Noun, Nouns
from quotex.words.prepositions import SourcePreposition

T = TypeVar("T")


@dataclass(slots=True)
class RuleBook:
    """What the files say together, by the word or id of each entry.

    ``origins`` are the files of rules, by id, or by ``id:key`` where another file changed that
    key; and of verbs.
    """

    rules: dict[str, Rule] = field(default_factory=dict)
    macros: dict[str, str] = field(default_factory=dict)
    filters: list[Silence] = field(default_factory=list)
    grammar: Grammar = field(default_factory=Grammar)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    verbs: dict[str, VerbEntry] = field(default_factory=dict)
    common_verbs: tuple[Placed, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    nouns: Nouns = field(default_factory=Nouns)
    speech_nouns: tuple[SpeechNoun, ...] = ()
    prepositions: dict[str, SourcePreposition] = field(default_factory=dict)
    names: NameFile = field(default_factory=NameFile)
    functions: tuple[tuple[str, ...], ...] = ()
    first_names: FirstNameFile = field(default_factory=FirstNameFile)
    claims: list[tuple[Path, ClaimWords]] = field(default_factory=list)
    """What files add to the rules of claims."""
    origins: dict[str, Path] = field(default_factory=dict)
    own: list[Path] = field(default_factory=list)
    """The files that do not come with the program."""
    touches_words: bool = False
    """Whether one of them changes the lexicon or the grammar, and not only rules."""
    doubles: list[tuple[Path, Rule]] = field(default_factory=list)
    """Rules whose id was taken already, not in force, with their files."""
    own_grammars: list[tuple[Path, Grammar]] = field(default_factory=list)
    own_macros: list[tuple[Path, Placed]] = field(default_factory=list)

    def place_of(self, rule: Rule, key: str) -> tuple[Path, Place]:
        """The file, line and column in which a key of a rule has its value."""
        path = self.origins.get(f"{rule.id}:{key}", self.origins[rule.id])
        path = next((path for path, double in self.doubles if double is rule), path)
        return path, rule.places.get(key, rule.place)

    def files_of(self, rule: Rule) -> tuple[Path, ...]:
        """The files that a rule is from: its own, then those that change it."""
        start = f"{rule.id}:"
        changes = [path for name, path in self.origins.items() if name.startswith(start)]
        return tuple(dict.fromkeys((self.origins[rule.id], *changes)))

    def named_verbs(self) -> Iterator[tuple[str, Place, str | None]]:
        """Every verb that a file names, where it does, and the model that it follows."""
        for entry in self.verbs.values():
            yield entry.verb, entry.place, entry.like
        for carrier in self.carriers:
            yield carrier.verb, carrier.place, None
        for verb in self.common_verbs:
            yield verb, verb.place, None

    def own_patterns(self) -> frozenset[str]:
        """The ids of the rules with a pattern that does not come with the program."""
        files = set(self.own)
        return frozenset(
            name
            for name, rule in self.rules.items()
            if not files.isdisjoint(self.place_of(rule, key)[0] for key in ("before", "after"))
        )

    def own_rules(self) -> list[Rule]:
        """The rules of the user's files, and those that these change."""
        files = set(self.own)
        touched = {name.split(":")[0] for name, path in self.origins.items() if path in files}
        own = [rule for rule in self.rules.values() if rule.id in touched]
        return own + [rule for _, rule in self.doubles]


class Merger:
    """Adds files to a book, one after the other; what is wrong goes to ``problems``."""

    def __init__(self, problems: list[Problem]) -> None:
        self.book = RuleBook()
        self.problems = problems

    def add(self, path: Path, file: RuleFile, *, own: bool = True) -> None:
        """Adds a file above the others; ``own``: one that does not come with the program."""
        book = self.book
        self._take_away(path, file.without)
        self._add_rules(path, file)
        for name, pattern in file.macros.items():
            self._add_macro(path, book.macros, name, pattern)
        self._add_grammar(path, file.grammar)
        if own:
            book.own.append(path)
            book.touches_words |= file.touches_words()
            book.own_grammars.append((path, file.grammar))
            book.own_macros += ((path, pattern) for pattern in file.macros.values())
            self._check_classes(path, file)
        for name, members in file.words.items():
            book.words[str(name)] = tuple(dict.fromkeys((*book.words.get(name, ()), *members)))
        book.verbs.update((entry.verb, entry) for entry in file.verbs)
        book.origins.update((entry.verb, path) for entry in file.verbs)
        book.origins.update((entry.verb, path) for entry in file.carriers)
        book.origins.update((verb, path) for verb in file.common_verbs)
        book.prepositions.update((item.words, item) for item in file.prepositions)
        book.nouns = _joined(book.nouns, file.nouns)
        book.names = _joined(book.names, file.names)
        book.first_names = _first_names(book.first_names, file.first_names)
        book.filters += file.filters
        if file.claims != ClaimWords():
            book.claims.append((path, file.claims))
        book.marks += file.marks
        book.common_verbs += file.common_verbs
        book.carriers += file.carriers
        book.speech_nouns += file.speech_nouns
        book.functions += file.functions

    def problem(self, path: Path, place: Place, message: str) -> None:
        """Notes a problem."""
        self.problems.append(Problem(str(path), *place, message))

    def _add_rules(self, path: Path, file: RuleFile) -> None:
        book = self.book
        for rule in file.rules:
            if rule.id in book.rules:
                where = book.origins[rule.id]
                message = f'there is a rule "{rule.id}" in {where}; "changes" can alter it'
                self.problem(path, rule.places.get("id", rule.place), message)
                book.doubles.append((path, rule))
            else:
                book.rules[rule.id] = rule
                book.origins[rule.id] = path
        for change in file.changes:
            old = book.rules.get(change.id)
            if old is None:
                self._unknown(path, change.id, book.rules, "rule")
                continue
            try:
                book.rules[old.id] = change.apply(old)
            except ValueError as error:
                self.problem(path, change.id.place, str(error))
            book.origins.update((f"{old.id}:{key}", path) for key in change.places)

    def _add_macro(self, path: Path, table: dict[str, Any], name: str, pattern: Placed) -> None:
        if name in table:
            place = name.place if isinstance(name, Placed) else pattern.place
            message = f'there is a macro "{name}" already; choose another name'
            self.problem(path, place, message)
        else:
            table[str(name)] = pattern

    def _add_grammar(self, path: Path, grammar: Grammar) -> None:
        """Chunks of a later file are tried before those of the files below."""
        below = self.book.grammar
        macros = dict(below.macros)
        for name, pattern in grammar.macros.items():
            self._add_macro(path, macros, name, pattern)
        triggers = " | ".join(each for each in (below.triggers, grammar.triggers) if each)
        prepositions = tuple(dict.fromkeys(below.prepositions + grammar.prepositions))
        chunks = grammar.chunks + below.chunks
        self.book.grammar = Grammar(macros, prepositions, triggers, chunks)

    def _check_classes(self, path: Path, file: RuleFile) -> None:
        """A class that no file below knows must be one that this file's own patterns name."""
        patterns = [chunk.pattern for chunk in file.grammar.chunks]
        named = " ".join([*patterns, *file.grammar.macros.values()])
        for name in file.words:
            if name not in self.book.words and str(name) not in named:
                self._unknown(path, name, self.book.words, "class of words")

    def _take_away(self, path: Path, without: Without) -> None:
        book = self.book
        for table, wanted, what in (
            (book.rules, without.rules, "rule"),
            (book.verbs, without.verbs, "verb"),
            (book.prepositions, without.prepositions, "preposition"),
        ):
            for word in wanted:
                if table.pop(word, None) is None:
                    self._unknown(path, word, table, what)
        book.speech_nouns = self._left(path, book.speech_nouns, without.speech_nouns, "noun")
        book.nouns = self._left_of_all(path, book.nouns, without.nouns, "noun")
        book.names = self._left_of_all(path, book.names, without.names, "name")
        for name, words in without.words.items():
            known = book.words.get(name)
            if known is None:
                self._unknown(path, name, book.words, "class of words")
                continue
            for word in words:
                if word not in known:
                    self._unknown(path, word, known, f"word of the class {name}")
            book.words[str(name)] = tuple(word for word in known if word not in words)

    def _left(
        self, path: Path, entries: tuple[T, ...], unwanted: Iterable[Placed], what: str
    ) -> tuple[T, ...]:
        """The entries without those that have an unwanted word among their forms."""
        forms = {form for entry in entries for form in _forms(entry)}
        for word in unwanted:
            if word not in forms:
                self._unknown(path, word, forms, what)
        wanted = set(unwanted)
        return tuple(entry for entry in entries if not wanted.intersection(_forms(entry)))

    def _left_of_all(self, path: Path, groups: T, unwanted: Iterable[Placed], what: str) -> T:
        """The same for all groups of a section; an unwanted word may stand in any of them."""
        words = list(unwanted)
        if not words:
            return groups
        names = [each.name for each in fields(groups)]  # type: ignore[arg-type]
        entries = [entry for name in names for entry in getattr(groups, name)]
        self._left(path, tuple(entries), words, what)
        kept: dict[str, Any] = {
            name: tuple(
                entry for entry in getattr(groups, name) if not set(words) & set(_forms(entry))
            )
            for name in names
        }
        return replace(groups, **kept)  # type: ignore[type-var]

    def _unknown(self, path: Path, word: str, known: Iterable[str], what: str) -> None:
        place = word.place if isinstance(word, Placed) else (1, 1)
        self.problem(path, place, f'there is no {what} "{word}"{nearest(word, known)}')


def _forms(entry: object) -> tuple[str, ...]:
    """The words by which an entry may be named."""
    if isinstance(entry, Noun):
        return tuple(form for form, _, _ in entry.forms())
    if isinstance(entry, SpeechNoun):
        forms = (entry.m, entry.f, entry.mf, entry.mp, entry.fp, entry.mfp)
        return tuple(form for form in forms if form)
    name: str = entry.name  # type: ignore[attr-defined]
    return (name,)


def _joined(below: T, above: T) -> T:
    """The groups of two sections together."""
    both: Mapping[str, Any] = {
        each.name: getattr(below, each.name) + getattr(above, each.name)
        for each in fields(below)  # type: ignore[arg-type]
    }
    return type(below)(**both)


def _first_names(below: FirstNameFile, above: FirstNameFile) -> FirstNameFile:
    """First names together; the file above has the say over a name that both know."""
    if above == FirstNameFile():
        return below
    decided = set(f"{above.f} {above.m} {above.both}".split())

    def merged(one: str, other: str) -> str:
        return " ".join([name for name in one.split() if name not in decided] + other.split())

    return FirstNameFile(
        merged(below.f, above.f), merged(below.m, above.m), merged(below.both, above.both)
    )
