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
from quotex.model import Resolution, Speaker, SpeakerType

_RESOLUTION: Mapping[Resolution, float] = {
    "named": 1.0,
    "short-name": 1.0,
    "context": 0.97,
    "description": 0.97,
    "pronoun": 0.97,
    "understood": 0.97,
    "none": 0.4,
}
Doubt = Literal["unclear", "guessed", "nameless"]
"""Why a name may be wrong: a pronoun whose antecedent is far away, hardly ahead of another, or a
body; a description that stands for one of whom the text has not said so; one who is only described,
and may be someone whom the text names."""
_DOUBT: Mapping[Doubt, float] = {"unclear": 0.87, "guessed": 0.95, "nameless": 0.92}
_TYPE: Mapping[SpeakerType, float] = {
    "person": 1.0,
    "organisation": 1.0,
    "place": 1.0,
    "group": 0.97,
    "document": 0.93,
    "unknown": 0.85,
    "anonymous": 0.85,
}
_COMMA = 0.96
"""An unquoted content with a comma in it may have ended at the comma."""
_QUOTED, _UNSURE_RULE = 1.1, 0.9
"""Quoted words show that a construction reports which often, below this confidence, does not."""
_NESTED = 0.75
"""What is reported inside a report is twice as often wrong."""
_UNSAID = 0.85
"""What is said by hearsay, or only to come, is more often no report at all."""


class Factor(NamedTuple):
    """One thing that the confidence is made of: ``share`` of right attributions where it holds."""

    name: (
        Literal["rule", "verb", "resolution", "type", "quoted", "comma", "nested", "certainty"]
        | Doubt
    )
    share: float


def factors(
    draft: Draft, speaker: Speaker, content: str, *, doubt: Doubt | None = None
) -> tuple[Factor, ...]:
    """What a draft's confidence is the product of, with its speaker resolved.

    ``content`` is its text; ``doubt`` is why the name may be wrong, if there is a reason.
    """
    rule = draft.match.rule.confidence if draft.match else draft.confidence
    found = [Factor("rule", rule)]
    if draft.confidence != rule:
        found.append(Factor("verb", draft.confidence / rule))
    found.append(Factor("resolution", _RESOLUTION[speaker.resolution]))
    if doubt is not None:
        found.append(Factor(doubt, _DOUBT[doubt]))
    if speaker.resolution != "none" and _TYPE[speaker.type] < 1:
        found.append(Factor("type", _TYPE[speaker.type]))
    if draft.kind == "mixed" and draft.confidence < _UNSURE_RULE and draft.match:
        found.append(Factor("quoted", _QUOTED))
    if draft.kind != "direct" and "," in content:
        found.append(Factor("comma", _COMMA))
    if draft.parent >= 0:
        found.append(Factor("nested", _NESTED))
    group = draft.match.group if draft.match else None
    if group is not None and group.certainty in ("hearsay", "hypothetical"):
        found.append(Factor("certainty", _UNSAID))
    return tuple(found)


def confidence(
    draft: Draft, speaker: Speaker, content: str, *, doubt: Doubt | None = None
) -> float:
    """The confidence in [0, 1] of a draft: the product of its :func:`factors`."""
    return round(prod(each.share for each in factors(draft, speaker, content, doubt=doubt)), 2)
