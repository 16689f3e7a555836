"""Web Annotation: valid by a published schema, whole as JSON-LD, and every selector finds its text.

``context.json`` holds the terms of http://www.w3.org/ns/anno.jsonld that the format uses, so that
no network is needed.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft7Validator, FormatChecker
from pyld import jsonld

from quotex.model import DocumentInfo, Result
from quotex.render import Extracted, renderer
from tests import awkward, example

Json = dict[str, Any]

DATA = Path(__file__).with_name("data") / "web-annotation"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OA = "http://www.w3.org/ns/oa#"
EXAMPLE = Extracted(example.TEXT, example.RESULT)
FORMATS = FormatChecker(formats=())


@FORMATS.checks("iri")
def is_iri(value: object) -> bool:
    """Whether ``value`` is an absolute IRI without blanks."""
    return not isinstance(value, str) or (
        bool(urlsplit(value).scheme) and not any(map(str.isspace, value))
    )


def page(*items: Extracted) -> Json:
    stream = io.StringIO()
    renderer("webannotation")(items, stream)
    found: Json = json.loads(stream.getvalue())
    return found


def valid(annotation: Json) -> None:
    schema = json.loads((DATA / "schema.json").read_text(encoding="utf-8"))
    Draft7Validator(schema, format_checker=FORMATS).validate({"@context": CONTEXT, **annotation})


def expanded(document: Json) -> Json:
    def load(url: str, options: object) -> Json:
        assert url == CONTEXT
        context = json.loads((DATA / "context.json").read_text(encoding="utf-8"))
        return {"contextUrl": None, "documentUrl": url, "document": context}

    (found,) = jsonld.expand(document, {"documentLoader": load})
    assert isinstance(found, dict)
    return found


def targets(annotation: Json) -> list[Json]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def bodies(annotation: Json, purpose: str) -> list[str]:
    return [
        body.get("value") or body["source"]
        for body in annotation["body"]
        if body["purpose"] == purpose
    ]


@pytest.mark.parametrize("item", [EXAMPLE, awkward.ITEM], ids=["example", "awkward"])
def test_every_annotation_is_valid(item: Extracted) -> None:
    found = page(item)
    assert (found["@context"], found["type"]) == (CONTEXT, "AnnotationPage")
    assert is_iri(found["id"])
    for annotation in found["items"]:
        valid(annotation)
    ids = [annotation["id"] for annotation in found["items"]]
    assert len(set(ids)) == len(ids)


def test_the_schema_refuses_what_is_wrong() -> None:
    (annotation, *_) = page(EXAMPLE)["items"]
    with pytest.raises(Exception, match="not valid"):
        valid({**annotation, "target": {"source": "samples/pont.txt"}})


@pytest.mark.parametrize("item", [EXAMPLE, awkward.ITEM], ids=["example", "awkward"])
def test_every_selector_finds_its_text(item: Extracted) -> None:
    for annotation in page(item)["items"]:
        for target in targets(annotation):
            position, quotation = target["selector"]
            start, end = position["start"], position["end"]
            assert item.text[start:end] == quotation["exact"]
            prefix, suffix = quotation["prefix"], quotation["suffix"]
            assert item.text[:start].endswith(prefix)
            assert item.text[end:].startswith(suffix)
            assert f"{prefix}{quotation['exact']}{suffix}" in item.text
            assert len(prefix) == min(32, start)


@pytest.mark.parametrize("item", [EXAMPLE, awkward.ITEM], ids=["example", "awkward"])
def test_every_record_comes_back(item: Extracted) -> None:
    records = [
        json.loads(record)
        for annotation in page(item)["items"]
        if annotation["motivation"] == "describing"
        for record in bodies(annotation, "describing")
    ]
    assert records == [attribution.to_dict() for attribution in item.result.attributions]


def mentions(found: Json) -> Iterator[tuple[str, list[str], str, list[str]]]:
    """Each linked annotation: whose it is, its tags, its words, and what is said of them."""
    for annotation in found["items"]:
        if annotation["motivation"] == "linking":
            (target,) = targets(annotation)
            (whose,) = bodies(annotation, "linking")
            values = [
                value
                for purpose in ("identifying", "describing", "classifying")
                for value in bodies(annotation, purpose)
            ]
            words = target["selector"][1]["exact"]
            yield whose.rpartition("-")[2], bodies(annotation, "tagging"), words, values


def test_what_stands_beside_the_content() -> None:
    assert list(mentions(page(EXAMPLE))) == [
        ("1", ["cue"], "a déclaré", ["déclarer"]),
        ("1", ["speaker"], "Anne Roy", ["Anne Roy"]),
        ("1", ["addressee"], "la presse", ["la presse"]),
        ("1", ["when"], "mardi", ["2016-05-03"]),
        ("1", ["where"], "une visite du chantier", ["event"]),
        ("2", ["cue"], "a-t-elle ajouté", ["ajouter"]),
        ("2", ["speaker"], "elle", ["Anne Roy"]),
        ("2", ["where"], "Radio Ponant", ["medium"]),
    ]


def test_the_content_with_speaker_tags_and_parent() -> None:
    alone, broken, cut, within, bare = (
        annotation
        for annotation in page(awkward.ITEM)["items"]
        if annotation["motivation"] == "describing"
    )
    assert bodies(alone, "identifying") == []
    assert bodies(broken, "identifying") == ["Zoé Ménard"]
    assert bodies(broken, "tagging") == ["direct", "say", "asserted"]
    assert [target["selector"][1]["exact"] for target in targets(cut)] == [
        "le port",
        "est “fermé” ; 'clos' » tout l'hiver",
    ]
    assert bodies(within, "linking") == [cut["id"]]
    assert [target["selector"][1]["exact"] for target in targets(bare)] == ["dément"]


def terms(value: object) -> Iterator[str]:
    """Every key of the page and every name of a type, purpose or motivation."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key in ("type", "purpose", "motivation"):
                yield str(inner)
            yield from terms(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from terms(inner)


def test_json_ld_knows_every_term() -> None:
    found = page(awkward.ITEM)
    context = json.loads((DATA / "context.json").read_text(encoding="utf-8"))["@context"]
    assert set(terms(found)) - {"@context"} <= set(context)
    (items,) = expanded(found)["http://www.w3.org/ns/activitystreams#items"]
    for annotation in items["@list"]:
        assert annotation["@type"] == [f"{OA}Annotation"]
        assert {f"{OA}hasBody", f"{OA}hasTarget", f"{OA}motivatedBy"} < set(annotation)


def test_addresses_of_texts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (annotation, *_) = page(awkward.ITEM)["items"]
    source = (tmp_path / "a#b" / "pièce 1.txt").as_uri()
    assert annotation["target"]["source"] == source
    assert annotation["id"] == f"{source}#quotex-1"


@pytest.mark.parametrize("path", ["-", None])
def test_a_text_without_a_file_has_an_address_of_its_own(path: str | None) -> None:
    def source(text: str) -> str:
        result = Result(DocumentInfo(path=path), (example.FIRST,), ())
        found: str = page(Extracted(text, result))["items"][0]["target"]["source"]
        return found

    assert source(example.TEXT).startswith("urn:uuid:")
    assert source(example.TEXT) == source(example.TEXT)
    assert source(example.TEXT) != source(example.TEXT.lower())


def test_nothing_found_is_an_empty_page() -> None:
    assert page()["items"] == []
