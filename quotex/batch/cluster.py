"""The same work on a Dask cluster; needs the extra ``quotex[dask]``.

Documents travel with their bytes, so the workers need no common folder; results come back and are
written here.  A worker that dies loses nothing: its documents go to another.
"""

from __future__ import annotations

import faulthandler
import logging
import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache, partial
from threading import Lock
from typing import Any

import dask
from distributed import CancelledError, Client, KilledWorker, LocalCluster

from quotex.batch.child import uninterrupted
from quotex.batch.state import MadeBy
from quotex.batch.work import Outcome, Work, Worker, failed
from quotex.errors import QuotexError
from quotex.extract import Extractor
from quotex.inputs.source import Source

# One task: so that the scheduler has little to do, and a worker that dies little to lose.
_DOCUMENTS = 32
_BYTES = 256 * 1024
_AHEAD = 4  # tasks for each thread of the cluster
_LOCAL = "local"
_PATIENCE = "60 s"  # for a worker to come
_GONE = "the scheduler of the cluster is gone"
_LOOK = 10.0  # seconds between two looks at whether there is one
_SETTINGS = {  # of a cluster on this machine
    # A worker that is started again would be given up if it happens to be away so much later.
    "distributed.deploy.lost-worker-timeout": "10000 days",
    # One worker may die of what has nothing to do with the documents.
    "distributed.scheduler.allowed-failures": 1,
}


_NOWHERE = os.open(os.devnull, os.O_WRONLY)

_Task = partial[list[Outcome]]

_working = Lock()


class ClusterError(QuotexError):
    """The cluster cannot be reached, or runs another version or other rules."""


def on_cluster(
    sources: Iterable[Source],
    work: Work,
    *,
    made_by: MadeBy,
    address: str,
    jobs: int,
    seconds: float,
) -> Generator[Outcome, None, None]:
    """The outcome of each document, in the order of ``sources``.

    ``address`` is that of the scheduler, or ``local`` for a cluster of ``jobs`` processes on this
    machine.  A document that takes longer than ``seconds`` fails.  Raises :class:`ClusterError`
    when the cluster cannot be reached or is gone, or when a worker would not give the results that
    ``made_by`` stands for.
    """
    task = partial(_process, work, _same(made_by), seconds)
    with ExitStack() as stack, dask.config.set(_SETTINGS), _silence():
        client = _connected(stack, address, jobs)
        out: deque[tuple[list[Source], Any]] = deque()
        for chunk in _chunks(sources, work):
            out.append((chunk, client.submit(task, chunk, pure=False)))
            while len(out) > _AHEAD * _threads(client):
                yield from _outcomes(client, task, *out.popleft())
        while out:
            yield from _outcomes(client, task, *out.popleft())


@contextmanager
def _silence() -> Iterator[None]:
    """What goes wrong on a cluster is told once, and not with tracebacks."""
    logging.disable(logging.ERROR)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def _connected(stack: ExitStack, address: str, jobs: int) -> Any:
    try:
        if address == _LOCAL:
            with uninterrupted():
                cluster: Any = LocalCluster(  # type: ignore[no-untyped-call]
                    n_workers=jobs,
                    threads_per_worker=1,
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            stack.enter_context(cluster)
            client: Any = Client(cluster)  # type: ignore[no-untyped-call]
        else:
            client = Client(address, timeout=_PATIENCE)  # type: ignore[no-untyped-call]
        stack.enter_context(client)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, ValueError) as error:  # a time-out is an OSError
        raise ClusterError(f"no cluster at {address}: {error}") from error
    return client


def _threads(client: Any) -> int:
    """How many tasks the cluster works on at a time, at least one."""
    try:
        threads: dict[str, int] = client.nthreads()
        return max(1, sum(threads.values()))
    except OSError:
        raise ClusterError(_GONE) from None


def _chunks(sources: Iterable[Source], work: Work) -> Iterator[list[Source]]:
    chunk: list[Source] = []
    size = 0
    for source in sources:
        chunk.append(source.with_bytes(work.reading))
        size += source.size
        if len(chunk) >= _DOCUMENTS or size >= _BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _outcomes(client: Any, task: _Task, chunk: list[Source], future: Any) -> Iterator[Outcome]:
    try:
        yield from _result(client, future)
    except KilledWorker:  # several workers died of it
        if len(chunk) == 1:
            seconds = task.args[-1]
            message = f"the processes that had it died, or it took longer than {seconds:g} seconds"
            yield failed(chunk[0], "crashed", message)
            return
        for source in chunk:
            alone = [source]
            yield from _outcomes(client, task, alone, client.submit(task, alone, pure=False))


def _result(client: Any, future: Any) -> list[Outcome]:
    """The outcomes of a task; raises :class:`ClusterError` when nobody is left to do it."""
    while True:
        try:
            with suppress(TimeoutError):
                found: list[Outcome] = future.result(timeout=_LOOK)
                return found
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError:
            raise ClusterError("no worker of the cluster is left") from None
        except (OSError, CancelledError):
            raise ClusterError(_GONE) from None


def _process(
    work: Work, wanted: tuple[str, ...], seconds: float, chunk: list[Source]
) -> list[Outcome]:
    """What a worker does: one task at a time, whatever the number of its threads."""
    with _working:
        worker = Worker(work, _extractor(work.rules, work.builtin, wanted))
        return [_watched(worker, source, seconds) for source in chunk]


def _watched(worker: Worker, source: Source, seconds: float) -> Outcome:
    """One document; the process ends when it hangs, since nothing else stops an expression that
    does, and its tasks go to another."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=_NOWHERE)
    try:
        return worker(source)
    finally:
        faulthandler.cancel_dump_traceback_later()


@cache
def _extractor(given: tuple[str, ...], builtin: bool, wanted: tuple[str, ...]) -> Extractor:
    """The rules, compiled once in each process of the cluster, if they are those of the run."""
    here = MadeBy.now(given, builtin=builtin, options={})
    if _same(here) != wanted:
        differing = "other rules" if _same(here)[:2] == wanted[:2] else f"another {here.version}"
        raise ClusterError(f"a worker of the cluster has {differing}")
    return Extractor(given, builtin=builtin)


def _same(made_by: MadeBy) -> tuple[str, ...]:
    """What has to be the same on all machines."""
    return made_by.version, made_by.code, made_by.rules
