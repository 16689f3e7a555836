"""Which words stand for the source of an attribution."""

from __future__ import annotations

from quotex.attribution.animacy import Animacy
from quotex.attribution.context import Context
from quotex.attribution.subject_words import Found, SubjectFinder
from quotex.grammar.clauses import Subject
from quotex.grammar.verbs import VerbGroup
from quotex.rulefiles.ruleset import Range, Rule
from quotex.words.codes import MASKED_CLAUSE
from quotex.words.lexicon import Lexicon

_NOMINAL = frozenset({"noun", "pronoun"})
_OPENING = frozenset({"and", "but", "adverb", "comma", "time"})
_NAME_WORDS = 5
"""A quotation of at most so many words without a verb may be a title or a term."""


class SpeakerFinder:
    """Finds speakers as the rules say; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        codes = lexicon.codes

        def having(*names: str) -> frozenset[str]:
            return frozenset(codes.chars(lambda classes: not classes.isdisjoint(names)))

        self._animacy = Animacy(lexicon)
        self._subjects = SubjectFinder(lexicon, self._animacy)
        self.living = self._animacy.living
        self._capital = having("capital", "title")
        self._preposition = having("preposition")
        self._participle = having("pp") - having("role", "person", "group")
        self._side = having("side")
        self._det = having("det")
        self._masked_clause = codes.char(frozenset({MASKED_CLAUSE}))
        self._own = having("possessive") | (having("object-clitic") & having("det"))
        self._unfit: dict[str, frozenset[str]] = {
            "source": lexicon.words["unsourced"],
            "opinion": frozenset(word.lower() for word in lexicon.words["unopined"]),
        }
        self._speech_noun = having("speech-noun")
        self._possessive = having("possessive")
        self._of = having("de")
        self._impersonal = having("impersonal")
        self._first = having("speech-participant") - having("third")

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
        return self._subjects.find(rule, context, k, group)

    def _owner(self, context: Context, k: int, owner: Range | None) -> Found | None:
        """Whose noun it is: its complement, the subject of its clause, its possessive."""
        sentence = context.sentence
        codes = sentence.tape.tapes[sentence.depth]
        if context.kinds[k] == "own-source":
            for token in range(sentence.bounds[k], sentence.bounds[k + 1]):
                if codes[token] in self._own:
                    return Found((), (token, token + 1), False)
            return None
        if owner is not None and codes[owner[0]] not in self._possessive:
            return Found((), owner, False) if self._animacy.is_animate(context, owner) else None
        verb = max((i for i in context.subjects if i < k), default=-1)
        subject = context.subjects.get(verb)
        if subject is not None and subject.nouns and subject.nouns[0] != k:
            tokens = self._subjects.tokens(context, subject)
            if tokens is not None and self._animacy.is_animate(context, tokens):
                return Found(subject.nouns, tokens, owner is None)
        return Found((), owner, owner is None)

    def _before_colon(self, context: Context, k: int) -> Found | None:
        """The subject of the clause that a colon closes, or the noun phrase before it."""
        complement = self._complement(context, k - 1)
        if complement is not None:
            return Found((k - 1,), complement, False)
        verbs = [i for i in context.subjects if i < k and context.subjects[i].clause != "that"]
        for verb in reversed(verbs):
            subject = context.subjects[verb]
            if verb != verbs[0] and self._restricts(context, subject):
                continue
            if context.incise(verb):  # Exagéré, réplique la porte-parole : « … »
                inverted = self._subjects.inverted(context, verb)
                if inverted is not None and self._animacy.is_animate(context, inverted):
                    return Found((), inverted, False)
            tokens = self._subjects.tokens(context, subject) if subject.nouns else None
            if tokens is not None and self._animacy.is_animate(context, tokens):
                return Found(subject.nouns, tokens, False)
        if not verbs and k:
            first = context.skip(0, _OPENING)
            for noun in (first, k - 1):  # Le capitaine, sans se retourner : « … »
                bounds = context.sentence.bounds
                if context.kinds[noun] in _NOMINAL and noun < k:
                    tokens = (bounds[noun], bounds[noun + 1])
                    animate = self._animacy.is_animate(context, tokens)
                    if animate and not self._animacy.is_rubric(context, tokens):
                        return Found((noun,), tokens, False)
        beside = self._beside_colon(context, k - 1) if not verbs and k else None
        if beside is not None:
            return Found((k - 1,), beside, False)
        return Found((), None, True) if self._is_clause(context, k + 1) else None

    def _beside_colon(self, context: Context, chunk: int) -> Range | None:
        """Who stands after a preposition before a colon (même constat chez Paul Brault : …)."""
        if context.kinds[chunk] != "prepositional":
            return None
        sentence = context.sentence
        start, end = sentence.bounds[chunk], sentence.bounds[chunk + 1]
        codes = sentence.tape.tapes[sentence.depth]
        side = next((i for i in range(start, min(start + 2, end)) if codes[i] in self._side), None)
        if side is None:
            return None
        of = side > start and codes[side + 1 : side + 2] in self._of  # du côté de la CGT
        tokens = (side + 1 + of, end)
        return tokens if self._animacy.is_animate(context, tokens) else None

    def _restricts(self, context: Context, subject: Subject) -> bool:
        """Whether a subject is a relative pronoun that only says who is meant (celui qui part)."""
        first = subject.nouns[0] if subject.nouns else -1
        return (
            first > 0
            and context.kinds[first] == "relative"
            and context.kinds[first - 1] not in ("comma", "dash")
        )

    def _is_clause(self, context: Context, chunk: int) -> bool:
        """Whether a quotation is more than a word or a title (Le mot du jour : « gabelle »)."""
        bounds = context.sentence.bounds
        if chunk + 1 >= len(bounds):
            return False
        codes = context.sentence.tape.tapes[context.sentence.depth]
        inside = range(bounds[chunk] + 1, bounds[chunk + 1] - 1)
        return len(inside) > _NAME_WORDS or any(codes[i] == self._masked_clause for i in inside)

    def _complement(self, context: Context, chunk: int) -> Range | None:
        """Whose the noun of speech before a colon is (la réponse du maire : …, son argument : …)."""
        if chunk < 0 or context.kinds[chunk] not in ("noun", "prepositional"):
            return None
        sentence = context.sentence
        codes = sentence.tape.tapes[sentence.depth]
        start, end = sentence.bounds[chunk], sentence.bounds[chunk + 1]
        nouns = [i for i in range(start, end) if codes[i] in self._speech_noun]
        if nouns and not context.subjects and codes[start] in self._possessive:
            return start, start + 1
        if (
            nouns
            and nouns[0] + 2 < end + 1
            and nouns[0] + 1 < end
            and codes[nouns[0] + 1] in self._of
        ):
            tokens = (nouns[0] + 2, end)
            if tokens[1] > tokens[0] and self._animacy.is_animate(context, tokens):
                return tokens
        return None

    def _phrase(self, rule: Rule, context: Context, chunks: Range) -> Found | None:
        tokens = self._pick(context, chunks)
        codes = context.sentence.tape.tapes[context.sentence.depth]
        unfit = self._unfit.get(rule.cue, frozenset())
        tape = context.sentence.tape
        if any(tape.word(i) in unfit for i in range(tokens[0], min(tokens[1], tokens[0] + 3))):
            return None
        if rule.cue == "source" and not any(
            c in self._animacy.sources for c in codes[tokens[0] : tokens[1]]
        ):
            return None  # selon le poids
        if codes[tokens[0]] in self._first and tokens[1] - tokens[0] == 1:
            return None
        spoken = context.sentence.quotation >= 0
        if rule.animate and not spoken and not self._animacy.is_animate(context, tokens):
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
        last = self._with_complements(context, last)
        return self._tokens(context, (bounds[first], bounds[last]))

    def _with_complements(self, context: Context, last: int) -> int:
        """Past what stands on a participle (une étude menée en Russie, des habitants joints par X)."""
        kinds, sentence = context.kinds, context.sentence
        if sentence.tape.tapes[sentence.depth][sentence.bounds[last] - 1] not in self._participle:
            return last
        end = context.skip(last, frozenset({"prepositional", "time"}))
        while end > last and kinds[end : end + 2] == ("and", "prepositional"):
            end += 2
        while end > last and kinds[end - 1] == "time":
            end -= 1
        return end

    def _tokens(self, context: Context, tokens: Range) -> Range:
        """Without the preposition that begins a complement taken for a speaker (par X)."""
        codes = context.sentence.tape.tapes[context.sentence.depth]
        start, end = tokens
        while (
            start < end - 1 and codes[start] in self._preposition and codes[start] not in self._det
        ):
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
