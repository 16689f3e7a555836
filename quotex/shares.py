"""Who speaks how much: attributions and quoted words, summed over any number of documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar, get_args

from quotex.circumstances.period import Period
from quotex.filters import words_of
from quotex.model import Attribution, Gender, Kind, SpeakerType

By = Literal["speaker", "gender", "type", "document"]

Value = TypeVar("Value", bound=str)

_Key = tuple[tuple[str | None, ...], bool]

_LASTING: frozenset[SpeakerType] = frozenset({"organisation", "place"})
_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Share:
    """One line of the report: what one speaker, or all of one group, said.

    ``name`` is the speaker's, or the value of the group, null where the group is of those that
    have none.  ``resolved`` is false for the line of attributions whose speaker has no name.
    ``type`` and ``gender`` are a speaker's, the most frequent of its mentions; null for a group.
    ``speakers`` counts different names.  ``words`` are those of the contents; a word is a run of
    letters or digits, an elided word and a compound count as one (l'eau, peut-être).  ``share`` is
    that of all words of the report, in [0, 1].  ``first`` and ``last`` date what was said (ISO
    8601): when the text says so, else the day of publication; null when neither is known.
    """

    name: str | None
    resolved: bool
    type: SpeakerType | None
    gender: Gender | None
    speakers: int
    documents: int
    attributions: int
    words: int
    share: float
    kinds: dict[Kind, int]
    first: str | None
    last: str | None


def shares(found: Iterable[Attribution], by: By = "speaker") -> list[Share]:
    """The lines of the report, most words first and the unresolved last.

    By document, the documents stay in order, each with the line of its unresolved after it.
    Names are the same whatever their case and their accents.  Speakers who are only described (a
    neighbour, the president) are the same within a document, not across documents, unless they are
    organisations or places.  What is reported inside of another report counts for both speakers.
    """
    tallies: dict[_Key, _Tally] = {}
    for attribution in found:
        resolved = attribution.speaker.name is not None
        group = _identity(attribution) if by == "speaker" else (_group(attribution, by),)
        tallies.setdefault((group, resolved), _Tally(group[0], resolved)).add(attribution)
    total = sum(tally.words for tally in tallies.values())
    if by == "document":
        order = {group: place for place, group in enumerate(dict.fromkeys(k for k, _ in tallies))}
        keys = sorted(tallies, key=lambda key: (order[key[0]], not key[1]))
    else:
        keys = sorted(
            tallies, key=lambda key: (not key[1], -tallies[key].words, -tallies[key].count)
        )
    return [tallies[key].line(by, total) for key in keys]


def _group(attribution: Attribution, by: By) -> str | None:
    """What the lines of a report on groups differ in."""
    if by == "document":
        return attribution.document.path
    if attribution.speaker.name is None:
        return None
    return attribution.speaker.gender if by == "gender" else attribution.speaker.type


def _identity(attribution: Attribution) -> tuple[str | None, ...]:
    """Who speaks: the words of the name, and the document if these name nobody in another one."""
    speaker = attribution.speaker
    if speaker.name is None:
        return (None,)
    words = words_of(speaker.name)
    if speaker.type in _LASTING or speaker.name[:1].isupper():
        return (words,)
    return (words, attribution.document.path)


@dataclass(slots=True)
class _Tally:
    """One line while it grows."""

    group: str | None
    resolved: bool
    words: int = 0
    names: Counter[str] = field(default_factory=Counter)
    types: Counter[SpeakerType] = field(default_factory=Counter)
    genders: Counter[Gender] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    identities: set[tuple[str | None, ...]] = field(default_factory=set)
    documents: set[str | None] = field(default_factory=set)
    dates: list[tuple[str, str]] = field(default_factory=list)

    @property
    def count(self) -> int:
        return self.kinds.total()

    def add(self, attribution: Attribution) -> None:
        """Counts one attribution."""
        speaker = attribution.speaker
        self.words += sum(len(_WORD.findall(span.text)) for span in attribution.content.spans)
        self.kinds[attribution.kind] += 1
        self.types[speaker.type] += 1
        self.documents.add(attribution.document.path)
        if speaker.name is not None:
            self.names[speaker.name] += 1
            self.identities.add(_identity(attribution))
        if speaker.gender:
            self.genders[speaker.gender] += 1
        if dates := _dates(attribution):
            self.dates.append(dates)

    def line(self, by: By, total: int) -> Share:
        """The finished line, of a report of ``total`` words."""
        one = by == "speaker" and self.resolved
        return Share(
            name=_most(self.names) if one else self.group,
            resolved=self.resolved,
            type=_most(self.types) if one else None,
            gender=_most(self.genders) if one else None,
            speakers=len(self.identities),
            documents=len(self.documents),
            attributions=self.count,
            words=self.words,
            share=round(self.words / total, 4) if total else 0.0,
            kinds={kind: self.kinds[kind] for kind in get_args(Kind)},
            first=min((first for first, _ in self.dates), key=_day, default=None),
            last=max((last for _, last in self.dates), key=_day, default=None),
        )


def _most(counts: Counter[Value]) -> Value | None:
    """The most frequent, of several the first met."""
    return next((value for value, _ in counts.most_common(1)), None)


def _dates(attribution: Attribution) -> tuple[str, str] | None:
    """From when to when it was said, without the time of day."""
    values = [when.value for when in attribution.when] + [attribution.document.date]
    for value in values:
        if value and Period.parse(value):
            first, _, last = value.partition("/")
            return first.partition("T")[0], (last or first).partition("T")[0]
    return None


def _day(value: str) -> date:
    """The day on which a value begins, so that weeks and months can be put in order."""
    period = Period.parse(value)
    return period.first if period else date.min
