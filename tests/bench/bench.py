"""Speed: extraction in characters a second on one core, and start-up; run by ``make bench``."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from quotex import Extractor

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CHARACTERS = 3_000_000
STARTS = 11

PYTHON = sys.executable
WORDS = re.compile(r"\w+|[^\w\s]")
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


def main() -> None:
    """Prints both tables."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    if not texts:
        sys.exit(f"no .txt files in {SAMPLES}")
    documents = repeated(texts, CHARACTERS)
    extractor = Extractor()
    seconds(extractor.extract, documents[: len(texts)])  # compiles what is compiled on first use
    one_text = "\n\n".join(documents)
    size = sum(map(len, documents))
    print(f"{len(documents)} documents, {size:,} characters, one core")
    rate("quotex, document by document", size, seconds(extractor.extract, documents))
    rate("quotex, all in one document", size, seconds(extractor.extract, [one_text]))
    rate(f"re.finditer({WORDS.pattern!r})", size, seconds(bare_pass, documents))
    print(f"\nstart-up, median of {STARTS}")
    with TemporaryDirectory() as folder:
        app, text = Path(folder, "app.py"), Path(folder, "text.txt")
        app.write_text(EMPTY_APP, encoding="utf-8")
        text.write_text(texts[0], encoding="utf-8")
        commands = {
            f'python -c "{IMPORTS}"': [PYTHON, "-c", IMPORTS],
            "an empty Typer app": [PYTHON, str(app)],
            "quotex extract": [str(Path(PYTHON).with_name("quotex")), "extract", str(text)],
        }
        for label, median_seconds in start_up(commands).items():
            print(f"  {label:<46}{median_seconds:>12.3f} s")


def repeated(texts: Sequence[str], characters: int) -> list[str]:
    """The texts over and over, until they have that many characters together."""
    documents: list[str] = []
    left = characters
    for text in cycle(texts):
        if left <= 0:
            return documents
        documents.append(text)
        left -= len(text)
    return documents


def seconds(function: Callable[[str], object], texts: Iterable[str]) -> float:
    """Processor time of one pass over the texts."""
    start = process_time()
    for text in texts:
        function(text)
    return process_time() - start


def bare_pass(text: str) -> None:
    for _ in WORDS.finditer(text):
        pass


def rate(label: str, size: int, time: float) -> None:
    print(f"  {label:<46}{size / time:>12,.0f} characters a second")


def start_up(commands: dict[str, list[str]]) -> dict[str, float]:
    """Median wall time of each command; they take turns, so that a busy moment hits all."""
    times: dict[str, list[float]] = {label: [] for label in commands}
    for label, command in chain.from_iterable([commands.items()] * (STARTS + 1)):
        start = perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times[label].append(perf_counter() - start)
    return {label: median(found[1:]) for label, found in times.items()}  # the first run warms up


if __name__ == "__main__":
    main()
