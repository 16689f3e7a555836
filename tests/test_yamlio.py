"""Typed YAML: what is read, and what is said of each problem, with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest

from quotex.errors import RulesError
from quotex.rulefiles.yamlio import parse_yaml, read_yaml


@dataclass(frozen=True, slots=True)
class Verb:
    verb: str
    act: Literal["say", "write"] = "say"
    takes: tuple[str, ...] = ()
    from_: str | None = None
    top_speed: float = 0.5
    place: tuple[int, int] = field(default=(0, 0), metadata={"source": "place"})


@dataclass(frozen=True, slots=True)
class Node:
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Even:
    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError(f"{self.number} is odd")


@dataclass(frozen=True, slots=True)
class File:
    verbs: tuple[Verb, ...] = ()
    words: frozenset[str] = frozenset()
    by_name: dict[str, Verb] = field(default_factory=dict)
    count: int = 0
    weak: bool = False
    forms: str | tuple[str, ...] = ()
    tree: Node | None = None
    even: Even | None = None


FILE_KEYS = "by-name, count, even, forms, tree, verbs, weak, words"
VERB_KEYS = "act, from, takes, top-speed, verb"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", File()),
        ("# nothing\n", File()),
        ("{}", File()),
        ("words: [oui, no, on, 2012, 1.0, null, ~]", File(
            words=frozenset({"oui", "no", "on", "2012", "1.0", "null", "~"}))),
        ("verbs:\n  - {verb: dire}\n  - {verb: écrire, act: write, takes: [que]}\n", File(
            verbs=(Verb("dire", place=(2, 5)), Verb("écrire", "write", ("que",), place=(3, 5))))),
        ("verbs: [{verb: à, from: en, top-speed: 1}]", File(
            verbs=(Verb("à", from_="en", top_speed=1.0, place=(1, 9)),))),
        ("verbs: [{verb: à, from: }]", File(verbs=(Verb("à", place=(1, 9)),))),
        (
            "verbs: [{verb: '', top-speed: .25}]",
            File(verbs=(Verb("", top_speed=0.25, place=(1, 9)),)),
        ),
        ("by-name:\n  b: {verb: dire}", File(by_name={"b": Verb("dire", place=(2, 6))})),
        ("count: -3\nweak: true", File(count=-3, weak=True)),
        ("forms: a", File(forms="a")),
        ("forms: [a, b]", File(forms=("a", "b"))),
        ("tree: {children: [{}, {children: [{}]}]}", File(
            tree=Node((Node(), Node((Node(),)))))),
        ("tree: null\neven: {number: 4}", File(even=Even(4))),
        ("words: ['*a', a*b, '[[[[[[[[']", File(words=frozenset({"*a", "a*b", "[" * 8}))),
    ],
)  # fmt: skip
def test_reads(text: str, expected: File) -> None:
    assert parse_yaml(text, File, "r.yaml") == expected


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("verb: []", [
            f'1:1 unknown key "verb" (did you mean "verbs"?); allowed: {FILE_KEYS}']),
        ("verbs: [{act: say}]", ['1:9 the required key "verb" is missing']),
        ("verbs: [{verb: a, act: writ}]", [
            '1:24 "writ" is not allowed (did you mean "write"?); allowed: say, write']),
        ("verbs: [{verb: a, act: [say]}]", ["1:24 expected one of say, write, found a list"]),
        ("verbs: que", ['1:8 expected a list, found "que"']),
        ("verbs: [que]", [
            f'1:9 expected a mapping with the keys {VERB_KEYS}, found "que"']),
        ("verbs: [{verb: }]", ["1:16 expected text, found nothing"]),
        ("verbs: [{verb: {a: b}}]", ["1:16 expected text, found a mapping"]),
        ("verbs: [{verb: a, line: 3}]", [
            f'1:19 unknown key "line"; allowed: {VERB_KEYS}']),
        ("by-name: [a]", ["1:10 expected a mapping, found a list"]),
        ("words: [a, [b]]", ["1:12 expected text, found a list"]),
        ("forms: {a: b}", ["1:8 expected a list, found a mapping"]),
        ("count: 1.5", ['1:8 expected a whole number, found "1.5"']),
        ("count: '1'", ['1:8 expected a whole number, found "1"']),
        ("weak: yes", ['1:7 expected true or false, found "yes"']),
        ("weak: false\ncount: 1\nweak: true", ['3:1 the key "weak" stands twice, first on line 1']),
        ("? [a]\n: b", ["1:3 a key must be text, found a list"]),
        ("even: {number: 3}", ["1:7 3 is odd"]),
        ("- a", [f"1:1 expected a mapping with the keys {FILE_KEYS}, found a list"]),
        ("count: x\nverbs:\n  - {verb: a, takes: que}\n  - {verbe: b}", [
            '1:8 expected a whole number, found "x"',
            '3:22 expected a list, found "que"',
            '4:5 the required key "verb" is missing',
            f'4:6 unknown key "verbe" (did you mean "verb"?); allowed: {VERB_KEYS}']),
        ("count: &a 1\nforms: *a", ["2:8 the alias *a is not allowed: write it out"]),
        ("tree: " + "{children: [" * 40, ["1:306 nested more than 50 levels deep"]),
        ("".join(" " * depth + "a:\n" for depth in range(3000)), [
            "51:51 nested more than 50 levels deep"]),
        ("count: \a", ["1:8 the character '\\x07' is not allowed"]),
    ],
)  # fmt: skip
def test_tells_all_problems(text: str, problems: list[str]) -> None:
    with pytest.raises(RulesError) as caught:
        parse_yaml(text, File, "r.yaml")
    assert [f"{p.line}:{p.column} {p.message}" for p in caught.value.problems] == problems
    assert {problem.path for problem in caught.value.problems} == {"r.yaml"}


@pytest.mark.parametrize(
    ("text", "line"), [("verbs: [", 1), ("count: 1\n\t- a", 2), ("--- a\n--- b", 2), ("a: 'b", 1)]
)
def test_tells_where_the_syntax_breaks(text: str, line: int) -> None:
    with pytest.raises(RulesError) as caught:
        parse_yaml(text, File, "r.yaml")
    (problem,) = caught.value.problems
    assert problem.message.startswith("not valid YAML: ")
    assert line <= problem.line <= line + 1


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (None, (1, 1), "cannot be read: "),
        (b"count: 1\nforms: \xe9", (2, 1), "is not UTF-8 text"),
    ],
)
def test_tells_what_cannot_be_read(
    tmp_path: Path, data: bytes | None, place: tuple[int, int], message: str
) -> None:
    path = tmp_path / "r.yaml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(RulesError) as caught:
        read_yaml(path, File)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column) == (str(path), *place)
    assert problem.message.startswith(message)


def test_reads_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_bytes(b"\xef\xbb\xbfcount: 2\r\nforms: a\r\n")
    assert read_yaml(path, File) == File(count=2, forms="a")


def test_refuses_types_that_it_cannot_read() -> None:
    with pytest.raises(TypeError, match="bytes"):
        parse_yaml("", bytes, "r.yaml")
