"""Speed, its growth, start-up and memory; run by ``make bench``, which takes some minutes.

A folder of texts, given as an argument, is timed beside the samples: in these every paragraph
reports, in a newspaper one of three does.
"""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from unittest.mock import patch

from quotex import Extractor
from quotex.words.lexicon import Lexicon
from tests.bench.processes import peak_memory, start_up

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
RULES = ROOT / "rules" / "attributions"

SIZES = (10_000, 100_000, 1_000_000)
MEGABYTE = 1_000_000
TIMES = 10
PROMISED_GROWTH = 1.2
PASSES = 3
RULES_SIZE = 100_000
COPIES = (0, 1, 3)
"""How many times the built-in rules are added to themselves."""
ONCE = frozenset({"macros", "uncued"})
"""Files whose content can be there only once."""

CACHE = "QUOTEX_CACHE"
CUES = {"reporting", "speech-noun", "source-preposition", "opinion-preposition"}
WORDS = re.compile(r"\w+|[^\w\s]")
_ID = re.compile(r"(?<=- id: )")


def main() -> None:
    """Prints all tables."""
    texts = [path.read_text(encoding="utf-8") for path in texts_of(SAMPLES)]
    # first: a process counts the memory of the one that starts it as its own peak
    peak_memory(texts[0], "\n\n".join(repeated(texts, MEGABYTE)))
    extractor = Extractor()
    for text in texts:  # compiles what is compiled on first use
        extractor.extract(text)
    gc.collect()
    gc.freeze()  # as the command line does once the rules are there
    speed(extractor, repeated(texts, MEGABYTE))
    for folder in sys.argv[1:]:
        speed(extractor, [path.read_text(encoding="utf-8") for path in texts_of(Path(folder))])
    growth(extractor, texts)
    with patch.dict(os.environ, {CACHE: ""}):  # only the built-in rules are worth keeping
        number_of_rules(texts)
    start_up(texts[0])


def texts_of(folder: Path) -> list[Path]:
    """The texts in a folder; ends the run when there is none."""
    return sorted(folder.glob("*.txt")) or sys.exit(f"no .txt files in {folder}")


def speed(extractor: Extractor, documents: Sequence[str]) -> None:
    """Characters a second, beside what any reader of words must do."""
    size = sum(map(len, documents))
    cues = cue_words(extractor)
    found = sum(len(extractor.extract(text)) for text in documents)
    ours = best(extractor.extract, documents)
    bare = best(tokens, documents)
    looked_up = best(lambda text: cue_tokens(text, cues), documents)
    print(
        f"{len(documents)} documents, {size:,} characters, one core; processor time, "
        f"the least of {PASSES}"
    )
    rate("quotex, document by document", size, ours)
    rate(f"re.finditer({WORDS.pattern!r})", size, bare)
    rate(f"the same, {len(cues):,} cue words looked up", size, looked_up)
    print(f"  {'times the tokenising pass':<46}{ours / bare:>12.0f}")
    print(f"  {'times the pass of cue words':<46}{ours / looked_up:>12.0f}")
    print(f"  {f'for each of {found:,} attributions':<46}{ours / found * 1e6:>12.0f} µs")


def growth(extractor: Extractor, texts: Sequence[str]) -> None:
    """The same characters in one document and in many, then ten times as many."""
    print(f"\n{'characters':>12}{'one document':>16}{'many':>16}{'one / many':>12}")
    for size in SIZES:
        documents = repeated(texts, size)
        one = "\n\n".join(documents)
        together = seconds(extractor.extract, [one])
        apart = seconds(extractor.extract, documents)
        print(f"{len(one):>12,}{together:>14.2f} s{apart:>14.2f} s{together / apart:>12.2f}")
    megabyte = "\n\n".join(repeated(texts, MEGABYTE))
    long = "\n\n".join([megabyte] * TIMES)
    together = seconds(extractor.extract, [long])
    apart = seconds(extractor.extract, [megabyte] * TIMES)
    print(f"{len(long):>12,}{together:>14.2f} s{apart:>14.2f} s{together / apart:>12.2f}", end="")
    print(f"  (many: {TIMES}; promised: {PROMISED_GROWTH} at most)")


def number_of_rules(texts: Sequence[str]) -> None:
    """The built-in rules, and the same with copies of themselves below them."""
    documents = repeated(texts, RULES_SIZE)
    size = sum(map(len, documents))
    paths = [path for path in sorted(RULES.glob("*.yaml")) if path.stem not in ONCE]
    sources = [path.read_text(encoding="utf-8") for path in paths]
    rules = sum(len(_ID.findall(source)) for source in sources)
    print()
    for copies in COPIES:
        with TemporaryDirectory() as folder:
            for copy in range(copies):
                for number, source in enumerate(sources):
                    path = Path(folder, f"{copy}-{number}.yaml")
                    path.write_text(_ID.sub(f"copy-{copy}-", source), encoding="utf-8")
            extractor = Extractor([folder] if copies else [])
            for text in texts:
                extractor.extract(text)
            rate(f"{rules * (copies + 1)} rules", size, best(extractor.extract, documents))


def cue_words(extractor: Extractor) -> frozenset[str]:
    """Every form of a verb or noun that reports, and every preposition that names a source."""
    lexicon: Lexicon = extractor.compiled.engine.lexicon
    forms = lexicon.forms.items()
    return frozenset(form for form, classes in forms if not classes.isdisjoint(CUES))


def repeated(texts: Sequence[str], characters: int) -> list[str]:
    """The texts over and over, until they have that many characters together."""
    documents: list[str] = []
    left = characters
    for text in cycle(texts):
        if left <= 0:
            return documents
        documents.append(text)
        left -= len(text)
    return documents


def seconds(function: Callable[[str], object], texts: Iterable[str]) -> float:
    """Processor time of one pass over the texts."""
    start = process_time()
    for text in texts:
        function(text)
    return process_time() - start


def best(function: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor time of the fastest of some passes: others may use the machine as well."""
    return min(seconds(function, texts) for _ in range(PASSES))


def tokens(text: str) -> None:
    for _ in WORDS.finditer(text):
        pass


def cue_tokens(text: str, cues: frozenset[str]) -> int:
    return sum(match.group().lower() in cues for match in WORDS.finditer(text))


def rate(label: str, size: int, time: float) -> None:
    print(f"  {label:<46}{size / time:>12,.0f} characters a second")


if __name__ == "__main__":
    main()
