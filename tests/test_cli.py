"""The command line as a user meets it: what is printed where, and the exit codes."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from quotex.cli.options import KindChoice
from quotex.model import Kind
from tests.command import run
from tests.example import TEXT

ROOT = Path(__file__).resolve().parents[1]
QUOTEX = [sys.executable, "-m", "quotex"]


@pytest.fixture(autouse=True)
def _no_color(monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_table_on_a_terminal(text: Path) -> None:
    reading, writing = os.openpty()
    try:
        subprocess.run([*QUOTEX, "extract", text], stdout=writing, check=True)
        printed = os.read(reading, 9999).decode()
    finally:
        os.close(reading)
        os.close(writing)
    assert "how, when, where" in printed


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
        (["--min-confidence", "0.95"], [1]),
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


def test_output_file_stays_when_the_run_is_interrupted(text: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    assert interrupted("extract", text, "-", "-o", target) == ""
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


def test_invalid_rules_are_2_with_the_place_and_nothing_is_extracted(
    text: Path, tmp_path: Path
) -> None:
    rules = tmp_path / "own.yaml"
    rules.write_text(
        "verbs:\n  - {verb: chevroter, act: say, takes: [que], prend: 1}\n", encoding="utf-8"
    )
    outcome = run("extract", text, "--rules", rules)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f'{rules}:2:47: error: unknown key "prend"; ')


def test_a_failed_input_is_1_and_the_others_are_printed(text: Path, tmp_path: Path) -> None:
    binary = tmp_path / "b.txt"
    binary.write_bytes(b"\0\1\2")
    outcome = run("extract", tmp_path / "none.txt", binary, text)
    assert outcome.code == 1
    assert outcome.ids == ["pont.txt#1", "pont.txt#2"]
    lines = outcome.err.splitlines()
    assert lines[0] == (f"{tmp_path}/none.txt: error: no such file or directory; check the path")
    assert lines[1].startswith(f"{binary}: error: not a text: binary data; ")
    assert lines[2] == "2 attributions (2 direct) in 1 document; 2 inputs failed"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit of memory that is kept")
def test_a_text_that_is_too_large_for_the_memory_fails_alone(text: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    # the boat makes every character take four bytes
    large.write_text("Le bac partira demain. " * 2_000_000 + "\N{ROWBOAT}", encoding="utf-8")
    done = subprocess.run(
        [*QUOTEX, "extract", large, text],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (200 * 2**20,) * 2),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [
        "pont.txt#1",
        "pont.txt#2",
    ]
    assert done.stderr.splitlines() == [
        f"{large}: error: too large for the memory of this machine; split it",
        "2 attributions (2 direct) in 1 document; 1 input failed",
    ]


@pytest.mark.parametrize("verbose", [False, True])
def test_a_fault_costs_one_input_and_verbose_shows_where_it_was(
    verbose: bool, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("oh")

    monkeypatch.setattr("charset_normalizer.from_bytes", fail)  # a fault of a library is one, too
    latin = tmp_path / "l.txt"
    latin.write_text("L'été.", encoding="cp1252")
    outcome = run("extract", latin, text, *(["--verbose"] if verbose else []))
    assert (outcome.code, outcome.ids) == (1, ["pont.txt#1", "pont.txt#2"])
    fault = f"{latin}: error: ValueError: oh; this is a fault of quotex, please report it"
    if verbose:
        assert "Traceback" in outcome.err
        assert f"{fault}\n" in outcome.err
    else:
        assert outcome.err.splitlines()[0] == f"{fault} with what --verbose prints"


def test_warnings_are_no_failures(tmp_path: Path) -> None:
    empty, latin, folder = tmp_path / "e.txt", tmp_path / "l.txt", tmp_path / "folder"
    empty.touch()
    latin.write_text("« L'été », a dit Anne Roy.\n\n« Il viendra.\n", encoding="cp1252")
    folder.mkdir()
    outcome = run("extract", empty, folder, latin)
    assert outcome.code == 0
    assert outcome.ids == ["l.txt#1"]
    assert outcome.err.splitlines() == [
        f"{empty}: warning: the file is empty",
        f"{folder}: warning: no file in this folder is one of: .htm, .html, .md, .txt",
        f"{latin}:1:1: warning: not UTF-8, read as Windows-1252; "
        "another encoding can be named with --encoding",
        f"{latin}:3:1: warning: the quotation mark « has no fellow",
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


def interrupted(*arguments: str | Path) -> str:
    """What a run says after Ctrl-C while it waits for its standard input."""
    command = [*QUOTEX, *arguments, "--verbose"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What runs in the background of a shell is deaf to it, and so are its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stderr
        assert "-: reading\n" in process.stderr
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
    assert process.returncode == 130
    return said


def test_interruption_is_130_without_a_traceback() -> None:
    assert interrupted("extract", "-") == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "-f", "table", "samples/depeche.txt"],
        ["extract", "-f", "html", "samples/depeche.txt"],
        ["claims", "-f", "table", "samples/depeche.txt"],
        ["speakers", "-f", "table", "samples/depeche.txt"],
        ["explain", "-f", "table", "--line", "5", "samples/depeche.txt"],
        ["rules", "list"],
        ["rules", "schema"],
    ],
    ids=" ".join,
)
def test_no_command_leads_to_a_warning_of_python(arguments: list[str]) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-m",
            "quotex",
            *arguments,
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, "Warning" in done.stderr) == (0, False), done.stderr


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
