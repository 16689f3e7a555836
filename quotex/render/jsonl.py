"""JSON Lines: one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from quotex.model import Attribution
from quotex.render import Extracted


def to_line(attribution: Attribution) -> str:
    """One record as one line of JSON, without the line end."""
    return one_line(json.dumps(attribution.to_dict(), ensure_ascii=False))


def one_line(line: str) -> str:
    """JSON with escapes for three characters that many readers take for line ends."""
    return line.replace("\x85", r"\u0085").replace("\u2028", r"\u2028").replace("\u2029", r"\u2029")


def write(items: Iterable[Extracted], stream: TextIO) -> None:
    """Writes every attribution of ``items``, each as soon as it is there."""
    for item in items:
        for attribution in item.result.attributions:
            stream.write(to_line(attribution) + "\n")
