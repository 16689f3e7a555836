"""Cues in all their forms: which words report, of which verb, by which act, how certainly.

In the rows, the cue stands in braces.
"""

from __future__ import annotations

import pytest

from quotex.rulefiles.marked import parse_marked
from tests.engine import EXTRACTOR

# tenses and persons of one verb
TENSES = [
    ("Anne Roy {cue:a déclaré} que le bac partira.", "déclarer", "say", "asserted"),
    ("Anne Roy {cue:déclare} que le bac partira.", "déclarer", "say", "asserted"),
    ("Anne Roy {cue:déclarait} que le bac partirait.", "déclarer", "say", "asserted"),
    ("Anne Roy {cue:déclara} que le bac partirait.", "déclarer", "say", "asserted"),
    ("Anne Roy {cue:avait déclaré} que le bac partirait.", "déclarer", "say", "asserted"),
    ("Anne Roy {cue:eut déclaré} que le bac partirait.", "déclarer", "say", "asserted"),
    ("Anne Roy {cue:aura déclaré} que le bac partait.", "déclarer", "say", "hypothetical"),
    ("Anne Roy {cue:déclarera} que le bac partira.", "déclarer", "say", "hypothetical"),
    ("Anne Roy {cue:aurait déclaré} que le bac partira.", "déclarer", "say", "hearsay"),
    ("Anne Roy {cue:déclarerait} que le bac partira.", "déclarer", "say", "hearsay"),
    ("Les élus {cue:ont déclaré} que le bac partira.", "déclarer", "say", "asserted"),
    ("Les élus {cue:déclarent} que le bac partira.", "déclarer", "say", "asserted"),
    ("Les élus {cue:déclarèrent} que le bac partirait.", "déclarer", "say", "asserted"),
    ("Les élus {cue:déclaraient} que le bac partirait.", "déclarer", "say", "asserted"),
]

# after a quotation, with the subject behind
INCISES = [
    ("« Oui », {cue:a-t-il dit}.", "dire", "say", "asserted"),
    ("« Oui », {cue:dit-elle}.", "dire", "say", "asserted"),
    ("« Oui », {cue:ont-elles ajouté}.", "ajouter", "add", "asserted"),
    ("« Oui », {cue:fait-il valoir}.", "faire valoir", "say", "asserted"),
    ("« Oui », {cue:s'est félicitée} Anne Roy.", "se féliciter", "welcome", "asserted"),
    ("« Oui », {cue:s'est-elle félicitée}.", "se féliciter", "welcome", "asserted"),
    ("« Oui », {cue:a fait savoir} Anne Roy.", "faire savoir", "announce", "asserted"),
    ("« Oui », {cue:lui a répondu} Anne Roy.", "répondre", "answer", "asserted"),
    ("« Oui », {cue:avait-elle alors écrit}.", "écrire", "write", "asserted"),
    ("« Oui », {cue:aurait lancé} Anne Roy.", "lancer", "say", "hearsay"),
    ("« Oui », {cue:explique-t-on}.", "expliquer", "explain", "asserted"),
]

# a verb that carries the one that reports
CARRIED = [
    ("Anne Roy {cue:vient d'annoncer} que le bac partira.", "annoncer", "announce", "asserted"),
    ("Anne Roy {cue:a tenu à préciser} que le bac partira.", "préciser", "say", "asserted"),
    ("Anne Roy {cue:a également ajouté} que le bac partira.", "ajouter", "add", "asserted"),
    (
        "Anne Roy {cue:pourrait annoncer} que le bac partira.",
        "annoncer",
        "announce",
        "hypothetical",
    ),
    ("Anne Roy {cue:doit annoncer} que le bac partira.", "annoncer", "announce", "hypothetical"),
    ("Anne Roy {cue:va répéter} que le bac partira.", "répéter", "repeat", "hypothetical"),
    ("Anne Roy {cue:n'a cessé de répéter} que le bac partira.", "répéter", "repeat", "asserted"),
    ("Anne Roy {cue:a dû reconnaître} que le bac partira.", "reconnaître", "admit", "asserted"),
]

# what denies, and what only seems to
NEGATED = [
    ("Anne Roy {cue:n'a pas dit} que le bac partirait.", "dire", "say", "denied"),
    ("Anne Roy {cue:n'exclut pas} que le bac parte.", "exclure", "deny", "denied"),
    ("Anne Roy {cue:nie} que le bac soit parti.", "nier", "deny", "asserted"),
]

# verbs without a tense
OTHERS = [
    ("Il est parti {cue:en déclarant} que le bac resterait.", "déclarer", "say", "asserted"),
    (
        "Anne Roy a quitté la salle, {cue:ajoutant} que le bac partira.",
        "ajouter",
        "add",
        "asserted",
    ),
    ("Les élus {cue:sont accusés} par Anne Roy de mentir.", "accuser", "accuse", "asserted"),
    ("Anne Roy {cue:a appelé} les élus à signer.", "appeler", "order", "asserted"),
    ("Anne Roy {cue:se dit convaincue} que le bac partira.", "se dire", "say", "asserted"),
]

# what is no verb
WORDS = [
    ("{cue:Selon} Anne Roy, le bac partira.", "selon", "source", "asserted"),
    ("{cue:D'après} Anne Roy, le bac partira.", "d'après", "source", "asserted"),
    ("{cue:De l'avis d'}Anne Roy, le bac partira.", "de l'avis d'", "source", "asserted"),
    ("Le bac partira, {cue:à en croire} Anne Roy.", "à en croire", "source", "asserted"),
]


@pytest.mark.parametrize(
    ("marked", "lemma", "act", "certainty"),
    TENSES + INCISES + CARRIED + NEGATED + OTHERS + WORDS,
)
def test_cue(marked: str, lemma: str, act: str, certainty: str) -> None:
    row = parse_marked(marked)
    (expected,) = row.attributions[0]["cue"]
    found = [item.cue for item in EXTRACTOR.extract(row.text) if item.cue]
    assert [(cue.start, cue.end, cue.lemma, cue.act, cue.certainty) for cue in found] == [
        (expected.start, expected.end, lemma, act, certainty)
    ]
