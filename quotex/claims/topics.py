"""A word for each statement that tells what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from quotex.claims.content_words import words_of
from quotex.model import Attribution
from quotex.text.shadow import shadow

_SHORTEST = 4  # letters


def topics(records: Sequence[Attribution], tells: Callable[[str], bool]) -> list[str | None]:
    """For each record, of its words the one that most of the others have, too.

    Words count that have four letters or more and that ``tells`` is true of; null for a record
    that has none.
    """
    found = [set(filter(tells, _words(record))) for record in records]
    counts = Counter(word for words in found for word in words)
    return [
        max(words, key=lambda word: (counts[word], len(word), word), default=None)
        for words in found
    ]


def _words(record: Attribution) -> set[str]:
    """The words of a content but for those of its signals."""
    found: set[str] = set()
    signals = record.claim.signals if record.claim else ()
    for text in [span.text for span in record.content.spans]:
        found |= _long_words(text)
    return found.difference(*(_long_words(signal.text) for signal in signals))


def _long_words(text: str) -> set[str]:
    words = words_of(shadow(text), 0, len(text))
    return {word.head for word in words if len(word.head) >= _SHORTEST}
