"""What ``rules/claims/verbs.yaml`` holds: verbs of change and of causing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotex.model import SignalType


@dataclass(frozen=True, slots=True)
class SignalVerb:
    """A verb whose forms are a signal; ``by``: the sign before a multiple that follows it."""

    verb: str
    type: SignalType
    value: str | None = None
    figure: Literal["near", "moved"] | None = None
    by: str | None = None
    from_to: bool = False


@dataclass(frozen=True, slots=True)
class VerbRules:
    """The file ``verbs.yaml``."""

    verbs: tuple[SignalVerb, ...]
    by: tuple[str, ...]
    from_: tuple[str, ...]
    to: tuple[str, ...]
    moved: tuple[str, ...]
    carriers: tuple[str, ...]
    between: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
