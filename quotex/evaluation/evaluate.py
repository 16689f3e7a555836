"""How good extraction is: records against annotated texts, counted.

What counts neither way is left out before anything is counted: neutral items of the gold and the
records that found them, and records inside another one of the same speaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from quotex.evaluation.align import Overlap, Pair, align, gold_share, union_share
from quotex.evaluation.gold import GoldDocument, GoldItem
from quotex.evaluation.judge import Counts, Verdict, judge
from quotex.evaluation.scores import Detection, Figures, Ratio, RuleScores, Scores, Threshold
from quotex.extract import Extractor
from quotex.filters import Filters
from quotex.model import Attribution, Kind
from quotex.resolution.same_name import NameWords

CLOSE, EXACT = 0.5, 0.8
CONFIDENT = 0.9
_LEVELS = (0.5, 0.7, 0.9)
_JUST_ABOVE = 1e-9

Extracted = tuple[GoldDocument, tuple[Attribution, ...]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with its verdict."""

    pair: Pair
    verdict: Verdict

    @property
    def is_exact(self) -> bool:
        return self.pair.overlap >= EXACT

    @property
    def has_name(self) -> bool:
        """Whether it is exact and says who said it."""
        return self.is_exact and self.verdict.name == "right"

    @property
    def is_right(self) -> bool:
        """Whether content, kind, cue, speaker mention and name are all right."""
        verdict = self.verdict
        return self.has_name and verdict.kind and verdict.cue and verdict.speaker


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document compared: pairs of any overlap, and what has none; ``neutral`` are records."""

    document: GoldDocument
    pairs: tuple[Judged, ...]
    missed: tuple[GoldItem, ...]
    spurious: tuple[Attribution, ...]
    neutral: tuple[Attribution, ...]


def extract_one(
    document: GoldDocument, extractor: Extractor, filters: Filters
) -> tuple[Attribution, ...]:
    """What is extracted from a document, its date being given as ``--date`` would be."""
    result = extractor.analyse(document.text, date=document.date, path=str(document.path))
    return filters.apply(result).attributions


def compare(
    document: GoldDocument,
    records: Sequence[Attribution],
    words: NameWords,
    overlap: Overlap = union_share,
) -> Outcome:
    """The records of a document beside its annotation, without what counts neither way."""
    aligned = align(document.items, records, overlap)
    own_words = _in_own_words(records)
    pairs: list[Judged] = []
    missed = [item for item in aligned.missed if not item.neutral]
    unpaired = list(aligned.spurious)
    neutral: list[Attribution] = []
    for pair in aligned.pairs:
        if pair.overlap < CLOSE and (pair.item.neutral or pair.record.id in own_words):
            unpaired.append(pair.record)
            if not pair.item.neutral:
                missed.append(pair.item)
        elif pair.item.neutral:
            neutral.append(pair.record)
        else:
            pairs.append(Judged(pair, judge(pair, words)))
    neutral += [record for record in unpaired if record.id in own_words]
    spurious = [record for record in unpaired if record.id not in own_words]
    return Outcome(document, tuple(pairs), tuple(missed), tuple(spurious), tuple(neutral))


def measure(extracted: Sequence[Extracted], words: NameWords) -> tuple[Figures, list[Outcome]]:
    """All figures for records beside their annotated documents, and what they were counted from."""
    outcomes = [compare(document, records, words) for document, records in extracted]
    lenient = [compare(document, records, words, gold_share) for document, records in extracted]
    kinds: tuple[Kind, ...] = get_args(Kind)
    sure = [judged for judged in _judged(outcomes) if judged.pair.record.confidence >= CONFIDENT]
    sure_total = len(sure) + sum(
        record.confidence >= CONFIDENT for outcome in outcomes for record in outcome.spurious
    )
    overall = _scores(outcomes, lenient, None)
    figures = Figures(
        documents=len(outcomes),
        neutral=sum(len(outcome.neutral) for outcome in outcomes),
        overall=overall,
        by_kind={kind: _scores(outcomes, lenient, kind) for kind in kinds},
        by_rule=_by_rule(outcomes),
        by_confidence=tuple(_at_least(level, extracted, words) for level in _LEVELS),
        confident=Ratio(sure_total, overall.exact.records),
        confident_right=Ratio(sum(judged.is_right for judged in sure), sure_total),
    )
    return figures, outcomes


def _in_own_words(records: Iterable[Attribution]) -> frozenset[str]:
    """The ids of records that stand in the content of another one of the same speaker."""
    by_id = {record.id: record for record in records}
    found: set[str] = set()
    for record in by_id.values():
        around = by_id.get(record.parent) if record.parent else None
        if around is None:
            continue
        own, other = record.speaker, around.speaker
        if own.name == other.name and (own.name is not None or own.mention == other.mention):
            found.add(record.id)
    return frozenset(found)


def _judged(outcomes: Iterable[Outcome]) -> list[Judged]:
    return [judged for outcome in outcomes for judged in outcome.pairs]


def _detection(
    outcomes: Sequence[Outcome], is_found: Callable[[Judged], bool], kind: Kind | None
) -> Detection:
    judged = _judged(outcomes)
    of_gold = [each for each in judged if kind in (None, each.pair.item.kind)]
    of_records = [each for each in judged if kind in (None, each.pair.record.kind)]
    missed = sum(kind in (None, item.kind) for outcome in outcomes for item in outcome.missed)
    spurious = sum(kind in (None, each.kind) for outcome in outcomes for each in outcome.spurious)
    return Detection(
        found=sum(map(is_found, of_gold)),
        gold=len(of_gold) + missed,
        right=sum(map(is_found, of_records)),
        records=len(of_records) + spurious,
    )


def _above(least: float) -> Callable[[Judged], bool]:
    return lambda judged: judged.pair.overlap >= least


def _has_name(judged: Judged) -> bool:
    return judged.has_name


def _scores(outcomes: Sequence[Outcome], lenient: Sequence[Outcome], kind: Kind | None) -> Scores:
    verdicts = [
        judged.verdict
        for judged in _judged(outcomes)
        if judged.is_exact and kind in (None, judged.pair.item.kind)
    ]
    dates = [verdict.date for verdict in verdicts if verdict.date is not None]
    total = len(verdicts)
    return Scores(
        close=_detection(outcomes, _above(CLOSE), kind),
        exact=_detection(outcomes, _above(EXACT), kind),
        who=_detection(outcomes, _has_name, kind),
        touched=_detection(lenient, _above(0.3 + _JUST_ABOVE), kind),
        covered=_detection(lenient, _above(0.8 + _JUST_ABOVE), kind),
        kind=Ratio(sum(verdict.kind for verdict in verdicts), total),
        cue=Ratio(sum(verdict.cue for verdict in verdicts), total),
        speaker=Ratio(sum(verdict.speaker for verdict in verdicts), total),
        name=Ratio(sum(verdict.name == "right" for verdict in verdicts), total),
        wrong_name=Ratio(sum(verdict.name == "wrong" for verdict in verdicts), total),
        when=_spans(verdict.when for verdict in verdicts),
        where=_spans(verdict.where for verdict in verdicts),
        addressee=_spans(verdict.addressee for verdict in verdicts),
        date=Ratio(sum(dates), len(dates)),
    )


def _spans(counts: Iterable[Counts]) -> Detection:
    all_counts = list(counts)
    right = sum(each.right for each in all_counts)
    missed = sum(each.missed for each in all_counts)
    spurious = sum(each.spurious for each in all_counts)
    return Detection(right, right + missed, right, right + spurious)


def _by_rule(outcomes: Sequence[Outcome]) -> dict[str, RuleScores]:
    judged_by: dict[str, list[Judged]] = defaultdict(list)
    records: dict[str, int] = defaultdict(int)
    for judged in _judged(outcomes):
        judged_by[judged.pair.record.rule].append(judged)
        records[judged.pair.record.rule] += 1
    for outcome in outcomes:
        for record in outcome.spurious:
            records[record.rule] += 1
    return {
        rule: RuleScores(
            records=records[rule],
            exact=sum(judged.is_exact for judged in judged_by[rule]),
            who=sum(judged.has_name for judged in judged_by[rule]),
            all_right=sum(judged.is_right for judged in judged_by[rule]),
        )
        for rule in sorted(records, key=lambda rule: (-records[rule], rule))
    }


def _at_least(
    level: float,
    extracted: Iterable[Extracted],
    words: NameWords,
) -> Threshold:
    outcomes = [
        compare(document, [record for record in records if record.confidence >= level], words)
        for document, records in extracted
    ]
    return Threshold(
        level,
        exact=_detection(outcomes, _above(EXACT), None),
        who=_detection(outcomes, _has_name, None),
    )
