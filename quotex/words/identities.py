"""The names of the rules by their forms: what *BCE* may be short for, and of what kind it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from quotex.model import Gender
from quotex.rulefiles.packed import Packed
from quotex.words.people import Key, name_key

if TYPE_CHECKING:
    from quotex.words.names import NameFile


class Identity(NamedTuple):
    """A name of the rules: ``number`` is its identity, gender and plural those of agreement."""

    number: int
    type: Literal["organisation", "place"]
    gender: Gender | None
    plural: bool
    ambiguous: bool
    medium: str = ""
    """What kind of medium it is, if it is one."""
    name: str = ""
    """The full name of an institution."""


class _IdentityTable(Packed[tuple[Identity, ...]]):
    """What the words of each name may stand for; a row holds the fields of each identity."""

    def __init__(self, identities: Mapping[str, list[Identity]]) -> None:
        rows = {words: tuple(tuple(each) for each in found) for words, found in identities.items()}
        super().__init__(rows)

    def value(self, row: Any) -> tuple[Identity, ...]:
        return tuple(Identity(*each) for each in row)


class Identities:
    """Looks up names by any of their forms; one for a lexicon."""

    def __init__(self, names: NameFile) -> None:
        table: dict[str, list[Identity]] = {}
        for number, (known, forms) in enumerate(_entries(names)):
            entry = known._replace(number=number)
            for form in forms:
                found = table.setdefault(" ".join(name_key(form)), [])
                if not any(other.number == number for other in found):
                    found.append(entry)
        self._table = _IdentityTable(table)

    def find(self, key: Key) -> list[Identity]:
        """Everything that a name may stand for; empty when the rules do not know it."""
        return list(self._table.get(" ".join(key), ()))


def _entries(names: NameFile) -> Iterator[tuple[Identity, tuple[str, ...]]]:
    for item in names.organisations:
        yield (
            Identity(0, item.type, item.gender, item.plural, item.ambiguous, name=item.name),
            (item.name, *item.short, *item.also),
        )
    for medium in names.media:
        yield (
            Identity(
                0, "organisation", medium.gender, medium.plural, medium.ambiguous, medium.kind
            ),
            (medium.name, *medium.short, *medium.also),
        )
    for place in names.places:
        yield (
            Identity(0, "place", place.gender, place.plural, place.ambiguous),
            (place.name, *place.also),
        )
        if place.capital:
            yield (
                Identity(0, "place", None, False, place.capital_ambiguous),
                (place.capital, *place.capital_also),
            )
