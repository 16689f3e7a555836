"""Turns of speech without quotation marks: lines of dialogue and of interviews.

A dialogue dash, or the name, initials or letter of the one who speaks, stands for quotation marks:
the paragraph is what is said.  One such line alone proves nothing (a headline, an item of a list),
so a prefix counts only where it comes back.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from quotex.words.lexicon import Lexicon

_DASH = re.compile(r"(?:[\u2014\u2013]|--)\s*(?=\S)")
_MARKS = '\u00ab\u201c"'
_MIN_DASHES = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What is said, from ``start`` to ``end``.

    ``mention`` is the name in its prefix, ``cue`` the colon.
    """

    start: int
    end: int
    mention: tuple[int, int] | None
    cue: tuple[int, int] | None


class TurnFinder:
    """Finds turns in paragraphs; one for a lexicon, which knows the letters that mark them."""

    def __init__(self, lexicon: Lexicon) -> None:
        labels = "|".join(re.escape(word) for word in sorted(lexicon.words["turn-label"]))
        particles = "|".join(re.escape(word) for word in sorted(lexicon.words["particle"]))
        # possessive: a run of capitals would else be cut into names in every way there is
        capital = r"[^\W\d_a-zà-ÿ][\w.'-]*+"
        name = rf"{capital}(?:\s*(?:{capital}|(?<!\w)(?:{particles})(?!\w))){{0,5}}"
        self._label = re.compile(
            rf"(?:\*\*)?(?i:{labels})(?:\.?\s*[:\u2013\u2014-]|\.(?=\s))\s*(?:\*\*)?\s*(?=\S)"
        )
        self._name = re.compile(
            rf"(?:\*\*)?(?P<name>{name})\s*(?:\([^()\n]{{1,40}}\)\s*)?(?P<colon>:)\s*(?:\*\*)?\s*(?=\S)"
        )

    def find(self, shadow: str, paragraphs: tuple[tuple[int, int], ...]) -> dict[int, Turn]:
        """The turns among the paragraphs, by the index of the paragraph."""
        named: dict[int, re.Match[str]] = {}
        counts: Counter[str] = Counter()
        labelled: dict[int, re.Match[str]] = {}
        dashed: dict[int, re.Match[str]] = {}
        for index, (start, end) in enumerate(paragraphs):
            if label := self._label.match(shadow, start, end):
                labelled[index] = label
            elif name := self._name.match(shadow, start, end):
                named[index] = name
                counts[name["name"]] += 1
            elif dash := _DASH.match(shadow, start, end):
                dashed[index] = dash
        turns: dict[int, Turn] = {}
        coming_back = _coming_back(counts)
        for index, match in named.items():
            if match["name"] in coming_back and shadow[match.end()] not in _MARKS:
                turns[index] = Turn(
                    match.end(), paragraphs[index][1], match.span("name"), match.span("colon")
                )
        for found, least in ((labelled, 2), (dashed, _MIN_DASHES)):
            if len(found) >= least:
                for index, match in found.items():
                    if shadow[match.end()] not in _MARKS:
                        turns[index] = Turn(match.end(), paragraphs[index][1], None, None)
        return turns


def _coming_back(counts: Counter[str]) -> frozenset[str]:
    """The prefixes that occur again, be it as initials (Ouest-France, then O.-F.)."""
    initials = Counter(map(_initials, counts))
    letters = Counter(map(_letters, counts))

    def comes_back(name: str) -> bool:
        itself = int(_initials(name) == _letters(name))
        return initials[_letters(name)] > itself or letters[_initials(name)] > itself

    return frozenset(name for name, times in counts.items() if times > 1 or comes_back(name))


def _initials(name: str) -> str:
    return "".join(part[0] for part in re.findall(r"\w+", name))


def _letters(name: str) -> str:
    return "".join(re.findall(r"\w", name))
