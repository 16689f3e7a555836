"""A sentence as the rules see it: its verbs and subjects, read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from quotex.grammar.chunks import Sentence
from quotex.grammar.clauses import ClauseReader, Subject
from quotex.grammar.verbs import VerbGroup, VerbReader

_NOMINAL = frozenset({"noun", "pronoun"})
_LIGHT = frozenset({"adverb", "time", "prepositional"})


class Readers(NamedTuple):
    """What reads sentences; ``living`` are the codes of words that can name a speaker.

    ``prepositions`` are those of the words that can begin a time expression (à partir de lundi),
    ``conditions`` those of si, ``neuter`` those of ce, ``thus`` those of ainsi, ``participles``
    those of past participles; ``venues`` are the chunks that say where one speaks, ``asides``
    those of prepositions that no verb of speech takes (sans avancer de date, avant d'ajouter).
    """

    verbs: VerbReader
    clauses: ClauseReader
    living: frozenset[str]
    prepositions: frozenset[str]
    conditions: frozenset[str]
    neuter: frozenset[str]
    thus: frozenset[str]
    participles: frozenset[str]
    venues: frozenset[str]
    asides: frozenset[str]


@dataclass(eq=False)
class Context:
    """A sentence and what is read of it, when first asked for."""

    sentence: Sentence
    readers: Readers

    @cached_property
    def groups(self) -> Mapping[int, VerbGroup]:
        """The verb groups that report, by chunk."""
        return self.readers.verbs.groups(self.sentence)

    @cached_property
    def subjects(self) -> Mapping[int, Subject]:
        """The subjects of the finite verbs, by the chunk of the verb."""
        return self.readers.clauses.subjects(self.sentence)

    @cached_property
    def tenses(self) -> Mapping[int, frozenset[str]]:
        """The tenses of each finite verb chunk."""
        read = self.readers.verbs.tenses
        kinds = enumerate(self.sentence.kinds)
        return {k: read(self.sentence, k) for k, kind in kinds if kind == "verb"}

    @property
    def living(self) -> frozenset[str]:
        return self.readers.living

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        return self.sentence.kinds

    def incise(self, chunk: int) -> bool:
        """Whether a reporting clause with its verb first begins in this chunk."""
        group = self.groups.get(chunk)
        if group is None or group.form != "finite" or "incise" not in group.entry.takes:
            return False
        if group.clitic >= 0:
            return True
        subject = self.subjects.get(chunk)
        if subject is not None and subject.link in ("own", "and"):
            return False
        after = self.skip(chunk + 1, _LIGHT)
        return after < len(self.kinds) and self.kinds[after] in _NOMINAL

    def skip(self, chunk: int, kinds: frozenset[str]) -> int:
        """The first chunk from ``chunk`` on that is of none of these kinds."""
        count = len(self.kinds)
        while chunk < count and self.kinds[chunk] in kinds:
            chunk += 1
        return chunk
