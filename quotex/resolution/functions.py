"""Functions and descriptions of people compared: whether *le chef du gouvernement* can be her."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from quotex.words.lexicon import Lexicon
from quotex.words.people import folded

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import FunctionFile, MentionRules

_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FUNCTION_CLASSES = (
    "det",
    "de",
    "à",
    "contracted",
    "en",
    "par",
    "pour",
    "and",
    "particle",
    "elided",
)


@dataclass(frozen=True, slots=True)
class Described:
    """A description: its noun, and the words that narrow it, without their agreement.

    ``proper``: whether a name is among these words; ``complement``: whether a preposition is, so
    that they say more than a quality (maire de Kerlaz, not ancien maire); ``needs``: whether it
    says the same as another only with these words (patron du parti, for its first secretary).
    """

    head: str
    rest: frozenset[str]
    proper: bool = field(default=False, compare=False)
    complement: bool = field(default=False, compare=False)
    needs: bool = field(default=False, compare=False)


class Functions:
    """Reads descriptions and compares them; one for a lexicon."""

    def __init__(self, lexicon: Lexicon, rules: MentionRules, synonyms: FunctionFile) -> None:
        self._endings = tuple((item.ending, item.stem) for item in rules.endings)
        words = lexicon.words
        self._skipped = {
            folded(word).rstrip("'") for name in _FUNCTION_CLASSES for word in words[name]
        }
        self._qualities = frozenset(map(self._stem, map(folded, rules.words["quality"])))
        self._governing = {
            folded(word).rstrip("'") for name in ("de", "à", "en", "pour") for word in words[name]
        }
        self._before = {folded(word) for word in words["premodifier"]}
        self._empty = {folded(word) for word in rules.words["empty"]}
        self._prefixes = tuple(folded(word) for word in rules.words["prefix"])
        self._places = self._place_adjectives(lexicon)
        self._natives = frozenset(self._places.values())
        self._of_seat = {folded(seat): folded(body) for seat, body in rules.seats.items()}
        self._seats = re.compile("|".join(rf"\b{re.escape(seat)}\b" for seat in self._of_seat))
        self.parse = lru_cache(maxsize=1 << 14)(self._parse)
        self.variants = lru_cache(maxsize=1 << 12)(self._variants)
        self._by_head: dict[str, list[tuple[Described, tuple[Described, ...]]]] = defaultdict(list)
        for row in synonyms.functions:
            members = tuple(found for text in row if (found := self._parse(text)))
            for member in members:
                self._by_head[member.head].append((member, members))
        self._of_country = {
            self._stem(folded(word)): tuple(found for text in row if (found := self._parse(text)))
            for word, row in rules.of_country.items()
        }
        self._broader = {
            self._stem(folded(word)): frozenset(
                found.head for text in narrower if (found := self._parse(text))
            )
            for word, narrower in rules.broader.items()
        }
        self._titles = {
            title: found for title, text in rules.titles.items() if (found := self._parse(text))
        }
        self._anyone = self._heads(rules.words["anyone"])
        self._unique = self._heads(rules.words["unique"])
        self._parts = self._heads(rules.words["part"])
        self._halves = self._heads(rules.words["other-half"])
        self._of_many = self._heads(rules.words["one-of-many"])
        self._official = self._heads(rules.words["official"])
        self._counterparts = self._heads(rules.words["counterpart"])
        self._distinguishing = frozenset(
            map(self._stem, map(folded, rules.words["distinguishing"]))
        )
        self._set_phrases = tuple(
            found for text in rules.words["set-phrase"] if (found := self._parse(text))
        )
        self._any_organisation = self._heads(rules.words["any-organisation"])
        self._anonymous = self._heads(rules.words["anonymous"])
        self._bodies = tuple(self._heads(row) for row in rules.bodies)

    def _heads(self, words: tuple[str, ...]) -> frozenset[str]:
        return frozenset(found.head for word in words if (found := self._parse(word)))

    def _place_adjectives(self, lexicon: Lexicon) -> dict[str, str]:
        """The stem of each place's adjective with the stem of the place (russe, Russie)."""
        table: dict[str, str] = {}
        for place in lexicon.names.places:
            stem = " ".join(map(self._stem, _WORDS.findall(folded(place.name))))
            if place.adjective:
                for form, _, _ in place.adjective.forms():
                    table.setdefault(self._stem(folded(form)), stem.split(" ", 1)[0])
        return table

    def _stem(self, word: str) -> str:
        if len(word) > 3:
            for ending, stem in self._endings:
                if word.endswith(ending):
                    return word[: len(word) - len(ending)] + stem
        return word

    def _parse(self, text: str) -> Described | None:
        """The description in these words; null when no noun is among them."""
        plain = self._seats.sub(lambda found: self._of_seat[found.group()], folded(text))
        every = _WORDS.findall(plain)
        words = [word for word in every if word not in self._skipped]
        rest: set[str] = set()
        head = ""
        for word in words:
            stem = self._stem(word)
            if not head and (word not in self._before or word == words[-1]):
                for prefix in self._prefixes:
                    stem = stem.removeprefix(prefix)
                head = stem
            elif word not in self._empty:
                rest.add(self._places.get(stem, stem))
        proper = any(word[0].isupper() for word in _WORDS.findall(text)[1:])
        complement = not (self._governing.isdisjoint(every[1:]) or rest <= self._qualities)
        return Described(head, frozenset(rest), proper, complement) if head else None

    def _variants(self, found: Described) -> tuple[Described, ...]:
        """The description, and the same person in other words."""
        variants: dict[Described, None] = {found: None}
        for member, row in self._by_head.get(found.head, ()):
            if member.rest <= found.rest:
                left = found.rest - member.rest
                for other in row:
                    needs = bool(other.rest) and other.head != found.head
                    variants.setdefault(Described(other.head, other.rest | left, needs=needs))
        if found.rest <= self._natives:
            for member in self._of_country.get(found.head, ()):
                variants[Described(member.head, member.rest | found.rest)] = None
        return tuple(variants)

    def fit(self, description: Described, introduced: Described, *, person: bool = True) -> int:
        """How well a description can stand for who was introduced by another; 0: it cannot.

        Of a person more may be said than at first.
        """
        best = 0
        for variant in self.variants(introduced):
            if variant.head == description.head:
                if description.rest <= variant.rest:
                    if description.rest or not variant.needs:
                        return 3
                    best = max(best, 1)  # the first secretary, patron of the party: any patron
                if variant.rest <= description.rest:
                    best = 2
                elif person and self._only_adds(description, variant):
                    best = max(best, 1)
            elif self._is_broader(description, variant) and (
                description.rest <= variant.rest
                or (person and self._only_adds(description, variant))
            ):
                best = max(best, 1)
        return best

    def _only_adds(self, description: Described, variant: Described) -> bool:
        """Whether the words of a description are qualities that say nothing of another function.

        As *le député socialiste* does of a *député du Ponant*, but not of a *député écologiste*.
        """
        more = description.rest - variant.rest
        if description.complement or not more.isdisjoint(self._distinguishing):
            return False
        if not more <= self._qualities and self.is_unique(description):
            return False
        for kind in (self._qualities, self._natives):
            if not more.isdisjoint(kind) and not variant.rest.isdisjoint(kind):
                return False
        return not variant.rest or more <= self._qualities | self._natives

    def clash(self, description: Described, introduced: Described) -> bool:
        """Whether two have one function, but not the same: *coach lyonnais*, *coach lensois*."""
        heads = {variant.head for variant in self.variants(introduced)}
        return description.head in heads and not self.fit(description, introduced)

    def heads(self, description: Described) -> frozenset[str]:
        """The nouns under which someone may have been introduced whom a description stands for."""
        narrower = self._broader.get(description.head)
        return (
            frozenset({description.head}) | narrower if narrower else frozenset({description.head})
        )

    def _is_broader(self, description: Described, narrow: Described) -> bool:
        return narrow.head in self._broader.get(description.head, ())

    def of_title(self, title: str) -> Described | None:
        """The function that an abbreviated title stands for (Me, avocat), if it does."""
        return self._titles.get(title)

    def of_seat(self, name: str) -> Described | None:
        """The body whose seat has this name (Kremlin, présidence russe), if one has."""
        return self.parse(body) if (body := self._of_seat.get(folded(name))) else None

    def are_apart(self, one: Described, other: Described) -> bool:
        """Whether a body that is one of the two is not the other (syndicat, entreprise)."""
        left = [row for row in self._bodies if one.head in row]
        right = [row for row in self._bodies if other.head in row]
        return bool(left and right) and not any(row in right for row in left)

    def is_native(self, word: str) -> bool:
        """Whether a word is the adjective of a place (Uruguayen)."""
        return self._stem(folded(word)) in self._places

    def is_broad(self, description: Described) -> bool:
        """Whether the noun may stand for people of several functions (élu, responsable)."""
        return description.head in self._broader

    def is_anyone(self, description: Described) -> bool:
        """Whether the noun says no more than that it is a person."""
        return description.head in self._anyone

    def is_unique(self, description: Described) -> bool:
        """Whether there is one such person wherever the text may be (maire, préfet)."""
        return description.head in self._unique

    def is_part(self, description: Described) -> bool:
        """Whether the noun is a part in a story (victime, père), which no one just has."""
        return description.head in self._parts

    def as_counterpart(self, description: Described, other: Described) -> Described | None:
        """What a counterpart is, from what the other one is.

        *Homologue ghanéen* beside *président ivoirien* is the president of Ghana.
        """
        if description.head not in self._counterparts or not description.rest <= self._natives:
            return None
        return Described(other.head, (other.rest - self._natives) | description.rest)

    def is_official(self, description: Described) -> bool:
        """Whether the noun is of those who speak of a case in which others have a part."""
        return description.head in self._official

    def is_one_of_many(self, description: Described) -> bool:
        """Whether a text would not call someone so whom it has not named (députée du Ponant)."""
        return description.head in self._of_many

    def is_other_half(self, description: Described) -> bool:
        """Whether the noun is one of two (rival, compagnon)."""
        return description.head in self._halves

    def is_any_organisation(self, description: Described) -> bool:
        """Whether the noun may stand for organisations of many names (groupe, agence)."""
        return description.head in self._any_organisation

    def is_set_phrase(self, description: Described) -> bool:
        """Whether noun and adjective are one thing (société civile), and stand for no name."""
        return any(
            item.head == description.head and item.rest <= description.rest
            for item in self._set_phrases
        )

    def is_anonymous(self, description: Described) -> bool:
        """Whether the noun keeps from the reader who it is (source, proche)."""
        return description.head in self._anonymous
