"""brat standoff, read back by a published reader and held against brat's own rules."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from bioc import brat
from hypothesis import given
from hypothesis import strategies as st

from quotex.model import Attribution, Content, DocumentInfo, Result, Span
from quotex.render import Extracted, renderer
from quotex.render.brat import files
from tests import awkward, example


@dataclass(frozen=True)
class Read:
    """Annotations as a reader of brat files gives them, by id."""

    entities: dict[str, tuple[str, list[tuple[int, int]], str]]
    events: dict[str, dict[str, str]]
    relations: list[tuple[str, str, str]]
    attributes: dict[str, dict[str, str]]
    notes: dict[str, list[str]]


def written(item: Extracted) -> str:
    stream = io.StringIO()
    renderer("brat")([item], stream)
    return stream.getvalue()


def read(item: Extracted) -> Read:
    document = brat.loads(item.text, written(item))
    attributes: dict[str, dict[str, str]] = defaultdict(dict)
    for attribute in document.attributes:
        (value,) = attribute.attributes
        assert attribute.type not in attributes[attribute.refid], "one value for each attribute"
        attributes[attribute.refid][attribute.type] = value
    notes: dict[str, list[str]] = defaultdict(list)
    for note in document.notes:
        notes[note.refid].append(note.text)
    ids = [annotation.id for annotation in document.annotations]
    assert len(ids) == len(set(ids))
    assert {*attributes, *notes} <= set(ids)
    return Read(
        {
            each.id: (each.type, sorted((i.begin, i.end) for i in each.locations), each.text)
            for each in document.entities
        },
        {each.id: {each.type: each.trigger_id, **each.arguments} for each in document.events},
        [(each.type, *each.arguments.values()) for each in document.relations],
        attributes,
        notes,
    )


def words(found: Read, places: dict[str, str]) -> dict[str, str]:
    """The words of each role of an event."""
    return {role: found.entities[entity][2] for role, entity in places.items()}


def test_the_example_to_the_letter() -> None:
    result = replace(example.RESULT, attributions=(example.FIRST,))
    assert written(Extracted(example.TEXT, result)) == (
        "T1\tSpeaker 129 137\tAnne Roy\n"
        "A1\tSpeakerType T1 person\n"
        "A2\tGender T1 f\n"
        "A3\tResolution T1 named\n"
        "#1\tAnnotatorNotes T1\tname: Anne Roy\n"
        "#2\tAnnotatorNotes T1\trole: maire de Quimper\n"
        "T2\tContent 80 97\tNous serons prêts\n"
        "T3\tCue 101 110\ta déclaré\n"
        "T4\tAddressee 119 128\tla presse\n"
        "T5\tWhen 111 116\tmardi\n"
        "#3\tAnnotatorNotes T5\t2016-05-03\n"
        "T6\tWhere 164 186\tune visite du chantier\n"
        "A4\tWhereType T6 event\n"
        "E1\tCue:T3 Speaker:T1 Content:T2 Addressee:T4 When:T5 Where:T6\n"
        "A5\tKind E1 direct\n"
        "A6\tAct E1 say\n"
        "A7\tCertainty E1 asserted\n"
        "#4\tAnnotatorNotes E1\tincise-verb-noun, confidence 0.98\n"
    )


def test_every_attribution_is_there() -> None:
    found = read(awkward.ITEM)
    broken, cut, bare = found.events.values()
    assert words(found, broken) == {
        "Cue": "a « dit »",
        "Speaker": "Zoé Ménard",
        "Content": "Un deux trois quatre | *cinq* <b>six</b>",
        "Addressee": "Luc",
        "Addressee2": "Ève",
        "When": "lundi",
        "When2": "mardi",
        "Where": "la salle",
        "Where2": "Radio Cap",
    }
    assert words(found, cut) == {
        "Cue": "Selon",
        "Speaker": "elle",
        "Content": "le port est “fermé” ; 'clos' » tout l'hiver",
    }
    assert words(found, bare) == {"Cue": "dément", "Speaker": "Ivan"}
    said, within = found.relations
    assert (said[0], found.entities[said[2]][2]) == ("SaidBy", "elle")
    assert within == ("Within", said[1], cut["Content"])
    (alone,) = (name for name, entity in found.entities.items() if "SOMME" in entity[2])
    assert found.attributes[alone] == {"Kind": "direct"}
    assert found.notes[alone] == ["speaker: unknown", "a-rule, confidence 0.5"]
    assert found.attributes[cut["Speaker"]]["Resolution"] == "pronoun"


def test_a_mention_that_speaks_twice_is_annotated_once() -> None:
    found = read(awkward.ITEM)
    assert [entity[2] for entity in found.entities.values()].count("elle") == 1


def follows_brat(item: Extracted) -> None:
    """brat refuses a line whose words are not those of the fragments, joined by spaces."""
    for line in written(item).split("\n"):
        assert not re.search(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]", line)
    for _, fragments, text in read(item).entities.values():
        assert text == " ".join(item.text[start:end] for start, end in fragments)
        assert all(text == text.strip() for start, end in fragments)
        assert all(start < end for start, end in fragments)
        assert all(a[1] < b[0] for a, b in pairwise(fragments))


def test_fragments_hold_no_end_of_line() -> None:
    follows_brat(awkward.ITEM)


@given(st.text(st.sampled_from("ab \t\n\r\v\x85\u2028\u00a0é😀")))
def test_any_content_follows_brat(text: str) -> None:
    attribution = replace(example.SECOND, content=Content((Span(0, len(text), text),)))
    attribution = replace(attribution, cue=None, speaker=awkward.NOBODY, where=())
    item = Extracted(text, Result(DocumentInfo(), (attribution,), ()))
    follows_brat(item)
    pieces = [entity[2] for entity in read(item).entities.values()]
    assert "".join(pieces).split() == text.split()


def named(path: str | None, *attributions: Attribution) -> Extracted:
    return Extracted(example.TEXT, Result(DocumentInfo(path=path), attributions, ()))


def test_a_folder_for_brat() -> None:
    items = [named("a/x.txt", example.FIRST), named("b/X.md"), named("-"), named(None)]
    made = dict(files(items))
    assert list(made) == [
        "x.txt",
        "x.ann",
        "X-2.txt",
        "X-2.ann",
        "text.txt",
        "text.ann",
        "text-2.txt",
        "text-2.ann",
        "annotation.conf",
    ]
    assert made["x.txt"] == example.TEXT
    assert made["x.ann"] == written(items[0])
    assert made["X-2.ann"] == ""


def declared(configuration: str) -> dict[str, dict[str, str]]:
    """The sections of ``annotation.conf``: each type with what it takes."""
    sections: dict[str, dict[str, str]] = {}
    for line in configuration.splitlines():
        if line.startswith("["):
            sections[line.strip("[]")] = current = {}
        elif line:
            name, _, takes = line.partition("\t")
            current[name] = takes
    return sections


def test_every_type_is_declared() -> None:
    *_, (name, configuration) = files([awkward.ITEM])
    assert name == "annotation.conf"
    sections = declared(configuration)
    assert list(sections) == ["entities", "relations", "events", "attributes"]
    found = read(awkward.ITEM)
    labels = {entity[0] for entity in found.entities.values()}
    assert labels <= {*sections["entities"], *sections["events"]}
    assert {relation[0] for relation in found.relations} <= set(sections["relations"])
    roles = set(re.findall(r"(\w+)[?*]:", sections["events"]["Cue"]))
    used = {role.rstrip("2") for event in found.events.values() for role in event}
    assert used == {"Cue", *roles}
    for values in found.attributes.values():
        for attribute, value in values.items():
            allowed = sections["attributes"][attribute].partition("Value:")[2].split("|")
            assert value in allowed


@pytest.mark.parametrize("attribute", ["Kind", "Act", "Certainty", "Gender", "Resolution"])
def test_attributes_have_a_list_of_values(attribute: str) -> None:
    (*_, (_, configuration)) = files([])
    assert re.search(rf"^{attribute}\tArg:\S+, Value:\w[\w-]*(\|\w[\w-]*)+$", configuration, re.M)
