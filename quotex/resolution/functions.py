"""Functions and descriptions of people compared: whether *le chef du gouvernement* can be her."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import TYPE_CHECKING

from quotex.resolution.described import Described
from quotex.resolution.kinds import Kinds
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
            folded(word).rstrip("'") for name in rules.words["governing"] for word in words[name]
        }
        self._before = {folded(word) for word in words["premodifier"]}
        self._former = frozenset(map(self._stem, self._before))
        self._empty = {folded(word) for word in rules.words["empty"]}
        self._prefixes = tuple(folded(word) for word in rules.words["prefix"])
        self._places = self._place_adjectives(lexicon)
        self._demonyms = rules.words["demonym"]
        self._natives = frozenset(self._places.values())
        self._roles = frozenset(
            self._stem(folded(form)) for form, classes in lexicon.forms.items() if "role" in classes
        )
        self._native_ends = tuple(
            {self._stem("x" * 3 + ending).lstrip("x") for ending in self._demonyms}
        )
        self._of_seat = {folded(seat): folded(body) for seat, body in rules.seats.items()}
        self._aged = re.compile(rf"\b\w+ \d+ (?:{'|'.join(rules.words['years'])})\b")
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
        self.doings = {
            verb: tuple(found for text in row if (found := self._parse(text)))
            for verb, row in rules.doings.items()
        }
        self._broader = {
            self._stem(folded(word)): tuple(
                found for text in narrower if (found := self._parse(text))
            )
            for word, narrower in rules.broader.items()
        }
        self._titles = {
            title: found for title, text in rules.titles.items() if (found := self._parse(text))
        }
        self._media = {
            kind: found for kind, text in rules.media.items() if (found := self._parse(text))
        }
        self._club = self._parse(rules.words["club"][0])
        self._club_names = frozenset(rules.words["club-names"])
        self.kinds = Kinds(rules, self._parse)
        self._parties = dict(self._members(lexicon))
        self._counterparts = frozenset(map(self._stem, map(folded, rules.words["counterpart"])))
        self._distinguishing = frozenset(
            map(self._stem, map(folded, rules.words["distinguishing"]))
        )

    def _place_adjectives(self, lexicon: Lexicon) -> dict[str, str]:
        """The stem of each place's adjective with the stem of the place (russe, Russie)."""
        table: dict[str, str] = {}
        for place in lexicon.names.places:
            stem = " ".join(map(self._stem, _WORDS.findall(folded(place.name))))
            if place.adjective:
                for form, _, _ in place.adjective.forms():
                    table.setdefault(self._stem(folded(form)), stem.split(" ", 1)[0])
        return table

    def _members(self, lexicon: Lexicon) -> Iterator[tuple[str, Described]]:
        """The forms of each party's name, with what its people are called (PS, socialiste)."""
        for item in lexicon.names.organisations:
            for word in _WORDS.findall(folded(item.name)):
                member = Described(self._stem(word), frozenset())
                if self.kinds.is_of_party(member):
                    for form in (item.name, *item.short, *item.also):
                        yield form, member

    def of_member(self, party: str) -> Described | None:
        """What the people of a party are called, by its name or its short form."""
        return self._parties.get(party)

    def _stem(self, word: str) -> str:
        if len(word) > 3:
            for ending, stem in self._endings:
                if word.endswith(ending):
                    return word[: len(word) - len(ending)] + stem
        return word

    def _parse(self, text: str) -> Described | None:
        """The description in these words; null when no noun is among them."""
        plain = self._seats.sub(lambda found: self._of_seat[found.group()], folded(text))
        every = _WORDS.findall(self._aged.sub(" ", plain))
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
        if found.rest - self._former <= self._natives:
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
                if variant.rest <= description.rest and not self._is_another(description, variant):
                    best = 2
                elif person and self._only_adds(description, variant):
                    best = max(best, 1)
            elif self.is_broader(description, variant) and (
                description.rest <= variant.rest
                or (person and self._only_adds(description, variant))
            ):
                best = max(best, 1)
        return best

    def _is_another(self, description: Described, variant: Described) -> bool:
        """Whether an adjective makes the noun a function of its own: *avocat*, *avocat général*."""
        return any(
            member.rest <= description.rest & self._distinguishing
            and not member.rest <= variant.rest
            for member, _ in self._by_head.get(description.head, ())
        )

    def _only_adds(self, description: Described, variant: Described) -> bool:
        """Whether the words of a description are qualities that say nothing of another function.

        As *le député socialiste* does of a *député du Ponant*, but not of a *député écologiste*.
        """
        more = description.rest - variant.rest
        if not more.isdisjoint(self._distinguishing):
            return False
        if description.complement and not (variant.rest and more <= self._qualities):
            return False
        if not more <= self._qualities and self.kinds.is_unique(description):
            return False
        known = variant.rest
        natives, others = self._of_places(more), self._of_places(known)
        if (natives and others) or not (
            more.isdisjoint(self._qualities) or known.isdisjoint(self._qualities)
        ):
            return False
        return not known or more <= self._qualities | natives

    def _of_places(self, words: Set[str]) -> frozenset[str]:
        """The words among these that are adjectives of places, or end like one."""
        return frozenset(
            word for word in words if word in self._natives or word.endswith(self._native_ends)
        )

    def is_origin(self, description: Described) -> bool:
        """Whether a description is the adjective of a place alone (l'Uruguayen)."""
        head = description.head
        return not description.rest and head not in self._roles and bool(self._of_places({head}))

    def other_native(self, word: str, introduced: Described) -> bool:
        """Whether someone is called by another town than the one whose adjective a word is."""
        stem = self._stem(folded(word))
        local = introduced.head.endswith(self._native_ends) and not introduced.rest
        return (
            local and introduced.head != stem and not {stem, introduced.head} & self._places.keys()
        )

    def clash(self, description: Described, introduced: Described) -> bool:
        """Whether two have one function, but not the same: *coach lyonnais*, *coach lensois*."""
        heads = {variant.head for variant in self.variants(introduced)}
        return description.head in heads and not self.fit(description, introduced)

    def heads(self, description: Described) -> frozenset[str]:
        """The nouns under which someone may have been introduced whom a description stands for."""
        narrower = self._broader.get(description.head, ())
        return frozenset({description.head, *(item.head for item in narrower)})

    def is_broader(self, description: Described, narrow: Described) -> bool:
        """Whether the noun may stand for someone introduced by the other (élu, maire)."""
        return any(
            item.head == narrow.head and item.rest <= narrow.rest
            for item in self._broader.get(description.head, ())
        )

    def of_title(self, title: str) -> Described | None:
        """The function that an abbreviated title stands for (Me, avocat), if it does."""
        return self._titles.get(title)

    def of_seat(self, name: str) -> Described | None:
        """The body whose seat has this name (Kremlin, présidence russe), if one has."""
        return self.parse(body) if (body := self._of_seat.get(folded(name))) else None

    def of_club(self, name: str) -> Described | None:
        """What a club is, by the name of one (FC Kerlaz)."""
        words = name.split()
        return None if len(words) < 2 or self._club_names.isdisjoint(words) else self._club

    def of_medium(self, kind: str) -> Described | None:
        """What a medium of this kind is called (press, journal)."""
        return self._media.get(kind)

    def is_native(self, word: str) -> bool:
        """Whether a word is the adjective of a place (Uruguayen), or ends like one."""
        plain = folded(word)
        return self._stem(plain) in self._places or plain.endswith(self._demonyms)

    def is_broad(self, description: Described) -> bool:
        """Whether the noun may stand for people of several functions (élu, responsable)."""
        return description.head in self._broader

    def as_counterpart(self, description: Described, other: Described) -> Described | None:
        """What a counterpart is, from what the other one is.

        *Homologue ghanéen* beside *président ivoirien* is the president of Ghana.
        """
        if description.head not in self._counterparts or not description.rest <= self._natives:
            return None
        return Described(other.head, (other.rest - self._natives) | description.rest)
