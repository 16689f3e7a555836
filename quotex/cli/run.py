"""From the paths on the command line to results, whatever happens to single inputs."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import get_args

import typer

from quotex.cli.messages import INPUT_FAILED, Messages, counted, edge
from quotex.cli.rules_in_force import rules_in_force
from quotex.errors import InputError, RulesError, outgrown
from quotex.extract import Extractor, joined
from quotex.filters import Filters
from quotex.inputs.inputs import Inputs
from quotex.inputs.source import Reading
from quotex.model import Kind
from quotex.render import Extracted
from quotex.text.read import Document


@dataclass(slots=True)
class Run:
    """One run over the user's inputs; it counts as it goes."""

    extractor: Extractor
    messages: Messages
    filters: Filters
    date: str | None = None
    reading: Reading = field(default_factory=Reading)
    documents: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    failures: int = 0

    def extract(self, paths: Iterable[str]) -> Iterator[Extracted]:
        """What is found in each text at ``paths``; an input that fails is told and counted."""
        for document in self._documents(paths):
            parts = [part.result for part in self._parts(document)]
            if parts:
                yield Extracted(document.text, joined(parts))

    def parts(self, paths: Iterable[str]) -> Iterator[Extracted]:
        """The same; of a long text in parts, each as soon as it is there."""
        for document in self._documents(paths):
            yield from self._parts(document)

    def _documents(self, paths: Iterable[str]) -> Iterator[Document]:
        for source in Inputs(tuple(paths), self.reading).sources(self.messages.warning):
            self.messages.detail(source.path, "reading")
            try:
                document = source.load(self.reading)
            except Exception as error:  # one bad input must not cost the results of the others
                self._fail(source.path, error)
            else:
                yield document

    def finish(self, *, told: bool) -> None:
        """Says what came of it all if it is to be ``told``; exits with 1 if inputs failed."""
        if told or self.messages.verbose or self.failures:
            self.messages.summary(self.summary())
        if self.failures:
            raise typer.Exit(INPUT_FAILED)

    def summary(self) -> str:
        """What was counted, in one line."""
        found = counted(self.kinds.total(), "attribution")
        kinds = [f"{self.kinds[kind]} {kind}" for kind in get_args(Kind) if self.kinds[kind]]
        among = f" ({', '.join(kinds)})" if kinds else ""
        failed = f"; {counted(self.failures, 'input')} failed" if self.failures else ""
        return f"{found}{among} in {counted(self.documents, 'document')}{failed}"

    def _parts(self, document: Document) -> Iterator[Extracted]:
        path, text = document.path, document.text
        self.messages.detail(path, f"{len(text)} characters, {document.encoding}")
        parts = self.extractor.parts(
            text,
            date=document.date or self.date,
            path=path,
            name=document.name,
            title=document.title,
        )
        for notice in document.notices:
            self.messages.warning(path, notice)
        try:
            for part in map(self.filters.apply, parts):
                for notice in part.notices:
                    self.messages.warning(path, notice)
                self.kinds.update(found.kind for found in part.attributions)
                yield Extracted(text, part)
        except RulesError:
            raise
        except Exception as error:  # one bad text must not cost the results of the others
            self._fail(path, error)
        else:
            self.documents += 1

    def _fail(self, path: str, error: Exception) -> None:
        self.failures += 1
        known = error if isinstance(error, InputError) else outgrown(path, error)
        if known:
            self.messages.error(known)
        else:
            self.messages.fault(path, error)


@contextmanager
def start(
    *,
    date: str | None,
    encoding: str | None,
    rules: list[str] | None,
    builtin: bool,
    kinds: Iterable[str] | None,
    speakers: Iterable[str] | None,
    min_confidence: float,
    without_rules: Iterable[str] | None,
    quiet: bool,
    verbose: bool,
) -> Iterator[Run]:
    """A run as the shared options ask for it; what goes wrong inside becomes an exit code."""
    if quiet and verbose:
        raise typer.BadParameter("choose one of them", param_hint="--quiet, --verbose")
    messages = Messages(quiet=quiet, verbose=verbose)
    filters = Filters(
        kinds=frozenset(kinds or ()),
        speakers=tuple(speakers or ()),
        min_confidence=min_confidence,
        without_rules=frozenset(without_rules or ()),
    )
    with edge(messages):
        reading = Reading(encoding)
        extractor = Extractor(rules_in_force(rules), builtin=builtin)
        gc.freeze()  # the rules stay to the end: the collector need not go through them each time
        yield Run(extractor, messages, filters, date=date, reading=reading)
