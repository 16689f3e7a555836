"""A change to an entry that stands elsewhere: some of its keys, the others left as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Place = tuple[int, int]
"""Line and column, from 1."""


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """The entry's ``id``, the fields that change with their values, and where these stand.

    ``places`` are those of the values, by key of the file; ``line`` that of the whole change.
    """

    id: str
    values: Mapping[str, Any]
    places: Mapping[str, Place]
    line: int

    def apply(self, entry: T) -> T:
        """The entry with the change made; raises ``ValueError`` where that makes no sense."""
        changed: T = replace(entry, **self.values)  # type: ignore[type-var]
        return changed
