"""The blocks about batches in the README and in docs/batch.md do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.example import TEXT

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BATCH = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
ENVIRONMENT = {
    **os.environ,
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    "PYSPARK_PYTHON": sys.executable,
}


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)


def shown(block: str) -> list[str]:
    return re.findall(r"^# (.*)", block, flags=re.MULTILINE)


def test_shell(tmp_path: Path) -> None:
    if shutil.which("sqlite3") is None:
        pytest.skip("needs the program sqlite3")
    (block,) = [each for each in blocks(README, "sh") if "quotex batch" in each]
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    done = subprocess.run(
        ["sh", "-ec", block], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines() == shown(block)


@pytest.mark.parametrize(
    ("heading", "package"), [("DuckDB", "duckdb"), ("pandas", "pandas"), ("Spark", "pyspark")]
)
def test_other_programs(heading: str, package: str, tmp_path: Path) -> None:
    if find_spec(package) is None:
        pytest.skip(f"needs {package}")
    if package == "pyspark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    (block,) = blocks(BATCH.split(f"\n## {heading}\n")[1].split("\n## ")[0], "python")
    (tmp_path / "pont.txt").write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "quotex", "batch", "pont.txt", "-o", "quotes.parquet"]
    if package == "duckdb":
        subprocess.run(command, cwd=tmp_path, check=True, stderr=subprocess.DEVNULL)
    (tmp_path / "program.py").write_text(block, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "program.py"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode().splitlines() == shown(block), done.stderr.decode()[-2_000:]
