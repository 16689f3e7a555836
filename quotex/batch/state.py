"""How far a run is, and what it was made with: small files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from quotex.errors import QuotexError
from quotex.rulefiles.rulesources import sources

# Libraries that decide what text a document has.
_READERS = ("trafilatura", "charset-normalizer")


class RefusedError(QuotexError):
    """The run does not begin."""


class BusyError(RefusedError):
    """Another run writes into the same output at this moment."""


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What the results of a run depend on, apart from the documents."""

    version: str
    code: str
    rules: str
    options: dict[str, Any]

    @classmethod
    def now(cls, rules: Iterable[str], *, builtin: bool, options: dict[str, Any]) -> MadeBy:
        """The program as it is; raises ``RulesError`` for rules that are not there."""
        package = Path(__file__).resolve().parents[1]
        code = _digest(sorted(package.rglob("*.py")))
        return cls(_versions(), code, _digest(sources(rules, builtin=builtin).all_files()), options)

    def differences(self, other: MadeBy) -> list[str]:
        """In words, what is not as it was with ``other``."""
        found = []
        if self.version != other.version:
            found.append(f"the program is {self.version}, it was {other.version}")
        elif self.code != other.code:
            found.append("the program has changed")
        if self.rules != other.rules:
            found.append("the rules have changed")
        if self.options != other.options:
            both = {*self.options, *other.options}
            names = [name for name in both if self.options.get(name) != other.options.get(name)]
            found.append(f"other options ({', '.join(sorted(names))})")
        return found


@dataclass(slots=True)
class State:
    """How far a run is.

    ``documents`` are done, ``inputs`` is the digest of their stamps.  ``positions`` are those of
    the files that grow.  ``complete``: all documents are done, and ``results`` is whole, the file
    of that name in the folder of the run.
    """

    made_by: MadeBy
    results: str = ""
    documents: int = 0
    attributions: int = 0
    warnings: int = 0
    size: int = 0
    inputs: str = ""
    failures: dict[str, int] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)
    complete: bool = False

    def add(self, stamp: str) -> None:
        """Notes one more document, by its stamp."""
        self.documents += 1
        data = self.inputs.encode() + stamp.encode("utf-8", "surrogatepass")
        self.inputs = hashlib.blake2b(data, digest_size=16).hexdigest()

    def save(self, path: Path) -> None:
        """Writes the state to ``path``, whole or not at all; raises ``OSError``."""
        partial = path.with_name(f"{path.name}.part")
        with named(path), partial.open("w", encoding="utf-8") as stream:
            json.dump(asdict(self), stream, indent=1)
            stream.write("\n")
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)

    @classmethod
    def load(cls, path: Path) -> State | None:
        """The state in ``path``; null when there is none that can be understood."""
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            return cls(**{**found, "made_by": MadeBy(**found["made_by"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None


@contextmanager
def named(path: Path) -> Iterator[None]:
    """An ``OSError`` from inside says which file it is about: a full disk is found by writing."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """The only one to hold the lock ``path``; it falls with the process, however that ends."""
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise OSError(0, str(error), str(path)) from error
            raise BusyError("another run is writing it") from None
        yield
    finally:
        with suppress(sqlite3.Error):
            connection.close()


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _versions() -> str:
    found = [f"quotex {version('quotex')}"]
    for name in _READERS:
        with suppress(PackageNotFoundError):
            found.append(f"{name} {version(name)}")
    return ", ".join(found)
