"""All that grows during a run, saved together: results, failures, texts, and the state."""

from __future__ import annotations

import json
from time import monotonic

from quotex.batch.files import Files
from quotex.batch.sinks import Sink, Store
from quotex.batch.sinks.append import AppendFile
from quotex.batch.state import State
from quotex.batch.work import Outcome

_SECONDS = 1.0  # between two states on the disk; so much work may be lost


class Ledger:
    """All that grows during a run, saved together: results, failures, texts, state."""

    def __init__(self, state: State, files: Files, sink: Sink, texts: AppendFile | None) -> None:
        self._state = state
        self._files = files
        self._sink = sink
        self._texts = texts
        self._failures = _append(files, "failures", state)
        self._saved = monotonic()

    @classmethod
    def open(cls, files: Files, state: State, store: Store, *, keep_text: bool) -> Ledger:
        """The files of the run, each cut back to where ``state`` knows it; raises ``OSError``."""
        sink = store.open(files.folder, state.positions.get("results", 0))
        kept = keep_text and not store.keeps_text
        return cls(state, files, sink, _append(files, "texts", state) if kept else None)

    def add(self, outcome: Outcome, stamp: str) -> None:
        """Adds one document; now and then everything is saved."""
        state = self._state
        self._sink.write(outcome)
        state.add(stamp)
        state.attributions += outcome.attributions
        state.warnings += len(outcome.notices)
        state.size += outcome.size
        if failure := outcome.failure:
            state.failures[failure.cause] = state.failures.get(failure.cause, 0) + 1
            record = {
                "path": outcome.path,
                "cause": failure.cause,
                "message": failure.message,
                "hint": failure.hint,
            }
            self._failures.write(json.dumps(record, ensure_ascii=False) + "\n")
        if self._texts and outcome.text is not None:
            kept = {"path": outcome.path, "text": outcome.text}
            self._texts.write(json.dumps(kept, ensure_ascii=False) + "\n")
        if monotonic() - self._saved >= _SECONDS:
            self.save()

    def save(self) -> None:
        """The files first, then the state that knows how long they are."""
        self._state.positions = {"results": self._sink.sync(), "failures": self._failures.sync()}
        if self._texts:
            self._state.positions["texts"] = self._texts.sync()
        self._state.save(self._files.state)
        self._saved = monotonic()

    def finish(self) -> None:
        """Makes the results whole, and notes that they are."""
        self._state.results = self._sink.finish().name
        self._state.complete = True
        self._state.save(self._files.state)

    def close(self) -> None:
        """Gives the files back; what was not saved is done again."""
        self._sink.close()
        self._failures.close()
        if self._texts:
            self._texts.close()


def _append(files: Files, name: str, state: State) -> AppendFile:
    return AppendFile(files.folder / name, state.positions.get(name, 0))
