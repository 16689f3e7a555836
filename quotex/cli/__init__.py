"""The command line: the only part that opens the user's files and prints."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """Runs the command ``quotex`` and leaves the process with its exit code."""
    try:
        from quotex.cli.app import app

        app(prog_name="quotex")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
