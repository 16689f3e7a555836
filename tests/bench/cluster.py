"""A Dask cluster on loopback, each part of it a process that can be killed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

PATIENCE = 120.0  # seconds, until a scheduler is there


class Cluster:
    """A scheduler and two workers; they end with ``stack``."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.file = folder / "scheduler.json"
        self.stack = stack
        loopback = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.start("scheduler", *loopback, "--scheduler-file", str(self.file))
        end = time.monotonic() + PATIENCE
        while not self.file.exists():
            assert time.monotonic() < end
            time.sleep(0.1)
        self.address = json.loads(self.file.read_text())["address"]
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        self.workers = [self.start("worker", self.address, *options) for _ in range(2)]

    def start(self, command: str, *arguments: str) -> subprocess.Popen[bytes]:
        process = self.stack.enter_context(
            subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{command}", *arguments],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        self.stack.callback(process.kill)
        return process
