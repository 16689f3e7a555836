"""What is done with each document, in whatever process; nothing that goes wrong leaves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quotex.errors import Cause, InputError, RulesError, outgrown
from quotex.extract import Extractor
from quotex.filters import Filters
from quotex.inputs.source import Reading, Source
from quotex.model import Notice, Result
from quotex.text.read import Document

Encode = Callable[[Document, Result], Any]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one document gave no result: ``cause`` to count by, the rest to read."""

    cause: Cause
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document.

    ``payload`` is what the work's ``encode`` made of the result; null when ``failure`` is set.
    ``text`` is the document's, if it was to be kept.
    """

    path: str
    size: int = 0
    payload: Any = None
    attributions: int = 0
    notices: tuple[Notice, ...] = ()
    text: str | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What every process needs to know; it can be sent to one.

    ``encode`` turns the document and its result into what is sent back.  ``date`` counts for
    documents that give none.
    """

    encode: Encode
    reading: Reading
    filters: Filters
    rules: tuple[str, ...] = ()
    builtin: bool = True
    date: str | None = None
    keep_text: bool = False


class Worker:
    """Does the work, with rules that are compiled once; raises ``RulesError``."""

    def __init__(self, work: Work, extractor: Extractor | None = None) -> None:
        self._work = work
        self._extractor = extractor or Extractor(work.rules, builtin=work.builtin)

    def __call__(self, source: Source) -> Outcome:
        """What comes of one document; a document that fails is an outcome, too."""
        try:
            return self._process(source)
        except InputError as error:
            return failed(source, error.cause, error.message, error.hint)
        except RulesError:
            raise
        except Exception as error:
            if known := outgrown(source.path, error):
                return failed(source, known.cause, known.message, known.hint)
            message = f"{type(error).__name__}: {error}"
            return failed(source, "fault", message, "this is a fault of quotex, please report it")

    def _process(self, source: Source) -> Outcome:
        work = self._work
        document = source.load(work.reading)
        result = self._extractor.analyse(
            document.text,
            date=document.date or work.date,
            path=document.path or None,
            name=document.name,
            title=document.title,
        )
        result = work.filters.apply(result)
        return Outcome(
            source.path,
            source.size,
            work.encode(document, result),
            len(result.attributions),
            (*document.notices, *result.notices),
            document.text if work.keep_text else None,
        )


def failed(source: Source, cause: Cause, message: str, hint: str | None = None) -> Outcome:
    """The outcome of a document that gave no result."""
    return Outcome(source.path, source.size, failure=Failure(cause, message, hint))
