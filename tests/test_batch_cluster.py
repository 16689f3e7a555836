"""The same bytes from a Dask cluster: a scheduler and two workers on loopback, one of them killed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from quotex.batch.state import MadeBy
from tests.bench.cluster import Cluster
from tests.example import TEXT
from tests.test_batch_pool import DEAF, SECONDS, causes, misbehave, texts, work

pytest.importorskip("distributed")

QUOTEX = [sys.executable, "-m", "quotex"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "corpus.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(200):
            text = TEXT.replace("Roy", f"Roy{'abcdefghij'[number % 10]}") * (1 + number % 3)
            stream.write(json.dumps({"id": f"d{number}", "text": text}) + "\n")
        stream.write("{no JSON\n")
    return path


@pytest.fixture(scope="module")
def whole(corpus: Path) -> bytes:
    """What a run on this machine gives."""
    output = corpus.with_name("whole.jsonl")
    subprocess.run(
        [*QUOTEX, "batch", corpus, "-o", output, "-q"], stderr=subprocess.DEVNULL, check=False
    )
    return output.read_bytes()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with ExitStack() as stack:
        yield Cluster(tmp_path, stack)


def test_the_same_bytes_also_when_a_worker_is_killed(
    cluster: Cluster, corpus: Path, whole: bytes, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    state = tmp_path / "out.jsonl.run" / "state.json"
    with subprocess.Popen(
        [*QUOTEX, "batch", corpus, "-o", output, "--cluster", cluster.address],
        stderr=subprocess.PIPE,
        text=True,
    ) as run:
        while not state.exists() and run.poll() is None:
            time.sleep(0.02)
        cluster.workers[0].kill()
        assert run.stderr
        err = run.stderr.read()
    assert run.returncode == 1
    assert "1 failed (1 row)" in err
    assert "Traceback" not in err
    assert output.read_bytes() == whole


def test_a_cluster_on_this_machine(corpus: Path, whole: bytes, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    done = subprocess.run(
        [*QUOTEX, "batch", corpus, "-o", output, "--cluster", "local", "--jobs", "1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert output.read_bytes() == whole


def test_a_document_that_hangs_fails_alone() -> None:
    from quotex.batch.cluster import on_cluster

    made_by = MadeBy.now((), builtin=True, options={})
    given = texts("a", DEAF, "bc")
    cluster = on_cluster(
        given, work(misbehave), made_by=made_by, address="local", jobs=1, seconds=SECONDS
    )
    outcomes = list(cluster)
    assert causes(outcomes) == [None, "crashed", None]


def test_no_cluster_at_the_address(corpus: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [*QUOTEX, "batch", corpus, "-o", tmp_path / "out.jsonl", "--cluster", "nonsense://x"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "no cluster at nonsense://x" in done.stderr
    assert "Traceback" not in done.stderr
