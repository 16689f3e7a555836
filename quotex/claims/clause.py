"""The first clause of a content: its mood, its person, and what its verb is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from quotex.claims.content_words import Word
from quotex.claims.word_facts import WordBook, WordFacts

if TYPE_CHECKING:
    from quotex.claims.type_rules import TypeRules

Mood = Literal[
    "noun", "infinitive", "imperative", "subjunctive", "future", "conditional", "hearsay", "past",
    "imperfect", "present",
]  # fmt: skip
_NEXT = 4  # words in which a participle or an infinitive follows its auxiliary
_REACH = 3  # words before a verb and its clitics among which its subject and conjunction stand
_THIRD = frozenset({"3s", "3p"})
_SPOKEN_TO = frozenset({"1p", "2p"})  # the persons of a command that looks like no other form
_BEFORE = 4  # words in which the subject stands before its verb


class Clause(NamedTuple):
    """``lemmas`` are those that its main verb may have."""

    mood: Mood
    first_person: bool
    lemmas: frozenset[str]


class ClauseReader:
    """Reads the first clause of a content."""

    def __init__(
        self, book: WordBook, groups: Mapping[str, frozenset[str]], rules: TypeRules
    ) -> None:
        """``groups``: the classes ``have``, ``be``, ``relative``, ``relative-other`` and others."""
        self._book = book
        self._have, self._be, self._go = groups["have"], groups["be"], groups["go"]
        self._negation, self._subject = groups["negation"], groups["subject"]
        self._skipped = groups["negation"] | groups["negative"] | groups["reflexive"]
        self._subordinate = (
            groups["relative"] | groups["relative-other"] | groups["that"] | groups["subordinator"]
        )
        self._clitic = groups["reflexive"] | groups["object-clitic"] | groups["neuter"]
        self._within_verb = self._clitic | groups["negation"]
        self._preposition = groups["preposition"] - self._clitic
        self._both = groups["preposition"] & self._clitic
        self._first_person = rules.first_person
        self._with_be = rules.with_be
        self._reflexive = groups["reflexive"]
        self._participles = rules.participles

    def read(self, words: Sequence[Word], names: Collection[int] = ()) -> Clause:
        """The first clause of a content that has these words; at ``names`` names begin."""
        first = next((n for n, word in enumerate(words) if not self._is_skipped(word)), None)
        if first is None:
            return Clause("noun", False, frozenset())
        if first and words[first].text in self._clitic and first + 1 < len(words):
            first += 1  # ne l'avoir jamais vu
        facts = self._book[words[first].text]
        if "inf" in facts.tenses:
            return Clause("infinitive", False, self._lemmas(facts, self._following(words, first)))
        verb = self._finite(words, names)
        if verb is None:
            return Clause("noun", False, frozenset())
        found = self._book[words[verb].text]
        bare = verb == 0 or (verb == 1 and words[0].text in self._negation)
        if bare and "pres" in found.tenses and found.persons <= _SPOKEN_TO:
            return Clause("imperative", False, found.lemmas)
        mood, lemmas = self._mood(words, verb)
        before = words[max(0, verb - _BEFORE) : verb]
        first_person = any(self._first_person.get(each.text) in found.persons for each in before)
        return Clause(mood, first_person, lemmas)

    def _is_skipped(self, word: Word) -> bool:
        return word.text in self._skipped

    def _finite(self, words: Sequence[Word], names: Collection[int]) -> int | None:
        """The first finite verb, of a main clause if there is one, and no noun if that can be."""
        best: tuple[int, int] | None = None
        past = 0  # what stands before the last verb no longer governs: celui qui rit paiera
        for index, word in enumerate(words):
            facts = self._book[word.text]
            if not facts.finite or word.start in names or (index and self.governs(words, index)):
                continue
            beside = index
            while beside and words[beside - 1].text in self._within_verb:
                beside -= 1
            before = {each.text for each in words[max(0, beside - _REACH, past) : beside]}
            past = index + 1 if facts.sure else past
            noun = facts.persons.isdisjoint(_THIRD) and before.isdisjoint(self._subject)
            if not facts.sure and (noun or not index):
                continue  # mesures, places; calme; but: nous avions
            rank = 2 * (not before.isdisjoint(self._subordinate)) + (not facts.sure)
            if best is None or rank < best[0]:
                best = (rank, index)
            if rank == 0:
                break
        if best is None or (best[0] > 1 and words[0].text not in self._subordinate):
            return None  # a noun and a clause on it
        return best[1]

    def governs(self, words: Sequence[Word], index: int) -> bool:
        """Whether what may be a verb is a noun: after a determiner or a preposition."""
        word, facts = words[index - 1], self._book[words[index].text]
        if facts.sure and (word.text in self._clitic or self._book[word.text].determiner):
            return False  # la loi l'interdit, tout est dit
        if word.text in self._both and "pp" not in facts.tenses:  # en hausse; il en porte, en dit
            return index < 2 or words[index - 2].text not in self._subject
        return self._book[word.text].determiner or word.text in self._preposition

    def _mood(self, words: Sequence[Word], verb: int) -> tuple[Mood, frozenset[str]]:
        facts = self._book[words[verb].text]
        following = self._following(words, verb)
        participle = self._is_participle(words, verb) or any(
            "pp" in each.tenses for each in following
        )
        infinitive = next((each for each in following if "inf" in each.tenses), None)
        auxiliary = not facts.lemmas.isdisjoint(self._have | self._be)
        lemmas = self._lemmas(facts, following)
        if not (auxiliary and participle) and not facts.lemmas.isdisjoint(self._go) and infinitive:
            return "future", infinitive.lemmas
        if facts.tenses == {"fut"}:
            return "future", lemmas
        if facts.tenses == {"cond"}:
            perfect = participle and self._is_perfect(words, verb, lemmas)
            return ("hearsay" if perfect else "conditional"), lemmas
        if "pres" not in facts.tenses and facts.tenses & {"subj", "subj-impf"}:
            return "subjunctive", lemmas
        if auxiliary and participle:
            return "past", lemmas
        if "impf" in facts.tenses:
            return "imperfect", lemmas
        if "pres" not in facts.tenses:
            return "past", lemmas
        return "present", lemmas

    def _is_perfect(self, words: Sequence[Word], verb: int, lemmas: frozenset[str]) -> bool:
        """Whether an auxiliary with a participle is no passive: aurait dit, serait venu."""
        if not self._book[words[verb].text].lemmas.isdisjoint(self._have):
            return True
        pronominal = verb > 0 and words[verb - 1].text in self._reflexive
        return pronominal or not lemmas.isdisjoint(self._with_be)

    def _is_participle(self, words: Sequence[Word], verb: int) -> bool:
        """Whether the word after an auxiliary is the participle of a verb that is not known."""
        after = next((word for word in words[verb + 1 :] if not self._is_skipped(word)), None)
        return (
            after is not None
            and not self._book[after.text].lemmas
            and after.text.endswith(self._participles)
        )

    def _following(self, words: Sequence[Word], verb: int) -> list[WordFacts]:
        return [self._book[word.text] for word in words[verb + 1 : verb + 1 + _NEXT]]

    def _lemmas(self, verb: WordFacts, following: Sequence[WordFacts]) -> frozenset[str]:
        """Those of the participle, where the verb is its auxiliary: *a été dit* is dire."""
        participles = [each.lemmas for each in following if "pp" in each.tenses]
        if not participles or verb.lemmas.isdisjoint(self._have | self._be):
            return verb.lemmas
        return next((each for each in participles if each.isdisjoint(self._be)), participles[0])
