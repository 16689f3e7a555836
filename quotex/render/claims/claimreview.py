"""Drafts for fact-checkers: ClaimReview of schema.org, as JSON-LD.

What a person must write stands empty: the verdict (``reviewRating.alternateName``) and who gives it
(``author.name``).  The address and the day of the review are left out until there are some.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TextIO

from quotex.claims.listing import Listed, Source
from quotex.model import Attribution, DocumentInfo, Signal, Speaker
from quotex.render.claims.fields import how, said_on
from quotex.render.plain import plain

_CONTEXT = "https://schema.org"
_LONGEST = 600  # characters of a paragraph

Node = dict[str, Any]


def write(statements: Sequence[Listed], stream: TextIO) -> None:
    """Writes one document of JSON-LD with a draft for each statement."""
    graph = [_review(statement) for statement in statements]
    json.dump({"@context": _CONTEXT, "@graph": graph}, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def _review(statement: Listed) -> Node:
    return {
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": plain(statement.record.content.text),
        "author": {"@type": "Organization", "name": ""},
        "reviewRating": {"@type": "Rating", "alternateName": ""},
        "itemReviewed": _claim(statement),
    }


def _claim(statement: Listed) -> Node:
    first, *others = statement.appearances
    node = _said(first.record) | {"description": plain(how(first.record))}
    node["firstAppearance"] = _work(first)
    if others:
        node["appearance"] = [_work(source) for source in others]
    if statement.claim.signals:
        node["keywords"] = [_term(signal) for signal in statement.claim.signals]
    if statement.answers:
        node["subjectOf"] = [
            {**_said(answer.record), "firstAppearance": _work(answer)}
            for answer in statement.answers
        ]
    return node


def _said(record: Attribution) -> Node:
    """A claim: its words, or those of the cue where it has none, who made it and when."""
    words = record.content.text or (record.cue.text if record.cue else "")
    node: Node = {
        "@type": "Claim",
        "identifier": record.id,
        "text": plain(words),
        "inLanguage": "fr",
    }
    node |= _author(record.speaker)
    if day := said_on(record):
        node["datePublished"] = day
    return node


def _author(speaker: Speaker) -> Node:
    """The speaker; a document speaks for those who made it, whom it does not name."""
    if speaker.name is None:
        return {}
    if speaker.type == "document":
        return {"isBasedOn": {"@type": "CreativeWork", "name": plain(speaker.name)}}
    kind = "Organization" if speaker.type in ("organisation", "place", "group") else "Person"
    node: Node = {"@type": kind, "name": plain(speaker.name)}
    if speaker.role:
        node |= (
            {"jobTitle": plain(speaker.role)}
            if kind == "Person"
            else {"description": plain(speaker.role)}
        )
    return {"author": node}


def _work(source: Source) -> Node:
    """The text in which it stands, and its paragraph."""
    document = source.record.document
    node: Node = {"@type": "CreativeWork"} | _facts(document) | {"position": f"line {source.line}"}
    words = plain(source.around)
    node["description"] = words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
    return node


def _facts(document: DocumentInfo) -> Node:
    facts: Node = {
        "headline": document.title,
        "identifier": document.path,
        "datePublished": document.date,
    }
    if document.source:
        facts["sourceOrganization"] = {"@type": "Organization", "name": document.source}
    if document.place:
        facts["locationCreated"] = {"@type": "Place", "name": document.place}
    return {name: value for name, value in facts.items() if value}


def _term(signal: Signal) -> Node:
    """A thing to check: its words, its value, its type."""
    node: Node = {"@type": "DefinedTerm", "name": plain(signal.text), "description": signal.type}
    if signal.value is not None:
        node["termCode"] = signal.value
    return node
