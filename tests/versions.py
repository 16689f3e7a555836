"""Proves the bounds of the dependencies: tests with their lowest versions, and with the newest.

``python -m tests.versions`` does so on every supported Python that this machine has or that uv can
bring; ``--quick`` runs fewer tests, on this Python, with the lowest versions.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from uv import find_uv_bin

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
LOWEST, NEWEST = "lowest-direct", "highest"
EXTRAS = ("dask", "detect", "html", "parquet")

# What parses arguments, prints tables, reads YAML, runs the users' patterns, and each extra.
QUICK = (
    *("test_cli.py", "test_cli_formats.py", "test_inputs.py", "test_pattern.py", "test_read.py"),
    *("test_render.py", "test_render_markdown.py", "test_yamlio.py"),
    "test_batch.py::test_tables_are_the_same_row_for_row_whatever_the_jobs",
    "test_runaway.py::test_a_rule_that_takes_too_long_costs_only_itself",
)
FULL = (
    *QUICK,
    "test_batch_cluster.py::test_a_cluster_on_this_machine",
    *("test_cli_eval.py", "test_cli_speakers.py", "test_encodings.py"),
    *("test_extract.py", "claims/test_cli_claims.py"),
    *("test_page.py", "test_properties.py", "test_render_brat.py", "test_render_delimited.py"),
    *("test_render_webannotation.py", "test_samples.py"),
)


class FailedError(Exception):
    """A command failed; the message is what it printed."""


def main() -> None:
    """Prints what each Python was tested with; exit code 1 when something failed."""
    if sys.argv[1:] == ["--quick"]:
        sys.exit(not passes(f"3.{sys.version_info.minor}", LOWEST, QUICK))
    results = []
    for python in PYTHONS:
        with TemporaryDirectory() as name:
            try:
                uv("venv", "--python", python, name)
            except FailedError as error:
                print(f"Python {python}: not tested, as there is none to be had\n{error}")
                continue
        results += [passes(python, resolution, FULL) for resolution in (LOWEST, NEWEST)]
    sys.exit(not all(results))


def passes(python: str, resolution: str, files: tuple[str, ...]) -> bool:
    """Whether the tests pass in a new environment; prints what it holds and how they end."""
    label = f"Python {python}, {resolution}"
    with TemporaryDirectory() as name:
        environment = Path(name)
        try:
            uv("venv", "--python", python, name)
            has = install(environment, resolution)
            print(f"{label}: {', '.join(has)}", flush=True)
            # On later Pythons, the first version that has a wheel may be a higher one.
            if (python, resolution) == (PYTHONS[0], LOWEST) and (untrue := unreached(has)):
                raise FailedError(f"{', '.join(untrue)}: nothing reaches these bounds")
            print(f"{label}: {test(environment, files)}", flush=True)
        except FailedError as error:
            print(f"{label}: failed\n{error}", flush=True)
            return False
    return True


def install(environment: Path, resolution: str) -> list[str]:
    """Installs the package and what its tests need; its dependencies as ``name==version``."""
    names = [bound.partition(">=")[0] for bound in bounds()]
    # A version that has no wheel for this Python is none that can be had.
    wheels = [argument for name in names for argument in ("--only-binary", name)]
    pip: tuple[str, ...] = ("pip", "install", "--python", str(environment))
    if resolution == LOWEST:
        builder = environment / "builder.txt"
        builder.write_text(project()["build-system"]["requires"][0].replace(">=", "=="))
        pip += ("--build-constraints", str(builder))
    uv(*pip, "--editable", f"{ROOT}[{','.join(EXTRAS)}]", "--resolution", resolution, *wheels)
    uv(*pip, "--editable", f"{ROOT}[test]")
    frozen = uv("pip", "freeze", "--python", str(environment)).splitlines()
    return [line for name in names for line in frozen if line.startswith(f"{name}==")]


def project() -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def bounds() -> list[str]:
    """The dependencies as ``name>=version``, also those that the extras add."""
    told = project()["project"]
    extras = told["optional-dependencies"]
    return [*told["dependencies"], *(bound for extra in EXTRAS for bound in extras[extra])]


def unreached(has: list[str]) -> list[str]:
    """The bounds that are lower than the lowest versions that go together."""
    return [
        bound
        for bound, version in zip(bounds(), has, strict=True)
        if re.sub(r"(\.0)+$", "", version) != bound.replace(">=", "==")
    ]


def test(environment: Path, files: tuple[str, ...]) -> str:
    """Runs these tests there; pytest's last line."""
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    paths = [f"{ROOT}/tests/{file}" for file in files]
    return run(str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", *paths).splitlines()[-1]


def uv(*arguments: str) -> str:
    """What uv prints, which sees all Pythons of pyenv and not only the chosen one."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    path = os.pathsep.join([os.environ["PATH"], *(str(folder) for folder in pyenv.glob("3.*/bin"))])
    return run(find_uv_bin(), "--quiet", *arguments, path=path)


def run(*command: str, path: str | None = None) -> str:
    """What a command prints; raises :class:`FailedError`."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PATH": path or os.environ["PATH"]},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise FailedError("\n".join(f"  {line}" for line in done.stdout.splitlines()[-30:]))
    return done.stdout


if __name__ == "__main__":
    main()
