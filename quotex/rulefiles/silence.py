"""Filters of rule files: what is not wanted, whatever rule finds it."""

from __future__ import annotations

from dataclasses import dataclass, fields

from quotex.filters import words_of
from quotex.model import Attribution, Kind
from quotex.words.lexicon_files import Act


@dataclass(frozen=True, slots=True)
class Silence:
    """An attribution that meets all of the conditions given is left out.

    ``rule`` made it; ``cue`` is its lemma or the cue's words; ``act`` and ``kind`` are its own;
    ``speaker`` are words of the speaker's name or mention; ``near`` are words of the paragraph in
    which it begins.  Case and accents do not count.  ``why`` is for the reader of the file.
    """

    rule: str | None = None
    cue: str | None = None
    act: Act | None = None
    kind: Kind | None = None
    speaker: str | None = None
    near: str | None = None
    why: str | None = None

    def __post_init__(self) -> None:
        conditions = [each.name for each in fields(self) if each.name != "why"]
        if all(getattr(self, name) is None for name in conditions):
            raise ValueError(f"a filter needs one of {', '.join(sorted(conditions))}")

    def covers(self, attribution: Attribution, text: str) -> bool:
        """Whether ``attribution``, found in ``text``, is to be left out."""
        cue, mention = attribution.cue, attribution.speaker.mention
        return (
            self.rule in (None, attribution.rule)
            and self.kind in (None, attribution.kind)
            and self.act in (None, cue.act if cue else "")
            and _among(self.cue, [cue.lemma, cue.text] if cue else [], whole=True)
            and _among(self.speaker, [attribution.speaker.name, mention.text if mention else None])
            and (self.near is None or _among(self.near, [_paragraph(attribution, text)]))
        )


def _among(wanted: str | None, texts: list[str | None], *, whole: bool = False) -> bool:
    """Whether one of the texts has the wanted words, or is no more than they."""
    if wanted is None:
        return True
    words = words_of(wanted)
    found = [words_of(text) for text in texts if text]
    return words in found if whole else any(words in text for text in found)


def _paragraph(attribution: Attribution, text: str) -> str:
    """The line of the text in which the attribution begins."""
    cue, spans = attribution.cue, attribution.content.spans
    start = min([span.start for span in spans] + ([cue.start] if cue else []))
    end = text.find("\n", start)
    return text[text.rfind("\n", 0, start) + 1 : end if end >= 0 else len(text)]
