"""The record as one flat row: the columns of CSV and TSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from quotex.model import Attribution, Signal, Span
from quotex.render.delimited import Cell

_BETWEEN = " | "  # the parts of a cell that holds several


def row(attribution: Attribution) -> list[Cell]:
    """The cells of one attribution, in the order of :data:`COLUMNS`."""
    return [cell(attribution) for cell in _CELLS.values()]


def _joined(parts: Iterable[str | None]) -> str | None:
    """What stands in one cell for a list; ``?`` for a part that is not known."""
    known = list(parts)
    return _BETWEEN.join(part or "?" for part in known) if any(known) else None


def _start(span: Span | None) -> int | None:
    return span.start if span else None


def _end(span: Span | None) -> int | None:
    return span.end if span else None


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _spans(attribution: Attribution) -> str | None:
    return _joined(f"{span.start}:{span.end}" for span in attribution.content.spans)


def _signals(attribution: Attribution) -> tuple[Signal, ...]:
    return attribution.claim.signals if attribution.claim else ()


_CELLS: dict[str, Callable[[Attribution], Cell]] = {
    "document_path": lambda found: found.document.path,
    "document_title": lambda found: found.document.title,
    "document_date": lambda found: found.document.date,
    "document_place": lambda found: found.document.place,
    "document_source": lambda found: found.document.source,
    "id": lambda found: found.id,
    "kind": lambda found: found.kind,
    "content_text": lambda found: found.content.text or None,
    "content_start": lambda found: found.content.spans[0].start if found.content.spans else None,
    "content_end": lambda found: found.content.spans[-1].end if found.content.spans else None,
    "content_spans": _spans,
    "cue_text": lambda found: _text(found.cue),
    "cue_start": lambda found: _start(found.cue),
    "cue_end": lambda found: _end(found.cue),
    "cue_lemma": lambda found: found.cue.lemma if found.cue else None,
    "cue_act": lambda found: found.cue.act if found.cue else None,
    "cue_certainty": lambda found: found.cue.certainty if found.cue else None,
    "speaker_text": lambda found: _text(found.speaker.mention),
    "speaker_start": lambda found: _start(found.speaker.mention),
    "speaker_end": lambda found: _end(found.speaker.mention),
    "speaker_name": lambda found: found.speaker.name,
    "speaker_role": lambda found: found.speaker.role,
    "speaker_type": lambda found: found.speaker.type,
    "speaker_gender": lambda found: found.speaker.gender,
    "speaker_resolution": lambda found: found.speaker.resolution,
    "addressee_text": lambda found: _joined(each.text for each in found.addressee),
    "addressee_name": lambda found: _joined(each.name for each in found.addressee),
    "when_text": lambda found: _joined(each.text for each in found.when),
    "when_value": lambda found: _joined(each.value for each in found.when),
    "where_text": lambda found: _joined(each.text for each in found.where),
    "where_type": lambda found: _joined(each.type for each in found.where),
    "claim_type": lambda found: found.claim.type if found.claim else None,
    "claim_checkable": lambda found: found.claim.checkable if found.claim else None,
    "claim_signals": lambda found: _joined(each.text for each in _signals(found)),
    "claim_signal_types": lambda found: _joined(each.type for each in _signals(found)),
    "claim_signal_values": lambda found: _joined(each.value for each in _signals(found)),
    "claim_about": lambda found: found.claim.about if found.claim else None,
    "parent": lambda found: found.parent,
    "rule": lambda found: found.rule,
    "confidence": lambda found: found.confidence,
}
COLUMNS: tuple[str, ...] = tuple(_CELLS)
