"""Common nouns by their forms."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.model import Gender


@dataclass(frozen=True, slots=True)
class Noun:
    """The forms of a noun: masculine, feminine, either; singular and plural (``p``)."""

    m: str | None = None
    f: str | None = None
    mf: str | None = None
    mp: str | None = None
    fp: str | None = None
    mfp: str | None = None
    a: bool = False
    """Whether it takes a complement with *à* (ministre délégué à la Ville)."""

    def forms(self) -> tuple[tuple[str, Gender | None, bool], ...]:
        """Each form with its gender (null for either) and whether it is a plural."""
        table: tuple[tuple[str | None, Gender | None, bool], ...] = (
            (self.m, "m", False), (self.f, "f", False), (self.mf, None, False),
            (self.mp, "m", True), (self.fp, "f", True), (self.mfp, None, True),
        )  # fmt: skip
        return tuple((form, gender, plural) for form, gender, plural in table if form)


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns by what they name; each class may be used in patterns under its own name."""

    title: tuple[Noun, ...] = ()
    role: tuple[Noun, ...] = ()
    person: tuple[Noun, ...] = ()
    group: tuple[Noun, ...] = ()
    organisation: tuple[Noun, ...] = ()
    document: tuple[Noun, ...] = ()
    source: tuple[Noun, ...] = ()
    source_adjective: tuple[Noun, ...] = ()
    event: tuple[Noun, ...] = ()
    medium: tuple[Noun, ...] = ()
    addressee: tuple[Noun, ...] = ()
