"""How long the patterns of a user's own rules may take in one text.

Patterns that come with the program are compiled by ``re``, which cannot be stopped; those of one's
own by ``regex``, which can.
"""

from __future__ import annotations

from time import perf_counter
from typing import Any

_SECONDS = 2.0
_PER_CHARACTER = 2e-6
"""Two more seconds for each million characters."""


class Watch:
    """The time that each pattern has taken in one text, by a name for it.

    ``stopped`` are those that took too long, with the character at which they were stopped; they
    find nothing from there on.
    """

    def __init__(self, characters: int) -> None:
        self.limit = _SECONDS + _PER_CHARACTER * characters
        self.stopped: dict[str, int] = {}
        self._left: dict[str, float] = {}

    def run(self, name: str, at: int, find: Any, *arguments: Any) -> Any:
        """What ``find`` of an own pattern gives for the arguments; null when that takes too long.

        ``at`` is the character of the text that it is about.
        """
        if name in self.stopped:
            return None
        left = self._left.get(name, self.limit)
        start = perf_counter()
        try:
            return find(*arguments, timeout=left)
        except TimeoutError:
            self.stopped[name] = at
            return None
        finally:
            left -= perf_counter() - start
            self._left[name] = left
            if left <= 0:
                self.stopped.setdefault(name, at)
