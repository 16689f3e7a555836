"""In words: how far a rule came, and what it would have wanted."""

from __future__ import annotations

from quotex.rulefiles.witness import Attempt, Form

_MISSING = {
    "cue": "nothing in the sentence may be its cue",
    "complement": "the verb does not take the complement there",
    "speaker": "nobody there can be its speaker",
    "content": "nothing there can be its content",
    "report": "the verb does not report there: it acts, or often does something else",
    "all": "it holds, but its words went to another attribution",
}
_FORMS: dict[Form, str] = {
    "person": "its subject is one of the partners of speech (first or second person)",
    "other": "it is negated, governed by another verb, or a participle that reports nothing",
}
_EDGES = {"before": "the beginning of the sentence", "after": "its end"}


def reason(attempt: Attempt | None) -> str:
    """The condition that failed, with what stands there instead."""
    if attempt is None:
        return _MISSING["cue"]
    rule, cue = attempt.rule, f'"{attempt.cue}"'
    if attempt.step in ("before", "after"):
        kinds = attempt.before if attempt.step == "before" else attempt.after
        return (
            f'the pattern "{attempt.step}" does not hold {attempt.step} {cue}, '
            f"where there is: {' '.join(kinds) or _EDGES[attempt.step]}"
        )
    if attempt.step == "form":
        return f"at {cue}: {_form(attempt)}"
    if attempt.step == "speaker" and rule.animate:
        return f"at {cue}: {_MISSING['speaker']} (animate: true)"
    return f"at {cue}: {_MISSING[attempt.step]}"


def _form(attempt: Attempt) -> str:
    """What the rule does not take in the form of its verb, with the key that says so."""
    rule = attempt.rule
    if attempt.form == "inverted":
        found = "no" if rule.inverted else "a"
        return f"the verb has {found} pronoun after it (inverted: {_yes(rule.inverted)})"
    if attempt.form == "passive":
        found = "not " if rule.passive else ""
        return f"the verb is {found}passive (passive: {_yes(rule.passive)})"
    if attempt.form == "subject":
        found = "a" if rule.detached else "no"
        return (
            f"the verb has {found} subject of its own before it (detached: {_yes(rule.detached)})"
        )
    return _FORMS[attempt.form or "other"]


def _yes(value: bool | None) -> str:
    return "true" if value else "false"
