"""The contents and passages that two readers labelled, and the figures measured against them.

``contents.jsonl``: a content in its paragraph, what each reader wrote, and what was settled on.
``passages.jsonl``: a passage with the attributions that readers saw, by cue and content, and the
pairs of their numbers, answer and answered.  The even numbers were looked at while the rules were
written, the odd ones were not.  ``written.txt``: contents of one writer, who is their only reader.
``texts.jsonl``: what 108 texts in the manner of newspapers report, labelled without signals by two
readers; what both say is the gold.  The mistakes in the texts of the even numbers were looked at,
and weights fitted to them; nothing of the odd ones was read, only their sums.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from quotex.model import Kind, SpeakerType

FOLDER = Path(__file__).parent / "gold"
OVERLAP = 0.5  # of two stretches that count as the same

_WRITTEN_ON = "2017-03-14"  # the day of publication of what one person wrote
Half = Literal["even", "odd", "all"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A signal as a reader or the program sees it: characters of the context."""

    start: int
    end: int
    type: str
    value: str | None

    def same(self, other: Mark) -> bool:
        """Whether both are of one type and lie mostly over each other."""
        common = min(self.end, other.end) - max(self.start, other.start)
        whole = max(self.end, other.end) - min(self.start, other.start)
        return self.type == other.type and common >= OVERLAP * whole


@dataclass(frozen=True, slots=True)
class Labels:
    """What is said of one content; null is what is not settled."""

    type: str | None
    checkable: bool | None
    signals: tuple[Mark, ...]

    @classmethod
    def of(cls, data: dict[str, Any]) -> Labels:
        """From JSON; what is not there is null."""
        marks = tuple(Mark(*each) for each in data.get("signals", ()))
        return cls(data.get("type"), data.get("checkable"), marks)


@dataclass(frozen=True, slots=True)
class Content:
    """A content in its paragraph, with its labels; ``speaker`` is the type of that."""

    id: int
    context: str
    spans: tuple[tuple[int, int], ...]
    kind: Kind
    act: str | None
    cue: str | None
    speaker: SpeakerType
    date: str | None
    readers: tuple[Labels, Labels]
    gold: Labels


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage; ``records`` are cue and content of each attribution, ``about`` pairs of numbers."""

    id: int
    text: str
    records: tuple[tuple[str | None, str], ...]
    readers: tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]
    about: frozenset[tuple[int, int]]


def contents(half: Half = "all") -> list[Content]:
    """The contents of one half, or all."""
    return [_content(row) for row in _rows("contents.jsonl", half)]


def texts(half: Half = "all") -> list[Content]:
    """The contents of the texts of one half, or all."""
    return [_content(row) for row in _rows("texts.jsonl", half)]


def _content(row: dict[str, Any]) -> Content:
    return Content(
        row["id"],
        row["context"],
        tuple((a, b) for a, b in row["spans"]),
        row["kind"],
        row["act"],
        row["cue"],
        row["speaker"],
        row["date"],
        (Labels.of(row["readers"][0]), Labels.of(row["readers"][1])),
        Labels.of(row["gold"]),
    )


def written() -> list[Content]:
    """The contents that one person wrote and labelled, without signals."""
    lines = (FOLDER / "written.txt").read_text(encoding="utf-8").splitlines()
    found: list[Content] = []
    for number, line in enumerate(line for line in lines if not line.startswith("#")):
        type_, checkable, act, cue, text = line.split("|", 4)
        labels = Labels(type_, checkable == "C", ())
        found.append(
            Content(
                number,
                text,
                ((0, len(text)),),
                "direct" if text[0].isupper() else "indirect",
                None if act == "-" else act,
                None if cue == "-" else cue,
                "unknown",
                _WRITTEN_ON,
                (labels, labels),
                labels,
            )
        )
    return found


def passages(half: Half = "all") -> list[Passage]:
    """The passages of one half, or all."""
    return [
        Passage(
            row["id"],
            row["text"],
            tuple((cue, content) for cue, content in row["records"]),
            (_pairs(row["readers"][0]), _pairs(row["readers"][1])),
            _pairs(row["about"]),
        )
        for row in _rows("passages.jsonl", half)
    ]


def kappa(one: Sequence[object], other: Sequence[object]) -> float:
    """Cohen's kappa of two readers over the same items."""
    count = len(one)
    agreed = sum(a == b for a, b in zip(one, other, strict=True)) / count
    first, second = Counter(one), Counter(other)
    chance = sum(first[label] * second[label] for label in first) / count**2
    return (agreed - chance) / (1 - chance)


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 from what was found, wanted and right."""

    found: int
    wanted: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0


def signal_score(
    found: Iterable[Sequence[Mark]], wanted: Iterable[Sequence[Mark]]
) -> tuple[Score, Score]:
    """The score of the stretches with their types, and of the values of those that are right."""
    pairs = list(zip(found, wanted, strict=True))
    matched = [pair for ours, theirs in pairs for pair in matches(ours, theirs)]
    valued = [(ours, theirs) for ours, theirs in matched if theirs.value is not None]
    stretches = Score(
        sum(len(ours) for ours, _ in pairs), sum(len(theirs) for _, theirs in pairs), len(matched)
    )
    right = sum(ours.value == theirs.value for ours, theirs in valued)
    return stretches, Score(len(valued), len(valued), right)


def matches(ours: Sequence[Mark], theirs: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """The pairs of the same stretch, each taken once."""
    left = list(ours)
    found: list[tuple[Mark, Mark]] = []
    for mark in theirs:
        same = next((each for each in left if each.same(mark)), None)
        if same is not None:
            left.remove(same)
            found.append((same, mark))
    return found


def _pairs(data: Iterable[Sequence[int]]) -> frozenset[tuple[int, int]]:
    return frozenset((answer, answered) for answer, answered in data)


def _rows(name: str, half: Half) -> list[dict[str, Any]]:
    keeps: dict[Half, Callable[[int], bool]] = {
        "all": lambda number: True,
        "even": lambda number: number % 2 == 0,
        "odd": lambda number: number % 2 == 1,
    }
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    return [row for row in rows if keeps[half](row["id"])]
