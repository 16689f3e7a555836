"""What the README shows, run; ``python -m tests.readme`` writes what is printed into it.

A block of shell is commands and what they print.  Lines that begin with ``# `` are output, and so
is a block of text that follows.  The blocks of the tutorial go on from each other in one folder;
every other one starts in a folder that has nothing but the samples.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from quotex.rulefiles.folders import cache_folder

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PROGRAMS = ("jq", "sqlite3")  # that not every machine has
_TUTORIAL = "\n## Ten minutes\n"
_BLOCK = re.compile(r"^```sh\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.DOTALL | re.MULTILINE)

_FOLDERS = ("samples", "tests")  # those that the commands name


@dataclass(frozen=True, slots=True)
class Step:
    """Commands, and the lines that they print."""

    commands: str
    output: list[str]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of shell, where it stands in the README, and the block of output after it."""

    start: int
    end: int
    steps: tuple[Step, ...]
    apart: bool  # its output is a block of its own

    @property
    def shows_output(self) -> bool:
        return self.apart or any(step.output for step in self.steps)

    def missing(self) -> str | None:
        """A program that the block needs and this machine has not."""
        code = " ".join(step.commands for step in self.steps)
        needed = (name for name in PROGRAMS if re.search(rf"\b{name}\b", code))
        return next((name for name in needed if shutil.which(name) is None), None)


def blocks(text: str) -> list[Block]:
    """The blocks of ``text`` in order."""
    return [
        Block(found.start(), found.end(), tuple(_steps(found[1], found[2])), found[2] is not None)
        for found in _BLOCK.finditer(text)
    ]


def tutorial(text: str) -> tuple[list[Block], list[Block]]:
    """The blocks that show output and stand alone, and those of the tutorial."""
    start = text.index(_TUTORIAL)
    end = text.index("\n## ", start + 1)
    inside = [block for block in blocks(text) if start < block.start < end]
    alone = [block for block in blocks(text) if block.shows_output and block not in inside]
    return alone, inside


def run(block: Block, folder: Path) -> tuple[Step, ...]:
    """The block with what it prints in ``folder`` in place of what is shown."""
    for name in _FOLDERS:
        if not (folder / name).exists():
            (folder / name).symlink_to(ROOT / name)
    return tuple(Step(step.commands, _printed(step.commands, folder)) for step in block.steps)


def _printed(commands: str, folder: Path) -> list[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "NO_COLOR": "1", "COLUMNS": "80"}
    done = subprocess.run(
        ["sh", "-ec", commands],
        cwd=folder,
        env={
            **os.environ,
            "QUOTEX_CACHE": str(cache_folder() or ""),
            **home,
            "PATH": path,
            "LANG": "C.UTF-8",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    failed = done.returncode or "error:" in done.stderr  # of a pipe, only the last tells its code
    assert not failed, f"{commands}{done.stderr}"
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n").splitlines()


def _steps(code: str, output: str | None) -> Iterator[Step]:
    if output is not None:
        yield Step(code, output.strip("\n").splitlines())
        return
    commands = ""
    for shown, lines in groupby(code.splitlines(keepends=True), lambda line: line[:2] == "# "):
        if not shown:
            commands = "".join(lines)
        else:
            yield Step(commands, [line[2:].rstrip("\n") for line in lines])
            commands = ""
    if commands:
        yield Step(commands, [])


def _written(block: Block, steps: tuple[Step, ...]) -> str:
    if block.apart:
        (step,) = steps
        return f"```sh\n{step.commands}```\n\n```text\n" + "\n".join([*step.output, "```\n"])
    lines = "".join(
        step.commands + "".join(f"# {line}\n" for line in step.output if shown.output)
        for step, shown in zip(steps, block.steps, strict=True)
    )
    return f"```sh\n{lines}```\n"


def stale(text: str) -> Iterator[tuple[str, str]]:
    """The blocks of ``text`` that print something else now, and how they have to be.

    One that prints nothing any more is a fault.
    """
    alone, inside = tutorial(text)
    with TemporaryDirectory() as one:
        for number, block in enumerate([*alone, *inside]):
            folder = Path(one) / (f"{number}" if block in alone else "tutorial")
            folder.mkdir(exist_ok=True)
            steps = run(block, folder)
            for step, shown in zip(steps, block.steps, strict=True):
                assert step.output or not shown.output, f"prints nothing now: {step.commands}"
            old, new = text[block.start : block.end], _written(block, steps)
            if old != new:
                yield old, new


if __name__ == "__main__":
    for old, new in stale(README.read_text(encoding="utf-8")):
        print(new)
        text = README.read_text(encoding="utf-8")  # it takes a while: others may have edited it
        README.write_text(text.replace(old, new), encoding="utf-8")
