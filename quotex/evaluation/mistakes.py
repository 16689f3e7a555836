"""What extraction got wrong, one entry for each attribution, made for finding the cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from quotex.evaluation.align import same_span
from quotex.evaluation.evaluate import Judged, Outcome
from quotex.evaluation.gold import GoldItem
from quotex.model import Attribution, Kind, Span

Status = Literal["missed", "spurious", "differs"]
_RELATED = 0.3  # less overlap than this, and an item and a record have no more than words in common

_ALWAYS = frozenset({"content", "cue"})  # what one needs to see in order to know where one is


@dataclass(frozen=True, slots=True)
class Part:
    """One field as annotated and as found; null where that side has none."""

    field: str
    gold: str | None
    found: str | None


@dataclass(frozen=True, slots=True)
class Mistake:
    """An attribution that was missed, one that is none, or one with something wrong in it.

    ``line`` counts from 1; ``start`` is the offset of the first character of cue or content.
    ``kind`` is the annotated one if there is one.  A mistake that differs has only the parts that
    do, with its content and cue.  ``before`` and ``after`` are the text around it.
    """

    status: Status
    path: str
    line: int
    start: int
    kind: Kind
    gold_id: int | None
    record_id: str | None
    rule: str | None
    confidence: float | None
    overlap: float | None
    parts: tuple[Part, ...]
    before: str
    after: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "status": self.status,
            "path": self.path,
            "line": self.line,
            "start": self.start,
            "kind": self.kind,
            "gold_id": self.gold_id,
            "record_id": self.record_id,
            "rule": self.rule,
            "confidence": self.confidence,
            "overlap": self.overlap,
            "parts": {part.field: {"gold": part.gold, "found": part.found} for part in self.parts},
            "before": self.before,
            "after": self.after,
        }


def mistakes(outcomes: Iterable[Outcome]) -> list[Mistake]:
    """All mistakes, document by document, in text order."""
    return [
        mistake
        for outcome in outcomes
        for mistake in sorted(_of_one(outcome), key=lambda each: (each.start, each.status))
    ]


def _of_one(outcome: Outcome) -> Iterator[Mistake]:
    for item in outcome.missed:
        yield _mistake(outcome, "missed", item, None)
    for record in outcome.spurious:
        yield _mistake(outcome, "spurious", None, record)
    for judged in outcome.pairs:
        item, record = judged.pair.item, judged.pair.record
        if judged.pair.overlap < _RELATED and not same_span(item.cue, record.cue):
            yield _mistake(outcome, "missed", item, None)
            yield _mistake(outcome, "spurious", None, record)
        else:
            wrong = _wrong_fields(judged)
            if wrong:
                yield _mistake(outcome, "differs", item, record, judged.pair.overlap, wrong)


def _wrong_fields(judged: Judged) -> frozenset[str]:
    verdict = judged.verdict
    spans = {"when": verdict.when, "where": verdict.where, "addressee": verdict.addressee}
    wrong = {
        "content": not judged.is_exact,
        "kind": not verdict.kind,
        "cue": not verdict.cue,
        "speaker": not verdict.speaker,
        "name": verdict.name != "right",
        "date": verdict.date is False,
        **{field: bool(counts.missed or counts.spurious) for field, counts in spans.items()},
    }
    return frozenset(field for field, is_wrong in wrong.items() if is_wrong)


def _mistake(
    outcome: Outcome,
    status: Status,
    item: GoldItem | None,
    record: Attribution | None,
    overlap: float | None = None,
    wrong: frozenset[str] | None = None,
) -> Mistake:
    text = outcome.document.text
    gold, found = _gold_parts(item), _found_parts(record)
    spans = [*_extent(item), *_extent(record)]
    start = min((span.start for span in spans), default=0)
    end = max((span.end for span in spans), default=0)
    parts = tuple(
        Part(field, gold.get(field), found.get(field))
        for field in dict.fromkeys([*gold, *found])
        if wrong is None or field in wrong or field in _ALWAYS
    )
    kind: Kind = item.kind if item else record.kind if record else "indirect"
    return Mistake(
        status=status,
        path=str(outcome.document.path),
        line=text.count("\n", 0, start) + 1,
        start=start,
        kind=kind,
        gold_id=item.id if item else None,
        record_id=record.id if record else None,
        rule=record.rule if record else None,
        confidence=record.confidence if record else None,
        overlap=overlap,
        parts=tuple(part for part in parts if part.gold or part.found),
        before=text[max(0, start - 60) : start],
        after=text[end : end + 60],
    )


def _extent(side: GoldItem | Attribution | None) -> list[Span]:
    if side is None:
        return []
    content = side.content if isinstance(side, GoldItem) else side.content.spans
    return [*content, side.cue] if side.cue else list(content)


def _gold_parts(item: GoldItem | None) -> dict[str, str | None]:
    if item is None:
        return {}
    return {
        "content": _joined(item.content),
        "kind": item.kind,
        "cue": item.cue.text if item.cue else None,
        "speaker": item.speaker.text if item.speaker else None,
        "name": item.name,
        "when": _joined(item.when),
        "date": item.when_value,
        "where": _joined(item.where),
        "addressee": _joined(item.addressee),
    }


def _found_parts(record: Attribution | None) -> dict[str, str | None]:
    if record is None:
        return {}
    mention = record.speaker.mention
    return {
        "content": _joined(record.content.spans),
        "kind": record.kind,
        "cue": record.cue.text if record.cue else None,
        "speaker": mention.text if mention else None,
        "name": record.speaker.name,
        "when": _joined(record.when),
        "date": ", ".join(when.value for when in record.when if when.value) or None,
        "where": _joined(record.where),
        "addressee": _joined(record.addressee),
    }


def _joined(spans: Iterable[Span]) -> str | None:
    return " | ".join(span.text for span in spans) or None
