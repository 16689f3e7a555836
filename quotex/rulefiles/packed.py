"""Big tables of words, kept as bytes and unpacked where they are asked.

A text of a page needs a few hundred of the hundred thousand forms that the lexicon knows; making
objects of all of them would take longer than reading the page.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any, TypeVar
from zlib import crc32

from quotex.rulefiles.freeze import Bytes, apart

V = TypeVar("V")
_BUCKET = 12
"""Words in a bucket, about: each is unpacked whole."""
_MET = 20_000
"""How many words that were asked for are remembered before the memory is emptied."""
_ABSENT: Any = object()


class Packed(Mapping[str, V]):
    """A table that does not change, made of plain rows; a subclass may say what they stand for.

    Plain rows are what ``marshal`` takes: text, numbers, null, and tuples of these.
    """

    def __init__(self, rows: Mapping[str, Any]) -> None:
        self._buckets = max(1, len(rows) // _BUCKET)
        buckets: list[dict[str, Any]] = [{} for _ in range(self._buckets)]
        for word, row in rows.items():
            buckets[self._bucket(word)][word] = row
        packed = [marshal.dumps(bucket) for bucket in buckets]
        self._offsets = array("I", accumulate(map(len, packed), initial=0))
        self._bytes: Bytes = b"".join(packed)
        self._length = len(rows)
        self._met: dict[str, V] = {}

    def value(self, row: Any) -> V:
        """What a plain row stands for: here, itself."""
        found: V = row
        return found

    def __getitem__(self, word: str) -> V:
        found = self._met.get(word)
        if found is None:
            found = self._meet(word)
        if found is _ABSENT:
            raise KeyError(word)
        return found

    def get(self, word: str, default: Any = None) -> V | Any:
        """The same without an error: most words that are asked for are not there."""
        found = self._met.get(word)
        if found is None:
            found = self._meet(word)
        return default if found is _ABSENT else found

    def __iter__(self) -> Iterator[str]:
        for number in range(self._buckets):
            yield from self._rows(number)

    def __len__(self) -> int:
        return self._length

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_bytes": apart(self._bytes), "_met": {}}

    def _meet(self, word: str) -> V:
        rows = self._rows(self._bucket(word))
        if len(self._met) >= _MET:
            self._met.clear()
        found = self._met[word] = self.value(rows[word]) if word in rows else _ABSENT
        return found

    def _bucket(self, word: str) -> int:
        return crc32(word.encode("utf-8", "surrogatepass")) % self._buckets

    def _rows(self, number: int) -> dict[str, Any]:
        start, end = self._offsets[number : number + 2]
        rows: dict[str, Any] = marshal.loads(self._bytes[start:end])
        return rows
