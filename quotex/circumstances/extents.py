"""How far a phrase goes: an event or a text with the complements that stand on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from quotex.attribution.drafts import Draft
from quotex.circumstances.circumstance_rules import CircumstanceRules
from quotex.circumstances.complements import Complement, ComplementReader
from quotex.grammar.chunks import Sentence
from quotex.words.lexicon import Lexicon

Range = tuple[int, int]
_RELATIVE = frozenset({"relative", "other-relative"})
_PLACES = frozenset({"place", "unknown-place", "place-noun", "ground"})
_PAUSES = frozenset({"comma", "stop", "that", "colon", "semicolon", "dash"})


class Limits(NamedTuple):
    """The chunks that are content, speaker, and object spoken to: no circumstance goes into them.

    ``tokens`` are where the speaker and the object spoken to begin, for a chunk that holds more.
    """

    content: frozenset[int]
    speaker: frozenset[int]
    addressee: frozenset[int]
    tokens: tuple[int, ...]

    @classmethod
    def of(cls, sentence: Sentence, draft: Draft) -> Limits:
        tape, bounds, last = sentence.tape, sentence.bounds, len(sentence.kinds)
        match = draft.match
        speaker = match.speaker if match else None
        addressee = match.addressee if match else None

        def chunks(tokens: Range | None) -> Iterable[int]:
            """The chunks that begin there; the prepositional one that reaches into it, too."""
            if tokens is None:
                return ()
            first, after = bisect_left(bounds, tokens[0]), bisect_left(bounds, tokens[1])
            reaches = 0 < first <= last and bounds[first] > tokens[0]
            first -= reaches and sentence.kinds[first - 1] == "prepositional"
            return range(first, min(after, last))

        def overlapped(start: int, end: int) -> Iterable[int]:
            """The chunks that share characters with a stretch."""
            first = bisect_right(bounds, bisect_right(tape.ends, start)) - 1
            return range(
                max(0, first), min(last, bisect_left(bounds, bisect_left(tape.starts, end)))
            )

        content = frozenset(k for start, end in draft.content for k in overlapped(start, end))
        starts = tuple(tokens[0] for tokens in (speaker, addressee) if tokens is not None)
        return cls(content, frozenset(chunks(speaker)), frozenset(chunks(addressee)), starts)

    def holds(self, chunk: int) -> bool:
        return chunk in self.content or chunk in self.speaker or chunk in self.addressee


class Extent(NamedTuple):
    """The chunk and the token after a phrase, and the places named in it: where each begins
    (a character), and the token after it; ``times``: those at which it took place."""

    chunk: int
    token: int
    places: tuple[Range, ...]
    times: tuple[Range, ...] = ()


class Extents:
    """Finds the ends of phrases; one for a lexicon and a set of rules."""

    def __init__(
        self, lexicon: Lexicon, rules: CircumstanceRules, complements: ComplementReader
    ) -> None:
        self._lexicon = lexicon
        self._rules = rules
        self._complements = complements
        codes = lexicon.codes
        self._capital = frozenset(codes.chars(lambda c: "capital" in c or "capitalised" in c))
        self._edited = frozenset(rules.classes["edited"])
        self._dated = frozenset(rules.classes["dated"])
        self._held = frozenset(rules.classes["held"])

    def read(
        self,
        sentence: Sentence,
        chunk: int,
        complement: Complement,
        stop: int,
        limits: Limits,
        loose: bool,
        text: str,
    ) -> Extent:
        """The extent of the complement in ``chunk``, which ends before chunk ``stop`` at most.

        ``loose``: a relative clause that follows belongs to it.
        """
        kinds, bounds = sentence.kinds, sentence.bounds
        end = chunk + 1
        while end < stop and bounds[end] <= complement.head:
            end += 1
        token = self._clipped(bounds[end], complement, limits)
        sort = complement.sort
        if sort.gives == "addressee" and token == bounds[end]:
            at = self._complements.place_inside(sentence, complement.head + 1, token, text)
            if at is not None:
                return Extent(end, at, ((sentence.tape.starts[at + 1], token),))
        if token < bounds[end] or sort.absorbs == "nothing":
            return Extent(end, token, ())
        open_ = self._edits(sentence, complement.head + 1, bounds[end], self._edited)
        places: list[Range] = []
        times: list[Range] = []
        k = end
        while k < stop and not limits.holds(k):
            kind = kinds[k]
            if kind == "prepositional" and (open_ or self._carries_on(sentence, k, complement)):
                inner = self._complements.read(sentence, k, text)
                if inner is not None:
                    addressee = inner.sort.gives == "addressee" and not open_
                    if addressee and not self._heard(complement, inner):
                        break
                    if inner.sort.gives == "place" and inner.classes & _PLACES:
                        places.append((inner.begins, bounds[k + 1]))
            elif kind == "past-participle" and self._edits(
                sentence, bounds[k], bounds[k + 1], self._edited
            ):
                open_ = True
            elif k == end and (kind == "quotation" or self._names(sentence, k)):
                pass
            elif kind in _RELATIVE and loose and k > 0:
                k = self._clause_end(sentence, k, stop, limits)
                break
            elif not (open_ and kind in ("time", "adverb")):
                break
            elif kind == "time" and self._edits(sentence, bounds[k] - 1, bounds[k], self._held):
                times.append((sentence.tape.starts[bounds[k]], bounds[k + 1]))
            k += 1
        while k > end and kinds[k - 1] == "adverb":
            k -= 1
        return Extent(k, bounds[k], tuple(places), tuple(times))

    def _clipped(self, token: int, complement: Complement, limits: Limits) -> int:
        """Before the speaker, where the chunk holds it as well."""
        return min([token, *(at for at in limits.tokens if complement.head < at < token)])

    def _carries_on(self, sentence: Sentence, chunk: int, complement: Complement) -> bool:
        """Whether a complement may stand on the phrase: « une rencontre avec »."""
        preposition = self._complements.preposition(sentence, chunk)
        return (
            complement.sort.absorbs == "all"
            and (complement.article or "talk" in complement.classes)
            and preposition in self._rules.complement_forms
        )

    def _heard(self, outer: Complement, inner: Complement) -> bool:
        """Whether the one spoken to belongs to the phrase: « un entretien au Monde »."""
        talk = not outer.classes.isdisjoint({"medium", "speech", "talk"})
        return talk or not inner.classes & {"media", "press"}

    def _edits(self, sentence: Sentence, start: int, end: int, verbs: frozenset[str]) -> bool:
        """Whether a participle of the verbs stands in the tokens (diffusé à midi)."""
        return any(
            reading.lemma in verbs and reading.tense == "pp"
            for at in range(start, end)
            for reading in self._lexicon.readings.get(sentence.tape.word(at), ())
        )

    def goes_on(self, sentence: Sentence, comma: int) -> bool:
        """Whether a participle after a comma carries on a text: « son avis, daté du 3 mai, »."""
        kinds, bounds = sentence.kinds, sentence.bounds
        return kinds[comma : comma + 2] == ("comma", "past-participle") and self._edits(
            sentence, bounds[comma + 1], bounds[comma + 2], self._dated
        )

    def is_participle(self, sentence: Sentence, token: int) -> bool:
        """Whether the token is a past participle, and no noun."""
        word = sentence.tape.word(token)
        readings = self._lexicon.readings.get(word, ())
        return word not in self._lexicon.nouns and any(each.tense == "pp" for each in readings)

    def _names(self, sentence: Sentence, chunk: int) -> bool:
        """Whether a name stands on the noun before it: « le quotidien | Le Monde »."""
        first = sentence.bounds[chunk]
        capital = sentence.tape.tapes[sentence.depth][first] in self._capital
        return sentence.kinds[chunk] == "noun" and capital

    def _clause_end(self, sentence: Sentence, chunk: int, stop: int, limits: Limits) -> int:
        k = chunk
        while k < stop and sentence.kinds[k] not in _PAUSES and not limits.holds(k):
            k += 1
        return k
