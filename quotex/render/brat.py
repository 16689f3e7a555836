"""brat standoff: what the annotation tool brat reads, one file of annotations for each text.

Every attribution is an event ``Cue``: the reporting words are its trigger, speaker, content,
addressee, when and where its arguments.  Without reporting words, a relation ``SaidBy`` leads from
the content to the speaker.  What the text does not say verbatim (names, dates, rule, confidence)
stands in notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TextIO, get_args

from quotex.model import (
    Certainty,
    Gender,
    Kind,
    Resolution,
    SpeakerType,
    WhereType,
)
from quotex.render import Extracted
from quotex.render.standoff import Standoff
from quotex.words.lexicon_files import Act

_VALUES = {
    "Kind": get_args(Kind),
    "Act": get_args(Act),
    "Certainty": get_args(Certainty),
    "SpeakerType": get_args(SpeakerType),
    "Gender": get_args(Gender),
    "Resolution": get_args(Resolution),
    "WhereType": get_args(WhereType),
}
_BEARERS = {"SpeakerType": "Speaker", "Gender": "Speaker", "Resolution": "Speaker"}
_CONFIGURATION = """\
[entities]
Speaker
Content
Addressee
When
Where

[relations]
SaidBy\tArg1:Content, Arg2:Speaker
Within\tArg1:Content, Arg2:Content
<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

[events]
Cue\tSpeaker?:Speaker, Content?:Content, Addressee*:Addressee, When*:When, Where*:Where

[attributes]
"""


def write(items: Iterable[Extracted], stream: TextIO) -> None:
    """Writes the annotations of each text of ``items``; a file for brat holds those of one."""
    for item in items:
        stream.write(_annotations(item))


def files(items: Iterable[Extracted]) -> Iterator[tuple[str, str]]:
    """A folder that brat opens: name and text of each file.

    Each text comes with its annotations, as ``NAME.txt`` and ``NAME.ann``, and once for all with
    ``annotation.conf``, which tells brat the types.  Offsets are those of ``NAME.txt``.
    """
    names: set[str] = set()
    for item in items:
        name = _name(item, names)
        yield f"{name}.txt", item.text
        yield f"{name}.ann", _annotations(item)
    yield "annotation.conf", _CONFIGURATION + "".join(_attribute_lines())


def _attribute_lines() -> Iterator[str]:
    for name, values in _VALUES.items():
        bearer = _BEARERS.get(name, "Where" if name == "WhereType" else "<ANY>")
        yield f"{name}\tArg:{bearer}, Value:{'|'.join(values)}\n"


def _name(item: Extracted, names: set[str]) -> str:
    """The name of the input without its extension, with a number when it was there before."""
    path = item.result.document.path
    stem = PurePath(path).stem if path and path != "-" else "text"
    name, number = stem, 1
    while name.casefold() in names:
        number += 1
        name = f"{stem}-{number}"
    names.add(name.casefold())
    return name


def _annotations(item: Extracted) -> str:
    standoff = Standoff(item.text)
    contents: dict[str, str] = {}
    for attribution in item.result.attributions:
        speaker = standoff.speaker(attribution.speaker)
        content = standoff.entity("Content", attribution.content.spans)
        if content:
            contents[attribution.id] = content
        event = standoff.event(attribution, speaker, content)
        bearer = event or content
        if bearer is None:
            continue
        if event is None and content and speaker:
            standoff.relation("SaidBy", content, speaker)
        standoff.attribute("Kind", bearer, attribution.kind)
        if attribution.cue:
            standoff.attribute("Act", bearer, attribution.cue.act)
            standoff.attribute("Certainty", bearer, attribution.cue.certainty)
        if speaker is None:
            standoff.note(bearer, f"speaker: {attribution.speaker.name or 'unknown'}")
        standoff.note(bearer, f"{attribution.rule}, confidence {attribution.confidence}")
    for attribution in item.result.attributions:
        inner, outer = contents.get(attribution.id), contents.get(attribution.parent or "")
        if inner and outer:
            standoff.relation("Within", inner, outer)
    return standoff.text()
