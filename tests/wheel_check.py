"""Proves that the wheel is whole: built, installed in an empty environment, run elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
# Types are read only where a package says that it has them.
PROGRAM = (
    "import quotex\nnames: list[str | None] = [item.speaker.name for item in quotex.extract('')]\n"
)
TEXT = "« Nous serons prêts », a déclaré Anne Roy.\n"


def main() -> None:
    """Runs the whole proof; a step that fails ends it with its output and exit code 1."""
    with TemporaryDirectory() as name:
        scratch = Path(name)
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
        run(*pip, "wheel", "--no-deps", "--wheel-dir", str(scratch), str(ROOT))
        (wheel,) = scratch.glob("*.whl")
        venv.create(scratch / "venv", with_pip=True)
        python = scratch / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
        run(str(python), *pip[1:], "install", str(wheel))
        elsewhere = scratch / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "text.txt").write_text(TEXT, encoding="utf-8")
        quotex = str(python.with_name("quotex"))
        printed = run(quotex, "extract", "text.txt", cwd=elsewhere)
        page = run(quotex, "extract", "text.txt", "--format", "html", cwd=elsewhere)
        (elsewhere / "program.py").write_text(PROGRAM, encoding="utf-8")
        mypy = (sys.executable, "-m", "mypy", "--strict", "--python-executable", str(python))
        run(*mypy, "program.py", cwd=elsewhere)
    records = [json.loads(line) for line in printed.splitlines()]
    speakers = [record["speaker"]["name"] for record in records]
    if speakers != ["Anne Roy"]:
        sys.exit(f"{wheel.name}: expected one record of Anne Roy, got {printed or 'nothing'}")
    if "Anne Roy" not in page or "<script>" not in page:
        sys.exit(f"{wheel.name}: expected a page with Anne Roy, got {page or 'nothing'}")
    print(f"{wheel.name}: installed in an empty environment, it extracts and has types")


def run(*command: str, cwd: Path | None = None) -> str:
    """Standard output of a command that must succeed and that must not see the checkout."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout}")
    return done.stdout


if __name__ == "__main__":
    main()
