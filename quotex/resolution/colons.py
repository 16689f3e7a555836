"""Who speaks behind a colon that no verb of speech stands before."""

from __future__ import annotations

from quotex.attribution.drafts import Draft
from quotex.attribution.found import NOBODY, Found
from quotex.resolution.cast import Cast
from quotex.resolution.entities import Entity
from quotex.resolution.lone import Ask

_NEAR = 12
"""How many attributions back another of the same sentence is looked for."""


def before_colon(cast: Cast, drafts: list[Draft], index: int, ask: Ask) -> Found:
    """The one who has spoken before it in the sentence, else the one of whom that tells.

    ``drafts[index]`` has a colon for its cue; ``ask`` tells whose the others are.
    """
    draft = drafts[index]
    if draft.cue is None:
        return NOBODY
    if known := _heading(cast, draft.cue[0]):
        return Found(known, "context")
    for other in range(index - 1, max(-1, index - _NEAR), -1):
        found = drafts[other]
        if found.cue and found.match is not None:
            start, end = found.cue[1], draft.cue[0]
            if end <= start or not cast.sentences.are_one(start, end):
                break
            entity = ask(other)
            return Found(entity, "context" if entity else "none")
    entity = _in_sentence(cast, draft.cue[0])
    return Found(entity, "context") if entity else NOBODY


def _in_sentence(cast: Cast, colon: int) -> Entity | None:
    """The person who rules the sentence before a colon, else the only one that it names."""
    phrases = cast.tools.phrases
    number = phrases.tape_at(cast.firsts, colon)
    tape = cast.tapes[number]
    end = phrases.tokens(tape, colon, colon)[0]
    sentence = cast.sentences.number(number, end)
    ruling: Entity | None = None
    named: list[Entity] = []
    for i, mention in enumerate(cast.directory.mentions[number]):
        if mention.start >= end:
            break
        here = cast.sentences.number(number, mention.start) == sentence
        if not here or mention.inner or cast.hidden(tape, mention.start):
            continue
        entity = cast.whom(number, i)
        if entity is None or entity.weak or entity.type != "person" or not entity.certain:
            continue
        if cast.position(number, mention) == "subject":
            ruling = entity
        if entity.named and not any(entity is one for one in named):
            named.append(entity)
    return ruling or (named[0] if len(named) == 1 else None)


def _heading(cast: Cast, colon: int) -> Entity | None:
    """The person of the text whose last name stands alone before a colon (Roy : « … »)."""
    phrases = cast.tools.phrases
    number = phrases.tape_at(cast.firsts, colon)
    mentions = cast.directory.mentions[number]
    if not mentions or mentions[0].start > 0:
        return None
    end = phrases.tokens(cast.tapes[number], colon, colon)[0]
    entity = cast.whom(number, 0)
    if mentions[0].end != end or entity is None or not entity.certain:
        return None
    return entity if entity.named and entity.type == "person" else None
