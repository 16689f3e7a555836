"""What a whole run of the command costs: time before the first result, and memory."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

STARTS = 11
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
    """Prints the median wall time of each command; they take turns, so a busy moment hits all."""
    print(f"\nstart-up, median of {STARTS}")
    with TemporaryDirectory() as folder:
        app, path = Path(folder, "app.py"), Path(folder, "text.txt")
        app.write_text(EMPTY_APP, encoding="utf-8")
        path.write_text(text, encoding="utf-8")
        commands = {
            f'python -c "{IMPORTS}"': [PYTHON, "-c", IMPORTS],
            "an empty Typer app": [PYTHON, str(app)],
            "quotex extract": [QUOTEX, "extract", str(path)],
        }
        times: dict[str, list[float]] = {label: [] for label in commands}
        for label, command in chain.from_iterable([commands.items()] * (STARTS + 1)):
            start = perf_counter()
            subprocess.run(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
            )
            times[label].append(perf_counter() - start)
    for label, found in times.items():
        print(f"  {label:<46}{median(found[1:]):>12.3f} s")  # the first run warms up


def peak_memory(small: str, large: str) -> None:
    """Prints the peak of a run over a small text and over a large one."""
    print("\npeak memory")
    peaks = []
    with TemporaryDirectory() as folder:
        for number, text in enumerate((small, large)):
            path = Path(folder, f"{number}.txt")
            path.write_text(text, encoding="utf-8")
            process = subprocess.Popen(
                [QUOTEX, "extract", "--quiet", str(path)], stdout=subprocess.DEVNULL
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            peaks.append(usage.ru_maxrss * _KILOBYTE)
            size = path.stat().st_size
            print(f"  {f'quotex extract, {size:,} bytes of text':<46}{peaks[-1] / 1e6:>12.0f} MB")
    more = (peaks[1] - peaks[0]) / (len(large.encode()) - len(small.encode()))
    print(f"  {'for each byte of text':<46}{more:>12.1f} bytes")
