"""Many documents from Python."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache
from pathlib import Path

from quotex.batch.work import Failure, Outcome, Work, Worker
from quotex.extract import Extractor
from quotex.filters import Filters
from quotex.inputs.inputs import Inputs
from quotex.inputs.source import Reading, Source, TextSource
from quotex.model import Attribution, Notice, Result
from quotex.text.read import Document

_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what is known about it.

    The ids of its attributions begin with ``id``; ``date`` is the day of publication.
    """

    text: str
    id: str | None = None
    date: str | Date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one document.

    ``id`` is that of the text, or the path of the file; null for a text without one.  ``failure``
    says why nothing was found; it is null when the document was read to its end.
    """

    id: str | None
    attributions: tuple[Attribution, ...] = ()
    notices: tuple[Notice, ...] = ()
    failure: Failure | None = None


def extract_many(
    documents: Iterable[str | Text | Path],
    *,
    jobs: int | None = None,
    rules: Sequence[str | Path] = (),
    date: str | Date | None = None,
    timeout: float | None = _SECONDS,
) -> Iterator[Extraction]:
    """What is found in each document, in their order, as soon as it is there.

    ``documents`` are texts, or paths, which stand for all that ``quotex batch`` reads there; they
    are taken a little ahead only, so that there may be any number of them.  ``jobs`` processes
    work, by default one for each core; with 1 the work is done in this process.  A document that
    fails, takes longer than ``timeout`` seconds or kills a process is an :class:`Extraction` with
    a ``failure`` and stops nothing; in this process there is no such watch.  Raises ``RulesError``
    for rules that are wrong, and ``PoolError`` when the processes do not start: as with
    ``multiprocessing``, the main part of a program has to stand under
    ``if __name__ == "__main__":``.
    """
    from quotex.batch.pool import cores, in_order  # slow to import for who extracts one text

    work = Work(
        _result, Reading(), Filters(), tuple(map(str, rules)), date=str(date) if date else None
    )
    many = jobs or cores()
    sources = _sources(documents)
    if many > 1:
        yield from map(_extraction, in_order(sources, work, jobs=many, seconds=timeout))
    else:
        yield from map(_extraction, map(Worker(work, _extractor(work.rules)), sources))


@lru_cache(maxsize=4)
def _extractor(rules: tuple[str, ...]) -> Extractor:
    """The rules, kept for a program that comes with a few documents again and again."""
    return Extractor(rules)


def _sources(documents: Iterable[str | Text | Path]) -> Iterator[Source]:
    for document in documents:
        if isinstance(document, os.PathLike):
            yield from Inputs((os.fspath(document),), Reading()).sources()
            continue
        given = Text(document) if isinstance(document, str) else document
        date = str(given.date) if given.date else None
        size = len(given.text)
        yield TextSource(given.id or "", size, "", given.text, given.id, date, given.title)


def _result(document: Document, result: Result) -> Result:
    return result


def _extraction(outcome: Outcome) -> Extraction:
    result: Result | None = outcome.payload
    found = result.attributions if result else ()
    return Extraction(outcome.path or None, found, outcome.notices, outcome.failure)
