"""From a content to its claim: signals, type, and how well it could be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from quotex.circumstances.calendar import Calendar
from quotex.claims.answer_rules import AnswerRules
from quotex.claims.answers import AnswerFinder, Said, Talk
from quotex.claims.checkable import CheckRules, parts, score
from quotex.claims.clause import ClauseReader
from quotex.claims.content_words import Word
from quotex.claims.opinions import OpinionRules
from quotex.claims.signals import Range, Scan, SignalReader, SignalRules
from quotex.claims.statement import Statement
from quotex.claims.type_rules import TypeRule, TypeRules
from quotex.claims.types import TypeReader
from quotex.claims.weights import Part
from quotex.claims.word_facts import WordBook
from quotex.model import Attribution, Claim, Signal
from quotex.words.lexicon import Lexicon

_GROUPS = (
    "have", "be", "negation", "negative", "reflexive", "relative", "relative-other", "that",
    "subordinator", "preposition", "object-clitic", "neuter", "subject",
)  # fmt: skip
_CLOSED = (
    "adverb", "and", "but", "connective", "demonstrative", "det", "negation", "negative", "neuter",
    "numeral", "object-clitic", "preposition", "reflexive", "relative", "relative-other", "strong",
    "subject", "subordinator", "that",
)  # fmt: skip
_BEFORE_NAME = frozenset(",;:")  # besides letters: a name does not begin a sentence
_AFTER_END = " \n\"'»”’)"
_AUXILIARY = 3  # words in which an auxiliary stands before its participle
_AHEAD = frozenset({"future", "conditional"})


@dataclass(frozen=True, slots=True)
class ClaimRules:
    """What all files of claims hold."""

    signals: SignalRules
    types: TypeRules
    opinions: OpinionRules
    checkable: CheckRules
    answers: AnswerRules


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a claim is what it is: the rule of its type, the parts of its score.

    ``judged`` are those of the sum that tells an opinion from a fact, where that decides.
    """

    rule: TypeRule
    parts: tuple[Part, ...]
    judged: tuple[Part, ...]


class ClaimReader:
    """Reads contents; one for a set of rules.  It may be used for any number of texts.

    ``grammar``: the words of the closed classes.
    """

    def __init__(self, rules: ClaimRules, calendar: Calendar, lexicon: Lexicon) -> None:
        book = WordBook(lexicon)
        groups = {name: lexicon.words[name] for name in _GROUPS}
        groups["go"] = frozenset(rules.types.go)
        self._book = book
        self._be, self._auxiliaries = groups["be"], groups["have"] | groups["be"]
        self._checkable = rules.checkable
        verbs, anywhere = rules.types.verbs, rules.types.anywhere
        self._verb_marks = _by_word({name: verbs[name] for name in verbs if name not in anywhere})
        self._anywhere = _by_word({name: verbs[name] for name in anywhere})
        self._cue_marks = _by_word(rules.types.cues)
        self._signals = SignalReader(rules.signals, calendar, lexicon, book)
        self._clauses = ClauseReader(book, groups, rules.types)
        self._types = TypeReader(rules.types, rules.opinions)
        closed = [word for name in _CLOSED for word in lexicon.words[name]]
        parts = (part for word in closed for part in word.replace("'", " ").split())
        self.grammar = frozenset([*closed, *parts])
        self._answers = AnswerFinder(rules.answers, book, lexicon.words["negation"], self.grammar)

    @property
    def threshold(self) -> float:
        """The score from which on a statement is shown as one to check."""
        return self._checkable.threshold

    def tells_topic(self, word: str) -> bool:
        """Whether a word (in lower case) is one by which a statement can be listed."""
        return word not in self.grammar and not self._book[word].lemmas

    def read(
        self,
        text: str,
        shadow: str,
        records: Iterable[Attribution],
        published: date | None,
        talk: Talk,
    ) -> list[Attribution]:
        """The records of a text, in order, with their claims and what these answer.

        ``shadow`` is that of the text, ``published`` the day of publication; ``talk`` is what has
        been said before, to which these are added.
        """
        found: list[Attribution] = []
        for record in records:
            said = self._said(text, shadow, record, published)
            found.append(_answering(said.record, self._answers.about(said, talk)))
        return found

    def talk(self) -> Talk:
        """That of a document of which nothing is read."""
        return self._answers.talk()

    def _said(self, text: str, shadow: str, record: Attribution, published: date | None) -> Said:
        scan = self._signals.scan(shadow, _ranges(record))
        statement, signals = self._statement(text, shadow, record, scan, published)
        rule = self._types.read(statement)
        found = parts(self._checkable, statement, rule.type)
        claim = Claim(rule.type, score(found), signals)
        return self._answers.said(replace(record, claim=claim), statement, scan.words)

    def statement(self, shadow: str, record: Attribution) -> Statement:
        """A record of this text as the rules of type and of checking see it."""
        told = record.document.date
        published = date.fromisoformat(told) if told else None
        scan = self._signals.scan(shadow, _ranges(record))
        return self._statement(shadow, shadow, record, scan, published)[0]

    def proof(self, shadow: str, record: Attribution) -> Proof:
        """Why the claim of a record of this text is what it is, for people to see."""
        statement = self.statement(shadow, record)
        rule = self._types.read(statement)
        judged = self._types.judged(rule, statement)
        return Proof(rule, parts(self._checkable, statement, rule.type), judged)

    def _acts(self, words: Sequence[Word], index: int) -> bool:
        """Whether a word says what is done: no *ardoise cachée*, *a été cachée*, *des vols*."""
        facts = self._book[words[index].text]
        if facts.finite:
            return facts.sure or not (index and self._clauses.governs(words, index))
        if "pp" not in facts.tenses:
            return False
        for word in reversed(words[max(0, index - _AUXILIARY) : index]):
            before = self._book[word.text]
            if not self._auxiliaries.isdisjoint(before.lemmas):
                return self._be.isdisjoint(before.lemmas)
            if before.determiner:
                return False
        return False

    def _done(self, words: Sequence[Word]) -> Iterator[str]:
        """The marks of verbs in any clause."""
        for number, word in enumerate(words):
            lemmas = self._book[word.text].lemmas
            for lemma in lemmas:
                if lemma in self._anywhere and self._acts(words, number):
                    yield from self._anywhere[lemma]

    def _statement(
        self, text: str, shadow: str, record: Attribution, scan: Scan, published: date | None
    ) -> tuple[Statement, tuple[Signal, ...]]:
        capitals = [word.start for word in scan.words if shadow[word.start].isupper()]
        names = [at for at in capitals if _is_name(shadow, at)]
        clause = self._clauses.read(scan.words, names)
        future = clause.mood in _AHEAD
        signals = self._signals.signals(text, shadow, scan, published, future=future)
        cue = record.cue.lemma if record.cue else None
        marks = set(scan.marks)
        marks.update(*(self._verb_marks.get(lemma, ()) for lemma in clause.lemmas))
        marks.update(self._cue_marks.get(cue or "", ()), self._done(scan.words))
        spans = _ranges(record)
        last = shadow[slice(*spans[-1])].rstrip(_AFTER_END) if spans else ""
        statement = Statement(
            kind=record.kind,
            speaker=record.speaker.type,
            act=record.cue.act if record.cue else None,
            cue=cue,
            clause=clause,
            marks=frozenset(marks),
            signals=tuple(item.type for item in scan.found),
            starts=scan.words[0].text if scan.words else "",
            ends=last[-1:],
            words=scan.words,
            names=len(names),
            ahead=published is not None and any(_is_after(each, published) for each in signals),
        )
        return statement, signals


def _by_word(marks: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """By each word the marks that it gives."""
    found: dict[str, list[str]] = {}
    for mark, words in marks.items():
        for word in words:
            found.setdefault(word, []).append(mark)
    return found


def _is_name(shadow: str, capital: int) -> bool:
    """Whether a capital does not come from its place."""
    if capital < 2:
        return False
    before, far = shadow[capital - 1], shadow[capital - 2]
    return before == "'" or (before == " " and (far.isalnum() or far in _BEFORE_NAME))


def _is_after(signal: Signal, published: date) -> bool:
    """Whether it is a date that begins after that day."""
    value = signal.value or ""  # an hour alone has no day: T23:00
    return signal.type == "date" and value[:1].isdigit() and value > published.isoformat()


def _ranges(record: Attribution) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in record.content.spans)


def _answering(record: Attribution, about: Said | None) -> Attribution:
    if about is None or record.claim is None:
        return record
    return replace(record, claim=replace(record.claim, about=about.record.id))
