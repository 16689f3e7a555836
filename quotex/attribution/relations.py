"""How the clauses of a sentence belong together: whose verb it is, and whether it reports."""

from __future__ import annotations

from quotex.attribution.context import Context

_SOURCE_WORDS = frozenset(
    {"noun", "prepositional", "pronoun", "adverb", "time", "quotation", "comma", "past-participle"}
)
_BESIDE = frozenset({"opinion", "source", "past-participle", "participle", "gerund"})
_DETACHED = frozenset({"gerund", "participle"})


def reports(context: Context, start: int) -> bool:
    """Whether the clause that begins here has a verb that reports."""
    kinds = context.kinds
    k = start
    while k < len(kinds):
        if kinds[k] == "verb":
            return k in context.groups
        if kinds[k : k + 3] == ("comma", "noun", "comma"):
            k += 2  # que le directeur, Paul Ségur, juge absurde
        elif kinds[k] in ("comma", "stop", "semicolon"):
            return False
        k += 1
    return False


def is_main(context: Context, verb: int, cue: int) -> bool:
    """Whether a verb's subject is from before the cue (les élus, qui réclament X, ont dit).

    The cue is then that of a relative or subordinate clause, *pour* in "pour qui", a participle.
    """
    subject = context.subjects.get(verb)
    return (
        subject is not None
        and subject.link == "own"
        and bool(subject.nouns)
        and subject.nouns[0] < cue
        and (
            context.kinds[cue] in _BESIDE
            or (cue in context.subjects and context.subjects[cue].clause != "main")
        )
    )


def has_own_verb(context: Context, noun: int) -> bool:
    """Whether a noun after a comma or *et* is the subject of the main verb that follows."""
    return any(
        noun in subject.nouns and subject.link == "own" and verb > noun
        for verb, subject in context.subjects.items()
    )


def new_report(context: Context, chunk: int, cue: int) -> bool:
    """Whether another verb with the cue's own subject begins here (et a demandé que)."""
    kinds = context.kinds
    k = context.skip(chunk, frozenset({"adverb", "time"}))
    if k >= len(kinds) or kinds[k] == "comma":
        return False
    if k not in context.groups:  # a estimé que la faute était établie mais a relaxé le prévenu
        return kinds[k] == "verb" and cue in context.subjects and continues(context, k, cue)
    if kinds[k] == "past-participle":
        return k + 1 < len(kinds) and kinds[k + 1] in (
            "that",
            "quotation",
            "colon",
            "noun",
            "preposition",
            "infinitive",
            "prepositional",
            "comma",
        )
    if kinds[k] == "verb":
        return continues(context, k, cue)
    return kinds[k] in _DETACHED


def continues(context: Context, verb: int, cue: int) -> bool:
    """Whether a verb shares the subject of the cue, and is not part of what is reported."""
    subject = context.subjects.get(verb)
    own = context.subjects.get(cue)
    if subject is None or subject.link == "own":
        return False
    if own is None:  # a revu ses calculs, estimant que X, mais a réitéré Y
        return subject.clause == "main"
    if subject.nouns != own.nouns:
        return False
    inner = [i for i in context.tenses if cue < i < verb]
    tenses = context.tenses.get(verb, frozenset())
    # "a dit que la mission s'était rendue à X et avait entendu Y": the tense is that of the report
    return (
        not inner
        or bool(tenses & context.tenses.get(cue, tenses))
        or not any(tenses & context.tenses[i] for i in inner)
    )


def trailing_source(context: Context, source: int) -> bool:
    """Whether a source closes its sentence, so that it holds for all that stands before it.

    Not right behind a verb, which waits for its rest (il est, selon X, rouvert depuis lundi).
    """
    if context.kinds[max(source - 2, 0) : source] == ("verb", "comma"):
        return False
    k = context.skip(source + 1, _SOURCE_WORDS)
    return k >= len(context.kinds) or context.kinds[k] in ("stop", "semicolon")
