"""When, where and to whom it was said: the complements beside a cue, sorted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quotex.anchors import Anchors
from quotex.beside import Beside, Item
from quotex.calendar import Calendar
from quotex.circumstance_rules import CircumstanceRules
from quotex.complements import ComplementReader
from quotex.drafts import Draft
from quotex.lexicon import Lexicon
from quotex.model import Addressee, When, Where, WhereType
from quotex.rulespath import builtin_rules
from quotex.yamlio import read_yaml

_WHERE: dict[str, WhereType] = {"place": "place", "event": "event", "medium": "medium"}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """In text order; ranges are characters of the document."""

    addressee: tuple[Addressee, ...]
    when: tuple[When, ...]
    where: tuple[Where, ...]


class CircumstanceReader:
    """Sorts the circumstances of a draft; one for a lexicon and a calendar."""

    def __init__(self, lexicon: Lexicon, calendar: Calendar) -> None:
        rules = read_yaml(builtin_rules() / "circumstances.yaml", CircumstanceRules)
        self._beside = Beside(lexicon, rules, ComplementReader(lexicon, rules))
        self._anchors = Anchors(calendar)

    def read(self, text: str, draft: Draft, published: date | None) -> Circumstances:
        """The circumstances of one draft; ``published`` is the date of publication."""
        if draft.match is None:
            return Circumstances((), (), ())
        addressee: list[Addressee] = []
        when: list[When] = []
        where: list[Where] = []
        for item in sorted(self._beside.items(text, draft), key=lambda item: (item.start, item.end)):
            words = text[item.start : item.end]
            if item.gives == "addressee":
                addressee.append(Addressee(item.start, item.end, words, words))
            elif item.gives == "when":
                when.append(When(item.start, item.end, words, self._value(draft, item, published)))
            elif item.gives in _WHERE:
                where.append(Where(item.start, item.end, words, _WHERE[item.gives]))
        return Circumstances(tuple(addressee), tuple(when), tuple(where))

    def _value(self, draft: Draft, item: Item, published: date | None) -> str | None:
        assert draft.match is not None
        group = draft.match.group
        future = group is not None and group.certainty == "hypothetical"
        return self._anchors.value(draft.match.sentence.tape, item.start, item.end, published, future)
