"""A text with everything that troubles an output format, and its attributions."""

from __future__ import annotations

from dataclasses import replace

from quotex.model import (
    Addressee,
    Attribution,
    Content,
    Cue,
    DocumentInfo,
    Kind,
    Result,
    Span,
    Speaker,
    When,
    Where,
    WhereType,
)
from quotex.render import Extracted

TEXT = (
    "« =SOMME(A1) est mon calcul 😀 »\r\n"
    "« Un\tdeux\u2028trois\r\n\r\nquatre | *cinq* <b>six</b> », a « dit », lundi et mardi, "
    "Zoé Ménard à Luc, puis à Ève, dans la salle, sur Radio Cap.\r\n"
    "Selon elle, le port, dit-on, « est “fermé” ; 'clos' » tout l'hiver. Ivan dément.\r\n"
)
DOCUMENT = DocumentInfo(path="a#b/pièce 1.txt", title="- 1. *Titre* =2 | @x", date=None)
NOBODY = Speaker(None, None, None, "unknown", None, "none")


def span(words: str) -> Span:
    """The only place of ``words`` in the text."""
    assert TEXT.count(words) == 1, words
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def _cue(words: str, lemma: str, act: str = "say") -> Cue:
    place = span(words)
    return Cue(place.start, place.end, place.text, lemma, act, "asserted")


def _addressee(words: str) -> Addressee:
    place = span(words)
    return Addressee(place.start, place.end, place.text, name=words)


def _when(words: str, value: str | None) -> When:
    place = span(words)
    return When(place.start, place.end, place.text, value)


def _where(words: str, type_: WhereType) -> Where:
    place = span(words)
    return Where(place.start, place.end, place.text, type_)


ZOE = Speaker(span("Zoé Ménard"), "Zoé Ménard", "+ chef\nadjointe", "person", "f", "named")
SHE = replace(ZOE, mention=span("elle"), role=None, resolution="pronoun")
IVAN = Speaker(span("Ivan"), "Ivan", None, "person", "m", "named")


def _attribution(
    number: int, kind: Kind, contents: tuple[str, ...], cue: Cue | None, speaker: Speaker
) -> Attribution:
    return Attribution(
        id=f"pièce 1.txt#{number}",
        document=DOCUMENT,
        kind=kind,
        content=Content(tuple(map(span, contents))),
        cue=cue,
        speaker=speaker,
        addressee=(),
        when=(),
        where=(),
        parent=None,
        rule="a-rule",
        confidence=0.5,
    )


ALONE = _attribution(1, "direct", ("=SOMME(A1) est mon calcul 😀",), None, NOBODY)
BROKEN = replace(
    _attribution(
        2,
        "direct",
        ("Un\tdeux\u2028trois\r\n\r\nquatre | *cinq* <b>six</b>",),
        _cue("a « dit »", "dire"),
        ZOE,
    ),
    addressee=(_addressee("Luc"), _addressee("Ève")),
    when=(_when("lundi", None), _when("mardi", "2016-05-03")),
    where=(_where("la salle", "place"), _where("Radio Cap", "medium")),
)
CUT = _attribution(
    3,
    "mixed",
    ("le port", "est “fermé” ; 'clos' » tout l'hiver"),
    _cue("Selon", "selon", "source"),
    SHE,
)
WITHIN = replace(
    _attribution(4, "mixed", ("est “fermé” ; 'clos'",), None, SHE), parent="pièce 1.txt#3"
)
BARE = _attribution(5, "indirect", (), _cue("dément", "démentir", "deny"), IVAN)

ATTRIBUTIONS = (ALONE, BROKEN, CUT, WITHIN, BARE)
ITEM = Extracted(TEXT, Result(DOCUMENT, ATTRIBUTIONS, ()))
