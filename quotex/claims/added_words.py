"""What a rule file may add to the words and expressions by which claims are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotex.rulefiles.placed import Placed

Added = dict[Placed, tuple[Placed, ...]]


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """What is added, by the id of what it is added to.

    ``marks`` and ``signals`` are forms of expressions, ``verbs`` the infinitives of what is said,
    ``cues`` those of what reports it.
    """

    marks: Added = field(default_factory=dict)
    signals: Added = field(default_factory=dict)
    verbs: Added = field(default_factory=dict)
    cues: Added = field(default_factory=dict)
