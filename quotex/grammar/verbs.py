"""Verb groups that report: which verb or expression, in which form, with what certainty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from quotex.grammar.chunks import Chunker, Sentence
from quotex.model import Certainty
from quotex.words.lexicon import Lexicon, Reading, VerbUse
from quotex.words.lexicon_files import VerbEntry

VerbForm = Literal["finite", "infinitive", "gerund", "participle", "past-participle"]
_FORMS: dict[str, VerbForm] = {
    "verb": "finite",
    "infinitive": "infinitive",
    "gerund": "gerund",
    "participle": "participle",
    "past-participle": "past-participle",
}


_HELD = frozenset({"opine", "think", "hope", "fear", "predict", "estimate"})
"""Acts that in the first person and the present are the writer's own, and no report."""


class VerbGroup(NamedTuple):
    """A reporting verb group; all positions are tokens.

    ``clitic`` is the subject after the verb (a-t-*il* dit), ``dative`` the pronoun of the one
    spoken to (*lui* a dit), both -1 when there is none; ``plural`` is null where the form does
    not tell; ``first_person`` is true for je, nous and the other partners of speech, ``narrated``
    where je or nous tells of its own speech, and does not hold an opinion (je crois que).
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
    narrated: bool
    carried: bool
    restrictive: bool
    """*ne* without a second word of negation, or with *plus*: before que it means only."""


class VerbReader:
    """Reads the verb groups of sentences; one for a lexicon."""

    def __init__(self, lexicon: Lexicon, chunker: Chunker) -> None:
        self._lexicon = lexicon
        self._expressions = chunker.expressions
        self._reporting = chunker.alphabet.search("reporting")
        self._pronominal = lexicon.words["pronominal"]
        self._forms: dict[str, _FormFacts] = {}
        codes = lexicon.codes
        self._verb = codes.search("verb")
        self._finite = codes.search("finite")
        self._inverted = codes.search("inverted-third")
        self._inverted_first = codes.search("inverted-first")
        self._other_inverted = codes.search("inverted", without="inverted-third")
        self._negation = codes.search("negation")
        self._negative = codes.search("negative")
        self._more = codes.search("negative", "adverb")
        self._dative = codes.search("dative")
        self._be = codes.search("be")
        self._comma = codes.search("comma")

    def groups(self, sentence: Sentence) -> dict[int, VerbGroup]:
        """The groups of a sentence that report, by chunk."""
        found: dict[int, VerbGroup] = {}
        for match in self._reporting.finditer(sentence.shape):
            group = self.read(sentence, match.start())
            if group is not None:
                found[group.chunk] = group
        return found

    def read(self, sentence: Sentence, chunk: int) -> VerbGroup | None:
        """The group in a chunk of a verbal kind, or null when it does not report."""
        form = _FORMS[sentence.kinds[chunk]]
        start, end = sentence.bounds[chunk], sentence.bounds[chunk + 1]
        tape, codes = sentence.tape, sentence.tape.tapes[sentence.depth]
        verbs = [found.start() for found in self._verb.finditer(codes, start, end)]
        words = tape.words[start:end]
        chosen = self._use(words, [i - start for i in verbs])
        if chosen is None:
            return None
        use, head = chosen
        finite = self._finite.search(codes, verbs[0], end) if form == "finite" else None
        facts = self._facts(words[finite.start() - start] if finite else "")
        negation = self._negation.search(codes, start, end) is not None
        negated = negation and self._negative.search(codes, start, end) is not None
        carried = form == "finite" and self._facts(words[head]).infinitive
        return VerbGroup(
            chunk=chunk,
            start=start,
            end=end,
            entry=use.entry,
            form=form,
            clitic=_first(
                self._inverted.search(codes, start, end)
                or self._inverted_first.search(codes, start, end)
            ),
            dative=self._dative_at(codes, start, start + head),
            passive=not use.pronominal
            and self._is_passive(codes, verbs, start + head, words[head]),
            negated=negated,
            certainty="denied" if negated else facts.carried if carried else facts.certainty,
            plural=facts.plural,
            first_person=facts.first_person
            or self._other_inverted.search(codes, start, end) is not None,
            narrated=facts.narrates
            and (facts.past or len(verbs) > 1 or use.entry.act not in _HELD),
            carried=carried,
            restrictive=not carried
            and negation
            and (not negated or self._more.search(codes, start, end) is not None),
        )

    def tenses(self, sentence: Sentence, chunk: int) -> frozenset[str]:
        """The tenses that the finite form of a verb chunk may be; compound ones apart."""
        tape, codes = sentence.tape, sentence.tape.tapes[sentence.depth]
        start, end = sentence.bounds[chunk], sentence.bounds[chunk + 1]
        verbs = [found.start() for found in self._verb.finditer(codes, start, end)]
        finite = self._finite.search(codes, verbs[0], end) if verbs else None
        if finite is None:
            return frozenset()
        tenses = self._facts(tape.word(finite.start())).tenses - {"pp"}
        return frozenset(tense + "+" for tense in tenses) if len(verbs) > 1 else tenses

    def _facts(self, word: str) -> _FormFacts:
        facts = self._forms.get(word)
        if facts is None:
            facts = self._forms[word] = _form_facts(self._lexicon, word)
        return facts

    def _use(self, words: Sequence[str], verbs: list[int]) -> tuple[VerbUse, int] | None:
        """The use that fits the group and where its head is: the last verb, but for tails."""
        present = set(words)
        reflexive = not present.isdisjoint(self._pronominal)
        for with_tail in (True, False):
            for head in reversed(verbs if with_tail else verbs[-1:]):
                uses = self._expressions.uses(words[head])
                fitting = [
                    use
                    for use in (uses.ended.get(words[-1], ()) if with_tail else uses.plain)
                    if present.issuperset(use.clitic) and self._ends(words, head + 1, use.tail)
                ]
                if not fitting:
                    continue
                own = [use for use in fitting if use.pronominal == reflexive]
                # the pronoun may be that of a carrier: se contente de dire; not: se fier
                if (
                    not own
                    and reflexive
                    and self._facts(words[head]).infinitive
                    and words[head - 1] not in self._pronominal
                ):
                    own = fitting
                if own:
                    return own[0], head
        return None

    def _ends(self, words: Sequence[str], first: int, tail: tuple[str, ...]) -> bool:
        """Whether the group ends with the tail (an adverb or a clitic may stand before it)."""
        if not tail:
            return True
        at = len(words) - len(tail)
        return at >= first and self._expressions.begins(words[at:], tail)

    def _dative_at(self, codes: str, start: int, head: int) -> int:
        """The pronoun of the one spoken to; not one between commas (a, lui, déclaré)."""
        at = _first(self._dative.search(codes, start, head))
        return -1 if at > start and self._comma.match(codes, at - 1) else at

    def _is_passive(self, codes: str, verbs: list[int], head: int, word: str) -> bool:
        if "pp" not in self._facts(word).tenses:
            return False
        others = [i for i in verbs if i < head]
        return bool(others) and self._be.match(codes, others[-1]) is not None


class _FormFacts(NamedTuple):
    """What the readings of a verb form tell; ``carried`` is its certainty before an infinitive."""

    tenses: frozenset[str]
    infinitive: bool
    plural: bool | None
    first_person: bool
    narrates: bool
    past: bool
    certainty: Certainty
    carried: Certainty


def _form_facts(lexicon: Lexicon, word: str) -> _FormFacts:
    readings = lexicon.readings.get(word, ())
    tenses = frozenset(reading.tense for reading in readings)
    certainty: Certainty = "asserted"
    if tenses == {"fut"}:
        certainty = "hypothetical"
    elif tenses == {"cond"}:
        certainty = "hearsay"
    carriers = [
        carrier.certainty
        for reading in readings
        for carrier in lexicon.carriers.get(reading.lemma, ())
    ]
    return _FormFacts(
        tenses=tenses,
        infinitive="inf" in tenses,
        plural=_plural(readings),
        first_person=_first_person(readings),
        narrates=any(reading.person[:1] == "1" for reading in readings),
        past="pres" not in tenses,
        certainty=certainty,
        carried=carriers[0] if carriers else certainty,
    )


def _first(found: re.Match[str] | None) -> int:
    return found.start() if found else -1


def _plural(readings: tuple[Reading, ...]) -> bool | None:
    numbers = {reading.person[1:] for reading in readings if reading.person[:1] == "3"}
    return numbers == {"p"} if len(numbers) == 1 else None


def _first_person(readings: tuple[Reading, ...]) -> bool:
    return bool(readings) and not any(
        reading.person[:1] == "3" for reading in readings if reading.person
    )
