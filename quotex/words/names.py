"""Proper names that the rules know: institutions, places, media."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quotex.model import Gender
from quotex.words.nouns import Noun


@dataclass(frozen=True, slots=True)
class Institution:
    """An organisation, or a place that speaks for its authorities (l'Élysée)."""

    name: str
    type: Literal["organisation", "place"] = "organisation"
    short: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    gender: Gender | None = None
    plural: bool = False
    article: bool = True
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region or town; a country with its capital and its adjective."""

    name: str
    kind: Literal["continent", "country", "territory", "region", "department", "city"]
    gender: Gender | None = None
    capital: str | None = None
    capital_also: tuple[str, ...] = ()
    capital_ambiguous: bool = False
    adjective: Noun | None = None
    also: tuple[str, ...] = ()
    plural: bool = False
    article: bool = True
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Medium:
    name: str
    kind: Literal["press", "radio", "tv", "agency", "network", "site"]
    short: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    gender: Gender | None = None
    plural: bool = False
    article: bool = True
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class NameFile:
    """The file ``rules/lexicon/names.yaml``."""

    organisations: tuple[Institution, ...] = ()
    places: tuple[Place, ...] = ()
    media: tuple[Medium, ...] = ()

    def forms(self) -> Iterator[tuple[str, str]]:
        """Every form of every name with its class: ``institution``, ``place`` or ``media``."""
        for institution in self.organisations:
            for form in (institution.name, *institution.short, *institution.also):
                yield form, "place" if institution.type == "place" else "institution"
        for place in self.places:
            capital = (place.capital,) if place.capital else ()
            for form in (place.name, *place.also, *capital, *place.capital_also):
                yield form, "place"
        for medium in self.media:
            for form in (medium.name, *medium.short, *medium.also):
                if not medium.ambiguous:
                    yield form, "media"
