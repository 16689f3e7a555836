"""The packs that come with the program: nothing but rule files, each with its own proof."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.rulefiles.compile import Compiler
from quotex.rulefiles.rulefile import RuleFile
from quotex.rulefiles.rulesources import packs, sources
from quotex.rulefiles.rulespath import builtin_rules
from quotex.rulefiles.ruletest import RuleTester
from quotex.rulefiles.yamlio import read_yaml
from quotex.words.conjugate import Paradigms
from tests.engine import EXTRACTOR

NAMES = sorted(packs())
FICTION = read_yaml(packs()["fiction"], RuleFile)
PARADIGMS = Paradigms.load(builtin_rules() / "paradigms" / "verbs.yaml")


def test_there_are_packs() -> None:
    assert NAMES == ["fiction", "quebec", "suisse"]


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_of_a_pack_has_examples_that_hold(name: str) -> None:
    compiler = Compiler(sources([name]))
    compiled = compiler.compiled(EXTRACTOR.compiled)
    book = compiler.book
    tester = RuleTester(compiled, book.rules.values(), book.macros)
    (path,) = sources([name]).own
    own = [rule for rule in book.rules.values() if path in book.files_of(rule)]
    assert own
    for rule in own:
        assert rule.examples, rule.id
        assert rule.counter_examples, rule.id
        failed = [outcome for outcome in tester.outcomes(rule) if outcome.is_failure]
        assert not failed, (rule.id, [outcome.text for outcome in failed])


INCISES = [entry.verb for entry in FICTION.verbs]


@pytest.fixture(scope="module")
def fiction() -> Extractor:
    return Extractor(["fiction"])


@pytest.mark.parametrize("verb", INCISES)
def test_the_verbs_of_fiction_stand_in_incises(verb: str, fiction: Extractor) -> None:
    pronominal = verb.startswith(("se ", "s'"))
    bare = verb.removeprefix("se ").removeprefix("s'")
    past = next(
        form.text for form in PARADIGMS.forms(bare) if (form.tense, form.person) == ("past", "3s")
    )
    elided = "s'" if verb.startswith("s'") else "se "
    cue = f"{elided * pronominal}{past}{'-t-' if past[-1] not in 'td' else '-'}il"
    (found,) = fiction.extract(f"« Venez par ici », {cue}.")
    assert found.cue is not None
    assert (found.rule, found.cue.text, found.cue.lemma) == ("incise-clitic", cue, verb)
    assert found.content.text == "Venez par ici"


PRESS = "« On verra » : Paul Ségur\n\nLe ministre a dit que le vent tombait."


def test_what_only_the_press_does_is_taken_away(fiction: Extractor) -> None:
    assert "credit-colon" in [item.rule for item in EXTRACTOR.extract(PRESS)]
    assert "credit-colon" not in [item.rule for item in fiction.extract(PRESS)]


WORDS = [
    ("quebec", "Pour le relationniste, rien ne presse.", ["relationniste"]),
    ("quebec", "Selon la registraire, rien ne presse.", ["registraire"]),
    ("quebec", "Dans les mots de la coroner, rien ne presse.", ["coroner"]),
    ("suisse", "Le landamman se demande qui paiera.", ["landamman"]),
    ("suisse", "Pour le législatif, rien ne presse.", ["législatif"]),
]


@pytest.mark.parametrize(("pack", "text", "names"), WORDS)
def test_the_words_of_a_pack(pack: str, text: str, names: list[str]) -> None:
    assert [item.speaker.name for item in Extractor([pack]).extract(text)] == names
    assert [item.speaker.name for item in EXTRACTOR.extract(text)] != names
