"""Which words stand for the source of an attribution."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.boundaries import Context
from quotex.clauses import Subject
from quotex.codes import MASKED_CLAUSE
from quotex.lexicon import Lexicon
from quotex.ruleset import Range, Rule
from quotex.verbs import VerbGroup

_NOMINAL = frozenset({"noun", "pronoun"})
_NAME_WORDS = 5
"""A quotation of at most so many words without a verb may be a title or a term."""


@dataclass(frozen=True, slots=True)
class Found:
    """The speaker's chunks and tokens; ``tokens`` is null when no words stand for it."""

    chunks: tuple[int, ...]
    tokens: Range | None
    understood: bool


class SpeakerFinder:
    """Finds speakers as the rules say; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        codes = lexicon.codes
        living = {"role", "person", "group", "organisation", "title", "source", "capital", "document",
                  "demonstrative", "third", "institution", "place", "media", "strong", "subject", "relative"}
        self.living = frozenset(codes.chars(lambda classes: bool(classes & living)))
        self._sources = frozenset(
            codes.chars(lambda classes: bool(classes & (living | {"source-adjective", "speech-noun"})))
        )
        self._capital = frozenset(codes.chars(lambda classes: bool(classes & {"capital", "title"})))
        self._preposition = frozenset(codes.chars(lambda classes: "preposition" in classes))
        self._det = frozenset(codes.chars(lambda classes: "det" in classes))
        self._masked_clause = codes.char(frozenset({MASKED_CLAUSE}))
        self._own = frozenset(codes.chars(lambda c: "possessive" in c or c >= {"object-clitic", "det"}))
        self._alone = frozenset(codes.chars(lambda classes: "demonstrative" in classes))
        self._unfit: dict[str, frozenset[str]] = {
            "source": lexicon.words["unsourced"],
            "opinion": frozenset(word.lower() for word in lexicon.words["unopined"]),
        }
        self._speech_noun = frozenset(codes.chars(lambda classes: "speech-noun" in classes))
        self._of = frozenset(codes.chars(lambda classes: "de" in classes))
        quantity = {"det", "numeral", "number", "premodifier", "demonstrative"}
        self._quantity = frozenset(codes.chars(lambda classes: bool(classes & quantity)))
        self._nobody = frozenset(codes.chars(lambda classes: "nobody" in classes))
        self._thing = frozenset(codes.chars(lambda classes: "neuter" in classes and "det" not in classes))
        self._impersonal = frozenset(codes.chars(lambda classes: "impersonal" in classes))
        self._first = frozenset(codes.chars(lambda classes: "speech-participant" in classes and "third" not in classes))

    def find(
        self,
        rule: Rule,
        context: Context,
        k: int,
        group: VerbGroup | None,
        parts: dict[str, Range],
        owner: Range | None = None,
    ) -> Found | None:
        """The speaker of the match, or null when the rule's conditions on it do not hold.

        ``owner`` is whose the noun is that reports.
        """
        if rule.speaker == "context":
            return Found((), None, True)
        if rule.speaker == "clitic":
            if group is None or group.clitic < 0:
                return None
            code = context.sentence.tape.tapes[context.sentence.depth][group.clitic]
            if group.certainty == "hearsay" and code in self._impersonal:
                return None  # dirait-on
            return Found((), (group.clitic, group.clitic + 1), False)
        if rule.speaker == "owner":
            return self._owner(context, k, owner)
        if rule.cue == "colon" and "speaker" not in parts:
            return self._before_colon(context, k)
        if rule.speaker == "part":
            if "speaker" not in parts:
                return None
            return self._phrase(rule, context, parts["speaker"])
        return self._subject(rule, context, k, group)

    def _owner(self, context: Context, k: int, owner: Range | None) -> Found | None:
        """Whose noun it is: its complement, the subject of its clause, its possessive."""
        sentence = context.sentence
        if context.kinds[k] == "own-source":
            codes = sentence.tape.tapes[sentence.depth]
            for token in range(sentence.bounds[k], sentence.bounds[k + 1]):
                if codes[token] in self._own:
                    return Found((), (token, token + 1), False)
            return None
        if owner is not None and owner[1] - owner[0] > 1:
            return Found((), owner, False) if self._is_animate(context, owner) else None
        verb = max((i for i in context.subjects if i < k), default=-1)
        subject = context.subjects.get(verb)
        if subject is not None and subject.nouns and subject.nouns[0] != k:
            tokens = self._subject_tokens(context, subject)
            if tokens is not None and self._is_animate(context, tokens):
                return Found(subject.nouns, tokens, owner is None)
        return Found((), owner, owner is None)

    def _before_colon(self, context: Context, k: int) -> Found:
        """The subject of the clause that a colon closes, or the noun phrase before it."""
        complement = self._complement(context, k - 1)
        if complement is not None:
            return Found((k - 1,), complement, False)
        verbs = [i for i in context.subjects if i < k and context.subjects[i].clause != "that"]
        for verb in reversed(verbs):
            subject = context.subjects[verb]
            tokens = self._subject_tokens(context, subject) if subject.nouns else None
            if tokens is not None and self._is_animate(context, tokens):
                return Found(subject.nouns, tokens, False)
        if not verbs and k and context.kinds[k - 1] == "noun":
            tokens = (context.sentence.bounds[k - 1], context.sentence.bounds[k])
            if self._is_animate(context, tokens):
                return Found((k - 1,), tokens, False)
        return Found((), None, True) if self._is_clause(context, k + 1) else None

    def _is_clause(self, context: Context, chunk: int) -> bool:
        """Whether a quotation is more than a word or a title (Le mot du jour : « gabelle »)."""
        bounds = context.sentence.bounds
        if chunk + 1 >= len(bounds):
            return False
        codes = context.sentence.tape.tapes[context.sentence.depth]
        inside = range(bounds[chunk] + 1, bounds[chunk + 1] - 1)
        return len(inside) > _NAME_WORDS or any(codes[i] == self._masked_clause for i in inside)

    def _complement(self, context: Context, chunk: int) -> Range | None:
        """Whose the noun of speech before a colon is (la réponse du maire : …)."""
        if chunk < 0 or context.kinds[chunk] not in ("noun", "prepositional"):
            return None
        sentence = context.sentence
        codes = sentence.tape.tapes[sentence.depth]
        start, end = sentence.bounds[chunk], sentence.bounds[chunk + 1]
        nouns = [i for i in range(start, end) if codes[i] in self._speech_noun]
        if nouns and nouns[0] + 2 < end + 1 and nouns[0] + 1 < end and codes[nouns[0] + 1] in self._of:
            tokens = (nouns[0] + 2, end)
            if tokens[1] > tokens[0] and self._is_animate(context, tokens):
                return tokens
        return None

    def _phrase(self, rule: Rule, context: Context, chunks: Range) -> Found | None:
        tokens = self._pick(context, chunks)
        codes = context.sentence.tape.tapes[context.sentence.depth]
        unfit = self._unfit.get(rule.cue, frozenset())
        tape = context.sentence.tape
        if any(tape.word(i) in unfit for i in range(tokens[0], min(tokens[1], tokens[0] + 3))):
            return None
        if rule.cue == "source" and not any(c in self._sources for c in codes[tokens[0] : tokens[1]]):
            return None  # selon le poids
        if codes[tokens[0]] in self._first and tokens[1] - tokens[0] == 1:
            return None
        spoken = context.sentence.quotation >= 0
        if rule.animate and not spoken and not self._is_animate(context, tokens):
            return None
        return Found(tuple(range(*chunks)), tokens, False)

    def _pick(self, context: Context, chunks: Range) -> Range:
        """The name where a function and a name stand side by side; else the first, or all."""
        kinds, bounds = context.kinds, context.sentence.bounds
        start, end = chunks
        groups: list[Range] = [(start, start)]
        for k in range(start, end):
            if kinds[k] == "comma":
                groups.append((k + 1, k + 1))
            else:
                groups[-1] = (groups[-1][0], k + 1)
        groups = [item for item in groups if item[1] > item[0]]
        if any(kinds[k] == "and" for k in range(start, end)):
            return self._tokens(context, (bounds[start], bounds[end]))
        named = [item for item in groups if self._has_name(context, item)]
        first, last = named[0] if named else groups[0]
        return self._tokens(context, (bounds[first], bounds[last]))

    def _tokens(self, context: Context, tokens: Range) -> Range:
        """Without the preposition that begins a complement taken for a speaker (par X)."""
        codes = context.sentence.tape.tapes[context.sentence.depth]
        start, end = tokens
        while start < end - 1 and codes[start] in self._preposition and codes[start] not in self._det:
            start += 1
        return start, end

    def _has_name(self, context: Context, chunks: Range) -> bool:
        """Whether a phrase begins with a name or ends with one (la ministre Anne Roy)."""
        bounds = context.sentence.bounds
        codes = context.sentence.tape.tapes[context.sentence.depth]
        first, last = bounds[chunks[0]], bounds[chunks[1]] - 1
        return codes[first] in self._capital or (
            codes[last] in self._capital and last - 1 > first and codes[last - 1] in self._capital
        )

    def _is_animate(self, context: Context, tokens: Range) -> bool:
        """Whether the head of a phrase can speak: its first noun, quantities passed over.

        In "la libération de journalistes" it is the release, in "des milliers de gens" the people.
        """
        codes = context.sentence.tape.tapes[context.sentence.depth][tokens[0] : tokens[1]]
        for index, code in enumerate(codes):
            if code in self._det and index + 1 < len(codes) and code not in self._alone:
                continue  # la une, but une ceinture
            if code in self.living:
                return True
            if code in self._of and index and not all(c in self._quantity for c in codes[:index]):
                return False
        return False

    def _subject(
        self, rule: Rule, context: Context, k: int, group: VerbGroup | None
    ) -> Found | None:
        verb = k
        understood = False
        if group is not None and group.form != "finite":
            nearest = self._governor(context, k)
            if isinstance(nearest, tuple):
                return Found((), nearest, True)
            verb, understood = nearest, True
            if verb > k and group.form == "infinitive" and (
                not k or context.kinds[k - 1] != "preposition"
            ):
                return None  # Crier « danger », ce n'est pas la même chose
            if verb < 0:
                # Crier « danger » n'est pas la même chose; but: en dénonçant X
                return Found((), None, True) if group.form != "infinitive" else None
            governor = context.groups.get(verb)
            if governor is not None and governor.clitic >= 0:
                return Found((), (governor.clitic, governor.clitic + 1), True)
            if verb not in context.subjects or not context.subjects[verb].nouns:
                inverted = self._inverted(context, verb)
                if inverted is None and group.form == "infinitive":
                    return None  # tout porte à croire que
                return Found((), inverted, True)
        subject = context.subjects.get(verb)
        if subject is None or not subject.nouns:
            if group is not None and group.form == "finite" and not self._goes_on(context, k):
                return None
            return Found((), None, True)
        tokens = self._subject_tokens(context, subject)
        if tokens is None:
            return None
        codes = context.sentence.tape.tapes[context.sentence.depth]
        if codes[tokens[0]] in self._nobody or codes[tokens[0]] in self._thing:
            return None
        if group is not None and group.carried and codes[tokens[0]] in self._impersonal:
            return None  # on peut noter que
        if rule.animate and not self._is_animate(context, tokens):
            return None
        if rule.extent == "phrase" and context.sentence.quotation < 0:
            if codes[tokens[0]] in self._impersonal and tokens[1] == tokens[0] + 1:
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

    def _governor(self, context: Context, k: int) -> int | Range:
        """The verb whose subject a participle or infinitive shares, or the noun it stands on.

        After a report it is the reporting verb, not a verb of what is reported (X a dit que Y
        viendrait, ajoutant que …); before its sentence it is the main verb that follows.
        """
        kinds, bounds = context.kinds, context.sentence.bounds
        if kinds[k] == "participle" and k and kinds[k - 1] in ("noun", "prepositional"):
            noun = k - 1
            while noun > 0 and kinds[noun] == "prepositional" and kinds[noun - 1] in ("noun", "prepositional"):
                noun -= 1
            if kinds[noun] == "noun" and not any(kinds[i] == "verb" for i in range(noun)):
                return bounds[noun], bounds[k]
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

    def _inverted(self, context: Context, verb: int) -> Range | None:
        """The noun phrase after its verb (…, a déclaré le maire en ajoutant que …)."""
        kinds, bounds = context.kinds, context.sentence.bounds
        k = context.skip(verb + 1, frozenset({"adverb", "time", "prepositional"}))
        if k < len(kinds) and kinds[k] in _NOMINAL:
            return bounds[k], bounds[k + 1]
        return None

    def _subject_tokens(self, context: Context, subject: Subject) -> Range | None:
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
        if codes[bounds[chosen]] in self._first and kinds[chosen] == "pronoun":
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
        while k < verb and kinds[k] in ("prepositional", "past-participle", "quotation", "participle", "noun"):
            k += 1
        return k if k == verb or (k < len(kinds) and kinds[k] in ("relative", "adverb", "comma", "other-relative")) else end
