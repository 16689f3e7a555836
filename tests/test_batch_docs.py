"""What the README's section about batches shows is what is printed, each block run as it stands."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.example import TEXT

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BATCH = README.split("\n## Batch\n")[1].split("\n## ")[0]
ENVIRONMENT = {
    **os.environ,
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    "PYSPARK_PYTHON": sys.executable,
}
PROGRAMS = re.findall(r"^```python\n(.*?)^```", BATCH, flags=re.DOTALL | re.MULTILINE)


def shown(block: str) -> list[str]:
    return re.findall(r"^# (.*)", block, flags=re.MULTILINE)


def needed(program: str) -> str:
    """The package that the program is about."""
    (package, *_) = re.findall(r"^(?:import|from) (\w+)", program, flags=re.MULTILINE)
    return str(package)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pont.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "corpus").symlink_to(ROOT / "samples")
    return tmp_path


@pytest.mark.parametrize("program", PROGRAMS, ids=needed)
def test_programs(program: str, folder: Path) -> None:
    if find_spec(needed(program)) is None:
        pytest.skip(f"needs {needed(program)}")
    if needed(program) == "pyspark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    if "quotes.parquet" in program:
        command = [sys.executable, "-m", "quotex", "batch", "pont.txt", "-o", "quotes.parquet"]
        subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)
    (folder / "program.py").write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "program.py"],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode().splitlines() == shown(program), done.stderr.decode()[-2_000:]


def test_programs_are_about_all_that_is_promised() -> None:
    assert list(map(needed, PROGRAMS)) == ["quotex", "duckdb", "pandas", "pyspark"]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def test_a_cluster_is_started_as_it_is_shown(folder: Path) -> None:
    for package in ("distributed", "pyarrow"):
        pytest.importorskip(package)
    (block,) = re.findall(r"^```sh\n(dask .*?)^```", BATCH, flags=re.DOTALL | re.MULTILINE)
    block = block.replace("host", "127.0.0.1").replace("8786", str(free_port()))
    *servers, batch = [line.split("#")[0].split() for line in block.splitlines()]
    with ExitStack() as stack:
        for command in servers:
            server = stack.enter_context(
                subprocess.Popen(
                    [*command, "--no-dashboard"],
                    env=ENVIRONMENT,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            )
            stack.callback(server.terminate)
        done = subprocess.run(batch, cwd=folder, env=ENVIRONMENT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2_000:]
    assert (folder / "quotes.parquet").stat().st_size > 10_000
