"""One worker process, as it looks from the process that started it."""

from __future__ import annotations

import gc
import os
import pickle
import signal
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from threading import Thread
from time import monotonic

from quotex.batch.work import Outcome, Work, Worker
from quotex.inputs.source import Source

# A worker has the next documents at hand when it is done with one, but never many large ones.
_AT_HAND = 16
_BYTES_AT_HAND = 128 * 1024
_DYING = 0.1  # seconds that a process which has hung up may take to end


@dataclass(frozen=True, slots=True)
class Task:
    """A document and its place among all; ``tries`` counts the workers that died of it."""

    index: int
    source: Source
    tries: int = 0


@dataclass(slots=True)
class Child:
    """A worker process with the tasks that it was given, the first of them in work.

    ``since`` is when it began with the first, null as long as it compiles the rules.  ``outbox``
    holds what is still to be sent: a thread sends it, since a process that hangs may not read, and
    who waits for it could not see that its time is over.
    """

    process: SpawnProcess
    connection: Connection
    tasks: deque[Task] = field(default_factory=deque)
    since: float | None = None
    outbox: SimpleQueue[bytes | None] = field(default_factory=SimpleQueue)
    sender: Thread | None = None

    @classmethod
    def start(cls, work: Work) -> Child:
        """A new process, which first compiles the rules of ``work``."""
        context = get_context("spawn")  # forking a program with threads is not safe
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, work), daemon=True)
        with uninterrupted():
            process.start()
        theirs.close()  # so that its death can be seen
        child = cls(process, ours)
        child.sender = Thread(target=_send, args=(ours, child.outbox), daemon=True)
        child.sender.start()
        return child

    def has_room(self) -> bool:
        """Whether it can be given one more task."""
        if not self.tasks:
            return True
        weight = sum(task.source.weight for task in self.tasks)
        return len(self.tasks) < _AT_HAND and weight < _BYTES_AT_HAND

    def give(self, task: Task) -> None:
        """Hands over one task."""
        if not self.tasks and self.since is not None:
            self.since = monotonic()
        self.tasks.append(task)
        self.outbox.put(pickle.dumps(task.source, pickle.HIGHEST_PROTOCOL))

    def receive(self) -> tuple[Task, Outcome] | None:
        """The next outcome; null when it was only told that the rules are compiled.

        Raises ``EOFError`` when the process is dead, and what kept it from its work.
        """
        try:
            message: Outcome | BaseException | None = self.connection.recv()
        except OSError as error:
            raise EOFError from error
        if isinstance(message, BaseException):
            raise message
        self.since = monotonic()
        return (self.tasks.popleft(), message) if message else None

    def deadline(self, seconds: float | None) -> float | None:
        """When its first task has had its ``seconds``; null when there is no such moment."""
        if seconds is None or self.since is None or not self.tasks:
            return None
        return self.since + seconds

    def ending(self) -> str:
        """How a process that has hung up ended."""
        self.process.join(_DYING)
        self._kill()
        return _ending(self.process.exitcode)

    def stop(self) -> None:
        """Ends the process at once, whatever it does, and gives back what it took."""
        self._kill()
        self.outbox.put(None)
        if self.sender:
            self.sender.join()
        self.connection.close()
        self.process.close()

    def _kill(self) -> None:
        self.process.kill()
        self.process.join()


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with_name = signal.strsignal(-code) or ""
        return f"signal {-code} ({with_name.lower()})" if with_name else f"signal {-code}"
    return f"exit code {code}"


@contextmanager
def uninterrupted() -> Iterator[None]:
    """A process that starts in here never hears Ctrl-C: the one that started it deals with it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # the start of this helper would let the signal in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _send(connection: Connection, outbox: SimpleQueue[bytes | None]) -> None:
    """Sends what comes; to a dead process nothing can be sent, and who asks it will see that."""
    with suppress(OSError):
        while (data := outbox.get()) is not None:
            connection.send_bytes(data)


def _serve(connection: Connection, work: Work) -> None:
    """The life of the process: an outcome for every document that comes, in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        worker = Worker(work)
        gc.freeze()  # the rules stay to the end: the collector need not go through them each time
        connection.send(None)
        sources: SimpleQueue[Source] = SimpleQueue()
        # Reading goes on beside the work: two processes that only write would wait for ever.
        Thread(target=_receive, args=(connection, sources), daemon=True).start()
        while True:
            connection.send(worker(sources.get()))
    except OSError:
        return  # nobody listens any more
    except Exception as error:
        connection.send(error)


def _receive(connection: Connection, sources: SimpleQueue[Source]) -> None:
    while True:
        try:
            sources.put(connection.recv())
        except (EOFError, OSError):
            os._exit(0)  # whoever started this process is gone, also if nothing could tell it
