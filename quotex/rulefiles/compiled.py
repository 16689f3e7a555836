"""What all rule files compile to: the stages, ready to read texts.

Compiling takes a second or two, so the result is kept (see :mod:`quotex.rulefiles.cache`).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from quotex.attribution.engine import Engine
from quotex.circumstances.circumstances import CircumstanceReader
from quotex.claims.reader import ClaimReader
from quotex.document.facts import FactsReader
from quotex.resolution.resolve import Resolver
from quotex.rulefiles.cache import fingerprint, load, save
from quotex.rulefiles.folders import cache_folder
from quotex.rulefiles.rulesources import RuleSources

if TYPE_CHECKING:
    from quotex.rulefiles.silence import Silence


@dataclass(frozen=True, slots=True)
class Compiled:
    """The stages, and the filters that the rule files set."""

    engine: Engine
    facts: FactsReader
    resolver: Resolver
    circumstances: CircumstanceReader
    claims: ClaimReader
    filters: tuple[Silence, ...]


class Kept:
    """The place in the cache of what one set of rule files compiles to."""

    def __init__(self, sources: RuleSources) -> None:
        names = repr((sources.root, sources.own, sources.builtin))
        self._name = f"rules-{sys.implementation.cache_tag}-{crc32(names.encode()):08x}"
        self._mark = fingerprint(sources.all_files(), sources.builtin)
        self.wanted = cache_folder() is not None

    def load(self) -> Compiled | None:
        """What is kept; null when it is not there, or of other rules or another program."""
        found = load(self._name, self._mark)
        return found if isinstance(found, Compiled) else None

    def save(self, compiled: Compiled) -> None:
        """Keeps it for the next run, where that is possible."""
        save(self._name, self._mark, compiled)
