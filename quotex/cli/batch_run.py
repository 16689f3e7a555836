"""One run of ``quotex batch``: what the user asked for, told while it goes on, and its end."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

import typer

from quotex.batch.files import Files
from quotex.batch.pool import in_order
from quotex.batch.run import Engine, FailFastError, Run
from quotex.batch.sinks import STORE_NAMES, StoreName, missing_extra, store, store_of, suffixes
from quotex.batch.state import MadeBy, RefusedError, State
from quotex.batch.work import Work
from quotex.cli.messages import INPUT_FAILED, Messages, counted, edge
from quotex.cli.progress import LineReport, found, reporting
from quotex.cli.rules_in_force import rules_in_force
from quotex.errors import InputError, QuotexError, RulesError
from quotex.filters import Filters
from quotex.inputs.inputs import Inputs

_SIGNALS = 128  # a shell shows a program that a signal ended as this and the number of the signal


def choose_store(asked: StoreName | None, output: Path) -> StoreName:
    """The store asked for, else that of the output file; raises ``typer.BadParameter``."""
    if output == Path("-"):
        raise typer.BadParameter(
            "name a file; to standard output writes quotex extract", param_hint="--output"
        )
    name = asked or store_of(output)
    if name is None:
        raise typer.BadParameter(
            f"no store is known for the extension of {output}; end it in one of "
            f"{', '.join(suffixes())}, or give --format {'|'.join(STORE_NAMES)}",
            param_hint="--output",
        )
    if needed := missing_extra(name):
        raise typer.BadParameter(f"{name} needs an extra: {needed}", param_hint="--output")
    if not output.absolute().parent.is_dir():
        raise typer.BadParameter(
            f"{output}: no such folder: {output.parent}", param_hint="--output"
        )
    return name


def check_cluster(address: str | None) -> None:
    """Raises ``typer.BadParameter`` when a cluster is asked for without the extra."""
    if address is not None and not find_spec("distributed"):
        raise typer.BadParameter("a cluster needs an extra: pip install 'quotex[dask]'")


@dataclass(frozen=True, slots=True)
class BatchRun:
    """What the user asked for; ``seconds`` is what one document may take."""

    inputs: Inputs
    files: Files
    store: StoreName
    filters: Filters
    rules: list[str] | None
    builtin: bool
    date: str | None
    jobs: int
    cluster: str | None
    seconds: float
    keep_text: bool
    fail_fast: bool
    again: bool
    messages: Messages

    def run(self) -> None:
        """Runs, says what came of it; leaves with exit code 1 when a document failed."""
        with edge(self.messages), self._stoppable():
            try:
                with reporting(self.messages) as report:
                    state = self._prepared().run(report)
                self._tell(state, report)
            except RulesError:
                raise
            except FailFastError as error:
                self.messages.error(error)
                self._tell_stopped("at the first that failed (--fail-fast)")
                raise typer.Exit(INPUT_FAILED) from None
            except QuotexError as error:
                self.messages.error(InputError(str(self.files.output), str(error)))
                if not isinstance(error, RefusedError):
                    self._tell_stopped()
                raise typer.Exit(INPUT_FAILED) from None
        if state.failures:
            raise typer.Exit(INPUT_FAILED)

    def _prepared(self) -> Run:
        made = store(self.store)
        rules = tuple(map(str, rules_in_force(self.rules)))
        work = Work(
            made.encode,
            self.inputs.reading,
            self.filters,
            rules,
            builtin=self.builtin,
            date=self.date,
            keep_text=self.keep_text,
        )
        made_by = MadeBy.now(rules, builtin=self.builtin, options=self._options())
        return Run(
            self.inputs,
            work,
            made,
            self.files,
            made_by,
            engine=self._engine(made_by),
            fail_fast=self.fail_fast,
            again=self.again,
        )

    def _engine(self, made_by: MadeBy) -> Engine:
        if self.cluster is None:
            return partial(in_order, jobs=self.jobs, seconds=self.seconds)
        from quotex.batch.cluster import on_cluster  # an extra

        return partial(
            on_cluster,
            made_by=made_by,
            address=self.cluster,
            jobs=self.jobs,
            seconds=self.seconds,
        )

    def _options(self) -> dict[str, object]:
        """What the results depend on, by the names of the options."""
        reading, filters = self.inputs.reading, self.filters
        return {
            "INPUT": list(self.inputs.paths),
            "--format": self.store,
            "--date": self.date,
            "--encoding": reading.encoding,
            "--glob": list(self.inputs.patterns),
            "--input-format": self.inputs.format,
            **{f"--{name}-field": field for name, field in reading.fields._asdict().items()},
            "--timeout": self.seconds,
            "--max-chars": reading.longest,
            "--keep-text": self.keep_text,
            "--kind": sorted(filters.kinds),
            "--speaker": list(filters.speakers),
            "--min-confidence": filters.min_confidence,
            "--without-rule": sorted(filters.without_rules),
        }

    def _tell(self, state: State, report: LineReport) -> None:
        self.messages.summary(f"{found(state)} in {self.files.output}{report.pace(state)}")
        if state.warnings and not self.messages.verbose:
            warnings = counted(state.warnings, "warning")
            self.messages.summary(f"{warnings}; shown with --verbose")
        if state.failures:
            causes = ", ".join(
                f"{count} {cause}" for cause, count in sorted(state.failures.items())
            )
            total = sum(state.failures.values())
            self.messages.summary(f"{total:,} failed ({causes}); listed in {self.files.failures}")

    def _tell_stopped(self, where: str = "") -> None:
        state = State.load(self.files.state)
        if state:
            after = f"stopped after {counted(state.documents, 'document')}"
            at = f", {where}" if where else ""
            self.messages.summary(f"{after}{at}; the same command goes on from there")

    @contextmanager
    def _stoppable(self) -> Iterator[None]:
        """Ends in good order when it is told to end; what is done is kept."""
        ending = [number for name in ("SIGTERM", "SIGHUP") if (number := _number(name))]
        before = {number: signal.signal(number, _exit) for number in ending}
        try:
            yield
        except (KeyboardInterrupt, SystemExit, OSError):
            self._tell_stopped()
            raise
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _number(name: str) -> signal.Signals | None:
    return getattr(signal, name, None)


def _exit(number: int, frame: FrameType | None) -> None:
    sys.exit(_SIGNALS + number)
