"""When, where and to whom it was said: the complements beside a cue, sorted."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from quotex.attribution.drafts import Draft
from quotex.circumstances.anchors import Anchors
from quotex.circumstances.beside import Beside
from quotex.circumstances.calendar import Calendar
from quotex.circumstances.circumstance_rules import CircumstanceRules
from quotex.circumstances.complements import ComplementReader
from quotex.circumstances.period import Period
from quotex.model import Addressee, When, Where, WhereType
from quotex.words.lexicon import Lexicon
from quotex.words.people import FirstNames

_WHERE: dict[str, WhereType] = {"place": "place", "event": "event", "medium": "medium"}


class Circumstances(NamedTuple):
    """In text order; ranges are characters of the document."""

    addressee: tuple[Addressee, ...]
    when: tuple[When, ...]
    where: tuple[Where, ...]


class CircumstanceReader:
    """Sorts the circumstances of a draft; one for a lexicon, a calendar and a set of rules."""

    def __init__(
        self,
        lexicon: Lexicon,
        calendar: Calendar,
        rules: CircumstanceRules,
        first_names: FirstNames,
    ) -> None:
        complements = ComplementReader(lexicon, rules, first_names)
        self._beside = Beside(lexicon, calendar, rules, complements)
        self._anchors = Anchors(calendar)

    def read(self, text: str, draft: Draft, published: date | None) -> Circumstances:
        """The circumstances of one draft; ``published`` is the date of publication."""
        if draft.match is None:
            return Circumstances((), (), ())
        addressee: list[Addressee] = []
        when: list[When] = []
        where: list[Where] = []
        future = draft.match.group is not None and draft.match.group.certainty == "hypothetical"
        tape = draft.match.sentence.tape
        for item in sorted(
            self._beside.items(text, draft), key=lambda item: (item.start, item.end)
        ):
            words = text[item.start : item.end]
            if item.gives == "addressee":
                addressee.append(Addressee(item.start, item.end, words, words))
            elif item.gives == "when":
                value = self._anchors.value(tape, item.start, item.end, published, future)
                if future or not _lies_ahead(value, published):
                    when.append(When(item.start, item.end, words, value))
            elif item.gives in _WHERE:
                where.append(Where(item.start, item.end, words, _WHERE[item.gives]))
        return Circumstances(tuple(addressee), tuple(when), tuple(where))


def _lies_ahead(value: str | None, published: date | None) -> bool:
    """Whether the time is one that is spoken of: nothing was said after it was published."""
    period = Period.parse(value.partition("/")[0]) if value else None
    return period is not None and published is not None and period.first > published
