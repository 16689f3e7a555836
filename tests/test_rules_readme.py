"""The guide to the rules: each of its files is used, and each key and value is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from quotex import Extractor
from quotex.model import Attribution, ClaimType, SignalType
from quotex.rulefiles.compile import Compiler
from quotex.rulefiles.marked import parse_marked
from quotex.rulefiles.rulesources import packs, sources
from quotex.rulefiles.ruletest import RuleTester
from quotex.rulefiles.schema import schema
from tests.command import run
from tests.engine import ENGINE, EXTRACTOR

GUIDE = Path(__file__).parents[1].joinpath("rules", "README.md").read_text(encoding="utf-8")
_FILE = re.compile(r"```yaml\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", re.DOTALL)
FILES = [(match[1], (match[2] or "").splitlines()) for match in _FILE.finditer(GUIDE)]
_SECTION = re.compile(r"^#+ (.*?)\n(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)
SECTIONS = {match[1]: match[2] for match in _SECTION.finditer(GUIDE)}
_TYPES = "|".join([*get_args(ClaimType), *(f"{each} [^:]+" for each in get_args(SignalType))])
_CLAIM = re.compile(rf"({_TYPES}): (.+)")
SCHEMA = schema()

# The sections of the reference, and whose keys each has.
REFERENCE = {
    "A file": ["root"],
    "rules": ["Rule", "RuleChange"],
    "examples": ["Example", "CounterExample"],
    "without": ["Without"],
    "filters": ["Silence"],
    "verbs": ["VerbEntry"],
    "carriers": ["Carrier"],
    "nouns": ["Nouns", "Noun"],
    "speech-nouns": ["SpeechNoun"],
    "prepositions": ["SourcePreposition"],
    "names": ["NameFile", "Institution", "Place", "Medium"],
    "first-names": ["FirstNameFile"],
    "claims": ["ClaimWords"],
    "grammar": ["Grammar", "ChunkPattern"],
}
APART = {"act": "Acts", "takes": "What a verb takes"}
"""Keys whose values have a section of their own."""


def with_file(text: str, folder: Path) -> Extractor:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return Extractor.of(Compiler(sources([path])).compiled(EXTRACTOR.compiled))


def spans(found: Attribution) -> set[str]:
    parts = [*found.content.spans, *found.when, *found.where, *found.addressee]
    parts += [part for part in (found.cue, found.speaker.mention) if part]
    return {f"{part.start}-{part.end}" for part in parts}


def read(extractor: Extractor, text: str, named: bool) -> list[tuple[set[str], str | None]]:
    """The parts of each attribution, and the speaker's name when it is asked for."""
    found = extractor.extract(text)
    return [(spans(item), item.speaker.name if named else "") for item in found]


def claims(extractor: Extractor, text: str) -> set[str]:
    """The type of each claim, and the types and words of its signals."""
    found = [item.claim for item in extractor.extract(text) if item.claim]
    signals = {f"{signal.type} {signal.text}" for each in found for signal in each.signals}
    return {each.type for each in found} | signals


def test_there_are_files() -> None:
    assert len(FILES) >= 10
    assert sum(len(lines) for _, lines in FILES) >= 15


@pytest.mark.parametrize(("text", "lines"), FILES, ids=range(len(FILES)))
def test_a_file_finds_what_stands_under_it(text: str, lines: list[str], tmp_path: Path) -> None:
    extractor = with_file(text, tmp_path)
    for line in lines:
        if line.startswith("nothing: "):
            sentence = line.removeprefix("nothing: ")
            assert EXTRACTOR.extract(sentence), f"found without the file: {sentence}"
            assert extractor.extract(sentence) == []
            continue
        if claim := _CLAIM.fullmatch(line):
            assert claim[1] in claims(extractor, claim[2]), line
            assert claim[1] not in claims(EXTRACTOR, claim[2]), line
            continue
        sentence, _, name = line.partition(" → ")
        marked = parse_marked(sentence)
        wanted = {f"{s.start}-{s.end}" for part in marked.attributions[0].values() for s in part}
        assert (wanted, name) in read(extractor, marked.text, bool(name)), line
        assert (wanted, name) not in read(EXTRACTOR, marked.text, bool(name)), line


@pytest.mark.parametrize(("text", "lines"), FILES, ids=range(len(FILES)))
def test_the_examples_of_a_file_hold(text: str, lines: list[str], tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    compiler = Compiler(sources([path]))
    compiled = compiler.compiled(EXTRACTOR.compiled)
    book = compiler.book
    tester = RuleTester(compiled, book.rules.values(), book.macros)
    for rule in book.rules.values():
        if book.origins[rule.id] == path:
            assert rule.examples
            assert [each.text for each in tester.outcomes(rule) if each.is_failure] == []


def keys(name: str) -> set[str]:
    found: dict[str, Any] = SCHEMA if name == "root" else SCHEMA["$defs"][name]
    return set(found["properties"])


def named(section: str) -> set[str]:
    """The keys in the first column of the tables of a section."""
    rows = re.findall(r"^\| (`[^|]*) \|", SECTIONS[section], re.MULTILINE)
    return {key for row in rows for key in re.findall(r"`([^`]+)`", row)}


_SHELL = re.compile(r"^(quotex [^#\n]*line.txt.*)\n# (.*)$", re.MULTILINE)


def test_a_sentence_is_cut_as_the_guide_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (command, shown) = _SHELL.findall(GUIDE)[0]
    text = re.findall(r"echo '(.*)' > line.txt", GUIDE)[0]
    Path("line.txt").write_text(f"{text}\n", encoding="utf-8")
    assert shown in run(*command.split()[1:]).out.splitlines()


@pytest.mark.parametrize("section", REFERENCE)
def test_the_reference_has_every_key(section: str) -> None:
    assert named(section) == set().union(*map(keys, REFERENCE[section]))


def test_every_kind_of_entry_has_its_section() -> None:
    assert {name for names in REFERENCE.values() for name in names} == {"root", *SCHEMA["$defs"]}


def enums(hint: Any) -> set[str]:
    """The values that a schema allows, wherever they stand in it."""
    if isinstance(hint, dict):
        own = {str(value) for value in hint.get("enum", ())}
        return own.union(*(enums(value) for key, value in hint.items() if key != "enum"))
    return set().union(*map(enums, hint)) if isinstance(hint, list) else set()


@pytest.mark.parametrize("section", REFERENCE)
def test_the_reference_has_every_value(section: str) -> None:
    for name in REFERENCE[section]:
        found = SCHEMA if name == "root" else SCHEMA["$defs"][name]
        for key, hint in found["properties"].items():
            if key in ("frames", "weak", "negated"):
                place = "What a verb takes"
            else:
                place = APART.get(key, section) if name != "SpeechNoun" or key == "act" else section
            missing = {each for each in enums(hint) if f"`{each}`" not in SECTIONS[place]}
            assert not missing, (name, key, missing)


def test_the_guide_has_every_chunk() -> None:
    known = set(ENGINE.chunker.alphabet.masks)
    text = SECTIONS["Chunks"]
    assert {name for name in known if f"`{name}`" not in text} == set()


def test_the_guide_names_every_pack() -> None:
    assert all(f"`--rules {name}`" in GUIDE for name in packs())


@pytest.mark.parametrize("anchor", re.findall(r"\]\(#([^)]+)\)", GUIDE))
def test_a_link_leads_to_a_heading(anchor: str) -> None:
    headings = [title.lower().replace(" ", "-").replace("'", "") for title in SECTIONS]
    assert anchor in headings
