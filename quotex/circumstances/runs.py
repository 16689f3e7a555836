"""Runs of complements and time expressions: the circumstances that stand one after the other."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from quotex.attribution.drafts import Draft
from quotex.attribution.match import Match
from quotex.circumstances.circumstance_rules import CircumstanceRules, Gives
from quotex.circumstances.complements import Complement, ComplementReader
from quotex.circumstances.extents import Extents, Limits

_LIGHT = frozenset({"comma", "time", "prepositional", "adverb", "and"})
_ROOMS = frozenset({"chamber", "ground", "place-noun"})
_AUTHORITY = frozenset({"place", "seat", "institution"})

_EMPLOYERS = frozenset({"institution", "organisation", "place", "seat", "unknown-name"})
"""Where one may serve: « l'ambassadeur de France au Mali », not « aux élus »."""
_HEARERS = frozenset({"addressee", "press", "media", "group"})
"""To whom one speaks wherever they stand: « Aux journalistes, il a confié »."""


class Found(NamedTuple):
    """One circumstance: the character at which it begins, the token after it."""

    gives: Gives
    start: int
    end: int


class RunReader:
    """Reads runs in the sentence of one draft."""

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
        self._sentence = match.sentence
        self._kinds = match.sentence.kinds
        entry = match.group.entry if match.group is not None else None
        self._frames = match.rule.frames
        self._verb = entry.verb if entry is not None else ""
        self._after_cue = match.chunk + 1
        self._blames = (
            entry is not None
            and entry.act in rules.not_spoken_to
            and ("to-de" in match.rule.frames or "to-de" in entry.takes)
        )
        self._incise = match.rule.content == "before"
        self.limits = Limits.of(match.sentence, draft)
        self._speaker = match.speaker

    @cached_property
    def _speaking(self) -> frozenset[str]:
        """The classes of the speaker's head noun."""
        if self._speaker is None:
            return frozenset()
        return self._complements.classes_at(self._sentence, self._speaker[0])

    @cached_property
    def _nobody(self) -> bool:
        """Whether no one in particular speaks."""
        speaker = self._speaker
        return speaker is not None and self._sentence.tape.word(speaker[0]) in self._rules.nobody

    def read(self, start: int, stop: int, fronted: bool = False) -> tuple[list[Found], int]:
        """The circumstances from chunk ``start`` on, and the first chunk that is no complement.

        ``fronted``: they stand before the subject, chunk ``stop``.
        """
        kinds, limits = self._kinds, self.limits
        found: list[Found] = []
        k = start
        while k < stop and k not in limits.content and k not in limits.speaker:
            if kinds[k] == "time":
                found += self.time(k)
                k += 1
            elif kinds[k] == "adverb" or (
                kinds[k] == "and" and found and k + 1 < stop and self._joins(found[-1], k + 1)
            ):
                k += 1
            elif self._complements.preposition(self._sentence, k) is None:
                break
            else:
                more, after = self._complement(k, stop, fronted)
                if after == k:
                    break
                found += more
                k = after
        return found, k

    def time(self, chunk: int) -> list[Found]:
        """The time expression of a chunk, unless it belongs to what is reported."""
        bounds = self._sentence.bounds
        words = self._sentence.text(chunk, chunk + 1).lower()
        if words.startswith(self._rules.not_when):
            return []
        return [Found("when", self._sentence.tape.starts[bounds[chunk]], bounds[chunk + 1])]

    def _complement(self, chunk: int, stop: int, fronted: bool) -> tuple[list[Found], int]:
        """What the complement in a chunk gives, and the chunk after it; ``chunk`` for a stop."""
        verb = self._verb if chunk == self._after_cue else ""
        complement = self._complements.read(self._sentence, chunk, self._text, verb)
        if complement is None:
            return [], chunk + (self._kinds[chunk] == "prepositional")
        extent = self._extents.read(
            self._sentence,
            chunk,
            complement,
            stop,
            self.limits,
            fronted or self._incise,
            self._text,
        )
        after, token = extent.chunk, extent.token
        if fronted and complement.sort.absorbs != "nothing":
            after = self._segment_end(after, stop)
            if after < stop and self._extents.goes_on(self._sentence, after):
                after = self._segment_end(after + 1, stop)
            token = max(token, self._sentence.bounds[after])
        if self._is_other(chunk, complement, fronted):
            return [], after
        return [
            Found(self._gives(complement, fronted), complement.begins, token),
            *(Found("place", start, end) for start, end in extent.places),
            *(Found("when", start, end) for start, end in extent.times),
        ], after

    def is_dated(self, chunk: int) -> bool:
        """Whether a participle stands before the chunk: « une étude publiée | mercredi »."""
        last = self._sentence.bounds[chunk] - 1
        return chunk > 0 and self._extents.is_participle(self._sentence, last)

    def _segment_end(self, chunk: int, stop: int) -> int:
        """The comma that ends a fronted phrase whose end cannot be read, else ``chunk``."""
        if chunk >= stop or self._kinds[chunk] in _LIGHT:
            return chunk
        return next((k for k in range(chunk, stop) if self._kinds[k] == "comma"), chunk)

    def _joins(self, last: Found, chunk: int) -> bool:
        """Whether a chunk after *et* gives the same as what stands before it."""
        if self._kinds[chunk] == "time":
            return last.gives == "when"
        complement = self._complements.read(self._sentence, chunk, self._text)
        return complement is not None and self._gives(complement) == last.gives

    def _gives(self, complement: Complement, fronted: bool = False) -> Gives:
        """A town that an authority speaks to, or that is asked for something, is spoken to."""
        gives = complement.sort.gives
        if gives != "place" or fronted or complement.article or not complement.classes & _AUTHORITY:
            return gives
        heard = self._sentence.tape.word(complement.start - 1) in self._rules.hearing
        asked = "to-de" in self._frames
        return "addressee" if heard and (asked or self._speaking & _AUTHORITY) else gives

    def _is_other(self, chunk: int, complement: Complement, fronted: bool) -> bool:
        """Whether a complement says something else than when, where and to whom."""
        gives = complement.sort.gives
        if gives == "nothing":
            return True
        room = complement.classes & _ROOMS and "territory" not in complement.classes
        if fronted and gives == "place" and not room:  # « En Espagne, … »: what is spoken of
            return self._sentence.tape.word(complement.start - 1) in self._rules.topical
        if self._nobody:  # « lit-on dans le document », « Au syndicat, on se félicite »: who speaks
            heard = self._complements.preposition(self._sentence, chunk)
            from_whom = fronted or heard in self._rules.heard_from_forms
            there = bool(complement.classes & _EMPLOYERS)  # « tranche-t-on à l'Agence »
            return gives == "medium" or (gives == "addressee" and (from_whom or there))
        employs = complement.classes & _EMPLOYERS and not complement.classes & _HEARERS
        if fronted and gives == "addressee" and employs:
            return True  # « À la CGT, un délégué assure »
        served = gives in ("place", "addressee") and not complement.classes & {"media", "press"}
        if served and gives == "addressee" and self._blames:  # « reproche au maire d'avoir menti »
            return True
        if chunk - 1 not in self.limits.speaker:
            return False
        last = self._sentence.bounds[chunk] - 1  # « une analyse effectuée en Russie »
        posted = "posted" in self._speaking and (
            gives == "place" or bool(complement.classes & _EMPLOYERS)
        )
        return (served and posted) or self._extents.is_participle(self._sentence, last)
