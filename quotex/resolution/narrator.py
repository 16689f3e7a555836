"""Who says *je* in a tale, outside what is quoted."""

from __future__ import annotations

from quotex.attribution.drafts import Draft
from quotex.resolution.cast import Cast
from quotex.resolution.entities import Entity
from quotex.words.lexicon import Lexicon


def narrator(cast: Cast, drafts: list[Draft]) -> Entity | None:
    """A new entity for the one who tells, when someone speaks in the tense of tales (demandai)."""
    phrases = cast.tools.phrases
    for draft in drafts:
        if draft.speaker is None or draft.cue is None or draft.parent >= 0:
            continue
        tape = cast.tapes[phrases.tape_at(cast.firsts, draft.cue[0])]
        start, end = phrases.tokens(tape, *draft.cue)
        if any(_is_told(cast.tools.lexicon, tape.word(token)) for token in range(start, end)):
            return Entity("person", cast.tools.narrator, (), named=False)
    return None


def _is_told(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a verb in the simple past of the first person (but: je dis)."""
    readings = lexicon.readings.get(word, ())
    return {item.tense for item in readings if item.person == "1s"} == {"past"}
