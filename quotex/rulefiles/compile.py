"""From rule files to the stages that read texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quotex.attribution.engine import Engine
from quotex.circumstances.calendar import Calendar
from quotex.circumstances.calendar_rules import CalendarRules
from quotex.circumstances.circumstance_rules import CircumstanceRules
from quotex.circumstances.circumstances import CircumstanceReader
from quotex.claims.load import load_claims
from quotex.claims.reader import ClaimReader
from quotex.document.document_rules import DocumentRules
from quotex.document.facts import FactsReader
from quotex.errors import Problem, RulesError
from quotex.grammar.mention_rules import FunctionFile, MentionRules
from quotex.resolution.resolve import Resolver
from quotex.rulefiles.compiled import Compiled
from quotex.rulefiles.loader import load_rules
from quotex.rulefiles.marked import parse_marked
from quotex.rulefiles.rulecheck import problems_of
from quotex.rulefiles.rulefile import ConstructionFile
from quotex.rulefiles.rulesources import RuleSources
from quotex.rulefiles.yamlio import read_yaml
from quotex.words.conjugate import Paradigms
from quotex.words.lexicon import Lexicon
from quotex.words.lexicon_build import build_lexicon
from quotex.words.people import FirstNames
from quotex.words.word_tables import pack


class Compiler:
    """Reads the rule files of ``sources`` and compiles them.

    ``book`` are the rules, ``problems`` what is wrong in the files themselves.
    """

    def __init__(self, sources: RuleSources) -> None:
        self.problems: list[Problem] = []
        self.book = load_rules(sources, self.problems)
        self._root = sources.root

    def examples(self) -> Iterator[str]:
        """The texts of the examples of all rules."""
        for rule in self.book.rules.values():
            for example in rule.examples:
                yield parse_marked(example.text).text

    def compiled(self, base: Compiled | None) -> Compiled:
        """The stages; ``base`` are those of the built-in rules alone, null for just these.

        Raises ``RulesError`` with all that is wrong in the user's own files.
        """
        if base is None:
            return self._all(None)
        problems = [
            *self.problems,
            *problems_of(self.book, base.engine, self._paradigms(), self._constructions()),
        ]
        if problems:
            raise in_order(problems)
        if self.book.touches_words:
            return self._all(base)
        claims = self._claims(base.engine.calendar, base.engine.lexicon, base.claims)
        rules = tuple(self.book.rules.values())
        engine = base.engine.with_rules(rules, self.book.macros, self.book.own_patterns())
        return replace(base, engine=engine, claims=claims, filters=tuple(self.book.filters))

    def _claims(
        self, calendar: Calendar, lexicon: Lexicon, base: ClaimReader | None = None
    ) -> ClaimReader:
        """The stage of claims; ``base`` is that of the built-in rules, where it may serve."""
        added = self.book.claims
        if base is not None and not added:
            return base
        claims = load_claims(self._root, calendar, lexicon, added, self.problems)
        if self.problems:
            raise in_order(self.problems)
        return claims

    def _constructions(self) -> ConstructionFile:
        return read_yaml(self._root / "constructions.yaml", ConstructionFile)

    def _paradigms(self) -> Paradigms:
        return Paradigms.load(self._root / "paradigms" / "verbs.yaml")

    def _all(self, base: Compiled | None) -> Compiled:
        """Everything made anew, but for what no file of the user's can change."""
        root, book = self._root, self.book
        if base is None:
            calendar = Calendar(read_yaml(root / "calendar.yaml", CalendarRules))
            facts = FactsReader(DocumentRules.load(root / "document.yaml"), calendar)
        else:
            calendar, facts = base.engine.calendar, base.facts
        lexicon = build_lexicon(book, calendar.rules, self._paradigms(), self.problems)
        if self.problems:
            raise in_order(self.problems)
        pack(lexicon)
        rules = tuple(book.rules.values())
        own = book.own_patterns()
        own_chunks = sum(len(grammar.chunks) for _, grammar in book.own_grammars)
        engine = Engine(lexicon, calendar, book.grammar, rules, book.macros, own, own_chunks)
        resolver = Resolver(
            lexicon,
            read_yaml(root / "mentions.yaml", MentionRules),
            FunctionFile(book.functions),
            book.first_names,
        )
        circumstances = CircumstanceReader(
            lexicon,
            calendar,
            read_yaml(root / "circumstances.yaml", CircumstanceRules),
            FirstNames(book.first_names),
        )
        claims = self._claims(calendar, lexicon)
        del lexicon.names  # by now they stand in the tables of those who look names up
        return Compiled(engine, facts, resolver, circumstances, claims, tuple(book.filters))


def in_order(problems: list[Problem]) -> RulesError:
    """The error that tells the problems file by file, from the top of each to its end."""
    order = {path: number for number, path in enumerate(dict.fromkeys(p.path for p in problems))}
    return RulesError(sorted(problems, key=lambda p: (order[p.path], p.line, p.column)))
