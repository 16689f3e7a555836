"""Where a reported clause ends: the journalist's words stop it, punctuation may not."""

from __future__ import annotations

from quotex.attribution.commas import stops_at_comma
from quotex.attribution.context import Context
from quotex.attribution.relations import has_own_verb, is_main, new_report, trailing_source

_EMBEDDED = frozenset({"relative", "subordinate"})
_DETACHED = frozenset({"gerund", "participle"})


def clause_end(context: Context, start: int, cue: int, phrase: bool) -> int:
    """The chunk after the reported clause that begins in chunk ``start``.

    ``cue`` is the chunk that reports it; ``phrase`` is true for a noun phrase in place of a clause,
    which a subordinate clause of the journalist's may follow.
    """
    kinds = context.kinds
    count = len(kinds)
    subject = context.subjects.get(cue)
    embedded = subject is not None and subject.clause in _EMBEDDED
    group = context.groups.get(cue)
    if group is not None and group.form != "finite":
        embedded = not any(verb < cue for verb in context.subjects)
    embedded = embedded or (start < count and kinds[start] == "infinitive")
    quoted_first = start < count and kinds[start] == "quotation"
    brackets = 0
    k = start
    while k < count:
        kind = kinds[k]
        if kind == "open-bracket":
            brackets += 1
        elif kind == "close-bracket":
            brackets -= 1
            if brackets < 0:
                return k
        elif kind in ("stop", "semicolon"):
            # il jura qu'il l'avait aimée ; que son père lui avait promis sa main
            again = start > 0 and kinds[start - 1] == "that" and kinds[k + 1 : k + 2] == ("that",)
            if k + 1 < count and (again or kind == "stop"):
                k += 1
                continue
            return k
        elif kind == "colon":
            if k + 1 < count and kinds[k + 1] == "quotation":
                return k
            whole = phrase or kinds[start] == "infinitive" or (quoted_first and k == start + 1)
            sourced = phrase and kinds[k + 1 : k + 2] == ("source",)
            if sourced or (whole and has_own_verb(context, k + 1)):
                return k  # crie au scandale : neuf réservations ont été annulées
        elif kind == "dash":
            if any(kinds[i] == "dash" for i in range(cue)) or phrase:
                return k
        elif kind == "comma" and brackets == 0:
            if not _repeats(context, start, k + 1) and stops_at_comma(
                context, k, cue, embedded, phrase, quoted_first and k == start + 1
            ):
                return k
        elif k > start and _ends_before(context, k, cue, phrase, quoted_first):
            return k
        k += 1
    return count


def _ends_before(context: Context, k: int, cue: int, phrase: bool, quoted_first: bool) -> bool:
    """Whether a reported clause ends before the chunk ``k``, without a punctuation mark."""
    kinds = context.kinds
    kind, before = kinds[k], kinds[k - 1]
    if kind == "verb":
        return is_main(context, k, cue)
    if kind in ("and", "but"):
        if kinds[k + 1 : k + 2] == ("that",) and "that" not in kinds[cue:k]:
            return True  # un travail que X juge « préoccupant » et que Y conteste
        return new_report(context, k + 1, cue) or (phrase and has_own_verb(context, k + 1))
    if kind == "adverb" and kinds[k + 1 : k + 2] == ("gerund",) and k + 1 in context.groups:
        return phrase or before == "quotation"  # dénonce ce choix tout en soulignant que
    if (phrase or quoted_first) and kind == "preposition" and k + 1 in context.groups:
        # a salué X avant d'annoncer que
        return before != "and" and context.sentence.shape[k] in context.readers.asides
    if kind in _DETACHED:
        comments = before != "comma" and _comments(context, k)
        return comments or (k in context.groups and (phrase or before == "quotation"))
    if phrase and kind == "prepositional":
        return _closes_with_venue(context, k)
    if kind == "source":
        return trailing_source(context, k)
    if kind == "time":
        # « une hausse mardi » says when it was announced, « à partir de mardi » what was
        return (
            phrase
            and before not in ("preposition", "past-participle")
            and kinds[k + 1 : k + 2] != ("past-participle",)
            and not _begins_with(context, k, context.readers.prepositions)
        )
    if kind == "subordinator":  # but: prédit une fuite si la taxe passe
        condition = _begins_with(context, k, context.readers.conditions)
        return phrase and before != "and" and not condition
    return False


def _repeats(context: Context, start: int, chunk: int) -> bool:
    """Whether one more infinitive follows (demande de rester là, de ne rien toucher)."""
    kinds, shape = context.kinds, context.sentence.shape
    infinitives = kinds[start : start + 1] == kinds[chunk + 1 : chunk + 2] == ("infinitive",)
    return infinitives and start > 0 and shape[chunk] == shape[start - 1]


def _comments(context: Context, participle: int) -> bool:
    """Whether a participle is the journalist's comment (justifiant ainsi sa décision)."""
    return participle + 1 < len(context.kinds) and _begins_with(
        context, participle + 1, context.readers.thus
    )


def _closes_with_venue(context: Context, chunk: int) -> bool:
    """Whether the chunk closes its clause and says where one speaks (dans un communiqué)."""
    sentence = context.sentence
    if sentence.shape[chunk] not in context.readers.venues:
        return False
    before = sentence.tape.tapes[sentence.depth][sentence.bounds[chunk] - 1]
    if before in context.readers.participles:
        return False  # dénonce les propos tenus dans une interview
    k = context.skip(chunk + 1, frozenset({"prepositional", "time", "past-participle", "adverb"}))
    return k >= len(context.kinds) or context.kinds[k] in ("stop", "comma", "semicolon", "colon")


def _begins_with(context: Context, chunk: int, codes: frozenset[str]) -> bool:
    sentence = context.sentence
    return sentence.tape.tapes[sentence.depth][sentence.bounds[chunk]] in codes
