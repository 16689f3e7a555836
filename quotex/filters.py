"""Which attributions to keep, by what the user asked for; numbers are given before."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import filterfalse
from typing import NamedTuple

from quotex.model import Attribution, Result, Speaker

_WORD = re.compile(r"[^\W_]+")


class Filters(NamedTuple):
    """What an attribution must be to be kept; an empty condition keeps everything.

    ``kinds``: its kind is one of them.  ``speakers``: its speaker's name, or the mention in the
    text, holds the words of one of them, whatever the case and the accents.
    ``min_confidence``, in [0, 1]: it has at least that.  ``without_rules``: no rule of these
    made it.
    """

    kinds: frozenset[str] = frozenset()
    speakers: tuple[str, ...] = ()
    min_confidence: float = 0.0
    without_rules: frozenset[str] = frozenset()

    def keeps(self, attribution: Attribution) -> bool:
        """Whether ``attribution`` meets every condition."""
        return (
            (not self.kinds or attribution.kind in self.kinds)
            and attribution.confidence >= self.min_confidence
            and attribution.rule not in self.without_rules
            and (not self.speakers or self._has_speaker(attribution.speaker))
        )

    def apply(self, result: Result) -> Result:
        """``result`` with the attributions that are kept."""
        if self == Filters():
            return result
        return replace(result, attributions=tuple(filter(self.keeps, result.attributions)))

    def _has_speaker(self, speaker: Speaker) -> bool:
        names = [words_of(speaker.name or "")]
        if speaker.mention:
            names.append(words_of(speaker.mention.text))
        return any(words_of(wanted) in name for wanted in self.speakers for name in names)


def words_of(text: str) -> str:
    """The words of ``text`` between single spaces, without case and accents."""
    plain = text.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(filterfalse(unicodedata.combining, decomposed))
    return f" {' '.join(_WORD.findall(plain))} "
