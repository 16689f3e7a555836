"""What ``quotex batch`` promises, measured; run by ``make batch-bench``.

Speed with one process and with two, memory of the whole tree of processes with few and with many
documents, kills at random moments, broken files among good ones, and a cluster of which a worker
dies.  It ends with exit code 1 when results differ or a broken file is not told.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from tests.bench.cluster import Cluster
from tests.bench.corpus import write_folder

QUOTEX = [sys.executable, "-m", "quotex", "batch"]
PROMISED_SPEED = 1.7
PROMISED_MEMORY = 400  # MB
PROMISED_GROWTH = 0.1
SHARE = 10  # few documents are this part of many
TABLES = ("documents", "attributions", "speakers", "contents")
STORES = ("jsonl", "sqlite")
BETWEEN = 0.2  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Measured:
    """One run to its end: wall time, and the most memory that its processes had together."""

    seconds: float
    megabytes: float


@dataclass(slots=True)
class Bench:
    """The documents, a folder for results, and what was found to be wrong."""

    documents: Path
    scratch: Path
    broken: int
    wrong: list[str] = field(default_factory=list)

    def command(self, output: Path, *options: str) -> list[str]:
        return [*QUOTEX, str(self.documents), "-o", str(output), "--quiet", *options]

    def measure(self, name: str, jobs: int) -> Measured:
        """Runs the command into the file ``name`` and watches it."""
        start, peak = time.perf_counter(), 0
        command = self.command(self.scratch / name, "--jobs", str(jobs))
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None:
                peak = max(peak, memory(process.pid))
                time.sleep(BETWEEN)
        return Measured(time.perf_counter() - start, peak / 1e6)

    def kill(self, name: str, kills: int, seconds: float) -> int:
        """Kills the command at random moments and starts it again; how often it was killed.

        ``seconds`` is what an uninterrupted run takes.
        """
        output = self.scratch / name
        chance = random.Random(name)
        done = 0
        while done < kills and not output.exists():
            process = subprocess.Popen(self.command(output), stderr=subprocess.DEVNULL)
            with suppress(subprocess.TimeoutExpired):
                process.wait(chance.uniform(0.2, 1.2) * seconds / kills)
            if process.poll() is None:
                process.kill()
                process.wait()
                done += 1
        subprocess.run(self.command(output), stderr=subprocess.DEVNULL, check=False)
        return done

    def on_cluster(self, name: str) -> None:
        """Runs on a scheduler and two workers, of which one is killed when work has begun."""
        output = self.scratch / name
        state = self.scratch / f"{name}.run" / "state.json"
        with ExitStack() as stack:
            cluster = Cluster(self.scratch, stack)
            command = self.command(output, "--cluster", cluster.address)
            with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
                while not state.exists() and process.poll() is None:
                    time.sleep(0.02)
                cluster.workers[0].kill()

    def same(self, name: str, other: str) -> str:
        """Whether two files of results are equal, in a word."""
        if content(self.scratch / name) == content(self.scratch / other):
            return "equal"
        self.wrong.append(f"{name} is not {other}")
        return "DIFFERENT"

    def told(self, name: str) -> str:
        """How many of the broken files are listed, in words."""
        path = self.scratch / f"{name}.failures.jsonl"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        paths = {json.loads(line)["path"] for line in lines}
        if not len(lines) == len(paths) == self.broken:
            self.wrong.append(f"{name}: broken files")
        return f"{len(paths)} of {self.broken} broken files told"


def memory(pid: int) -> int:
    """The bytes of a process and of all below it; what they share is counted once for each."""
    total = 0
    with suppress(psutil.Error):
        root = psutil.Process(pid)
        for process in (root, *root.children(recursive=True)):
            with suppress(psutil.Error):
                total += process.memory_info().rss
    return total


def content(path: Path) -> str:
    """A digest of what a file of results holds."""
    if path.suffix != ".sqlite":
        return blake2b(path.read_bytes()).hexdigest()
    digest = blake2b()
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES:
            for row in connection.execute(f"SELECT * FROM {table}"):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def say(text: str) -> None:
    """A line, at once: a whole run takes an hour."""
    print(text, flush=True)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--broken", type=int, default=50)
    parser.add_argument("--kills", type=int, default=10)
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        scratch = Path(name)
        many, few = scratch / "many", scratch / "few"
        write_folder(many, given.documents, given.broken)
        write_folder(few, given.documents // SHARE, 0)
        size = sum(path.stat().st_size for path in many.rglob("*.txt")) / 1e6
        load = os.getloadavg()[0]
        say(
            f"{given.documents:,} documents, {size:.1f} MB, {psutil.cpu_count()} cores; "
            f"other programs had {load:.1f} of them before the start"
        )
        bench = Bench(many, scratch, given.broken)
        run(bench, Bench(few, scratch, 0), given.kills)
    if bench.wrong:
        sys.exit("; ".join(bench.wrong))


def run(bench: Bench, few: Bench, kills: int) -> None:
    """Measures all, and says each figure when it is there."""
    few.measure("first.jsonl", 2)  # compiles the rules
    small = {store: few.measure(f"few.{store}", 2) for store in STORES}
    large = {store: bench.measure(f"two.{store}", 2) for store in STORES}
    for store, measured in large.items():
        growth = measured.megabytes / small[store].megabytes - 1
        say(
            f"  {store:<6} two processes {measured.seconds:8.1f} s {measured.megabytes:5.0f} MB, "
            f"with a {SHARE}th of the documents {small[store].megabytes:5.0f} MB: {growth:+.1%} "
            f"(promised: under {PROMISED_MEMORY} MB, {PROMISED_GROWTH:.0%} at most)"
        )
    one = bench.measure("one.jsonl", 1)
    ratio = one.seconds / large["jsonl"].seconds
    say(
        f"  jsonl  one process   {one.seconds:8.1f} s {one.megabytes:5.0f} MB; two are {ratio:.2f} "
        f"times as fast (promised: {PROMISED_SPEED} on two free cores)"
    )
    say(f"  one process and two: {bench.same('one.jsonl', 'two.jsonl')}")
    for store, measured in large.items():
        times = bench.kill(f"killed.{store}", kills, measured.seconds)
        same = bench.same(f"killed.{store}", f"two.{store}")
        say(f"  {store:<6} killed {times} times: {same}, {bench.told(f'killed.{store}')}")
    bench.on_cluster("cluster.jsonl")
    same = bench.same("cluster.jsonl", "two.jsonl")
    say(f"  a cluster, one of its two workers killed: {same}, {bench.told('cluster.jsonl')}")


if __name__ == "__main__":
    main()
