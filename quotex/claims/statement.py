"""One statement as the rules of type and of checking see it."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.claims.clause import Clause
from quotex.model import SignalType


@dataclass(frozen=True, slots=True)
class Statement:
    """``act`` and ``cue``, its infinitive, are null without one; ``ends``: the last sign.

    ``words`` and ``names``: how many there are.
    """

    act: str | None
    cue: str | None
    clause: Clause
    marks: frozenset[str]
    signals: tuple[SignalType, ...]
    ends: str
    words: int
    names: int
