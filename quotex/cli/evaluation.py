"""One run of ``quotex eval``: gold read, texts extracted, figures printed, floors held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import typer

from quotex.cli.messages import INPUT_FAILED, Messages, edge
from quotex.cli.output import open_output
from quotex.errors import InputError, RulesError
from quotex.evaluation.evaluate import Extracted, extract_one, measure
from quotex.evaluation.floors import new_floors, read_floors, shortfalls, write_floors
from quotex.evaluation.gold import read_gold
from quotex.evaluation.mistakes import mistakes
from quotex.extract import Extractor
from quotex.filters import Filters
from quotex.render.evaluation import write_json, write_mistakes, write_tables
from quotex.resolution.same_name import read_name_words
from quotex.rulefiles.rulespath import builtin_rules


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the user asked for; ``floors`` is a file, ``write`` and ``lower`` change it."""

    gold: Path
    filters: Filters
    rules: Sequence[str | Path]
    builtin: bool
    format: Literal["table", "json"]
    output: Path | None
    errors: bool
    floors: Path | None
    write: bool
    lower: bool
    messages: Messages

    def run(self) -> None:
        """Prints the figures; leaves with exit code 1 when a text failed or a floor is not met."""
        failures = 0
        with edge(self.messages):
            try:
                extracted, failures = self._extract()
            except InputError as error:
                self.messages.error(error)
                raise typer.Exit(INPUT_FAILED) from None
            figures, outcomes = measure(extracted, read_name_words(builtin_rules()))
            found = mistakes(outcomes) if self.errors else None
            with open_output(self.output, self.format) as stream:
                if self.format == "json":
                    write_json(figures, found, stream)
                else:
                    write_mistakes(found or (), stream)
                    write_tables(figures, stream)
            if self.floors:
                failures += self._floors(self.floors, figures.metrics())
        if failures:
            raise typer.Exit(INPUT_FAILED)

    def _extract(self) -> tuple[list[Extracted], int]:
        """What is found in each text, and how many failed; in these, everything is missed."""
        extractor = Extractor(self.rules, builtin=self.builtin)
        extracted: list[Extracted] = []
        failures = 0
        for document in read_gold(self.gold):
            try:
                records = extract_one(document, extractor, self.filters)
            except RulesError:
                raise
            except Exception as error:  # one bad text must not cost the figures of the others
                self.messages.fault(str(document.path), error)
                records = ()
                failures += 1
            extracted.append((document, records))
        return extracted, failures

    def _floors(self, path: Path, metrics: dict[str, float]) -> int:
        """Writes the floors, or compares; how many are not met."""
        label = self.gold.resolve().name
        floors = read_floors(path) if path.exists() or not self.write else {}
        if self.write:
            floors[label] = new_floors(floors.get(label, {}), metrics, lower=self.lower)
            write_floors(path, floors)
            return 0
        if label not in floors:
            self.messages.summary(f"{path}: no floors for {label}; --write-floors sets them")
        below = shortfalls(floors.get(label, {}), metrics)
        for shortfall in below:
            self.messages.error(InputError(label, f"below its floor in {path}: {shortfall}"))
        return len(below)
