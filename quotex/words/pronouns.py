"""Pronouns, and where what they stand for is to be sought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotex.model import Gender

Seeks = Literal["subject", "last", "last-person", "antecedent", "self", "place", "body", "nobody"]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun, or a possessive that stands for one; gender and number are null for either."""

    word: str
    seeks: Seeks
    gender: Gender | None = None
    number: Literal["s", "p"] | None = None
