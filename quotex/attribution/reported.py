"""Which words of a sentence are what is reported: after the cue, before it, or both."""

from __future__ import annotations

from typing import NamedTuple

from quotex.attribution.boundaries import clause_end
from quotex.attribution.context import Context
from quotex.grammar.chunks import Sentence
from quotex.grammar.verbs import VerbGroup
from quotex.rulefiles.ruleset import Range, Rule
from quotex.words.lexicon import Lexicon

_CONNECTIVE = frozenset({"adverb", "but", "and", "comma", "time"})
_LEADING = frozenset({"adverb", "but", "and", "comma", "stop", "dash", "other"})
_VERBS = frozenset({"verb", "past-participle"})
_STATES = frozenset({"quotation", "verb"})
_JOURNALIST = frozenset({"relative", "other-relative", "whether", "gerund", "participle", "but"})
"""What begins the journalist's own words behind an incise (…, dit-elle, où elle a accusé X)."""
_ADDRESSED = frozenset({"ask", "order", "promise", "propose"})
"""Acts whose object may be cut by the one spoken to (réclame du temps aux marchés)."""


class Reported(NamedTuple):
    """Token ranges of a content; ``around`` says they are cut out of the quotation around them.

    ``addressee`` is the complement that cuts the content in two.
    """

    ranges: tuple[Range, ...]
    around: bool = False
    addressee: Range | None = None


class Cue(NamedTuple):
    """Where a rule has matched: the cue's chunk, its end (a token), what the patterns found.

    ``after`` is the chunk after the last one that the pattern of the rule took.
    """

    rule: Rule
    context: Context
    chunk: int
    end: int
    after: int
    group: VerbGroup | None
    parts: dict[str, Range]


class ReportedReader:
    """Finds the content of matches; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        codes = lexicon.codes
        self._introducing = frozenset(
            codes.chars(lambda c: "that" in c or (bool(c & {"de", "à"}) and "contracted" not in c))
        )
        self._preposition = frozenset(codes.chars(lambda c: "preposition" in c))
        self._stop = frozenset(codes.chars(lambda c: "stop" in c))
        self._if = frozenset(codes.chars(lambda c: "if" in c))
        auxiliaries = {"be", "have"}
        self._waiting = frozenset(codes.chars(lambda c: bool(c & auxiliaries) and "finite" in c))
        self._to = frozenset(codes.chars(lambda c: "à" in c))
        heard = {"person", "group", "role", "organisation", "title"}
        self._heard = frozenset(codes.chars(lambda c: bool(c & heard)))

    def read(self, cue: Cue) -> Reported | None:
        """The content that the rule gives to its cue; null when there is none."""
        rule, context = cue.rule, cue.context
        bounds = context.sentence.bounds
        if rule.content == "empty":
            return Reported(())
        if rule.content == "part":
            if "content" not in cue.parts:
                return None
            start, end = cue.parts["content"]
            return Reported(((bounds[start], bounds[end]),))
        if rule.content == "subject":
            return self._subject(cue)
        if rule.content == "previous":
            return self._previous(context.sentence)
        if rule.content == "after":
            return self._after(cue)
        return self._before(cue)

    def _subject(self, cue: Cue) -> Reported | None:
        bounds = cue.context.sentence.bounds
        subject = cue.context.subjects.get(cue.chunk)
        if subject is None or not subject.nouns:
            return None
        if cue.context.kinds[subject.nouns[-1]] == "pronoun":
            return Reported(())
        return Reported(((bounds[subject.nouns[0]], bounds[cue.chunk]),))

    def _previous(self, sentence: Sentence) -> Reported | None:
        """The sentence before, in the same paragraph (… . C'est ce qu'a annoncé la préfecture)."""
        codes = sentence.tape.tapes[sentence.depth]
        end = sentence.start
        start = end - 1
        while start > 0 and codes[start - 1] not in self._stop:
            start -= 1
        if end and sentence.tape.text(end - 1, end) == ".":
            end -= 1
        return Reported(((start, end),)) if 0 <= start < end else None

    def _after(self, cue: Cue) -> Reported | None:
        rule, context, group = cue.rule, cue.context, cue.group
        sentence = context.sentence
        bounds = sentence.bounds
        start = cue.parts["content"][0] if "content" in cue.parts else cue.after
        inside = "adjective" in cue.parts and cue.end < bounds[cue.parts["adjective"][1]]
        codes = sentence.tape.tapes[sentence.depth]
        if inside and codes[cue.end] not in self._preposition:
            return None  # s'est montré beau joueur
        if inside:  # se dit conscient d'un malaise: the adjective holds its complement
            start = cue.parts["adjective"][1]
        end = clause_end(context, start, cue.chunk, rule.extent == "phrase")
        if end <= start and not inside:
            return None
        if context.kinds[start - 1] == "that" and group is not None and group.restrictive:
            return None  # ne prévoit plus qu'une croissance de 1 %
        first = bounds[start]
        asked = "si" in rule.frames and context.kinds[start] in ("subordinator", "whether")
        if rule.preposed or (asked and sentence.tape.tapes[sentence.depth][first] in self._if):
            first = self._past_introduction(sentence, first, preposed=True)
        if inside:
            first = self._past_introduction(sentence, cue.end, preposed=False)
        elif "adjective" in cue.parts:
            first = max(first, self._past_introduction(sentence, cue.end, preposed=False))
        if first >= bounds[end]:
            return Reported(())
        noun = rule.extent == "phrase" or context.kinds[start] == "quotation"
        if noun and group is not None and group.entry.act in _ADDRESSED:
            return self._cut(sentence, start, end, first)
        return Reported(((first, bounds[end]),))

    def _cut(self, sentence: Sentence, start: int, end: int, first: int) -> Reported:
        """The content without the one to whom it is said (du temps *aux marchés* pour …)."""
        bounds = sentence.bounds
        codes = sentence.tape.tapes[sentence.depth]
        for k in range(start + 1, end):
            if sentence.kinds[k] != "prepositional" or codes[bounds[k]] not in self._to:
                continue
            heads = codes[bounds[k] + 1 : min(bounds[k] + 3, bounds[k + 1])]
            if any(code in self._heard for code in heads):
                ranges = [(first, bounds[k]), (bounds[k + 1], bounds[end])]
                return Reported(
                    tuple(item for item in ranges if item[1] > item[0]),
                    addressee=(bounds[k], bounds[k + 1]),
                )
        return Reported(((first, bounds[end]),))

    def _past_introduction(self, sentence: Sentence, token: int, *, preposed: bool) -> int:
        """Past what introduces a content: que, de, à; any preposition when ``preposed``."""
        codes = sentence.tape.tapes[sentence.depth]
        skipped = self._preposition | self._if if preposed else self._introducing
        return token + 1 if token < len(codes) and codes[token] in skipped else token

    def _before(self, cue: Cue) -> Reported | None:
        """What an incise or a trailing source reports: all that stands before it, and after it."""
        rule, context, k = cue.rule, cue.context, cue.chunk
        sentence = context.sentence
        kinds, bounds = context.kinds, sentence.bounds
        start = _content_start(context, k)
        if rule.cue == "source" and kinds[k - 1] != "comma":
            contrast = [i for i in range(start, k) if kinds[i] == "but" and kinds[i - 1] == "comma"]
            start = contrast[-1] + 1 if contrast else start
        end = k
        while end > start and kinds[end - 1] in ("comma", "dash"):
            end -= 1
        if end - 1 > start and kinds[end - 1] == "adverb" and kinds[end - 2] == "comma":
            end -= 2  # …, toujours selon X
        if sentence.quotation >= 0 and rule.cue != "source":
            return Reported(((bounds[k], bounds[max(cue.after, k + 1)]),), around=True)
        pieces: list[Range] = []
        before = range(start, end)
        quoted = bool(sentence.tape.opened(bounds[start], bounds[end]))
        states = quoted or any(kinds[i] in _STATES for i in before)
        if end > start and (states or not all(kinds[i] in _CONNECTIVE for i in before)):
            pieces.append((bounds[start], bounds[end]))
        after = cue.after
        if rule.cue == "source" and self._waits(context, pieces):
            # Il serait, selon X, un ancien convoyeur: no apposition to X
            after = next((i for i in range(k + 1, after) if kinds[i] == "comma"), after)
        resumed = self._resumed(context, after, pieces)
        if resumed is not None:
            opened = max((i + 1 for i in before if kinds[i] == "colon"), default=start)
            if opened < end:  # il le craint : la digue, dit-il, cédera
                pieces = [(bounds[opened], bounds[end])]
        if resumed is not None:
            pieces.append(resumed)
        if not states and resumed is None:
            # "Interdiction d'applaudir, avait averti l'huissier."
            closes = cue.after >= len(kinds) or kinds[cue.after] in ("stop", "comma", "colon")
            noun = any(kinds[i] in ("noun", "infinitive") for i in before)
            if not ((rule.animate or rule.cue == "source") and closes and noun):
                return None
        if rule.quoted and not any(
            kinds[i] == "quotation" for i in (*before, *range(cue.after, len(kinds)))
        ):
            return None
        return Reported(tuple(pieces))

    def _resumed(self, context: Context, after: int, pieces: list[Range]) -> Range | None:
        """The rest of the reported sentence after the incise: ``, est prête.``"""
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
            if waits or any(kinds[i] in _STATES for i in range(start, end)):
                return bounds[start], bounds[end]
        return None

    def _waits(self, context: Context, pieces: list[Range]) -> bool:
        """Whether what is before the incise waits for its rest (Il est, dit-il, la langue)."""
        codes = context.sentence.tape.tapes[context.sentence.depth]
        return bool(pieces) and codes[pieces[-1][1] - 1] in self._waiting


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


def _content_start(context: Context, cue: int) -> int:
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
    if label > 0 and label + 1 < cue and not any(kinds[i] in _STATES for i in range(label)):
        start = label + 1  # a headline: Pont de l'Anse : il n'y aura pas de péage, assure X
    dashes = [k for k in range(start + 1, cue) if kinds[k] == "dash" and _spaced(context, k)]
    if len(dashes) == 1 and not any(kinds[i] in _STATES for i in range(start, dashes[0])):
        start = dashes[0] + 1  # a brief: Chantier à l'arrêt – Les travaux reprendront, assure X
    colons = [k for k in range(start, cue) if kinds[k] == "colon"]
    opened = colons[-1] + 1 if colons else cue
    if opened < cue - 1 and not any(kinds[k] in _STATES for k in range(opened, cue)):
        start = opened  # invitent à la prudence : leurs résultats, disent-ils, sont
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
