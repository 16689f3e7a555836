"""When, where and to whom: what is found beside a cue, and what is left alone.

The expected circumstances of all attributions of a sentence are marked in the sentence itself:
``{when|value:words}``, ``{place:…}``, ``{event:…}``, ``{medium:…}`` and ``{to:…}``; one may stand
inside another.
"""

# one sentence a line
from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import quotex

PUBLISHED = "2016-05-03"  # a Tuesday
_MARK = re.compile(r"\{(\w+)(?:\|([^:{}]*))?:|\}")

TIMES = """
« Le quai tiendra », a déclaré {when|2016-05-03:mardi} la maire de Kerlaz.
« Le quai tiendra », a déclaré la maire de Kerlaz {when|2016-05-02:lundi}.
« Le quai tiendra », a déclaré {when|2016-04-29:vendredi soir} Paul Roux.
« Le quai tiendra », avait déclaré {when|2016-05-02:hier} le préfet.
« Le quai tiendra », a déclaré Paul Roux {when|2016-05-02:lundi 2 mai}.
La maire a affirmé {when|2016-04:en avril} que le quai tiendrait.
La maire a affirmé {when|2012:en 2012} que le quai tiendrait.
{when|2016-05-03:Mardi}, la maire a affirmé que le quai tiendrait.
{when|2016-05-03:Ce matin}, la maire de Kerlaz, Anne Roy, a affirmé que le quai tiendrait.
La maire, {when|2016-05-02:lundi}, a affirmé que le quai tiendrait.
La maire {when|2016-05-02:lundi soir} a affirmé que le quai tiendrait.
La maire a, {when|2016-05-02:lundi}, affirmé que le quai tiendrait.
Paul Roux a dit {when|2016-05-01:dimanche} vouloir partir.
Paul Roux a promis {when|2016-W17:la semaine dernière} de réparer le quai.
Paul Roux a annoncé {when|2016-05-03:aujourd'hui} la fermeture du quai.
Le préfet doit annoncer {when|2016-05-04:demain} la fermeture du quai.
« Le quai tiendra », répète {when|:depuis des semaines} Paul Roux.
Le conseil a confirmé {when|2016-04-29:le 29 avril} que le quai tiendrait.
Le conseil a confirmé {when|2016-04-29:le 29 avr} que le quai tiendrait.
La maire avait réclamé {when|:plus tôt} la fermeture du quai.
{when|:Plus tard}, le sonneur affirma que le quai tiendrait.
"""

PLACES = """
Le préfet a affirmé à {place:Moscou} que le quai tiendrait.
« Le quai tiendra », a indiqué {when|2016-05-02:lundi} à {place:Paris} le ministre.
« Le quai tiendra », a-t-il dit en {place:Argentine}.
« Le quai tiendra », a-t-elle lancé depuis {place:New York}.
« Le quai tiendra », a lancé Anne Roy au {place:Sénat}.
« Le quai tiendra », a-t-elle répondu à {place:l'Assemblée nationale}.
{when|2016-05-03:Mardi} à {place:Berlin}, le ministre a déclaré que le quai tiendrait.
À {place:Lyon}, le ministre a déclaré que le quai tiendrait.
« Le quai tiendra », a déclaré le ministre à {place:Lyon} {when|2016-05-02:lundi}.
« Le quai tiendra », a-t-il assuré devant {place:le Parlement}.
« Le quai tiendra », a déclaré Anne Roy devant {place:l'Assemblée nationale}.
« Le quai tiendra », a-t-il répété à {place:la barre}.
« Le quai tiendra », a-t-elle dit à {place:Plouzec-sur-Mer}.
« Le quai tiendra », a-t-elle murmuré dans {place:l'escalier}.
« Le quai tiendra », a-t-elle dit sur {place:le parvis de la mairie}.
{when|2016-05-03:Mardi}, au {place:tribunal}, la maire a affirmé que le quai tiendrait.
En {event:conférence de presse} {when|2016-05-02:lundi}, à {place:Québec}, la maire a demandé au {to:préfet} de partir.
Chez {place:Nordal}, on affirme que le quai tiendra.
« Le quai tiendra », a-t-elle affirmé sur {medium:France Inter} depuis {place:Bruxelles}.
"""

EVENTS = """
« Le quai tiendra », a déclaré Anne Roy lors d'{event:une visite du chantier}.
« Le quai tiendra », a déclaré Anne Roy, maire de Kerlaz, lors d'{event:une visite du chantier}.
« Le quai tiendra », a-t-il dit lors d'{event:une réunion avec les députés de son parti}.
« Le quai tiendra », a-t-elle dit après {event:une rencontre à {place:Moscou} avec le préfet}.
« Le quai tiendra », a-t-il reconnu en {event:conférence de presse}.
« Le quai tiendra », a déclaré {when|2016-05-02:hier} Paul Roux en {event:conférence de presse}.
« Le quai tiendra », a réagi la maire au cours du {event:conseil municipal}.
« Le quai tiendra », a-t-elle dit en marge du {event:sommet}.
« Le quai tiendra », a-t-elle dit à l'issue de {event:la réunion}.
« Le quai tiendra », a lancé Paul Roux, en marge d'{event:un colloque}.
« Le quai tiendra », a-t-il dit à l'occasion d'{event:un débat sur le port}.
« Le quai tiendra », a-t-il dit après {event:le match}.
En {event:conseil des ministres}, Anne Roy a fait remarquer que le quai tiendrait.
Au sortir d'{event:une réunion avec le préfet}, la maire a dit que le quai tiendrait.
À {event:l'ouverture du congrès}, Paul Roux a indiqué que le quai tiendrait.
Lors de {event:sa visite}, le préfet a promis de réparer le quai.
La maire, lors d'{event:une réunion publique}, a promis de réparer le quai.
La maire a promis, lors d'{event:une réunion publique}, de réparer le quai.
« Le quai tiendra », a-t-il assuré devant {event:ses partisans}.
« Le quai tiendra », a-t-il assuré devant {event:des milliers de partisans}.
« Le quai tiendra », a martelé Anne Roy devant {event:les journalistes}.
Devant {event:la presse}, Paul Roux a affirmé que le quai tiendrait.
Devant {event:les enquêteurs}, il a nié avoir vendu le bateau.
« Le quai tiendra », a-t-il dit durant {event:la période des questions}.
« Le quai tiendra », a-t-il affirmé à {event:l'audience}.
« Le quai tiendra », a-t-il affirmé au {event:congrès de son parti}.
Lors de {event:ses vœux à la presse}, la maire a affirmé que le quai tiendrait.
Lors d'{event:une réunion tenue {when|2016-05-02:hier} sur {place:la plage}}, ils ont dénoncé la fermeture du quai.
La maire a dit devant {event:lui} que le quai tiendrait.
"""

MEDIA = """
« Le quai tiendra », a-t-il ajouté sur {medium:RTL}.
« Le quai tiendra », a commenté sur {medium:Twitter} Nora Slimani.
« Le quai tiendra », a-t-elle écrit sur {medium:son blog}.
« Le quai tiendra », a-t-elle écrit sur {medium:X}.
« Le quai tiendra », a expliqué Anne Roy dans {medium:un communiqué}.
« Le quai tiendra », a-t-elle confié dans {medium:un entretien au Monde}.
« Le quai tiendra », a-t-elle dit dans {medium:Le Figaro}.
Anne Roy a estimé {when|2016-04-28:jeudi} sur {medium:RTL} que le quai tiendrait.
Dans {medium:un communiqué}, la CGT dénonce « un abandon ».
Dans {medium:un communiqué diffusé à midi}, la CGT réclame un nouveau quai.
Dans {medium:son avis, daté du 3 mai}, le conseil affirme que le quai tiendra.
Dans {medium:sa réponse}, annexée au rapport, le conseil affirme que le quai tiendra.
Dans {medium:une lettre adressée au préfet}, la CGT affirme que le quai tiendra.
Dans {medium:les colonnes du Times}, Paul Roux affirme que le quai tiendra.
{when|2016-04-28:Jeudi soir}, sur {medium:la chaîne Canal Port}, la maire a fait savoir que le quai tiendrait.
« Le quai tiendra », a-t-il critiqué sur {medium:les ondes de Radio Ponant}.
« Le quai tiendra », a-t-elle déclaré au {medium:micro de France Inter}.
« Le quai tiendra », a-t-il annoncé par {medium:courriel}.
« Le quai tiendra », a-t-il dit sur {medium:le plateau de France 2}.
Paul Roux affirme dans {medium:son livre} que le quai tiendra.
« Le quai tiendra », a-t-elle ajouté dans {medium:un message aux habitants}.
« Le quai tiendra », ont répété plusieurs syndicats, dont la CGT, dans {medium:un communiqué}.
« Le quai tiendra », a répété Paul Roux, de la CGT, dans {medium:un communiqué}.
« Le quai tiendra », a répété Paul Roux en {medium:entrevue à Radio Ponant}.
« Le quai tiendra », a-t-il écrit sur {medium:le réseau social X}.
{when|2016-05-02:Hier}, au {medium:téléphone}, le préfet a affirmé que le quai tiendrait.
« Le quai tiendra », a-t-il dit à {medium:la télévision publique}.
« Le quai tiendra », a répété Paul Roux dans {medium:le quotidien Le Monde}.
"""

ADDRESSEES = """
« Le quai tiendra », a déclaré {when|2016-05-03:mardi} à {to:la presse} le préfet.
« Le quai tiendra », a-t-elle précisé à {to:l'AFP}.
« Le quai tiendra », a-t-elle confié au {to:Figaro}.
« Le quai tiendra », a-t-il dit aux {to:journalistes}.
« Le quai tiendra », a-t-il dit à {to:ses partisans}.
« Le quai tiendra », a-t-elle indiqué auprès de {to:l'AFP}.
« Le quai tiendra », a précisé à {to:l'Agence du Ponant} le sous-préfet.
« Le quai tiendra », {to:lui} a dit le préfet.
Le préfet {to:lui} a dit que le quai tiendrait.
Le préfet {to:leur} a promis de réparer le quai.
Le préfet {to:m'}a assuré que le quai tiendrait.
Le préfet {to:nous} a dit {when|2016-05-02:lundi} que le quai tiendrait.
Un ingénieur a confié à {to:un élu de la côte} que le quai tiendrait.
Le préfet a informé {to:les élus} que le quai fermerait.
Le préfet a demandé aux {to:pêcheurs} de partir.
« Le quai tiendra », a dit à {to:des journalistes} à {place:Genève} le préfet.
« Le quai tiendra », a-t-il dit à {to:la radio Onde Bleue}.
« Le quai tiendra », a-t-il affirmé aux {to:élus}.
« Le quai tiendra », a-t-il affirmé aux {to:jeunes élus locaux}.
Les pêcheurs ont exigé du {to:préfet} un nouveau quai.
Washington a garanti à {to:Moscou} que le quai tiendrait.
Le préfet a accusé {to:les pêcheurs} d'avoir menti.
{to:Les pêcheurs} ont été accusés par le préfet d'avoir menti.
Il demande à {to:Québec} de réparer le quai.
Le préfet a appelé {to:les pêcheurs} à quitter le quai.
« Le quai tiendra », a répondu Paul Roux à {to:un journaliste}.
« Le quai tiendra », a écrit la maire au {to:préfet}.
« Le quai tiendra », a-t-elle expliqué aux {to:habitants} lors d'{event:une réunion publique}.
"""

SEVERAL = """
« Le quai tiendra », a déclaré {when|2016-05-03:mardi} à {to:la presse} Anne Roy, maire de Kerlaz, lors d'{event:une visite du chantier}.
« Le quai tiendra », a-t-il dit à {to:la presse} après {event:une rencontre à {place:Moscou} avec la ministre}.
« Le quai tiendra », a-t-elle lancé {when|2016-05-02:lundi} devant {event:les médias} à {place:Genève}.
Le préfet a déclaré {when|2016-05-02:lundi} à {to:l'AFP}, en marge d'{event:un sommet}, que le quai tiendrait.
"""

NOTHING = """
Selon le préfet, le quai tiendra.
Le préfet a affirmé avec force que le quai tiendrait.
Le préfet a déclaré à ce sujet que le quai tiendrait.
Le préfet a déclaré que le quai fermerait mardi à Paris.
Le préfet a promis de recevoir les pêcheurs lundi.
Le préfet a annoncé la fermeture du quai.
Le préfet, élu en 2012, a affirmé que le quai tiendrait.
Anne Roy, professeure à Paris, a affirmé que le quai tiendrait.
Indépendant depuis 2007, le maire a affirmé que le quai tiendrait.
Le quai a fermé mardi, et le maire a affirmé qu'il rouvrirait.
En Espagne, le ministre a affirmé que le quai tiendrait.
« Le quai tiendra », a expliqué l'ambassadeur de France au Mali.
« Le quai tiendra », a répondu pour sa part le préfet.
Le préfet a affirmé sur ce point que le quai tiendrait.
« Le quai tiendra », a-t-il ajouté à son tour.
« Le quai tiendra », a expliqué un analyste chez Nordal.
« Le quai tiendra », lit-on dans le document.
Le préfet, qui a visité le port lundi, a affirmé que le quai tiendrait.
Le préfet se dit satisfait de la décision.
Grâce à la digue, le maire a affirmé que le quai tiendrait.
Le préfet a reproché à la maire d'avoir menti.
Le quai est fermé, a-t-on appris auprès de la police.
Le syndicat demande à pouvoir relire le contrat.
Une étude publiée mercredi conclut à un danger.
Le préfet déconseille le marché, où tout se vendait encore hier.
Le préfet exige la libération du pêcheur, arrêté mardi à son bureau.
Le port, par la voix de Paul Roux, a affirmé que le quai tiendrait.
Le préfet a parlé de la crise au port, affirmant que le quai tiendrait.
"""

TABLES = [TIMES, PLACES, EVENTS, MEDIA, ADDRESSEES, SEVERAL, NOTHING]
NEWS = Path(__file__).with_name("data") / "circumstances.txt"
SENTENCES = [
    *(line for table in TABLES for line in table.strip().splitlines()),
    *NEWS.read_text(encoding="utf-8").splitlines()[1:],
]


def read(marked: str) -> tuple[str, Counter[tuple[str, str, str]]]:
    """The sentence without its marks, and the circumstances marked: kind, words, value."""
    text = ""
    stack: list[tuple[str, str, int]] = []
    found: Counter[tuple[str, str, str]] = Counter()
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            stack.append((mark[1], mark[2] or "", len(text)))
        else:
            kind, value, start = stack.pop()
            found[kind, text[start:], value] += 1
    return text + marked[at:], found


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence(marked: str) -> None:
    text, expected = read(marked)
    found: Counter[tuple[str, str, str]] = Counter()
    records = quotex.extract(text, date=PUBLISHED)
    for record in records:
        found.update(("when", each.text, each.value or "") for each in record.when)
        found.update((each.type, each.text, "") for each in record.where)
        found.update(("to", each.text, "") for each in record.addressee)
        for span in (*record.when, *record.where, *record.addressee):
            assert text[span.start : span.end] == span.text
    assert records
    assert found == expected


def test_times_without_a_date_of_publication() -> None:
    (record,) = quotex.extract("« Le quai tiendra », a déclaré mardi le préfet.")
    assert [(each.text, each.value) for each in record.when] == [("mardi", None)]


def test_times_that_count_from_another() -> None:
    text = (
        "Le quai a fermé le 3 mars 2015.\n\n"
        "Le lendemain, le préfet a affirmé que le quai tiendrait.\n"
    )
    (record,) = quotex.extract(text, date=PUBLISHED)
    assert [(each.text, each.value) for each in record.when] == [("Le lendemain", "2015-03-04")]


def test_names_that_are_in_no_list() -> None:
    """A single unknown name is a town, unless the text shows it to be a person's."""
    town = "« Le quai tiendra », a déclaré le préfet à Kerlavos."
    person = "Yann Kerlavos est venu.\n\n" + town
    assert [each.text for each in quotex.extract(town)[0].where] == ["Kerlavos"]
    assert [each.text for each in quotex.extract(person)[-1].addressee] == ["Kerlavos"]
