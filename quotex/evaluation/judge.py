"""What is right and what is wrong in a record that found an annotated attribution."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from quotex.circumstances.date_agreement import agree
from quotex.evaluation.align import Pair, offsets, same_span, union_share
from quotex.evaluation.gold import GoldItem
from quotex.model import Attribution, Span
from quotex.resolution.same_name import NameWords, split_words

_SAME = 0.8  # the overlap from which two stretches of text count as the same
NameVerdict = Literal["right", "wrong", "unresolved"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of one thing were found, how many of the annotated and of the found are left."""

    right: int
    missed: int
    spurious: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one pair, field by field; ``date`` is null where there is none to judge."""

    kind: bool
    cue: bool
    speaker: bool
    name: NameVerdict
    when: Counts
    where: Counts
    addressee: Counts
    date: bool | None


def judge(pair: Pair, words: NameWords) -> Verdict:
    """The judgement of a pair; whether the content is right is for the pair's overlap to say."""
    item, record = pair.item, pair.record
    name = judge_name(item, record.speaker.name, words)
    date = None
    if item.when_value and record.when:
        date = any(when.value and agree(item.when_value, when.value) for when in record.when)
    return Verdict(
        kind=item.kind == record.kind,
        cue=same_span(item.cue, record.cue),
        speaker=_is_speaker(item, record, name, words),
        name=name,
        when=_count(item.when, record.when),
        where=_count(item.where, record.where),
        addressee=_count(item.addressee, record.addressee),
        date=date,
    )


def judge_name(item: GoldItem, name: str | None, words: NameWords) -> NameVerdict:
    """Right: equal to the annotated name or an alias of it, or with one of them whole inside."""
    if name is None:
        return "right" if item.name is None else "unresolved"
    accepted = [item.name, *item.aliases] if item.name else item.aliases
    return "right" if any(words.holds(name, each) for each in accepted) else "wrong"


def _is_speaker(item: GoldItem, record: Attribution, name: NameVerdict, words: NameWords) -> bool:
    gold, found = item.speaker, record.speaker.mention
    if gold is None or found is None or same_span(gold, found):
        return gold is found or same_span(gold, found)
    beside = [role for role in item.role if not _inside(role, gold)]
    # "Function, Name": either of the two is right, and so are both.
    if any(same_span(role, found) or same_span(_hull(role, gold), found) for role in beside):
        return True
    if name != "right":
        return False
    # A relative pronoun or its antecedent; or, of an understood subject, the same words elsewhere.
    first, second = sorted((gold, found), key=lambda span: span.start)
    if second.text.casefold() in words.relatives:
        return first.text.casefold() not in words.relatives
    is_pronoun = first.text.islower() and len(split_words(first.text)) == 1
    return first.text.casefold() == second.text.casefold() and not is_pronoun


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _hull(left: Span, right: Span) -> Span:
    """From the beginning of the first to the end of the last, good for comparing places only."""
    first, last = sorted((left, right), key=lambda span: span.start)
    gap = "\0" * (last.start - first.end)
    return Span(first.start, last.end, f"{first.text}{gap}{last.text}")


def _count(gold: Iterable[Span], found: Iterable[Span]) -> Counts:
    left = [offsets([span]) for span in found]
    right = missed = 0
    for span in gold:
        wanted = offsets([span])
        same = next((each for each in left if union_share(wanted, each) >= _SAME), None)
        if same is None:
            missed += 1
        else:
            left.remove(same)
            right += 1
    return Counts(right, missed, len(left))
