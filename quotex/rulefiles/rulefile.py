"""What a rule file may hold: one format for those that come with the program and for one's own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from quotex.claims.added_words import ClaimWords
from quotex.grammar.chunks import Grammar
from quotex.grammar.mention_rules import FirstNameFile
from quotex.rulefiles.change import Change
from quotex.rulefiles.placed import Placed
from quotex.rulefiles.ruleset import Rule
from quotex.rulefiles.silence import Silence
from quotex.words.lexicon_files import Carrier, SpeechNoun, VerbEntry
from quotex.words.names import NameFile
from quotex.words.nouns import Nouns
from quotex.words.prepositions import SourcePreposition


@dataclass(frozen=True, slots=True)
class Without:
    """What is taken away from the files below: rules by their ids, everything else by its word."""

    rules: tuple[Placed, ...] = ()
    verbs: tuple[Placed, ...] = ()
    nouns: tuple[Placed, ...] = ()
    names: tuple[Placed, ...] = ()
    speech_nouns: tuple[Placed, ...] = ()
    prepositions: tuple[Placed, ...] = ()
    words: dict[Placed, tuple[Placed, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RuleFile:
    """The sections of a rule file; each may be left out.

    ``rules`` are constructions and ``macros`` what several of their patterns share; ``changes``
    alter rules of the files below in part, ``without`` takes things away; ``filters`` silence
    results.  ``grammar`` is how words make chunks.  The others are the lexicon: ``words`` by class
    (``marks`` are the classes that say nothing about the part of speech), verbs, nouns and names.
    ``claims`` adds to what claims are read by.
    """

    rules: tuple[Rule, ...] = ()
    macros: dict[Placed, Placed] = field(default_factory=dict)
    changes: tuple[Change[Rule], ...] = ()
    without: Without = field(default_factory=Without)
    filters: tuple[Silence, ...] = ()
    grammar: Grammar = field(default_factory=Grammar)
    words: dict[Placed, tuple[str, ...]] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    verbs: tuple[VerbEntry, ...] = ()
    common_verbs: tuple[Placed, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    nouns: Nouns = field(default_factory=Nouns)
    speech_nouns: tuple[SpeechNoun, ...] = ()
    prepositions: tuple[SourcePreposition, ...] = ()
    names: NameFile = field(default_factory=NameFile)
    functions: tuple[tuple[str, ...], ...] = ()
    first_names: FirstNameFile = field(default_factory=FirstNameFile)
    claims: ClaimWords = field(default_factory=ClaimWords)

    def touches_words(self) -> bool:
        """Whether the file changes the lexicon or the grammar, and not only rules."""
        others = replace(
            self,
            rules=(),
            macros={},
            changes=(),
            filters=(),
            claims=ClaimWords(),
            without=replace(self.without, rules=()),
        )
        return others != RuleFile()


@dataclass(frozen=True, slots=True)
class ConstructionFile:
    """The file ``constructions.yaml``: the title of each construction, by its number."""

    constructions: dict[str, str]
