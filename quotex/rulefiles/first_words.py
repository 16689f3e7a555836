"""Forms looked up by the first two words of a text, so that few of them need be tried there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")
_ANY = "*"


class Seconds(dict[str, tuple[T, ...]]):
    """By the second word, what may stand there, in order; ``*`` is for any that is not named."""

    def __missing__(self, word: str) -> tuple[T, ...]:
        return self[_ANY]


class FirstWords(Generic[T]):
    """What may stand where two words begin a text; one for any number of forms.

    Each item comes with the pairs of :meth:`quotex.rulefiles.forms.Forms.first_pairs`.
    """

    def __init__(self, items: Iterable[tuple[T, Iterable[tuple[str, str]]]]) -> None:
        by_first: dict[str, list[tuple[T, set[str]]]] = {}
        for item, pairs in items:
            own: dict[str, set[str]] = {}
            for first, second in pairs:
                own.setdefault(first, set()).add(second)
            for first, seconds in own.items():
                by_first.setdefault(first, []).append((item, seconds))
        self.by_first = {first: _seconds(found) for first, found in by_first.items()}
        """For loops over many words, few of which are first ones."""

    def at(self, first: str, second: str) -> tuple[T, ...]:
        """The items that may stand before these words, as ``pair`` gives them, in order."""
        seconds = self.by_first.get(first)
        return seconds[second] if seconds else ()


def _seconds(items: list[tuple[T, set[str]]]) -> Seconds[T]:
    return Seconds(
        (word, tuple(item for item, seconds in items if not seconds.isdisjoint((word, _ANY, ""))))
        for word in {_ANY}.union(*(seconds for _, seconds in items))
    )
