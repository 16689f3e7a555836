"""Where a reported clause ends: the journalist's words stop it, punctuation may not."""

from __future__ import annotations

from quotex.attribution.context import Context

_NOMINAL = frozenset({"noun", "pronoun"})
_EMBEDDED = frozenset({"relative", "subordinate"})
_BESIDE = frozenset({"opinion", "source", "past-participle", "participle", "gerund"})
_SOURCE_WORDS = frozenset(
    {"noun", "prepositional", "pronoun", "adverb", "time", "quotation", "comma", "past-participle"}
)
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
            again = (
                kind == "semicolon" and kinds[start - 1] == "that" == kinds[min(k + 1, count - 1)]
            )
            if again or (kind == "stop" and k + 1 < count):
                k += 1
                continue
            return k
        elif kind == "colon":
            if k + 1 < count and kinds[k + 1] == "quotation":
                return k
            if (phrase or kinds[start] == "infinitive") and _has_own_verb(context, k + 1):
                return k  # crie au scandale : neuf réservations ont été annulées
        elif kind == "dash":
            if any(kinds[i] == "dash" for i in range(cue)) or phrase:
                return k
        elif kind == "comma" and brackets == 0:
            if _stops_at_comma(context, k, cue, embedded, phrase, quoted_first and k == start + 1):
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
        return _is_main(context, k, cue)
    if kind in ("and", "but"):
        if kinds[k + 1 : k + 2] == ("that",) and "that" not in kinds[cue:k]:
            return True  # un travail que X juge « préoccupant » et que Y conteste
        return _new_report(context, k + 1, cue) or (phrase and _has_own_verb(context, k + 1))
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
        return _trailing_source(context, k)
    if kind == "time":
        # « une hausse mardi » says when it was announced, « à partir de mardi » what was
        return (
            phrase
            and before not in ("preposition", "past-participle")
            and kinds[k + 1 : k + 2] != ("past-participle",)
            and not _begins_with(context, k, context.readers.prepositions)
        )
    return kind == "subordinator" and phrase and before != "and"


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


def _stops_at_comma(
    context: Context, comma: int, cue: int, embedded: bool, phrase: bool, after_quotation: bool
) -> bool:
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
        return _reports(context, k + 1)  # ", qu'elles jugent alarmistes"
    if kind == "source" and _trailing_source(context, k):
        return True
    if kind == "preposition" and k + 1 < count and k + 1 in context.groups:
        return True  # ", avant d'ajouter que"
    if kind in ("and", "but") and _new_report(context, k + 1, cue):
        return True
    if kind in ("and", "but") and (
        _goes_on(context, k + 1) or (phrase and _has_own_verb(context, k + 1))
    ):
        return True
    if kind == "verb" and k in context.groups and _continues(context, k, cue):
        return True
    if kind in ("other-relative", "whether") and " " in context.sentence.text(k, k + 1):
        return _reports(context, k)  # ", ce que l'intéressé a démenti"; not ", ce qui l'empêche de"
    if after_quotation and kind not in ("quotation", "and"):
        return True
    if kind == "subordinator" and (phrase or (embedded and _reports(context, k + 1))):
        return True
    if kind == "verb" and _is_main(context, k, cue):
        return True
    if kind in _NOMINAL and _is_apart(context, k, phrase):
        return True
    if (embedded or phrase) and kind in _NOMINAL:
        return _has_own_verb(context, k)
    return False


def _is_apart(context: Context, noun: int, phrase: bool) -> bool:
    """Whether a noun after a comma opens the journalist's words.

    Such are what another says of it (…, une décision aussitôt jugée absurde par Moscou, …, une idée
    que le maire juge absurde), and after a noun phrase a clause with a participle (…, deux portiques
    étant attendus en mars).
    """
    if context.kinds[noun + 1 : noun + 2] in (("that",), ("other-relative",)):
        return _reports(context, noun + 2)
    k = context.skip(noun + 1, frozenset({"adverb"}))
    kind = context.kinds[k] if k < len(context.kinds) else ""
    return (kind == "past-participle" and k in context.groups) or (phrase and kind == "participle")


def _goes_on(context: Context, chunk: int) -> bool:
    """Whether a clause after a comma and *et* or *mais* is the journalist's.

    Its subject is a pronoun (…, et elle marchait sans bruit), or it reports itself (…, mais ses
    proches affirment que).
    """
    if context.kinds[chunk : chunk + 1] == ("pronoun",):
        return _has_own_verb(context, chunk) or context.kinds[chunk + 1 : chunk + 2] == (
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


def _reports(context: Context, start: int) -> bool:
    """Whether the clause that begins here has a verb that reports."""
    kinds = context.kinds
    for k in range(start, len(kinds)):
        if kinds[k] == "verb":
            return k in context.groups
        if kinds[k] in ("comma", "stop", "semicolon"):
            return False
    return False


def _is_main(context: Context, verb: int, cue: int) -> bool:
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


def _has_own_verb(context: Context, noun: int) -> bool:
    """Whether a noun after a comma or *et* is the subject of the main verb that follows."""
    return any(
        noun in subject.nouns and subject.link == "own" and verb > noun
        for verb, subject in context.subjects.items()
    )


def _new_report(context: Context, chunk: int, cue: int) -> bool:
    """Whether another verb with the cue's own subject begins here (et a demandé que)."""
    kinds = context.kinds
    k = context.skip(chunk, frozenset({"adverb", "time"}))
    if k >= len(kinds) or kinds[k] == "comma":
        return False
    if k not in context.groups:  # a estimé que la faute était établie mais a relaxé le prévenu
        return kinds[k] == "verb" and cue in context.subjects and _continues(context, k, cue)
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
        return _continues(context, k, cue)
    return kinds[k] in _DETACHED


def _continues(context: Context, verb: int, cue: int) -> bool:
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


def _trailing_source(context: Context, source: int) -> bool:
    """Whether a source closes its sentence, so that it holds for all that stands before it."""
    k = context.skip(source + 1, _SOURCE_WORDS)
    return k >= len(context.kinds) or context.kinds[k] in ("stop", "semicolon")
