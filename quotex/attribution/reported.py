"""Which words of a sentence are what is reported: after the cue, before it, or both."""

from __future__ import annotations

from quotex.attribution.boundaries import clause_end
from quotex.attribution.cue import Cue, Reported
from quotex.attribution.framed import FramedReader
from quotex.grammar.chunks import Sentence
from quotex.words.lexicon import Lexicon

_ADDRESSED = frozenset({"ask", "order", "promise", "propose"})
"""Acts whose object may be cut by the one spoken to (réclame du temps aux marchés)."""


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
        self._framed = FramedReader(lexicon, self._introducing)
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
        return self._framed.read(cue)

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
        if rule.preposed or (asked and codes[first] in self._if):
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
