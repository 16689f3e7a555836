"""The figures of claims; ``python -m tests.claims.figures [even|odd|all] [--errors]`` prints them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from quotex.claims.statement import Statement
from quotex.model import Attribution, Claim, ClaimType, DocumentInfo
from quotex.text.shadow import shadow
from tests.claims.engine import READER, record
from tests.claims.gold import (
    Content,
    Half,
    Labels,
    Mark,
    Passage,
    Score,
    contents,
    kappa,
    matches,
    passages,
    signal_score,
    texts,
    written,
)
from tests.engine import EXTRACTOR

_BINS = 5
_PUBLISHED = "2017-03-14"  # the day of publication of the passages


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one half."""

    contents: int
    types: float
    checkable: Score
    calibration: float
    signals: Score
    values: Score
    passages: int
    answers: Score


def claim_of(item: Content) -> Claim:
    """The claim that the program makes of a content."""
    published = date.fromisoformat(item.date) if item.date else None
    given = [_record(item)]
    (found,) = READER.read(item.context, shadow(item.context), given, published, READER.talk())
    assert found.claim is not None
    return found.claim


def statement_of(item: Content) -> tuple[Statement, ClaimType]:
    """A content as the rules see it, and the type that they tell."""
    claim = claim_of(item)
    return READER.statement(shadow(item.context), _record(item)), claim.type


def _record(item: Content) -> Attribution:
    spans = list(item.spans)
    found = record(item.context, item.act, spans, item.cue, item.kind, item.speaker)
    return replace(found, document=DocumentInfo(date=item.date))


def ours(item: Content) -> Labels:
    """What the program says of a content."""
    claim = claim_of(item)
    marks = tuple(Mark(each.start, each.end, each.type, each.value) for each in claim.signals)
    return Labels(claim.type, claim.checkable >= READER.threshold, marks)


def calibration(items: Sequence[Content]) -> float:
    """How far the scores are from the shares of contents that can be checked, on average."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for item in items:
        score = claim_of(item).checkable
        bins.setdefault(min(int(score * _BINS), _BINS - 1), []).append(
            (score, bool(item.gold.checkable))
        )
    gaps = (abs(sum(score - gold for score, gold in found)) for found in bins.values())
    return sum(gaps) / len(items)


def answers(item: Passage) -> frozenset[tuple[int, int]]:
    """The pairs that the program finds, in the numbers of the readers.

    Pairs of records that no reader saw, since others are found now, are left out.
    """
    found = EXTRACTOR.extract(item.text, date=_PUBLISHED)
    numbers = {each.id: _number(item, each) for each in found}
    pairs = (
        (numbers[each.id], numbers[each.claim.about])
        for each in found
        if each.claim and each.claim.about
    )
    return frozenset(pair for pair in pairs if all(pair))


def _number(item: Passage, found: Attribution) -> int:
    """The number of a record that readers saw, by its cue; its content may since be cut elsewhere."""
    cue, content = found.cue.text if found.cue else None, found.content.text
    if (cue, content) in item.records:
        return item.records.index((cue, content)) + 1
    for number, (known_cue, known) in enumerate(item.records, 1):
        if cue == known_cue and (known in content or content in known):
            return number
    return 0


def figures(half: Half) -> Figures:
    """The figures of one half."""
    items, texts = contents(half), passages(half)
    said = [ours(item) for item in items]
    gold = [item.gold for item in items]
    types, checkable = types_and_checkable(items)
    stretches, values = signal_score([a.signals for a in said], [b.signals for b in gold])
    linked = [(answers(item), item.about) for item in texts]
    return Figures(
        len(items),
        types,
        checkable,
        calibration(items),
        stretches,
        values,
        len(texts),
        Score(
            sum(len(a) for a, _ in linked),
            sum(len(b) for _, b in linked),
            sum(len(a & b) for a, b in linked),
        ),
    )


def types_and_checkable(items: Sequence[Content]) -> tuple[float, Score]:
    """The share of types that are right, and how well what can be checked is told.

    Of what is settled, each.
    """
    pairs = [(ours(item), item.gold) for item in items]
    types = [a.type == b.type for a, b in pairs if b.type is not None]
    told = [(a.checkable, b.checkable) for a, b in pairs if b.checkable is not None]
    return sum(types) / len(types), Score(
        sum(bool(a) for a, _ in told),
        sum(b for _, b in told),
        sum(bool(a and b) for a, b in told),
    )


def agreement(half: Half) -> list[str]:
    """How far the two readers agree on contents and passages, as lines."""
    items = contents(half)
    one, other = zip(*(item.readers for item in items), strict=True)
    stretches, values = signal_score([a.signals for a in one], [b.signals for b in other])
    pairs = [item.readers for item in passages(half)]
    answered = Score(
        sum(len(a) for a, _ in pairs),
        sum(len(b) for _, b in pairs),
        sum(len(a & b) for a, b in pairs),
    )
    return [
        *kappas(items),
        f"signals    F1 {stretches.f1:.1%}, values the same {values.f1:.1%}",
        f"answers    F1 {answered.f1:.1%}",
    ]


def kappas(items: Sequence[Content]) -> list[str]:
    """How far the two readers agree on type and checkable, as lines."""
    one, other = zip(*(item.readers for item in items), strict=True)
    return [
        f"type       kappa {kappa([a.type for a in one], [b.type for b in other]):.2f}",
        f"checkable  kappa {kappa([a.checkable for a in one], [b.checkable for b in other]):.2f}",
    ]


def lines(found: Figures) -> list[str]:
    """The figures as lines."""
    return [
        f"type       right {found.types:.1%} of {found.contents}",
        f"checkable  {_shown(found.checkable)}",
        f"           scores off by {found.calibration:.3f}",
        f"signals    {_shown(found.signals)}",
        f"values     right {found.values.f1:.1%} of {found.values.wanted}",
        f"answers    {_shown(found.answers)}, in {found.passages} passages",
    ]


def _shown(score: Score) -> str:
    return (
        f"F1 {score.f1:.1%} (precision {score.precision:.1%}, recall {score.recall:.1%}, "
        f"of {score.wanted})"
    )


def mistakes(half: Half) -> list[str]:
    """What the program has wrong, as lines; of texts those of the even half only."""
    found: list[str] = []
    for item in contents(half):
        found += [*_labels_wrong(item), *_signals_wrong(item)]
    for item in texts("even") if half == "even" else ():
        found += _labels_wrong(item)
    for passage in passages(half):
        if (pairs := answers(passage)) != passage.about:
            found.append(
                f"{passage.id} answers {sorted(pairs)}, not {sorted(passage.about)}: {passage.text}"
            )
    return found


def _labels_wrong(item: Content) -> Iterator[str]:
    said, gold = ours(item), item.gold
    if gold.type not in (None, said.type):
        yield f"{item.id} type {said.type}, not {gold.type}: ({item.act}) {_text(item)}"
    if gold.checkable not in (None, said.checkable):
        yield f"{item.id} checkable {said.checkable}: ({item.act}) {_text(item)}"


def _signals_wrong(item: Content) -> Iterator[str]:
    said, gold = ours(item), item.gold
    same = matches(said.signals, gold.signals)
    for ours_, theirs in same:
        if theirs.value is not None and ours_.value != theirs.value:
            words = item.context[theirs.start : theirs.end]
            yield f"{item.id} value {ours_.value}, not {theirs.value}: {words}"
    for name, marks, taken in (
        ("too many", said.signals, {id(pair[0]) for pair in same}),
        ("missed", gold.signals, {id(pair[1]) for pair in same}),
    ):
        for mark in marks:
            if id(mark) not in taken:
                words = item.context[mark.start : mark.end]
                yield f"{item.id} {name} {mark.type}: {words!r} in {_text(item)}"


def _text(item: Content) -> str:
    return " … ".join(item.context[a:b] for a, b in item.spans).replace("\n", " ")


def main(arguments: list[str]) -> None:
    """Prints the agreement of the readers and the figures; with ``--errors`` what is wrong, too."""
    halves: tuple[Half, ...] = get_args(Half)
    default: Half = "all"
    asked = next((half for half in halves if half in arguments), default)
    print(f"readers, {asked}", *agreement(asked), sep="\n")
    print(f"\nquotex, {asked}", *lines(figures(asked)), sep="\n")
    for name, items in (("written", written()), (f"texts, {asked}", texts(asked))):
        types, checkable = types_and_checkable(items)
        settled = sum(item.gold.type is not None for item in items)
        print(f"\nquotex, {name}: type right {types:.1%} of {settled}, {_shown(checkable)}")
    print(f"readers, texts, {asked}", *kappas(texts(asked)), sep="\n")
    if "--errors" in arguments:
        print("", *mistakes(asked), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
