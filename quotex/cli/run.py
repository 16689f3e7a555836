"""From the paths on the command line to results, whatever happens to single inputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import get_args

from quotex.cli.messages import Messages
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


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
