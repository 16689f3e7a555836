"""Where the clause before an incise or a trailing source begins."""

from __future__ import annotations

from quotex.attribution.context import Context

STATES = frozenset({"quotation", "verb"})
"""Chunks that make a statement of the words in which they stand."""
_LEADING = frozenset({"adverb", "but", "and", "comma", "stop", "dash", "other"})


def content_start(context: Context, cue: int) -> int:
    """Where the clause before an incise begins: after connectives, or a quotation's colon."""
    kinds = context.kinds
    start = 0
    for k in range(cue - 1, -1, -1):
        if kinds[k] == "semicolon" or (
            kinds[k] == "colon" and k + 1 < cue and kinds[k + 1] == "quotation"
        ):
            start = k + 1
            break
    label = kinds.index("colon") if "colon" in kinds[start:cue] and not start else -1
    if label > 0 and label + 1 < cue and not any(kinds[i] in STATES for i in range(label)):
        start = label + 1  # a headline: Pont de l'Anse : il n'y aura pas de péage, assure X
    dashes = [k for k in range(start + 1, cue) if kinds[k] == "dash" and _spaced(context, k)]
    if len(dashes) == 1 and not any(kinds[i] in STATES for i in range(start, dashes[0])):
        start = dashes[0] + 1  # a brief: Chantier à l'arrêt – Les travaux reprendront, assure X
    if kinds[cue - 2 : cue] == ("relative", "comma"):
        return cue - 2  # des importations qui, à les en croire, ont fait chuter les prix
    colons = [k for k in range(start, cue) if kinds[k] == "colon"]
    opened = colons[-1] + 1 if colons else cue
    bare = not any(kinds[k] in STATES for k in range(opened, cue))
    told = "quotation" not in kinds[start:cue] and _is_clause(context, opened, cue)
    if opened < cue - 1 and (bare or told):
        # invitent à la prudence : leurs résultats, disent-ils, sont; pose ses conditions : il
        # partira, prévient-il
        start = opened
    last = cue - 1 - (kinds[cue - 1] == "comma")
    quoted = kinds[cue] == "verb" and kinds[last - 1 : last + 1] == ("comma", "quotation")
    if quoted and _is_clause(context, start, last):
        start = last  # Le vote attendra, « question de rigueur », explique le maire
    k = start
    while k < cue and kinds[k] in _LEADING:
        k += 1
    if k > start and (kinds[k - 1] == "comma" or (k < cue and kinds[k] == "quotation")):
        return k
    return start


def _spaced(context: Context, chunk: int) -> bool:
    """Whether a dash has spaces on both sides (not: 1994-2004)."""
    sentence = context.sentence
    at, tape = sentence.bounds[chunk], sentence.tape
    return at > 0 and tape.ends[at - 1] < tape.starts[at] and tape.ends[at] < tape.starts[at + 1]


def _is_clause(context: Context, start: int, end: int) -> bool:
    """Whether a main clause of its own stands in these chunks."""
    return any(
        start <= verb < end and subject.link == "own" and subject.clause == "main"
        for verb, subject in context.subjects.items()
    )
