"""The file ``rules/mentions.yaml``: how mentions are read and what leads them to their entity."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.words.pronouns import Pronoun


@dataclass(frozen=True, slots=True)
class Ending:
    """An ending of agreement, and what it is replaced by where words are compared."""

    ending: str
    stem: str


@dataclass(frozen=True)
class MentionRules:
    """Patterns over word classes, and the words that they cannot name."""

    macros: dict[str, str]
    mention: str
    apposition: str
    links: tuple[str, ...]
    closed: str
    brackets: str
    joined: str
    unlisted: str
    subordinates: str
    opens: str
    fronts: str
    governs: str
    bare_apposition: str
    serves: str
    more_names: str
    predicate: str
    absolute: str
    elected: str
    impersonal: str
    pronouns: tuple[Pronoun, ...]
    words: dict[str, tuple[str, ...]]
    doings: dict[str, tuple[str, ...]]
    bodies: tuple[tuple[str, ...], ...]
    of_country: dict[str, tuple[str, ...]]
    broader: dict[str, tuple[str, ...]]
    seats: dict[str, str]
    media: dict[str, str]
    titles: dict[str, str]
    endings: tuple[Ending, ...]


@dataclass(frozen=True)
class FunctionFile:
    """The file ``rules/lexicon/functions.yaml``: descriptions that can name the same person."""

    functions: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class FirstNameFile:
    """The file ``rules/firstnames/firstnames.yaml``: names apart by spaces."""

    f: str = ""
    m: str = ""
    both: str = ""
