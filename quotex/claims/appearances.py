"""The same statement by the same speaker, in one text or in many, known as one.

The words of a statement are cut into runs of three; the runs with the smallest hash values stand
for it.  Only statements that share one of them, and whose speakers may be the same, are compared,
each with the first of its kind, so that the time grows with the number of statements and no
faster.  Two are the same when they share :data:`_SAME` of all their runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from zlib import crc32

from quotex.filters import words_of
from quotex.model import Attribution

_RUN = 3  # words in a run
_KEYS = 4  # runs that stand for a statement
_SAME = 0.6  # share of the runs of both
_FEWEST = 3  # words of a statement that may be the same as another
_COMPARED = 20  # statements with a run in common that one is compared with, at most


@dataclass(slots=True)
class Group:
    """Statements that are the same; ``runs`` are those of the first."""

    runs: frozenset[int]
    speaker: str
    members: list[int] = field(default_factory=list)


def same_statements(records: Iterable[Attribution]) -> list[list[int]]:
    """The numbers of the records in groups of the same statement, in order of their first."""
    groups: list[Group] = []
    by_key: dict[int, list[Group]] = {}
    for number, record in enumerate(records):
        runs = _runs(record.content.text)
        speaker = words_of(record.speaker.name or "")
        keys = sorted(runs)[:_KEYS]
        group = _known(by_key, keys, runs, speaker)
        if group is None:
            group = Group(runs, speaker)
            groups.append(group)
            for key in keys:
                by_key.setdefault(key, []).append(group)
        group.members.append(number)
    return [group.members for group in groups]


def _known(
    by_key: dict[int, list[Group]], keys: list[int], runs: frozenset[int], speaker: str
) -> Group | None:
    for key in keys:
        for group in by_key.get(key, ())[:_COMPARED]:
            same = len(runs & group.runs) >= _SAME * len(runs | group.runs)
            if same and _may_be_same(speaker, group.speaker):
                return group
    return None


def _runs(text: str) -> frozenset[int]:
    words = words_of(text).split()
    if len(words) < _FEWEST:
        return frozenset()
    starts = range(len(words) - _RUN + 1)
    return frozenset(crc32(" ".join(words[at : at + _RUN]).encode()) for at in starts)


def _may_be_same(one: str, other: str) -> bool:
    """Whether one name is the other, or its end: Lavrov, Sergueï Lavrov."""
    if not one.strip() or not other.strip():
        return False
    return one.endswith(other) or other.endswith(one)
