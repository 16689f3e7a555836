"""Whom a cue's own words and its object name: *lui a dit*, *a informé le maire que*."""

from __future__ import annotations

from quotex.attribution.match import Match
from quotex.circumstances.circumstance_rules import CircumstanceRules
from quotex.grammar.verbs import VerbGroup
from quotex.words.lexicon import Lexicon

Range = tuple[int, int]
_PERSON_OBJECT = frozenset({"whom-que", "whom-à", "whom-de"})


class SpokenTo:
    """Finds the addressee in the cue and in the object; one for a lexicon and a set of rules."""

    def __init__(self, lexicon: Lexicon, rules: CircumstanceRules) -> None:
        codes = lexicon.codes
        self._rules = rules
        self._verb = frozenset(codes.chars(lambda c: "verb" in c))
        self._object = frozenset(
            codes.chars(lambda c: "object-clitic" in c and "det" in c and "dative" not in c)
        )

    def ranges(self, match: Match) -> list[Range]:
        """Token ranges of those spoken to."""
        group = match.group
        named = self._named(match)
        if group is None:
            return named
        if group.entry.act in self._rules.not_spoken_to:
            return []
        if group.passive:
            named += self._subject(match, group)
        found = named
        if group.dative >= 0 and group.dative != group.clitic:
            found.append((group.dative, group.dative + 1))
        elif not found and _PERSON_OBJECT.intersection(match.rule.frames, group.entry.takes):
            codes = match.sentence.tape.tapes[match.sentence.depth]
            at = group.start
            if codes[at] in self._object and codes[at + 1] in self._verb:
                found.append((at, at + 1))
        return found

    def _subject(self, match: Match, group: VerbGroup) -> list[Range]:
        """The subject of a passive, for acts whose object is spoken to."""
        subject = match.context.subjects.get(match.chunk)
        if (
            subject is None
            or not subject.nouns
            or group.entry.act not in self._rules.passive_subject
        ):
            return []
        bounds = match.sentence.bounds
        return [(bounds[subject.nouns[0]], bounds[subject.nouns[-1] + 1])]

    def _named(self, match: Match) -> list[Range]:
        """The object that the pattern names, bare, unless a participle governs it."""
        if match.addressee is None:
            return []
        start, end = match.addressee
        sentence = match.sentence
        between = zip(sentence.kinds, sentence.bounds, strict=False)
        if any(
            kind == "past-participle" and sentence.bounds[match.chunk] < at < start
            for kind, at in between
        ):
            return []  # « la libération d'un confrère, interpellé mardi à son cabinet »
        opens = sentence.tape.word(start) in self._rules.hearing and end - start > 1
        return [(start + opens, end)]
