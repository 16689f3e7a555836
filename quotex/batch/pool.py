"""Documents to processes, outcomes back in order; a process that dies or hangs loses nothing."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from multiprocessing.connection import wait
from time import monotonic

from quotex.batch.child import Child, Task
from quotex.batch.work import Outcome, Work, failed
from quotex.errors import QuotexError
from quotex.inputs.source import Source

# How far the others may run ahead of a slow document: what is done waits in memory for its turn.
_AHEAD = 256
_BYTES_AHEAD = 16 * 1024 * 1024
_TRIES = 2  # a process may die of what has nothing to do with the document
_STILLBORN = 8  # so many processes may die before they begin, when others have worked


class PoolError(QuotexError):
    """The worker processes do not start."""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    sources: Iterable[Source], work: Work, *, jobs: int, seconds: float | None = None
) -> Generator[Outcome, None, None]:
    """The outcome of each document, in the order of ``sources``, by ``jobs`` processes.

    A document that takes longer than ``seconds``, or of which two processes die, fails; the rest
    goes on.  ``sources`` is read a little ahead only.  Raises ``RulesError``, and
    :class:`PoolError` when processes die before they begin.
    """
    pool = _Pool(iter(sources), work, jobs, seconds)
    try:
        yield from pool.run()
    finally:
        pool.stop()


class _Pool:
    def __init__(
        self, sources: Iterator[Source], work: Work, jobs: int, seconds: float | None
    ) -> None:
        self._sources = sources
        self._work = work
        self._jobs = jobs
        self._seconds = seconds
        self._children: list[Child] = []
        self._again: deque[Task] = deque()
        self._done: dict[int, Outcome] = {}
        self._weights: dict[int, int] = {}  # of the documents that are out or wait for their turn
        self._given = 0
        self._next = 0
        self._exhausted = False
        self._stillborn = 0
        self._working = False

    def run(self) -> Iterator[Outcome]:
        while True:
            while self._next in self._done:
                outcome = self._done.pop(self._next)
                del self._weights[self._next]
                self._next += 1
                yield outcome
            if self._give():
                self._collect(0.0)  # the next document may be long in coming
            elif self._again or any(child.tasks for child in self._children):
                self._collect(None)
            else:
                return

    def stop(self) -> None:
        for child in self._children:
            child.stop()

    def _give(self) -> bool:
        """Gives a task to the process with the fewest, a new one if all have some; false if none
        has room, or there is no task."""
        free = [child for child in self._children if child.has_room()]
        child = min(free, key=lambda each: len(each.tasks), default=None)
        if (child is None or child.tasks) and len(self._children) < self._jobs:
            child = None
        elif child is None:
            return False
        task = self._task()
        if task is None:
            return False
        if child is None:
            child = Child.start(self._work)
            self._children.append(child)
        child.give(task)
        return True

    def _task(self) -> Task | None:
        if self._again:
            return self._again.popleft()
        ahead = self._given - self._next
        weight = sum(self._weights.values())
        if self._exhausted or ahead >= _AHEAD or (ahead and weight > _BYTES_AHEAD):
            return None
        source = next(self._sources, None)
        if source is None:
            self._exhausted = True
            return None
        task = Task(self._given, source.portable(self._work.reading))
        self._weights[task.index] = task.source.weight
        self._given += 1
        return task

    def _collect(self, timeout: float | None) -> None:
        """Waits until something happens: an outcome, a death, a document's time is over."""
        deadlines = [child.deadline(self._seconds) for child in self._children]
        earliest = min((moment for moment in deadlines if moment is not None), default=None)
        if timeout is None and earliest is not None:
            timeout = max(0.0, earliest - monotonic())
        ready = set(wait([child.connection for child in self._children], timeout))
        for child in list(self._children):
            if child.connection in ready:
                self._take(child)
            else:
                moment = child.deadline(self._seconds)
                if moment is not None and moment <= monotonic():
                    self._time_out(child)

    def _take(self, child: Child) -> None:
        """Takes all that has come from ``child``."""
        while True:
            try:
                found = child.receive()
            except EOFError:
                self._bury(child)
                return
            self._working = True
            if found:
                task, outcome = found
                self._done[task.index] = outcome
            if not child.connection.poll():
                return

    def _time_out(self, child: Child) -> None:
        task = child.tasks.popleft()
        message = f"took longer than {self._seconds:g} seconds"
        hint = "allow more with --timeout"
        self._done[task.index] = failed(task.source, "timed-out", message, hint)
        self._dismiss(child)

    def _bury(self, child: Child) -> None:
        """What a dead process had is done by others, what it died of only once more."""
        if child.since is None:
            self._stillborn += 1
        ending = child.ending()
        if self._stillborn > (_STILLBORN if self._working else 0):
            raise PoolError(
                f"the worker processes do not start ({ending}); a program that uses them has to "
                "guard its main part with: if __name__ == '__main__'"
            )
        task = child.tasks.popleft() if child.since is not None and child.tasks else None
        self._dismiss(child)
        if task is None:
            return
        task = replace(task, tries=task.tries + 1)
        if task.tries < _TRIES:
            self._again.appendleft(task)
        else:
            message = f"the process died of it ({ending})"
            self._done[task.index] = failed(task.source, "crashed", message)

    def _dismiss(self, child: Child) -> None:
        self._children.remove(child)
        self._again.extendleft(reversed(child.tasks))
        child.stop()
