"""What the page says in its own name: ``rules/labels.yaml``, one language of it at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from quotex.languages import LanguageName
from quotex.rulefiles.rulespath import builtin_rules


@dataclass(frozen=True, slots=True)
class Term:
    """One label in every language."""

    en: str
    fr: str


Terms = dict[str, Term]
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LabelFile:
    """The file ``labels.yaml``: one table for each set of values, by the value."""

    acts: Terms
    certainties: Terms
    claims: Terms
    kinds: Terms
    letters: Terms
    page: Terms
    resolutions: Terms
    speakers: Terms
    wheres: Terms


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one language, by the value that they stand for."""

    language: LanguageName
    acts: Words
    certainties: Words
    claims: Words
    kinds: Words
    letters: Words
    page: Words
    resolutions: Words
    speakers: Words
    wheres: Words

    @classmethod
    def load(cls, language: LanguageName) -> Labels:
        """The labels in ``language``; raises ``RulesError`` when the file is not valid."""
        from quotex.rulefiles.yamlio import read_yaml  # slow to import, and most runs have no page

        file = read_yaml(builtin_rules() / "labels.yaml", LabelFile)
        tables: dict[str, Words] = {
            each.name: {
                value: getattr(term, language) for value, term in getattr(file, each.name).items()
            }
            for each in fields(LabelFile)
        }
        return cls(language=language, **tables)

    def number(self, value: float, decimals: int = 0) -> str:
        """``value`` rounded and written as the language writes it."""
        return f"{value:.{decimals}f}".replace(".", self.page["decimal"])

    def percent(self, share: float) -> str:
        """A share in [0, 1] in percent."""
        return self.page["percent"].replace("{n}", self.number(100 * share))

    def attributions(self, count: int) -> str:
        """How many attributions there are, in words."""
        key = "attributions-one" if count == 1 else "attributions"
        return self.page[key].replace("{n}", str(count))
