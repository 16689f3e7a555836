"""Writes firstnames.yaml from two open collections of names and extra.yaml.

Run it from the checkout, with the ``data`` extra installed: ``python rules/firstnames/build.py``.
Nothing is guessed from the ending of a name: a name has a gender when people who bear it have.
Whose the data is, and under which licence, stands in NOTICE.
"""

from __future__ import annotations

import json
import re
import textwrap
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import yaml

HERE = Path(__file__).parent
TARGET = HERE / "firstnames.yaml"

# A name is taken when this many of the 36 collections behind nomquamgender have it; one that Faker
# lists too needs fewer.
MANY_SOURCES, SOME_SOURCES = 10, 3
# The most of the bearers that may be of the other gender; more where Faker's lists agree.
STRICT, LENIENT = 0.04, 0.1
NAME = re.compile(r"[^\W\d_]{2,}(?:['-][^\W\d_]+)*")

HEADER = """\
# First names by gender: {count} names. Made by build.py: change extra.yaml instead, and run it.
#
# Derived from nomquamgender {nomquamgender} (MIT) and Faker {faker} (MIT). See NOTICE.
#
# f, m: names of women, of men; both: names of either. A name without accents stands for all of its
# spellings; one with accents stands for itself and goes first (Michèle is f, Michele is both).
"""


def build() -> str:
    """The text of firstnames.yaml."""
    extra = yaml.safe_load((HERE / "extra.yaml").read_text(encoding="utf-8"))
    listed = read_faker()
    plain_lists: dict[str, set[str]] = defaultdict(set)
    for name, genders in listed.items():
        plain_lists[plain(name)] |= genders
    decided = {
        name: gender
        for name, evidence in read_nomquamgender().items()
        if (gender := judge(evidence, plain_lists.get(name, set())))
    }
    for name, genders in listed.items():
        # An accent may decide where the plain spelling does not.
        if name != plain(name) and len(genders) == 1 and decided.get(plain(name)) == "both":
            decided[name] = next(iter(genders))
    for name in extra["drop"]:
        decided.pop(name, None)
    for gender in ("f", "m", "both"):
        decided |= dict.fromkeys(extra[gender], gender)
    return render(without_echoes(decided))


def read_faker() -> dict[str, set[str]]:
    """Names in Latin script from all of Faker's locales, each with the genders it is listed as."""
    package: Any = import_module("faker.providers.person")
    genders: dict[str, set[str]] = defaultdict(set)
    for module in iter_modules(package.__path__):
        provider: Any = import_module(f"{package.__name__}.{module.name}").Provider
        for gender, attribute in (("f", "first_names_female"), ("m", "first_names_male")):
            for name in clean(getattr(provider, attribute, ())):
                genders[name].add(gender)
    return genders


def clean(names: Iterable[str]) -> Iterator[str]:
    """The names that are one word in Latin script, with a plain apostrophe."""
    for name in names:
        name = unicodedata.normalize("NFC", name.strip().replace("’", "'"))
        if NAME.fullmatch(name) and all(ord(character) < 0x250 for character in name):
            yield name


def read_nomquamgender() -> dict[str, tuple[int, float]]:
    """Each name, without accents: the number of its sources, and the share of women."""
    spec = find_spec("nomquamgender")  # not imported: that needs pandas, for nothing
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("nomquamgender is not installed")
    path = Path(spec.submodule_search_locations[0]) / "name_data.json"
    names = json.loads(path.read_text(encoding="utf-8"))
    return {
        name.title(): (entry[0], entry[2])
        for name, entry in names.items()
        if name.isascii() and NAME.fullmatch(name)
    }


def judge(evidence: tuple[int, float], listed: set[str]) -> str | None:
    """The gender of a name, ``both``, or null when too little is known of it."""
    sources, women = evidence
    if sources < (SOME_SOURCES if len(listed) == 1 else MANY_SOURCES):
        return None
    for gender, others in (("f", 1 - women), ("m", women)):
        if others <= (LENIENT if listed == {gender} else STRICT):
            return gender
    return "both" if sources >= MANY_SOURCES else None


def plain(name: str) -> str:
    """A name without its accents."""
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def without_echoes(decided: Mapping[str, str]) -> dict[str, str]:
    """The names without those accented spellings that say no more than the plain one."""
    return {
        name: gender
        for name, gender in decided.items()
        if name == plain(name) or decided.get(plain(name)) != gender
    }


def render(decided: Mapping[str, str]) -> str:
    """The names as YAML: one text per gender, wrapped, sorted."""
    lines = [
        HEADER.format(
            count=len(decided), nomquamgender=version("nomquamgender"), faker=version("faker")
        ).rstrip("\n")
    ]
    for gender in ("f", "m", "both"):
        names = sorted(
            (name for name in decided if decided[name] == gender),
            key=lambda name: (plain(name), name),
        )
        lines.append(f"{gender}: >-")
        lines += textwrap.wrap(
            " ".join(names),
            100,
            initial_indent="  ",
            subsequent_indent="  ",
            break_on_hyphens=False,
            break_long_words=False,
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8", newline="\n")
    print(f"wrote {TARGET.name}")
