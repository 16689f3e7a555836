"""The conjugation, checked form by form against the grammars."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from quotex.words.conjugate import Form, Paradigms, UnknownVerb

FOLDER = Path(__file__).parents[1] / "rules" / "paradigms"

FORMS = """
    dire            pres      2p  dites
    dire            past      3s  dit
    dire            pp        fp  dites
    contredire      pres      2p  contredisez
    faire           pres      3p  font
    faire           subj      3s  fasse
    faire           fut       3p  feront
    aller           pres      3p  vont
    aller           cond      3s  irait
    aller           imp       2s  va
    avoir           past      3s  eut
    avoir           ppr       -   ayant
    avoir           subj      3s  ait
    être            impf      3p  étaient
    être            pp        ms  été
    être            subj-impf 3s  fût
    pouvoir         pres      1s  peux puis
    pouvoir         cond      3s  pourrait
    devoir          pp        ms  dû
    devoir          pp        fs  due
    vouloir         imp       2p  veuillez voulez
    prétendre       pres      3s  prétend
    admettre        past      3s  admit
    admettre        pp        fs  admise
    reconnaître     pres      3s  reconnaît reconnait
    reconnaître     inf       -   reconnaître reconnaitre
    reconnaitre     pres      3p  reconnaissent
    apparaître      fut       3s  apparaîtra apparaitra
    naître          past      3p  naquirent
    plaire          pres      3s  plaît plait
    croître         pres      3s  croît
    accroître       pres      3s  accroît accroit
    écrire          past      3p  écrivirent
    écrire          pp        fs  écrite
    prévoir         fut       3s  prévoira
    revoir          fut       3s  reverra
    promettre       pres      3s  promet
    convenir        past      3s  convint
    convenir        fut       3s  conviendra
    rétorquer       pres      3s  rétorque
    répondre        pres      3s  répond
    annoncer        pres      1p  annonçons
    annoncer        past      3s  annonça
    exiger          impf      3s  exigeait
    exiger          past      3p  exigèrent
    répéter         pres      3s  répète
    répéter         fut       3s  répétera répètera
    céder           fut       1s  céderai cèderai
    siéger          fut       3s  siégera siègera
    révéler         pp        fs  révélée
    marteler        pres      3s  martèle
    rappeler        pres      3s  rappelle
    rappeler        fut       3s  rappellera
    ruisseler       pres      3s  ruisselle ruissèle
    rejeter         pres      3p  rejettent
    acheter         fut       3s  achètera
    appuyer         pres      3s  appuie
    payer           pres      3s  paie paye
    envoyer         fut       3s  enverra
    conclure        past      3s  conclut
    conclure        pp        fs  conclue
    inclure         pp        fs  incluse
    asséner         pres      3s  assène
    asséner         pp        ms  asséné assené
    assener         impf      3s  assénait assenait
    enchaîner       pres      3s  enchaîne enchaine
    arguer          pres      3s  argue argüe
    interpeller     past      3s  interpella interpela
    enquérir        pres      3s  enquiert
    enquérir        pp        fp  enquises
    plaindre        pres      3s  plaint
    plaindre        impf      3p  plaignaient
    craindre        pp        ms  craint
    démentir        pp        mp  démentis
    sentir          pres      3s  sent
    clore           pres      3s  clôt clot
    clore           pp        fs  close
    asseoir         pres      3s  assoit assied
    falloir         pres      3s  faut
    résoudre        pp        fs  résolue
    battre          pres      3s  bat
    nuire           pp        ms  nui
    sourire         past      3s  sourit
    s'étrangler     pres      3s  !
    falloir         pres      1s  !
    pouvoir         pp        fs  !
    clore           past      3s  !
    tweeter         past      3s  tweeta
    retweeter       pres      3p  retweetent
    recadrer        pres      3s  recadre
    surréagir       past      3p  surréagirent
"""
ROWS = [line.split() for line in FORMS.strip().splitlines()]


@pytest.fixture(scope="module")
def paradigms() -> Paradigms:
    return Paradigms.load(FOLDER / "verbs.yaml")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row[:3]))
def test_form(paradigms: Paradigms, row: list[str]) -> None:
    verb, tense, person, *expected = row
    if verb not in paradigms:
        assert expected == ["!"]
        return
    place = (tense, person.strip("-"))
    found = [form.text for form in paradigms.forms(verb) if (form.tense, form.person) == place]
    assert found == [text for text in expected if text != "!"]


def test_all_that_the_library_knows_is_there(paradigms: Paradigms) -> None:
    assert len(paradigms) > 7000
    assert (FOLDER / "verbs.yaml").stat().st_size < 500_000
    assert all(verb in paradigms for verb in ("abaisser", "zozoter", "rasséréner", "fustiger"))


def test_unknown_verb_names_near_ones(paradigms: Paradigms) -> None:
    with pytest.raises(UnknownVerb, match=r'unknown verb "declarer".*déclarer') as caught:
        paradigms.forms("declarer")
    assert "déclarer" in caught.value.nearest
    with pytest.raises(UnknownVerb, match="xyzzyer"):
        paradigms.forms("instagramer", like="xyzzyer")


def test_like_conjugates_an_invented_verb(paradigms: Paradigms) -> None:
    forms = paradigms.forms("fédiverser", like="parler")
    assert Form("fédiversait", "impf", "3s") in forms
    assert Form("fédiversées", "pp", "fp") in forms
    assert len(forms) == len(paradigms.forms("parler"))
    assert Form("gazouillette", "pres", "3s") in paradigms.forms("gazouilleter", like="jeter")


def test_like_must_end_alike(paradigms: Paradigms) -> None:
    with pytest.raises(ValueError, match="does not end in -ir"):
        paradigms.forms("fédiverser", like="finir")


def test_no_form_comes_twice(paradigms: Paradigms) -> None:
    for verb in ("asséner", "enchaîner", "reconnaître", "interpeller", "dire"):
        forms = paradigms.forms(verb)
        assert len(set(forms)) == len(forms)
    assert paradigms.forms("enchaîner") == paradigms.forms("enchainer")


def test_auxiliaries(paradigms: Paradigms) -> None:
    assert paradigms.auxiliaries("dire") == ("avoir",)
    assert paradigms.auxiliaries("venir") == ("être",)
    assert paradigms.auxiliaries("apparaitre") == paradigms.auxiliaries("apparaître") == ("être",)
    assert paradigms.auxiliaries("convenir") == ("avoir", "être")


def test_committed_file_is_up_to_date() -> None:
    pytest.importorskip("pyrealb", reason="the conjugation library is in the dev extra only")
    build = runpy.run_path(str(FOLDER / "build.py"))["build"]
    assert build() == (FOLDER / "verbs.yaml").read_text(encoding="utf-8")
