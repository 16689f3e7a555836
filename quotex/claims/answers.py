"""Which statement answers which earlier one, within one document."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from quotex.claims.answer_rules import AnswerRule, AnswerRules
from quotex.claims.content_words import Word
from quotex.claims.statement import Statement
from quotex.claims.word_facts import WordBook
from quotex.filters import words_of
from quotex.model import Attribution

_SHORTEST = 3  # letters of a word that tells what a statement is about
_MOST_SHARED = 3


class Said(NamedTuple):
    """One statement as the search for answers sees it; ``stems`` are those of its words.

    ``speaker`` is the name without case and accents, empty where there is none.
    """

    record: Attribution
    statement: Statement
    stems: frozenset[str]
    negated: bool
    speaker: str

    @property
    def start(self) -> int:
        """The first character of cue or content."""
        starts = [span.start for span in self.record.content.spans]
        return min([*starts, *([self.record.cue.start] if self.record.cue else [])])


class Talk:
    """What has been said so far in one document, as far back as answers reach.

    ``answered`` is what the last statement answers.
    """

    def __init__(self, window: int) -> None:
        self.said: deque[Said] = deque(maxlen=window)
        self.answered: Said | None = None

    def add(self, said: Said, answered: Said | None) -> None:
        """Takes up the next statement, and what it answers."""
        self.said.append(said)
        self.answered = answered


class AnswerFinder:
    """Links answers to what they answer; one for a set of rules."""

    def __init__(
        self,
        rules: AnswerRules,
        book: WordBook,
        negation: frozenset[str],
        closed: frozenset[str],
    ) -> None:
        """``negation``: the words that begin a negation; ``closed``: those of grammar."""
        self._rules = rules
        self._book = book
        self._negation = negation
        self._closed = closed
        self._not_words = frozenset(map(book.stem, rules.not_words))
        pairs = [
            (frozenset(map(book.stem, pair.one)), frozenset(map(book.stem, pair.other)))
            for pair in rules.opposites
        ]
        self._opposites = [*pairs, *((other, one) for one, other in pairs)]

    def talk(self) -> Talk:
        """That of a document of which nothing is read."""
        return Talk(self._rules.window)

    def said(self, record: Attribution, statement: Statement, words: Sequence[Word]) -> Said:
        """A record with what is needed of its words."""
        book, closed = self._book, self._closed
        stems = {
            book[word.head].stem
            for word in words
            if len(word.head) >= _SHORTEST and word.text not in closed
        }
        negated = any(word.text in self._negation for word in words)
        name = record.speaker.name
        speaker = words_of(name) if name is not None else ""
        return Said(record, statement, frozenset(stems) - self._not_words, negated, speaker)

    def about(self, answer: Said, talk: Talk) -> Said | None:
        """What a statement answers of those that were said before it; it is then said, too."""
        rule = self._rule(answer)
        before: Sequence[Said] = talk.said
        if rule is None:  # only words in common make it an answer, or a denial right before
            before = [
                other
                for other in before
                if other is talk.said[-1] or not answer.stems.isdisjoint(other.stems)
            ]
        best: tuple[float, Said] | None = None
        answerable = (other for other in reversed(before) if self._may_answer(answer, other))
        for distance, other in enumerate(answerable):
            points = self._points(rule, answer, other, distance)
            if points >= self._rules.enough and (best is None or points > best[0]):
                best = (points, other)
        found = best[1] if best else self._chained(rule, answer, talk)
        talk.add(answer, found)
        return found

    def _chained(self, rule: AnswerRule | None, answer: Said, talk: Talk) -> Said | None:
        """What the speaker's denial right before answered, where this one goes on with it."""
        last = talk.said[-1] if talk.said else None
        if last is None or not _same_speaker(answer, last):
            return None
        denial = last.record.claim
        if denial is None or denial.type not in self._rules.denying:
            return None
        if rule is not None:
            again = rule.again and not _overlap(answer.record, last.record)
            return (talk.answered or last) if again else None
        target = talk.answered
        if target and self._new_figure(answer, target):
            return target
        return None

    def _new_figure(self, answer: Said, other: Said) -> bool:
        """Whether there is a figure in both."""
        figures = self._rules.figures
        return not any(figures.isdisjoint(each.statement.signals) for each in (answer, other))

    def _rule(self, answer: Said) -> AnswerRule | None:
        """The rule that makes it an answer; null where only its words may."""
        cue = answer.record.cue
        if cue and cue.certainty != "asserted":
            return None
        for rule in self._rules.answers:
            if cue and (cue.act in rule.acts or cue.lemma in rule.verbs):
                return rule
            if not rule.marks.isdisjoint(answer.statement.marks):
                return rule
        return None

    def _may_answer(self, answer: Said, other: Said) -> bool:
        claim = other.record.claim
        return (
            claim is not None
            and claim.type not in self._rules.not_answered
            and answer.start - other.start <= self._rules.reach
            and answer.record.parent != other.record.id
            and other.record.parent != answer.record.id
            # « Le directeur m'a menacée », dit X. Il dément: what X says, and not his threat in it
            and not (other.record.parent and _same_speaker(answer, other))
            and bool(other.record.content.spans)
            and not _overlap(answer.record, other.record)
        )

    def _points(self, rule: AnswerRule | None, answer: Said, other: Said, distance: int) -> float:
        points = self._rules.points
        shared = len(answer.stems & other.stems)
        alike = self._alike(answer, other, shared)
        same_verb = self._negates(answer, other)
        same = _same_speaker(answer, other)
        if rule is None:
            against = (
                same_verb
                or self._contradicts(answer, other)
                or self._opposes(answer, other, shared)
                or (shared > 0 and self._charges(answer, other))
            )
            taken_back = same_verb and bool(answer.stems) and answer.stems <= other.stems
            near = distance == 0 and (taken_back if same else against)
            return self._rules.enough if alike or near else 0
        blank = self._is_blank(answer)
        if rule.own or (rule.also_own and same):
            linked = bool(shared) or blank or same_verb or self._new_figure(answer, other)
            near = distance == 0 and linked
            again = alike or near or shared > 1 or self._same_verb(answer, other)
            return self._rules.enough if same and again else 0
        claim = other.record.claim
        accuses = claim is not None and claim.type in self._rules.accusing
        if not (blank or shared or accuses):
            return 0
        total = points.next if distance == 0 else distance * points.step
        total += points.own if same else points.other
        total += points.shared * min(shared, _MOST_SHARED) + points.most * alike
        total += points.blank * blank + points.same_verb * same_verb
        if accuses:
            total += points.accused + points.named * _accuses(other.record, answer)
        return total

    def _contradicts(self, answer: Said, other: Said) -> bool:
        """Whether someone states what another has just denied."""
        claim, denial, cue = answer.record.claim, other.record.claim, answer.record.cue
        return (
            claim is not None
            and denial is not None
            and denial.type in self._rules.denying
            and claim.type in self._rules.contradicting
            and cue is not None
            and cue.lemma in self._rules.contradicting_verbs
            and not (self._is_blank(other) and answer.stems.isdisjoint(other.stems))
        )

    def _opposes(self, answer: Said, other: Said, shared: int) -> bool:
        """Whether someone says the opposite of the same, or tells another figure of it."""
        if self._new_figure(answer, other):
            return self._same_verb(answer, other) or not answer.stems
        about_it = shared > 0 or len(answer.stems) == 1  # la porte est ouverte; il l'a fermée
        return about_it and any(
            not (answer.stems.isdisjoint(one) or other.stems.isdisjoint(opposite))
            for one, opposite in self._opposites
        )

    def _charges(self, answer: Said, other: Said) -> bool:
        """Whether someone accuses the one who has just spoken, by name."""
        claim = answer.record.claim
        return (
            claim is not None
            and claim.type in self._rules.accusing
            and any(self._book.stem(name) in answer.stems for name in other.speaker.split())
        )

    def _is_blank(self, said: Said) -> bool:
        """Whether a statement does not say what it is about."""
        return not said.record.content.spans or not self._rules.back.isdisjoint(
            said.statement.marks
        )

    def _alike(self, answer: Said, other: Said, shared: int) -> bool:
        shorter = min(len(answer.stems), len(other.stems))
        return shared >= self._rules.fewest and shared >= self._rules.alike * shorter

    def _negates(self, answer: Said, other: Said) -> bool:
        within = bool(answer.stems) and answer.stems <= other.stems
        return answer.negated != other.negated and (within or self._same_verb(answer, other))

    def _same_verb(self, answer: Said, other: Said) -> bool:
        verbs = answer.statement.clause.lemmas & other.statement.clause.lemmas
        return bool({self._book.stem(verb) for verb in verbs} - self._not_words)


def _overlap(one: Attribution, other: Attribution) -> bool:
    """Whether the contents share words of the text, as those of a report within a report do."""
    return any(
        first.start < second.end and second.start < first.end
        for first in one.content.spans
        for second in other.content.spans
    )


def _same_speaker(one: Said, other: Said) -> bool:
    return bool(one.speaker) and one.speaker == other.speaker


def _accuses(accusation: Attribution, answer: Said) -> bool:
    """Whether the one who answers is the accused, who is the addressee of an accusation."""
    accused = " ".join(words_of(each.name) for each in accusation.addressee)
    words = answer.speaker.split()
    return any(f" {word} " in accused for word in words if len(word) >= _SHORTEST)
