"""SQLite: documents, attributions, speakers, and a full-text index over the contents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from quotex.batch.sinks import Store, StoreName
from quotex.batch.sinks.cells import TYPES, storable
from quotex.batch.work import Outcome
from quotex.model import Result
from quotex.render.columns import COLUMNS, row
from quotex.render.delimited import Cell
from quotex.render.jsonl import to_line
from quotex.text.read import Document

# The documents have a table of their own.
_OWN = tuple(column for column in COLUMNS if not column.startswith("document_"))
_FIRST = len(COLUMNS) - len(_OWN)

_TABLES = f"""
CREATE TABLE documents (
  document INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  title TEXT,
  date TEXT,
  place TEXT,
  source TEXT,
  encoding TEXT,
  characters INTEGER,
  failure TEXT,
  message TEXT,
  text TEXT
);
CREATE TABLE attributions (
  attribution INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents,
  {", ".join(f"{column} {TYPES[column].upper()}" for column in _OWN)},
  content_words INTEGER,
  record TEXT
);
"""

# What most attributions of a speaker have in a column.
_USUAL = """(
         SELECT {column} FROM attributions AS b
         WHERE b.speaker_name = a.speaker_name AND b.speaker_type = a.speaker_type
           AND {column} IS NOT NULL
         GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT 1
       )"""

_FINISH = f"""
CREATE INDEX attributions_by_document ON attributions (document);
CREATE INDEX attributions_by_speaker ON attributions (speaker_name, speaker_type);
CREATE TABLE speakers AS
SELECT speaker_name AS name, speaker_type AS type,
       {_USUAL.format(column="speaker_gender")} AS gender,
       {_USUAL.format(column="speaker_role")} AS role,
       count(*) AS attributions, count(DISTINCT document) AS documents,
       sum(content_words) AS words,
       sum(kind = 'direct') AS direct, sum(kind = 'mixed') AS mixed,
       sum(kind = 'indirect') AS indirect
FROM attributions AS a WHERE speaker_name IS NOT NULL
GROUP BY speaker_name, speaker_type
ORDER BY attributions DESC, name, type;
CREATE VIRTUAL TABLE contents USING fts5 (
  content_text, speaker_name, id UNINDEXED,
  content='attributions', content_rowid='attribution',
  tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO contents (contents) VALUES ('rebuild');
"""

_UNFINISH = """
DROP TABLE IF EXISTS contents;
DROP TABLE IF EXISTS speakers;
DROP INDEX IF EXISTS attributions_by_speaker;
DROP INDEX IF EXISTS attributions_by_document;
"""


@dataclass(frozen=True, slots=True)
class Rows:
    """One document as rows of the two tables, without their numbers."""

    document: tuple[Cell, ...]
    attributions: tuple[tuple[Cell, ...], ...]


def encode(document: Document, result: Result) -> Rows:
    """The rows of one document."""
    about = result.document
    facts: tuple[Cell, ...] = (
        document.path,
        about.title,
        about.date,
        about.place,
        about.source,
        document.encoding,
        len(document.text),
    )
    found = (
        (*row(each)[_FIRST:], len(each.content.text.split()), to_line(each))
        for each in result.attributions
    )
    return Rows(_storable(facts), tuple(map(_storable, found)))


class SqliteSink:
    """The database; its position is the number of documents in it.

    What was committed after the last position that was asked for is taken out again.
    """

    def __init__(self, folder: Path, position: int) -> None:
        self._path = folder / "part.sqlite"
        self._documents = position
        with _as_os_error(self._path):
            if not position:
                for path in folder.glob(f"{self._path.name}*"):
                    path.unlink()
            self._database = sqlite3.connect(self._path, isolation_level=None)
            if position:
                self._rewind(position)
            else:
                self._database.executescript(f"BEGIN;{_TABLES}COMMIT;")
            self._database.execute("BEGIN")

    def _rewind(self, position: int) -> None:
        (there,) = self._database.execute("SELECT count(*) FROM documents").fetchone()
        if there < position:
            raise OSError(0, "shorter than it was left; --again does all again", str(self._path))
        self._database.executescript(f"BEGIN;{_UNFINISH}COMMIT;")
        self._database.execute("BEGIN")
        self._database.execute("DELETE FROM attributions WHERE document > ?", (position,))
        self._database.execute("DELETE FROM documents WHERE document > ?", (position,))
        self._database.execute("COMMIT")

    def write(self, outcome: Outcome) -> None:
        self._documents += 1
        rows = cast(Rows | None, outcome.payload)
        facts: tuple[Cell, ...] = rows.document if rows else (outcome.path,) + (None,) * 6
        failure = outcome.failure
        cells = _storable(
            (
                self._documents,
                *facts,
                failure.cause if failure else None,
                failure.message if failure else None,
                outcome.text,
            )
        )
        with _as_os_error(self._path):
            self._database.execute(_insert("documents", cells), cells)
            for found in rows.attributions if rows else ():
                values = (None, self._documents, *found)
                self._database.execute(_insert("attributions", values), values)

    def sync(self) -> int:
        with _as_os_error(self._path):
            self._database.execute("COMMIT")
            self._database.execute("BEGIN")
        return self._documents

    def finish(self) -> Path:
        with _as_os_error(self._path):
            self._database.execute("COMMIT")
            self._database.executescript(f"BEGIN;{_FINISH}COMMIT;")
            self._database.close()
        return self._path

    def close(self) -> None:
        self._database.close()


def store(name: StoreName) -> Store:
    """The store."""
    return Store(encode, SqliteSink, keeps_text=True)


def _insert(table: str, cells: tuple[Cell, ...]) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * len(cells))})"


def _storable(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(map(storable, cells))


@contextmanager
def _as_os_error(path: Path) -> Iterator[None]:
    """A full disk is a full disk, whoever finds it."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(0, str(error), str(path)) from error
