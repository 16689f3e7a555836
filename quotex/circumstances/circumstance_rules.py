"""What ``rules/circumstances.yaml`` holds: how complements beside a cue are sorted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Gives = Literal["addressee", "place", "event", "medium", "when", "nothing"]


@dataclass(frozen=True, slots=True)
class Contraction:
    """The last word of a preposition, and what it becomes before an article or a vowel."""

    ends: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BareCapital:
    """A preposition written with a capital that has lost its accent."""

    written: str
    means: str


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of complement: its prepositions, and the classes of its head noun.

    ``keep``: the phrase given begins after the first word of the preposition (*les colonnes du
    Times*).  ``absorbs``: what may follow that belongs to it: ``clauses`` are
    participles and relatives (*un communiqué diffusé à midi*), ``all`` are complements, too (*une
    rencontre avec X*).  ``verbs``: those after which alone it stands (*exige du préfet un plan*).
    """

    id: str
    gives: Gives
    prepositions: tuple[str, ...]
    heads: tuple[str, ...]
    unless: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    keep: bool = False
    absorbs: Literal["nothing", "clauses", "all"] = "nothing"


@dataclass(frozen=True)
class CircumstanceRules:
    """The file ``circumstances.yaml``."""

    contractions: tuple[Contraction, ...]
    bare_capitals: tuple[BareCapital, ...]
    classes: dict[str, tuple[str, ...]]
    town_parts: frozenset[str]
    complements: tuple[str, ...]
    not_when: tuple[str, ...]
    hearing: frozenset[str]
    topical: frozenset[str]
    nobody: frozenset[str]
    heard_from: tuple[str, ...]
    not_spoken_to: frozenset[str]
    passive_subject: frozenset[str]
    sorts: tuple[Sort, ...]

    @cached_property
    def by_preposition(self) -> dict[str, tuple[Sort, ...]]:
        """The sorts that a preposition, in any of its forms, may open."""
        table: dict[str, list[Sort]] = {}
        for sort in self.sorts:
            for plain in sort.prepositions:
                for form in self.forms(plain):
                    table.setdefault(form, []).append(sort)
        return {form: tuple(found) for form, found in table.items()}

    @cached_property
    def complement_forms(self) -> frozenset[str]:
        return frozenset(form for plain in self.complements for form in self.forms(plain))

    @cached_property
    def heard_from_forms(self) -> frozenset[str]:
        return frozenset(form for plain in self.heard_from for form in self.forms(plain))

    @cached_property
    def contracted(self) -> frozenset[str]:
        """Last words of prepositions that hold an article."""
        return frozenset(word for each in self.contractions for word in each.also)

    @cached_property
    def classes_of(self) -> dict[str, frozenset[str]]:
        """By word, the classes of this file."""
        table: dict[str, set[str]] = {}
        for name, words in self.classes.items():
            for word in words:
                table.setdefault(word.lower(), set()).add(name)
        return {word: frozenset(names) for word, names in table.items()}

    def forms(self, plain: str) -> tuple[str, ...]:
        """A preposition in all its forms: *lors de, lors d', lors des, lors du*."""
        for each in self.contractions:
            if plain == each.ends or plain.endswith(" " + each.ends):
                stem = plain[: -len(each.ends)]
                return (plain, *(stem + word for word in each.also))
        return (plain,)
