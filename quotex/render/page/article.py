"""One document of the page: its heading, its marked text, and the notes to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from quotex.model import Attribution, DocumentInfo, Span
from quotex.render import Extracted
from quotex.render.page.escape import escape
from quotex.render.page.marking import Piece, marked
from quotex.render.page.notes import Anchor, note
from quotex.render.page.voices import Voice
from quotex.rulefiles.labels import Labels

_TITLE = "<h2>"
_LAID_OUT = re.compile(r"  |\t|^[^\S\r\n]", re.MULTILINE)  # white space that means something


@dataclass(frozen=True, slots=True)
class Article:
    """A document as markup; ``anchor`` is its fragment, ``name`` what the list calls it."""

    anchor: str
    name: str
    path: str | None
    count: int
    markup: str


def article(
    item: Extracted, number: int, speakers: Mapping[str | None, Voice], labels: Labels
) -> Article:
    """The document with its ``number`` on the page, counted from 1."""
    result = item.result
    info = result.document
    anchors = {
        attribution.id: Anchor.of(number, attribution, labels)
        for attribution in result.attributions
    }
    parents: dict[str, list[Anchor]] = {}
    for attribution in result.attributions:
        if attribution.parent in anchors:
            parents.setdefault(attribution.parent, []).append(anchors[attribution.id])
    pieces: list[Piece] = []
    notes: list[str] = []
    for attribution in result.attributions:
        voice = speakers[attribution.speaker.name]
        anchor = anchors[attribution.id]
        pieces.extend(_pieces(attribution, anchor, voice, labels))
        around = anchors.get(attribution.parent) if attribution.parent else None
        inside = parents.get(attribution.id, ())
        about = attribution.claim.about if attribution.claim else None
        answered = anchors.get(about) if about else None
        notes.append(
            note(
                attribution, anchor, voice, labels, around=around, inside=inside, answered=answered
            )
        )
    name = info.title or (PurePath(info.path).name if info.path and info.path != "-" else "")
    name = name or f"{labels.page['text']} {number}"
    own = f"d{number}"
    body = "".join(_body(item.text, info, name, pieces))
    return Article(
        own,
        name,
        info.path,
        len(notes),
        f'<article id="{own}" tabindex="-1" aria-labelledby="{own}-title">'
        f'<p class="about">{_about(info, len(notes), labels)}</p>\n'
        f'<div class="text" lang="fr">\n{_heading(own, name, body)}</div>\n'
        f"{_notes(notes, labels)}</article>\n",
    )


def _body(text: str, info: DocumentInfo, name: str, pieces: list[Piece]) -> Iterator[str]:
    """The paragraphs, one a line; the first is the heading where it is the title."""
    for number, (start, end, markup) in enumerate(marked(text, pieces)):
        words = text[start:end]
        titled = number == 0 and info.title and words.strip() == info.title
        laid = ' class="laid"' if _LAID_OUT.search(words) else ""
        tag = _TITLE if titled else f'<p dir="auto"{laid}>'
        yield f"{tag}{markup}</{'h2' if titled else 'p'}>\n"


def _heading(own: str, name: str, body: str) -> str:
    opening = f'<h2 id="{own}-title" dir="auto">'
    if body.startswith(_TITLE):
        return opening + body.removeprefix(_TITLE)
    return f"{opening}{escape(name)}</h2>\n{body}"


def _about(info: DocumentInfo, count: int, labels: Labels) -> str:
    path = info.path if info.path != "-" else None
    facts = [fact for fact in (path, info.place, info.date, info.source) if fact]
    shown = [f"<bdi>{escape(fact)}</bdi>" for fact in facts]
    return " · ".join([*shown, labels.attributions(count)])


def _notes(notes: list[str], labels: Labels) -> str:
    if not notes:
        return f'<p class="nothing">{escape(labels.page["nothing"])}</p>\n'
    heading = escape(labels.page["notes"])
    return f'<section class="notes"><h3>{heading}</h3>\n<ol>\n{"".join(notes)}</ol></section>\n'


def _pieces(
    attribution: Attribution, anchor: Anchor, voice: Voice, labels: Labels
) -> Iterator[Piece]:
    """All that belongs to one attribution in the text; its number stands after the last of it."""
    key = f'data-a="{anchor.key}"'
    link = _link(anchor, voice, labels)
    content = attribution.content.spans
    for span in content:
        after = link if span is content[-1] else ""
        opening = f'<mark class="{attribution.kind} {voice.style}" {key}>'
        yield Piece(span.start, span.end, "mark", opening, after)
    cue, mention = attribution.cue, attribution.speaker.mention
    parts: list[tuple[str, Span]] = [("cue", cue)] if cue else []
    if mention:
        parts.append(("speaker", mention))
    parts.extend(("addressee", span) for span in attribution.addressee)
    parts.extend(("when", span) for span in attribution.when)
    parts.extend(("where", span) for span in attribution.where)
    for index, (role, span) in enumerate(parts):
        after = "" if content or index else link
        opening = f'<span class="{role} {voice.style}" {key}>'
        yield Piece(span.start, span.end, "span", opening, after)


def _link(anchor: Anchor, voice: Voice, labels: Labels) -> str:
    name = escape(voice.name or labels.page["unknown"])
    return (
        f'<a class="number {voice.style}" id="{anchor.key}" href="#{anchor.note}" '
        f'data-n="{anchor.label}" data-a="{anchor.key}" aria-label="{anchor.label} {name}"></a>'
    )
