"""The stretches beside a cue in which circumstances stand, read chunk by chunk."""

from __future__ import annotations

from typing import NamedTuple

from quotex.attribution.drafts import Draft
from quotex.attribution.match import Match
from quotex.circumstances.calendar import Calendar
from quotex.circumstances.circumstance_rules import CircumstanceRules, Gives
from quotex.circumstances.complements import ComplementReader
from quotex.circumstances.extents import Extents
from quotex.circumstances.runs import Found, RunReader
from quotex.circumstances.spoken_to import SpokenTo
from quotex.grammar.clauses import Subject
from quotex.words.lexicon import Lexicon

_SILENT = frozenset({"source", "opinion", "colon"})
_CLOSE = frozenset({"comma", "dash", "stop", "semicolon", "colon", "quotation", "close-bracket",
                    "that", "relative", "subordinator", "other-relative", "participle",
                    "gerund", "and", "but", "infinitive"})  # fmt: skip
_CONTENT_STARTS = frozenset({"that", "noun", "pronoun", "quotation", "colon", "infinitive",
                             "whether", "preposition"})  # fmt: skip
_DEPENDENT = frozenset({"gerund", "participle", "infinitive"})
_NOMINAL = frozenset({"noun", "pronoun"})
_BESIDE_NAME = _NOMINAL | {"other-relative", "prepositional"}
"""What opens an apposition: « …, dont la branche locale, », « …, de la CGT, »."""
_CLAUSE_STARTS = frozenset({"semicolon", "colon", "that", "subordinator", "whether"})
_SUBORDINATE = frozenset({"relative", "other-relative", "whether", "past-participle"})
_LEADING = frozenset({"adverb", "and", "but", "dash", "other", "open-bracket", "close-bracket"})


class Item(NamedTuple):
    """One circumstance; ``start`` and ``end`` are characters."""

    gives: Gives
    start: int
    end: int


class Beside:
    """Finds the circumstances beside cues; one for a lexicon and a set of rules."""

    def __init__(
        self,
        lexicon: Lexicon,
        calendar: Calendar,
        rules: CircumstanceRules,
        complements: ComplementReader,
    ) -> None:
        self._calendar = calendar
        self._rules = rules
        self._complements = complements
        self._extents = Extents(lexicon, rules, complements)
        self._spoken_to = SpokenTo(lexicon, rules)

    def items(self, text: str, draft: Draft) -> list[Item]:
        """The circumstances of a draft that has a match, in no order."""
        match = draft.match
        if match is None:
            return []
        tape = match.sentence.tape
        found = [
            Found("addressee", tape.starts[start], end)
            for start, end in self._spoken_to.ranges(match)
        ]
        if match.sentence.kinds[match.chunk] not in _SILENT:
            runs = RunReader(self._rules, self._complements, self._extents, text, draft, match)
            found += _Reader(runs, match).all()
            found += self._within(match)
        items = (Item(item.gives, item.start, tape.ends[item.end - 1]) for item in found)
        return list(dict.fromkeys(items))

    def _within(self, match: Match) -> list[Found]:
        """Times between the words of the cue (*a, mardi, déclaré*)."""
        if match.group is None:
            return []
        tape, end = match.sentence.tape, match.group.end
        at = match.group.start + 1
        while at < end:
            time = self._calendar.match(tape.shadow, tape.starts[at], tape.ends[end - 1])
            if time is not None:
                after = next(i for i in range(at, end) if tape.ends[i] >= time.end)
                return [Found("when", tape.starts[at], after + 1)]
            at += 1
        return []


class _Reader:
    """Reads beside one cue."""

    def __init__(self, runs: RunReader, match: Match) -> None:
        self._runs = runs
        self._match = match
        self._sentence = match.sentence
        self._kinds = match.sentence.kinds
        self._incise = match.rule.content == "before"
        self._limits = runs.limits

    def all(self) -> list[Found]:
        """All that stands before and after the cue."""
        chunk = self._match.chunk
        found = [*([] if self._incise else self._before(chunk)), *self._after()]
        if not any(item.gives == "when" for item in found):
            found += self._inherited()
        return found

    # before the cue ----------------------------------------------------------------------------

    def _before(self, verb: int) -> list[Found]:
        """What stands before the subject of a verb, and between the two."""
        subject = self._match.context.subjects.get(verb)
        if subject is None or subject.link != "own" or not subject.nouns:
            return []
        first, last = subject.nouns[0], subject.nouns[-1]
        fronted = [] if self._kinds[first] == "relative" else self._fronted(first, subject)
        return [*fronted, *self._between(last + 1, verb)]

    def _fronted(self, first: int, subject: Subject) -> list[Found]:
        """The phrases from the beginning of the clause to its subject (chunk ``first``)."""
        kinds = self._kinds
        main = subject.clause == "main"
        k = 0
        for i in range(first):
            if kinds[i] in ("semicolon", "colon") or (not main and kinds[i] in _CLAUSE_STARTS):
                k = i + 1
        found: list[Found] = []
        while k < first:
            while k < first and kinds[k] in _LEADING:
                k += 1
            run, k = self._runs.read(k, first, fronted=True)
            found += run
            while k < first and kinds[k] not in ("comma", "and", "but"):
                other = self._match.context.subjects.get(k)
                if kinds[k] == "verb" and other is not None and other.clause == "main":
                    found = []
                k += 1
            k += 1
        return found

    def _between(self, start: int, verb: int) -> list[Found]:
        """Time expressions right after the subject; and what commas set off before the verb."""
        kinds = self._kinds
        found: list[Found] = []
        k = start
        while k < verb and kinds[k] == "time" and not self._runs.is_dated(k):
            found += self._runs.time(k)
            k += 1
        if k < verb and kinds[k] == "comma":  # « Le préfet, élu en 2012, … »
            found = []
        while k < verb:
            if kinds[k] == "comma":
                run, end = self._runs.read(k + 1, verb)
                if end == verb or kinds[end] == "comma":
                    found += run
                k = max(end, k + 1)
            else:
                k += 1
        return found

    def _inherited(self) -> list[Found]:
        """The time of a main verb that reports nothing itself (a répliqué hier, niant que …)."""
        match = self._match
        group, kinds = match.group, self._kinds
        if group is None or group.form not in _DEPENDENT:
            return []
        verb = max((i for i in match.context.subjects if i < match.chunk), default=-1)
        if verb < 0:
            return []
        run, end = self._runs.read(verb + 1, match.chunk)
        if verb in match.context.groups and not (
            kinds[end] == "preposition" and end + 1 == match.chunk
        ):
            between = [kinds[k] for k in range(end, match.chunk) if not self._is_attribute(k)]
            if kinds[end] == "prepositional" or not _CONTENT_STARTS.isdisjoint(between):
                return []
        return [item for item in (*self._before(verb), *run) if item.gives == "when"]

    def _is_attribute(self, chunk: int) -> bool:
        """Whether a noun of one word without an article says how someone is (voulu rassurant)."""
        bounds = self._sentence.bounds
        return self._kinds[chunk] == "noun" and bounds[chunk + 1] - bounds[chunk] == 1

    # after the cue -----------------------------------------------------------------------------

    def _after(self) -> list[Found]:
        """What follows the cue up to its content, and what follows its speaker in an incise."""
        kinds, limits = self._kinds, self._limits
        count = len(kinds)
        found: list[Found] = []
        k = self._match.chunk + 1
        passed = False
        while k < count and k not in limits.content:
            run, after = self._runs.read(k, count)
            found += run
            if after > k:
                k = after
                continue
            if k in limits.speaker or k in limits.addressee:
                passed = passed or k in limits.speaker
                k += 1
            elif kinds[k] == "comma":
                if self._set_off(k + 1):
                    k += 1
                elif self._incise and k + 1 < count and kinds[k + 1] in _BESIDE_NAME:
                    k = self._apposition_end(k + 1)
                    passed = True
                else:
                    break
            elif self._incise and kinds[k] in _NOMINAL and not passed:
                passed = True
                k += 1
            elif self._incise and kinds[k] == "and" and k + 1 < count and k + 1 in limits.speaker:
                k += 1
            else:
                break
        return [*found, *self._after_content(k)]

    def _after_content(self, reached: int) -> list[Found]:
        """What stands right after an object (a promis un plan lundi à Brest)."""
        content = self._limits.content
        if self._incise or reached not in content or min(content) < self._match.chunk:
            return []
        end = max(content) + 1
        # « …, où tout se vendait hier », « …, arrêté mardi à son bureau »
        if end >= len(self._kinds) or any(self._kinds[k] in _SUBORDINATE for k in content):
            return []
        if self._kinds[end] == "comma" and self._set_off(end + 1):
            end += 1
        return self._runs.read(end, len(self._kinds))[0]

    def _set_off(self, start: int) -> bool:
        """Whether what a comma opens are circumstances up to the next pause."""
        count = len(self._kinds)
        run, end = self._runs.read(start, count)
        if not run:
            return False
        return (
            end >= count
            or self._kinds[end] in _CLOSE
            or end in self._limits.speaker
            or (end in self._limits.content)
        )

    def _apposition_end(self, start: int) -> int:
        """The comma after an apposition to the speaker (…, maire de Brest, …), or its end."""
        kinds = self._kinds
        k = start
        while k < len(kinds) and kinds[k] not in ("comma", "verb", "stop", "quotation"):
            if k in self._limits.content:
                break
            k += 1
        return k
