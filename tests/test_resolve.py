"""Who the speakers are: each mention is marked in its document with whom it stands for.

``{Anne Roy:elle}`` is the mention *elle* of Anne Roy, ``{?:il}`` one that must stay without a name.
Every mention that an attribution has for its speaker is marked, and nothing else.
"""

from __future__ import annotations

import re

import pytest

from tests.engine import EXTRACTOR

_MARK = re.compile(r"\{([^:{}]+):([^{}]+)\}")

NAMES = [
    # last names, titles with last names, first names alone
    "« Rien ne presse », a déclaré {Anne Roy:Anne Roy}. {Anne Roy:Roy} a promis un vote.",
    "Selon {Anne Roy:Anne Roy}, rien ne presse. {Anne Roy:Mme Roy} a promis un vote.",
    "« Rien ne presse », a dit {Paul Carel:Me Paul Carel}. {Paul Carel:Me Carel} a promis un recours.",
    "{Paul Carel:Le président Paul Carel} a dit vouloir un vote. « C'est fini », a ajouté "
    "{Paul Carel:le président Carel}.",
    "« On verra », glisse {Zoé:Zoé}, 8 ans. {Zoé:Zoé} dit aimer la mer.",
    "Selon {Jean-Paul Sorel:J.-P. Sorel}, tout va bien. Jean-Paul Sorel est né ici.",
    # the full name comes after the short one
    "{Jeanne Kermadec:Kermadec} promet un vote\n\nJeanne Kermadec est là.",
    "{Anne Roy:Roy} promet un vote\n\n« Il faut voter », a déclaré {Anne Roy:Anne Roy}.",
    # particles, names in several parts
    "« Non », a dit {Luc de Lanvaux:Luc de Lanvaux}. {Luc de Lanvaux:M. de Lanvaux} a dit vouloir "
    "partir.",
    "« Rien n'est exclu », a dit {Omar al-Farouki:Omar al-Farouki}.",
    # a letter that is cut off, an initial at the end, an ampersand
    "Le maire Koffi N'Guessan est venu. {Koffi N'Guessan:Le maire} a promis un plan.",
    "Dylan P., 22 ans, est là. « Non », a dit {Dylan P.:Dylan}.",
    "Selon {analystes de Roy & Carel:les analystes de Roy & Carel}, rien ne presse.",
    "Le collectif Terre noire, fondé ici, attend. {Terre noire:L'association} a promis un plan.",
    # a place in the name, what stands behind it, and an ordinary word before it
    "{Institut pour l'étude de la neige:L'Institut pour l'étude de la neige (IEN)} a dit vouloir un vote.",
    "{CISS de Kerlaz:Le CISS de Kerlaz} a dit vouloir un vote. {CISS de Kerlaz:Le CISS} a promis un plan.",
    "Affaire Moral : tout va bien. Luc Sorel est là. {Luc Sorel:Il} a dit vouloir un vote.",
    # a particle with a capital before a name of several parts
    "« C'est non », a tonné leur maire, {El Hadji Malick Fall:El Hadji Malick Fall}, hier.",
    "Au nom du club, {El Hadj Bakary Niang:El Hadj Bakary Niang} a dit vouloir un vote.",
    # names of bodies that begin with what they are, with small words inside
    "Selon {ONG Eau pour Tous:l'ONG Eau pour Tous}, rien ne presse.",
    "{G13:Le G13} estime avoir droit à trois sièges.",
    # who is brought in, and named when taken up
    "{Luc Sorel:Un pompier} a dit vouloir partir. Le pompier, Luc Sorel, est un ancien marin.",
    "« Non », dit {Luc Sorel:un témoin}. Ce témoin vient de loin. Le témoin en question, Luc Sorel, se tait.",
    "« Non », dit {pompier:un pompier}. Le maire, Luc Sorel, se tait.",
    # one by whom the subject is asked is not the subject
    "Interrogé par le juge, {?:il} a dit vouloir partir.",
    "Le projet est présenté par la maire, et {maire:elle} a promis un vote.",
    # whom one has heard
    "Des témoins ont entendu {Paul Darmon:Paul Darmon} crier : « Sortez tous ! »",
    "On a souvent laissé {Anne Roy:Anne Roy} dire que rien ne pressait.",
    # who has spoken as someone's mother stands back behind a person who has a name
    "« Il est prêt », dit {mère:sa mère}. C'est Anne Roy. {?:Elle} promet un vote.",
]

ACRONYMS = [
    "{Fédération des pêcheurs du Ponant:La Fédération des pêcheurs du Ponant (FPP)} a dit vouloir un vote. "
    "{Fédération des pêcheurs du Ponant:La FPP} a promis un recours.",
    "{Fédération des pêcheurs du Ponant:La FPP} a dit vouloir un vote\n\nLa Fédération des pêcheurs du Ponant "
    "(FPP) tient son congrès. {Fédération des pêcheurs du Ponant:La FPP} a promis un recours.",
    "Le congrès de la FPP (Fédération des pêcheurs du Ponant) est fini. "
    "{Fédération des pêcheurs du Ponant:La FPP} a promis un recours.",
    "{Banque centrale européenne:La BCE} a dit vouloir un vote. La Banque centrale européenne attend.",
    # a name of several parts, small words in between
    "Son parti, le Rassemblement pour le Mali (RPM), attend. {Rassemblement pour le Mali:Le RPM} a dit vouloir "
    "un vote.",
    # words without a capital at the end of a name
    "{Groupe pour une Suisse sans armée:Le Groupe} pour une Suisse sans armée (GSsA) a promis un vote. "
    "{Groupe pour une Suisse sans armée:Le GSsA} a promis un recours.",
    # a name at the end of a description, and a function of who is at its head
    "Le président de l'Union des pêcheurs du Ponant (UPP), Luc Moral, est venu. {Union des pêcheurs du Ponant:L'UPP} a "
    "promis un vote. « Non », a dit {Luc Moral:le leader de l'UPP}.",
    # an abbreviation between the function and the name
    "Le ministre des Transports (MTR), Paul Carel, est venu. « C'est dit », a lancé {Paul Carel:le ministre}.",
]

FUNCTIONS = [
    # apposition, attribute, parenthesis, function before the name, and what goes for them later
    "Anne Roy, maire de Kerlaz, est venue. « C'est dit », a lancé {Anne Roy:la maire}.",
    "Le maire de Kerlaz, Paul Carel, est venu. « C'est dit », a lancé {Paul Carel:le maire}.",
    "Anne Roy est la maire de Kerlaz. « C'est dit », a lancé {Anne Roy:la maire}.",
    "Anne Roy (maire de Kerlaz) est venue. « C'est dit », a lancé {Anne Roy:la maire}.",
    "La maire Anne Roy est venue. « C'est dit », a lancé {Anne Roy:la maire de Kerlaz}.",
    "Paul Carel a été élu président du club. {Paul Carel:Le président} a promis un vote.",
    "Née à Lyon, présidente du club, Anne Roy est venue. {Anne Roy:La présidente} a dit vouloir un vote.",
    "Le critique de l'opposition en matière de transports, Paul Carel, attend. "
    "« C'est dit », a-t-{Paul Carel:il} lancé.",
    # synonyms
    "Le ministre russe des Affaires étrangères, Ivan Petrov, est venu. "
    "{Ivan Petrov:Le chef de la diplomatie russe} a dit vouloir un vote.",
    "Le maire de Kerlaz, Paul Carel, est venu. {Paul Carel:Le premier magistrat} a dit vouloir un vote.",
    "La porte-parole du ministère des Affaires étrangères, Anne Roy, est venue. "
    "« Non », a dit {Anne Roy:la porte-parole du Quai d'Orsay}.",
    # a function that no one was given stands for itself
    "Anne Roy, maire de Kerlaz, est venue. {préfet du Ponant:Le préfet du Ponant} a dit vouloir un vote.",
    "Le président, Paul Carel, est là. {directrice du port:La directrice du port} a dit vouloir un vote.",
    # nouns that only point to the one just named
    "Anne Roy étudie les abeilles. « Elles sont là », raconte {Anne Roy:la chercheuse}.",
    "Simone Caradec ouvre la porte. {Simone Caradec:Cette ancienne infirmière} dit aimer le calme.",
    "« Non », a justifié {Anne Roy:Anne Roy} lundi. {Anne Roy:La ministre des Finances} a nié "
    "avoir cédé.",
    "Marek Novak a perdu. « C'est dur », a soufflé {Marek Novak:le Polonais}.",
    "Les ventes de Valtex baissent. Valtex ferme un site. {Valtex:Le groupe} a promis un plan.",
    # a function of many people, not said before, of the one who has just spoken
    "« Non », a dit {Anne Roy:Anne Roy}, déléguée CGT. {Anne Roy:La syndicaliste} a promis une grève.",
    "« Non », a dit {Anne Roy:Anne Roy}, critique en matière de transports. {Anne Roy:La députée du Ponant} a "
    "promis un vote.",
    "Anne Roy est inquiète. Le vote approche. La loi change. « C'est peu », dit {Anne Roy:la députée du Ponant}.",
    "Le journaliste et écrivain Paul Carel est venu. « C'est dit », a lancé {Paul Carel:le journaliste}.",
    # qualities
    "« Non », a dit {Anne Roy:Anne Roy}, maire de Kerlaz. {Anne Roy:La maire sortante} a promis un vote.",
    "« Non », a dit {Luc Moral:le député Luc Moral}. {Luc Moral:L'élu de la majorité} a promis un vote.",
    # but not those of another
    "« Non », a dit {Luc Moral:l'entraîneur lyonnais Luc Moral}. Paul Carel attend. {Paul Carel:Le coach lensois} a "
    "promis un vote.",
    # nor a function of which a place has one, nor a part in a story
    "« Non », a dit {Anne Roy:Anne Roy}, avocate. {maire:La maire} a promis un vote.",
    "« Non », a dit {Anne Roy:Anne Roy}, avocate. {victime:La victime} a promis un recours.",
    # the headline's description
    "{Paul Carel:L'ancien notaire} nie avoir menti\n\nPaul Carel est jugé à Lyon. {Paul Carel:L'ancien notaire} a "
    "promis un recours.",
    "« On ne cédera sur rien », jure {Luc Moral:l'organisateur}\n\n« On ne cédera sur rien », a juré mardi {Luc Moral:Luc Moral}.",
    "Le Kerlazois Luc Moral est là. « Non », dit {Luc Moral:Luc Moral}.",
    # women with the function of men, nouns of capitals, synonyms
    "Le docteur Anne Roy est venue. {Anne Roy:Elle} a promis un rapport.",
    "Valtex Santé, une ONG, est là. {Valtex Santé:L'ONG} a promis un rapport.",
    "« Non », a dit {Anne Roy:Anne Roy}, infirmière à l'hôpital de Kerlaz. {Anne Roy:La soignante} a promis un rapport.",
    "La conseillère d'État Anne Roy est venue. {Anne Roy:La ministre} a promis un vote.",
    "« Non », a dit {Anne Roy:Anne Roy}. {Anne Roy:La socialiste} a promis un vote.",
    # the other one of two
    "Paul Carel, 31 ans, et Luc Moral, 29 ans, sont là. « Oui », a dit {Luc Moral:Luc Moral}. {Paul Carel:Son rival} a "
    "promis un vote.",
    # where they come from
    "Marek Novak a battu l'Autrichien Marcel Roy. {Marcel Roy:Ce dernier} a promis de revenir. « C'est la vie », a lancé "
    "{Marcel Roy:l'Autrichien}.",
    "Luc Moral a gagné. « C'est fou », a soufflé {Luc Moral:le Neuchâtelois}.",
    "{Luc Moral:Luc Moral} (PS) a dit vouloir un vote. {Paul Carel:Paul Carel} (LR) a dit vouloir un débat. "
    "{Luc Moral:Le socialiste} a promis un recours.",
    # what they do or became
    "Anne Roy dirige l'école. Luc Moral attend. « C'est peu », déplore {Anne Roy:la directrice}.",
    "Luc Moral, qui préside le club, est là. Anne Roy attend. « C'est bien », a conclu {Luc Moral:le président}.",
    "Réélu maire en 2020, Luc Moral est venu. {Luc Moral:Le maire} a promis un vote.",
    "Nommée préfète en mai, Anne Roy est venue. {Anne Roy:La préfète} a promis un vote.",
    # a body named in what someone is
    "« Non », a dit {Luc Moral:Luc Moral}, fondateur de la société Valtex. {Valtex:L'entreprise} a promis un plan.",
    # who goes by a party may be either of two
    "Luc Moral est là. Paul Carel attend. {?:Le socialiste} a promis un vote.",
    # a medium has no function
    "Lundi, sur la chaîne Ponant, la ministre, {Anne Roy:Anne Roy}, a dit vouloir un vote. {Anne Roy:La ministre} a promis "
    "un débat.",
    # heads of state, and their counterparts
    "Le président ivoirien Ali Koné a reçu son homologue ghanéen, Kofi Mensah. {Kofi Mensah:Le président ghanéen} a "
    "promis un poste. {Ali Koné:Le chef de l'État ivoirien} a dit vouloir un accord.",
    "Le Kremlin attend. {Kremlin:La présidence russe} a promis une réponse.",
    # kinds of bodies
    "Le groupe Valtex est là. Selon {Ferrier:le cabinet Ferrier}, rien ne presse. {Valtex:L'entreprise} a promis un plan.",
    "Valtex va fermer un site, a annoncé {Valtex:le groupe}.",
    # the article has run into the preposition
    "Paul Carel, avocat général, est là. Aux yeux du {Paul Carel:magistrat}, rien ne presse.",
    # what stands between a function and its name
    "La directrice du port à Kerlaz, {Anne Roy:Anne Roy}, a dit vouloir un vote. {Anne Roy:La directrice} a promis un plan.",
    "{Li Wei:Le doyen}, un certain Li Wei, nie avoir menti. {Li Wei:Le doyen} a promis un vote.",
    "Leur chef de file, l'honorable Paul Carel, est là. {Paul Carel:Le chef de file} a promis un vote.",
    "{Luc Moral:Un expert du port}, l'ingénieur Luc Moral, dit vouloir un vote. {Luc Moral:L'expert} a promis un plan.",
    # one described twice, numbers in names, last names before first names
    "Le suspect, un ancien artisan, est là. {suspect:Il} a promis un vote. {suspect:L'artisan} a dit regretter.",
    "La porte-parole du Canal 7, {Anne Roy:Anne Roy}, a dit vouloir un vote. {Anne Roy:La porte-parole} a promis un plan.",
    "Le président, Bamba Awa Clarisse, est là. {Bamba Awa Clarisse:Elle} a promis un plan.",
    "L'ancien président Luc Moral est là. « C'est faux », a écrit {Luc Moral:l'ex-chef de l'Etat}.",
    "Le capitaine Luc Moral est là. {Luc Moral:L'arrière de 31 ans} a reconnu que tout va bien.",
    "Le préparateur-chef du club, {Luc Moral:Luc Moral}, a dit vouloir un vote.",
    # one of another gender is not meant
    "Un expert mandaté par la cliente, l'ingénieur Luc Moral, est là. {cliente:La cliente} a promis un plan.",
    # how old someone is, who has just been chosen, who is spoken of
    "Luc Moral a marqué. « Je suis ravi », a dit {Luc Moral:l'ouvreur de 22 ans}.",
    "Le club a élu Luc Moral, ancien cadre. {Luc Moral:Le nouveau président} a promis un plan.",
    "Zoé Sorel est là. « Non », a dit {cadre:un cadre}. Quant au conseiller Luc Moral, {Luc Moral:il} a promis un plan.",
    # other words for functions
    "Le ministre Luc Moral est là. À en croire {Luc Moral:le membre du gouvernement}, rien ne presse.",
    "Zoé Sorel attend. Luc Moral, gendarme, est là. {Luc Moral:L'ancien gendarme} a promis un plan.",
    # an expert is none of those who go by another function; a man may have been a driver before
    "Anne Roy, la présidente du tribunal, attend. {expert:L'expert} a dit vouloir un vote.",
    "Paul Carel, le président, attend. Un automobiliste est jugé. {automobiliste:L'homme} a dit regretter.",
    # nor the one who tells of them
    "« L'expert est venu. {expert:L'expert} nous a promis un vote », a dit {Anne Roy:Anne Roy}.",
    # one who is far away, in another headline
    "Luc Moral veut gagner\n\nLe festival ouvre\n\nLa pluie revient\n\nLa mer monte\n\nLe port ferme\n\n"
    "{conducteur:Le conducteur} affirme avoir freiné",
    "Une grève lancée par la FPP-Ponant dure. {FPP-Ponant:Le syndicat} a promis un plan.",
    "L'Institut du Ponant attend. Valtex grandit. {Institut du Ponant:L'Institut du Ponant} a dit vouloir un plan. "
    "{Valtex:Le groupe} a promis un plan.",
    "Valtex grandit. {collectif des riverains:Le collectif des riverains} a promis un recours.",
    "Valtex grandit à Kerlaz. {Valtex:L'organisation} a promis un plan.",
    "La CGT attend. {société portuaire:La société portuaire} a promis un plan.",
    # nous in what a body has published
    "Valtex grandit. Valtex recrute.\n\nLa mer monte.\n\nLe vent souffle. {Valtex:Nous} demandons un vote.",
    # media
    "{Libération:Libération} a promis un vote. Le maire a parlé au Figaro. {Figaro:Le quotidien} a dit vouloir un vote.",
    "Le Figaro a paru. Valtex vend. {Valtex:L'entreprise} a promis un plan.",
    # the first and the second of two
    "Deux plombiers, Luc Sorel et Yann Carel, sont venus. {Luc Sorel:Le premier} assure que tout va bien. "
    "{Yann Carel:Son collègue} promet de revenir.",
    "Luc Sorel et Anne Roy ont joué. « C'est fini », a lancé {Anne Roy:la seconde}.",
    "{premier:Le premier} assure que tout va bien.",
    # functions with an adjective that makes them others
    "Me Anne Roy attend. {avocate générale:L'avocate générale} a promis un vote.",
    "Valtex grandit. {partie civile:La partie civile} a promis un recours.",
    # from one town, and from no other; a town where something happens is no one
    "La députée écologiste Anne Roy est là. {Anne Roy:L'élue quimpéroise} juge que rien ne presse.",
    "Luc Sorel a perdu. « C'est fini », a lancé {Luc Sorel:le Malouin}. « C'est beau », a ironisé {Zurichois:le Zurichois}.",
    "Le club joue à Kerlaz. « C'est fini », a lancé {Nîmoise:la Nîmoise}.",
    # the only woman of the paragraph, when nothing is said of her
    "La mairie est émue par la sortie de Claire Aubry. {Claire Aubry:La ministre du travail} a promis un vote.",
    "La sortie de Claire Aubry émeut.\n\n{ministre du travail:La ministre du travail} a promis un vote.",
    # who has one function is called by no other that names what it is for
    "La cheffe de file du parti, Zoé Roy, attend. Selon {Zoé Roy:elle}, rien ne presse. {échevine de la Mobilité:L'échevine "
    "de la Mobilité} a promis un plan.",
    # a noun that the lexicon does not know, with the complement right before the name
    "Le préparateur-chef des Remparts, Luc Roy, attend. « C'est fini », a dit {Luc Roy:le préparateur-chef}.",
    "La préparatrice-cheffe de la ville, Anne Roy, attend. {ville:La ville} a promis un plan.",
    # two who may be meant
    "Le syndicat Alpha et le syndicat Bravo attendent. {?:L'organisation} a promis une grève.",
    # who is described first, and named afterwards with nothing beside the name; but not one of whom the text
    # says more, nor who is named with someone in between
    "{Anne Roy:La mairesse sortante} a dit vouloir partir. « C'est fini », a ajouté {Anne Roy:Anne Roy}. "
    "{Anne Roy:La maire} a promis un vote.",
    "La mairesse de Kerlaz s'en va\n\n{Anne Roy:La mairesse sortante} a dit vouloir partir. Anne Roy a été élue ici.",
    "Ils ont été reçus par le Premier ministre. {Luc Moral:Luc Moral} a promis un vote. « Il le faut », a dit "
    "{Luc Moral:le chef du gouvernement}.",
    "{maire:Le maire} a dit vouloir partir. {Luc Moral:Luc Moral}, boulanger, a promis un recours.",
    "{maire:Le maire} a dit vouloir partir. Paul Carel, boulanger, attend. {Luc Moral:Luc Moral} a "
    "promis un recours.",
    "{maire:La maire} a dit vouloir partir. {Luc Moral:Luc Moral} a promis un recours.",
    # the same with a comma behind the name, of one of many, with a preposition behind the name
    "« Non », a dit {Anne Roy:la mairesse sortante}. Selon {Anne Roy:Anne Roy}, ce gel coûterait cher.",
    "« Non », a dit {Luc Moral:le premier adjoint au maire}. « C'est écrit », a insisté {Luc Moral:Luc Moral}.",
    "Le proviseur est parti. {Luc Moral:Le proviseur} jure n'avoir rien su. « Non », affirme {Luc Moral:Luc Moral} au "
    "téléphone.",
    # but not of one who speaks of a case in which the one named has a part
    "L'avocat général s'en va. {avocat général:L'avocat général} dit vouloir un vote.\n\nLuc Moral secoue la tête.",
    # several are not the one whom the content names first; someone's own is not who is named later
    "Selon {voisins:les voisins}, Luc Moral, 19 ans, a été battu.",
    "Le Soleil se trompe. Pour {éditorialiste:son éditorialiste}, tout va bien. L'éditorialiste Luc Moral est là.",
    # what someone is accused of is no part of who it is
    "La sénatrice Anne Roy est là. {Luc Moral:Luc Moral} accuse la sénatrice d'avoir renié un accord. {Anne Roy:L'intéressée} a "
    "démenti.",
    # a civil title says nothing of a function
    "La maire s'en va. {Anne Roy:La maire} a dit vouloir un vote. {Anne Roy:Mme Anne Roy} a promis un plan.",
    # an official is no man without a function, but one whose gender does not show is no woman either
    "« C'est non », a dit {Zorbek Sarr:Zorbek Sarr}. La présidente du groupement, Adjaa Khady Ba, est là. Selon "
    "{Adjaa Khady Ba:la dame}, rien ne va.",
    # a function that ends like a place's adjective
    "« Non », a dit {Luc Moral:Luc Moral}. Le gardien Jan Novak a pris le blâme. « C'est dit », a lancé {Jan Novak:le "
    "Tchèque}, auteur d'un livre.",
    # two whom et joins
    "La vieille Odette, le boulanger et moi attendons. « Il viendra », a dit {boulanger:le boulanger}.",
    # complements: a noun that is a verb, too, and words between a function and its complement
    "L'adjointe aux finances, Anne Roy, est venue. {Anne Roy:L'adjointe} a promis un vote.",
    "Le gouverneur par intérim de la Banque du Ponant, Luc Moral, est venu. {Luc Moral:Le gouverneur} a promis un vote.",
    # who leads a body is not the body, nor is Matignon called by who sits there
    "Le secrétaire de l'UPK, Luc Moral, est venu. L'UPK attend. « Non », a dit {Luc Moral:le leader de l'UPK}.",
    "Matignon attend. « Non », a dit {chef du gouvernement:le chef du gouvernement}.",
    # one of whom the text has not said that she is something else
    "Anne Roy, metteuse en scène, est là. « Oui », a dit {Anne Roy:Anne Roy}. Zoé Carel joue la reine. « Non », dit "
    "{Zoé Carel:la comédienne}.",
    # one who has another office, of whom no more is said than a rank
    "La ministre de la Culture, Anne Roy, est là. {Anne Roy:Elle} a dit vouloir partir. {Anne Roy:La porte-parole du parti} a "
    "promis un vote.",
    "« Non », a dit {Luc Moral:le colonel Luc Moral}. {Luc Moral:Le chef de la junte} a promis un vote.",
    # a topic before a colon that is no one
    "Affaire Roy : {ancien trésorier:l'ancien trésorier} nie en bloc\n\nEntendu hier, {ancien trésorier:il} a promis un vote.",
    # by two places, two people
    "« Non », a dit {Luc Moral:Luc Moral}. « Oui », a ajouté {Luc Moral:le Limbourgeois}. {Luc Moral:Il} a dit avoir vu "
    "Paul Carel. {Paul Carel:Le Français} a promis un recours. « Non », a dit {Luc Moral:le Limbourgeois}.",
    # what someone is an expert of, what someone is chosen for, by whom
    "L'expert en balistique est entendu. {expert en balistique:Il} a dit vouloir un vote.",
    "La nomination d'Anne Roy au poste de directrice est sûre. {Anne Roy:La directrice} a promis un vote.",
    "{Luc Moral:Un expert choisi par la cliente}, l'ingénieur Luc Moral, a promis un rapport. « Non », a dit "
    "{Luc Moral:l'expert}.",
    # a phrase between commas, with what belongs to it; how many they are
    "Le suspect, un ancien artisan sans passé judiciaire, est là. « Non », a-t-{suspect:il} dit.",
    "Ses auteurs, quatre experts de l'Igas, sont là. « Non », ont-{experts de l'Igas:ils} dit.",
    # a body is what it is said to be, and no agency that has the news
    "{Navetteurs.be:Navetteurs.be} a promis un recours. La SNCB attend. {SNCB:La société ferroviaire} a promis un vote.",
    "« Non », a déclaré à l'AFP {Luc Moral:Luc Moral}. {société portuaire:La société portuaire} a promis un vote.",
    # bodies inside a description, and whom one heads
    "Une équipe de l'université de Kerlaz est là. {université de Kerlaz:L'université} a promis un vote.",
    "Le PDG de Valtor, Paul Carel, est là. {Valtor:Le groupe} a promis un vote.",
    "Le directeur général de Brivia, Luc Roy, est là. {Brivia:L'opérateur} a promis un vote.",
    "Le Département attend. {collectif:Le collectif} a promis un recours.",
    # no one has "association" for a name
    "Il y va de la liberté d'association. Le collectif Terre noire, fondé ici, est là. {Terre noire:L'association} a promis un plan.",
    # the minister whom the sentence before has named, who has no other office
    "Le plan présenté par Anne Roy est là. {Anne Roy:La ministre} a promis un vote.",
    # those around a minister are not the minister
    "« Non », répète-t-{entourage de la ministre:on} dans l'entourage de la ministre, Anne Roy.",
    # named before an adjunct; a part in a story is no function; a rank and what it is one of
    "{Anne Roy:La ministre} a dit vouloir partir. « C'est fini », a ajouté {Anne Roy:Anne Roy} devant la presse.",
    "Mis en examen pour vol, Luc Moral attend. « Non », dit {Luc Moral:le patron de l'école Brivia}.",
    "Le commissaire Luc Moral est là. {Luc Moral:Le policier} a promis un rapport.",
    "Le vice-président aux finances, Luc Moral, est là. {Luc Moral:Le vice-président} a promis un vote.",
    # a town's adjective is no body
    "« Non », a dit {Anne Roy:Anne Roy}. {Anne Roy:La Valaisanne} a promis un vote. {entreprise suisse:L'entreprise suisse} "
    "a promis un plan.",
    # who is whose in a tale, but not in what someone says
    "Mon oncle Émile attendait. « Tu verras », dit {Émile:mon oncle}.",
    # who stands trial; who is no young man to the court; the counsellor is an élu
    "Luc Moral, 26 ans, a écopé de trois ans. {Luc Moral:Le prévenu} a promis un recours.",
    "Luc Moral est là. « Non », a dit {Paul Carel:l'avocat Paul Carel}. {Luc Moral:Le jeune homme} a promis un recours.",
    "« Non », a dit {Luc Moral:le conseiller Luc Moral}. {Luc Moral:L'élu de Kerlaz} a promis un vote.",
    "« Non », a dit la maire, {Anne Roy:Anne Roy}. {Anne Roy:L'édile} a promis un vote.",
    "Le ministre des Relations avec le Parlement, Luc Moral, est venu. {Luc Moral:Le ministre} a promis un vote.",
    "La présidente (LR) de la région, Anne Roy, est venue. {Anne Roy:La présidente} a promis un vote.",
    "La fondatrice et directrice du club, Anne Roy, est venue. {Anne Roy:La fondatrice} a promis un vote.",
    "La bourgmestre faisant fonction, Anne Roy, est venue. {Anne Roy:La bourgmestre} a promis un vote.",
    "Luc Moral, agriculteur à Kerlaz et président du syndicat, est venu. {Luc Moral:Le président} a promis un vote.",
    "Luc Moral, le très fantasque patron du club, est venu. {Luc Moral:Le patron} a promis un vote.",
    "Élu maire en 2020, Luc Moral est venu. {Luc Moral:Le maire} a promis un vote.",
    # a body by whose name it is a club
    "Le FC Kerlaz a perdu. {FC Kerlaz:Le club} a promis un plan.",
    # how one speaks is no part of who it is
    "Le juge Luc Moral est là. « Non », dit {Luc Moral:le juge} d'une voix sèche.",
]

PRONOUNS = [
    "Anne Roy reçoit Paul Carel. {Anne Roy:Elle} a dit être ravie.",
    "Anne Roy reçoit Paul Carel. {Paul Carel:Il} a dit être ravi.",
    "Paul Carel reçoit Anne Roy, maire de Kerlaz. {Anne Roy:Cette dernière} a dit être ravie.",
    "Selon {Paul Carel:Paul Carel}, rien ne presse. {Paul Carel:L'intéressé} a promis un vote.",
    "« Non », a dit {Anne Roy:Anne Roy}, {Anne Roy:qui} affirme que rien ne presse.",
    "Luc Moral vote. Luc Moral parle.\n\nLa loi vise un détective. {détective:Ce dernier} a promis un vote.",
    "Anne Roy combat l'accusation. {Anne Roy:L'intéressée} a promis un vote.",
    "Un homme est jugé à Kerlaz-Port. {homme:L'intéressé} a promis un vote.",
    "Les habitants sont là. {habitants:Ils} ont dit vouloir un vote.",
    # across paragraphs
    "« Non », a déclaré {Anne Roy:Anne Roy}.\n\n« Rien ne presse », a-t-{Anne Roy:elle} ajouté.\n\n"
    "{Anne Roy:Elle} a promis un vote.",
    # a subject that is no speaker in between
    "Anne Roy est née à Lyon. Elle a enseigné le droit. Le village l'aime. {Anne Roy:Elle} dit "
    "vouloir partir.",
    # an *il* of no one
    "Paul Carel attend. Il faut du temps. Il est probable que rien ne bouge. {Paul Carel:Il} a "
    "promis un vote.",
    # several joined, and what is said of one who has spoken in a relative clause
    "La députée Anne Roy et le sénateur Paul Carel sont là. {Anne Roy et Paul Carel:Ils} ont promis un vote.",
    "Anne Roy a vu Zoé Carel, avec qui elle a travaillé. {Anne Roy:Celle} qui a fondé le club dit vouloir partir.",
    "L'opposition, par la voix de Paul Carel, attend. {Paul Carel:Il} a promis un vote.",
    "Ce dernier attend. Anne Roy a vu Paul Carel. Ce dernier a souri. « C'est dit », a-t-{Paul Carel:il} lancé.",
    "Un homme et une femme sont là. {femme:Elle} a promis un recours.",
    # the pronoun that *et* joins takes up what the first does
    "Un rapport que le maire a présenté à Kerlaz, et {rapport:qui} juge que rien ne presse, est là.",
    "« Non », a dit {Anne Roy:Anne Roy}, de l'université de Kerlaz, {Anne Roy:qui} affirme que rien ne presse.",
    "« Non », a dit {prévenu:le prévenu}, 63 ans, {prévenu:qui} affirme que rien ne presse.",
    # the one who is spoken of, the one of whom something is said, the article run into a preposition
    "Luc Sorel et Yann Carel ont joué. {Luc Sorel:Le premier} assure que tout va bien. Quant au propriétaire, il "
    "ignorait tout. {propriétaire:Il} a promis un vote.",
    "Le prévenu, Luc Sorel, s'est levé. {présidente:La présidente} se demande s'il en était bien l'auteur. {Luc Sorel:L'intéressé} a promis un recours.",
    "Anne Roy a reçu du ministre les plans du centre de Kerlaz. « C'est dit », a lancé {ministre:celui-ci}.",
    # a word with the capital of a sentence is no one
    "« Oui », a dit {Anne Roy:Anne Roy}. Réponse du {public:public} : « Non. » {parti:Le parti} a promis de voter.",
    # what the report tells of does not speak it
    "Anne Roy est là. La politique, dit-{Anne Roy:elle}, rend sourd.",
    "Le père Anselme attend. « Rien ne presse », a-t-{?:elle} dit.",
    # whom the report tells of is the one who speaks
    "Paul Carel sera candidat, a-t-{Paul Carel:il} annoncé.",
    # two who fit as well
    "Paul Carel et Luc Moral ont parlé. {?:Il} a promis un vote.",
    # the noun by which it is called counts
    "Valtex supprime des postes. {Valtex:L'entreprise} a promis un plan. {Valtex:Elle} affirme que rien "
    "ne presse.",
    # who tells a tale is no "il" in it
    "Le vent soufflait. {narrateur:Je} demandai s'il pleuvait. « Oui », dit-{?:il}.",
    # what someone has said
    "Le chef du service, Luc Moral, est là. Selon {Luc Moral:ses} propos, rien ne presse.",
    # who has spoken in the dialogue, though far above
    "— Ils l'ont vendue, dit {Luc:Luc}.\n\n— À qui ? demanda {Anne:Anne}.\n\nLe vent soufflait. Le chien dormait. La nuit "
    "tombait. Le feu brûlait. Le silence revint. Il dura.\n\n— Et alors ? dit-{Anne:elle}.",
    # a function that someone has is no one else; a gender that a pronoun has shown
    "Quand Steeve Roy est rentré, c'était fini. Le revoilà, à titre d'adjoint. « Oui », dit-{Steeve Roy:il}.",
    "Me Sorel eut un geste. Il prit son verre. Il avait connu Luc Moral. « Non », dit-{Sorel:il}.",
    # who is only what another is like, is no one of whom more is told
    "Anne Roy chante. Luc Moral garde d'elle le souvenir d'une élève douée. {Anne Roy:L'intéressée} dit "
    "vouloir partir.",
    "{Luc Moral:Luc Moral} accuse la maire de protéger une amie. {maire:L'intéressée} a démenti.",
    # what a pronoun reports does not make the one named before it more distant
    "Luc Moral écrit au préfet. « Nous avons attendu cette lettre pendant de très longs mois », a répondu "
    "{préfet:ce dernier}.",
    # who is named right after the pronoun, when no one has been before it
    "{Anne Roy:Elle} avait promis de se taire. Anne Roy parle enfin.",
    # a body that has just spoken, called by a noun that shows its gender
    "« C'est cher », dit {Anne Roy:Anne Roy}. {agence de santé:L'agence de santé} promet un plan. Le plan, écrit-{agence de santé:elle}, est prêt.",
    # the verb before a name is no part of it, and the name its object
    "Anne Roy rêve. Jouer Verdi en plein air lui plairait. « Les gens viendront », prédit-{Anne Roy:elle}.",
    # a body that what is said tells of, with an article for several
    "{CFF:Les CFF} présenteront un calendrier « définitif », promettent-{CFF:ils}.",
    # things with a feminine noun are no *ils*
    "Les pêcheurs défilent dans les rues. {pêcheurs:Ils} réclament un vote.",
    # an answer is of the one of whom the sentence before it speaks
    "« Tout va bien », a dit {Luc Moral:Luc Moral}. {Anne Roy:Anne Roy} accuse Jean Carel d'avoir menti. « C'est faux », "
    "a-t-{Jean Carel:il} riposté.",
    # a place at the head of a line does nothing
    "ITALIE – {Chiara Bellanti:La ministre Chiara Bellanti} nie toute fuite\n\nRéfugiée à Malte, {Chiara Bellanti:elle} "
    "assure se soigner.",
    # behind de and a body, qui is the person
    "« Les prix baissent », prévient {Anne Roy:Anne Roy}, de l'institut Vasco, {Anne Roy:qui} s'attend à une récolte "
    "médiocre.",
    # who is only told of in the report, has another name than the one who speaks
    "Anne Roy est là. La politique, dit-{Anne Roy:elle}, rend sourd.",
    # a last name that is a noun, at the beginning of a sentence
    "Luc Boulanger est là. « Non », dit {Jean Roy:Jean Roy}. Boulanger se tait. {Luc Boulanger:Il} a dit vouloir partir.",
    "Luc Marchand est là. « Non », dit {Jean Roy:Jean Roy}. Marchand l'a lu. {Luc Marchand:Il} a dit vouloir partir.",
    # a body called by a noun with its name
    "« C'est cher », dit {Jean Roy:Jean Roy}. {Kyo:Le laboratoire Kyo} rejette ce chiffre. Un accord est proche, "
    "précise-t-{Kyo:il}.",
    # l'intéressée is no one who must stay unknown
    "La maire, Anne Roy, est là. « Non », a lâché {participante:une participante}. {Anne Roy:L'intéressée} a promis un vote.",
]

INSIDE = [
    # je and nous of the one who is quoted; he and she are others
    "Paul Carel est là. « {Paul Carel:Il} m'a promis un vote », a dit {Anne Roy:Anne Roy}.",
    "Paul Carel est parti. « {Paul Carel:Il} disait que tout irait bien », raconte {Anne Roy:Anne Roy}.",
]

PLACES = [
    # on again, in the paragraph of the place that the first one has
    "À la mairie de Kerlaz, {mairie de Kerlaz:on} conteste ce chiffre. Tout serait faux, et {mairie de Kerlaz:l'on} rappelle "
    "que le vote est clos.",
    "À la mairie, {mairie:on} assure que rien ne presse.",
    "Chez Valtex, {Valtex:on} affirme que rien ne presse.",
    "« Rien ne presse », dit-{Élysée:on} à l'Élysée.",
    "Le suspect est écroué, a-t-{parquet de Kerlaz:on} appris mardi à Lyon auprès du parquet de "
    "Kerlaz.",
    "{?:On} dit que le chat est gris.",
    "{?:On} répond que le chat est à Kerlaz.",
]

TALKS = [
    # an interview with names, then initials, before the turns
    "Anne Roy publie un roman sur la mer.\n\n{Le Courrier du Ponant:Le Courrier du Ponant} : "
    "Pourquoi la mer ?\n\n{Anne Roy:Anne Roy} : Parce qu'elle est là.\n\n"
    "{Le Courrier du Ponant:Le Courrier du Ponant} : Et après ?\n\n{Anne Roy:A. R.} : Je verrai "
    "bien.\n\n{Le Courrier du Ponant:Le Courrier du Ponant} : Merci.\n\n{Anne Roy:A. R.} : Merci à "
    "vous.",
    # those who speak and are spoken to are not *il*
    "Anne Roy regarda Paul Carel. Luc Moral dormait.\n\n— Rien ne presse, dit {Paul Carel:Paul "
    "Carel}.\n\n— {Luc Moral:Il} m'a promis un vote, répondit {Anne Roy:Anne Roy}.",
]

HARD = [
    # two of one family name
    "{Marine Le Goff:Mme Le Goff} a dit vouloir un vote. {Luc Le Goff:M. Le Goff} a dit vouloir un débat. Marine Le Goff et "
    "son frère Luc Le Goff sont fâchés.",
    "Zoé Sorel et Luc Sorel tiennent l'hôtel. « On ferme », a dit {Luc Sorel:Luc Sorel}. "
    "{Zoé Sorel:Zoé} a promis de revenir. « Non », a lancé {Luc Sorel:Luc}.",
    # two families
    "Anne Roy et Paul Carel sont voisins. {Anne Roy:Mme Roy} a dit vouloir un vote. {Paul Carel:M. Carel} a dit "
    "vouloir un débat. « C'est tout », a-t-{Paul Carel:il} lancé. « C'est peu », a-t-{Anne Roy:elle} répondu.",
    # an organisation and its head
    "{Valtex:Valtex} a annoncé la fermeture du site. Son président, {Paul Carel:Paul Carel}, a dit "
    "regretter ce choix. {Valtex:Le groupe} a promis un plan.",
    # one who speaks for another
    "Le porte-parole de Paul Carel, {Anne Roy:Anne Roy}, a dit vouloir un vote. {Anne Roy:Elle} a promis un "
    "vote. {Paul Carel:M. Carel} a dit vouloir un débat.",
    # the speaker changes inside a paragraph
    "{Anne Roy:Anne Roy} a dit vouloir un vote. « C'est trop tard », a-t-{Anne Roy:elle} ajouté. Mais "
    "{Paul Carel:Paul Carel} a dit vouloir un débat. « Il est temps », a-t-{Paul Carel:il} lancé. {Anne Roy:Elle} "
    "a répondu que rien ne pressait.",
    # a headline with the last name, a paragraph with the function, a pronoun after it
    "{Anne Roy:Roy} promet un vote\n\nLa maire de Kerlaz a parlé lundi.\n\n« Nous voterons », a "
    "déclaré {Anne Roy:Anne Roy}, la maire.\n\n{Anne Roy:Elle} a dit vouloir un débat.",
    # a person and a place of one name
    "Paul Lyon habite à Lyon. « J'aime Lyon », a dit {Paul Lyon:M. Lyon}.",
    # an absolute clause, a relative
    "Jacques Moral étant mort, c'est Paul Carel qui répond. « Non », a-t-{Paul Carel:il} répété.",
    # those who speak together
    "{Anne Roy et Paul Carel:Anne Roy et Paul Carel} ont dit vouloir un vote. « C'est fini », ont-"
    "{Anne Roy et Paul Carel:ils} lancé.",
    # a new person of the same function
    "Anne Roy, maire de Kerlaz, et Luc Moral, maire de Plouval, sont là. {Anne Roy:La maire de "
    "Kerlaz} a dit vouloir un vote. {Luc Moral:Le maire de Plouval} a dit vouloir un débat.",
    # a description inside a description
    "L'équipe d'Anne Roy est arrivée. « Tout va bien », a dit {Anne Roy:Roy}.",
]


def _read(marked: str) -> tuple[str, dict[tuple[int, int], str | None]]:
    """The text without marks, and the name that is expected for each marked mention."""
    text, expected, last = "", {}, 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        start = len(text)
        text += mark[2]
        expected[start, len(text)] = None if mark[1] == "?" else mark[1]
        last = mark.end()
    return text + marked[last:], expected


@pytest.mark.parametrize(
    "marked", [*NAMES, *ACRONYMS, *FUNCTIONS, *PRONOUNS, *INSIDE, *PLACES, *TALKS, *HARD]
)
def test_mentions_lead_to_whom_they_stand_for(marked: str) -> None:
    text, expected = _read(marked)
    found = {
        (record.speaker.mention.start, record.speaker.mention.end): record.speaker.name
        for record in EXTRACTOR.extract(text)
        if record.speaker.mention is not None
    }
    assert found == expected


# turns and quotations to which no words give a speaker: whose they are, in the order of the text
UNMARKED = [
    (
        "Rencontre avec Anne Roy\n\nElle vit sur l'île.\n\n— Vous aimez la mer.\n\n— Oui, je l'aime.\n\n"
        "— Et le vent.\n\n— Je l'aime moins.",
        [None, "Anne Roy", None, "Anne Roy"],
    ),
    (
        "Rencontre avec Anne Roy\n\nElle vit avec Luc Moral.\n\n— Vous aimez la mer.\n\n— Oui, je l'aime.\n\n"
        "— Et le vent.\n\n— Je l'aime moins.",
        [None, None, None, None],
    ),
    (
        "Le violon d'Anne Roy\n\nOn la croit froide.\n\n« Non », répond-elle.",
        ["Anne Roy"],
    ),
    (
        "Kerlaz-Port : « On a joué avec la peur au ventre »\n\nLe match est fini. « On a joué avec la "
        "peur au ventre », a dit Anne Roy.",
        ["Anne Roy", "Anne Roy"],
    ),
    (
        "L'entretien avec Anne Roy, maire de Kerlaz\n\nQ. – La mer monte-t-elle ?\n\nR. – Oui, un "
        "peu.\n\nQ. – Faut-il partir ?\n\nR. – Non, il faut attendre.\n\nPropos recueillis par "
        "Luc Moral",
        ["Luc Moral", "Anne Roy", "Luc Moral", "Anne Roy"],
    ),
    (
        "Zoé entra. Le vieux Carel comptait ses sous.\n\n— Nous partons, dit Carel.\n\n— Je ne viens "
        "pas pour boire, dit Zoé.\n\n— Alors pourquoi ?\n\n— Pour la lettre.",
        ["Carel", "Zoé", "Carel", "Zoé"],
    ),
    (
        "« La mer nous rend ce qu'on lui donne »\n\nAnne Roy vit sur l'île.\n\n« La mer nous rend "
        "ce qu'on lui donne, dit Anne Roy. Rien de plus. »",
        ["Anne Roy", "Anne Roy"],
    ),
    (
        "Roy : « Il faut voter »\n\nAnne Roy a dit vouloir un vote.",
        ["Anne Roy", "Anne Roy"],
    ),
    ("Inondations : « On a tout perdu »\n\nLe quai est fermé.", [None]),
    (
        "Selon la maire, Anne Roy, rien ne presse : « Nous avons tout le temps. »",
        ["Anne Roy", "Anne Roy"],
    ),
    # the other one of a dialogue is who spoke in it, not who is told of in between
    (
        "— Ils l'ont vendue, dit Luc.\n\n— À qui ? demanda Anne.\n\nElle attendait. Le notaire lui avait juré que rien ne "
        "se ferait.\n\n— Regarde-moi, dit Luc.\n\n— Non, pas cette fois.",
        ["Luc", "Anne", "notaire", "Luc", "Anne"],
    ),
    # a colon behind a sentence that tells of one person
    (
        "La visite du jardin de Luc Roy est un grand moment : « On y partage une passion. »",
        ["Luc Roy"],
    ),
    ("La visite que fait Luc Roy à Anne Sorel est attendue : « On y parle de tout. »", [None]),
    # a quotation that the next sentence gives to someone, and one below what the text is about
    ("« Rien ne presse, et rien n'est dit. » La phrase est d'Anne Roy, la maire.", ["Anne Roy"]),
    (
        "Liège : le tram a du retard\n\n« Rien ne presse, et rien n'est dit. » Le vent souffle sur les quais.",
        [None],
    ),
    # who signs an article
    (
        "On ferme les écoles. Je propose de voter.\n\nLe temps presse ici.\n\nAnne Roy, professeure",
        ["Anne Roy"],
    ),
    (
        "« Rien ne presse », a déclaré Anne Roy. « Nous avons tout le temps. »",
        ["Anne Roy", "Anne Roy"],
    ),
]


@pytest.mark.parametrize(("text", "names"), UNMARKED)
def test_turns_and_lone_quotations_have_a_speaker(text: str, names: list[str | None]) -> None:
    assert [record.speaker.name for record in EXTRACTOR.extract(text)] == names


# the last attribution's type, gender, role and resolution
KINDS = [
    ("« Non », a dit Anne Roy, maire de Kerlaz.", "person", "f", "maire de Kerlaz", "named"),
    ("« Non », a dit le maire, Paul Carel.", "person", "m", "le maire", "named"),
    ("« Non », a dit Dominique Roy.", "person", None, None, "named"),
    ("« Non », a dit M. Dominique Roy.", "person", "m", None, "named"),
    ("Dominique Roy est là. « Non », a-t-elle dit.", "person", "f", None, "pronoun"),
    ("« Non », a dit la maire.", "person", "f", "la maire", "description"),
    ("« Non », a dit l'ancienne ministre.", "person", "f", "l'ancienne ministre", "description"),
    ("« Non », ont dit les élus.", "group", None, None, "description"),
    ("« Non », a dit la fédération.", "organisation", None, None, "description"),
    ("Moscou a promis un vote.", "place", None, None, "named"),
    ("La Maison-Blanche a promis un vote.", "place", None, None, "named"),
    ("Selon un rapport de la cour, rien ne presse.", "document", None, None, "description"),
    ("« Non », a dit une source proche du dossier.", "anonymous", None, None, "description"),
    ("On dit que rien ne presse.", "anonymous", None, None, "none"),
    ("« Non », ont dit Anne Roy et Zoé Carel.", "group", "f", None, "named"),
    ("« Non », ont dit Anne Roy et Paul Carel.", "group", None, None, "named"),
    ("Selon Anne Roy, rien ne presse. « Non », a dit Roy.", "person", "f", None, "short-name"),
    (
        "Anne Roy a dit vouloir un vote, ajoutant que rien ne presse.",
        "person",
        "f",
        None,
        "understood",
    ),
    ("« Non, rien », a dit Anne Roy. « Nous avons le temps. »", "person", "f", None, "context"),
]


@pytest.mark.parametrize(("text", "kind", "gender", "role", "resolution"), KINDS)
def test_speakers_have_a_type_a_gender_and_a_role(
    text: str, kind: str, gender: str | None, role: str | None, resolution: str
) -> None:
    speaker = EXTRACTOR.extract(text)[-1].speaker
    assert (speaker.type, speaker.gender, speaker.role, speaker.resolution) == (
        kind,
        gender,
        role,
        resolution,
    )
