"""The right spelling of what a user has mistyped."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, allowed: Iterable[str]) -> str:
    """`` (did you mean "x"?)`` for the allowed word that ``word`` may be a slip for, or nothing."""
    from difflib import get_close_matches  # slow to import, and only mistakes need it

    found = get_close_matches(word, list(allowed), n=1)
    return f' (did you mean "{found[0]}"?)' if found else ""
