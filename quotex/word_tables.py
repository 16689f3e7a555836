"""The big tables of the lexicon as they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotex.lexicon import Lexicon, NounReading, Reading
from quotex.packed import Packed


class _FormTable(Packed[frozenset[str]]):
    """The classes of each form; a row is the number of a set of classes."""

    def __init__(self, forms: Mapping[str, frozenset[str]]) -> None:
        numbers: dict[frozenset[str], int] = {}
        rows = {form: numbers.setdefault(found, len(numbers)) for form, found in forms.items()}
        self._sets = tuple(numbers)
        super().__init__(rows)

    def value(self, row: Any) -> frozenset[str]:
        classes: frozenset[str] = self._sets[row]
        return classes


class _ReadingTable(Packed[tuple[Reading, ...]]):
    """The readings of each verb form; a row holds lemma, tense and person of each."""

    def __init__(self, readings: Mapping[str, tuple[Reading, ...]]) -> None:
        super().__init__(
            {
                form: tuple((each.lemma, each.tense, each.person) for each in found)
                for form, found in readings.items()
            }
        )

    def value(self, row: Any) -> tuple[Reading, ...]:
        return tuple(Reading(*each) for each in row)


class _NounTable(Packed[NounReading]):
    """Gender and number of each noun form."""

    def __init__(self, nouns: Mapping[str, NounReading]) -> None:
        super().__init__({form: (noun.gender, noun.plural) for form, noun in nouns.items()})

    def value(self, row: Any) -> NounReading:
        return NounReading(*row)


def pack(lexicon: Lexicon) -> None:
    """Puts the big tables of a lexicon into the form in which they are kept; names go."""
    del lexicon.names
    lexicon.forms = _FormTable(lexicon.forms)
    lexicon.readings = _ReadingTable(lexicon.readings)
    lexicon.nouns = _NounTable(lexicon.nouns)
