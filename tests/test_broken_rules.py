"""Mistakes that people make in rule files: each message leads to the line, and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex.errors import RulesError
from quotex.rulefiles.compile import Compiler
from quotex.rulefiles.rulesources import sources
from tests.engine import EXTRACTOR

RULE = """\
rules:
  - id: mine
    title: Mine
    construction: 27
    priority: 60
    confidence: 0.8
    cue: dash
    before: (?<!.) @speaker(noun)
    after: "@content(quotation) (stop|$)"
    speaker: part
    content: part
    examples:
      - {text: "{who:Anne Roy} {cue:–} « {what:Oui} »."}
    counter-examples: ["Rien."]
"""
VERB = "  - {verb: jacasser, act: say, takes: [que]}\n"

MISTAKES = [
    ("a tab", f"verbs:\n\t{VERB.strip()}\n", 2, "begins with a tab: indent with spaces"),
    ("no colon behind a section", f"verbs\n{VERB}", 2, "is a colon missing on the line before"),
    ("an unknown section", f"verb:\n{VERB}", 1, 'unknown key "verb" (did you mean "verbs"?)'),
    ("no list", VERB.replace("[que]", "que"), 1, 'expected a list, found "que"'),
    ("a word that is not allowed", VERB.replace("say", "sya"), 1, '(did you mean "say"?)'),
    ("a verb that is not known", VERB.replace("jacasser", "jacaser"), 1, "did you mean jacasser"),
    ("a quotation mark too few", RULE.replace('|$)"', "|$)"), 9, "closed only in line 13"),
    ("a sign that needs marks", RULE.replace('"@content(quotation) (stop|$)"', "@content(.)"), 9,
     "stands in quotation marks"),
    ("a colon that needs marks", "names:\n  organisations:\n    - {name: L'Aube: soir}\n", 3,
     "stands in quotation marks"),
    ("a key that is missing", RULE.replace("    priority: 60\n", ""), 2,
     'the required key "priority" is missing'),
    ("a key twice", RULE.replace("cue: dash", "cue: dash\n    cue: colon"), 8, "first on line 7"),
    ("a key out of line", RULE.replace("    cue", "   cue"), 7, "right below each other"),
    ("a bracket too few", RULE.replace("(noun)", "(noun"), 8, "missing )"),
    ("a chunk that does not exist", RULE.replace("(noun)", "(nuon)"), 8, '(did you mean "noun"?)'),
    ("a number that is none", RULE.replace("0.8", "high"), 6, "expected a number"),
    ("a number too high", RULE.replace("0.8", "80"), 6, "not between 0 and 1"),
    ("a mark that does not exist", RULE.replace("{what:", "{waht:"), 13, '(did you mean "what"?)'),
    ("a brace too few", RULE.replace("{what:Oui}", "{what:Oui"), 13, "this brace is not closed"),
    ("an id that is taken", RULE.replace("id: mine", "id: verb-that"), 2, '"changes" can alter it'),
    ("an unknown rule", "without:\n  rules:\n    - verb-thta\n", 3, '(did you mean "verb-that"?)'),
    ("a mistake in a macro", RULE.replace("(noun)", "(<m>)") + "macros:\n  m: noun nuon\n", 16,
     '(did you mean "noun"?)'),
    ("a mistake in a macro of the grammar", "grammar:\n  macros:\n    m: word wrod\n", 3,
     '(did you mean "word"?)'),
    ("a pattern that runs away", RULE.replace("(noun)", "((noun+)+)"), 8, "give nothing back"),
    ("a carrier that is not known", "carriers:\n  - {verb: dire}\n  - {verb: diire}\n", 3, "dire"),
    ("another encoding", "verbs:\n  - {verb: pérorer}\n".encode("cp1252"), 2, "is not UTF-8 text"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "words"), [row[1:] for row in MISTAKES], ids=[
    row[0] for row in MISTAKES
])  # fmt: skip
def test_a_message_leads_to_the_mistake(
    text: str | bytes, line: int, words: str, tmp_path: Path
) -> None:
    path = tmp_path / "own.yaml"
    if isinstance(text, str):
        if text.startswith("  - "):
            text, line = f"verbs:\n{text}", line + 1
        text = text.encode()
    path.write_bytes(text)
    with pytest.raises(RulesError) as caught:
        Compiler(sources([path])).compiled(EXTRACTOR.compiled)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == (str(path), line)
    assert words in problem.message
    assert problem.column >= 1


def test_what_is_right_has_no_message(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(f"{RULE}verbs:\n{VERB}", encoding="utf-8")
    Compiler(sources([path])).compiled(EXTRACTOR.compiled)


def test_typographic_apostrophes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "verbs:\n  - {verb: 's’autocongratuler', act: say, takes: [incise], like: parler}\n"
        "prepositions:\n  - {words: à l’écoute de}\n",
        encoding="utf-8",
    )
    book = Compiler(sources([path])).book
    assert "s'autocongratuler" in book.verbs
    assert "à l'écoute de" in book.prepositions
