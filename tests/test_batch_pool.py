"""Documents to processes and back: order, death, time, and what the others never feel of it."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

import pytest

import quotex
from quotex.batch.pool import in_order
from quotex.batch.work import Encode, Outcome, Work
from quotex.errors import InputError, RulesError
from quotex.filters import Filters
from quotex.inputs.source import FailedSource, Reading, Source, TextSource
from quotex.model import Result
from quotex.text.read import Document

DEADLY, DEEP, SLOW, WRONG, HUGE = "mort", "profond", "lent", "faux", "énorme"
DEAF = "sourd"
SECONDS = 2.0
MORE_THAN_A_PIPE_HOLDS = 8 * 1024 * 1024


def length(document: Document, result: Result) -> int:
    """What is sent back when nothing goes wrong."""
    return len(document.text)


def misbehave(document: Document, result: Result) -> int:
    """Does in the worker what a rule gone wrong may do."""
    if document.text == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    if document.text == SLOW:
        while True:
            time.sleep(1)
    if document.text == DEAF:  # no thread of the process gets its turn
        re.match("(a+)+b", "a" * 99)
    if document.text == DEEP:
        return misbehave(document, result)
    if document.text == HUGE:
        raise MemoryError
    if document.text == WRONG:
        raise ValueError("oh")
    return len(document.text)


def leave_a_mark(document: Document, result: Result) -> None:
    """Tells the test that the worker has come to this document."""
    Path(document.text).touch()


def work(encode: Encode = length, rules: tuple[str, ...] = ()) -> Work:
    return Work(encode, Reading(), Filters(), rules)


def texts(*given: str) -> list[Source]:
    return [TextSource(str(number), len(text), "", text) for number, text in enumerate(given)]


def causes(outcomes: list[Outcome]) -> list[str | None]:
    return [outcome.failure.cause if outcome.failure else None for outcome in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_whatever_the_lengths(jobs: int) -> None:
    sizes = [60_000, *range(1, 40), 20_000, 5]
    given = texts(*("a" * size for size in sizes))
    outcomes = list(in_order(given, work(), jobs=jobs))
    assert [outcome.payload for outcome in outcomes] == sizes
    assert [outcome.path for outcome in outcomes] == [source.path for source in given]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_document_never_stops_the_rest(jobs: int) -> None:
    given = texts("a", DEADLY, "bc", DEEP, SLOW, WRONG, "def", HUGE)
    given.insert(3, FailedSource.of(InputError("x", "not there", None, "missing")))
    outcomes = list(in_order(given, work(misbehave), jobs=jobs, seconds=SECONDS))
    assert causes(outcomes) == [
        None,
        "crashed",
        None,
        "missing",
        "too-deep",
        "timed-out",
        "fault",
        None,
        "memory",
    ]
    assert [outcome.payload for outcome in outcomes if not outcome.failure] == [1, 2, 3]
    crashed, late, wrong = (outcomes[number].failure for number in (1, 5, 6))
    assert crashed
    assert late
    assert wrong
    assert "signal 9" in crashed.message
    assert late.message == f"took longer than {SECONDS:g} seconds"
    assert wrong.message == "ValueError: oh"


def test_what_waits_for_a_process_that_hangs_blocks_nobody() -> None:
    large = TextSource("large", 1, "", "a", title="t" * MORE_THAN_A_PIPE_HOLDS)
    given = [*texts(DEAF), large]
    assert causes(list(in_order(given, work(misbehave), jobs=1, seconds=SECONDS))) == [
        "timed-out",
        None,
    ]


def test_what_is_done_does_not_wait_for_documents_to_come(tmp_path: Path) -> None:
    marks = [tmp_path / str(number) for number in range(3)]

    def slow() -> Iterator[Source]:
        yield from texts(*map(str, marks[:2]))
        while not marks[1].exists():  # once there, the first has been sent back
            time.sleep(0.01)
        yield from texts(str(marks[2]))
        raise AssertionError("asked for a document before it gave one")

    outcomes = in_order(slow(), work(leave_a_mark), jobs=1)
    assert next(outcomes).failure is None
    outcomes.close()


def test_sources_are_taken_a_little_ahead_only() -> None:
    taken = 0

    def endless() -> Iterator[Source]:
        nonlocal taken
        while True:
            taken += 1
            yield TextSource("", 1, "", "a")

    outcomes = in_order(endless(), work(), jobs=1)
    for _ in range(3):
        next(outcomes)
    outcomes.close()
    assert taken < 1_000


def test_large_documents_are_not_taken_many_at_a_time() -> None:
    taken = 0

    def large() -> Iterator[Source]:
        nonlocal taken
        for _ in range(8):
            taken += 1
            yield TextSource("", 20 * 1024 * 1024, "", "a")  # as large as it says it is

    outcomes = in_order(large(), work(), jobs=2)
    next(outcomes)
    assert taken <= 4
    assert len(list(outcomes)) == 7


def test_wrong_rules_are_raised(tmp_path: Path) -> None:
    rules = tmp_path / "own.yaml"
    rules.write_text("nonsense: 1\n")
    with pytest.raises(RulesError):
        list(in_order(texts("a"), work(rules=(str(rules),)), jobs=1))


@pytest.mark.parametrize("jobs", [1, 2])
def test_extract_many(jobs: int, tmp_path: Path) -> None:
    text = "« On verra », a dit mardi Anne Roy."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    given: list[str | quotex.Text | Path] = [
        text,
        quotex.Text(text, id="u/1", date="2016-05-04", title="Le pont"),
        tmp_path,
        tmp_path / "none.txt",
        quotex.Text(text, date="hier"),
        "",
    ]
    found = list(quotex.extract_many(given, jobs=jobs))
    assert [each.id for each in found] == [
        None,
        "u/1",
        f"{tmp_path}/a.txt",
        f"{tmp_path}/none.txt",
        None,
        None,
    ]
    ids = [[record.id for record in each.attributions] for each in found]
    assert ids == [["#1"], ["u/1#1"], ["a.txt#1"], [], [], []]
    assert found[0].attributions == tuple(quotex.extract(text))
    (record,) = found[1].attributions
    assert (record.document.path, record.document.title) == (None, "Le pont")
    assert record.when[0].value == "2016-05-03"
    assert [each.failure.cause if each.failure else None for each in found] == [
        None,
        None,
        None,
        "missing",
        "row",
        None,
    ]


def test_a_program_without_its_guard_is_told_so(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("import quotex\nlist(quotex.extract_many(['a', 'b'], jobs=2))\n")
    done = run([sys.executable, str(program)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "if __name__ == '__main__'" in done.stderr.splitlines()[-1]


def test_no_process_is_left_when_nobody_wants_the_rest() -> None:
    outcomes = in_order(texts(*"abcdef"), work(), jobs=2)
    assert next(outcomes).payload == 1
    assert multiprocessing.active_children()
    outcomes.close()
    assert not multiprocessing.active_children()
