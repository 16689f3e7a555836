"""``quotex batch`` as a user meets it, with real processes that are really killed."""

from __future__ import annotations

import json
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.command import Outcome
from tests.example import TEXT

QUOTEX = [sys.executable, "-m", "quotex"]
TEXT_STORES = ["jsonl", "csv", "tsv"]
PATIENCE = 120.0
PACE = 0.3  # seconds between two documents of a run that is to be stopped


def quotex(*arguments: str | Path, stdin: bytes | None = None, cwd: Path | None = None) -> Outcome:
    done = subprocess.run(
        [*QUOTEX, *map(str, arguments)], input=stdin, capture_output=True, check=False, cwd=cwd
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def line(number: int) -> bytes:
    """One document of a corpus, each with names and a length of its own."""
    text = TEXT.replace("Roy", f"Roy{'abcdefghij'[number % 10]}") * (1 + number % 3)
    return json.dumps({"id": f"d{number}", "text": text}).encode() + b"\n"


CORPUS = b"".join(map(line, range(60)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Texts, a page, a corpus in an archive's shape, and broken files among them."""
    root = tmp_path / "texts"
    for name in ("a.txt", "b/a.txt", "b/c.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(TEXT, encoding="utf-8")
    (root / "b" / "binary.txt").write_bytes(b"\0\1")
    (root / "b" / "odd.txt").write_bytes(b"\xff\xfea")
    return root


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def content(path: Path) -> object:
    """What a file of results holds; of SQLite and Parquet all rows of all tables."""
    if path.suffix == ".sqlite":
        tables = ("documents", "attributions", "speakers", "contents")
        return [rows(path, f"SELECT * FROM {table}") for table in tables]
    if path.suffix == ".parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
        table = parquet.read_table(path)
        return table.schema, table.to_pylist()
    return path.read_bytes()


def test_results_failures_and_summary(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    outcome = quotex("batch", folder, "-o", output, "-j", "2")
    assert (outcome.code, outcome.out) == (1, "")
    ids = [json.loads(record)["id"] for record in output.read_text("utf-8").splitlines()]
    assert ids == ["a.txt#1", "a.txt#2", "a.txt#1", "a.txt#2", "c.md#1", "c.md#2"]
    failures = tmp_path / "out.jsonl.failures.jsonl"
    told = [json.loads(record) for record in failures.read_text("utf-8").splitlines()]
    assert [(Path(each["path"]).name, each["cause"]) for each in told] == [
        ("binary.txt", "binary"),
        ("odd.txt", "encoding"),
    ]
    lines = outcome.err.splitlines()
    errors = [line for line in lines if ": error: " in line]
    assert errors[0].startswith(f"{folder}/b/binary.txt: error: not a text: binary data; ")
    assert len(errors) == 2
    assert lines[-2].startswith(f"5 documents, 6 attributions in {output}, 0:")
    assert lines[-1] == f"2 failed (1 binary, 1 encoding); listed in {failures}"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "out.jsonl",
        "out.jsonl.failures.jsonl",
        "out.jsonl.run.json",
        "texts",
    ]


@pytest.mark.parametrize("store", TEXT_STORES)
def test_bytes_are_those_of_extract_whatever_the_jobs(
    store: str, folder: Path, tmp_path: Path
) -> None:
    (folder / "corpus.jsonl").write_bytes(CORPUS)
    inputs = (folder, folder / "corpus.jsonl")
    files = [tmp_path / f"{name}.{store}" for name in ("extract", "one", "two")]
    quotex("extract", *inputs, "-o", files[0])
    quotex("batch", *inputs, "-o", files[1], "--jobs", "1")
    quotex("batch", *inputs, "-o", files[2], "--jobs", "2")
    assert len(files[0].read_bytes()) > 10_000
    assert files[1].read_bytes() == files[0].read_bytes()
    assert files[2].read_bytes() == files[0].read_bytes()


def test_sqlite_can_be_queried_in_one_line(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.sqlite"
    quotex("batch", folder, "-o", output, "--keep-text", "-j", "1")
    assert rows(output, "SELECT name, attributions, documents, direct FROM speakers") == [
        ("Anne Roy", 6, 3, 6)
    ]
    assert rows(output, "SELECT role FROM speakers") == [("maire de Quimper",)]
    found = "SELECT speaker_name, content_text FROM contents WHERE contents MATCH 'prets' LIMIT 1"
    assert rows(output, found) == [("Anne Roy", "Nous serons prêts")]
    failed = "SELECT failure, count(*) FROM documents WHERE failure IS NOT NULL GROUP BY failure"
    assert rows(output, failed) == [("binary", 1), ("encoding", 1)]
    joined = "SELECT date, text = ? FROM documents JOIN attributions USING (document) LIMIT 1"
    with closing(sqlite3.connect(output)) as connection:
        assert connection.execute(joined, (TEXT,)).fetchall() == [("2016-05-03", 1)]
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (record,) = rows(output, "SELECT record FROM attributions LIMIT 1")[0]
    assert json.loads(str(record))["content"]["spans"][0]["text"] == "Nous serons prêts"


@pytest.mark.parametrize("store", ["sqlite", "parquet"])
def test_tables_are_the_same_row_for_row_whatever_the_jobs(store: str, tmp_path: Path) -> None:
    one, two, lines = (tmp_path / name for name in (f"1.{store}", f"2.{store}", "lines.csv"))
    for output, jobs in ((one, "1"), (two, "2"), (lines, "2")):
        quotex("batch", "-", "--input-format", "jsonl", "-o", output, "-j", jobs, stdin=CORPUS)
    assert content(one) == content(two)
    if store == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
        table = parquet.read_table(one)
        assert table.num_rows == lines.read_text("utf-8").count("\n") - 1
        assert str(table.schema.field("content_start").type) == "int64"
        assert str(table.schema.field("confidence").type) == "double"


def test_texts_are_kept_beside_the_results(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    quotex("batch", folder, "-o", output, "--keep-text", "-j", "1")
    kept = (tmp_path / "out.csv.texts.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(each)["text"] for each in kept] == [TEXT] * 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.txt"], "Missing option"),
        (["a.txt", "-o", "out.doc"], ".sqlite"),
        (["a.txt", "-o", "none/out.csv"], "no such folder"),
        (["a.txt", "-o", "-", "-f", "csv"], "name a file"),
        (["a.txt", "-o", "a.csv", "-j", "0"], "--jobs"),
        (["a.txt", "-o", "a.csv", "-q", "-v"], "--quiet"),
        (["own.yaml", "-o", "a.csv", "--rules", "own.yaml", "-j", "1"], "own.yaml:1:1: error: "),
    ],
)
def test_wrong_usage_is_2_and_leaves_nothing(
    arguments: list[str], message: str, tmp_path: Path
) -> None:
    (tmp_path / "own.yaml").write_text("nonsense: 1\n")
    outcome = quotex("batch", *arguments, cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err
    assert not list(tmp_path.glob("a.csv"))


def test_an_output_among_the_inputs_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_bytes(CORPUS[: CORPUS.index(b"\n") + 1])
    command = ("batch", ".", "--glob", "*.jsonl", "-o", "out.jsonl", "--again", "-j", "1")
    for _ in range(2):
        outcome = quotex(*command, cwd=tmp_path)
        assert (outcome.code, outcome.err.split(",")[0]) == (0, "1 document")


def test_fail_fast_stops_and_goes_on_when_the_file_is_mended(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    command = ("batch", folder, "-o", output, "--fail-fast", "-j", "1")
    outcome = quotex(*command)
    assert outcome.code == 1
    error, stopped = outcome.err.splitlines()
    assert error.startswith(f"{folder}/b/binary.txt: error: not a text: binary data; ")
    assert stopped == (
        "stopped after 2 documents, at the first that failed (--fail-fast); "
        "the same command goes on from there"
    )
    assert not output.exists()
    (folder / "b" / "binary.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b" / "odd.txt").write_text(TEXT, encoding="utf-8")
    outcome = quotex(*command)
    assert outcome.code == 0
    assert outcome.err.splitlines()[0] == "going on after 2 done"
    assert output.read_text("utf-8-sig").count("\n") == 11


def test_documents_that_take_too_long_or_are_too_long(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT * 400, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    output = tmp_path / "out.jsonl"
    options = ("--max-chars", "1000", "-j", "1")
    assert quotex("batch", tmp_path, "-o", output, *options).code == 1
    options = ("--timeout", "0.001", "-j", "1")
    outcome = quotex("batch", tmp_path, "-o", output, *options)
    assert "doing all again: other options (--max-chars, --timeout)" in outcome.err
    assert f"{tmp_path}/a.txt: error: took longer than 0.001 seconds; " in outcome.err


def test_nothing_is_done_twice_and_what_changed_is_done_again(folder: Path, tmp_path: Path) -> None:
    output, rules = tmp_path / "out.tsv", tmp_path / "own.yaml"
    rules.write_text("without: {rules: [incise-clitic]}\n")
    command = ("batch", folder, "-o", output, "-j", "1")
    quotex(*command)
    before = output.stat()
    again = quotex(*command)
    assert again.code == 1  # two documents failed, now as before
    assert again.err.splitlines()[0] == "nothing has changed since it was made"
    assert output.stat().st_mtime_ns == before.st_mtime_ns
    other = quotex(*command, "--rules", rules)
    assert other.err.splitlines()[0] == "doing all again: the rules have changed"
    (folder / "b" / "binary.txt").write_text(TEXT, encoding="utf-8")
    changed = quotex(*command, "--rules", rules)
    assert changed.err.splitlines()[0] == "doing all again: the documents have changed"
    (folder / "b" / "odd.txt").unlink()
    assert quotex(*command, "--rules", rules).code == 0
    assert not (tmp_path / "out.tsv.failures.jsonl").exists()
    manifest = tmp_path / "out.tsv.run.json"
    manifest.write_text(manifest.read_text().replace("quotex 0.1.0", "quotex 0.0.9"))
    older = quotex(*command, "--rules", rules).err.splitlines()[0]
    assert older.startswith("doing all again: the program is quotex 0.1.0")


class Slow:
    """A run that gets its documents one by one, so that it can be stopped among them."""

    def __init__(self, output: Path) -> None:
        self.state = output.with_name(f"{output.name}.run") / "state.json"
        self.arguments = ("batch", "-", "--input-format", "jsonl", "-o", str(output), "-j", "2")
        self.process = subprocess.Popen(
            [*QUOTEX, *self.arguments],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # a shell's background jobs do not hear of Ctrl-C
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def feed_until_saved(self, documents: int) -> None:
        """Hands over documents until so many are known to be done."""
        assert self.process.stdin
        lines: Iterator[bytes] = iter(CORPUS.splitlines(keepends=True))
        end = time.monotonic() + PATIENCE
        while self.saved() < documents:
            assert self.process.poll() is None
            assert time.monotonic() < end
            self.process.stdin.write(next(lines))
            self.process.stdin.flush()
            time.sleep(PACE)  # the state is saved once a second at most

    def saved(self) -> int:
        if not self.state.exists():
            return 0
        found: int = json.loads(self.state.read_text())["documents"]
        return found

    def __enter__(self) -> Slow:
        return self

    def __exit__(self, *raised: object) -> None:
        if self.process.returncode is None:
            self.stop(signal.SIGKILL)

    def stop(self, number: signal.Signals) -> tuple[int, str]:
        self.process.send_signal(number)
        _, err = self.process.communicate()
        return self.process.returncode, err.decode()


@pytest.mark.parametrize(
    ("store", "number", "code"),
    [
        ("jsonl", signal.SIGKILL, -9),
        ("sqlite", signal.SIGKILL, -9),
        ("parquet", signal.SIGKILL, -9),
        ("csv", signal.SIGINT, 130),
        ("tsv", signal.SIGTERM, 143),
    ],
)
def test_a_stopped_run_goes_on_and_ends_like_one_that_was_not_stopped(
    store: str, number: signal.Signals, code: int, tmp_path: Path
) -> None:
    output, whole = tmp_path / f"out.{store}", tmp_path / f"whole.{store}"
    with Slow(output) as slow:
        slow.feed_until_saved(3)
        stopped, err = slow.stop(number)
    assert stopped == code
    done = slow.saved()
    if number != signal.SIGKILL:
        assert f"stopped after {done} documents; the same command goes on from there\n" in err
        assert "Traceback" not in err
    assert not output.exists()
    resumed = quotex(*slow.arguments, stdin=CORPUS)
    assert resumed.code == 0
    assert resumed.err.splitlines()[0] == f"going on after {done} done"
    quotex("batch", "-", "--input-format", "jsonl", "-o", whole, "-j", "1", stdin=CORPUS)
    assert content(output) == content(whole)
    assert not (tmp_path / f"out.{store}.run").exists()


def test_other_documents_on_standard_input_are_refused(tmp_path: Path) -> None:
    with Slow(tmp_path / "out.jsonl") as slow:
        slow.feed_until_saved(2)
    other = quotex(*slow.arguments, stdin=CORPUS[CORPUS.index(b"\n") + 1 :])
    assert other.code == 1
    assert "run it with --again" in other.err
    assert quotex(*slow.arguments, "--again", stdin=CORPUS).code == 0


def test_only_one_run_writes_an_output(tmp_path: Path) -> None:
    with Slow(tmp_path / "out.jsonl") as slow:
        slow.feed_until_saved(1)
        other = quotex(*slow.arguments, stdin=CORPUS)
    assert other.code == 1
    assert other.err == f"{tmp_path}/out.jsonl: error: another run is writing it\n"


def limited(size: int) -> Callable[[], None]:
    """Makes a process find the disk full when a file has reached ``size`` bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("store", ["jsonl", "sqlite", "parquet"])
def test_a_full_disk_stops_the_run_and_loses_nothing(store: str, tmp_path: Path) -> None:
    output, whole = tmp_path / f"out.{store}", tmp_path / f"whole.{store}"
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_bytes(CORPUS)
    command = ["batch", str(corpus), "-j", "1", "-o"]
    done = subprocess.run(
        [*QUOTEX, *command, str(output)],
        preexec_fn=limited(40_000),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"{output}.run/" in done.stderr
    assert ": error: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not output.exists()
    assert quotex(*command, output).code == 0
    quotex(*command, whole)
    assert content(output) == content(whole)
