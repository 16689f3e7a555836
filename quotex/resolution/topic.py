"""Of whom a document tells, wherever it names them."""

from __future__ import annotations

from collections.abc import Callable

from quotex.resolution.entities import Entity, Position
from quotex.resolution.memory import Memory

PERSON = frozenset({"person"})
"""Whom a document about someone is about."""
_PARAGRAPHS = 3
"""From so many paragraphs on, a document may be one about a person."""


def topic(
    memory: Memory, types: frozenset[str], first_places: Callable[[Entity], list[Position]]
) -> Entity | None:
    """The one of these types who is named most, and at the beginning, or the only one in a title.

    ``first_places`` tells where in their sentences the first two mentions of someone stand.
    """
    head = memory.head
    if len(head) < _PARAGRAPHS:
        return None
    everyone = [
        entity
        for entity in memory.names.everyone()
        if entity.mentioned and (entity.type in types if entity.certain else "unknown" in types)
    ]
    if types == PERSON and len(everyone) == 1 and _in_title(everyone[0], head):
        return everyone[0]
    named = [entity for entity in everyone if len(entity.mentioned) > 1]
    named.sort(key=lambda entity: (-len(entity.mentioned), entity.mentioned[0]))
    if not named:
        return None
    first = named[0]
    if len(named) > 1 and len(named[1].mentioned) * 2 > len(first.mentioned):
        return None
    if first.mentioned[0] >= head[2] or {"subject", "aside"}.isdisjoint(first_places(first)):
        return None
    return first


def _in_title(entity: Entity, head: tuple[int, ...]) -> bool:
    """Whether a full name stands in the first paragraph."""
    return len(entity.key) > 1 and entity.mentioned[0] < head[1]
