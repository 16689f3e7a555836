"""From the paths on the command line to results, whatever happens to single inputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import typer

from quotex.cli.messages import INPUT_FAILED, Messages, edge
from quotex.errors import InputError, RulesError
from quotex.extract import Extractor
from quotex.filters import Filters
from quotex.model import Kind, Notice
from quotex.read import Document, list_files, read
from quotex.render import Extracted


@dataclass(slots=True)
class Run:
    """One run over the user's inputs; it counts as it goes."""

    extractor: Extractor
    messages: Messages
    filters: Filters
    date: str | None = None
    encoding: str | None = None
    documents: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    failures: int = 0

    def extract(self, paths: Iterable[str]) -> Iterator[Extracted]:
        """What is found in each text at ``paths``; an input that fails is told and counted."""
        for path in self._files(paths):
            self.messages.detail(path, "reading")
            try:
                document = read(path, self.encoding)
            except InputError as error:
                self._fail(error)
                continue
            extracted = self._analyse(document)
            if extracted:
                self.documents += 1
                self.kinds.update(found.kind for found in extracted.result.attributions)
                yield extracted

    def finish(self, *, told: bool) -> None:
        """Says what came of it all, if it is to be ``told`` or inputs failed; then leaves with 1."""
        if told or self.messages.verbose or self.failures:
            self.messages.summary(self.summary())
        if self.failures:
            raise typer.Exit(INPUT_FAILED)

    def summary(self) -> str:
        """What was counted, in one line."""
        found = _counted(self.kinds.total(), "attribution")
        kinds = [f"{self.kinds[kind]} {kind}" for kind in get_args(Kind) if self.kinds[kind]]
        among = f" ({', '.join(kinds)})" if kinds else ""
        failed = f"; {_counted(self.failures, 'input')} failed" if self.failures else ""
        return f"{found}{among} in {_counted(self.documents, 'document')}{failed}"

    def _files(self, paths: Iterable[str]) -> Iterator[str]:
        for path in paths:
            try:
                listing = list_files(path)
            except InputError as error:
                self._fail(error)
                continue
            for failure in listing.failures:
                self._fail(failure)
            if not listing.files and not listing.failures:
                self.messages.warning(path, Notice("no .txt or .md file in this folder"))
            yield from listing.files

    def _analyse(self, document: Document) -> Extracted | None:
        path = document.path
        self.messages.detail(path, f"{len(document.text)} characters, {document.encoding}")
        try:
            result = self.extractor.analyse(document.text, date=self.date, path=path)
        except RulesError:
            raise
        except Exception as error:  # one bad text must not cost the results of the others
            self.failures += 1
            self.messages.fault(path, error)
            return None
        for notice in (*document.notices, *result.notices):
            self.messages.warning(path, notice)
        return Extracted(document.text, self.filters.apply(result))

    def _fail(self, error: InputError) -> None:
        self.failures += 1
        self.messages.error(error)


@contextmanager
def start(
    *,
    date: str | None,
    encoding: str | None,
    rules: list[Path] | None,
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
        yield Run(Extractor(rules=rules or ()), messages, filters, date=date, encoding=encoding)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
