"""The subject of a reporting verb: its own, or the one that it shares with another verb."""

from __future__ import annotations

from typing import NamedTuple

from quotex.attribution.animacy import Animacy
from quotex.attribution.context import Context
from quotex.grammar.clauses import Subject
from quotex.grammar.verbs import VerbGroup
from quotex.rulefiles.ruleset import Range, Rule
from quotex.words.lexicon import Lexicon

_NOMINAL = frozenset({"noun", "pronoun"})
_VERBAL = frozenset({"verb", "infinitive", "participle", "gerund"})


class Found(NamedTuple):
    """The speaker's chunks and tokens; ``tokens`` is null when no words stand for it."""

    chunks: tuple[int, ...]
    tokens: Range | None
    understood: bool


class SubjectFinder:
    """Finds the words of subjects; one for a lexicon."""

    def __init__(self, lexicon: Lexicon, animacy: Animacy) -> None:
        codes = lexicon.codes

        def having(*names: str) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: not classes.isdisjoint(names)))

        self._animacy = animacy
        self._capital = having("capital", "title")
        self._nobody = having("nobody")
        self._thing = having("neuter") - having("det")
        self._impersonal = having("impersonal")
        self._narrator = having("narrator")
        self._partner = having("speech-participant") - having("third") - self._narrator
        self._object = having("object-clitic") - having("speech-participant")
        self._readings = lexicon.readings
        self._perceived = lexicon.words["perceived"]

    def find(self, rule: Rule, context: Context, k: int, group: VerbGroup | None) -> Found | None:
        """The speaker of the verb in chunk ``k``; null when none that can speak is found."""
        verb = k
        understood = False
        if group is not None and group.form != "finite":
            nearest = self._heard(context, k) or self._governor(context, k)
            if isinstance(nearest, tuple):
                return Found((), nearest, True)
            verb, understood = nearest, True
            if (
                verb > k
                and group.form == "infinitive"
                and (not k or context.kinds[k - 1] != "preposition")
            ):
                return None  # Crier « danger », ce n'est pas la même chose
            if verb < 0:
                # Crier « danger » n'est pas la même chose; but: en dénonçant X
                return Found((), None, True) if group.form != "infinitive" else None
            governor = context.groups.get(verb)
            if governor is not None and governor.clitic >= 0:
                return Found((), (governor.clitic, governor.clitic + 1), True)
            bare = verb not in context.subjects or not context.subjects[verb].nouns
            if bare or context.incise(verb):
                inverted = self.inverted(context, verb)
                if inverted is None and bare and group.form == "infinitive":
                    return None  # tout porte à croire que
                if bare or (inverted and self._animacy.is_animate(context, inverted)):
                    return Found((), inverted, True)
        subject = context.subjects.get(verb)
        if subject is None or not subject.nouns:
            if group is not None and group.form == "finite" and not self._goes_on(context, k):
                return None
            return Found((), None, True)
        tokens = self.tokens(context, subject)
        if tokens is None:
            return None
        codes = context.sentence.tape.tapes[context.sentence.depth]
        if codes[tokens[0]] in self._nobody or codes[tokens[0]] in self._thing:
            return None
        if codes[tokens[0]] in self._narrator and not _narrates(context, group):
            return None
        modal = group is not None and group.carried and group.certainty == "hypothetical"
        if modal and codes[tokens[0]] in self._impersonal:
            return None  # on peut noter que; but: à la mairie, on se borne à saluer X
        if rule.animate and not self._animacy.is_animate(context, tokens):
            return None
        anyone = codes[tokens[0]] in self._impersonal and tokens[1] == tokens[0] + 1
        if rule.extent == "phrase" and context.sentence.quotation < 0 and anyone:
            first = subject.nouns[0]
            if first < 2 or context.kinds[first - 2 : first] != ("prepositional", "comma"):
                return None  # on juge l'arbre à ses fruits; but: à la mairie, on dément X
        return Found(subject.nouns, tokens, understood or subject.link != "own")

    def _goes_on(self, context: Context, k: int) -> bool:
        """Whether the sentence only carries on the one before (Et menace de saisir la justice)."""
        opening = context.kinds[:k]
        return (
            context.sentence.depth == 0
            and "and" in opening
            and all(kind in ("and", "adverb", "comma", "time") for kind in opening)
        )

    def _heard(self, context: Context, k: int) -> Range | None:
        """Whom one hears, sees or lets speak (on a entendu le maire dire que, on l'entend dire)."""
        kinds, bounds = context.kinds, context.sentence.bounds
        if kinds[k] != "infinitive":
            return None
        verb = k - 1
        while verb > 0 and kinds[verb] in ("prepositional", "adverb", *_NOMINAL):
            verb -= 1
        if verb < 0 or kinds[verb] not in _VERBAL or not self._perceives(context, verb):
            return None
        noun = context.skip(verb + 1, frozenset({"adverb"}))
        if noun < k:
            return (bounds[noun], bounds[k]) if kinds[noun] in _NOMINAL else None
        codes = context.sentence.tape.tapes[context.sentence.depth]
        clitics = (i for i in range(bounds[verb], bounds[k]) if codes[i] in self._object)
        return next(((i, i + 1) for i in clitics), None)

    def _perceives(self, context: Context, verb: int) -> bool:
        word = context.sentence.tape.word(context.sentence.bounds[verb + 1] - 1)
        return any(reading.lemma in self._perceived for reading in self._readings.get(word, ()))

    def _governor(self, context: Context, k: int) -> int | Range:
        """The verb whose subject a participle or infinitive shares, or the noun it stands on.

        After a report it is the reporting verb, not a verb of what is reported (X a dit que Y
        viendrait, ajoutant que …); before its sentence it is the main verb that follows.
        """
        kinds, bounds = context.kinds, context.sentence.bounds
        if kinds[k] == "participle" and k and kinds[k - 1] in ("noun", "prepositional"):
            noun = k - 1
            while (
                noun > 0
                and kinds[noun] == "prepositional"
                and kinds[noun - 1] in ("noun", "prepositional")
            ):
                noun -= 1
            own = noun and kinds[noun - 1] == "comma"  # tous ont réagi, la droite dénonçant X
            if kinds[noun] == "noun" and (own or not any(kinds[i] == "verb" for i in range(noun))):
                return bounds[noun], bounds[k]
        waiting = [
            (subject.nouns[0], verb)
            for verb, subject in context.subjects.items()
            if verb > k and subject.link == "own" and subject.nouns and subject.nouns[-1] < k
        ]
        if waiting and kinds[k] in ("participle", "gerund", "infinitive"):
            return max(waiting)[
                1
            ]  # a dit que le maire, prétextant un retard, avait quitté la salle
        for accepted in (context.groups, context.subjects):
            for i in reversed([i for i in accepted if i < k]):
                subject = context.subjects.get(i)
                if subject is not None and subject.clause != "that":
                    return i
        after = [
            i
            for i, subject in context.subjects.items()
            if i > k and subject.nouns and kinds[subject.nouns[0] - 1] == "comma"
        ]
        return after[0] if after else -1

    def inverted(self, context: Context, verb: int) -> Range | None:
        """The noun phrase after its verb (…, a déclaré le maire en ajoutant que …)."""
        kinds, bounds = context.kinds, context.sentence.bounds
        k = context.skip(verb + 1, frozenset({"adverb", "time", "prepositional"}))
        if k < len(kinds) and kinds[k] in _NOMINAL:
            return bounds[k], bounds[k + 1]
        return None

    def tokens(self, context: Context, subject: Subject) -> Range | None:
        """The tokens that name a subject; null for the one spoken to (vous)."""
        kinds, bounds = context.kinds, context.sentence.bounds
        nouns = subject.nouns
        codes = context.sentence.tape.tapes[context.sentence.depth]
        if subject.clause == "relative" and kinds[nouns[0]] == "relative":
            return bounds[nouns[0]], bounds[nouns[0] + 1]
        if subject.coordinated:
            return bounds[nouns[0]], bounds[nouns[-1] + 1]
        chosen = nouns[-1]
        if len(nouns) > 1:
            closed = subject.verb > 0 and self._closed(context, nouns[-1], subject.verb)
            if closed:
                named = [n for n in nouns if codes[bounds[n]] in self._capital]
                chosen = named[0] if named else nouns[0]
        if codes[bounds[chosen]] in self._partner and kinds[chosen] == "pronoun":
            return None
        return bounds[chosen], bounds[self._extended(context, chosen, subject.verb)]

    def _closed(self, context: Context, noun: int, verb: int) -> bool:
        """Whether a comma stands between the last noun and its verb."""
        return any(context.kinds[i] == "comma" for i in range(noun + 1, verb))

    def _extended(self, context: Context, noun: int, verb: int) -> int:
        """The end of the phrase with the complements that stand directly on it."""
        kinds = context.kinds
        end = noun + 1
        if kinds[noun] == "pronoun":
            return end
        k = end
        while k < verb and kinds[k] in (
            "prepositional",
            "past-participle",
            "quotation",
            "participle",
            "noun",
            "time",
        ):
            k += 1
        while k > end and kinds[k - 1] == "time":
            k -= 1
        return (
            k
            if k == verb
            or (
                k < len(kinds)
                and kinds[k] in ("relative", "adverb", "comma", "other-relative", "time")
            )
            else end
        )


def _narrates(context: Context, group: VerbGroup | None) -> bool:
    """Whether *je* or *nous* tells what it said itself, in words that are not quoted already.

    Not: J'ai assisté à un colloque dit « participatif », whose verb has another person.
    """
    if context.sentence.quotation >= 0:
        return False
    return group is None or group.form != "finite" or group.narrated
