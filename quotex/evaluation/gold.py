"""Texts with their attributions annotated by hand: what extraction is measured against."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotex.errors import InputError
from quotex.model import Kind, Span

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldItem:
    """One annotated attribution.

    ``neutral`` items count neither as missed nor, when they are found, as wrong: those marked
    optional, and those that stand in a content of the same source.
    """

    id: int
    kind: Kind
    content: Spans
    cue: Span | None
    speaker: Span | None
    name: str | None
    aliases: tuple[str, ...]
    role: Spans
    when: Spans
    when_value: str | None
    where: Spans
    addressee: Spans
    neutral: bool


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated text; ``date`` is its date of publication in ISO 8601, where it is known."""

    path: Path
    text: str
    date: str | None
    items: tuple[GoldItem, ...]


def read_gold(folder: Path) -> tuple[GoldDocument, ...]:
    """The documents of a gold folder, in order of their names.

    A document is NAME.json with NAME.txt beside it.  Raises :class:`InputError` when there is
    none, when one cannot be read, and when a span is not what stands in the text.
    """
    if not folder.is_dir():
        raise InputError(str(folder), "no such folder", "name a folder of .txt and .json files")
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise InputError(str(folder), "no annotated texts", "each NAME.txt needs its NAME.json")
    return tuple(_read_document(path) for path in paths)


def _read_document(path: Path) -> GoldDocument:
    text_path = path.with_suffix(".txt")
    try:
        text = text_path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(text_path), f"cannot be read: {error}") from error
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read: {error}") from error
    try:
        entries = {entry["id"]: entry for entry in data["attributions"]}
        items = tuple(_item(entry, entries, text) for entry in entries.values())
        return GoldDocument(text_path, text, data["document_date"], items)
    except (AttributeError, KeyError, TypeError) as error:
        what = f"is not in the format of gold files: {type(error).__name__}: {error}"
        raise InputError(str(path), what) from error
    except ValueError as error:
        raise InputError(str(path), str(error)) from error


def _item(entry: dict[str, Any], entries: dict[int, dict[str, Any]], text: str) -> GoldItem:
    around = entries[entry["nested_in"]] if entry["nested_in"] is not None else None
    name = entry["speaker_entity"]
    is_own_words = around is not None and name is not None and around["speaker_entity"] == name

    def spans(key: str) -> Spans:
        return tuple(_span(value, text) for value in entry[key])

    return GoldItem(
        id=entry["id"],
        kind=entry["kind"],
        content=spans("content"),
        cue=_span(entry["cue"], text) if entry["cue"] else None,
        speaker=_span(entry["speaker"], text) if entry["speaker"] else None,
        name=name,
        aliases=tuple(entry["speaker_aliases"]),
        role=spans("role"),
        when=spans("when"),
        when_value=entry["when_value"],
        where=spans("where"),
        addressee=spans("addressee"),
        neutral=entry["optional"] or is_own_words,
    )


def _span(value: dict[str, Any], text: str) -> Span:
    span = Span(value["start"], value["end"], value["text"])
    found = text[span.start : span.end]
    if found != span.text:
        place = f"{span.start}:{span.end}"
        raise ValueError(f"at {place} the text has {found!r}, not {span.text!r}")
    return span
