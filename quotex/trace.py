"""What came up on the way from a text to its attributions, kept for telling why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quotex.attribution.drafts import Draft
from quotex.attribution.engine import Reading
from quotex.model import Attribution
from quotex.resolution.records import Choice

Kept = tuple[Draft, Choice, Attribution]
"""A draft, its speaker and those between whom that was chosen, and the record made of both."""


@dataclass(slots=True)
class Trace:
    """One text on its way; empty until :meth:`keep` is called.

    ``text`` is what the stages read, its letters composed.  ``refused`` are drafts whose speaker
    is not of the type that their rule wants.  ``kept`` holds those, too, that filters silence.
    """

    text: str = ""
    reading: Reading | None = None
    refused: tuple[Draft, ...] = ()
    kept: tuple[Kept, ...] = ()

    def keep(
        self, text: str, reading: Reading, refused: Iterable[Draft], kept: Iterable[Kept]
    ) -> None:
        """Takes up what one text came to."""
        self.text, self.reading = text, reading
        self.refused, self.kept = tuple(refused), tuple(kept)
