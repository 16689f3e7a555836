"""Adds the words of rule files to the rules of claims, and tells what is wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

from quotex.claims.added_words import Added, ClaimWords
from quotex.claims.phrase_rules import Phrase, SignalPhrase
from quotex.claims.reader import ClaimRules
from quotex.errors import Problem
from quotex.rulefiles.nearest import nearest
from quotex.rulefiles.placed import Placed
from quotex.words.lexicon import Lexicon

Check = Callable[[str], object]
"""Raises ``ValueError`` for a word or a form that will not do."""


def with_words(
    rules: ClaimRules,
    files: Iterable[tuple[Path, ClaimWords]],
    lexicon: Lexicon,
    problems: list[Problem],
) -> ClaimRules:
    """The rules with what the files add; what is wrong there goes to ``problems``."""
    for path, words in files:
        phrases, types = rules.signals.phrases, rules.types
        signals = [each.id for each in phrases.phrases if isinstance(each, SignalPhrase)]
        marks = [each.id for each in phrases.phrases if each.id not in signals]
        form = phrases.forms.regex
        before = len(problems)
        problems += _wrong(path, words.marks, marks, "mark", form)
        problems += _wrong(path, words.signals, signals, "signal", form)
        problems += _wrong(path, words.verbs, types.verbs, "group of verbs", _verb_of(lexicon))
        problems += _wrong(path, words.cues, types.cues, "group of cues", str)
        if len(problems) == before:
            rules = _enlarged(rules, words)
    return rules


def _enlarged(rules: ClaimRules, words: ClaimWords) -> ClaimRules:
    phrases, types = rules.signals.phrases, rules.types
    more = {**words.marks, **words.signals}

    def enlarged(phrase: Phrase) -> Phrase:
        own = map(str, more.get(Placed(phrase.id), ()))
        return replace(phrase, forms=(*phrase.forms, *own))

    all_phrases = phrases._replace(phrases=tuple(map(enlarged, phrases.phrases)))
    verbs, cues = _joined(types.verbs, words.verbs), _joined(types.cues, words.cues)
    return replace(
        rules,
        signals=rules.signals._replace(phrases=all_phrases),
        types=replace(types, verbs=verbs, cues=cues),
    )


def _joined(groups: dict[str, frozenset[str]], added: Added) -> dict[str, frozenset[str]]:
    return {
        name: words.union(map(str, added.get(Placed(name), ()))) for name, words in groups.items()
    }


def _wrong(
    path: Path, added: Added, known: Collection[str], what: str, check: Check
) -> Iterable[Problem]:
    for name, members in added.items():
        if name not in known:
            message = f'there is no {what} "{name}"{nearest(name, known)}'
            yield Problem(str(path), *name.place, message)
        for member in members:
            try:
                check(member)
            except ValueError as error:
                yield Problem(str(path), *member.place, str(error))


def _verb_of(lexicon: Lexicon) -> Check:
    def check(verb: str) -> None:
        if all(each.lemma != verb for each in lexicon.readings.get(verb, ())):
            raise ValueError(f'no forms of "{verb}" are known; name it under "common-verbs", too')

    return check
