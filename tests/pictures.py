"""The pictures of the README, made by the program itself: ``python -m tests.pictures``.

The page is what Chromium shows of it; the terminal is the table with its colours, as Rich draws it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
COMMAND = ["quotex", "extract", "samples/region.txt"]
COLUMNS = 100
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def terminal() -> str:
    """The table of a sample in a terminal, as SVG."""
    colours = {"FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    done = subprocess.run(
        [sys.executable, "-m", *COMMAND, "--format", "table"],
        cwd=ROOT,
        env=environment | colours,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    console = Console(record=True, width=COLUMNS, file=StringIO())
    console.print(Text("$ ", style="dim").append(" ".join(COMMAND), style="not dim bold"))
    console.print(Text.from_ansi(done.stdout))
    drawn = console.export_svg(title="quotex", unique_id="quotex")
    return _FONT.sub("", drawn)  # they would come from the network


def page(target: Path) -> None:
    """Writes what Chromium shows of the page of a sample, one attribution chosen."""
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import find

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        html = Path(folder) / "page.html"
        command = ["extract", "samples/depeche.txt", "-o", str(html), "--lang", "en", "-q"]
        subprocess.run([sys.executable, "-m", "quotex", *command], cwd=ROOT, check=True)
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 1280, "height": 720})
        shown.goto(f"{html.as_uri()}#d1-2")
        shown.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        shown.wait_for_timeout(300)
        shown.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    (SAMPLES / "terminal.svg").write_text(terminal(), encoding="utf-8")
    page(SAMPLES / "page.png")
