"""Inputs made to be slow: each is read within a limit that the system enforces, and so is the next.

The sizes grow with the variable QUOTEX_HOSTILE: with the 34 of ``make hostile`` there are a million
opening marks, 100,000 pairs in pairs, a line of 50 MB and a cell of 100 MB.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

SCALE = int(os.environ.get("QUOTEX_HOSTILE", "1"))
SECONDS = 20 + 10 * SCALE
"""Processor time; the slowest takes some seconds on an ordinary machine."""
BYTES = (2 + SCALE // 8) * 2**30
"""Memory."""
N = 3_000 * SCALE

TEXTS = {
    "opening marks": "«" * 10 * N,
    "closing marks": "»" * 10 * N,
    "straight marks": '"' * 10 * N,
    "opening marks on lines": "« a\n" * N,
    "pairs in pairs": "« " * N + "x" + " »" * N,
    "pairs of two kinds in each other": "« “ " * N + "x" + " ” »" * N,
    "pairs side by side": '"a" ' * N,
    "brackets": "(" * 10 * N,
    "colons": ":" * 10 * N,
    "commas": "le, " * 2 * N,
    "stops": "." * 10 * N,
    "verbs": "déclare " * 2 * N,
    "verbs that take a clause": "a déclaré que " * N,
    "verbs before infinitives": "vient de dire " * N,
    "prepositions": "selon " * 2 * N,
    "clitics": "nous " * 2 * N + "a : oui",
    "adverbs": "Il a jamais plus " * N + "dit : oui",
    "degrees": "plus " * 2 * N + "dit : oui",
    "capitals": "Roy " * 2 * N,
    "text in capitals": "LE MAIRE A DIT QUE LE BAC PARTIRA. " * 2 * N,
    "capitals in one word": "L'" + "K" * 10 * N + "a",
    "initials": "A." * 5 * N,
    "hyphens": "a-" * 5 * N,
    "apostrophes": "l'" * 5 * N,
    "accents on one letter": "e" + "\u0301" * 10 * N,
    "complements": "le maire " + "de la ville " * N + "a dit oui.",
    "coordinated names": "Anne Roy" + " et Paul Vidal" * N + " ont dit oui.",
    "relative clauses": "le maire qui dit " * N,
    "prefixes of turns": "".join(f"A{number} : oui.\n" for number in range(N)),
    "dashes of dialogue": "— oui\n" * N,
    "quotations in one sentence": "« Oui », dit-il, " * N,
    "dates": "le 3 mai 2016 " * N,
    "one line": "Le bac partira demain à l'aube. " * 16 * N,
    "spaces": " " * 100 * N,
    "spaces in a line": "Roy" + " " * 100 * N + "x",
    "empty lines": "\n" * 100 * N,
}


GOOD = "« Oui », a dit Anne Roy."


def bomb(path: Path) -> None:
    """An archive whose first text takes a thousandth of what it unpacks to."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        with archive.open("bomb.txt", "w", force_zip64=True) as member:
            for _ in range(300 * SCALE):
                member.write(b"Le bac partira. " * 2**16)
        archive.writestr("good.txt", GOOD)


def cell(path: Path) -> None:
    """A table with a cell of 3 MB, times the scale."""
    large = "Le bac partira demain à l'aube. " * 32 * N
    path.write_text(f'id,text\nlarge,{large}\ngood,"{GOOD}"\n', encoding="utf-8")


def aliases(path: Path) -> None:
    """Front matter of a few lines that would be a title of 10 to the 30 words."""
    names = [f"a{number}" for number in range(30)]
    lines = [f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]" for a, b in pairwise(names)]
    path.write_text("\n".join(["---", "a0: &a0 [a]", *lines, "title: *a29", "---", "", GOOD]))


FILES: dict[str, tuple[Callable[[Path], None], int, str]] = {
    "bomb.zip": (
        bomb,
        1,
        "bomb.zip/bomb.txt: error: unpacked, it is longer than 256 MiB; unpack it first",
    ),
    "cell.csv": (cell, 0, ""),
    "aliases.txt": (aliases, 0, ""),
}


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def extract(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """``quotex extract`` within the limits."""
    return subprocess.run(
        [sys.executable, "-m", "quotex", "extract", "--quiet", *arguments],
        capture_output=True,
        encoding="utf-8",
        preexec_fn=limit,
        check=False,
    )


@pytest.mark.parametrize("name", TEXTS)
def test_it_ends_and_the_next_text_is_read(name: str, tmp_path: Path) -> None:
    hostile, good = tmp_path / "hostile.txt", tmp_path / "good.txt"
    hostile.write_text(TEXTS[name], encoding="utf-8")
    good.write_text(GOOD, encoding="utf-8")
    done = extract("-f", "jsonl", hostile, good)
    assert (done.returncode, done.stderr) == (0, "")
    last = json.loads(done.stdout.splitlines()[-1])
    assert (last["id"], last["speaker"]["name"]) == ("good.txt#1", "Anne Roy")


@pytest.mark.parametrize("name", FILES)
def test_what_is_beside_it_is_read(name: str, tmp_path: Path) -> None:
    make, code, message = FILES[name]
    make(tmp_path / name)
    done = extract("-f", "jsonl", tmp_path / name)
    assert (done.returncode, done.stderr.partition(f"{tmp_path}/")[2].splitlines()[:1]) == (
        code,
        [message] if message else [],
    )
    (record,) = map(json.loads, done.stdout.splitlines())
    assert record["speaker"]["name"] == "Anne Roy"


def test_a_rule_file_of_aliases_is_refused(tmp_path: Path) -> None:
    rules, good = tmp_path / "own.yaml", tmp_path / "good.txt"
    aliases(rules)
    good.write_text(GOOD, encoding="utf-8")
    done = extract(good, "--rules", rules)
    assert (done.returncode, done.stdout) == (2, "")
    assert ": error: the alias *a0 is not allowed: write it out\n" in done.stderr


def test_markup_in_every_field_is_no_markup_of_the_page(tmp_path: Path) -> None:
    corpus = tmp_path / "<b onclick='x()'>.jsonl"
    markup = "\"'><script>x()</script><b onclick='x()'>"
    row = {
        "id": markup,
        "title": markup,
        "date": markup,
        "text": f"« {markup} », a dit {markup} Anne Roy.\n\n{GOOD}",
    }
    corpus.write_text(f"{json.dumps(row)}\n" * (N // 10), encoding="utf-8")
    done = extract(corpus, "-f", "html")
    assert done.returncode == 0
    assert "<script>x()" not in done.stdout
    assert "<b onclick" not in done.stdout
    assert done.stdout.count("Anne Roy") >= N // 10
