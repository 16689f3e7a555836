"""One statement as the rules of type and of checking see it."""

from __future__ import annotations

from typing import NamedTuple

from quotex.claims.clause import Clause
from quotex.model import SignalType


class Statement(NamedTuple):
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
