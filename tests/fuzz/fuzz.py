"""Coverage-guided fuzzing of one target: ``python -m tests.fuzz.fuzz TARGET [FLAGS]``.

The flags are those of libFuzzer (``-max_total_time=60``).  The corpus begins with the samples, the
rules and the negative sentences, cut to pieces; an input that breaks a promise is printed and
written to ``crash-…``, and belongs into ``tests/fuzz/found`` once its cause is mended.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["quotex"]):
    from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[2]
_LONGEST = 400
"""Characters of one input; what goes wrong goes wrong in short texts, too, and faster."""


def seeds(target: str) -> Iterator[str]:
    """The texts that fuzzing starts from."""
    if target == "rules":
        for path in sorted((ROOT / "rules" / "attributions").glob("*.yaml")):
            yield from re.split(r"(?m)^(?=  - id:)", path.read_text(encoding="utf-8"))
        return
    for path in sorted((ROOT / "samples").glob("*.txt")):
        yield from path.read_text(encoding="utf-8").split("\n\n")
    yield from (ROOT / "tests" / "negative.txt").read_text(encoding="utf-8").splitlines()


def words() -> Iterator[str]:
    """The words and marks that mutations put together."""
    text = (ROOT / "samples" / "depeche.txt").read_text(encoding="utf-8")
    yield from sorted({*re.findall(r"[\w'-]+", text), *"«»“”\"'’:;,.!?()—–-", "\n\n"})


def main() -> None:
    """Fuzzes until the time is over or a promise is broken."""
    target = sys.argv[1] if len(sys.argv) > 1 else ""
    if target not in TARGETS:
        sys.exit(f"name a target: {', '.join(TARGETS)}")
    check = TARGETS[target]
    with TemporaryDirectory() as name:
        corpus = Path(name, "corpus")
        corpus.mkdir()
        for number, text in enumerate(seeds(target)):
            (corpus / str(number)).write_text(text[:_LONGEST], encoding="utf-8")
        dictionary = Path(name, "words")
        entries = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words())
        dictionary.write_text("".join(f'"{entry}"\n' for entry in entries), encoding="ascii")
        flags = [f"-dict={dictionary}", f"-max_len={4 * _LONGEST}", "-timeout=20", *sys.argv[2:]]
        atheris.Setup(
            [sys.argv[0], *flags, str(corpus)], lambda data: check(data.decode("utf-8", "replace"))
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
