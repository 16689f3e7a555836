"""The command line run in this process, and how a run ends."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from quotex.cli.app import app


@dataclass(frozen=True)
class Outcome:
    """How one run of the command ended."""

    code: int
    out: str
    err: str

    @property
    def ids(self) -> list[str]:
        """The ids of the records printed as JSON Lines."""
        return [json.loads(line)["id"] for line in self.out.splitlines()]


def run(*arguments: str | Path, stdin: bytes | None = None) -> Outcome:
    """``quotex`` with these arguments."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
    return Outcome(result.exit_code, result.stdout, result.stderr)
