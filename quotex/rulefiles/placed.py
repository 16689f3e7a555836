"""Places in rule files, and text that keeps its own."""

from __future__ import annotations

Place = tuple[int, int]
"""Line and column, from 1."""


class Placed(str):
    """Text that knows where it stands in its file."""

    __slots__ = ("place",)
    place: Place

    @classmethod
    def at(cls, text: str, place: Place) -> Placed:
        """The text, which stands at this place."""
        made = cls(text)
        made.place = place
        return made
