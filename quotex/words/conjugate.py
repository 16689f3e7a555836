"""Every form of a verb, from its infinitive.

The paradigms are data (``rules/paradigms/verbs.yaml``): models, each a table of endings, and for
each model the verbs that follow it.  The head of that file explains its rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from quotex.rulefiles.yamlio import read_yaml

PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
AGREEMENTS = ("ms", "fs", "mp", "fp")
_ABSENT, _BARE = "-", "_"


class UnknownVerb(ValueError):  # noqa: N818 - the name says it is one
    """A verb that no paradigm covers; ``nearest`` are known infinitives that look like it."""

    def __init__(self, verb: str, nearest: tuple[str, ...]) -> None:
        super().__init__(verb, nearest)
        self.verb = verb
        self.nearest = nearest

    def __str__(self) -> str:
        guess = f" (did you mean {', '.join(self.nearest)}?)" if self.nearest else ""
        return f'unknown verb "{self.verb}"{guess}; a new verb names a model with "like"'


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a verb.

    ``tense``: ``inf``, ``pres``, ``impf``, ``past`` (simple past), ``fut``, ``cond``, ``subj``,
    ``subj-impf``, ``imp``, ``ppr`` (present participle) or ``pp`` (past participle).  ``person``:
    ``1s`` to ``3p``; for ``pp`` gender and number, ``ms`` to ``fp``; empty for ``inf`` and ``ppr``.
    """

    text: str
    tense: str
    person: str


@dataclass(frozen=True, slots=True)
class _File:
    models: dict[str, dict[str, str]]
    verbs: dict[str, str]
    spellings: str
    auxiliary: str
    auxiliaries: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Model:
    """``infinitives``: the endings of the infinitive; ``cells``: ending, tense, person."""

    infinitives: tuple[str, ...]
    cells: tuple[tuple[str, str, str], ...]


class Paradigms:
    """The conjugation of all known verbs: a collection of their infinitives, in either spelling."""

    def __init__(self, file: _File) -> None:
        self._models = {name: _model(rows) for name, rows in file.models.items()}
        # A verb with two spellings has two entries, each a stem and its model.
        self._entries: dict[str, tuple[tuple[str, _Model], ...]] = {}
        for name, verbs in file.verbs.items():
            model = self._models[name]
            for verb in verbs.split():
                entry = (verb.removesuffix(model.infinitives[0]), model)
                for ending in model.infinitives:
                    self._entries[entry[0] + ending] = (entry,)
        for pair in file.spellings.split():
            one, other = pair.split("=")
            both = tuple(dict.fromkeys(self._entries[one] + self._entries[other]))
            for verb in (one, other):
                self._entries[verb] = both
        self._auxiliary = (file.auxiliary,)
        self._auxiliaries = {
            stem + ending: tuple(names.split())
            for names, verbs in file.auxiliaries.items()
            for verb in verbs.split()
            for stem, model in self._entries[verb]
            for ending in model.infinitives
        }

    @classmethod
    def load(cls, path: Path) -> Paradigms:
        """Reads the file of paradigms; raises ``RulesError`` when it is none."""
        return cls(read_yaml(path, _File))

    def __contains__(self, infinitive: str) -> bool:
        return infinitive in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def forms(self, infinitive: str, like: str | None = None) -> tuple[Form, ...]:
        """All forms of a verb, both spellings of each where there are two.

        ``infinitive`` is given bare, without a reflexive pronoun.  ``like`` is a known infinitive
        with the same ending: the verb is then conjugated on that model, known or not.  Raises
        ``UnknownVerb``, or ``ValueError`` when the verb does not end like its model.
        """
        entries = self._entry(infinitive) if like is None else self._invented(infinitive, like)
        found = tuple(
            Form(stem + ending, tense, person)
            for stem, model in entries
            for ending, tense, person in model.cells
        )
        return found if len(entries) == 1 else tuple(dict.fromkeys(found))

    def auxiliaries(self, infinitive: str) -> tuple[str, ...]:
        """The infinitives of the verbs that form the compound tenses of a verb."""
        return self._auxiliaries.get(infinitive, self._auxiliary)

    def _entry(self, infinitive: str) -> tuple[tuple[str, _Model], ...]:
        try:
            return self._entries[infinitive]
        except KeyError:
            nearest = tuple(get_close_matches(infinitive, self._entries, n=3, cutoff=0.75))
            raise UnknownVerb(infinitive, nearest) from None

    def _invented(self, infinitive: str, like: str) -> tuple[tuple[str, _Model], ...]:
        models = dict.fromkeys(model for _, model in self._entry(like))
        entries = tuple(
            (infinitive.removesuffix(ending), model)
            for model in models
            for ending in model.infinitives
            if infinitive.endswith(ending)
        )
        if not entries:
            endings = ", ".join(f"-{ending}" for model in models for ending in model.infinitives)
            raise ValueError(
                f'"{infinitive}" cannot be like "{like}": it does not end in {endings}'
            )
        return entries


def _model(rows: dict[str, str]) -> _Model:
    """The endings of a model, from the rows of the file."""
    return _Model(
        infinitives=tuple(rows["inf"].split("/")),
        cells=tuple(
            ("" if ending == _BARE else ending, tense, person)
            for tense, row in rows.items()
            for person, cell in zip(_persons(tense), row.split(), strict=True)
            if cell != _ABSENT
            for ending in cell.split("/")
        ),
    )


def _persons(tense: str) -> Iterator[str]:
    if tense in ("inf", "ppr"):
        return iter(("",))
    return iter(AGREEMENTS if tense == "pp" else PERSONS)
