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
from quotex.lexicon import Lexicon
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
    problems: list[Problem] = []
    book = load_rules(sources, problems)
    compiled = compile_book(book, sources, problems)
    examples = [example for rule in book.rules.values() for example in rule.examples]
    return compiled, [parse_marked(example.text).text for example in examples]


def compile_book(book: RuleBook, sources: RuleSources, problems: list[Problem]) -> Compiled:
    """The stages for rules in hand; what they do not hold is read from the root of ``sources``.

    Raises ``RulesError`` with ``problems`` and all that is wrong besides in the user's own rules.
    """
    root = sources.root
    calendar = Calendar(read_yaml(root / "calendar.yaml", CalendarRules))
    paradigms = Paradigms.load(root / "paradigms" / "verbs.yaml")
    lexicon = build_lexicon(book, calendar.rules, paradigms, problems)
    engine = _engine(book, lexicon, calendar, problems)
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


def _engine(
    book: RuleBook, lexicon: Lexicon, calendar: Calendar, problems: list[Problem]
) -> Engine:
    """The engine; raises ``RulesError`` when there are problems, once all of them are known."""
    wrong = list(grammar_problems(book, lexicon.codes))
    if wrong:
        raise in_order([*problems, *wrong])
    rules = tuple(book.rules.values())
    engine = Engine(lexicon, calendar, book.grammar, rules, book.macros)
    check = RuleCheck(book, engine.chunker.alphabet)
    for rule in book.own_rules():
        problems.extend(check.problems(rule))
    if problems:
        raise in_order(problems)
    return engine


def in_order(problems: list[Problem]) -> RulesError:
    """The error that tells the problems file by file, from the top of each to its end."""
    order = {path: number for number, path in enumerate(dict.fromkeys(p.path for p in problems))}
    return RulesError(sorted(problems, key=lambda p: (order[p.path], p.line, p.column)))
