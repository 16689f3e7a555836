"""Prepositions and set phrases that name a source (selon X, aux yeux de X)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourcePreposition:
    """``opinion``: reports only what a person or an institution thinks (pour X, …)."""

    words: str
    opinion: bool = False
