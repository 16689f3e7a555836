"""Where a content begins and ends: sentences with the contents marked in them, one idea a row."""

from __future__ import annotations

import pytest

from quotex.rulefiles.marked import parse_marked
from tests.engine import EXTRACTOR

# behind the content, the journalist goes on
ENDS = [
    "Ma tante {cue:soutenait} que {what:les morts dormaient}, et elle marchait sans bruit.",
    "L'élu {cue:répète} que {what:rien ne presse}, mais ses proches {cue2:affirment} que {what2:tout presse}.",
    "La Ligue {cue:prévoit} que {what:la pluie viendra}, mais elle « reste prudente » sur la suite.",
    "L'adjoint {cue:a salué} {what:« le dévouement » du club} avant d'{cue2:annoncer} que {what2:la salle fermait}.",
    "Le ministre {cue:a annoncé} {what:l'expulsion d'un diplomate}, une décision {cue2:qualifiée} d'« {what2:absurde} » par Moscou.",
    "Les élus {cue:demandent} que {what:l'affaire soit jugée}, une idée que le parti {cue2:juge} « {what2:prématurée} ».",
    "Les dockers {cue:ont fait part} de {what:leur inquiétude}, deux portiques étant attendus en mars.",
    "Il m'{cue:a dit} de {what:m'asseoir}, j'ai préféré rester debout.",
    "Elle {cue:réclame} {what:une hausse}, que le directeur, Paul Ségur, {cue2:juge} « {what2:absurde} ».",
    "{what:Un bac sera affrété}, {cue:promet-elle}, sans toutefois donner de date.",
    "Maître Astruc {cue:a plaidé} {what:la relaxe} : {cue2:selon} elle, {what2:le dossier est vide}.",
    "Une mère se {cue:dit} « {what:trahie} » : on avait promis un bac.",
    "{what:L'eau est potable}, {cue:assurent} les secours, où elle reste bleue.",
    "{what:Le quai est sûr}, {cue:souligne} la maire, {cue2:pour} qui « {what2:la preuve est faite} ».",
]

# before it stands what is no part of it
BEGINS = [
    "Liège. Chantier à l'arrêt – {what:Les travaux reprendront en mars}, {cue:a indiqué} le cabinet du maire.",
    "Port : {what:les livraisons d'août « conformes au plan »}, {cue:assure} le constructeur.",
]

# it does not end there
GOES_ON_STILL = [
    "Il {cue:prédit} {what:une fuite si la taxe passe}.",
    "Le maire {cue:a demandé} aux riverains de {what:couper l'eau, de rentrer les bêtes, de ne rien brûler}.",
    "{cue:D'après} le guide, {what:le car est venu, et c'est le chauffeur qui a payé}.",
    "Le rapport {cue:conclut} à {what:un effet fragile, qui s'estompe au bout d'un an}.",
]

# behind an incise it goes on: the speaker is a pronoun, or the words are no apposition to the noun
GOES_ON = [
    "{what:Elle gardera}, {cue:dit-elle}, {what:le souvenir d'un jour de fête}.",
    "{what:Le bail sera signé}, {cue:confie-t-il}, {what:avant le carême}.",
    "{what:On chantait bien}, {cue:raconte-t-elle}, {what:mais sans passion}.",
    "{what:Il a perdu}, {cue:d'après} elle, {what:un bon tiers de ses clients}.",
    "{what:La commune a vendu}, {cue:selon} le maire, {what:trois terrains}.",
    "{what:On mangera}, {cue:promet} le chef, {what:des légumes du jardin}.",
    "{what:Les travaux ont commencé}, {cue:assure} Anne Roy, la maire de Quimper.",
    "{what:Les pompiers arriveront}, {cue:a-t-il assuré}, mais le feu courait déjà.",
]

# what stands beside it is another part
APART = [
    "Le président {cue:demande} « {what:un peu de calme} » à la presse.",
    "Le maire {cue:a qualifié} de « {what:gifle} » l'annulation du festival.",
    "Le préfet {cue:met en garde} contre {what:les jugements hâtifs}{cue2: :} « {what2:Attendons.} »",
    "{what:Faux}, {cue:corrige} le capitaine{cue2: :} « {what2:Personne n'a parlé.} »",
]


@pytest.mark.parametrize("marked", [*ENDS, *BEGINS, *GOES_ON_STILL, *GOES_ON, *APART])
def test_contents(marked: str) -> None:
    row = parse_marked(marked)
    expected = [[span.text for span in found["what"]] for found in row.attributions]
    records = EXTRACTOR.extract(row.text)
    found = [[span.text for span in item.content.spans] for item in records if item.cue]
    assert found == expected
