"""What an incise or a trailing source reports: the words before it, and those behind it."""

from __future__ import annotations

from quotex.attribution.beginnings import STATES, content_start
from quotex.attribution.boundaries import clause_end
from quotex.attribution.context import Context
from quotex.attribution.cue import Cue, Reported
from quotex.attribution.relations import has_own_verb
from quotex.rulefiles.ruleset import Range
from quotex.words.lexicon import Lexicon

_VERBS = frozenset({"verb", "past-participle"})
_CONNECTIVE = frozenset({"adverb", "but", "and", "comma", "time"})
_JOURNALIST = frozenset({"relative", "other-relative", "whether", "gerund", "participle", "but"})
"""What begins the journalist's own words behind an incise (…, dit-elle, où elle a accusé X)."""


class FramedReader:
    """Finds the content around a cue; one for a lexicon."""

    def __init__(self, lexicon: Lexicon, introducing: frozenset[str]) -> None:
        self._introducing = introducing
        auxiliaries = {"be", "have"}
        self._waiting = frozenset(
            lexicon.codes.chars(lambda c: bool(c & auxiliaries) and "finite" in c)
        )
        self._some = frozenset(
            lexicon.codes.chars(
                lambda c: (
                    bool(c & {"numeral", "number", "contracted"})
                    or {"demonstrative", "plural"} <= c
                )
            )
        )

    def read(self, cue: Cue) -> Reported | None:
        """What an incise or a trailing source reports: all that stands before it, and after it."""
        rule, context, k = cue.rule, cue.context, cue.chunk
        sentence = context.sentence
        kinds, bounds = context.kinds, sentence.bounds
        start = content_start(context, k)
        if rule.cue == "source" and kinds[k - 1] != "comma":
            contrast = [i for i in range(start, k) if kinds[i] == "but" and kinds[i - 1] == "comma"]
            start = contrast[-1] + 1 if contrast else start
        end = k
        while end > start and kinds[end - 1] in ("comma", "dash"):
            end -= 1
        if end - 1 > start and kinds[end - 1] == "adverb" and kinds[end - 2] == "comma":
            end -= 2  # …, toujours selon X
        if sentence.quotation >= 0 and rule.cue != "source":
            end = max(cue.after, k + 1)
            if kinds[end : end + 2] == ("comma", "relative"):  # balbutia-t-il, qui devint cramoisi
                end = context.skip(end, frozenset(kinds) - {"stop"})
            return Reported(((bounds[k], bounds[end]),), around=True)
        pieces: list[Range] = []
        before = range(start, end)
        quoted = bool(sentence.tape.opened(bounds[start], bounds[end]))
        states = quoted or any(kinds[i] in STATES for i in before)
        if end > start and (states or not all(kinds[i] in _CONNECTIVE for i in before)):
            pieces.append((bounds[start], bounds[end]))
        after = cue.after
        comma = next((i for i in range(k + 1, after) if kinds[i] == "comma"), after)
        waits = rule.cue == "source" and self._waits(context, pieces)
        if waits or (pieces and comma < after and self._goes_on(cue, comma + 1, end - 1)):
            after = comma  # Il serait, selon X, un ancien convoyeur: no apposition to X
        resumed = self._resumed(cue, after, pieces)
        if resumed is not None:
            opened = max((i + 1 for i in before if kinds[i] == "colon"), default=start)
            if opened < end:  # il le craint : la digue, dit-il, cédera
                pieces = [(bounds[opened], bounds[end])]
            pieces.append(resumed)
        if not states and resumed is None:
            # "Interdiction d'applaudir, avait averti l'huissier."
            follows = kinds[cue.after] if cue.after < len(kinds) else "stop"
            told = {"noun", "infinitive"}
            if follows == "stop":
                told.add("prepositional")  # À cause du vent, dit X.
            closes = follows in ("stop", "comma", "colon") and any(kinds[i] in told for i in before)
            if not ((rule.animate or rule.cue == "source") and closes):
                return None
        if rule.quoted and not any(
            kinds[i] == "quotation" for i in (*before, *range(cue.after, len(kinds)))
        ):
            return None
        return Reported(tuple(pieces))

    def _resumed(self, cue: Cue, after: int, pieces: list[Range]) -> Range | None:
        """The rest of the reported sentence after the incise: ``, est prête.``"""
        context = cue.context
        kinds, bounds = context.kinds, context.sentence.bounds
        k = context.skip(after, frozenset({"time", "prepositional", "adverb"}))
        if k >= len(kinds) or kinds[k] not in ("comma", "quotation", "colon"):
            return None
        apart = kinds[k : k + 2] == ("colon", "quotation") and bool(pieces)
        if apart and not context.sentence.tape.opened(*pieces[0]):
            return None  # Exagéré, réplique X : « Un incident isolé »
        start = k + (kinds[k] in ("comma", "colon"))
        if start >= len(kinds):
            return None
        if kinds[start] == "quotation":
            return bounds[start], bounds[start + 1]
        governed = kinds[start] in ("that", "infinitive")
        if governed and pieces and kinds[bounds.index(pieces[-1][1]) - 1] in _VERBS:
            # on lui a répondu, dit-elle, que X; elle aimerait, dit-elle, apprendre X
            return bounds[start], bounds[clause_end(context, start, start, False)]
        if kinds[start] == "opinion" or kinds[start : start + 2] == ("adverb", "gerund"):
            return None  # …, dit X, pour qui « … »; …, disent-ils, tout en ajoutant que
        if kinds[start] == "preposition":
            if start + 1 in context.groups:
                return None  # …, a dit X, avant d'ajouter que
            codes = context.sentence.tape.tapes[context.sentence.depth]
            governed = codes[bounds[start]] in self._introducing
            if governed and start + 1 < len(kinds) and kinds[start + 1] == "infinitive":
                return bounds[start], bounds[clause_end(context, start, start, False)]
            if context.sentence.shape[start] in context.readers.asides:
                return None  # …, promet-elle, sans avancer de date
        if any(
            kinds[i] == "quotation"
            for i in range(len(kinds))
            if bounds[i] < bounds[k] and pieces and bounds[i] >= pieces[0][0]
        ):
            return None
        if pieces and self._goes_on(cue, start, bounds.index(pieces[-1][1]) - 1):
            return bounds[start], bounds[clause_end(context, start, start, False)]
        if kinds[start] not in _JOURNALIST:
            before_has_verb = any(
                kinds[i] == "verb" and pieces and pieces[0][0] <= bounds[i] < pieces[0][1]
                for i in range(len(kinds))
            )
            waits = self._waits(context, pieces)
            ended = kinds[start] in ("noun", "prepositional", "relative", "and")
            if before_has_verb and not waits and ended:
                return None
            end = clause_end(context, start, start, False)
            if waits or any(kinds[i] in STATES for i in range(start, end)):
                return bounds[start], bounds[end]
        return None

    def _goes_on(self, cue: Cue, start: int, last: int) -> bool:
        """Whether words without a verb behind an incise are the rest of what it reports.

        Elle gardera, dit-elle, le souvenir d'un jour; on part, dit-il, mais sans joie.  ``last`` is
        the chunk before the incise: a verb there has no object yet.
        """
        context, verb = cue.context, cue.context.kinds[last] == "verb"
        kinds, sentence = context.kinds, context.sentence
        kind = kinds[start]
        if not _takes_no_apposition(cue):  # il a vendu, selon le maire, trois terrains
            codes = sentence.tape.tapes[sentence.depth]
            return verb and kind == "noun" and codes[sentence.bounds[start]] in self._some
        if kind in ("but", "adverb"):
            start += 1
            if start >= len(kinds) or has_own_verb(context, start):
                return False
            return kind == "but" or kinds[start] in ("noun", "prepositional")
        venue = sentence.shape[start] in context.readers.venues
        return kind == "noun" or (kind == "prepositional" and verb and not venue)

    def _waits(self, context: Context, pieces: list[Range]) -> bool:
        """Whether what is before the incise waits for its rest (Il est, dit-il, la langue)."""
        codes = context.sentence.tape.tapes[context.sentence.depth]
        return bool(pieces) and codes[pieces[-1][1] - 1] in self._waiting


def _takes_no_apposition(cue: Cue) -> bool:
    """Whether the speaker is a pronoun, so that words behind a comma are no apposition to it."""
    kinds = cue.context.kinds
    return cue.rule.speaker == "clitic" or (
        cue.rule.cue == "source" and kinds[cue.chunk + 1 : cue.after] == ("pronoun",)
    )
