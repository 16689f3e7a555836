"""The figures of an evaluation: counts, and the shares that come of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of how many; the share is null when there is nothing to have a share of."""

    right: int
    total: int

    @property
    def share(self) -> float | None:
        return self.right / self.total if self.total else None

    def to_dict(self) -> dict[str, Any]:
        return {"right": self.right, "total": self.total, "share": self.share}


@dataclass(frozen=True, slots=True)
class Detection:
    """``found`` of the ``gold`` attributions, ``right`` of the ``records``.

    The first and the third differ only within one kind: recall goes by the annotated kind,
    precision by the extracted one.
    """

    found: int
    gold: int
    right: int
    records: int

    @property
    def recall(self) -> float | None:
        return Ratio(self.found, self.gold).share

    @property
    def precision(self) -> float | None:
        return Ratio(self.right, self.records).share

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two; null when there is nothing on either side."""
        if not self.gold and not self.records:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        total = precision + recall
        return 2 * precision * recall / total if total else 0.0

    def to_dict(self) -> dict[str, Any]:
        return {
            "found": self.found,
            "gold": self.gold,
            "right": self.right,
            "records": self.records,
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
        }


@dataclass(frozen=True, slots=True)
class Scores:
    """All that is measured, for all attributions or for those of one kind.

    ``close`` and ``exact`` are detection at an intersection over union of 0.5 and 0.8, ``who`` is
    *who said what*: exact, with the right name.  ``touched`` and ``covered`` are the lenient
    measure: intersection over gold above 0.3 and above 0.8.  What follows is judged among the
    attributions detected exactly; ``wrong_name`` counts names that are given and not right.
    """

    close: Detection
    exact: Detection
    who: Detection
    touched: Detection
    covered: Detection
    kind: Ratio
    cue: Ratio
    speaker: Ratio
    name: Ratio
    wrong_name: Ratio
    when: Detection
    where: Detection
    addressee: Detection
    date: Ratio

    def to_dict(self) -> dict[str, Any]:
        return {
            "detection": {"0.5": self.close.to_dict(), "0.8": self.exact.to_dict()},
            "who_said_what": self.who.to_dict(),
            "lenient": {"0.3": self.touched.to_dict(), "0.8": self.covered.to_dict()},
            "kind": self.kind.to_dict(),
            "cue": self.cue.to_dict(),
            "speaker": self.speaker.to_dict(),
            "name": self.name.to_dict(),
            "wrong_name": self.wrong_name.to_dict(),
            "when": self.when.to_dict(),
            "where": self.where.to_dict(),
            "addressee": self.addressee.to_dict(),
            "date": self.date.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class RuleScores:
    """What one rule is worth: of its records, those exact, those with the right name as well, and
    those in which everything that makes a record right is right."""

    records: int
    exact: int
    who: int
    all_right: int

    def to_dict(self) -> dict[str, Any]:
        return {
            "records": self.records,
            "exact": self.exact,
            "who_said_what": self.who,
            "all_right": self.all_right,
            "precision": Ratio(self.exact, self.records).share,
        }


@dataclass(frozen=True, slots=True)
class Threshold:
    """What is left at a least confidence: exact detection, and who said what."""

    confidence: float
    exact: Detection
    who: Detection

    def to_dict(self) -> dict[str, Any]:
        return {
            "confidence": self.confidence,
            "detection": self.exact.to_dict(),
            "who_said_what": self.who.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Figures:
    """One evaluation.

    ``neutral`` records count neither way.  ``confident`` is the part of the records that have a
    confidence of 0.9 or more, ``confident_right`` the part of those that have content, kind, cue,
    speaker mention and name right.
    """

    documents: int
    neutral: int
    overall: Scores
    by_kind: dict[str, Scores]
    by_rule: dict[str, RuleScores]
    by_confidence: tuple[Threshold, ...]
    confident: Ratio
    confident_right: Ratio

    def to_dict(self) -> dict[str, Any]:
        return {
            "documents": self.documents,
            "neutral": self.neutral,
            "overall": self.overall.to_dict(),
            "by_kind": {kind: scores.to_dict() for kind, scores in self.by_kind.items()},
            "by_rule": {rule: scores.to_dict() for rule, scores in self.by_rule.items()},
            "by_confidence": [threshold.to_dict() for threshold in self.by_confidence],
            "confident": self.confident.to_dict(),
            "confident_right": self.confident_right.to_dict(),
        }

    def metrics(self) -> dict[str, float]:
        """The shares that floors are set for, in percent, by name; without those of nothing."""
        overall, kinds = self.overall, self.by_kind
        shares = {
            "detection-precision": overall.exact.precision,
            "detection-recall": overall.exact.recall,
            "detection-f1": overall.exact.f1,
            "who-said-what-f1": overall.who.f1,
            **{f"{kind}-recall": scores.exact.recall for kind, scores in kinds.items()},
            "kind": overall.kind.share,
            "cue": overall.cue.share,
            "speaker": overall.speaker.share,
            "name": overall.name.share,
            "when-f1": overall.when.f1,
            "where-f1": overall.where.f1,
            "addressee-f1": overall.addressee.f1,
            "date": overall.date.share,
            "confident-share": self.confident.share,
            "confident-right": self.confident_right.share,
        }
        return {name: 100 * share for name, share in shares.items() if share is not None}
