"""Who says *je* outside what is quoted: in a tale, in an article that is signed."""

from __future__ import annotations

from quotex.attribution.drafts import Draft
from quotex.resolution.cast import Cast
from quotex.resolution.entities import Entity
from quotex.words.lexicon import Lexicon

_FULL = 2
"""How many words a name has with which a text is signed."""
_HEAD = 3
"""How many of the first paragraphs may hold the name of the author."""


def narrator(cast: Cast, drafts: list[Draft]) -> Entity | None:
    """Who signs the text, or a new entity for the one who tells a tale, in its tense (demandai)."""
    return _author(cast) or _teller(cast, drafts)


def _author(cast: Cast) -> Entity | None:
    """The person whose name stands alone, or behind *par*, in a line without a verb."""
    around = cast.tools.around
    last = len(cast.tapes) - 1
    for number in (*range(min(_HEAD, last)), last):
        codes = cast.tapes[number].tapes[-1]
        if not around.is_verbless(codes):
            continue
        mentions = cast.directory.mentions[number]
        named: list[Entity | None] = cast.directory.entities[number]
        for mention, entity in zip(mentions, named, strict=True):
            full = entity is not None and entity.type == "person" and len(entity.key) >= _FULL
            signs = around.is_agent(codes, mention) or (number == last and not mention.start)
            if full and signs:
                return entity
    return None


def _teller(cast: Cast, drafts: list[Draft]) -> Entity | None:
    phrases = cast.tools.phrases
    for draft in drafts:
        if draft.speaker is None or draft.cue is None or draft.parent >= 0:
            continue
        tape = cast.tapes[phrases.tape_at(cast.firsts, draft.cue[0])]
        start, end = phrases.tokens(tape, *draft.cue)
        if any(_is_told(cast.tools.lexicon, tape.word(token)) for token in range(start, end)):
            return Entity("person", cast.tools.narrator, (), named=False, tells=True)
    return None


def _is_told(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a verb in the simple past of the first person (but: je dis)."""
    readings = lexicon.readings.get(word, ())
    return {item.tense for item in readings if item.person == "1s"} == {"past"}
