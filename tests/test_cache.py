"""What the rules compile to is kept between runs, and made again whenever it may not be used."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quotex import Extractor
from quotex.rulefiles.cache import fingerprint, load, save
from quotex.rulefiles.folders import cache_folder, config_folder
from quotex.rulefiles.freeze import freeze, thaw
from quotex.rulefiles.packed import Packed
from quotex.rulefiles.rulesources import sources

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
TEXT = "« Les quais rouvriront dimanche », a promis mardi Jeanne Kermadec, maire d'Audierne."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("QUOTEX_CACHE", str(folder))
    return folder


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Extractor]:
    """An extractor whose rules were compiled, after which its cache holds them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUOTEX_CACHE", str(tmp_path_factory.mktemp("kept")))
        yield Extractor()


def test_rules_from_the_cache_find_the_same(
    kept: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotex.rulefiles.compile.Compiler", None)  # would fail if it were called
    thawed = Extractor()
    assert thawed.extract(TEXT) != []
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert thawed.analyse(text) == kept.analyse(text)


@pytest.mark.parametrize(
    "value",
    [
        [1, "é", None, {"a": (1.5, frozenset({"b"}))}],
        re.compile(r"(?P<a>x|y)+(?i:é)[a-z\d]{2,}(?=q)", re.IGNORECASE | re.MULTILINE),
        {"nested": [re.compile("[\ue000-\ue0ff]+" + "(?:a|b)?" * 9000)]},
        re.compile(b"bytes"),
    ],
)
def test_what_is_frozen_thaws_unchanged(value: object) -> None:
    assert thaw(freeze(value)) == value


def test_a_packed_table_is_the_table() -> None:
    rows = {f"mot{number}": (number, "é", None) for number in range(500)}
    table: Packed[object] = thaw(freeze(Packed[object](rows)))
    assert dict(table) == rows
    assert len(table) == 500
    assert "mot500" not in table
    assert table.get("\ud800") is None


def test_the_big_tables_are_kept_packed_and_once(kept: Extractor) -> None:
    """A stage that took a table before it was packed would make every start slow."""
    lexicon = kept.compiled.engine.lexicon
    tables = (lexicon.forms, lexicon.readings, lexicon.nouns)
    assert all(isinstance(table, Packed) for table in tables)
    assert len(freeze(kept.compiled)) < 1.5 * len(freeze(kept.compiled.engine))


def test_keeps_and_gives_back(folder: Path) -> None:
    assert load("a", "mark") is None
    assert save("a", "mark", {"x": 1})
    assert load("a", "mark") == {"x": 1}
    assert load("a", "other mark") is None
    assert load("b", "mark") is None
    assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:5],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
        lambda data: b"not a cache at all",
    ],
)
def test_a_damaged_file_is_none(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    save("a", "mark", ["some value"] * 10)
    (path,) = folder.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert load("a", "mark") is None
    assert save("a", "mark", [1])
    assert load("a", "mark") == [1]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners of files")
def test_a_file_that_others_may_write_is_not_trusted(folder: Path) -> None:
    save("a", "mark", [1])
    (path,) = folder.iterdir()
    path.chmod(0o666)
    assert load("a", "mark") is None


def test_no_folder_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    for setting in ("", str(tmp_path / "file" / "below")):
        monkeypatch.setenv("QUOTEX_CACHE", setting)
        assert not save("a", "mark", [1])
        assert load("a", "mark") is None


def test_leaves_nothing_half_written(folder: Path) -> None:
    assert not save("a", "mark", lambda: None)  # cannot be kept
    assert list(folder.glob("*")) == []
    save("a", "mark", [1])
    save("a", "mark", [2])
    assert len(list(folder.iterdir())) == 1


def test_old_files_go(folder: Path) -> None:
    for number in range(12):
        save(f"n{number}", "mark", number)
    assert len(list(folder.iterdir())) == 8
    assert load("n11", "mark") == 11


def test_the_mark_knows_every_file_of_claims() -> None:
    found = sources()
    assert {*(found.root / "claims").glob("*.yaml")} <= {*found.all_files()}


def test_the_mark_changes_with_a_file(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    marks = [fingerprint([path], "x")]
    path.write_text("a: 1\n")
    marks.append(fingerprint([path], "x"))
    path.write_text("a: 12\n")
    marks.append(fingerprint([path], "x"))
    os.utime(path, ns=(1, 1))
    marks.append(fingerprint([path], "x"))
    marks.append(fingerprint([path], "y"))
    marks.append(fingerprint([], "x"))
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize(
    ("platform", "settings", "cache", "config"),
    [
        ("linux", {}, "/home/a/.cache/quotex", "/home/a/.config/quotex"),
        ("linux", {"XDG_CACHE_HOME": "/c", "XDG_CONFIG_HOME": "/d"}, "/c/quotex", "/d/quotex"),
        ("linux", {"XDG_CACHE_HOME": "here"}, "/home/a/.cache/quotex", "/home/a/.config/quotex"),
        (
            "darwin",
            {},
            "/home/a/Library/Caches/quotex",
            "/home/a/Library/Application Support/quotex",
        ),
        ("linux", {"QUOTEX_CACHE": "/e"}, "/e", "/home/a/.config/quotex"),
    ],
)
def test_folders(
    platform: str,
    settings: dict[str, str],
    cache: str,
    config: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("QUOTEX_CACHE", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/a", **settings}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)
    assert (cache_folder(), config_folder()) == (Path(cache), Path(config))
