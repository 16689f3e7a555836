"""What a whole run of the command costs: time before the first result, and memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

STARTS = 11
PROMISED_START = 0.1
PROMISED_MEMORY, PROMISED_TIMES = 60, 10
"""Megabytes, and how many more for each of the text."""
PYTHON = sys.executable
QUOTEX = str(Path(PYTHON).with_name("quotex"))
IMPORTS = "import typer, rich, regex, yaml"
EMPTY_APP = """\
import json
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    print(json.dumps({"speaker": "Anne Roy"}))


app()
"""
_KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""In what the system counts memory."""


def start_up(text: str) -> None:
    """Prints the time of each command; they take turns, so a busy moment hits all of them."""
    print(f"\nstart-up: processor time, the least of {STARTS}, and time on the clock, the median")
    with TemporaryDirectory() as folder:
        app, path = Path(folder, "app.py"), Path(folder, "text.txt")
        app.write_text(EMPTY_APP, encoding="utf-8")
        path.write_text(text, encoding="utf-8")
        commands = {
            f'python -c "{IMPORTS}"': [PYTHON, "-c", IMPORTS],
            "an empty Typer app": [PYTHON, str(app)],
            "quotex extract": [QUOTEX, "extract", str(path)],
        }
        used: dict[str, list[float]] = {label: [] for label in commands}
        taken: dict[str, list[float]] = {label: [] for label in commands}
        for label, command in chain.from_iterable([commands.items()] * (STARTS + 1)):
            start = perf_counter()
            usage = run(command)
            taken[label].append(perf_counter() - start)
            used[label].append(usage.ru_utime + usage.ru_stime)
    for label in commands:  # the first run warms up
        print(f"  {label:<46}{min(used[label][1:]):>10.3f} s{median(taken[label][1:]):>10.3f} s")
    *_, app_used, ours_used = (min(times[1:]) for times in used.values())
    *_, app_taken, ours_taken = (median(times[1:]) for times in taken.values())
    above = f"{ours_used - app_used:>10.3f} s{ours_taken - app_taken:>10.3f} s"
    print(f"  {'above the empty app':<46}{above}  (promised: {PROMISED_START} s at most)")


def run(command: list[str]) -> resource.struct_rusage:
    """What a command that prints nothing we need has used; raises ``OSError`` when it fails."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise OSError(f"{command} ends with {process.returncode}")
    return usage


def peak_memory(small: str, large: str) -> None:
    """Prints the peak of a run over a small text and over a large one."""
    print("\npeak memory")
    peaks: list[float] = []
    with TemporaryDirectory() as folder:
        for number, text in enumerate((small, large)):
            path = Path(folder, f"{number}.txt")
            path.write_text(text, encoding="utf-8")
            if not peaks:  # the first run compiles the rules
                run([QUOTEX, "extract", str(path)])
            peaks.append(run([QUOTEX, "extract", str(path)]).ru_maxrss * _KILOBYTE)
            size = path.stat().st_size
            most = PROMISED_MEMORY + PROMISED_TIMES * size / 1e6
            label = f"quotex extract, {size:,} bytes of text"
            print(f"  {label:<46}{peaks[-1] / 1e6:>12.0f} MB  (promised: {most:.0f} at most)")
    more = (peaks[1] - peaks[0]) / (len(large.encode()) - len(small.encode()))
    print(f"  {'for each byte of text':<46}{more:>12.1f} bytes")
