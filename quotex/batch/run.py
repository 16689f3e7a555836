"""One run: documents into a file of results, from wherever the last run was stopped."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import Protocol

from quotex.batch.files import Files, publish
from quotex.batch.ledger import Ledger
from quotex.batch.sinks import Store
from quotex.batch.state import MadeBy, RefusedError, State, locked
from quotex.batch.work import Outcome, Work
from quotex.errors import InputError
from quotex.inputs.inputs import Inputs
from quotex.inputs.source import STDIN, Source
from quotex.model import Notice

Engine = Callable[[Iterator[Source], Work], Generator[Outcome, None, None]]
"""What gives the outcomes of the sources in their order, such as ``pool.in_order``."""


class FailFastError(InputError):
    """A document failed, and the run was to stop at the first that does."""


class ChangedError(RefusedError):
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
class Run:
    """A run as the user asked for it; ``engine`` does the work, here or elsewhere."""

    inputs: Inputs
    work: Work
    store: Store
    files: Files
    made_by: MadeBy
    engine: Engine
    fail_fast: bool = False
    again: bool = False

    def run(self, report: Report) -> State:
        """Does what is left to do; returns the final state.

        Raises ``OSError`` when the output cannot be written, :class:`FailFastError`,
        ``RulesError``, and what the engine raises.  After each of these, and after an
        interruption, the same run goes on where it was.
        """
        done = None if self.again else self._done_before(report)
        if done:
            return done
        self.files.folder.mkdir(exist_ok=True)
        with locked(self.files.folder / "lock"):
            state = None if self.again else self._stopped(report)
            if state is None or not state.complete:
                state = self._work_off(state, report)
            publish(self.files, state)
        shutil.rmtree(self.files.folder, ignore_errors=True)
        return state

    def _done_before(self, report: Report) -> State | None:
        """The state of an earlier run that is complete, if nothing has changed since."""
        earlier = State.load(self.files.manifest)
        if earlier is None or not self.files.output.exists() or self.files.state.exists():
            return None
        changes = self.made_by.differences(earlier.made_by)
        if not changes and STDIN not in self.inputs.paths:
            sources = self.inputs.sources()
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
        elif before and before.documents:
            report.note(f"going on after {before.documents:,} done")
        if before is None:
            self.files.state.unlink(missing_ok=True)  # it knows files that are begun anew now
        state = before or State(self.made_by)
        with ExitStack() as stack:
            ledger = stack.enter_context(
                closing(Ledger.open(self.files, state, self.store, keep_text=self.work.keep_text))
            )
            report.begin(self.inputs.size(), state)
            stamps: list[str] = []  # of the documents that are out, in order
            outcomes = self.engine(_noting(sources, stamps), self.work)
            stack.enter_context(closing(outcomes))
            for outcome in outcomes:
                if self.fail_fast and (failure := outcome.failure):
                    ledger.save()
                    told = (failure.message, failure.hint, failure.cause)
                    raise FailFastError(outcome.path, *told)
                ledger.add(outcome, stamps.pop(0))
                report.advance(outcome, state)
            ledger.save()
            ledger.finish()
        return state

    def _sources(self, report: Report) -> Iterator[Source]:
        for source in self.inputs.sources(report.warn):
            yield source.portable(self.inputs.reading) if source.path == STDIN else source


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
