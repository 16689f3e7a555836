"""Paths as people want to see them."""

from __future__ import annotations

from pathlib import Path

from quotex.rulefiles.rulespath import builtin_rules


def shown(path: str | Path) -> str:
    """A path from here; of a built-in rule file, only what tells it from the others."""
    path, root = Path(path), builtin_rules()
    if path.is_relative_to(root):
        return f"rules/{path.relative_to(root).as_posix()}"
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
