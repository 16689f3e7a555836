"""The command line: the only part that opens the user's files and prints."""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130
_OBJECTS = 100_000
"""How many more there are when garbage is looked for: a start makes many, and hardly any garbage."""


def main() -> None:
    """Runs the command ``quotex`` and leaves the process with its exit code."""
    try:
        gc.disable()
        from quotex.cli.app import app

        gc.freeze()
        gc.set_threshold(_OBJECTS)
        gc.enable()
        app(prog_name="quotex")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
