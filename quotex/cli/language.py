"""The language that the user's system speaks."""

from __future__ import annotations

import locale
import os

from quotex.languages import LANGUAGES, LanguageName

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides, as POSIX has it


def system_language() -> LanguageName:
    """The language of the environment, else of the system, where there are labels in it."""
    named = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), None)
    if named is None:
        named = locale.getlocale()[0] or ""
    return next((each for each in LANGUAGES if named.lower().startswith(each)), "en")
