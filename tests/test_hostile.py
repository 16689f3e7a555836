"""Texts made to be slow: each is read within a limit that the system enforces, and the next one is.

The sizes grow with the variable QUOTEX_HOSTILE: ``make hostile`` sets it to 33.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
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
    "one line": "Le bac partira demain à l'aube. " * 5 * N,
    "spaces": " " * 100 * N,
    "spaces in a line": "Roy" + " " * 100 * N + "x",
    "empty lines": "\n" * 100 * N,
}


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


@pytest.mark.parametrize("name", TEXTS)
def test_it_ends_and_the_next_text_is_read(name: str, tmp_path: Path) -> None:
    hostile, good = tmp_path / "hostile.txt", tmp_path / "good.txt"
    hostile.write_text(TEXTS[name], encoding="utf-8")
    good.write_text("« Oui », a dit Anne Roy.", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "quotex", "extract", "--quiet", "-f", "jsonl", hostile, good],
        capture_output=True,
        encoding="utf-8",
        preexec_fn=limit,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    last = json.loads(done.stdout.splitlines()[-1])
    assert (last["id"], last["speaker"]["name"]) == ("good.txt#1", "Anne Roy")
