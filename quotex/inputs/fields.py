"""Which field of a corpus holds what, and what its row says: ``rules/fields.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from functools import cache
from typing import Any, NamedTuple

from quotex.errors import InputError
from quotex.model import Notice
from quotex.rulefiles.rulespath import builtin_rules
from quotex.text.read import Document, checked

_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_HALF = re.compile("[\ud800-\udfff]")


class FieldNames(NamedTuple):
    """The names of the fields that the user gave; null means the usual ones."""

    text: str | None = None
    id: str | None = None
    date: str | None = None
    title: str | None = None


USUAL = FieldNames()


@dataclass(frozen=True, slots=True)
class UsualNames:
    """The file ``fields.yaml``: the usual names, in small letters; an earlier one wins."""

    text: tuple[str, ...]
    id: tuple[str, ...]
    date: tuple[str, ...]
    title: tuple[str, ...]


@cache
def _usual() -> UsualNames:
    from quotex.rulefiles.yamlio import read_yaml  # slow to import, and plain texts have no fields

    return read_yaml(builtin_rules() / "fields.yaml", UsualNames)


def to_document(row: Mapping[str, Any], path: str, names: FieldNames, encoding: str) -> Document:
    """The document in one row of a corpus; raises :class:`InputError` when it has none."""
    text = _value(row, names.text, _usual().text)
    if not isinstance(text, str):
        wanted = repr(names.text) if names.text else "with the text"
        there = ", ".join(map(str, row)) or "none"
        hint = "name it with --text-field" if not names.text else None
        raise InputError(path, f"no field {wanted}; its fields are: {there}", hint, "row")
    if _HALF.search(text):
        raise InputError(path, "half a character (a lone surrogate) in the text", None, "encoding")
    document = checked(Document(path, text, encoding))
    given = _shown(_value(row, names.date, _usual().date))
    date = parse_date(given) if given else None
    notices = document.notices
    if given and not date:
        notices = (*notices, Notice(f"no date: {given!r}; write it like 2016-05-03"))
    return Document(
        path,
        text,
        encoding,
        notices,
        name=_shown(_value(row, names.id, _usual().id)),
        date=date,
        title=_shown(_value(row, names.title, _usual().title)),
    )


def parse_date(text: str) -> str | None:
    """The day in ``text`` in ISO 8601: from ISO 8601 with or without a time, or day first."""
    try:
        return Date.fromisoformat(text[:10] if "-" in text[:8] else text[:8]).isoformat()
    except ValueError:
        pass
    if found := _DAY_FIRST.match(text):
        day, month, year = map(int, found.groups())
        try:
            return Date(year, month, day).isoformat()
        except ValueError:
            return None
    return None


def is_date(text: str) -> bool:
    """Whether ``text`` is a day in ISO 8601."""
    try:
        return bool(Date.fromisoformat(text))
    except ValueError:
        return False


def _value(row: Mapping[str, Any], name: str | None, usual: tuple[str, ...]) -> Any:
    if name is not None:
        return row.get(name)
    for wanted in usual:
        for field, value in row.items():
            if isinstance(field, str) and field.strip().casefold() == wanted:
                return value
    return None


def _shown(value: Any) -> str | None:
    """A cell as text: numbers are ids and dates, too; null when it is empty."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return _HALF.sub("\ufffd", str(value).strip()) or None
