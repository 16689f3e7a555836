"""A description, read: its noun and the words that narrow it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Described:
    """A description: its noun, and the words that narrow it, without their agreement.

    ``proper``: whether a name is among these words; ``complement``: whether a preposition is, so
    that they say more than a quality (maire de Kerlaz, not ancien maire); ``needs``: whether it
    says the same as another only with these words (patron du parti, for its first secretary).
    """

    head: str
    rest: frozenset[str]
    proper: bool = field(default=False, compare=False)
    complement: bool = field(default=False, compare=False)
    needs: bool = field(default=False, compare=False)
