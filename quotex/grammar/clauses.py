"""Which noun phrase is the subject of which verb: a small machine that reads chunks left to right.

It keeps a stack of open clauses.  A relative or a subordinator opens one; a verb takes the subject
that waits in the innermost clause without a verb, else what the punctuation before it offers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from quotex.grammar.chunks import Sentence
from quotex.words.codes import MASKED_CLAUSE, Codes

Link = Literal["own", "comma", "and", "none"]
ClauseKind = Literal["main", "relative", "that", "subordinate"]

_NOMINAL = frozenset({"noun", "pronoun"})
_FINITE = "verb"
_VERBAL = frozenset({"verb", "gerund", "participle", "infinitive", "past-participle"})
_SKIPPED = frozenset({"adverb", "time", "other"})
_ASIDES = frozenset({"relative", "subordinate"})
_OPENERS: dict[str, ClauseKind] = {
    "relative": "relative",
    "other-relative": "relative",
    "that": "that",
    "subordinator": "subordinate",
    "whether": "subordinate",
}


class Subject(NamedTuple):
    """The subject of the verb in chunk ``verb``.

    ``nouns`` are the chunks that may stand for it, in order (a name and its apposition, or the
    members of a coordination, when ``coordinated``); ``link`` tells how it is bound: it stands
    before its verb (own), or is that of an earlier verb (after a comma, or and).
    """

    verb: int
    nouns: tuple[int, ...]
    link: Link
    clause: ClauseKind
    coordinated: bool
    antecedent: int


@dataclass(slots=True)
class _Clause:
    kind: ClauseKind
    nouns: list[int]
    verb: int = -1
    coordinated: bool = False
    antecedent: int = -1
    pending: int = -1


class ClauseReader:
    """Finds subjects; one for an alphabet of chunks."""

    def __init__(self, alphabet: Codes, words: Codes) -> None:
        self._masked_clause = words.char(frozenset({MASKED_CLAUSE}))
        self._inverted = frozenset(alphabet.chars(lambda classes: "inverted" in classes))

    def subjects(self, sentence: Sentence) -> dict[int, Subject]:
        """The subject of each finite verb chunk of a sentence, by chunk."""
        kinds = sentence.kinds
        found: dict[int, Subject] = {}
        stack = [_Clause("main", [])]
        last_noun = -1
        for k, kind in enumerate(kinds):
            before = _previous(kinds, k)
            if kind in _NOMINAL:
                self._noun(kinds, stack, k, before)
                last_noun = k
            elif kind == "prepositional":
                last_noun = k
            elif kind == "quotation" and stack[-1].nouns and stack[-1].verb < 0:
                noun = stack[-1].nouns[-1]
                apart = kinds[before] == "comma" and "comma" in kinds[noun:before]
                if (before == noun or apart) and self._holds_verb(sentence, k):
                    stack[-1].verb = k  # la hausse « ne dépasse pas 1 % »
            elif kind in _OPENERS:
                clause = _Clause(_OPENERS[kind], [])
                if kind == "relative" and (not k or kinds[k - 1] != "preposition"):  # not: à qui
                    clause.nouns.append(k)
                    clause.antecedent = last_noun
                stack.append(clause)
            elif kind == _FINITE:
                aside = stack[-1].kind in _ASIDES and _waiting(stack) >= 0
                if sentence.shape[k] in self._inverted or (
                    not aside
                    and (
                        _incise(kinds, stack[-1], k, before)
                        or (sentence.quotation >= 0 and _after_vocative(kinds, stack[-1], k))
                    )
                ):
                    found[k] = Subject(k, (), "none", stack[-1].kind, False, -1)
                else:
                    found[k] = self._verb(sentence, stack, k, before)
            elif kind in ("semicolon", "stop", "colon"):
                stack = [_Clause("main", [])]
        return found

    def _holds_verb(self, sentence: Sentence, k: int) -> bool:
        first = sentence.bounds[k] + 1
        return sentence.tape.tapes[sentence.depth][first] == self._masked_clause

    def _noun(self, kinds: tuple[str, ...], stack: list[_Clause], k: int, before: int) -> None:
        clause = stack[-1]
        previous = kinds[before] if before >= 0 else ""
        if kinds[k] == "pronoun" and previous == "comma" and kinds[k + 1 : k + 2] == ("comma",):
            return  # le pivot, lui, jure
        if clause.verb >= 0:
            joined = previous == "and" and kinds[before - 1] != "comma" and clause.pending >= 0
            if previous in ("comma", "dash", "and", "but", "close-bracket") and not joined:
                clause.pending = k
            return
        if previous in ("source", "opinion"):
            return
        if previous in _VERBAL and not _opens(kinds, before):
            return  # the object of an infinitive or participle
        if not clause.nouns:
            clause.nouns.append(k)
        elif previous == "and":
            clause.nouns.append(k)
            clause.coordinated = True
        elif previous in ("comma", "dash", "close-bracket"):
            clause.nouns.append(k)

    def _verb(self, sentence: Sentence, stack: list[_Clause], k: int, before: int) -> Subject:
        kinds = sentence.kinds
        previous = kinds[before] if before >= 0 else ""
        top = stack[-1]
        if top.kind in _ASIDES and top.verb < 0 and previous == "comma":
            depth = _waiting(stack)
            if depth >= 0:  # les syndicats, dont la CGT, ont dit; X, qui vit comme un ermite, dit
                del stack[depth + 1 :]
                stack[-1].verb = k
                return _subject(kinds, stack[-1], k, "own")
        if top.verb < 0:
            top.verb = k
            return _subject(kinds, top, k, "own" if top.nouns else "none")
        if top.pending >= 0 and previous not in ("comma", "and", "but"):
            clause = _Clause("main" if top.kind != "that" else "that", [top.pending])
            clause.verb = k
            stack[-1] = clause
            return _subject(kinds, clause, k, "own")
        if previous != "and":
            depth = _waiting(stack)
            if depth >= 0:
                del stack[depth + 1 :]
                stack[-1].verb = k
                return _subject(kinds, stack[-1], k, "own")
        link: Link = (
            "and" if previous in ("and", "but") else "comma" if previous == "comma" else "none"
        )
        if top.pending >= 0 and previous == "comma":
            # "…, selon X, le maire, Jean Y, a dit": the pending noun and its apposition
            clause = _Clause(top.kind, [top.pending])
            clause.verb = k
            stack[-1] = clause
            return _subject(kinds, clause, k, "own")
        if link == "and" and top.kind == "that" and len(stack) > 1 and stack[-2].verb >= 0:
            outer = stack[-2]
            return _subject(kinds, outer, k, link)
        return _subject(kinds, top, k, link)


def _subject(kinds: tuple[str, ...], clause: _Clause, verb: int, link: Link) -> Subject:
    return Subject(
        verb, tuple(clause.nouns), link, clause.kind, clause.coordinated, clause.antecedent
    )


def _waiting(stack: list[_Clause]) -> int:
    """The innermost clause around the last one whose subject waits for its verb, or -1."""
    for depth in range(len(stack) - 2, -1, -1):
        if stack[depth].nouns and stack[depth].verb < 0:
            return depth
    return -1


def _incise(kinds: tuple[str, ...], clause: _Clause, k: int, before: int) -> bool:
    """Whether a verb after a comma leaves its clause's subject waiting: La loi, dit X, est …"""
    return (
        clause.verb < 0
        and before > 0
        and kinds[before] == "comma"
        and (
            not clause.nouns
            or (len(clause.nouns) == 1 and _stands_on(kinds, clause.nouns[0], before))
            or (len(clause.nouns) == 1 and _set_off(kinds, clause.nouns[0], k))
        )
    )


def _stands_on(kinds: tuple[str, ...], noun: int, comma: int) -> bool:
    """Whether nothing but its complements stands between a noun and the comma."""
    return all(kinds[i] in ("prepositional", "quotation", "adverb") for i in range(noun + 1, comma))


def _after_vocative(kinds: tuple[str, ...], clause: _Clause, k: int) -> bool:
    """Whether a verb follows one who is spoken to: Il n'y a plus de loups, Ninon, fit Bastien."""
    if clause.verb < 0 or clause.pending != k - 2 or kinds[k - 1] != "comma":
        return False
    return kinds[k + 1 : k + 2] == ("noun",) and kinds[k + 2 : k + 3] != ("verb",)


def _set_off(kinds: tuple[str, ...], noun: int, verb: int) -> bool:
    """Whether an adverb parts noun and incise: Les enfants, au contraire, reprit X, ont …"""
    aside = kinds[noun + 1 : verb]
    if len(aside) < 3 or {*aside[1:-1]} != {"adverb"} or aside[0] != "comma":
        return False
    return kinds[verb + 1 : verb + 4] == ("noun", "comma", "verb")


def _previous(kinds: tuple[str, ...], k: int) -> int:
    """The chunk before ``k`` that counts: adverbs and time expressions do not."""
    k -= 1
    while k >= 0 and kinds[k] in _SKIPPED:
        k -= 1
    return k


def _opens(kinds: tuple[str, ...], k: int) -> bool:
    return kinds[k] == "past-participle"
