"""Whether a reported clause ends at a comma."""

from __future__ import annotations

from quotex.attribution.context import Context
from quotex.attribution.relations import (
    continues,
    has_own_verb,
    is_main,
    new_report,
    reports,
    trailing_source,
)

_NOMINAL = frozenset({"noun", "pronoun"})
_DETACHED = frozenset({"gerund", "participle"})


def stops_at_comma(
    context: Context, comma: int, cue: int, embedded: bool, phrase: bool, after_quotation: bool
) -> bool:
    """Whether the journalist's words begin behind the chunk ``comma``.

    ``cue`` is the chunk that reports; ``embedded``: from within a clause, or an infinitive;
    ``phrase``: a noun phrase; ``after_quotation``: the content so far is one quotation.
    """
    kinds = context.kinds
    count = len(kinds)
    k = context.skip(comma + 1, frozenset({"adverb", "time"}))
    if k >= count:
        return True
    kind = kinds[k]
    if context.incise(k):
        return True
    if kind in _DETACHED and _awaits_verb(context, comma, cue):
        return False  # que le maire, prétextant un retard, avait quitté la salle
    if kind in _DETACHED and k in context.groups:
        return True
    if kind == "gerund" or (kind in _DETACHED and phrase):
        return True
    if kind == "that" and phrase:
        return reports(context, k + 1)  # ", qu'elles jugent alarmistes"
    if kind == "source" and trailing_source(context, k):
        return True
    if kind == "preposition" and k + 1 < count and k + 1 in context.groups:
        return True  # ", avant d'ajouter que"
    if kind in ("and", "but") and (
        new_report(context, k + 1, cue)
        or _goes_on(context, k + 1)
        or (phrase and has_own_verb(context, k + 1))
    ):
        return True
    if kind == "verb" and k in context.groups and continues(context, k, cue):
        return True
    if kind in ("other-relative", "whether") and " " in context.sentence.text(k, k + 1):
        return reports(context, k)  # ", ce que l'intéressé a démenti"; not ", ce qui l'empêche de"
    if after_quotation and kind not in ("quotation", "and"):
        return True
    if kind == "subordinator" and (phrase or (embedded and reports(context, k + 1))):
        return True
    if kind == "verb" and is_main(context, k, cue):
        return True
    if kind in _NOMINAL and _is_apart(context, k, phrase):
        return True
    if (embedded or phrase) and kind in _NOMINAL:
        return has_own_verb(context, k)
    return False


def _is_apart(context: Context, noun: int, phrase: bool) -> bool:
    """Whether a noun after a comma opens the journalist's words.

    Such are what another says of it (…, une décision aussitôt jugée absurde par Moscou, …, une idée
    que le maire juge absurde), and after a noun phrase a clause with a participle (…, deux portiques
    étant attendus en mars).
    """
    if context.kinds[noun + 1 : noun + 2] in (("that",), ("other-relative",)):
        return reports(context, noun + 2)
    k = context.skip(noun + 1, frozenset({"adverb"}))
    kind = context.kinds[k] if k < len(context.kinds) else ""
    return (kind == "past-participle" and k in context.groups) or (phrase and kind == "participle")


def _goes_on(context: Context, chunk: int) -> bool:
    """Whether a clause after a comma and *et* or *mais* is the journalist's.

    Its subject is a pronoun (…, et elle marchait sans bruit), or it reports itself (…, mais ses
    proches affirment que).
    """
    sentence = context.sentence
    if chunk < len(context.kinds) and (
        sentence.tape.tapes[sentence.depth][sentence.bounds[chunk]] in context.readers.neuter
    ):
        return False  # …, et c'est une chance
    if context.kinds[chunk : chunk + 1] == ("pronoun",):
        return has_own_verb(context, chunk) or context.kinds[chunk + 1 : chunk + 2] == (
            "quotation",
        )
    return any(
        subject.link == "own" and subject.nouns[:1] == (chunk,) and verb in context.groups
        for verb, subject in context.subjects.items()
    )


def _awaits_verb(context: Context, comma: int, cue: int) -> bool:
    """Whether a subject between the cue and the comma still waits for its verb."""
    return any(
        verb > comma and subject.link == "own" and cue < subject.nouns[-1] < comma
        for verb, subject in context.subjects.items()
        if subject.nouns
    )
