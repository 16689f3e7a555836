"""Entries of the lexicon that do more than name a word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quotex.model import Certainty
from quotex.rulefiles.placed import Place

Act = Literal[
    "say", "write", "announce", "add", "repeat", "answer", "ask", "order", "propose", "promise",
    "threaten", "warn", "explain", "opine", "hope", "fear", "regret", "welcome", "thank",
    "criticise", "accuse", "admit", "confirm", "deny", "predict", "estimate", "quote", "think",
    "source",
]  # fmt: skip
Frame = Literal[
    "incise", "quote", "que", "si", "inf", "de-inf", "à-inf", "object", "de", "à", "sur", "pour",
    "contre", "en", "whom-que", "whom-de", "whom-à", "whom-contre", "whom-de-noun", "whom-sur", "to-de",
    "as-de", "as-à", "as-comme", "small", "adj", "bare", "read",
]  # fmt: skip
NounFrame = Literal["que", "de", "colon"]


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A reporting verb or expression, with the constructions (frames) in which it reports.

    ``weak`` are the frames in which it often does something else; ``negated`` are those of them
    that report under a negation (n'exclut pas X).  A ``manner`` verb is not one of speech
    (sourire) and reports only beside quotation marks; a ``ruling`` one is an act when a court is
    its subject (condamner).  ``like`` names a model of conjugation.
    """

    verb: str
    act: Act
    takes: tuple[Frame, ...]
    weak: tuple[Frame, ...] = ()
    negated: tuple[Frame, ...] = ()
    manner: bool = False
    ruling: bool = False
    like: str | None = None
    place: Place = field(default=(1, 1), compare=False, metadata={"source": "place"})


@dataclass(frozen=True, slots=True)
class SpeechNoun:
    """A noun that reports (l'annonce de …, sa promesse que …, le mot d'ordre : …)."""

    act: Act
    takes: tuple[NounFrame, ...]
    m: str | None = None
    f: str | None = None
    mp: str | None = None
    fp: str | None = None
    mf: str | None = None
    mfp: str | None = None


@dataclass(frozen=True, slots=True)
class Carrier:
    """A verb that carries a reporting infinitive, and what that makes of the report."""

    verb: str
    link: str | None = None
    certainty: Certainty = "asserted"
    place: Place = field(default=(1, 1), compare=False, metadata={"source": "place"})
