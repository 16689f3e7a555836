"""What the words of a speaker lead to."""

from __future__ import annotations

from typing import NamedTuple

from quotex.grammar.mention import Range
from quotex.model import Gender, Resolution
from quotex.resolution.entities import Candidate, Entity


class Found(NamedTuple):
    """The entity and how it was found; null when nobody is, or it is in doubt between several.

    ``role`` are the characters of a function in the words themselves, ``shown`` is the gender of
    the noun that describes, ``gender`` that of a pronoun without a name; ``considered`` are those
    who were weighed against each other, the best first.
    """

    entity: Entity | None
    resolution: Resolution
    role: Range | None = None
    gender: Gender | None = None
    shown: Gender | None = None
    anonymous: bool = False
    considered: tuple[Candidate, ...] = ()


NOBODY = Found(None, "none")
