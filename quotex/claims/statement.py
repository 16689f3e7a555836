"""One statement as the rules of type and of checking see it."""

from __future__ import annotations

from typing import NamedTuple

from quotex.claims.clause import Clause
from quotex.claims.content_words import Word
from quotex.model import Kind, SignalType, SpeakerType


class Statement(NamedTuple):
    """``act`` and ``cue``, its infinitive, are null without one.

    ``starts``: the first word in lower case, ``ends``: the last sign; empty where there is none.

    ``kind`` is that of the attribution, ``speaker`` the type of that.

    ``names``: how many there are.  ``ahead``: a date lies after the publication.
    """

    kind: Kind
    speaker: SpeakerType
    act: str | None
    cue: str | None
    clause: Clause
    marks: frozenset[str]
    signals: tuple[SignalType, ...]
    starts: str
    ends: str
    words: tuple[Word, ...]
    names: int
    ahead: bool
