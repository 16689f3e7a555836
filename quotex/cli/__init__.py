"""The command line: the only part that opens the user's files and prints."""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130


def main() -> None:
    """Runs the command ``quotex`` and leaves the process with its exit code."""
    try:
        gc.disable()  # imports make many objects and hardly any garbage
        from quotex.cli.app import app

        gc.freeze()
        gc.enable()
        app(prog_name="quotex")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
