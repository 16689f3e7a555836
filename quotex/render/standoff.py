"""The lines of one file of brat annotations, numbered and without repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from quotex.model import Attribution, Span, Speaker

# A line of annotation ends at each of these for one reader or another, and a tab ends a column.
_BREAK = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

Fragments = tuple[tuple[int, int], ...]


class Standoff:
    """Annotations of ``text`` as they are collected; every method returns the id of its line.

    What was annotated before with the same label at the same place keeps its id, as a mention
    that speaks twice.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[str] = []
        self._counts: Counter[str] = Counter()
        self._entities: dict[tuple[str, Fragments], str] = {}
        self._seen: set[tuple[str, str, str]] = set()

    def text(self) -> str:
        """The whole file."""
        return "".join(f"{line}\n" for line in self._lines)

    def entity(self, label: str, spans: Sequence[Span]) -> str | None:
        """Words of the text; None when ``spans`` hold nothing but blanks."""
        fragments = tuple(
            fragment for span in spans for fragment in _fragments(self._text, span.start, span.end)
        )
        if not fragments:
            return None
        known = self._entities.get((label, fragments))
        if known is None:
            places = ";".join(f"{start} {end}" for start, end in fragments)
            words = " ".join(self._text[start:end] for start, end in fragments)
            known = self._add("T", f"{label} {places}\t{words}")
            self._entities[label, fragments] = known
        return known

    def speaker(self, speaker: Speaker) -> str | None:
        """The mention of a speaker with what is known of whom it stands for."""
        mention = self.entity("Speaker", [speaker.mention] if speaker.mention else [])
        if mention is None:
            return None
        self.attribute("SpeakerType", mention, speaker.type)
        if speaker.gender:
            self.attribute("Gender", mention, speaker.gender)
        self.attribute("Resolution", mention, speaker.resolution)
        for name, value in (("name", speaker.name), ("role", speaker.role)):
            if value:
                self.note(mention, f"{name}: {value}")
        return mention

    def event(
        self, attribution: Attribution, speaker: str | None, content: str | None
    ) -> str | None:
        """The act of saying, with everything that takes part in it; None without a cue."""
        trigger = self.entity("Cue", [attribution.cue] if attribution.cue else [])
        if trigger is None:
            return None
        parts = [("Speaker", speaker), ("Content", content)]
        parts += [("Addressee", self.entity("Addressee", [each])) for each in attribution.addressee]
        for when in attribution.when:
            entity = self.entity("When", [when])
            parts.append(("When", entity))
            if entity and when.value:
                self.note(entity, when.value)
        for where in attribution.where:
            entity = self.entity("Where", [where])
            parts.append(("Where", entity))
            if entity:
                self.attribute("WhereType", entity, where.type)
        return self._add("E", " ".join([f"Cue:{trigger}", *_arguments(parts)]))

    def relation(self, label: str, first: str, second: str) -> str:
        """A relation from the annotation ``first`` to ``second``."""
        return self._add("R", f"{label} Arg1:{first} Arg2:{second}")

    def attribute(self, label: str, bearer: str, value: str) -> None:
        """A value that the annotation ``bearer`` has."""
        self._add_once("A", label, bearer, f"{label} {bearer} {value}")

    def note(self, bearer: str, text: str) -> None:
        """Words for the people who read the annotation ``bearer``."""
        words = " ".join(text.split())
        self._add_once("#", words, bearer, f"AnnotatorNotes {bearer}\t{words}")

    def _add_once(self, letter: str, what: str, bearer: str, line: str) -> None:
        if (letter, what, bearer) not in self._seen:
            self._seen.add((letter, what, bearer))
            self._add(letter, line)

    def _add(self, letter: str, line: str) -> str:
        self._counts[letter] += 1
        name = f"{letter}{self._counts[letter]}"
        self._lines.append(f"{name}\t{line}")
        return name


def _arguments(parts: Iterable[tuple[str, str | None]]) -> list[str]:
    """The arguments of an event; the second of a role is numbered, as in ``When2``."""
    counts: Counter[str] = Counter()
    arguments = []
    for role, entity in parts:
        if entity:
            counts[role] += 1
            number = counts[role] if counts[role] > 1 else ""
            arguments.append(f"{role}{number}:{entity}")
    return arguments


def _fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """``text[start:end]`` without its line ends and the blanks around them: no fragment may hold
    an end of line, and readers strip lines."""
    fragments = []
    while start < end:
        found = _BREAK.search(text, start, end)
        stop = found.start() if found else end
        fragment = text[start:stop]
        first = start + len(fragment) - len(fragment.lstrip())
        last = start + len(fragment.rstrip())
        if first < last:
            fragments.append((first, last))
        start = found.end() if found else end
    return fragments
