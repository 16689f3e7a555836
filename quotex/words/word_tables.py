"""The big tables of the lexicon as they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotex.rulefiles.packed import Packed
from quotex.words.lexicon import Lexicon, NounReading, Reading


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
    """The readings of each verb form; a row holds the numbers of lemma and cell of each."""

    def __init__(self, readings: Mapping[str, tuple[Reading, ...]]) -> None:
        lemmas: dict[str, int] = {}
        cells: dict[tuple[str, str], int] = {}
        rows: dict[str, tuple[int, ...]] = {}
        for form, found in readings.items():
            row: list[int] = []
            for each in found:
                row.append(lemmas.setdefault(each.lemma, len(lemmas)))
                row.append(cells.setdefault((each.tense, each.person), len(cells)))
            rows[form] = tuple(row)
        self._lemmas = tuple(lemmas)
        self._cells = tuple(cells)
        super().__init__(rows)

    def value(self, row: Any) -> tuple[Reading, ...]:
        pairs = zip(row[::2], row[1::2], strict=True)
        return tuple(Reading(self._lemmas[lemma], *self._cells[cell]) for lemma, cell in pairs)


class _NounTable(Packed[NounReading]):
    """Gender and number of each noun form."""

    def __init__(self, nouns: Mapping[str, NounReading]) -> None:
        super().__init__({form: (noun.gender, noun.plural) for form, noun in nouns.items()})

    def value(self, row: Any) -> NounReading:
        return NounReading(*row)


def pack(lexicon: Lexicon) -> None:
    """Puts the big tables of a lexicon into the form in which they are kept.

    It must be done before any stage takes one of them for itself.
    """
    lexicon.forms = _FormTable(lexicon.forms)
    lexicon.exact = _FormTable(lexicon.exact)
    lexicon.readings = _ReadingTable(lexicon.readings)
    lexicon.nouns = _NounTable(lexicon.nouns)
