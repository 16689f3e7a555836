"""The words that lead to a place at which someone speaks: *à*, *chez*, *auprès du*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quotex.words.lexicon import Lexicon

if TYPE_CHECKING:
    from quotex.grammar.mention_rules import MentionRules


class PlaceWords:
    """The words of the rules that lead to a place; one for a lexicon."""

    def __init__(self, lexicon: Lexicon, rules: MentionRules) -> None:
        articles = "|".join(map(re.escape, sorted(rules.words["definite"], key=len, reverse=True)))

        def at(words: tuple[str, ...], before: str) -> re.Pattern[str]:
            choice = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
            return re.compile(
                rf"(?:^|{before})(?i:{choice})(?<=['\s\w])\s*(?:(?i:{articles})\s*)?$"
            )

        places, sources = rules.words["at"], rules.words["at-source"]
        self.fronted = at((*places, *sources), r"[^\w\s']\s*")
        self.behind = at((*places, *sources), r"[\s,]")
        self.source = at(sources, r"[\s,]")
        self.there = frozenset(rules.words["there"])
        self.received = frozenset(rules.words["received"])
        self.stops = frozenset(lexicon.codes.chars(lambda classes: "stop" in classes))
