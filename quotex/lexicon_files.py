"""The lexicon as it stands in ``rules/lexicon``: what each file may say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quotex.model import Certainty, Gender

Act = Literal[
    "say", "write", "announce", "add", "repeat", "answer", "ask", "order", "propose", "promise",
    "threaten", "warn", "explain", "opine", "hope", "fear", "regret", "welcome", "thank",
    "criticise", "accuse", "admit", "confirm", "deny", "predict", "estimate", "quote", "think",
    "source",
]  # fmt: skip
Frame = Literal[
    "incise", "quote", "que", "si", "inf", "de-inf", "à-inf", "object", "de", "à", "sur", "pour",
    "contre", "en", "whom-que", "whom-de", "whom-à", "to-de", "as-de", "as-comme", "small", "adj",
    "bare", "read",
]  # fmt: skip
NounFrame = Literal["que", "de", "colon"]


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A reporting verb or expression, with the constructions (frames) in which it reports.

    ``weak`` are the frames in which it often does something else; a ``manner`` verb is not one of
    speech (sourire) and reports only beside quotation marks; ``negated`` are weak frames that report under a negation (n'exclut
    pas X); a ``ruling`` verb is an act when a court is its subject (condamner); ``like`` names a model of conjugation.
    """

    verb: str
    act: Act
    takes: tuple[Frame, ...]
    weak: tuple[Frame, ...] = ()
    negated: tuple[Frame, ...] = ()
    manner: bool = False
    ruling: bool = False
    like: str | None = None
    line: int = field(default=0, metadata={"source": "line"})


@dataclass(frozen=True, slots=True)
class VerbFile:
    verbs: tuple[VerbEntry, ...]


@dataclass(frozen=True, slots=True)
class CommonVerbFile:
    """Verbs that do not report, known so that their forms are not taken for nouns."""

    common_verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noun:
    """The forms of a noun: masculine, feminine, either; singular and plural (``p``)."""

    m: str | None = None
    f: str | None = None
    mf: str | None = None
    mp: str | None = None
    fp: str | None = None
    mfp: str | None = None
    a: bool = False
    """Whether it takes a complement with *à* (ministre délégué à la Ville)."""

    def forms(self) -> tuple[tuple[str, Gender | None, bool], ...]:
        """Each form with its gender (null for either) and whether it is a plural."""
        table: tuple[tuple[str | None, Gender | None, bool], ...] = (
            (self.m, "m", False), (self.f, "f", False), (self.mf, None, False),
            (self.mp, "m", True), (self.fp, "f", True), (self.mfp, None, True),
        )  # fmt: skip
        return tuple((form, gender, plural) for form, gender, plural in table if form)


@dataclass(frozen=True, slots=True)
class NounFile:
    """Nouns by what they name; each class may be used in patterns under its own name."""

    title: tuple[Noun, ...]
    role: tuple[Noun, ...]
    person: tuple[Noun, ...]
    group: tuple[Noun, ...]
    organisation: tuple[Noun, ...]
    document: tuple[Noun, ...]
    source: tuple[Noun, ...]
    source_adjective: tuple[Noun, ...]
    event: tuple[Noun, ...]
    medium: tuple[Noun, ...]
    addressee: tuple[Noun, ...]


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
class SpeechNounFile:
    speech_nouns: tuple[SpeechNoun, ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A verb that carries a reporting infinitive, and what that makes of the report."""

    verb: str
    link: str | None = None
    certainty: Certainty = "asserted"


@dataclass(frozen=True, slots=True)
class ClassFile:
    """Words by class."""

    classes: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class WordFile:
    classes: dict[str, tuple[str, ...]]
    marks: tuple[str, ...]
    """Classes that say nothing about a word's part of speech."""
    carriers: tuple[Carrier, ...]
