"""The values that pass between the stages, and the record that comes out.

Offsets are Unicode code points of the decoded text, half-open; ``text[start:end]`` equals the
``text`` of the span, always.  Everything here is frozen: a stage makes new values, it never
changes those it was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["direct", "mixed", "indirect"]
Certainty = Literal["asserted", "hearsay", "denied", "hypothetical"]
Gender = Literal["f", "m"]
SpeakerType = Literal[
    "person", "organisation", "place", "group", "document", "anonymous", "unknown"
]
Resolution = Literal[
    "named", "short-name", "pronoun", "description", "understood", "context", "none"
]
WhereType = Literal["place", "event", "medium"]
ClaimType = Literal[
    "fact", "forecast", "opinion", "promise", "accusation", "denial", "demand", "wish", "question"
]
SignalType = Literal[
    "number", "percent", "money", "date", "duration", "comparison", "superlative", "trend", "cause",
    "quantity-word", "law", "event",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text: ``text`` is the document's ``[start:end]``, verbatim."""

    start: int
    end: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the document says of itself; every field is null when it says nothing.

    ``date`` is ISO 8601 (``2016-05-03``), the date of publication.
    """

    path: str | None = None
    title: str | None = None
    date: str | None = None
    place: str | None = None
    source: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "path": self.path,
            "title": self.title,
            "date": self.date,
            "place": self.place,
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Content:
    """What was said: stretches in text order, without outer quotation marks."""

    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        return " ".join(span.text for span in self.spans)

    def to_dict(self) -> dict[str, Any]:
        return {"text": self.text, "spans": [span.to_dict() for span in self.spans]}


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The words that report; ``act`` is one of the acts of the rules, ``lemma`` the infinitive."""

    lemma: str
    act: str
    certainty: Certainty

    def to_dict(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "lemma": self.lemma,
            "act": self.act,
            "certainty": self.certainty,
        }


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who answers for the content; ``mention`` is null when no words stand for the source."""

    mention: Span | None
    name: str | None
    role: str | None
    type: SpeakerType
    gender: Gender | None
    resolution: Resolution

    def to_dict(self) -> dict[str, Any]:
        mention = self.mention
        return {
            "start": mention.start if mention else None,
            "end": mention.end if mention else None,
            "text": mention.text if mention else None,
            "name": self.name,
            "role": self.role,
            "type": self.type,
            "gender": self.gender,
            "resolution": self.resolution,
        }


@dataclass(frozen=True, slots=True)
class Addressee(Span):
    """To whom it was said."""

    name: str

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text, "name": self.name}


@dataclass(frozen=True, slots=True)
class When(Span):
    """When it was said; ``value`` in ISO 8601, null when it cannot be known."""

    value: str | None

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text, "value": self.value}


@dataclass(frozen=True, slots=True)
class Where(Span):
    """Where, or through what, it was said."""

    type: WhereType

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text, "type": self.type}


@dataclass(frozen=True, slots=True)
class Signal(Span):
    """Words of a content by which it can be checked, with what they are worth where they are.

    Values: numbers in digits; ``2.3%``, ``7 pp`` (points), ``1/3``; ``1200000000 EUR``; dates and
    durations in ISO 8601; ``up``, ``x2`` and the like.  ``~``, ``<``, ``>``, ``<=`` and ``>=``
    before a quantity say how it is blurred, ``/`` parts the ends of a range.
    """

    type: SignalType
    value: str | None

    def to_dict(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "type": self.type,
            "value": self.value,
        }


@dataclass(frozen=True, slots=True)
class Claim:
    """What kind of statement a content is, and how well it could be verified, in [0, 1].

    ``about`` is the id of the attribution that it answers: denies, confirms, corrects or repeats.
    """

    type: ClaimType
    checkable: float
    signals: tuple[Signal, ...]
    about: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "type": self.type,
            "checkable": self.checkable,
            "signals": [signal.to_dict() for signal in self.signals],
            "about": self.about,
        }


@dataclass(frozen=True, slots=True)
class Attribution:
    """One record of the contract: who said what, when and where, by which rule."""

    id: str
    document: DocumentInfo
    kind: Kind
    content: Content
    cue: Cue | None
    speaker: Speaker
    addressee: tuple[Addressee, ...]
    when: tuple[When, ...]
    where: tuple[Where, ...]
    parent: str | None
    rule: str
    confidence: float
    claim: Claim | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as it is printed: keys in the contract's order, every key present."""
        return {
            "id": self.id,
            "document": self.document.to_dict(),
            "kind": self.kind,
            "content": self.content.to_dict(),
            "cue": self.cue.to_dict() if self.cue else None,
            "speaker": self.speaker.to_dict(),
            "addressee": [item.to_dict() for item in self.addressee],
            "when": [item.to_dict() for item in self.when],
            "where": [item.to_dict() for item in self.where],
            "claim": self.claim.to_dict() if self.claim else None,
            "parent": self.parent,
            "rule": self.rule,
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about one document, with where it stands.

    ``line`` and ``column`` count from 1; both are null for a notice about the whole document.
    """

    message: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """All that extraction found in one document."""

    document: DocumentInfo
    attributions: tuple[Attribution, ...]
    notices: tuple[Notice, ...]
