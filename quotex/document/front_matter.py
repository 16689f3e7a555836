"""The front matter of a text: facts in YAML between two lines of three hyphens."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, NamedTuple

from quotex.document.document_rules import FrontMatterKeys

_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


class FrontMatter(NamedTuple):
    """Its facts as text, ISO 8601 for a date that YAML knows; ``end`` is where the text begins."""

    end: int = 0
    title: str | None = None
    date: str | None = None
    place: str | None = None
    source: str | None = None


def read_front_matter(text: str, keys: FrontMatterKeys) -> FrontMatter:
    """The front matter at the start of the text; without facts when it is no YAML mapping."""
    block = _BLOCK.match(text)
    if block is None:
        return FrontMatter()
    import yaml  # slow to import, and most texts have no front matter

    try:
        values = yaml.safe_load(block[1])
        if not isinstance(values, dict):
            return FrontMatter()
        facts = {str(key).lower(): _text(value) for key, value in values.items()}
    except Exception:  # PyYAML raises whatever there is for dates, numbers, tags that are none
        return FrontMatter()

    def first(names: tuple[str, ...]) -> str | None:
        return next((found for name in names if (found := facts.get(name.lower()))), None)

    return FrontMatter(
        block.end(), first(keys.title), first(keys.date), first(keys.place), first(keys.source)
    )


def _text(value: Any) -> str | None:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value).strip() or None
    return None
