"""Verb groups that report: which verb or expression, in which form, with what certainty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotex.chunks import Chunker, Sentence
from quotex.lexicon import Lexicon, Reading, VerbUse
from quotex.lexicon_files import VerbEntry
from quotex.model import Certainty

VerbForm = Literal["finite", "infinitive", "gerund", "participle", "past-participle"]
_FORMS: dict[str, VerbForm] = {
    "verb": "finite",
    "infinitive": "infinitive",
    "gerund": "gerund",
    "participle": "participle",
    "past-participle": "past-participle",
}


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A reporting verb group; all positions are tokens.

    ``clitic`` is the subject after the verb (a-t-*il* dit), ``dative`` the pronoun of the one
    spoken to (*lui* a dit), both -1 when there is none; ``plural`` is null where the form does
    not tell; ``first_person`` is true for je, nous and the other partners of speech.
    """

    chunk: int
    start: int
    end: int
    entry: VerbEntry
    form: VerbForm
    clitic: int
    dative: int
    passive: bool
    negated: bool
    certainty: Certainty
    plural: bool | None
    first_person: bool
    carried: bool
    restrictive: bool
    """*ne* without a second word of negation, or with *plus*: before que it means only."""


class VerbReader:
    """Reads the verb groups of sentences; one for a lexicon."""

    def __init__(self, lexicon: Lexicon, chunker: Chunker) -> None:
        self._lexicon = lexicon
        self._chunker = chunker
        codes = lexicon.codes

        def having(name: str) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: name in classes))

        self._verb = having("verb")
        self._finite = having("finite")
        self._inverted = having("inverted-third")
        self._any_inverted = having("inverted")
        self._negation = having("negation")
        self._negative = having("negative")
        self._more = having("adverb") & self._negative
        self._dative = having("dative")
        self._be = having("be")

    def read(self, sentence: Sentence, chunk: int) -> VerbGroup | None:
        """The group in a chunk of a verbal kind, or null when it does not report."""
        form = _FORMS[sentence.kinds[chunk]]
        start, end = sentence.bounds[chunk], sentence.bounds[chunk + 1]
        tape, codes = sentence.tape, sentence.tape.tapes[sentence.depth]
        verbs = [i for i in range(start, end) if codes[i] in self._verb]
        found = self._use(sentence, start, end, verbs)
        if found is None:
            return None
        use, head = found
        words = [tape.word(i) for i in range(start, end)]
        clitic = next((i for i in range(start, end) if codes[i] in self._inverted), -1)
        finite = next((i for i in verbs if codes[i] in self._finite), -1) if form == "finite" else -1
        readings = self._lexicon.readings.get(tape.word(finite), ()) if finite >= 0 else ()
        inverted_other = any(
            codes[i] in self._any_inverted and codes[i] not in self._inverted
            for i in range(start, end)
        )
        negated = any(codes[i] in self._negative for i in range(start, end)) and any(
            codes[i] in self._negation for i in range(start, end)
        )
        carried = form == "finite" and self._is_infinitive(tape.word(head))
        return VerbGroup(
            chunk=chunk,
            start=start,
            end=end,
            entry=use.entry,
            form=form,
            clitic=clitic,
            dative=next((i for i in range(start, head) if codes[i] in self._dative), -1),
            passive=not use.pronominal and self._is_passive(sentence, verbs, head, words),
            negated=negated,
            certainty=self._certainty(readings, negated, carried, use.entry),
            plural=_plural(readings),
            first_person=inverted_other or _first_person(readings),
            carried=carried,
            restrictive=not carried
            and any(codes[i] in self._negation for i in range(start, end))
            and (not negated or any(codes[i] in self._more for i in range(start, end))),
        )

    def tenses(self, sentence: Sentence, chunk: int) -> frozenset[str]:
        """The tenses that the finite form of a verb chunk may be; compound ones apart."""
        tape, codes = sentence.tape, sentence.tape.tapes[sentence.depth]
        verbs = [
            i for i in range(sentence.bounds[chunk], sentence.bounds[chunk + 1])
            if codes[i] in self._verb
        ]
        for i in verbs:
            if codes[i] in self._finite:
                compound = "+" if len(verbs) > 1 else ""
                readings = self._lexicon.readings.get(tape.word(i), ())
                return frozenset(r.tense + compound for r in readings if r.tense != "pp")
        return frozenset()

    def _is_infinitive(self, word: str) -> bool:
        return any(reading.tense == "inf" for reading in self._lexicon.readings.get(word, ()))

    def _use(
        self, sentence: Sentence, start: int, end: int, verbs: list[int]
    ) -> tuple[VerbUse, int] | None:
        """The use that fits the group, and its head token; the head is the last verb but tails."""
        tape = sentence.tape
        pronouns = self._lexicon.words["pronominal"]
        before = {tape.word(i) for i in range(start, end)}
        reflexive = bool(before & pronouns)
        for with_tail in (True, False):
            for head in reversed(verbs if with_tail else verbs[-1:]):
                fitting = [
                    use
                    for reading in self._lexicon.readings.get(tape.word(head), ())
                    for use in self._lexicon.verbs.get(reading.lemma, ())
                    if bool(use.tail) == with_tail
                    and before.issuperset(use.clitic)
                    and (not use.tail or self._tail_ends(sentence, head + 1, end, use.tail))
                ]
                own = [use for use in fitting if use.pronominal == reflexive]
                # the pronoun may be that of a carrier: se contente d'affirmer
                if not own and reflexive and self._is_infinitive(tape.word(head)):
                    own = fitting
                if own:
                    return own[0], head
        return None

    def _tail_ends(self, sentence: Sentence, first: int, end: int, tail: tuple[str, ...]) -> bool:
        """Whether the group ends with the tail (an adverb or a clitic may stand before it)."""
        at = end - len(tail)
        return at >= first and self._chunker.tail_fits(sentence.tape, at, tail)

    def _is_passive(
        self, sentence: Sentence, verbs: list[int], head: int, words: list[str]
    ) -> bool:
        codes = sentence.tape.tapes[sentence.depth]
        readings = self._lexicon.readings.get(sentence.tape.word(head), ())
        if not any(reading.tense == "pp" for reading in readings):
            return False
        others = [i for i in verbs if i < head]
        return bool(others) and codes[others[-1]] in self._be

    def _certainty(
        self, readings: tuple[Reading, ...], negated: bool, carried: bool, entry: VerbEntry
    ) -> Certainty:
        if negated:
            return "denied"
        tenses = {reading.tense for reading in readings}
        if carried:
            carriers = [
                carrier
                for reading in readings
                for carrier in self._lexicon.carriers.get(reading.lemma, ())
            ]
            if carriers:
                return carriers[0].certainty
        if tenses and tenses <= {"fut"}:
            return "hypothetical"
        if tenses and tenses <= {"cond"}:
            return "hearsay"
        return "asserted"


def _plural(readings: tuple[Reading, ...]) -> bool | None:
    numbers = {reading.person[1:] for reading in readings if reading.person[:1] == "3"}
    return numbers == {"p"} if len(numbers) == 1 else None


def _first_person(readings: tuple[Reading, ...]) -> bool:
    return bool(readings) and not any(
        reading.person[:1] == "3" for reading in readings if reading.person
    )
