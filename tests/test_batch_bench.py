"""The measurements of ``make batch-bench``, with few documents."""

from __future__ import annotations

import subprocess
import sys

import pytest

DOCUMENTS, BROKEN, KILLS = "40", "4", "1"


def test_it_measures_and_finds_nothing_wrong() -> None:
    for package in ("distributed", "psutil"):
        pytest.importorskip(package)
    command = [sys.executable, "-m", "tests.bench.batch"]
    options = ["--documents", DOCUMENTS, "--broken", BROKEN, "--kills", KILLS]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    first, jsonl, sqlite, one, same, *killed, cluster = done.stdout.splitlines()
    assert first.startswith(f"{DOCUMENTS} documents, ")
    assert "promised: under 400 MB" in jsonl
    assert "promised: under 400 MB" in sqlite
    assert "times as fast" in one
    assert same == "  one process and two: equal"
    told = f"{BROKEN} of {BROKEN} broken files told"
    assert [line.split(": ")[1] for line in killed] == [f"equal, {told}"] * 2
    assert cluster.endswith(f"killed: equal, {told}")
