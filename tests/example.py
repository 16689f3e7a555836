"""The example of the documentation: a text, and its two attributions as the model has them."""

from __future__ import annotations

from quotex.model import (
    Addressee,
    Attribution,
    Content,
    Cue,
    DocumentInfo,
    Result,
    Span,
    Speaker,
    When,
    Where,
)

TEXT = (
    "Le pont de Quimper rouvrira en mars\n\n"
    "Quimper, 3 mai 2016 (Agence du Ponant) - « Nous serons prêts », a déclaré mardi à la presse "
    "Anne Roy, maire de Quimper, lors d'une visite du chantier.\n\n"
    "« Les travaux avancent », a-t-elle ajouté sur Radio Ponant.\n"
)

DOCUMENT = DocumentInfo(
    path="samples/pont.txt",
    title="Le pont de Quimper rouvrira en mars",
    date="2016-05-03",
    place="Quimper",
    source="Agence du Ponant",
)


def span(text: str) -> tuple[int, int, str]:
    """Start, end and text of the only place of ``text`` in the example."""
    assert TEXT.count(text) == 1, text
    start = TEXT.index(text)
    return start, start + len(text), text


FIRST = Attribution(
    id="pont.txt#1",
    document=DOCUMENT,
    kind="direct",
    content=Content((Span(*span("Nous serons prêts")),)),
    cue=Cue(*span("a déclaré"), lemma="déclarer", act="say", certainty="asserted"),
    speaker=Speaker(
        mention=Span(*span("Anne Roy")),
        name="Anne Roy",
        role="maire de Quimper",
        type="person",
        gender="f",
        resolution="named",
    ),
    addressee=(Addressee(*span("la presse"), name="la presse"),),
    when=(When(*span("mardi"), value="2016-05-03"),),
    where=(Where(*span("une visite du chantier"), type="event"),),
    parent=None,
    rule="incise-verb-noun",
    confidence=0.98,
)

SECOND = Attribution(
    id="pont.txt#2",
    document=DOCUMENT,
    kind="direct",
    content=Content((Span(*span("Les travaux avancent")),)),
    cue=Cue(*span("a-t-elle ajouté"), lemma="ajouter", act="add", certainty="asserted"),
    speaker=Speaker(
        mention=Span(*span("elle")),
        name="Anne Roy",
        role=None,
        type="person",
        gender="f",
        resolution="pronoun",
    ),
    addressee=(),
    when=(),
    where=(Where(*span("Radio Ponant"), type="medium"),),
    parent=None,
    rule="incise-clitic",
    confidence=0.97,
)

RESULT = Result(DOCUMENT, (FIRST, SECOND), ())
