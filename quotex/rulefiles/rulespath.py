"""Where the rules that come with the program are."""

from __future__ import annotations

from pathlib import Path


def builtin_rules() -> Path:
    """The folder of the built-in rules: inside the package, or at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "rules"
    return installed if installed.is_dir() else package.parent / "rules"
