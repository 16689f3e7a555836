"""Reading: what text is in the bytes of a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.errors import InputError
from quotex.text.read import decode, is_encoding

TEXT = "« L’été », a-t-elle dit.\r\nCœur à cœur – 3 €\n"


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-32", "utf-32-le"),
        ("cp1252", "windows-1252"),
    ],
)
def test_encoding_is_found(encoding: str, expected: str) -> None:
    document = decode(TEXT.encode(encoding), "a.txt")
    assert document.text == TEXT
    assert document.encoding == expected


@pytest.mark.parametrize(("mark", "order"), [(b"\xfe\xff", "be"), (b"\xff\xfe", "le")])
def test_utf_16_in_either_byte_order(mark: bytes, order: str) -> None:
    assert decode(mark + TEXT.encode(f"utf-16-{order}"), "a.txt").text == TEXT


@given(
    st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"], include_characters="\r\n")),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_text_is_never_changed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


def test_windows_1252_has_a_notice_with_its_place() -> None:
    (notice,) = decode("Un\nà l'été é".encode("cp1252"), "a.txt").notices
    assert (notice.line, notice.column) == (2, 1)
    assert "Windows-1252" in notice.message


def test_latin_1_and_undefined_bytes_are_read() -> None:
    assert decode(b"\xe9t\xe9 \x81 \x9c", "a.txt").text == "été \x81 œ"


def test_encoding_is_forced() -> None:
    document = decode("été".encode("cp850"), "a.txt", "cp850")
    assert (document.text, document.notices) == ("été", ())


def test_mark_is_no_text_when_the_encoding_is_forced() -> None:
    assert decode("été".encode("utf-8-sig"), "a.txt", "utf-8").text == "été"
    assert decode("\ufeffété".encode("utf-16-le"), "a.txt", "utf-16-le").text == "été"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(b"\xe9t\xe9", "utf-8"), (b"\xff\xfea", None), (b"\xef\xbb\xbf\xe9", None)],
)
def test_undecodable(data: bytes, encoding: str | None) -> None:
    with pytest.raises(InputError, match=r"^a\.txt: not valid .* \(at byte \d\); "):
        decode(data, "a.txt", encoding)


@pytest.mark.parametrize(
    "data", [b"text\0text", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(1, 32)) * 4]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.txt: not a text"):
        decode(data, "a.txt")


def test_a_stray_control_character_is_no_binary() -> None:
    assert decode(b"une phrase de texte " * 10 + b"\x1b", "a.txt").text.endswith("\x1b")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\n"])
def test_empty_has_a_notice(data: bytes) -> None:
    (notice,) = decode(data, "a.txt").notices
    assert (notice.message, notice.line) == ("the file is empty", None)


def test_names_of_encodings() -> None:
    known = ["utf-8", "UTF8", "utf-16", "latin-1", "windows-1252", "cp850"]
    assert all(map(is_encoding, known))
    assert not any(map(is_encoding, ["utf-9", "hex", "rot13", "", "a\0b"]))


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_an_old_encoding_is_found_with_the_extra(encoding: str) -> None:
    pytest.importorskip("charset_normalizer")
    text = "Le député a déclaré qu'« à l'été », les élèves de l'école seraient très occupés. " * 3
    document = decode(text.replace("«", '"').replace("»", '"').encode(encoding), "a.txt")
    assert document.encoding == encoding.replace("_", "-")
    assert "Le député a déclaré" in document.text
    assert document.notices[0].message.startswith("not UTF-8, read as ")
