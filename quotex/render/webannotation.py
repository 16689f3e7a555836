"""W3C Web Annotation, in JSON-LD: a page of annotations for the tools that share them.

Each attribution is an annotation of its content, with the name of the speaker, tags and the whole
record as bodies.  The words beside it (cue, speaker, addressee, when, where) are annotations of
their own, linked to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha1
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from quotex.model import Attribution, Span
from quotex.render import Extracted

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_GENERATOR = {"type": "Software", "name": "quotex"}
_AROUND = 32  # characters of context before and after, as annotation tools keep them

Json = dict[str, Any]


def write(items: Iterable[Extracted], stream: TextIO) -> None:
    """Writes one AnnotationPage, each annotation as soon as it is there."""
    stream.write(f'{{\n  "@context": "{_CONTEXT}",\n  "type": "AnnotationPage",\n  "items": [')
    identity = sha1(usedforsecurity=False)
    separator = "\n"
    for item in items:
        for annotation in _annotations(item):
            identity.update(annotation["id"].encode("utf-8", "surrogateescape"))
            written = json.dumps(annotation, ensure_ascii=False, indent=2)
            stream.write(separator + "    " + written.replace("\n", "\n    "))
            separator = ",\n"
    page = UUID(bytes=identity.digest()[:16], version=5)
    closing = "]" if separator == "\n" else "\n  ]"
    stream.write(f'{closing},\n  "id": "{page.urn}"\n}}\n')


def _annotations(item: Extracted) -> Iterator[Json]:
    document = _Document(item)
    for attribution in item.result.attributions:
        yield document.attribution(attribution)
        yield from document.beside(attribution)


class _Document:
    """One text, as the source of targets."""

    def __init__(self, item: Extracted) -> None:
        self._text = item.text
        self._source = _source(item)

    def attribution(self, found: Attribution) -> Json:
        """The annotation of the content; of the cue, when nothing of the content is repeated."""
        spans: tuple[Span, ...] = found.content.spans
        if not spans and found.cue:
            spans = (found.cue,)
        bodies = []
        if found.speaker.name:
            bodies.append(_text("identifying", found.speaker.name))
        tags: list[str] = [found.kind]
        if found.cue:
            tags += [found.cue.act, found.cue.certainty]
        bodies += [_text("tagging", tag) for tag in tags]
        if found.parent:
            bodies.append(_link(self._iri(found.parent)))
        record = json.dumps(found.to_dict(), ensure_ascii=False)
        bodies.append({**_text("describing", record), "format": "application/json"})
        return self._annotation(self._iri(found.id), "describing", bodies, spans)

    def beside(self, found: Attribution) -> Iterator[Json]:
        """One annotation for each mention that stands beside the content."""
        iri = self._iri(found.id)
        for name, purpose, span, value in _mentions(found):
            bodies = [_text("tagging", name.partition("-")[0]), _link(iri)]
            if value:
                bodies.insert(0, _text(purpose, value))
            yield self._annotation(f"{iri}-{name}", "linking", bodies, (span,))

    def _annotation(
        self, iri: str, motivation: str, bodies: list[Json], spans: Iterable[Span]
    ) -> Json:
        targets = [self._target(span) for span in spans]
        return {
            "id": iri,
            "type": "Annotation",
            "motivation": motivation,
            "generator": _GENERATOR,
            "body": bodies,
            "target": targets[0] if len(targets) == 1 else targets or self._source,
        }

    def _target(self, span: Span) -> Json:
        before, after = max(0, span.start - _AROUND), span.end + _AROUND
        return {
            "type": "SpecificResource",
            "source": self._source,
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": span.text,
                    "prefix": self._text[before : span.start],
                    "suffix": self._text[span.end : after],
                },
            ],
        }

    def _iri(self, name: str) -> str:
        """The address of an attribution: that of the text and the number in it."""
        return f"{self._source}#quotex-{name.rpartition('#')[2]}"


def _mentions(found: Attribution) -> Iterator[tuple[str, str, Span, str | None]]:
    """The mentions of an attribution: name, purpose of the value, place, and value."""
    if found.cue:
        yield "cue", "describing", found.cue, found.cue.lemma
    if found.speaker.mention:
        yield "speaker", "identifying", found.speaker.mention, found.speaker.name
    for number, addressee in enumerate(found.addressee, 1):
        yield f"addressee-{number}", "identifying", addressee, addressee.name
    for number, when in enumerate(found.when, 1):
        yield f"when-{number}", "describing", when, when.value
    for number, where in enumerate(found.where, 1):
        yield f"where-{number}", "classifying", where, where.type


def _text(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _link(iri: str) -> Json:
    return {"type": "SpecificResource", "purpose": "linking", "source": iri}


def _source(item: Extracted) -> str:
    """The address of the text: of its file, else one that only this text has."""
    path = item.result.document.path
    if path is None or path == "-":
        return uuid5(NAMESPACE_URL, quote(item.text, errors="surrogatepass")).urn
    return Path(path).absolute().as_uri()
