"""The command line as a user meets it: what is printed where, and the exit codes."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import pytest

from quotex.cli import output
from quotex.cli.options import KindChoice
from quotex.errors import Problem, RulesError
from quotex.model import Kind, Notice, Result
from quotex.render import FORMAT_NAMES
from tests.command import run
from tests.example import FIRST, RESULT, SECOND, TEXT

QUOTEX = [sys.executable, "-m", "quotex"]


@dataclass(frozen=True)
class FakeExtractor:
    """Finds the two attributions of the example in every text, and nothing where it says so."""

    rules: Sequence[str | Path] = ()
    builtin: bool = True

    def __post_init__(self) -> None:
        if self.rules:
            raise RulesError([Problem("own.yaml", 3, 5, "unknown key 'exemple'")])

    def analyse(self, text: str, *, date: str | None, path: str, **about: object) -> Result:
        if "fail" in text:
            raise ValueError("oh")
        document = replace(RESULT.document, path=path, date=date)
        found = tuple(
            replace(attribution, id=f"{Path(path).name}#{number}", document=document)
            for number, attribution in enumerate((FIRST, SECOND), start=1)
            if text.strip()
        )
        notices = (Notice("quotation mark without its pair", 7, 12),) if "warn" in text else ()
        return Result(document, found, notices)


@pytest.fixture(autouse=True)
def _fake_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotex.cli.run.Extractor", FakeExtractor)
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "pont.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_quotex_alone_says_what_to_do_first() -> None:
    outcome = run()
    assert outcome.code == 0
    assert "quotex extract FILE.txt" in outcome.out


def test_version() -> None:
    assert run("--version").out == "quotex 0.1.0\n"


def test_help_has_examples() -> None:
    outcome = run("extract", "--help")
    assert outcome.code == 0
    assert "quotex extract article.txt | jq -r .speaker.name" in outcome.out


def test_json_lines_into_a_pipe(text: Path) -> None:
    outcome = run("extract", text)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.ids == ["pont.txt#1", "pont.txt#2"]
    assert json.loads(outcome.out.splitlines()[0])["document"]["path"] == str(text)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_table_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "sys", type("Terminal", (), {"stdout": Terminal()}))
    assert output.choose_format(None, None, FORMAT_NAMES, piped="jsonl") == "table"


def test_formats(text: Path) -> None:
    table = run("extract", text, "--format", "table")
    assert "Anne Roy" in table.out
    assert table.err == "2 attributions (2 direct) in 1 document\n"
    records = json.loads(run("extract", text, "-f", "json").out)
    assert [record["id"] for record in records] == ["pont.txt#1", "pont.txt#2"]


def test_standard_input(text: Path) -> None:
    outcome = run("extract", "-", stdin=TEXT.encode())
    assert outcome.ids == ["-#1", "-#2"]
    assert json.loads(outcome.out.splitlines()[0])["document"]["path"] == "-"


def test_date_reaches_the_engine(text: Path) -> None:
    outcome = run("extract", text, "--date", "2012-11-03")
    assert json.loads(outcome.out.splitlines()[0])["document"]["date"] == "2012-11-03"


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (["--kind", "mixed"], []),
        (["--kind", "mixed", "--kind", "direct"], [1, 2]),
        (["--speaker", "ROY"], [1, 2]),
        (["--speaker", "Ro"], []),
        (["--speaker", "Elle"], [2]),
        (["--speaker", "?"], []),
        (["--min-confidence", "0.98"], [1]),
        (["--without-rule", "incise-verb-noun"], [2]),
    ],
)
def test_filters_keep_the_numbers(text: Path, filters: list[str], numbers: list[int]) -> None:
    assert run("extract", text, *filters).ids == [f"pont.txt#{number}" for number in numbers]


def test_kinds_are_those_of_the_model() -> None:
    assert tuple(KindChoice) == get_args(Kind)


def test_output_file_by_its_extension(text: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    outcome = run("extract", text, "-o", target)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "2 attributions (2 direct) in 1 document\n"
    assert len(json.loads(target.read_text(encoding="utf-8"))) == 2
    assert sorted(tmp_path.iterdir()) == [target, text]


def test_output_file_stays_when_the_run_fails(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(items: object, stream: io.StringIO) -> None:
        stream.write("half")
        raise KeyboardInterrupt

    monkeypatch.setattr("quotex.cli.output.renderer", lambda name, language: fail)
    target = tmp_path / "out.json"
    target.write_text("old")
    assert run("extract", text, "-o", target).code == 130
    assert target.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [target, text]


def test_output_keeps_a_link_and_the_permissions(text: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    target.touch(0o640)
    link.symlink_to(target)
    assert run("extract", text, "-o", link).code == 0
    assert link.is_symlink()
    assert len(target.read_text(encoding="utf-8").splitlines()) == 2
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument"),
        (["a.txt", "--date", "3 mai"], "write it like 2016-05-03"),
        (["a.txt", "--encoding", "utf-9"], "is no known encoding"),
        (["a.txt", "--min-confidence", "2"], "--min-confidence"),
        (["a.txt", "--kind", "oral"], "direct"),
        (["a.txt", "--format", "xls"], "jsonl"),
        (["a.txt", "-o", "out.doc"], ".jsonl"),
        (["a.txt", "-o", "None/out.json"], "None/out.json: there is no folder None"),
        (["a.txt", "-q", "-v"], "--quiet"),
    ],
)
def test_wrong_usage_is_2(
    arguments: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run("extract", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_invalid_rules_are_2_with_the_place_and_nothing_is_extracted(text: Path) -> None:
    outcome = run("extract", text, "--rules", text)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "own.yaml:3:5: error: unknown key 'exemple'\n"


def test_a_failed_input_is_1_and_the_others_are_printed(text: Path, tmp_path: Path) -> None:
    binary, fault = tmp_path / "b.txt", tmp_path / "f.txt"
    binary.write_bytes(b"\0\1\2")
    fault.write_text("fail")
    outcome = run("extract", tmp_path / "none.txt", binary, fault, text)
    assert outcome.code == 1
    assert outcome.ids == ["pont.txt#1", "pont.txt#2"]
    lines = outcome.err.splitlines()
    assert lines[0] == (f"{tmp_path}/none.txt: error: no such file or directory; check the path")
    assert lines[1].startswith(f"{binary}: error: not a text: binary data; ")
    assert lines[2].startswith(f"{fault}: error: ValueError: oh; this is a fault of quotex")
    assert lines[3] == "2 attributions (2 direct) in 1 document; 3 inputs failed"


def test_verbose_shows_the_traceback_of_a_fault(tmp_path: Path) -> None:
    fault = tmp_path / "f.txt"
    fault.write_text("fail")
    outcome = run("extract", fault, "--verbose")
    assert f"{fault}: 4 characters, utf-8\n" in outcome.err
    assert "Traceback" in outcome.err


def test_warnings_are_no_failures(tmp_path: Path) -> None:
    empty, latin, folder = tmp_path / "e.txt", tmp_path / "l.txt", tmp_path / "folder"
    empty.touch()
    latin.write_bytes(b"\xe9t\xe9 warn")
    folder.mkdir()
    outcome = run("extract", empty, folder, latin)
    assert outcome.code == 0
    assert outcome.ids == ["l.txt#1", "l.txt#2"]
    assert outcome.err.splitlines() == [
        f"{empty}: warning: the file is empty",
        f"{folder}: warning: no file in this folder is one of: .htm, .html, .md, .txt",
        f"{latin}:1:1: warning: not UTF-8, read as Windows-1252; "
        "another encoding can be named with --encoding",
        f"{latin}:7:12: warning: quotation mark without its pair",
    ]
    assert run("extract", empty, folder, latin, "--quiet").err == ""


def test_output_is_utf_8_whatever_the_locale(text: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*QUOTEX, "extract", text], env=environment, capture_output=True, check=True
    )
    done.stdout.decode("utf-8")


def test_start_up_imports_neither_rich_nor_the_rules_of_help(text: Path) -> None:
    program = (
        "import sys\n"
        f"sys.argv = ['quotex', 'extract', {str(text)!r}]\n"
        "from quotex.cli import main\n"
        "try:\n    main()\n"
        "finally:\n    assert not {'rich', 'rich.console'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_a_closed_pipe_is_silent(text: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*QUOTEX, "extract", text, "-f", "json"],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141


def test_interruption_is_130_without_a_traceback() -> None:
    with subprocess.Popen(
        [*QUOTEX, "extract", "-", "-v"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        assert process.stderr.readline() == "-: reading\n"
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == ""
    assert process.returncode == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk_is_1_with_a_message(text: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*QUOTEX, "extract", text, "-f", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.stderr.splitlines()[0] == b"output: error: no space left on device"
    assert done.returncode == 1
