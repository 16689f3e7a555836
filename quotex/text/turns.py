"""Turns of speech without quotation marks: lines of dialogue and of interviews.

A dialogue dash, or the name, initials or letter of the one who speaks, stands for quotation marks:
the paragraph is what is said.  One such line alone proves nothing (a headline, an item of a list),
so a prefix counts only where it comes back, or where it answers a question.  In some interviews the
questions, in bold or not, and the answers are paragraphs of their own, without a prefix.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from quotex.text.dialogues import framed_turns
from quotex.words.lexicon import Lexicon

Range = tuple[int, int]
Part = Literal["question", "answer"]

_BOLD = re.compile(r"\*\*(?=\S)[^*\n]+(?<=\S)(\*\*)")
_FULL_WORD_CLOSED = re.compile(r"\w\w\.$")
_MARKS = '\u00ab\u201c"'
_LEAST = 2
"""How many dashes, labels, or names with a stop and a dash make a dialogue."""
_LONGEST_QUESTION = 400
"""Code points of a paragraph that asks."""


class Turn(NamedTuple):
    """What is said, from ``start`` to ``end``.

    ``mention`` is the name in its prefix, ``cue`` the colon.  ``part`` is for an interview
    without prefixes, in which nothing stands for quotation marks.
    """

    start: int
    end: int
    mention: Range | None = None
    cue: Range | None = None
    part: Part | None = None


class TurnFinder:
    """Finds turns in paragraphs; one for a lexicon, which knows the letters that mark them."""

    def __init__(self, lexicon: Lexicon) -> None:
        labels = "|".join(re.escape(word) for word in sorted(lexicon.words["turn-label"]))
        particles = "|".join(re.escape(word) for word in sorted(lexicon.words["particle"]))
        partners = "|".join(re.escape(word) for word in sorted(lexicon.words["speech-participant"]))
        longest_first = sorted(lexicon.words["dialogue-dash"], reverse=True)
        dashes = "|".join(re.escape(dash) for dash in longest_first)
        self._dash = re.compile(rf"(?:{dashes})\s*(?=\S)")
        # possessive: a run of capitals would else be cut into names in every way there is
        capital = r"[^\W\d_a-zà-ÿ][\w.'-]*+"
        name = rf"{capital}(?:\s*(?:{capital}|(?<!\w)(?:{particles})(?!\w))){{0,5}}"
        bracket = r"(?:\s*\([^()\n]{1,40}\))?"
        self._label = re.compile(
            rf"(?:\*\*)?(?i:{labels})(?:\.?\s*[:\u2013\u2014-]|\.(?=\s))\s*(?:\*\*)?\s*(?=\S)"
        )
        self._name = re.compile(
            rf"(?:\*\*)?(?P<name>{name}(?:[ ][\w'-]++){{0,2}}?){bracket}\s*(?P<colon>:)"
            r"\s*(?:\*\*)?\s*(?=\S)"
        )
        # M. le président. – La séance est ouverte. LE COURRIER. - Pourquoi ?
        self._stop = re.compile(
            rf"(?:\*\*)?(?P<name>{capital}(?:[ ](?:{capital}|[\w'-]++)){{0,5}}?)"
            rf"{bracket}(?:,[ ][^.\n]{{1,80}}+)?(?P<stop>\.?)\s+[\u2013\u2014-]{{1,2}}\s*"
            r"(?:\*\*)?\s*(?=\S)"
        )
        clitics = "|".join(re.escape(word) for word in sorted(lexicon.words["inverted"]))
        self._incise = re.compile(rf"[,!?\u2026] +(?:[\w']+ ){{0,3}}[\w']+(?:{clitics})(?!\w)")
        self._exact = lexicon.exact
        self._partner = re.compile(rf"(?<!\w)(?i:{partners})(?!\w)")

    def find(self, shadow: str, paragraphs: tuple[Range, ...]) -> dict[int, Turn]:
        """The turns among the paragraphs, by the index of the paragraph."""
        labelled: dict[int, re.Match[str]] = {}
        named: dict[int, re.Match[str]] = {}
        stopped: dict[int, re.Match[str]] = {}
        dashed: dict[int, re.Match[str]] = {}
        for index, (start, end) in enumerate(paragraphs):
            if label := self._label.match(shadow, start, end):
                labelled[index] = label
            elif name := self._name.match(shadow, start, end):
                named[index] = name
            elif stop := self._stop.match(shadow, start, end):
                stopped[index] = stop
            elif dash := self._dash.match(shadow, start, end):
                dashed[index] = dash
        turns: dict[int, Turn] = {}
        for index in self._prefixed(shadow, paragraphs, named | stopped):
            match = named.get(index) or stopped[index]
            cue = match.span("colon") if index in named else None
            end = _without_bold(shadow, match.end(), paragraphs[index][1])
            if shadow[match.end()] not in _MARKS:
                turns[index] = Turn(match.end(), end, _mention(match), cue)
        starts = {index: match.end() for index, match in dashed.items()}
        framed = framed_turns(shadow, paragraphs, starts)
        turns |= {index: Turn(*span) for index, span in framed.items()}
        for found in (labelled, dashed):
            enough = len(found) >= _LEAST or (framed and found is dashed)
            for index, match in found.items():
                if not enough and (
                    found is labelled or not self._incise.search(shadow, *paragraphs[index])
                ):
                    continue  # but: — Tu mens, fit-elle.
                end = _without_bold(shadow, match.end(), paragraphs[index][1])
                if shadow[match.end()] not in _MARKS and index not in turns:
                    turns[index] = Turn(match.end(), end)
        for index, turn in self._interview(shadow, paragraphs, bool(turns)):
            turns.setdefault(index, turn)
        return dict(sorted(turns.items()))

    def _prefixed(
        self, shadow: str, paragraphs: tuple[Range, ...], found: dict[int, re.Match[str]]
    ) -> Iterator[int]:
        """The paragraphs that begin with the name of the one who speaks."""
        coming_back = _coming_back(Counter(match["name"] for match in found.values()))
        closed = [index for index, match in found.items() if self._is_closed(match)]
        for index, match in found.items():
            answers = _asks(shadow, found, paragraphs, index - 1)
            asks = _asks(shadow, found, paragraphs, index) and index + 1 in found
            many = index in closed and len(closed) >= _LEAST
            if match["name"] in coming_back or many or answers or asks:
                yield index

    def _is_closed(self, match: re.Match[str]) -> bool:
        """Whether a stop stands between the name and the dash; but news has towns there."""
        if "stop" not in match.re.groupindex or (match["stop"] or match["name"][-1]) != ".":
            return False
        return "place" not in self._exact.get(match["name"].rstrip("."), frozenset())

    def _interview(
        self, shadow: str, paragraphs: tuple[Range, ...], prefixed: bool
    ) -> Iterator[tuple[int, Turn]]:
        """Questions and answers as paragraphs of their own; where some have prefixes, in bold."""
        bold = {
            index: match
            for index, (start, end) in enumerate(paragraphs)
            if (match := _BOLD.fullmatch(shadow, start, end))
        }
        asked = [i for i, (start, end) in enumerate(paragraphs) if _is_question(shadow, start, end)]
        in_bold = len(bold) >= _LEAST and not bold.keys().isdisjoint(asked)
        questions = sorted(bold) if in_bold else asked
        if prefixed and not in_bold:
            return
        if len(questions) < _LEAST or not self._answered(shadow, paragraphs, questions):
            return
        for index in range(questions[0], len(paragraphs)):
            start, end = paragraphs[index]
            if index in bold:
                yield index, Turn(start + len("**"), bold[index].start(1), part="question")
            elif index in questions:
                yield index, Turn(start, end, part="question")
            elif self._partner.search(shadow, start, end) or index - 1 in questions:
                yield index, Turn(start, end, part="answer")

    def _answered(self, shadow: str, paragraphs: tuple[Range, ...], questions: list[int]) -> bool:
        """Whether each question is followed by an answer, and most of these by someone who says I.

        Two questions in a row are those of a column, or of a novel.
        """
        answers = [paragraphs[index + 1] for index in questions if index + 1 < len(paragraphs)]
        if any(after - before < _LEAST for before, after in pairwise(questions)):
            return False
        personal = sum(self._partner.search(shadow, *answer) is not None for answer in answers)
        quoted = any(shadow[start] in _MARKS for start, _ in answers)
        return not quoted and len(answers) >= _LEAST and personal * 2 >= len(answers)


def _mention(match: re.Match[str]) -> Range:
    """The name without the stop that closes it, unless this belongs to initials."""
    start, end = match.span("name")
    return start, end - (_FULL_WORD_CLOSED.search(match["name"]) is not None)


def _without_bold(shadow: str, start: int, end: int) -> int:
    """The end of what is said, without the signs that close bold type."""
    return end - len("**") if shadow.endswith("**", start, end) else end


def _is_question(shadow: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST_QUESTION and shadow[start:end].rstrip("* ").endswith("?")


def _asks(
    shadow: str, found: dict[int, re.Match[str]], paragraphs: tuple[Range, ...], index: int
) -> bool:
    """Whether a paragraph with a prefix is a question."""
    return index in found and _is_question(shadow, *paragraphs[index])


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
