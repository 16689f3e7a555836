"""Rules tried on sentences: each cue, each rule in order of priority, the first that holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from copy import copy
from functools import partial
from typing import NamedTuple

from quotex.attribution.conditions import VerbConditions
from quotex.attribution.context import Context, Readers
from quotex.attribution.cue import Cue
from quotex.attribution.noun_cues import NounCue, NounCues
from quotex.attribution.reported import ReportedReader
from quotex.attribution.speakers import SpeakerFinder
from quotex.grammar.chunks import Chunker, Sentence
from quotex.grammar.clauses import ClauseReader
from quotex.grammar.verbs import VerbGroup, VerbReader
from quotex.rulefiles.ruleset import CompiledRule, Range, Rule
from quotex.rulefiles.watch import Watch
from quotex.words.codes import Codes
from quotex.words.lexicon import Lexicon
from quotex.words.lexicon_files import Frame

Find = Callable[..., re.Match[str] | None]
_CUES = frozenset({"source", "opinion", "colon", "own-source", "dash", "open-bracket"})
_PHRASES = ("noun", "prepositional")
_REACH = 80
"""How many chunks before a cue its pattern may look at."""
_AFTER_NOUN = ("source", "preposition", "colon")


class Match(NamedTuple):
    """A rule that holds at a cue.  All ranges are half-open token ranges of the sentence's tape.

    ``content`` are the stretches of the content before they are trimmed; ``around`` says that
    they are those of the whole quotation in which the cue stands.  ``speaker`` is null when no
    words stand for it; ``addressee`` is the object that the pattern names @to(…).
    """

    rule: Rule
    context: Context
    chunk: int
    cue: Range | None
    group: VerbGroup | None
    content: tuple[Range, ...]
    around: bool
    speaker: Range | None
    understood: bool
    addressee: Range | None

    @property
    def sentence(self) -> Sentence:
        return self.context.sentence


class Matcher:
    """Finds the matches of sentences; one for a lexicon and a set of rules."""

    def __init__(
        self,
        lexicon: Lexicon,
        chunker: Chunker,
        rules: tuple[Rule, ...],
        macros: Mapping[str, str],
        own: frozenset[str] = frozenset(),
    ) -> None:
        self.own = own
        self.watch = Watch(0)
        self._speakers = SpeakerFinder(lexicon)
        self._readers = Readers(
            VerbReader(lexicon, chunker),
            ClauseReader(chunker.alphabet, lexicon.codes),
            self._speakers.living,
            frozenset(lexicon.codes.chars(lambda c: "preposition" in c)),
            frozenset(lexicon.codes.chars(lambda c: "if" in c)),
            frozenset(lexicon.codes.chars(lambda c: {"neuter", "elided"} <= c)),
            frozenset(lexicon.codes.chars(lambda c: "thus" in c)),
            frozenset(lexicon.codes.chars(lambda c: "pp" in c)),
            frozenset(chunker.alphabet.chars(lambda c: "venue" in c)),
            frozenset(chunker.alphabet.chars(lambda c: "with-other" in c)),
        )
        self._conditions = VerbConditions(lexicon, chunker.alphabet)
        self._reported = ReportedReader(lexicon)
        self._nouns = NounCues(lexicon)
        self._adverb = frozenset(lexicon.codes.chars(lambda c: "adverb" in c))
        self._cues = _cue_pattern(chunker.alphabet)
        ordered = sorted(rules, key=lambda rule: (-rule.priority, rule.id))
        compiled = [
            CompiledRule(rule, chunker.alphabet, macros, own=rule.id in own) for rule in ordered
        ]
        self._by_kind: dict[str, list[CompiledRule]] = {}
        for item in compiled:
            kinds = [_FORM_KINDS[form] for form in item.rule.forms]
            for kind in kinds if item.rule.cue == "verb" else [item.rule.cue]:
                self._by_kind.setdefault(kind, []).append(item)
        self._by_takes: dict[tuple[str, tuple[Frame, ...]], tuple[CompiledRule, ...]] = {}

    def for_text(self, watch: Watch) -> Matcher:
        """The matcher for one text, in which ``watch`` stops own rules that take too long."""
        if not self.own:
            return self
        other = copy(self)
        other.watch = watch
        return other

    def context(self, sentence: Sentence) -> Context:
        """The sentence, its verbs and subjects to be read when needed."""
        return Context(sentence, self._readers)

    def matches(self, context: Context) -> Iterator[Match]:
        """The matches of one sentence in order of their cues, at most one for each cue."""
        for found in self._cues.finditer(context.sentence.shape):
            k = found.start()
            kind = context.kinds[k]
            if kind in _PHRASES:
                if self._nouns.head(context, k) is None:
                    continue
                kind = "noun"
            elif kind not in _CUES and k not in context.groups:
                continue
            for compiled in self._candidates(kind, context.groups.get(k)):
                match = self._try(compiled, context, k)
                if match is not None:
                    yield match
                    break

    def _candidates(self, kind: str, group: VerbGroup | None) -> tuple[CompiledRule, ...]:
        """The rules of a kind of cue, in order; for a verb those whose construction it takes."""
        key = kind, group.entry.takes if group else ()
        found = self._by_takes.get(key)
        if found is None:
            takes = set(key[1])
            rules = self._by_kind.get(kind, ())
            found = tuple(r for r in rules if group is None or not takes.isdisjoint(r.rule.frames))
            self._by_takes[key] = found
        return found

    def _try(self, compiled: CompiledRule, context: Context, k: int) -> Match | None:
        rule = compiled.rule
        group = context.groups.get(k)
        if group is not None and not self._conditions.fits(rule, group, context, k):
            return None
        noun = self._nouns.head(context, k) if rule.cue == "noun" else None
        if noun is not None and not set(rule.frames) & set(noun.noun.takes):
            return None
        found = self._parts(compiled, context, k)
        if found is None:
            return None
        parts, after = found
        if group is not None:
            if rule.preposed and "content" not in parts:
                at = self._conditions.complement(group, context, after)
                if at is None:
                    return None
                parts["content"] = (at, at + 1)
            if not self._conditions.complement_fits(rule, group, context, parts, after):
                return None
        owner = self._nouns.owner(context, k, noun.token) if noun is not None else None
        speaker = self._speakers.find(rule, context, k, group, parts, owner)
        if speaker is None:
            return None
        start, end = self._cue(rule, context, k, group, noun, parts)
        reported = self._reported.read(Cue(rule, context, k, end, after, group, parts))
        if reported is None:
            return None
        if group is not None and not self._conditions.reports(
            rule, group, context, reported.ranges, speaker.tokens
        ):
            return None
        bounds = context.sentence.bounds
        addressee = reported.addressee
        if "to" in parts:
            addressee = (bounds[parts["to"][0]], bounds[parts["to"][1]])
        cue = None if rule.cue == "open-bracket" else (start, end)
        return Match(
            rule, context, k, cue, group, reported.ranges, reported.around,
            speaker.tokens, speaker.understood, addressee,
        )  # fmt: skip

    def _parts(
        self, compiled: CompiledRule, context: Context, k: int
    ) -> tuple[dict[str, Range], int] | None:
        """The named parts of the patterns that hold around chunk ``k``, and where the last ends."""
        shape = context.sentence.shape
        before = None
        if compiled.before is not None:
            search = compiled.before.search
            if compiled.own:
                search = self._stoppable(compiled, context, k, search)
            before = search(shape, max(0, k - _REACH), k)
            if before is None:
                return None
        match = compiled.after.match
        if compiled.own:
            match = self._stoppable(compiled, context, k, match)
        after = match(shape, k + 1)
        if after is None:
            return None
        parts: dict[str, Range] = {}
        for found in (before, after):
            if found is not None and found.lastindex:
                for name in found.re.groupindex:
                    if found.start(name) >= 0:
                        parts[name] = found.span(name)
        return parts, after.end()

    def _stoppable(self, compiled: CompiledRule, context: Context, k: int, find: Find) -> Find:
        """``find`` of an own rule's pattern at chunk ``k``, stopped when it takes too long."""
        sentence = context.sentence
        at = sentence.tape.starts[sentence.bounds[k]]
        return partial(self.watch.run, f'rule "{compiled.rule.id}"', at, find)

    def _cue(
        self,
        rule: Rule,
        context: Context,
        k: int,
        group: VerbGroup | None,
        noun: NounCue | None,
        parts: dict[str, Range],
    ) -> Range:
        """The tokens of the cue."""
        sentence = context.sentence
        if rule.cue == "colon":
            before = self._nouns.head(context, k - 1)
            noun = before if before and "colon" in before.noun.takes else None
        if noun is not None:
            return noun.token, noun.token + 1
        start, end = (group.start, group.end) if group else sentence.bounds[k : k + 2]
        if "adjective" in parts:
            end = self._adjective_end(sentence, parts["adjective"])
        return start, end

    def _adjective_end(self, sentence: Sentence, chunks: Range) -> int:
        """The token after the adjective of *se dire satisfait*, adverbs before it included."""
        codes = sentence.tape.tapes[sentence.depth]
        token = sentence.bounds[chunks[0]]
        while token < sentence.bounds[chunks[1]] - 1 and codes[token] in self._adverb:
            token += 1
        return token + 1


def _cue_pattern(alphabet: Codes) -> re.Pattern[str]:
    """What a cue may be in a shape: a verb that reports, a mark, or a noun before its clause.

    A noun may also close a headline behind a colon (« … » : l'aveu de X).
    """

    def having(kinds: Collection[str]) -> str:
        return alphabet.chars(lambda classes: not classes.isdisjoint(kinds))

    cues, nouns, after = having({"reporting", *_CUES}), having(_PHRASES), having(_AFTER_NOUN)
    return re.compile(f"[{cues}]|[{nouns}](?=[{after}])|(?<=[{having({'colon'})}])[{nouns}]")


_FORM_KINDS = {
    "finite": "verb",
    "infinitive": "infinitive",
    "gerund": "gerund",
    "participle": "participle",
    "past-participle": "past-participle",
}
