"""JSON: one array of records, indented for people."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from quotex.render import Extracted


def write(items: Iterable[Extracted], stream: TextIO) -> None:
    """Writes every attribution of ``items`` into one array, each as soon as it is there."""
    separator = "[\n"
    for item in items:
        for attribution in item.result.attributions:
            record = json.dumps(attribution.to_dict(), ensure_ascii=False, indent=2)
            stream.write(separator + "  " + record.replace("\n", "\n  "))
            separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")
