"""From rule files to the stages that read texts."""

from __future__ import annotations

from quotex.calendar import Calendar
from quotex.calendar_rules import CalendarRules
from quotex.circumstance_rules import CircumstanceRules
from quotex.circumstances import CircumstanceReader
from quotex.compiled import Compiled
from quotex.conjugate import Paradigms
from quotex.document_rules import DocumentRules
from quotex.engine import Engine
from quotex.errors import Problem, RulesError
from quotex.facts import FactsReader
from quotex.lexicon_build import build_lexicon
from quotex.loader import load_rules
from quotex.marked import parse_marked
from quotex.mention_rules import FunctionFile, MentionRules
from quotex.resolve import Resolver
from quotex.rulebook import RuleBook
from quotex.rulecheck import RuleCheck, grammar_problems
from quotex.rulesources import RuleSources
from quotex.word_tables import pack
from quotex.yamlio import read_yaml


def compile_rules(sources: RuleSources) -> tuple[Compiled, list[str]]:
    """What the rule files compile to, and the texts of their examples.

    Raises ``RulesError`` with all that is wrong in them.
    """
    book = load_rules(sources)
    compiled = compile_book(book, sources)
    examples = [example for rule in book.rules.values() for example in rule.examples]
    return compiled, [parse_marked(example.text).text for example in examples]


def compile_book(book: RuleBook, sources: RuleSources) -> Compiled:
    """The stages for rules in hand; what they do not hold is read from the root of ``sources``.

    Raises ``RulesError`` with all that is wrong in the user's own rules.
    """
    root = sources.root
    problems: list[Problem] = []
    calendar = Calendar(read_yaml(root / "calendar.yaml", CalendarRules))
    paradigms = Paradigms.load(root / "paradigms" / "verbs.yaml")
    lexicon = build_lexicon(book, calendar.rules, paradigms, problems)
    problems.extend(grammar_problems(book, lexicon.codes))
    if problems:
        raise RulesError(problems)
    engine = Engine(lexicon, calendar, book.grammar, tuple(book.rules.values()), book.macros)
    check = RuleCheck(book, engine.chunker.alphabet)
    for rule in book.own_rules():
        problems.extend(check.problems(rule))
    if problems:
        raise RulesError(problems)
    resolver = Resolver(
        lexicon,
        read_yaml(root / "mentions.yaml", MentionRules),
        FunctionFile(book.functions),
        book.first_names,
    )
    circumstances = read_yaml(root / "circumstances.yaml", CircumstanceRules)
    compiled = Compiled(
        engine,
        FactsReader(DocumentRules.load(root / "document.yaml"), calendar),
        resolver,
        CircumstanceReader(lexicon, calendar, circumstances),
        tuple(book.filters),
    )
    pack(lexicon)
    return compiled
