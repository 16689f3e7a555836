"""The stretches beside a cue in which circumstances stand, read chunk by chunk."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.chunks import Sentence
from quotex.circumstance_rules import CircumstanceRules, Gives
from quotex.complements import Complement, ComplementReader
from quotex.drafts import Draft
from quotex.extents import Extents, Limits
from quotex.lexicon import Lexicon
from quotex.match import Match
from quotex.spoken_to import SpokenTo

_SILENT = frozenset({"source", "opinion", "colon"})
_SIDES = frozenset({"comma", "dash", "open-bracket"})
_CLOSE = frozenset({"comma", "dash", "stop", "semicolon", "colon", "quotation", "close-bracket",
                    "that", "relative", "subordinator", "other-relative", "participle",
                    "gerund", "and", "but", "infinitive"})  # fmt: skip
_NOMINAL = frozenset({"noun", "pronoun"})
_CLAUSE_STARTS = frozenset({"semicolon", "colon", "that", "subordinator", "whether"})
_LEADING = frozenset({"adverb", "and", "but", "dash", "other", "open-bracket", "close-bracket"})


@dataclass(frozen=True, slots=True)
class Item:
    """One circumstance; ``start`` and ``end`` are characters."""

    gives: Gives
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Found:
    gives: Gives
    start: int
    end: int
    """The token after it; ``start`` is a character."""


class Beside:
    """Finds the circumstances beside cues; one for a lexicon and a set of rules."""

    def __init__(
        self, lexicon: Lexicon, rules: CircumstanceRules, complements: ComplementReader
    ) -> None:
        self._rules = rules
        self._complements = complements
        self._extents = Extents(lexicon, rules, complements)
        self._spoken_to = SpokenTo(lexicon, rules)

    def items(self, text: str, draft: Draft) -> list[Item]:
        """The circumstances of a draft that has a match, in no order."""
        match = draft.match
        if match is None:
            return []
        reader = _Reader(self._rules, self._complements, self._extents, text, draft, match)
        tape = match.sentence.tape
        found = [
            _Found("addressee", tape.starts[start], end)
            for start, end in self._spoken_to.ranges(match)
        ]
        if match.sentence.kinds[match.chunk] not in _SILENT:
            found += [*reader.before(), *reader.after()]
        items = (Item(item.gives, item.start, tape.ends[item.end - 1]) for item in found)
        return list(dict.fromkeys(items))


class _Reader:
    """Reads beside one cue."""

    def __init__(
        self,
        rules: CircumstanceRules,
        complements: ComplementReader,
        extents: Extents,
        text: str,
        draft: Draft,
        match: Match,
    ) -> None:
        self._rules = rules
        self._complements = complements
        self._extents = extents
        self._text = text
        self._match = match
        self._sentence = match.sentence
        self._kinds = match.sentence.kinds
        self._incise = match.rule.content == "before"
        self._limits = Limits.of(match.sentence, draft)
        self._official = bool(
            match.speaker
            and complements.classes_at(match.sentence, match.speaker[0])
            & {"place", "seat", "institution"}
        )

    # before the cue ----------------------------------------------------------------------------

    def before(self) -> list[_Found]:
        """What stands before the subject, and between it and its verb."""
        match = self._match
        subject = match.context.subjects.get(match.chunk)
        if subject is None or subject.link != "own" or not subject.nouns or self._incise:
            return []
        first, last = subject.nouns[0], subject.nouns[-1]
        fronted = [] if self._kinds[first] == "relative" else self._fronted(first)
        return [*fronted, *self._between(last + 1)]

    def _fronted(self, subject: int) -> list[_Found]:
        """The phrases from the beginning of the clause to its subject."""
        kinds = self._kinds
        main = self._match.context.subjects[self._match.chunk].clause == "main"
        k = 0
        for i in range(subject):
            if kinds[i] in ("semicolon", "colon") or (not main and kinds[i] in _CLAUSE_STARTS):
                k = i + 1
        found: list[_Found] = []
        while k < subject:
            while k < subject and kinds[k] in _LEADING:
                k += 1
            run, k = self._run(k, subject, fronted=True)
            found += run
            while k < subject and kinds[k] not in ("comma", "and", "but"):
                other = self._match.context.subjects.get(k)
                if kinds[k] == "verb" and other is not None and other.clause == "main":
                    found = []
                k += 1
            k += 1
        return found

    def _between(self, start: int) -> list[_Found]:
        """Time expressions right after the subject; and what commas set off before the verb."""
        kinds, verb = self._kinds, self._match.chunk
        found: list[_Found] = []
        k = start
        while k < verb and kinds[k] == "time":
            found += self._time(k)
            k += 1
        while k < verb:
            if kinds[k] == "comma":
                run, end = self._run(k + 1, verb)
                if end == verb or kinds[end] == "comma":
                    found += run
                k = max(end, k + 1)
            else:
                k += 1
        return found

    # after the cue -----------------------------------------------------------------------------

    def after(self) -> list[_Found]:
        """What follows the cue up to its content, and what follows its speaker in an incise."""
        kinds, limits = self._kinds, self._limits
        count = len(kinds)
        found: list[_Found] = []
        k = self._match.chunk + 1
        passed = False
        while k < count and k not in limits.content:
            run, after = self._run(k, count)
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
                elif self._incise and k + 1 < count and kinds[k + 1] in _NOMINAL:
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

    def _after_content(self, reached: int) -> list[_Found]:
        """What stands right after an object (a promis un plan lundi à Brest)."""
        content = self._limits.content
        if self._incise or not content or min(content) < self._match.chunk:
            return []
        if reached not in content:
            return []
        end = max(content) + 1
        return self._run(end, len(self._kinds))[0] if end < len(self._kinds) else []

    def _set_off(self, start: int) -> bool:
        """Whether what a comma opens are circumstances up to the next pause."""
        count = len(self._kinds)
        run, end = self._run(start, count)
        if not run:
            return False
        return end >= count or self._kinds[end] in _CLOSE or end in self._limits.speaker or (
            end in self._limits.content
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

    # runs of complements -----------------------------------------------------------------------

    def _run(self, start: int, stop: int, fronted: bool = False) -> tuple[list[_Found], int]:
        """The circumstances from chunk ``start`` on, and the first chunk that is no complement."""
        kinds, content = self._kinds, self._limits.content
        found: list[_Found] = []
        k = start
        while k < stop and k not in content and k not in self._limits.speaker:
            if kinds[k] == "time":
                found += self._time(k)
                k += 1
            elif kinds[k] == "adverb":
                k += 1
            elif kinds[k] == "and" and found and k + 1 < stop and self._joins(found[-1], k + 1):
                k += 1
            elif self._complements.preposition(self._sentence, k) is not None:
                complement = self._complements.read(self._sentence, k, self._text)
                if complement is None:
                    if kinds[k] != "prepositional":
                        break
                    k += 1
                    continue
                if self._is_speakers(k, complement):
                    k += 1
                    continue
                extent = self._extents.read(
                    self._sentence, k, complement, stop, self._limits, fronted or self._incise, self._text
                )
                if fronted and self._too_broad(complement):
                    k = extent.chunk
                    continue
                k, token = extent.chunk, extent.token
                if fronted and complement.sort.absorbs:
                    k = self._segment_end(k, stop)
                    token = max(token, self._sentence.bounds[k])
                found.append(_Found(self._gives(complement), complement.begins, token))
                found += [_Found("place", start, end) for start, end in extent.places]
            else:
                break
        return found, k

    def _segment_end(self, chunk: int, stop: int) -> int:
        """The comma that ends a fronted phrase whose end cannot be read, else ``chunk``."""
        kinds = self._kinds
        if chunk >= stop or kinds[chunk] in ("comma", "time", "prepositional", "adverb", "and"):
            return chunk
        commas = (k for k in range(chunk, stop) if kinds[k] == "comma")
        return next(commas, chunk)

    def _joins(self, last: _Found, chunk: int) -> bool:
        if self._kinds[chunk] == "time":
            return last.gives == "when"
        complement = self._complements.read(self._sentence, chunk, self._text)
        return complement is not None and self._gives(complement) == last.gives

    def _gives(self, complement: Complement) -> Gives:
        """A town or country that an authority speaks to, or that is asked for something, hears it."""
        gives = complement.sort.gives
        if gives != "place" or not complement.classes & {"place", "seat"} or complement.article:
            return gives
        to_object = "to-de" in self._match.rule.frames
        heard = self._sentence.tape.word(complement.start - 1) in self._rules.hearing
        return "addressee" if heard and (self._official or to_object) else gives

    def _too_broad(self, complement: Complement) -> bool:
        """Whether a fronted country is what is spoken of (En Espagne, …), not where."""
        word = self._sentence.tape.word(complement.start - 1)
        return complement.sort.gives == "place" and word in self._rules.topical

    def _is_speakers(self, chunk: int, complement: Complement) -> bool:
        """Whether a complement says where the speaker serves (l'ambassadeur de France au Mali)."""
        if chunk - 1 not in self._limits.speaker or complement.classes & {"media", "press"}:
            return False
        if complement.sort.gives not in ("place", "addressee"):
            return False
        head = self._sentence.bounds[min(self._limits.speaker)]
        return "posted" in self._complements.classes_at(self._sentence, head)

    def _time(self, chunk: int) -> list[_Found]:
        """The time expression of a chunk, unless it belongs to what is reported."""
        bounds = self._sentence.bounds
        words = self._sentence.text(chunk, chunk + 1).lower()
        if words.startswith(self._rules.not_when):
            return []
        return [_Found("when", self._sentence.tape.starts[bounds[chunk]], bounds[chunk + 1])]
