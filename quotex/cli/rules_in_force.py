"""Which own rules a run of the program takes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quotex.rulefiles.rulesources import standing_rules


def rules_in_force(given: Iterable[str] | None) -> list[str | Path]:
    """The user's folder, the project's file, then what ``--rules`` names, in order."""
    return [*standing_rules(Path.cwd()), *(given or ())]
