"""Letters written in two characters (e and an acute accent) made one, with the way back.

Some systems and many PDF files decompose accented letters.  The stages read composed text; what
they find is then told in the offsets, and in the words, of the text as it was given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import NamedTuple, TypeVar
from unicodedata import is_normalized, normalize

from quotex.model import Attribution, Claim, Content, Result, Span

S = TypeVar("S", bound=Span)

_DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+")


class Composed(NamedTuple):
    """``text`` is ``given`` with its letters composed.

    ``places`` are the offsets in ``text`` from which on those in ``given`` lie further behind, by
    ``shifts``; both begin with 0.
    """

    given: str
    text: str
    places: tuple[int, ...]
    shifts: tuple[int, ...]

    def back(self, result: Result) -> Result:
        """What was found in ``text``, told of ``given``; names and the title stay composed.

        The columns of notices count letters, as an editor does.
        """
        return replace(result, attributions=tuple(map(self.attribution, result.attributions)))

    def attribution(self, item: Attribution) -> Attribution:
        """An attribution found in ``text``, told of ``given``."""
        mention = item.speaker.mention
        return replace(
            item,
            content=Content(self._spans(item.content.spans)),
            cue=self.span(item.cue) if item.cue else None,
            speaker=replace(item.speaker, mention=self.span(mention) if mention else None),
            addressee=self._spans(item.addressee),
            when=self._spans(item.when),
            where=self._spans(item.where),
            claim=self._claim(item.claim) if item.claim else None,
        )

    def _claim(self, claim: Claim) -> Claim:
        return replace(claim, signals=self._spans(claim.signals))

    def _spans(self, spans: tuple[S, ...]) -> tuple[S, ...]:
        return tuple(map(self.span, spans))

    def span(self, span: S) -> S:
        """A span of ``text`` as one of ``given``."""
        start, end = self.place(span.start), self.place(span.end)
        return replace(span, start=start, end=end, text=self.given[start:end])

    def place(self, offset: int) -> int:
        """An offset in ``text`` as one in ``given``."""
        return offset + self.shifts[bisect_right(self.places, offset) - 1]


def compose(text: str) -> Composed | None:
    """The text with its letters composed; null when there is nothing to compose."""
    if is_normalized("NFC", text):
        return None
    parts: list[str] = []
    places, shifts = [0], [0]
    done = 0
    for match in _DECOMPOSED.finditer(text):
        letters = normalize("NFC", match.group())
        gone = len(match.group()) - len(letters)
        if gone > 0:
            parts += (text[done : match.start()], letters)
            done = match.end()
            places.append(done - shifts[-1] - gone)
            shifts.append(shifts[-1] + gone)
    if len(shifts) == 1:
        return None
    parts.append(text[done:])
    return Composed(text, "".join(parts), tuple(places), tuple(shifts))
