"""Proper names that the rules know, found where they stand in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from quotex.rulefiles.packed import Packed

if TYPE_CHECKING:
    from quotex.words.names import NameFile


_FIRST_WORD = re.compile(r"[^\W_]+")


class KnownName(NamedTuple):
    """A form of a name; ``kind`` is place, seat, institution, media or unclear-media."""

    form: str
    kind: str


class _NameTable(Packed[tuple[KnownName, ...]]):
    """The names that begin with each word, the longest first; a row holds form and kind of each."""

    def __init__(self, names: Mapping[str, list[KnownName]]) -> None:
        rows = {
            word: tuple((name.form, name.kind) for name in sorted(found, key=_by_length))
            for word, found in names.items()
        }
        super().__init__(rows)

    def value(self, row: Any) -> tuple[KnownName, ...]:
        return tuple(KnownName(form, kind) for form, kind in row)


def _by_length(name: KnownName) -> int:
    return -len(name.form)


class KnownNames:
    """Looks up names at a place in a text; the longest wins."""

    def __init__(self, names: NameFile, articles: frozenset[str]) -> None:
        whole: dict[str, list[KnownName]] = defaultdict(list)
        stripped: dict[str, list[KnownName]] = defaultdict(list)
        for name in _forms(names):
            self._add(whole, name)
            first, _, rest = name.form.partition(" ")
            if rest and first.lower() in articles:
                self._add(stripped, KnownName(rest, name.kind))
        self._whole = _NameTable(whole)
        self._stripped = _NameTable(stripped)

    @staticmethod
    def _add(table: dict[str, list[KnownName]], name: KnownName) -> None:
        if word := _FIRST_WORD.search(name.form):
            table[word.group()].append(name)

    def at(self, shadow: str, start: int, contracted: bool) -> tuple[int, frozenset[str]]:
        """The end of the longest name at ``start`` and its kinds; none where no name stands.

        ``contracted``: an article that belongs to the name may have run into the preposition
        before it (*au Monde*).
        """
        word = _FIRST_WORD.match(shadow, start)
        if word is None:
            return start, frozenset()
        tables = (self._whole, self._stripped) if contracted else (self._whole,)
        found = [
            name
            for table in tables
            for name in table.get(word.group(), ())
            if shadow.startswith(name.form, start)
            and not shadow[start + len(name.form) : start + len(name.form) + 1].isalnum()
        ]
        length = max((len(name.form) for name in found), default=0)
        kinds = frozenset(name.kind for name in found if len(name.form) == length)
        return start + length, kinds


def _forms(names: NameFile) -> list[KnownName]:
    found: list[KnownName] = []
    for institution in names.organisations:
        kind = "seat" if institution.type == "place" else "institution"
        forms = (institution.name, *institution.short, *institution.also)
        found.extend(KnownName(form, kind) for form in forms)
    for place in names.places:
        capital = (place.capital,) if place.capital else ()
        forms = (place.name, *place.also, *capital, *place.capital_also)
        found.extend(KnownName(form, "place") for form in forms)
    for medium in names.media:
        kind = "unclear-media" if medium.ambiguous else "media"
        forms = (medium.name, *medium.short, *medium.also)
        found.extend(KnownName(form, kind) for form in forms)
    return found
