"""Rules of one's own: what each section of a file does, in which order files count, what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex import Extractor
from quotex.errors import Problem, RulesError
from quotex.rulefiles.compile import Compiler
from quotex.rulefiles.loader import load_rules
from quotex.rulefiles.rulesources import RuleSources, sources, standing_rules
from tests.engine import EXTRACTOR

RULE = """\
  - id: credit
    title: A credit of one's own paper
    construction: 10
    priority: 99
    confidence: 0.9
    cue: colon
    before: "@speaker(noun)"
    after: "@content(quotation)"
    speaker: part
    content: part
"""


def write(folder: Path, text: str, name: str = "own.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(text: str, *rules: Path, builtin: bool = True) -> list[str]:
    """``rule: speaker: content`` of each attribution."""
    compiled = Compiler(sources(rules, builtin=builtin)).compiled(EXTRACTOR.compiled)
    return [
        f"{item.rule}: {item.speaker.name}: {item.content.text}"
        for item in Extractor.of(compiled).extract(text)
    ]


FILES = [
    (
        "a verb that the table of verbs knows",
        "verbs:\n  - {verb: gazouiller, act: say, takes: [que]}\n",
        "Anne Roy a gazouillé que tout allait bien.",
        ["verb-that: Anne Roy: tout allait bien"],
    ),
    (
        "an invented verb, conjugated like another",
        "verbs:\n  - {verb: tweetoter, act: write, takes: [que], like: parler}\n",
        "Anne Roy tweetotera que tout va bien.",
        ["verb-that: Anne Roy: tout va bien"],
    ),
    (
        "a built-in verb with other constructions",
        "verbs:\n  - {verb: affirmer, act: say, takes: [incise]}\n",
        "Anne Roy affirme que tout va bien.",
        [],
    ),
    (
        "a verb taken away",
        "without:\n  verbs: [affirmer]\n",
        "Anne Roy affirme que tout va bien.",
        [],
    ),
    (
        "a preposition, in all its forms",
        "prepositions:\n  - {words: \"à l'écoute de\"}\n  - {words: grâce à}\n",
        "À l'écoute de Zoé Roy, la digue tiendra. À l'écoute du maire, le vent tombe. "
        "À l'écoute d'Anne Roy, la mer monte. Grâce aux élus, le pont tiendra.",
        [
            "source-first: Zoé Roy: la digue tiendra",
            "source-first: maire: le vent tombe",
            "source-first: Anne Roy: la mer monte",
            "source-first: élus: le pont tiendra",
        ],
    ),
    (
        "a rule switched off",
        "without:\n  rules: [verb-that]\n",
        "Anne Roy affirme que tout va bien.",
        [],
    ),
    (
        "a rule changed in part",
        "changes:\n  - {id: verb-that, frames: [si]}\n",
        "Anne Roy affirme que tout va bien.",
        [],
    ),
    (
        "a rule of one's own, with a macro",
        "rules:\n" + RULE.replace("@speaker(noun)", "<mine>") + "macros: {mine: '@speaker(noun)'}\n",
        "Anne Roy : « La digue tiendra ».",
        ["credit: Anne Roy: La digue tiendra"],
    ),
    (
        "results silenced by rule and speaker",
        "filters:\n  - {rule: verb-that, speaker: anne roy, why: a namesake}\n",
        "Anne Roy affirme que tout va bien.\n\nPaul Briand affirme que tout va mal.",
        ["verb-that: Paul Briand: tout va mal"],
    ),
    (
        "results silenced by the words around",
        "filters:\n  - {near: Lire aussi}\n",
        "Lire aussi : Anne Roy affirme que tout va bien.\n\nPaul Briand affirme que tout va mal.",
        ["verb-that: Paul Briand: tout va mal"],
    ),
    (
        "results silenced by cue and kind",
        "filters:\n  - {cue: Affirmer, kind: indirect}\n  - {act: deny}\n",
        "Anne Roy affirme que tout va bien. Paul Briand nie que tout aille mal.",
        [],
    ),
    ("nothing", "# nothing yet\n", "Anne Roy affirme que tout va bien.", [
        "verb-that: Anne Roy: tout va bien"
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "text", "expected"), [row[1:] for row in FILES], ids=[
    row[0] for row in FILES
])  # fmt: skip
def test_a_file_of_ones_own(rules: str, text: str, expected: list[str], tmp_path: Path) -> None:
    assert found(text, write(tmp_path, rules)) == expected


def test_words_names_and_nouns(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "words: {adverb: [illico]}\n"
        "nouns: {role: [{m: sonneur, f: sonneuse, mp: sonneurs}]}\n"
        "names: {organisations: [{name: Ligue des Vents, short: [LDV]}]}\n"
        "first-names: {f: Camille Ouessane}\n"
        "functions: [[grand sonneur, chef des sonneurs]]\n"
        "speech-nouns: [{f: sonnerie, act: announce, takes: [que]}]\n"
        "carriers: [{verb: sembler}]\n",
    )
    book = load_rules(sources([path]), [])
    assert "illico" in book.words["adverb"]
    assert book.nouns.role[-1].f == "sonneuse"
    assert book.names.organisations[-1].short == ("LDV",)
    assert book.first_names.f.split()[-2:] == ["Camille", "Ouessane"]
    assert "Camille" not in book.first_names.both.split()
    assert book.functions[-1] == ("grand sonneur", "chef des sonneurs")
    assert (book.speech_nouns[-1].f, book.carriers[-1].verb) == ("sonnerie", "sembler")
    assert len(book.words["det"]) > 10, "the built-in words are still there"


def test_later_files_have_the_say(tmp_path: Path) -> None:
    off = write(tmp_path, "without: {rules: [verb-that]}\n", "off.yml")
    low = write(tmp_path, "changes: [{id: verb-that, confidence: 0.1}]\n", "low.yaml")
    high = write(tmp_path, "changes: [{id: verb-that, confidence: 0.2}]\n", "high.yaml")
    assert load_rules(sources([low, high]), []).rules["verb-that"].confidence == 0.2
    assert load_rules(sources([high, low]), []).rules["verb-that"].confidence == 0.1
    assert "verb-that" not in load_rules(sources([low, off]), []).rules
    problems: list[Problem] = []
    load_rules(sources([off, low]), problems)
    assert [each.where for each in problems] == [f"{low}:1:16"]


def test_without_the_builtin_rules(tmp_path: Path) -> None:
    text = "Anne Roy : « La digue tiendra ». Elle a dit que la digue tiendrait."
    path = write(tmp_path, "rules:\n" + RULE)
    assert found(text, path, builtin=False) == ["credit: Anne Roy: La digue tiendra"]
    assert found(text, builtin=False) == []


def test_others_are_not_changed(tmp_path: Path) -> None:
    text = "Anne Roy affirme que tout va bien."
    before = found(text)
    found(text, write(tmp_path, "without: {rules: [verb-that]}\n"))
    assert found(text) == before != []


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    text = "Anne Roy affirme que tout va bien."
    path = write(tmp_path, "# nothing\n")
    assert len(Extractor([path]).extract(text)) == 1
    write(tmp_path, "without: {rules: [verb-that]}\n")
    assert Extractor([path]).extract(text) == []
    assert Extractor([path]).extract(text) == [], "from the cache"


def test_where_files_are_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("sys.platform", "linux")
    project = write(tmp_path, "", "work/quotex.yaml")
    write(tmp_path, "", "quotex.yaml")
    user = [write(tmp_path, "", f"config/quotex/rules/{name}") for name in ("a.yaml", "b/c.yml")]
    write(tmp_path, "", "config/quotex/rules/notes.txt")
    deep = tmp_path / "work" / "texts" / "2016"
    deep.mkdir(parents=True)
    assert standing_rules(deep) == [*user, project]
    project.unlink()
    assert standing_rules(deep) == [*user, tmp_path / "quotex.yaml"]


def test_a_folder_is_all_its_files(tmp_path: Path) -> None:
    second = write(tmp_path, "", "b.yml")
    first = write(tmp_path, "", "a/x.yaml")
    write(tmp_path, "", "c.txt")
    assert sources([tmp_path]).own == (first, second)
    assert sources([second, tmp_path]).own == (second, first)


@pytest.mark.parametrize("name", ["nowhere.yaml", "empty"])
def test_what_is_no_rule_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(RulesError, match="no"):
        sources([tmp_path / name])


BROKEN = [
    ("rule: []", ['1:1: unknown key "rule" (did you mean "rules"?)']),
    ("verbs: [\n  - x\n", ["2:3: not valid YAML"]),
    (
        "verbs:\n  - {verb: gazouiler, act: say, takes: [que]}\n"
        "  - {verb: gazouiller, act: sya, takes: [qeu]}\n",
        [
            '2:5: unknown verb "gazouiler" (did you mean gazouiller',
            '3:29: "sya" is not allowed (did you mean "say"?)',
            '3:42: "qeu" is not allowed (did you mean "que"?)',
        ],
    ),
    ("verbs:\n  - {verb: se, act: say, takes: [que]}", ['2:5: unknown verb "se"']),
    (
        "verbs:\n  - {verb: tweetoter, act: say, takes: [que], like: finir}",
        ['2:5: "tweetoter" cannot be like "finir"'],
    ),
    ("words: {adverbe: [illico]}", ['1:9: there is no class of words "adverbe" (did you mean "adverb']),
    (
        "without:\n  rules: [verb-thta]\n  verbs: [direr]\n  words: {adverb: [abc], x: [a]}\n"
        "  nouns: [xyz]\n",
        [
            '2:11: there is no rule "verb-thta" (did you mean "verb-that"?)',
            '3:11: there is no verb "direr" (did you mean "dire"?)',
            '4:20: there is no word of the class adverb "abc"',
            '4:26: there is no class of words "x"',
            '5:11: there is no noun "xyz"',
        ],
    ),
    (
        "changes:\n  - {id: incise-clitik, title: x}\n  - {id: incise-clitic, titel: x}\n",
        [
            '2:10: there is no rule "incise-clitik" (did you mean "incise-clitic"?)',
            '3:25: unknown key "titel" (did you mean "title"?)',
        ],
    ),
    ("changes:\n  - {id: incise-clitic, after: '<ligth> ('}\n", [
        '2:33: incise-clitic: there is no macro <ligth> (did you mean "light"?)'
    ]),
    ("changes:\n  - {id: incise-clitic, after: '(noun'}\n", ["2:33: incise-clitic: this pattern is not well"]),
    (
        "claims:\n  marks: {judgment: [x]}\n  signals: {law: ['(a']}\n  verbs: {wrong: [gazouillir]}\n"
        "  cues: {voicng: [dire]}\n",
        [
            '2:11: there is no mark "judgment" (did you mean "judgement"?)',
            '3:19: "(a" has a "(" without its ")"',
            '4:19: no forms of "gazouillir" are known',
            '5:10: there is no group of cues "voicng" (did you mean "voicing"?)',
        ],
    ),
    ("filters:\n  - {why: because}\n", ["2:5: a filter needs one of act, cue, kind, near, rule, speaker"]),
    ("macros: {light: noun}\n", ['1:10: there is a macro "light" already']),
    ("grammar:\n  chunks: [{kind: mine, pattern: wrod}]\n", [
        '2:12: there is no class "wrod" (did you mean "word"?), in wrod'
    ]),
    (
        "rules:\n" + RULE.replace("credit", "verb-that").replace("(noun)", "(nuon)"),
        [
            '2:9: there is a rule "verb-that" in',
            '8:23: verb-that: there is no class "nuon" (did you mean "noun"?)',
        ],
    ),
    (
        "rules:\n" + RULE.replace("@speaker", "@speeker").replace("(quotation)", "((noun+)+)"),
        [
            '8:14: credit: unknown part "@speeker" (did you mean "speaker"?)',
            '9:22: credit: "(noun+)+" can take the same words in several ways',
            '10:14: credit: "speaker: part" needs a part @speaker(…)',
        ],
    ),
    (
        "rules:\n" + RULE.replace("colon", "verb").replace("0.9", "9"),
        [
            "6:17: credit: 9.0 is not between 0 and 1",
            '7:10: credit: a rule with "cue: verb" needs "frames"',
        ],
    ),
    (
        "rules:\n" + RULE + '    status: deprecated\n    examples: [{text: "{whoo:A}"}]\n',
        [
            '12:13: credit: a rule with "status: deprecated" names its "successor"',
            '13:16: credit: example 1: column 1: unknown mark "whoo" (did you mean "who"?)',
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "messages"), BROKEN)
def test_a_broken_file(rules: str, messages: list[str], tmp_path: Path) -> None:
    path = write(tmp_path, rules)
    with pytest.raises(RulesError) as caught:
        Compiler(sources([path])).compiled(EXTRACTOR.compiled)
    told = [str(problem).removeprefix(f"{path}:") for problem in caught.value.problems]
    assert len(told) == len(messages), told
    for problem, message in zip(told, messages, strict=True):
        assert problem.startswith(message)


def test_nothing_of_a_broken_file_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "rule: []")
    for _ in range(2):
        with pytest.raises(RulesError):
            Extractor([path])


def test_the_builtin_files_have_no_problems() -> None:
    problems: list[Problem] = []
    load_rules(RuleSources(), problems)
    assert problems == []


def test_the_file_in_the_readme_is_right(tmp_path: Path) -> None:
    readme = Path(__file__).resolve().parents[1].joinpath("README.md").read_text(encoding="utf-8")
    section = readme.partition("## Your own rules")[2]
    shown = section.partition("```yaml\n")[2].partition("```")[0]
    text = (
        "Lire aussi : Météo : « Il pleut ».\n\nL'éclusière de la LDE a tweetoté que tout va bien."
    )
    assert found(text, write(tmp_path, shown)) == ["verb-that: éclusière de la LDE: tout va bien"]
