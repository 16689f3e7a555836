"""The user's own folders for quotex, where the platform keeps such things."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "quotex"
_CACHE = "QUOTEX_CACHE"


def cache_folder() -> Path | None:
    """Where what can be made again is kept; null when it is to be kept nowhere.

    The variable ``QUOTEX_CACHE`` names another folder; set but empty it means nowhere.
    """
    if (chosen := os.environ.get(_CACHE)) is not None:
        return Path(chosen) if chosen else None
    if sys.platform == "win32":
        return _below("LOCALAPPDATA", "AppData/Local", f"{_NAME}/Cache")
    if sys.platform == "darwin":
        return _below(None, "Library/Caches", _NAME)
    return _below("XDG_CACHE_HOME", ".cache", _NAME)


def config_folder() -> Path | None:
    """Where the user's settings are kept; null on a machine that gives users no home."""
    if sys.platform == "win32":
        return _below("APPDATA", "AppData/Roaming", _NAME)
    if sys.platform == "darwin":
        return _below(None, "Library/Application Support", _NAME)
    return _below("XDG_CONFIG_HOME", ".config", _NAME)


def _below(variable: str | None, usual: str, name: str) -> Path | None:
    """The folder ``name`` in the one that the variable names, or in the usual one at home."""
    named = os.environ.get(variable, "") if variable else ""
    if os.path.isabs(named):
        return Path(named, name)
    try:
        return Path.home() / usual / name
    except RuntimeError:
        return None
