"""When, where and to whom it was said: the complements beside a cue, sorted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quotex.calendar import Calendar
from quotex.drafts import Draft
from quotex.lexicon import Lexicon
from quotex.model import Addressee, When, Where


@dataclass(frozen=True, slots=True)
class Circumstances:
    addressee: tuple[Addressee, ...]
    when: tuple[When, ...]
    where: tuple[Where, ...]


class CircumstanceReader:
    """Sorts the circumstances of a draft; one for a lexicon and a calendar."""

    def __init__(self, lexicon: Lexicon, calendar: Calendar) -> None:
        self._lexicon = lexicon
        self._calendar = calendar

    def read(self, text: str, draft: Draft, published: date | None) -> Circumstances:
        """The circumstances of one draft; ``published`` is the date of publication."""
        return Circumstances((), (), ())
