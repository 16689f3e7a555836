"""What the README shows is what the commands print."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
_PYTHON = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def commands() -> Iterator[tuple[str, str]]:
    """Every command of the README that is shown with its output, and this output."""
    for block in _BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            if output.strip():
                yield command, output


def test_the_readme_shows_output() -> None:
    assert len(list(commands())) >= 4


@pytest.mark.parametrize(("command", "output"), list(commands()))
def test_a_command_prints_what_the_readme_shows(command: str, output: str) -> None:
    if "| jq" in command and shutil.which("jq") is None:
        pytest.skip("needs jq")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        command,
        shell=True,
        cwd=ROOT,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert readable(done.stdout) == readable(output)


@pytest.mark.parametrize("program", _PYTHON.findall((ROOT / "README.md").read_text("utf-8")))
def test_a_program_prints_what_its_comments_say(
    program: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(program, {"__name__": "__main__"})
    shown = re.findall(r"^# (.*)", program, flags=re.MULTILINE)
    assert capsys.readouterr().out.splitlines() == shown


def readable(output: str) -> list[str]:
    """Without the blanks at the ends of lines and the empty lines around, which nobody sees."""
    return "\n".join(line.rstrip() for line in output.splitlines()).strip("\n").splitlines()
