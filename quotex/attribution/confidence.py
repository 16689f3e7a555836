"""How sure an attribution is: the rule's own confidence, less what its circumstances cost.

The factors are shares of right attributions counted on annotated texts with ``quotex eval``; the
confidences of the rules, in their files, were set from the same counts.  Whether the result holds
is measured on texts that were not counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Literal, NamedTuple

from quotex.attribution.drafts import Draft
from quotex.model import Resolution

_RESOLUTION: Mapping[Resolution, float] = {
    "named": 1.0,
    "short-name": 1.0,
    "context": 0.97,
    "description": 0.96,
    "pronoun": 0.96,
    "understood": 0.93,
    "none": 0.4,
}
_COMMA = 0.9
"""An unquoted content with a comma in it may have ended at the comma."""
_NESTED = 0.75
"""What is reported inside a report is twice as often wrong."""


class Factor(NamedTuple):
    """One thing that the confidence is made of: ``share`` of right attributions where it holds."""

    name: Literal["rule", "verb", "resolution", "comma", "nested"]
    share: float


def factors(draft: Draft, resolution: Resolution, content: str) -> tuple[Factor, ...]:
    """What a draft's confidence is the product of, with its speaker resolved.

    ``content`` is its text.
    """
    rule = draft.match.rule.confidence if draft.match else draft.confidence
    found = [Factor("rule", rule), Factor("resolution", _RESOLUTION[resolution])]
    if draft.confidence != rule:
        found.insert(1, Factor("verb", draft.confidence / rule))
    if draft.kind != "direct" and "," in content:
        found.append(Factor("comma", _COMMA))
    if draft.parent >= 0:
        found.append(Factor("nested", _NESTED))
    return tuple(found)


def confidence(draft: Draft, resolution: Resolution, content: str) -> float:
    """The confidence in [0, 1] of a draft with its speaker resolved and its text ``content``."""
    return round(prod(factor.share for factor in factors(draft, resolution, content)), 2)
