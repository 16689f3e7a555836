"""Attribution rules: what a rule file may say, and the rules compiled over shapes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from quotex.model import SpeakerType
from quotex.rulefiles.pattern import compile_pattern, compile_stoppable
from quotex.rulefiles.placed import Place, Placed
from quotex.words.codes import Codes
from quotex.words.lexicon_files import Frame

Range = tuple[int, int]
"""A half-open range of tokens or of chunks."""
CueKind = Literal[
    "verb", "source", "opinion", "own-source", "noun", "colon", "dash", "open-bracket", "none"
]
Form = Literal["finite", "infinitive", "gerund", "participle", "past-participle"]
SpeakerFrom = Literal["subject", "clitic", "part", "owner", "context"]
ContentFrom = Literal["before", "after", "part", "subject", "previous", "empty"]
Extent = Literal["clause", "phrase"]
Neighbour = Literal["previous", "next", "subject", "title", "clause", "dash", "prefix"]
Status = Literal["stable", "test", "experimental", "deprecated"]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the expected spans marked: ``{who:…} {cue:…} {what:…} {when:…} {to:…}``.

    A second attribution of the sentence is marked with names ending in ``2``; other attributions
    that the sentence may hold are no concern of the example.  ``name`` is the resolved speaker.
    """

    text: str
    name: str | None = None
    kind: Literal["direct", "mixed", "indirect"] | None = None
    todo: bool = False
    place: Place = field(default=(1, 1), compare=False, metadata={"source": "place"})


@dataclass(frozen=True, slots=True)
class CounterExample:
    """A sentence in which the rule must find nothing; ``todo``: it does, as is known."""

    text: str
    todo: bool = False
    place: Place = field(default=(1, 1), compare=False, metadata={"source": "place"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction.  ``before`` must match right before the cue's chunk, ``after`` after it.

    ``frames``: constructions of the verb, one of which it must take.  ``speaker`` and ``content``
    say where these stand; a ``part`` is named in a pattern: ``@speaker(…)``, ``@content(…)``.
    """

    id: str
    title: str
    construction: int
    priority: int
    confidence: float
    cue: CueKind
    speaker: SpeakerFrom
    content: ContentFrom
    before: str = ""
    after: str = ""
    frames: tuple[Frame, ...] = ()
    forms: tuple[Form, ...] = ("finite", "infinitive", "gerund", "participle", "past-participle")
    inverted: bool | None = None
    passive: bool = False
    detached: bool | None = None
    """Whether the verb must have no subject of its own before it (an incise)."""
    extent: Extent = "clause"
    """How far a content after the cue goes: the clause, or the phrase that the verb governs."""
    animate: bool = False
    """Whether the speaker must be a person, a group, an institution or a name."""
    quoted: bool = False
    """Whether the content must hold a quotation (verbs that are not of speech)."""
    preposed: bool = False
    """Whether a preposition that belongs to the verb (insiste sur) is left out of the content."""
    types: tuple[SpeakerType, ...] = ()
    """What the speaker must turn out to be; anything, when empty."""
    neighbour: Neighbour | None = None
    """For quotations without a cue: whose they are, that of the sentence before or after."""
    status: Status = "stable"
    successor: str | None = None
    """The rule that takes the place of a deprecated one."""
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[Placed | CounterExample, ...] = ()
    false_positives: str | None = None
    place: Place = field(default=(1, 1), compare=False, metadata={"source": "place"})
    places: Mapping[str, Place] = field(
        default_factory=dict, compare=False, metadata={"source": "places"}
    )

    def counters(self) -> tuple[CounterExample, ...]:
        """The counter-examples, those written as mere text, too."""
        return tuple(
            each if isinstance(each, CounterExample) else CounterExample(each, place=each.place)
            for each in self.counter_examples
        )


class CompiledRule:
    """A rule with its patterns, compiled when first needed.

    Those of an ``own`` rule, one that does not come with the program, can be stopped.
    """

    def __init__(
        self, rule: Rule, alphabet: Codes, macros: Mapping[str, str], *, own: bool = False
    ) -> None:
        self.rule = rule
        self.own = own
        self._alphabet = alphabet
        self._macros = macros

    @cached_property
    def after(self) -> re.Pattern[str]:
        return self._compiled(self.rule.after)

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        return self._compiled(f"({self.rule.before})$") if self.rule.before else None

    def _compiled(self, source: str) -> re.Pattern[str]:
        if self.own:
            stoppable: re.Pattern[str] = compile_stoppable(source, self._alphabet, self._macros)
            return stoppable
        return compile_pattern(source, self._alphabet, self._macros)
