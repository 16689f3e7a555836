"""Who *on* is: those at the place that the sentence names (*À la mairie, on assure que …*)."""

from __future__ import annotations

from bisect import bisect_left

from quotex.attribution.drafts import Draft
from quotex.resolution.cast import Cast
from quotex.resolution.entities import Entity
from quotex.words.place_words import PlaceWords

_REACH = 3
"""How many mentions after the pronoun are looked at."""
_PARAGRAPHS = 3
"""How many paragraphs back a place may stand to which the sentence only points (y dit-on)."""


def those_there(
    cast: Cast, words: PlaceWords, number: int, token: int, draft: Draft
) -> Entity | None:
    """The body or place at which *on* speaks, or null when the text names none.

    It stands first in the sentence, or behind the pronoun; a sentence that only points to it
    takes up the one before.
    """
    tape = cast.tapes[number]
    codes, shadow = tape.tapes[-1], tape.shadow
    start = token
    while start > 0 and codes[start - 1] not in words.stops:
        start -= 1
    mentions = cast.directory.mentions[number]
    first = bisect_left(cast.starts[number], token)
    for i in range(first - 1, -1, -1):
        if mentions[i].start < start:
            break
        before = shadow[tape.starts[start] : tape.starts[mentions[i].start]]
        if words.fronted.search(before):
            return cast.whom(number, i)
    group = draft.match.group if draft.match else None
    received = group is not None and group.entry.verb in words.received
    pattern = words.source if received else words.behind
    for i in range(first, min(first + _REACH, len(mentions))):
        at = mentions[i].start
        if any(code in words.stops for code in codes[token:at]):
            break
        if any(begin <= tape.starts[at] < end for begin, end in draft.content):
            break  # on répond que l'échelle est prise à Kerlaz
        if pattern.search(shadow[tape.ends[token] : tape.starts[at]]):
            return cast.whom(number, i)
    if any(tape.word(i) in words.there for i in range(max(start, token - 3), token)):
        return _before(cast, words, number, first)
    return None


def _before(cast: Cast, words: PlaceWords, number: int, first: int) -> Entity | None:
    """The last place or body at which something happens, before a mention of a tape."""
    for at in range(number, max(-1, number - _PARAGRAPHS), -1):
        tape = cast.tapes[at]
        mentions = cast.directory.mentions[at]
        for i in range((first if at == number else len(mentions)) - 1, -1, -1):
            start = tape.starts[mentions[i].start]
            before = tape.shadow[max(tape.starts[0], start - 40) : start]
            if words.fronted.search(before) or words.source.search(before):
                return cast.whom(at, i)
    return None
