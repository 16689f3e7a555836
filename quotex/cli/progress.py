"""How far a long run is, on standard error: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

from quotex.batch.state import State
from quotex.batch.work import Outcome
from quotex.cli.messages import Messages, counted
from quotex.errors import InputError
from quotex.model import Notice

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SECONDS = 10.0  # between two lines
_FAST = 10  # documents a second; slower ones are told with a decimal
_FAILURES = 10  # told one by one; all of them are listed in a file


def found(state: State) -> str:
    """What is done so far, in words."""
    documents = counted(state.documents, "document")
    return f"{documents}, {counted(state.attributions, 'attribution')}"


@dataclass(slots=True)
class LineReport:
    """Tells about a run in lines."""

    messages: Messages
    total: int = 0
    begun: float = 0.0  # not yet
    told: float = 0.0
    before: tuple[int, int] = (0, 0)  # documents and bytes that were done already
    failures: int = 0

    def note(self, message: str) -> None:
        """Says something about the run as a whole."""
        self.messages.summary(message)

    def warn(self, path: str, notice: Notice) -> None:
        """Says something about one input."""
        self.messages.warning(path, notice)

    def begin(self, total: int, state: State) -> None:
        """The run begins, or goes on after ``state``; ``total`` are the bytes of its inputs."""
        self.total = total
        self.begun = self.told = monotonic()
        self.before = (state.documents, state.size)

    def advance(self, outcome: Outcome, state: State) -> None:
        """One more document is done: its failure, its warnings for who wants them, the figures."""
        if outcome.failure:
            self._fail(outcome)
        if self.messages.verbose:
            for notice in outcome.notices:
                self.messages.warning(outcome.path, notice)
        self.show(state)

    def show(self, state: State) -> None:
        """The figures, if it is time for them."""
        now = monotonic()
        if now - self.told >= _SECONDS:
            self.told = now
            left = self.left(state)
            ending = f", {state.size / self.total:.0%}, {left} left" if left else ""
            self.messages.summary(f"{self.figures(state)}{ending}")

    def figures(self, state: State) -> str:
        """Documents, attributions, rate."""
        return f"{found(state)}, {self.rate(state)}"

    def rate(self, state: State) -> str:
        """Documents a second, since the run was started or went on."""
        rate = (state.documents - self.before[0]) / max(self.elapsed(), 1e-9)
        return f"{rate:,.0f} documents/s" if rate >= _FAST else f"{rate:.1f} documents/s"

    def elapsed(self) -> float:
        """Seconds since the run was started or went on."""
        return monotonic() - self.begun

    def pace(self, state: State) -> str:
        """How long it took and how fast it was, if anything was done."""
        if not self.begun:
            return ""
        time = timedelta(seconds=round(self.elapsed()))
        return f", {time}, {self.rate(state)}"

    def left(self, state: State) -> str | None:
        """The time left, by the bytes that are left; null when that cannot be known."""
        done = state.size - self.before[1]
        if not done or not self.total:
            return None
        seconds = max(0, self.total - state.size) / done * self.elapsed()
        return str(timedelta(seconds=round(seconds)))

    def _fail(self, outcome: Outcome) -> None:
        self.failures += 1
        if outcome.failure and self.failures <= _FAILURES:
            failure = outcome.failure
            self.messages.error(InputError(outcome.path, failure.message, failure.hint))
        elif self.failures == _FAILURES + 1:
            self.messages.summary("more documents failed; they are listed at the end")


@dataclass(slots=True)
class BarReport(LineReport):
    """Tells about a run with a bar that grows."""

    bar: Progress | None = None
    task: TaskID | None = None

    def begin(self, total: int, state: State) -> None:
        LineReport.begin(self, total, state)
        if self.bar:
            self.task = self.bar.add_task("", total=total or None, figures="", left="")

    def show(self, state: State) -> None:
        if self.bar and self.task is not None:
            self.bar.update(
                self.task,
                completed=min(state.size, self.total),
                figures=self.figures(state),
                left=self.left(state) or "",
            )


@contextmanager
def reporting(messages: Messages) -> Iterator[LineReport]:
    """The report that suits standard error."""
    if messages.quiet or not sys.stderr.isatty():
        yield LineReport(messages)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[figures]}"),
        TextColumn("{task.fields[left]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield BarReport(messages, bar=bar)
