"""Accuracy floors: the least that each gold folder must give, kept in one file.

The file maps the name of a gold folder to metrics, and these to percentages.  Floors rise with
``--write-floors``; they fall only on purpose, and the file's history shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path

from quotex.rulefiles.yamlio import read_yaml

_HEADER = """\
# The least accuracy on each gold folder, in percent: `quotex eval FOLDER --floors` fails below it.
# Written by `quotex eval FOLDER --floors FILE --write-floors`, which only raises floors; to lower
# one takes --lower-floors as well, and a reason in the change that does it.
"""

Floors = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A metric below its floor; ``measured`` is null when there was nothing to measure."""

    metric: str
    floor: float
    measured: float | None

    def __str__(self) -> str:
        found = "nothing to measure" if self.measured is None else f"{self.measured:.2f}"
        return f"{self.metric}: {found}, floor {self.floor:.1f}"


def read_floors(path: Path) -> Floors:
    """The floors of each gold folder; raises ``RulesError`` when the file is not as it should."""
    return read_yaml(path, dict[str, dict[str, float]])


def shortfalls(floors: Mapping[str, float], metrics: Mapping[str, float]) -> list[Shortfall]:
    """The metrics that are below their floors, in the order of the file."""
    return [
        Shortfall(metric, least, metrics.get(metric))
        for metric, least in floors.items()
        if metrics.get(metric, -1.0) < least
    ]


def new_floors(
    old: Mapping[str, float], metrics: Mapping[str, float], *, lower: bool
) -> dict[str, float]:
    """What has been measured as floors, rounded down to a tenth; none falls unless ``lower``."""
    measured = {metric: floor(value * 10) / 10 for metric, value in metrics.items()}
    if lower:
        return measured
    return {
        metric: max(old.get(metric, 0.0), measured.get(metric, 0.0))
        for metric in [*measured, *(metric for metric in old if metric not in measured)]
    }


def write_floors(path: Path, floors: Floors) -> None:
    """Writes the file, one metric a line, in an order that keeps differences small."""
    lines = [_HEADER]
    for label, metrics in sorted(floors.items()):
        lines.append(f"{label}:\n")
        lines += [f"  {metric}: {value:.1f}\n" for metric, value in metrics.items()]
    path.write_text("".join(lines), encoding="utf-8")
