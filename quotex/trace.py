"""What came up on the way from a text to its attributions, kept for telling why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from quotex.attribution.drafts import Draft
from quotex.attribution.engine import Layout, Reading
from quotex.model import Attribution
from quotex.resolution.records import Choice

Kept = tuple[Draft, Choice, Attribution]
"""A draft, its speaker and those between whom that was chosen, and the record made of both."""


@dataclass(slots=True)
class Trace:
    """One text on its way; empty until :meth:`keep` is called.

    ``text`` is what the stages read, its letters composed; ``readings`` are those of its windows.
    ``refused`` are drafts whose speaker is not of the type that their rule wants.  ``kept`` holds
    those, too, that filters silence.
    """

    text: str = ""
    readings: list[Reading] = field(default_factory=list)
    refused: list[Draft] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)

    @property
    def layout(self) -> Layout:
        """That of the text; it has at least one reading once something was kept."""
        return self.readings[0].layout

    def keep(
        self, text: str, reading: Reading, refused: Iterable[Draft], kept: Iterable[Kept]
    ) -> None:
        """Takes up what one window of a text came to."""
        self.text = text
        self.readings.append(reading.alone())
        self.refused.extend(refused)
        self.kept.extend(kept)
