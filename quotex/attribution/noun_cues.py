"""Nouns that report: *un message : « … »*, *l'annonce selon laquelle …*, *sa promesse de …*."""

from __future__ import annotations

from typing import NamedTuple

from quotex.attribution.context import Context
from quotex.rulefiles.ruleset import Range
from quotex.words.codes import WORD
from quotex.words.lexicon import Lexicon
from quotex.words.lexicon_files import SpeechNoun

_PHRASES = ("noun", "prepositional")


class NounCue(NamedTuple):
    """A noun of speech, at a token, as the head of a chunk."""

    token: int
    noun: SpeechNoun


class NounCues:
    """Finds nouns of speech and whose they are; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        codes = lexicon.codes
        self._nouns = lexicon.speech_nouns
        self._speech_noun = frozenset(codes.chars(lambda c: "speech-noun" in c))
        self._word = frozenset(codes.chars(lambda c: WORD in c and "premodifier" not in c))
        self._of = frozenset(codes.chars(lambda c: "de" in c))
        self._possessive = frozenset(codes.chars(lambda c: "possessive" in c))

    def head(self, context: Context, chunk: int) -> NounCue | None:
        """The noun of speech that is the head of a noun phrase."""
        if chunk < 0 or context.kinds[chunk] not in _PHRASES:
            return None
        sentence = context.sentence
        codes = sentence.tape.tapes[sentence.depth]
        for token in range(sentence.bounds[chunk], sentence.bounds[chunk + 1]):
            if codes[token] in self._speech_noun:
                noun = self._nouns.get(sentence.tape.word(token))
                return NounCue(token, noun) if noun else None
            if codes[token] in self._word:
                return None
        return None

    def owner(self, context: Context, chunk: int, token: int) -> Range | None:
        """Whose it is: *l'annonce du maire*, *sa promesse*; token range."""
        sentence = context.sentence
        codes = sentence.tape.tapes[sentence.depth]
        end = sentence.bounds[chunk + 1]
        for at in range(token + 1, end - 1):
            if codes[at] in self._of:
                return at + 1, end
        if codes[sentence.bounds[chunk]] in self._possessive:
            return sentence.bounds[chunk], sentence.bounds[chunk] + 1
        before = token - 1
        if before >= sentence.bounds[chunk] and codes[before] in self._possessive:
            return before, token
        return None
