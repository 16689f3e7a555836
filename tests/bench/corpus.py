"""A corpus of any size, made from the sentences of the samples with other names and dates.

The same numbers give the same corpus::

    python tests/bench/corpus.py FOLDER --documents 20000 --broken 50
    python tests/bench/corpus.py corpus.jsonl --documents 20000
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CHARACTERS = 2_500  # of a document, on average
IN_A_FOLDER = 200
SEED = 5
SURNAMES = [
    "Abgrall",
    "Bazin",
    "Cadiou",
    "Delaunoy",
    "Estève",
    "Fauvel",
    "Garrec",
    "Hamelin",
    "Izard",
    "Jaouen",
    "Kerbrat",
    "Lesage",
    "Morvan",
    "Nédellec",
    "Ollivro",
    "Pennec",
    "Quéré",
    "Rousselin",
    "Salaün",
    "Tanguy",
    "Urvoas",
    "Vauquier",
    "Wattel",
    "Yvinec",
]
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
NAME = re.compile(r"\b(?:Anne|Paul|Marie|Jean|Claire|Luc) [A-Z][a-zé]+\b")
DATE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b")
BROKEN = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",  # binary
    b"\xff\xfeodd",  # half a character of UTF-16
    b"\xef\xbb\xbfd\xe9j\xe0",  # marked as UTF-8, and not UTF-8
)


def paragraphs() -> list[list[str]]:
    """The paragraphs of each sample."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt")))
    return [text.strip().split("\n\n") for text in texts]


def documents(count: int, seed: int = SEED) -> Iterator[str]:
    """``count`` texts: a beginning of one sample, then paragraphs of several."""
    samples = paragraphs()
    chance = random.Random(seed)
    for _ in range(count):
        parts = list(chance.choice(samples)[:3])
        wanted = chance.gauss(CHARACTERS, CHARACTERS / 4)
        while sum(map(len, parts)) < wanted:
            sample = chance.choice(samples)
            start = chance.randrange(len(sample))
            parts += sample[start : start + 3]
        yield varied("\n\n".join(parts) + "\n", chance)


def varied(text: str, chance: random.Random) -> str:
    """``text`` with surnames and full dates of its own."""
    new: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        first = found[0].split()[0]
        return new.setdefault(found[0], f"{first} {chance.choice(SURNAMES)}")

    day = date(2010, 1, 1) + timedelta(chance.randrange(4_000))
    text = NAME.sub(name, text)
    return DATE.sub(f"{day.day} {MONTHS[day.month - 1]} {day.year}", text)


def write_folder(folder: Path, count: int, broken: int) -> None:
    """Writes the texts as files, some hundreds to a folder, and broken ones among them."""
    every = count // broken if broken else 0
    for number, text in enumerate(documents(count)):
        inner = folder / f"{number // IN_A_FOLDER:04}"
        inner.mkdir(parents=True, exist_ok=True)
        (inner / f"{number:06}.txt").write_text(text, encoding="utf-8")
        if every and number % every == every // 2 and number // every < broken:
            data = BROKEN[number // every % len(BROKEN)]
            (inner / f"{number:06}-broken.txt").write_bytes(data)


def write_jsonl(path: Path, count: int) -> None:
    """Writes the texts as one corpus."""
    with path.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(documents(count)):
            stream.write(json.dumps({"id": f"d{number:06}", "text": text}) + "\n")


def main() -> None:
    """Writes a folder, or a file if the name ends in .jsonl."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--broken", type=int, default=0)
    given = parser.parse_args()
    if given.target.suffix == ".jsonl":
        write_jsonl(given.target, given.documents)
    else:
        write_folder(given.target, given.documents, given.broken)


if __name__ == "__main__":
    main()
