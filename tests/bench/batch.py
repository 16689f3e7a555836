"""What ``quotex batch`` promises, measured; run by ``make batch-bench``.

Speed with one process and with two, memory of the whole tree of processes with few and with many
documents, kills at random moments, and broken files among good ones.  It ends with exit code 1
when results differ or a broken file is not told.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from tests.bench.corpus import write_folder, write_jsonl

QUOTEX = [sys.executable, "-m", "quotex", "batch"]
PROMISED_SPEED = 1.7
PROMISED_MEMORY = 400  # MB
PROMISED_GROWTH = 0.1
SHARE = 10  # few documents are this part of many
TABLES = ("documents", "attributions", "speakers", "contents")


@dataclass(frozen=True, slots=True)
class Measured:
    """One run to its end: wall time, and the most memory that its processes had together."""

    seconds: float
    megabytes: float


def measure(inputs: Path, output: Path, jobs: int) -> Measured:
    """Runs the command and watches it."""
    start = time.perf_counter()
    peak = 0
    command = [*QUOTEX, str(inputs), "-o", str(output), "--jobs", str(jobs), "--quiet"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(0.05)
    return Measured(time.perf_counter() - start, peak / 1e6)


def memory(pid: int) -> int:
    """The bytes of a process and of all below it; what they share is counted once for each."""
    total = 0
    with suppress(psutil.Error):
        root = psutil.Process(pid)
        for process in (root, *root.children(recursive=True)):
            with suppress(psutil.Error):
                total += process.memory_info().rss
    return total


def killed(inputs: Path, output: Path, kills: int, seconds: float) -> int:
    """Runs the command, kills it at random moments, starts it again; how often it was killed.

    ``seconds`` is what an uninterrupted run takes.
    """
    command = [*QUOTEX, str(inputs), "-o", str(output), "--quiet"]
    chance = random.Random(output.suffix)
    done = 0
    while done < kills and not output.exists():
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.3, 1.7) * max(3.0, seconds / kills))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()
            done += 1
    subprocess.run(command, stderr=subprocess.DEVNULL, check=False)
    return done


def content(path: Path) -> object:
    """What a file of results holds."""
    if path.suffix != ".sqlite":
        return path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES]


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--broken", type=int, default=50)
    parser.add_argument("--kills", type=int, default=10)
    given = parser.parse_args()
    wrong: list[str] = []
    with TemporaryDirectory() as name:
        scratch = Path(name)
        corpus, few, folder = (scratch / part for part in ("many.jsonl", "few.jsonl", "folder"))
        write_jsonl(corpus, given.documents)
        write_jsonl(few, given.documents // SHARE)
        write_folder(folder, given.documents, given.broken)
        size = corpus.stat().st_size / 1e6
        print(f"{given.documents:,} documents, {size:.1f} MB, {psutil.cpu_count()} cores")

        one = measure(corpus, scratch / "one.jsonl", 1)
        two = measure(corpus, scratch / "two.jsonl", 2)
        ratio = one.seconds / two.seconds
        print(f"  one process    {one.seconds:8.1f} s   {one.megabytes:6.0f} MB")
        print(
            f"  two processes  {two.seconds:8.1f} s   {two.megabytes:6.0f} MB   {ratio:.2f} times"
        )
        print(f"  promised: {PROMISED_SPEED} times on free cores, under {PROMISED_MEMORY} MB")
        small = measure(few, scratch / "few.out.jsonl", 2)
        growth = two.megabytes / small.megabytes - 1
        print(
            f"  a {SHARE}th of the documents: {small.megabytes:.0f} MB; all of them: {growth:+.1%} "
            f"(promised: {PROMISED_GROWTH:.0%} at most)"
        )
        if content(scratch / "one.jsonl") != content(scratch / "two.jsonl"):
            wrong.append("one process and two give different bytes")

        for store in ("jsonl", "sqlite"):
            whole, output = scratch / f"whole.{store}", scratch / f"killed.{store}"
            measured = measure(folder, whole, 2)
            kills = killed(folder, output, given.kills, measured.seconds)
            same = content(whole) == content(output)
            print(f"  {store}: killed {kills} times, results {'equal' if same else 'DIFFERENT'}")
            if not same:
                wrong.append(f"{store} after kills differs")
            told = output.with_name(f"{output.name}.failures.jsonl").read_text().splitlines()
            paths = {json.loads(line)["path"] for line in told}
            print(f"  {store}: {len(paths)} of {given.broken} broken files told")
            if len(paths) != given.broken or len(told) != given.broken:
                wrong.append(f"{store}: broken files")
    if wrong:
        sys.exit("; ".join(wrong))


if __name__ == "__main__":
    main()
