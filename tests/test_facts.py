"""What documents say of themselves, and what of them is furniture."""

from __future__ import annotations

from datetime import date

import pytest

from quotex.circumstances.calendar import Calendar
from quotex.document.document_rules import DocumentPatterns, DocumentRules
from quotex.document.facts import Facts, FactsReader

READER = FactsReader.load()
TITLE = "Le bac de Port-Lanval reprend du service\n\n"
BODY = "Le bac a repris ses rotations, a annoncé mardi la maire, Zoé Lanval.\n"


def furniture(text: str, facts: Facts) -> list[str]:
    return [text[start:end] for start, end in facts.furniture]


# Opening of the first paragraph: date, place, source.
DATELINES = [
    (
        "Port-Lanval, 3 mai 2016 (Agence du Ponant) - ",
        "2016-05-03",
        "Port-Lanval",
        "Agence du Ponant",
    ),
    ("PORT-LANVAL, 3 mai 2016 (AFP) — ", "2016-05-03", "PORT-LANVAL", "AFP"),
    ("PARIS (AP) — ", None, "PARIS", "AP"),
    ("DUBAÏ, 17 jan 2022 (Reuters) - ", "2022-01-17", "DUBAÏ", "Reuters"),
    ("Brest, 3 sept 2019 (AFP) - ", "2019-09-03", "Brest", "AFP"),
    ("Nations unies (Etats-Unis), 12 nov 2021 (AFP) - ", "2021-11-12", "Nations unies", "AFP"),
    ("PARIS, (Reuters) - ", None, "PARIS", "Reuters"),
    ("Paris, le 3 mai 2016 - ", "2016-05-03", "Paris", None),
    ("Paris, mardi 3 mai 2016 (AFP) – ", "2016-05-03", "Paris", "AFP"),
    (
        "Saint-Pierre-et-Miquelon, le 1er mai 2016 (ats/afp) - ",
        "2016-05-01",
        "Saint-Pierre-et-Miquelon",
        "ats/afp",
    ),
    ("La Chaux-de-Fonds (ats) ", None, "La Chaux-de-Fonds", "ats"),
    ("BRUXELLES (Belga) ", None, "BRUXELLES", "Belga"),
    ("QUÉBEC, le 3 mai 2016 /CNW/ - ", "2016-05-03", "QUÉBEC", "CNW"),
    ("(AFP) - ", None, None, "AFP"),
    ("AFP - ", None, None, "AFP"),
    ("(Rimouski) ", None, "Rimouski", None),
    ("RIMOUSKI — ", None, "RIMOUSKI", None),
    ("OTTAWA | ", None, "OTTAWA", None),
    ("3 mai 2016. - ", "2016-05-03", None, None),
    ("1er mai 2016. – ", "2016-05-01", None, None),
    ("3 mai 2016, Espagne. - ", "2016-05-03", "Espagne", None),
    ("3 mai 2016. - Genève - ", "2016-05-03", "Genève", None),
    ("Mardi 3 mai 2016 – ", "2016-05-03", None, None),
    ("Lomé, le 3 mai 2016 (Savane Info) – ", "2016-05-03", "Lomé", "Savane Info"),
    ("Port-Lanval, le 3 mai 2016. ", "2016-05-03", "Port-Lanval", None),
    ("03.05.2016 | ", "2016-05-03", None, None),
    ("2016-05-03 - ", "2016-05-03", None, None),
]


@pytest.mark.parametrize(("opening", "day", "place", "source"), DATELINES)
@pytest.mark.parametrize("title", [TITLE, ""])
def test_dateline(
    title: str, opening: str, day: str | None, place: str | None, source: str | None
) -> None:
    text = title + opening + BODY
    facts = READER.read(text)
    assert furniture(text, facts) == [opening]
    assert (facts.info.date, facts.info.place, facts.info.source) == (day, place, source)
    assert facts.info.title == (title.strip() or None)


# Lines of their own: the date that they tell.
DATE_LINES = [
    ("03/05/16 à 15:13 - Mise à jour à 15:13", "2016-05-03"),
    ("Publié le 3 mai 2016 à 15h13, modifié le 4 mai 2016 à 9h00", "2016-05-03"),
    ("Mis à jour le 4 mai 2016 à 09:00 | Publié le 3 mai 2016", "2016-05-03"),
    ("Mis à jour le 4 mai 2016 à 09:00", "2016-05-04"),
    ("Publié: 03.05.2016, 11h43", "2016-05-03"),
    ("Publié le mardi 3 mai 2016 à 15 h 13", "2016-05-03"),
    ("Mis en ligne le 03-05-2016", "2016-05-03"),
    ("Publié le 2016-05-03", "2016-05-03"),
    ("Date de publication : 2016/05/03", "2016-05-03"),
    ("Article publié le 3 mai 2016", "2016-05-03"),
    ("Le 3 mai 2016", "2016-05-03"),
    ("mardi 3 mai 2016", "2016-05-03"),
    ("3 MAI 2016", "2016-05-03"),
    ("3/5/2016 15:13", "2016-05-03"),
    ("Par Zoé Lanval, le 3 mai 2016", "2016-05-03"),
    ("Par Zoé Lanval | 3 mai 2016 à 15:13", "2016-05-03"),
    ("Propos recueillis par Zoé Lanval le 3 mai 2016", "2016-05-03"),
    ("La chronique de Zoé Lanval, 3 mai 2016", "2016-05-03"),
    ("Par Zoé Lanval et Hugo d'Arvor", None),
    ("Mise à jour à 15:13", None),
]


@pytest.mark.parametrize(("line", "day"), DATE_LINES)
def test_date_line(line: str, day: str | None) -> None:
    text = f"{TITLE}{line}\n\n{BODY}"
    facts = READER.read(text)
    assert furniture(text, facts) == [line]
    assert facts.info.date == day
    assert facts.info.title == TITLE.strip()


@pytest.mark.parametrize(
    "line",
    [
        "Abonnez-vous",
        "Alep, vue du fort © Agence du Ponant",
        "Commentaires (12)",
        "Communiqué de presse",
        "Contact presse : Zoé Lanval, zoe@lanval.example",
        "En savoir plus sur:",
        "Lire aussi :",
        "Mots-clés : bac, port, Lanval",
        "Nos partenaires",
        "Partager sur Facebook",
        "Photo : Zoé Lanval",
        "Temps de lecture : 3 min",
        "hk/mlg/ap",
        "© Agence du Ponant",
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_line_of_the_page(line: str, place: str) -> None:
    text = f"{TITLE}{line}\n\n{BODY}" if place == "before" else f"{TITLE}{BODY}\n{line}\n"
    assert furniture(text, READER.read(text)) == [line]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Afp", "Afp"),
        ("Source : Agence du Ponant", "Agence du Ponant"),
        ("Sources : AFP, Reuters", "AFP, Reuters"),
        ("(Source AFP)", "AFP"),
        ("(AFP)", "AFP"),
        ("AFP", "AFP"),
        ("Zoé Lanval, avec AFP", "AFP"),
        ("(avec AFP)", "AFP"),
    ],
)
def test_credit(line: str, source: str) -> None:
    text = f"{TITLE}{BODY}\n{line}\n"
    facts = READER.read(text)
    assert furniture(text, facts) == [line]
    assert facts.info.source == source


def test_credit_after_the_last_sentence() -> None:
    text = f"{TITLE}{BODY.strip()} (AFP)\n"
    facts = READER.read(text)
    assert furniture(text, facts) == [" (AFP)"]
    assert facts.info.source == "AFP"


def test_correspondent_tells_the_place() -> None:
    text = f"{TITLE}De notre correspondante à Port-Lanval\n\n{BODY}"
    facts = READER.read(text)
    assert facts.info.place == "Port-Lanval"
    assert furniture(text, facts) == ["De notre correspondante à Port-Lanval"]


def test_label_is_set_aside_and_not_what_follows() -> None:
    text = f"{TITLE}{BODY}\nLire aussi : le bac coûte trop cher, juge Hugo d'Arvor\n"
    assert furniture(text, READER.read(text)) == ["Lire aussi :"]


def test_update_in_the_middle() -> None:
    update = "Mise à jour — 16:50 (UTC) : "
    text = f"{TITLE}{BODY}\n" + f"{BODY}\n" * 12 + update + BODY
    assert furniture(text, READER.read(text)) == [update]


# No furniture at all, and no facts.
TEXT_ONLY = [
    "Publié le 3 mai 2016, le livre raconte la vie de Zoé Lanval.",
    "Paris, 3 mai 2016, la ville se réveille.",
    "Lanval - Le maire ne veut pas du bac.",
    "Mardi, la maire a parlé.",
    "Le 3 mai 2016, la maire a parlé.",
    "Italie",
    "Zoé Lanval — Nous reprendrons en juin.",
    "Source inépuisable de querelles, le bac a repris.",
    "Dossier : la maire contre-attaque",
    "Photo de famille au port.",
    "Partager ne suffit pas, estime Zoé Lanval.",
    "« Mise à jour », a-t-elle dit.",
    "Avec Zoé Lanval",
    "Par ailleurs, la maire a parlé.",
    "Après le 3 mai - c'est sûr - la maire parlera.",
]


@pytest.mark.parametrize("line", TEXT_ONLY)
def test_text_is_no_furniture(line: str) -> None:
    text = f"{TITLE}{line}\n\n{BODY}"
    facts = READER.read(text)
    assert furniture(text, facts) == []
    assert (facts.info.date, facts.info.place, facts.info.source) == (None, None, None)


def test_turns_in_capitals_are_no_cities() -> None:
    text = f"{TITLE}LE PHARE — Pourquoi ce bac ?\n\nZOÉ LANVAL — Parce qu'il le faut.\n"
    facts = READER.read(text)
    assert facts.info.place is None
    assert facts.furniture == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (TITLE + BODY, "Le bac de Port-Lanval reprend du service"),
        ("# Le bac reprend\n\n" + BODY, "Le bac reprend"),
        ("Qui veut du bac ?\n\n" + BODY, "Qui veut du bac ?"),
        ("« Non ! »\n\n" + BODY, "« Non ! »"),
        ("En direct : le bac reprend\n\n" + BODY, "En direct : le bac reprend"),
        ("Communiqué de presse\n\nLe bac reprend\n\n" + BODY, "Le bac reprend"),
        ("Le bac reprend\n3 mai 2016\n\n" + BODY, "Le bac reprend"),
        ("\r\nLe bac reprend\r\n\r\n" + BODY, "Le bac reprend"),
        ("Le bac reprend\n" + BODY, None),
        ("Le bac a repris.\n\n" + BODY, None),
        ("— Le bac reprend\n\n" + BODY, None),
        ("Le bac reprend", None),
        ("Port-Lanval, 3 mai 2016 (AFP) - Le bac reprend\n\n" + BODY, None),
        ("", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert READER.read(text).info.title == title


FRONT = "---\ntitle: Le bac reprend\ndate: 2016-05-03\nlieu: Port-Lanval\nsource: AFP\n---\n\n"


def test_front_matter() -> None:
    text = FRONT + BODY
    facts = READER.read(text, path="bac.md")
    assert facts.info.to_dict() == {
        "path": "bac.md",
        "title": "Le bac reprend",
        "date": "2016-05-03",
        "place": "Port-Lanval",
        "source": "AFP",
    }
    assert furniture(text, facts) == [FRONT.removesuffix("\n")]


@pytest.mark.parametrize(
    "block",
    [
        "---\na: [\n---\n",
        "---\nrien\n---\n",
        "---\nrien\n",
        pytest.param("---\n" + "[" * 10_000 + "\n---\n", id="too deep"),
        pytest.param("---\ntitle: 0x" + "f" * 5_000 + "\n---\n", id="a number"),
        "---\na: !!bool rien\n---\n",
    ],
)
def test_front_matter_that_is_none(block: str) -> None:
    assert READER.read(block + BODY).info.date is None


@pytest.mark.parametrize("written", ["3 mai 2016", "2016-05-03T10:00:00Z", "'03/05/2016'"])
def test_date_of_front_matter(written: str) -> None:
    assert READER.read(f"---\ndate: {written}\n---\n{BODY}").info.date == "2016-05-03"


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2016-05-03_bac.txt", "2016-05-03"),
        ("textes/bac-2016-05-03-17.txt", "2016-05-03"),
        ("20160503-bac.txt", "2016-05-03"),
        ("bac_2016.05.03.txt", "2016-05-03"),
        ("2016-05-03/bac.txt", None),
        ("bac-2016-13-03.txt", None),
        ("120160503.txt", None),
        ("bac.txt", None),
    ],
)
def test_date_of_file_name(path: str, day: str | None) -> None:
    assert READER.read(BODY, path=path).info.date == day


def test_order_of_dates() -> None:
    line, front = "Publié le 2 mai 2016\n\n", "---\ndate: 2016-05-03\n---\n"
    path = "2016-05-04.txt"
    assert READER.read(front + line + BODY, date=date(2016, 5, 1), path=path).info.date == (
        "2016-05-01"
    )
    assert READER.read(front + line + BODY, path=path).info.date == "2016-05-02"
    assert READER.read(front + BODY, path=path).info.date == "2016-05-03"
    assert READER.read(BODY, path=path).info.date == "2016-05-04"
    assert READER.read(BODY).info.date is None


def test_date_line_without_year_takes_it_from_the_file_name() -> None:
    text = TITLE + "Paris, 30 avril (AFP) - " + BODY
    assert READER.read(text).info.date is None
    assert READER.read(text, path="2016-05-03.txt").info.date == "2016-04-30"


def test_edition_in_the_title() -> None:
    text = "Les titres du mercredi 4 mai 2016\n\nLe bac reprend\n\nLe pont ferme\n"
    facts = READER.read(text)
    assert facts.info.date == "2016-05-04"
    assert facts.furniture == ()


def test_page_with_everything() -> None:
    text = (
        "La maire promet un bac « dans les prochains jours »\n\n"
        "04/05/16 à 10:02 - Mise à jour à 10:30\n\n"
        "Source: Agence du Ponant\n\n"
        f"{BODY}\n"
        "Le port de Lanval © Zoé Lanval\n\n"
        "« Nous y tenons », a-t-elle dit.\n\n"
        "En savoir plus sur:\n\nNos partenaires"
    )
    facts = READER.read(text)
    assert facts.info.title == "La maire promet un bac « dans les prochains jours »"
    assert (facts.info.date, facts.info.source) == ("2016-05-04", "Agence du Ponant")
    assert furniture(text, facts) == [
        "04/05/16 à 10:02 - Mise à jour à 10:30",
        "Source: Agence du Ponant",
        "Le port de Lanval © Zoé Lanval",
        "En savoir plus sur:",
        "Nos partenaires",
    ]


def test_offsets_hold_with_crlf_and_hard_spaces() -> None:
    text = (
        "Le bac reprend\r\n\r\nParis, le\u00a03\u00a0mai\u00a02016 (AFP)\u00a0– "
        "« Oui », a dit Zoé.\r\n"
    )
    facts = READER.read(text)
    assert furniture(text, facts) == ["Paris, le\u00a03\u00a0mai\u00a02016 (AFP)\u00a0– "]
    assert facts.info.date == "2016-05-03"


def test_reading_is_fast_on_hostile_lines() -> None:
    lines = ["- " * 3000, "Le " * 3000, "(" * 5000, "A" * 9000, "Paris, " * 2000]
    READER.read("\n\n".join(lines))


def test_words_of_the_rules_are_used() -> None:
    rules = DocumentRules.load()
    forms = [
        *rules.published,
        *rules.modified,
        *rules.bylines,
        *rules.editions,
        *rules.hours,
        *rules.places,
        *rules.credits,
        *rules.lines,
        *rules.starts,
    ]
    for name in rules.words:
        assert any(f"{{{name}}}" in form for form in (*forms, "{agency}")), name
    assert DocumentPatterns(rules, Calendar.load().rules).front_matter.title
