"""Rules tried on sentences: each cue, each rule in order of priority, the first that holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quotex.boundaries import Context, clause_end
from quotex.chunks import Chunker, Sentence
from quotex.clauses import ClauseReader
from quotex.codes import WORD
from quotex.lexicon import Lexicon
from quotex.ruleset import CompiledRule, Rule
from quotex.speakers import SpeakerFinder
from quotex.verbs import VerbGroup, VerbReader

_VERBAL = frozenset({"verb", "gerund", "participle", "infinitive", "past-participle"})
_CUES = frozenset({"source", "opinion", "colon"})
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that holds at a cue.  All ranges are half-open token ranges of the sentence's tape.

    ``content`` are the stretches of the content before they are trimmed; ``around`` says that
    they are those of the whole quotation in which the cue stands.  ``speaker`` is null when no
    words stand for it.  ``circumstances`` are the chunks beside the cue that may say when, where
    and to whom; ``addressee`` is the object that the pattern names @to(…).
    """

    rule: Rule
    context: Context
    chunk: int
    cue: Range | None
    group: VerbGroup | None
    content: tuple[Range, ...]
    around: bool
    speaker: Range | None
    understood: bool
    circumstances: tuple[int, ...]
    addressee: Range | None

    @property
    def sentence(self) -> Sentence:
        return self.context.sentence


class Matcher:
    """Finds the matches of sentences; one for a lexicon and a set of rules."""

    def __init__(
        self,
        lexicon: Lexicon,
        chunker: Chunker,
        rules: tuple[Rule, ...],
        macros: Mapping[str, str],
    ) -> None:
        self._alphabet = chunker.alphabet
        self._verbs = VerbReader(lexicon, chunker)
        self._clauses = ClauseReader(chunker.alphabet, lexicon.codes)
        self._speakers = SpeakerFinder(lexicon)
        codes = lexicon.codes
        self._introducing = frozenset(
            codes.chars(
                lambda c: "that" in c or bool(c & {"de", "à"}) and not c & {"contracted"}
            )
        )
        self._preposition = frozenset(codes.chars(lambda c: "preposition" in c))
        self._lexicon = lexicon
        self._speech_noun = frozenset(codes.chars(lambda c: "speech-noun" in c))
        self._word = frozenset(codes.chars(lambda c: WORD in c and "premodifier" not in c))
        self._whether = frozenset(codes.chars(lambda c: "whether" in c))
        self._if = frozenset(codes.chars(lambda c: "if" in c))
        self._silent = frozenset(codes.chars(lambda c: "silent" in c))
        self._be = frozenset(codes.chars(lambda c: "be" in c and "finite" in c))
        self._court = frozenset(codes.chars(lambda c: "court" in c))
        self._person = frozenset(codes.chars(lambda c: bool(c & {"person", "role"})))
        self._of = frozenset(codes.chars(lambda c: "de" in c))
        self._hospitality = frozenset(codes.chars(lambda c: "hospitality" in c))
        self._adverb = frozenset(codes.chars(lambda c: "adverb" in c))
        ordered = sorted(rules, key=lambda rule: (-rule.priority, rule.id))
        compiled = [CompiledRule(rule, chunker.alphabet, macros) for rule in ordered]
        self._by_kind: dict[str, list[CompiledRule]] = {}
        for item in compiled:
            kinds = [_FORM_KINDS[form] for form in item.rule.forms]
            for kind in kinds if item.rule.cue == "verb" else [item.rule.cue]:
                self._by_kind.setdefault(kind, []).append(item)

    def context(self, sentence: Sentence) -> Context:
        """The sentence with its verbs and subjects read."""
        groups: dict[int, VerbGroup] = {}
        reporting = self._reporting(sentence)
        for k in reporting:
            group = self._verbs.read(sentence, k)
            if group is not None:
                groups[k] = group
        tenses = {
            k: self._verbs.tenses(sentence, k)
            for k, kind in enumerate(sentence.kinds)
            if kind == "verb"
        }
        subjects = self._clauses.subjects(sentence)
        return Context(sentence, groups, subjects, self._speakers.living, tenses)

    def _reporting(self, sentence: Sentence) -> Iterator[int]:
        for k, kind in enumerate(sentence.kinds):
            if kind in _VERBAL:
                yield k

    def matches(self, context: Context) -> Iterator[Match]:
        """The matches of one sentence in order of their cues, at most one for each cue."""
        for k, kind in enumerate(context.kinds):
            if kind in _VERBAL:
                if k not in context.groups:
                    continue
            elif kind not in _CUES:
                continue
            for compiled in self._by_kind.get(kind, ()):
                match = self._try(compiled, context, k)
                if match is not None:
                    yield match
                    break

    def _noun_before(self, context: Context, colon: int) -> Range | None:
        """The noun of speech that stands before a colon (un message : « … »)."""
        if not colon or context.kinds[colon - 1] not in ("noun", "prepositional"):
            return None
        sentence = context.sentence
        codes = sentence.tape.tapes[sentence.depth]
        for token in range(sentence.bounds[colon - 1], sentence.bounds[colon]):
            if codes[token] in self._speech_noun:
                noun = self._lexicon.speech_nouns[sentence.tape.word(token)]
                return (token, token + 1) if "colon" in noun.takes else None
            if codes[token] in self._word:
                return None
        return None

    def _try(self, compiled: CompiledRule, context: Context, k: int) -> Match | None:
        rule = compiled.rule
        group = context.groups.get(k)
        if group is not None and not self._verb_fits(rule, group, context, k):
            return None
        shape = context.sentence.shape
        before = None
        if compiled.before is not None:
            before = compiled.before.search(shape, 0, k)
            if before is None:
                return None
        after = compiled.after.match(shape, k + 1)
        if after is None:
            return None
        parts: dict[str, Range] = {}
        for found in (before, after):
            if found is not None:
                for name in found.re.groupindex:
                    if found.start(name) >= 0:
                        parts[name] = found.span(name)
        if rule.preposed and group is not None and "content" not in parts:
            found_at = self._complement(group, context, after.end())
            if found_at is None:
                return None
            parts["content"] = (found_at, found_at + 1)
        if group is not None and not self._complement_fits(rule, group, context, parts):
            return None
        speaker = self._speakers.find(rule, context, k, group, parts)
        if speaker is None:
            return None
        sentence = context.sentence
        cue_end = group.end if group else sentence.bounds[k + 1]
        cue_start = group.start if group else sentence.bounds[k]
        if rule.cue == "colon":
            cue_start, cue_end = self._noun_before(context, k) or (cue_start, cue_end)
        if "adjective" in parts:
            cue_end = self._adjective_end(sentence, parts["adjective"])
        content = self._content(
            rule, context, k, group, parts, after.end(), speaker.chunks, cue_end
        )
        if content is None:
            return None
        ranges, around = content
        codes = sentence.tape.tapes[sentence.depth]
        if group is not None and group.negated and ranges and codes[ranges[0][0]] in self._silent:
            return None  # n'a pas souhaité commenter
        if group is not None and _only_weak(rule, group) and not _quoted_early(context, ranges):
            return None
        if group is not None and ranges and self._acts(rule, group, context, ranges[0], speaker.tokens):
            return None
        used = set(range(*parts["content"])) if "content" in parts else set()
        circumstances = tuple(
            i
            for i in (*_before_circumstances(context, k), *range(k + 1, after.end()))
            if context.kinds[i] in ("time", "prepositional")
            and i not in speaker.chunks
            and i not in used
        )
        addressee = (
            (sentence.bounds[parts["to"][0]], sentence.bounds[parts["to"][1]])
            if "to" in parts
            else None
        )
        return Match(
            rule, context, k, (cue_start, cue_end), group, ranges, around,
            speaker.tokens, speaker.understood, circumstances, addressee,
        )  # fmt: skip

    def _acts(
        self, rule: Rule, group: VerbGroup, context: Context, content: Range, speaker: Range | None
    ) -> bool:
        """Whether a verb of speech names an act that is none (le tribunal condamne X, inviter à dîner)."""
        codes = context.sentence.tape.tapes[context.sentence.depth]
        head = codes[content[0] : min(content[1], content[0] + 2)]
        if "whom-à" in rule.frames and any(code in self._hospitality for code in head):
            return True
        if rule.extent != "phrase" or rule.preposed:
            return False
        if speaker and group.entry.ruling and any(c in self._court for c in codes[slice(*speaker)]):
            return True
        return "object" in rule.frames and any(code in self._person for code in head) and not any(
            code in self._of for code in codes[slice(*content)]
        )

    def _complement(self, group: VerbGroup, context: Context, start: int) -> int | None:
        """The first complement with a preposition that the verb takes (plaide depuis hier pour X)."""
        wanted = _prepositions(group)
        for k in range(start, len(context.kinds)):
            if self._alphabet.classes(context.sentence.shape[k]) & wanted:
                return k if context.kinds[k] == "prepositional" else None
            if context.kinds[k] not in ("time", "adverb", "prepositional"):
                return None
        return None

    def _complement_fits(
        self, rule: Rule, group: VerbGroup, context: Context, parts: dict[str, Range]
    ) -> bool:
        """Whether the verb takes the preposition before the content, or the question word."""
        sentence = context.sentence
        chunk = parts.get("preposition", parts.get("content", (0, 0)))[0]
        if rule.preposed or "preposition" in parts:
            return bool(self._alphabet.classes(sentence.shape[chunk]) & _prepositions(group))
        if "si" in rule.frames and context.kinds[chunk] == "subordinator":
            code = sentence.tape.tapes[sentence.depth][sentence.bounds[chunk]]
            return code in self._whether
        return True

    def _adjective_end(self, sentence: Sentence, chunks: Range) -> int:
        """The token after the adjective of *se dire satisfait*, adverbs before it included."""
        codes = sentence.tape.tapes[sentence.depth]
        token = sentence.bounds[chunks[0]]
        while token < sentence.bounds[chunks[1]] - 1 and codes[token] in self._adverb:
            token += 1
        return token + 1

    def _verb_fits(self, rule: Rule, group: VerbGroup, context: Context, k: int) -> bool:
        if not set(rule.frames) & set(group.entry.takes):
            return False
        if rule.inverted is not None and rule.inverted != (group.clitic >= 0):
            return False
        before = context.kinds[k - 1] if k else ""
        if group.form == "past-participle":
            governed = before == "comma" and any(i in context.groups for i in range(k))
            if not rule.passive and before not in ("and", "but") and not governed:
                return False  # no report of its own: la loi annoncée
        elif rule.passive != group.passive:
            return False
        if group.first_person:
            return False
        if group.form == "infinitive" and (before == "verb" or self._after_copula(context, k)):
            return False  # il faut dire que, force est de constater que
        if group.negated and group.form == "finite" and rule.content == "before":
            if not group.carried and group.clitic < 0:
                return False  # « Aucune science » ne justifie X
        if rule.detached is not None:
            subject = context.subjects.get(k)
            free = subject is None or subject.link in ("none", "comma")
            if free != rule.detached:
                return False
        return rule.quoted or not group.entry.manner or context.sentence.quotation >= 0

    def _after_copula(self, context: Context, k: int) -> bool:
        """Whether *être* governs the infinitive in chunk ``k`` through a preposition."""
        if k < 2 or context.kinds[k - 1] != "preposition" or context.kinds[k - 2] != "verb":
            return False
        sentence = context.sentence
        return sentence.tape.tapes[sentence.depth][sentence.bounds[k - 1] - 1] in self._be

    def _content(
        self,
        rule: Rule,
        context: Context,
        k: int,
        group: VerbGroup | None,
        parts: dict[str, Range],
        after: int,
        speaker: tuple[int, ...],
        cue_end: int,
    ) -> tuple[tuple[Range, ...], bool] | None:
        sentence = context.sentence
        bounds = sentence.bounds
        if rule.content == "empty":
            return (), False
        if rule.content == "part":
            if "content" not in parts:
                return None
            start, end = parts["content"]
            return ((bounds[start], bounds[end]),), False
        if rule.content == "subject":
            subject = context.subjects.get(k)
            if subject is None or not subject.nouns:
                return None
            if context.kinds[subject.nouns[-1]] == "pronoun":
                return (), False
            return ((bounds[subject.nouns[0]], bounds[k]),), False
        if rule.content == "after":
            start = parts["content"][0] if "content" in parts else after
            end = clause_end(context, start, k, rule.extent == "phrase")
            if end <= start:
                return None
            if start and context.kinds[start - 1] == "that":
                if group is not None and group.restrictive:
                    return None  # ne prévoit plus qu'une croissance de 1 %
            first = bounds[start]
            asked = "si" in rule.frames and context.kinds[start] in ("subordinator", "whether")
            if rule.preposed or (asked and sentence.tape.tapes[sentence.depth][first] in self._if):
                first = self._past_introduction(sentence, first, True)
            if "adjective" in parts:
                first = max(first, self._past_introduction(sentence, cue_end, False))
            return ((first, bounds[end]),) if first < bounds[end] else (), False
        return self._content_before(rule, context, k, after, speaker)

    def _past_introduction(self, sentence: Sentence, token: int, preposed: bool) -> int:
        """Past the word that introduces a content: que, de, à; any preposition when ``preposed``."""
        codes = sentence.tape.tapes[sentence.depth]
        skipped = self._preposition | self._if if preposed else self._introducing
        return token + 1 if token < len(codes) and codes[token] in skipped else token

    def _content_before(
        self, rule: Rule, context: Context, k: int, after: int, speaker: tuple[int, ...]
    ) -> tuple[tuple[Range, ...], bool] | None:
        """What an incise or a trailing source reports: all that stands before it, and after it."""
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
        if sentence.quotation >= 0:
            return ((bounds[k], bounds[max(after, k + 1)]),), True
        pieces: list[Range] = []
        before = range(start, end)
        if end > start and any(kinds[i] in ("quotation", "verb") for i in before):
            pieces.append((bounds[start], bounds[end]))
        elif end > start and not all(kinds[i] in _CONNECTIVE for i in before):
            pieces.append((bounds[start], bounds[end]))
        resumed = self._resumed(context, after, pieces)
        if resumed is not None:
            pieces.append(resumed)
        if not any(kinds[i] in ("quotation", "verb") for i in before) and resumed is None:
            # "Interdiction d'applaudir, avait averti l'huissier."
            closes = after >= len(kinds) or kinds[after] in ("stop", "comma")
            noun = any(kinds[i] in ("noun", "infinitive") for i in before)
            if not (rule.animate and closes and noun):
                return None
        if rule.quoted and not any(
            kinds[i] == "quotation" for i in (*before, *range(after, len(kinds)))
        ):
            return None
        return tuple(pieces), False

    def _ends_in_copula(self, context: Context, pieces: list[Range]) -> bool:
        """Whether what stands before the incise waits for its attribute (Il est, dit-il, la langue)."""
        sentence = context.sentence
        return bool(pieces) and (
            sentence.tape.tapes[sentence.depth][pieces[-1][1] - 1] in self._be
        )

    def _resumed(self, context: Context, after: int, pieces: list[Range]) -> Range | None:
        """The rest of the reported sentence after the incise: ``, est prête.``"""
        kinds, bounds = context.kinds, context.sentence.bounds
        k = context.skip(after, frozenset({"time", "prepositional", "adverb"}))
        if k >= len(kinds) or kinds[k] not in ("comma", "quotation", "colon"):
            return None
        start = k + (kinds[k] in ("comma", "colon"))
        if start >= len(kinds):
            return None
        if kinds[start] == "quotation":
            return bounds[start], bounds[start + 1]
        if kinds[start] == "preposition" and start + 1 in context.groups:
            return None  # …, a dit X, avant d'ajouter que
        if any(
            kinds[i] == "quotation"
            for i in range(len(kinds))
            if bounds[i] < bounds[k] and pieces and bounds[i] >= pieces[0][0]
        ):
            return None
        if kinds[start] not in ("relative", "other-relative", "gerund", "participle", "but"):
            before_has_verb = any(
                kinds[i] == "verb" and pieces and pieces[0][0] <= bounds[i] < pieces[0][1]
                for i in range(len(kinds))
            )
            waits = self._ends_in_copula(context, pieces)
            if before_has_verb and not waits and kinds[start] in ("noun", "prepositional", "relative"):
                return None
            end = clause_end(context, start, start, False)
            if any(kinds[i] in ("verb", "quotation") for i in range(start, end)):
                return bounds[start], bounds[end]
        return None


_FORM_KINDS = {
    "finite": "verb",
    "infinitive": "infinitive",
    "gerund": "gerund",
    "participle": "participle",
    "past-participle": "past-participle",
}
_CLAUSAL = frozenset({"incise", "quote", "que", "si"})


def _only_weak(rule: Rule, group: VerbGroup) -> bool:
    """Whether the verb often does something else in this construction (lancer un produit)."""
    frames = set(rule.frames) & set(group.entry.takes)
    if group.negated and frames & set(group.entry.negated):
        return False
    return not frames & _CLAUSAL and frames <= set(group.entry.weak)


def _quoted_early(context: Context, content: tuple[Range, ...]) -> bool:
    """Whether a quotation begins with the content, or right after its first words (une « … »)."""
    first = content[0][0] if content else -1
    return any(first <= q.opening <= first + 2 for q in context.sentence.tape.quotations)


def _prepositions(group: VerbGroup) -> set[str]:
    """The classes of the prepositions that the frames of a verb name (whom-à, de-inf …)."""
    return {f"with-{part}" for frame in group.entry.takes for part in frame.split("-")}


_CONNECTIVE = frozenset({"adverb", "but", "and", "comma", "time"})


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
    if label > 0 and label + 1 < cue and not any(
        kinds[i] in ("verb", "quotation") for i in range(label)
    ):
        start = label + 1  # a headline: Pont de l'Anse : il n'y aura pas de péage, assure X
    k = start
    while k < cue and kinds[k] in ("adverb", "but", "and", "comma", "stop", "dash", "other"):
        k += 1
    if k > start and (kinds[k - 1] == "comma" or (k < cue and kinds[k] == "quotation")):
        return k
    return start


def _before_circumstances(context: Context, k: int) -> Iterator[int]:
    """Time expressions and complements between the clause's beginning and its verb."""
    subject = context.subjects.get(k)
    if subject is None or subject.link != "own" or not subject.nouns:
        return
    kinds = context.kinds
    for i in range(subject.nouns[0] - 1, -1, -1):
        if kinds[i] in ("comma", "adverb"):
            continue
        if kinds[i] not in ("time", "prepositional"):
            break
        yield i
    for i in range(subject.nouns[-1] + 1, k):
        if kinds[i] == "time":
            yield i
