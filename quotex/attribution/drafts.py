"""Attributions as found, before anyone knows who *il* is: spans, rule, and what surrounds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quotex.attribution.content import ContentReader, Range, Stretches
from quotex.attribution.match import Match
from quotex.model import Kind, SpeakerType
from quotex.text.marks import Quotation


class Draft(NamedTuple):
    """One attribution; ranges are characters.

    ``match`` is null for a quotation without a cue, which the context gives to a speaker.
    ``parent`` is the index of another draft, or -1.
    """

    match: Match | None
    rule: str
    confidence: float
    kind: Kind
    content: tuple[Range, ...]
    cue: Range | None
    speaker: Range | None
    understood: bool
    quotations: frozenset[int]
    parent: int = -1

    @property
    def types(self) -> tuple[SpeakerType, ...]:
        """What the speaker must turn out to be; anything, when empty."""
        return self.match.rule.types if self.match else ()

    @property
    def start(self) -> int:
        """The first character of cue or content."""
        starts = [item[0] for item in self.content]
        if self.cue:
            starts.append(self.cue[0])
        return min(starts)

    @property
    def length(self) -> int:
        return sum(end - start for start, end in self.content)


def drafts(
    matches: Iterable[Match], reader: ContentReader, quotations: tuple[Quotation, ...]
) -> list[Draft]:
    """The drafts of all matches, each quotation given to one of those that claim it."""
    found: list[Draft] = []
    for match in matches:
        stretches = reader.read(match, quotations)
        if stretches is None or (match.rule.quoted and not stretches.quotations):
            continue
        found.append(_draft(match, stretches))
    return list(_unrivalled(found))


def _draft(match: Match, stretches: Stretches) -> Draft:
    tape = match.sentence.tape

    def chars(tokens: Range | None) -> Range | None:
        return (tape.starts[tokens[0]], tape.ends[tokens[1] - 1]) if tokens else None

    confidence = match.rule.confidence
    if match.group and set(match.rule.frames) & set(match.group.entry.weak):
        confidence *= 0.8
    return Draft(
        match=match,
        rule=match.rule.id,
        confidence=round(confidence, 2),
        kind=stretches.kind,
        content=stretches.ranges,
        cue=chars(match.cue),
        speaker=chars(match.speaker),
        understood=match.understood,
        quotations=stretches.quotations,
    )


def _unrivalled(found: list[Draft]) -> Iterator[Draft]:
    """Leaves out a draft whose whole content another of higher priority reports."""
    by_content: dict[tuple[Range, ...], Draft] = {}
    for draft in found:
        if not draft.content:
            continue
        rival = by_content.get(draft.content)
        if rival is None or _priority(draft) > _priority(rival):
            by_content[draft.content] = draft
    for draft in found:
        if draft.content and by_content[draft.content] is not draft:
            continue
        yield draft


def _priority(draft: Draft) -> int:
    return draft.match.rule.priority if draft.match else 0


def ordered(found: Iterable[Draft]) -> list[Draft]:
    """In the order of the first character of cue or content, longer contents first; parents set."""
    drafts_in_order = sorted(found, key=lambda draft: (draft.start, -draft.length))
    parents = [
        _parent(index, draft, drafts_in_order) for index, draft in enumerate(drafts_in_order)
    ]
    return [
        draft if draft.parent == parent else draft._replace(parent=parent)
        for draft, parent in zip(drafts_in_order, parents, strict=True)
    ]


def _parent(index: int, draft: Draft, all_drafts: list[Draft]) -> int:
    """The smallest content around the draft's cue and content, cue included."""
    anchor = draft.cue or draft.content[0]
    best, size = -1, 0
    for other_index in range(index - 1, max(-1, index - 40), -1):
        other = all_drafts[other_index]
        if other.match is draft.match and other.match is not None:
            continue
        for start, end in other.content:
            inside = start <= anchor[0] and anchor[1] <= end
            if inside and draft.content != other.content and (best < 0 or end - start < size):
                best, size = other_index, end - start
    return best
