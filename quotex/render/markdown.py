"""Markdown: a note for people, with a quotation block for each attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from quotex.model import Attribution, DocumentInfo
from quotex.render import Extracted
from quotex.render.plain import plain
from quotex.render.words import circumstances, who

# What Markdown reads as mark-up wherever it stands, in the dialects of notes and of forges as well:
# emphasis, code, links, HTML, tables, strikethrough, mathematics, tags, highlights.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~$#]|=(?==)|(?<==)=|%(?=%)|(?<=%)%|&(?=#?\w+;)")
# What it reads as mark-up at the start of a line: lists, headings, rules, quotations.
_AT_START = re.compile(r"\d{1,9}(?=[.)])|(?=[-+=])")


def write(items: Iterable[Extracted], stream: TextIO) -> None:
    """Writes one section for each document of ``items`` in which something was found."""
    separator = ""
    for item in items:
        if not item.result.attributions:
            continue
        stream.write(separator + _heading(item.result.document))
        for attribution in item.result.attributions:
            stream.write("\n" + _entry(attribution))
        separator = "\n"


def escape(text: str) -> str:
    """``text`` on one line, so that Markdown shows it as it is."""
    escaped = _ANYWHERE.sub(r"\\\g<0>", plain(text))
    start = _AT_START.match(escaped)
    if start is None:
        return escaped
    return f"{start[0]}\\{escaped[start.end() :]}"


def _heading(document: DocumentInfo) -> str:
    lines = [f"## {escape(document.title or document.path or '')}".rstrip()]
    facts = [document.path if document.title else None, document.place, document.date]
    facts.append(document.source)
    known = " · ".join(escape(fact) for fact in facts if fact)
    if known:
        lines.append(known)
    return "\n\n".join(lines) + "\n"


def _entry(attribution: Attribution) -> str:
    blocks = [_who(attribution)]
    stretches = [escape(span.text) for span in attribution.content.spans]
    if stretches:
        blocks.append(f"> {' […] '.join(stretches)}")
    blocks.append(_how(attribution))
    return "\n\n".join(blocks) + "\n"


def _who(attribution: Attribution) -> str:
    name, mention, role = who(attribution.speaker)
    line = f"**{escape(name or '?')}**"
    if mention:
        line += f" ({escape(mention)})"
    if role:
        line += f", {escape(role)}"
    return line


def _how(attribution: Attribution) -> str:
    """The line under the content: number, kind, cue and circumstances, confidence."""
    facts: list[str] = [attribution.id.rpartition("#")[2], attribution.kind]
    if not attribution.content.spans:
        facts.append("not repeated")
    if attribution.parent:
        facts.append(f"within {attribution.parent.rpartition('#')[2]}")
    for label, text, remark in circumstances(attribution):
        words = f"*{escape(text)}*"
        facts.append(label + words + (f" {escape(remark)}" if remark else ""))
    facts.append(f"confidence {attribution.confidence:.2f}")
    return " · ".join(facts)
