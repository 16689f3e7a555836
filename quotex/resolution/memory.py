"""What a document has told of those in it so far, from one window to the next."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from quotex.resolution.entities import Entity
from quotex.resolution.introductions import Introductions
from quotex.resolution.names import Names
from quotex.resolution.speaker_tools import Tools
from quotex.text.turns import Part

_REACH = 300_000
"""Code points after which someone who is not named again is forgotten."""
_HEAD = 3
"""How many of the first paragraphs are remembered."""


@dataclass(slots=True)
class Memory:
    """Everyone in a document so far.

    ``head`` are the first characters of its first paragraphs.  ``topic`` and ``body`` are the
    person and the organisation of whom it speaks, by its first window; ``sides`` who asks in an
    interview and who answers, null when that cannot be known.
    """

    names: Names
    introductions: Introductions
    head: tuple[int, ...] = ()
    topic: Entity | None = None
    body: Entity | None = None
    sides: dict[Part, Entity | None] = field(default_factory=dict)

    @classmethod
    def of(cls, tools: Tools) -> Memory:
        """Nobody yet."""
        return cls(Names(tools.spellings), Introductions(tools.functions))

    def begin(self, firsts: list[int]) -> bool:
        """Makes ready for a window of these paragraphs; tells whether it is the first.

        What stands beside a window is read twice, so all that was remembered from its first
        paragraph on is forgotten; so is what is far away.
        """
        if not self.head:
            self.head = tuple(firsts[:_HEAD])
            return True
        start = firsts[0]
        self.introductions.keep(start - _REACH, start)
        known = [*self.names.everyone(), *self.introductions.everyone()]
        for entity in known:
            for positions in (entity.mentioned, entity.turns):
                del positions[bisect_left(positions, start) :]
                del positions[: bisect_left(positions, start - _REACH)]
        self.names.keep(entity for entity in known if entity.mentioned)
        return False
