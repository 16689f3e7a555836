"""Changes to entries of rule files that stand elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from quotex.rulefiles.placed import Place, Placed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """Some keys of the entry ``id``; its other keys stay as they are.

    ``values`` are by field, ``places`` those of the values, by key of the file.
    """

    id: Placed
    values: Mapping[str, Any]
    places: Mapping[str, Place]

    def apply(self, entry: T) -> T:
        """The entry with the change made; raises ``ValueError`` where that makes no sense."""
        changed: T = replace(entry, places={**_places(entry), **self.places}, **self.values)  # type: ignore[type-var]
        return changed


def _places(entry: Any) -> Mapping[str, Place]:
    places: Mapping[str, Place] = entry.places
    return places
