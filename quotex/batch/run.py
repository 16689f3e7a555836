"""One run: documents into a file of results, from wherever the last run was stopped.

Beside the output ``OUT`` stand: ``OUT.run/``, the run as far as it is, until it is complete;
``OUT.run.json``, what the output was made with; ``OUT.failures.jsonl``, the documents that gave
no result; ``OUT.texts.jsonl``, the texts, when they are kept and the output has no place for them.
The output itself is replaced when everything is done, never before.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Protocol

from quotex.batch.pool import in_order
from quotex.batch.sinks import Sink, Store
from quotex.batch.sinks.append import AppendFile
from quotex.batch.state import MadeBy, State, locked
from quotex.batch.work import Outcome, Work
from quotex.errors import QuotexError
from quotex.inputs.inputs import Inputs
from quotex.inputs.source import STDIN, Source
from quotex.model import Notice

_SECONDS = 1.0  # between two states on the disk; so much work may be lost


class FailFastError(QuotexError):
    """A document failed, and the run was to stop at the first that does."""


class ChangedError(QuotexError):
    """Standard input is not what the stopped run read, and cannot be read again."""


class Report(Protocol):
    """What is told about a run while it goes on."""

    def note(self, message: str) -> None:
        """Says something about the run as a whole."""

    def warn(self, path: str, notice: Notice) -> None:
        """Says something about one input."""

    def begin(self, total: int, state: State) -> None:
        """The run begins: ``total`` bytes of input, of which ``state`` has some."""

    def advance(self, outcome: Outcome, state: State) -> None:
        """One more document is done."""


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


@dataclass(frozen=True, slots=True)
class Run:
    """A run as the user asked for it.  ``seconds``: what one document may take."""

    inputs: Inputs
    work: Work
    store: Store
    files: Files
    made_by: MadeBy
    jobs: int
    seconds: float | None
    fail_fast: bool = False
    again: bool = False

    def run(self, report: Report) -> State:
        """Does what is left to do; returns the final state.

        Raises ``OSError`` when the output cannot be written, :class:`FailFastError`,
        ``RulesError``, and what ``in_order`` raises.  After each of these, and after an
        interruption, the same run goes on where it was.
        """
        done = None if self.again else self._done_before(report)
        if done:
            return done
        self.files.folder.mkdir(exist_ok=True)
        with locked(self.files.folder / "lock", self.files.output):
            state = None if self.again else self._stopped(report)
            if state is None or not state.complete:
                state = self._work_off(state, report)
            _publish(self.files, state)
        shutil.rmtree(self.files.folder, ignore_errors=True)
        return state

    def _done_before(self, report: Report) -> State | None:
        """The state of an earlier run that is complete, if nothing has changed since."""
        earlier = State.load(self.files.manifest)
        if earlier is None or not self.files.output.exists() or self.files.state.exists():
            return None
        changes = self.made_by.differences(earlier.made_by)
        if not changes and STDIN not in self.inputs.paths:
            sources = self.inputs.sources(_silent)
            if _skip(sources, earlier) and next(sources, None) is None:
                report.note("nothing has changed since it was made")
                return earlier
            changes = ["the documents have changed"]
        if changes:
            report.note(f"doing all again: {'; '.join(changes)}")
        return None

    def _stopped(self, report: Report) -> State | None:
        state = State.load(self.files.state)
        if state is None:
            return None
        changes = self.made_by.differences(state.made_by)
        if changes:
            report.note(f"doing all again: {'; '.join(changes)}")
            return None
        return state

    def _work_off(self, before: State | None, report: Report) -> State:
        sources = self._sources(report)
        if before and not _skip(sources, before):
            if STDIN in self.inputs.paths:
                raise ChangedError(
                    "standard input is not what the stopped run read; run it with --again"
                )
            report.note("doing all again: the documents have changed")
            before, sources = None, self._sources(report)
        elif before:
            report.note(f"going on after {before.documents:,} documents")
        if before is None:
            self.files.state.unlink(missing_ok=True)  # it knows files that are begun anew now
        state = before or State(self.made_by)
        with ExitStack() as stack:
            ledger = stack.enter_context(closing(_Ledger.open(self, state)))
            report.begin(self.inputs.size(), state)
            stamps: list[str] = []  # of the documents that are out, in order
            outcomes = in_order(
                _noting(sources, stamps), self.work, jobs=self.jobs, seconds=self.seconds
            )
            stack.enter_context(closing(outcomes))
            for outcome in outcomes:
                if outcome.failure and self.fail_fast:
                    ledger.save()
                    raise FailFastError(f"{outcome.path}: {outcome.failure.message}")
                ledger.add(outcome, stamps.pop(0))
                report.advance(outcome, state)
            ledger.save()
            ledger.finish()
        return state

    def _sources(self, report: Report) -> Iterator[Source]:
        for source in self.inputs.sources(report.warn):
            yield source.portable(self.inputs.reading) if source.path == STDIN else source


class _Ledger:
    """All that grows during a run, saved together: results, failures, texts, state."""

    def __init__(self, state: State, files: Files, sink: Sink, texts: AppendFile | None) -> None:
        self._state = state
        self._files = files
        self._sink = sink
        self._texts = texts
        self._failures = _append(files, "failures", state)
        self._saved = monotonic()

    @classmethod
    def open(cls, run: Run, state: State) -> _Ledger:
        """The files of the run, each cut back to where the state knows it."""
        texts = run.work.keep_text and not run.store.keeps_text
        sink = run.store.open(run.files.folder, state.positions.get("results", 0))
        return cls(state, run.files, sink, _append(run.files, "texts", state) if texts else None)

    def add(self, outcome: Outcome, stamp: str) -> None:
        state = self._state
        self._sink.write(outcome)
        state.add(stamp)
        state.attributions += outcome.attributions
        state.warnings += len(outcome.notices)
        state.size += outcome.size
        if failure := outcome.failure:
            state.failures[failure.cause] = state.failures.get(failure.cause, 0) + 1
            record = {
                "path": outcome.path,
                "cause": failure.cause,
                "message": failure.message,
                "hint": failure.hint,
            }
            self._failures.write(json.dumps(record, ensure_ascii=False) + "\n")
        if self._texts and outcome.text is not None:
            kept = {"path": outcome.path, "text": outcome.text}
            self._texts.write(json.dumps(kept, ensure_ascii=False) + "\n")
        if monotonic() - self._saved >= _SECONDS:
            self.save()

    def save(self) -> None:
        """The files first, then the state that knows how long they are."""
        self._state.positions = {"results": self._sink.sync(), "failures": self._failures.sync()}
        if self._texts:
            self._state.positions["texts"] = self._texts.sync()
        self._state.save(self._files.state)
        self._saved = monotonic()

    def finish(self) -> None:
        self._state.results = self._sink.finish().name
        self._state.complete = True
        self._state.save(self._files.state)

    def close(self) -> None:
        self._sink.close()
        self._failures.close()
        if self._texts:
            self._texts.close()


def _append(files: Files, name: str, state: State) -> AppendFile:
    return AppendFile(files.folder / name, state.positions.get(name, 0))


def _publish(files: Files, state: State) -> None:
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


def _skip(sources: Iterator[Source], state: State) -> bool:
    """Takes the documents that are done; false when they are not those of ``state``."""
    seen = State(state.made_by)
    while seen.documents < state.documents:
        source = next(sources, None)
        if source is None:
            return False
        seen.add(source.stamp)
    return seen.inputs == state.inputs


def _noting(sources: Iterator[Source], stamps: list[str]) -> Iterator[Source]:
    for source in sources:
        stamps.append(source.stamp)
        yield source


def _silent(path: str, notice: Notice) -> None:
    return None
