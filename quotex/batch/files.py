"""Where the output of a run stands, and what belongs to it.

Beside the output ``OUT`` stand: ``OUT.run/``, the run as far as it is, until it is complete;
``OUT.run.json``, what the output was made with; ``OUT.failures.jsonl``, the documents that gave
no result; ``OUT.texts.jsonl``, the texts, when they are kept and the output has no place for them.
The output itself is replaced when everything is done, never before.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from quotex.batch.state import State


@dataclass(frozen=True, slots=True)
class Files:
    """Where the output and what belongs to it stand."""

    output: Path

    @property
    def folder(self) -> Path:
        return self._beside(".run")

    @property
    def manifest(self) -> Path:
        return self._beside(".run.json")

    @property
    def failures(self) -> Path:
        return self._beside(".failures.jsonl")

    @property
    def texts(self) -> Path:
        return self._beside(".texts.jsonl")

    @property
    def state(self) -> Path:
        return self.folder / "state.json"

    def all(self) -> frozenset[str]:
        """All of them as absolute paths: none of them is an input."""
        beside = (self.output, self.folder, self.manifest, self.failures, self.texts)
        return frozenset(os.path.abspath(path) for path in beside)

    def _beside(self, ending: str) -> Path:
        return self.output.with_name(self.output.name + ending)


def publish(files: Files, state: State) -> None:
    """Moves what is complete to its place; each move is whole, and those done are not missed."""
    results = files.folder / state.results
    if results.is_file():
        target = files.output.resolve()  # a link stays a link
        if target.exists():
            shutil.copymode(target, results)
        results.replace(target)
    for path, name, wanted in (
        (files.failures, "failures", bool(state.failures)),
        (files.texts, "texts", "texts" in state.positions),
    ):
        part = files.folder / name
        if not wanted:
            path.unlink(missing_ok=True)
        elif part.exists():
            part.replace(path)
    state.save(files.manifest)
