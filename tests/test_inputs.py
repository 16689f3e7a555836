"""Inputs: which documents files, folders, corpora and archives stand for, and what is in them."""

from __future__ import annotations

import errno
import gzip
import io
import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from quotex.errors import InputError
from quotex.inputs.fields import FieldNames, parse_date
from quotex.inputs.inputs import Inputs
from quotex.inputs.source import Reading, Source
from quotex.model import Notice
from quotex.text.read import Document

TEXT = "« L'été », a dit Anne Roy."
PAGE = f"""<html><head><title>Le pont rouvrira</title>
<meta property="article:published_time" content="2016-05-03T10:00:00"></head>
<body><nav>Accueil Sport Météo</nav><article><h1>Le pont rouvrira</h1>
<p>{TEXT} Le pont de Quimper rouvrira en mars, après six mois de travaux de consolidation.</p>
<p>Selon elle, les travaux avancent bien et la circulation reprendra dans les deux sens.</p>
</article><footer>Mentions légales</footer></body></html>"""


def sources(
    *paths: str | Path,
    reading: Reading | None = None,
    globs: tuple[str, ...] = (),
    warnings: list[str] | None = None,
) -> list[Source]:
    def warn(path: str, notice: Notice) -> None:
        if warnings is not None:
            warnings.append(notice.message)

    used = reading or Reading()
    inputs = Inputs(tuple(map(str, paths)), used, globs)
    return [source.portable(used) for source in inputs.sources(warn)]


def documents(*paths: Path, reading: Reading | None = None) -> list[Document]:
    used = reading or Reading()
    return [source.load(used) for source in sources(*paths, reading=reading)]


def failures(*paths: Path, reading: Reading | None = None) -> list[tuple[str, str]]:
    used = reading or Reading()
    found: list[tuple[str, str]] = []
    for source in sources(*paths, reading=reading):
        try:
            source.load(used)
        except InputError as error:
            found.append((error.path, error.cause))
    return found


def listed(folder: Path) -> list[str]:
    return [os.path.relpath(source.path, folder) for source in sources(folder)]


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TEXT, encoding="utf-8")


def test_path_is_as_it_was_given(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    path = f"{tmp_path}/./a.txt"
    (document,) = documents(Path(path))
    (source,) = sources(path)
    assert source.path == path
    assert document.text == TEXT


def test_missing(tmp_path: Path) -> None:
    (source,) = sources(tmp_path / "none.txt")
    with pytest.raises(InputError, match="no such file or directory; check the path") as info:
        source.load(Reading())
    assert (info.value.path, info.value.cause) == (str(tmp_path / "none.txt"), "missing")


def test_folder_is_listed_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    wanted = ["a/B.TXT", "a/z.md", "a.txt", "b.txt", "b.txt.gz", "c/d/e.txt"]
    fill(tmp_path, *reversed(wanted), ".h.txt", ".git/x.txt", "c/notes", "c/rows.csv", "c/z.zip")
    assert listed(tmp_path) == wanted


@pytest.mark.parametrize(
    ("globs", "expected"),
    [
        (("*.csv",), ["a/x.csv", "b/a/y.csv"]),
        (("a/*",), ["a/x.csv", "a/x.txt", "b/a/y.csv"]),
        (("*.txt", "y.*"), ["a/x.txt", "b/a/y.csv", "z.txt"]),
    ],
)
def test_glob(globs: tuple[str, ...], expected: list[str], tmp_path: Path) -> None:
    fill(tmp_path, "a/x.csv", "a/x.txt", "b/a/y.csv", "z.txt")
    used = Reading(fields=FieldNames(text=TEXT))  # the tables have this one line, their header
    found = Inputs((str(tmp_path),), used, globs).files()
    assert [os.path.relpath(str(path), tmp_path) for path in found] == expected


def test_links_are_followed_once(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    fill(root, "a.txt", ".store/kept.txt", "real/c.txt")
    fill(outside, "o.txt", "in/p.txt")
    links = {
        "again.txt": "a.txt",  # is found by itself
        "broken.txt": "none.txt",  # told when it is read
        "kept.txt": ".store/kept.txt",  # not found by itself: its folder is hidden
        "loop": "..",  # above the root
        "twice": "real",
        "x": "../outside",
        "y": "../outside",
        "z": "../outside/in",  # was found in x
    }
    for name, target in links.items():
        (root / name).symlink_to(target)
    os.mkfifo(root / "pipe.txt")
    found = ["a.txt", "broken.txt", "kept.txt", "real/c.txt", "x/in/p.txt", "x/o.txt"]
    assert listed(root) == found


def test_a_folder_without_texts_is_a_warning(tmp_path: Path) -> None:
    warnings: list[str] = []
    assert sources(tmp_path, warnings=warnings) == []
    assert warnings == ["no file in this folder is one of: .htm, .html, .md, .txt"]


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    fill(tmp_path, "open.txt")
    scandir = os.scandir

    # The superuser, who runs many a test, may read every folder.
    def guarded(path: str) -> object:
        if path == str(closed):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert failures(tmp_path) == [(str(closed), "unreadable")]
    assert listed(tmp_path) == ["closed", "open.txt"]


def test_compressed(tmp_path: Path) -> None:
    path, cut = tmp_path / "a.txt.gz", tmp_path / "cut.md.gz"
    packed = gzip.compress(TEXT.encode("utf-16"))
    path.write_bytes(packed)
    cut.write_bytes(packed[:-12])
    (tmp_path / "none.txt.gz").write_bytes(b"plain")
    (document,) = documents(path)
    assert (document.text, document.encoding) == (TEXT, "utf-16-le")
    assert [cause for _, cause in failures(tmp_path)] == ["damaged", "damaged"]


def test_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    rows = [
        {"ID": 7, "Texte": TEXT, "date": "2016-05-03T10:00:00Z", "title": "Le pont"},
        {"id": "u/8", "body": TEXT, "text": TEXT + "!", "published": "03/05/2016"},
        {"content": TEXT, "date": "hier"},
    ]
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n\n".join(json.dumps(row).encode() for row in rows))
    first, second, third = documents(path)
    assert first == Document(f"{path}:1", TEXT, "utf-8", (), "7", "2016-05-03", "Le pont")
    assert (second.path, second.text, second.name) == (f"{path}:3", TEXT + "!", "u/8")
    assert second.date == "2016-05-03"
    assert (third.name, third.date) == (None, None)
    assert [notice.message for notice in third.notices] == [
        "no date: 'hier'; write it like 2016-05-03"
    ]


@pytest.mark.parametrize(
    ("line", "cause", "message"),
    [
        (b"{", "row", "no JSON"),
        (b"[1]", "row", "no JSON object"),
        (b"[" * 100_000, "row", "no JSON"),
        (b"{}", "row", "no field with the text; its fields are: none"),
        (b'{"a": 1, "text": null}', "row", "its fields are: a, text"),
        (b'{"text": "\\ud800"}', "encoding", "half a character"),
        (b'{"text": "a\\u0000b"}', "binary", "binary"),
        (b"\xff\x00\x01\x02\x03\x04\x05\x06", "binary", "binary"),
    ],
)
def test_a_bad_line_does_not_stop_the_others(
    line: bytes, cause: str, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "c.jsonl"
    good = json.dumps({"text": TEXT}).encode()
    path.write_bytes(b"\n".join([good, line, good]))
    assert failures(path) == [(f"{path}:2", cause)]
    first, bad, last = sources(path)
    assert [first.load(Reading()).text, last.load(Reading()).text] == [TEXT, TEXT]
    with pytest.raises(InputError) as info:
        bad.load(Reading())
    assert message in info.value.message


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_tables(separator: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / ("t.tsv" if separator == "\t" else "t.csv")
    lines = [
        separator.join(["id", "texte", "titre"]),
        separator.join(["a", '"Un ""mot"",\r\npuis\tdeux; l\'été|"', "T"]),
        separator.join(["b", "été", ""]),
    ]
    path.write_bytes("\n".join(lines).encode(encoding))
    first, second = documents(path)
    assert first.text == 'Un "mot",\r\npuis\tdeux; l\'été|'
    assert (first.path, first.name, first.title) == (f"{path}:2", "a", "T")
    assert (second.path, second.text, second.title) == (f"{path}:4", "été", None)


def test_bad_rows_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id,text\n1,un\n2\n3,\x00\n4,quatre\n", encoding="utf-8")
    assert [place for place, _ in failures(path)] == [f"{path}:3", f"{path}:4"]


def test_a_quotation_mark_that_is_not_closed_swallows_nothing_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('id,text\n1,un\n2,"deux\n3,trois\n', encoding="utf-8")
    assert failures(path) == [(f"{path}:3", "row")]
    assert sources(path)[0].load(Reading()).text == "un"


def test_sizes_are_those_on_the_disk(tmp_path: Path) -> None:
    for name, pack in (("c.jsonl", bytes), ("d.jsonl.gz", gzip.compress)):
        path = tmp_path / name
        path.write_bytes(pack(b'{"text": "a"}\n' * 5_000))
        assert sum(source.size for source in sources(path)) == path.stat().st_size


def test_a_text_in_an_archive_weighs_what_it_takes_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "a" * 100_000)
    (source,) = sources(path)
    assert source.weight == 100_000
    assert source.size < 1_000


@pytest.mark.parametrize(
    ("name", "data"), [("c.jsonl", b""), ("t.csv", b"id,text\n"), ("t.tsv", b"")]
)
def test_a_corpus_without_documents_is_a_warning(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    warnings: list[str] = []
    assert sources(tmp_path / name, warnings=warnings) == []
    assert warnings == ["no document in it"]


def test_named_fields(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(json.dumps({"a": TEXT, "b": 1.5, "text": "no", "id": 3, "d": "20160503"}))
    fields = FieldNames(text="a", id="b", date="d", title="none")
    (document,) = documents(path, reading=Reading(fields=fields))
    assert (document.text, document.name, document.date) == (TEXT, "1.5", "2016-05-03")
    assert failures(path, reading=Reading(fields=FieldNames(text="c"))) == [(f"{path}:1", "row")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016-05-03", "2016-05-03"),
        ("2016-05-03 10:00:00", "2016-05-03"),
        ("20160503", "2016-05-03"),
        ("3/5/2016", "2016-05-03"),
        ("03.05.2016 10:00", "2016-05-03"),
        ("31/02/2016", None),
        ("2016", None),
        ("1462233600", None),
    ],
)
def test_dates(text: str, expected: str | None) -> None:
    assert parse_date(text) == expected


def test_archive(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ["d/a.txt", ".h.txt", "__MACOSX/a.txt", "x.csv", "b.md", "odd.txt"]:
            archive.writestr(name, b"\0" if name == "odd.txt" else TEXT.encode("cp1252"))
    assert [source.path for source in sources(path)] == [
        f"{path}/{name}" for name in ("d/a.txt", "b.md", "odd.txt")
    ]
    assert failures(path) == [(f"{path}/odd.txt", "binary")]
    found = sources(path)[0].load(Reading())
    assert (found.text, found.encoding) == (TEXT, "windows-1252")
    path.write_bytes(path.read_bytes()[:-30])
    assert failures(path) == [(str(path), "damaged")]


def test_compressed_and_encrypted_texts_in_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt.gz", gzip.compress(TEXT.encode()))
        archive.writestr("b.txt", TEXT)
        archive.writestr("c.txt.gz", b"plain")
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02", 0, data.index(b"b.txt", data.index(b"PK\x01\x02"))) + 8] |= 1
    path.write_bytes(data)
    assert sources(path)[0].load(Reading()).text == TEXT
    assert failures(path) == [(f"{path}/b.txt", "unreadable"), (f"{path}/c.txt.gz", "damaged")]


def test_an_archive_that_a_pattern_asks_for_is_read_whole(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.md", TEXT)
    found = sources(tmp_path, globs=("*.zip",))
    assert [source.path for source in found] == [
        f"{tmp_path}/z.zip/{name}" for name in ("a.txt", "b.md")
    ]
    found = sources(tmp_path / "z.zip", globs=("*.md",))
    assert [source.path for source in found] == [f"{tmp_path}/z.zip/b.md"]


def test_page(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    (document,) = documents(tmp_path)
    assert document.text.count(TEXT) == 1
    assert "Météo" not in document.text
    assert (document.date, document.title) == ("2016-05-03", "Le pont rouvrira")
    path.write_text("<p></p>")
    assert failures(path) == [(str(path), "binary")]


def test_pages_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotex.inputs.html.find_spec", lambda name: None)
    fill(tmp_path, "a.txt", "page.html")
    warnings: list[str] = []
    found = sources(tmp_path, warnings=warnings)
    assert [source.path for source in found] == [f"{tmp_path}/a.txt"]
    assert warnings == ["web pages left out (1): pip install 'quotex[html]'"]
    assert failures(tmp_path / "page.html") == [(f"{tmp_path}/page.html", "extra")]


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "c.jsonl", "c.csv", "z.zip"])
def test_a_document_that_is_too_long(name: str, tmp_path: Path) -> None:
    path, text = tmp_path / name, "é" * 1_000
    if name == "z.zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", text)
    elif name == "c.jsonl":
        path.write_text(json.dumps({"text": text}))
    elif name == "c.csv":
        path.write_text(f"id,text\n1,{text}\n", encoding="utf-8")
    else:
        path.write_bytes((gzip.compress if name.endswith(".gz") else bytes)(text.encode()))
    (failure,) = failures(path, reading=Reading(longest=999))
    assert failure[1] == "too-long"
    assert failures(path, reading=Reading(longest=1_000)) == []
    assert [cause for _, cause in failures(path, reading=Reading(longest=10))] == ["too-long"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))
    (source,) = sources("-")
    assert source.load(Reading()).text == TEXT
    assert not sys.stdin.closed
