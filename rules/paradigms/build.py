"""Writes verbs.yaml from the conjugation library pyrealb and extra.yaml.

Run it from the checkout, with the ``dev`` extra installed: ``python rules/paradigms/build.py``.
It is needed only after a change of extra.yaml or of the library's version; quotex itself reads
nothing but verbs.yaml.  Whose the data is, and under which licence, stands in NOTICE.
"""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
TARGET = HERE / "verbs.yaml"

Table = dict[str, str]  # tense -> its row of endings; "inf" -> the ending that is cut off

# The library's names of the tenses, and ours.
TENSES = {
    "b": "inf",
    "p": "pres",
    "i": "impf",
    "ps": "past",
    "f": "fut",
    "c": "cond",
    "s": "subj",
    "si": "subj-impf",
    "ip": "imp",
    "pr": "ppr",
    "pp": "pp",
}
AVOIR, ETRE = "avoir", "être"
AUXILIARIES = {"av": AVOIR, "êt": ETRE, "aê": f"{AVOIR} {ETRE}"}
RARE = 99  # the library grades the commonest verbs from 1 to 6
# Verbs that the reform of 1990 leaves alone: the circumflex of jeûner tells it from jeune.
UNREFORMED_STEMS = frozenset({"jeûner"})
DOUBLING = ("appeler", "interpeler", "jeter")  # these and their compounds keep elle, ette

HEADER = """\
# The forms of {count} French verbs. Made by build.py: change extra.yaml instead, and run it.
#
# Derived from the French lexicon and rules of pyrealb {version}, (c) Guy Lapalme, RALI,
# Université de Montréal; licence of this file: CC BY-SA 4.0. See NOTICE for the details.
#
# models: the endings of a tense are those of 1s 2s 3s 1p 2p 3p, for `pp` those of ms fs mp fp;
#   `-` no such form, `_` the bare stem, `/` between two spellings of one form. The stem is the
#   infinitive without the ending `inf`.
# verbs: the infinitives that follow each model.
# spellings: pairs that are one verb (the second is mostly the spelling of 1990).
# auxiliaries: the verbs whose auxiliary is not `auxiliary`, or not that alone.
"""


@dataclass
class Lexicon:
    """Every verb with its table, its auxiliaries and its grade; and the pairs of spellings."""

    tables: dict[str, Table] = field(default_factory=dict)
    auxiliaries: dict[str, str] = field(default_factory=dict)
    grades: dict[str, int] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)

    def add(self, verb: str, model: str) -> None:
        """Adds or moves a verb that is conjugated like ``model``."""
        ending = self.tables[model]["inf"].split("/")[0]
        if not verb.endswith(ending):
            raise ValueError(f"{verb}: does not end in -{ending} like {model}")
        self.tables[verb] = dict(self.tables[model])
        self.auxiliaries.setdefault(verb, AVOIR)


def build() -> str:
    """The text of verbs.yaml."""
    extra = yaml.safe_load((HERE / "extra.yaml").read_text(encoding="utf-8"))
    lexicon = read_library()
    for entry in extra["rows"]:
        rows = {key: row for key, row in entry.items() if key not in ("verbs", "none")}
        for verb in entry["verbs"]:
            replace_rows(lexicon, verb, rows, entry.get("none", ()))
    for entry in extra["moves"]:
        lexicon.add(entry["verb"], entry["like"])
    for entry in extra["verbs"]:
        if entry["verb"] in lexicon.tables:
            raise ValueError(f"extra.yaml: the library knows {entry['verb']} by now")
        lexicon.add(entry["verb"], entry["like"])
    for verb in extra["both-auxiliaries"]:
        lexicon.auxiliaries[verb] = AUXILIARIES["aê"]
    for verb, table in lexicon.tables.items():
        add_variants(verb, table)
    pair_spellings(lexicon, {entry["verb"]: entry["also"] for entry in extra["spellings"]})
    return render(lexicon)


def read_library() -> Lexicon:
    """The verbs of pyrealb; one that names a table which the library lacks gets an empty table."""
    pyrealb: Any = import_module("pyrealb")
    tables = pyrealb.getRules("fr")["conjugation"]
    lexicon = Lexicon()
    for verb, entry in pyrealb.getLexicon("fr").items():
        if "V" not in entry:
            continue
        info = entry["V"]
        source = tables.get(info["tab"], {"t": {"b": ""}})["t"]
        rows = {name: row_of(source.get(code)) for code, name in TENSES.items()}
        lexicon.tables[verb] = {name: row for name, row in rows.items() if row.strip("- ")}
        lexicon.auxiliaries[verb] = AUXILIARIES[info["aux"]]
        lexicon.grades[verb] = info.get("niveau", RARE)
    return lexicon


def row_of(cells: str | list[str | None] | None) -> str:
    """One row as text; empty when there is no form at all."""
    if cells is None:
        return ""
    if isinstance(cells, str):
        return cells
    return " ".join("-" if cell is None else cell.strip() or "_" for cell in cells)


def replace_rows(
    lexicon: Lexicon, verb: str, rows: Mapping[str, str], absent: Iterable[str]
) -> None:
    """Puts the rows of extra.yaml in the place of the library's for one verb."""
    table = lexicon.tables[verb]
    cut = rows.get("inf", table.get("inf", "")).split("/")[0]
    old = table.get("inf", "")
    if not verb.endswith(cut) or not cut.endswith(old):
        raise ValueError(f"extra.yaml: {verb} cannot be cut before -{cut}")
    longer = cut.removesuffix(old)
    for tense, row in table.items():
        table[tense] = " ".join(lengthened(cell, longer) for cell in row.split())
    table.update(rows)
    for tense in absent:
        table.pop(tense, None)


def lengthened(cell: str, prefix: str) -> str:
    """A cell with ``prefix`` before its ending."""
    if not prefix or cell == "-":
        return cell
    return prefix + cell.replace("_", "")


def add_variants(verb: str, table: Table) -> None:
    """Adds the second spelling that usage or the reform of 1990 allows, cell by cell.

    céderai/cèderai, paie/paye, ruisselle/ruissèle, connaît/connait.
    """
    present = table.get("pres", "")
    third = present.split()[2] if present else ""
    future = ("fut", "cond")
    if table["inf"].startswith("é") and third.startswith("è"):
        for initial in "éè":  # some models have the old spelling, some the new
            vary(table, future, initial, "èé"["éè".index(initial)])
        order_first(table, future, "é")
    elif verb.endswith("ayer"):
        vary(table, ("pres", "subj", "imp", *future), "ie", "ye")
    elif third in ("elle", "ette") and not verb.endswith(DOUBLING):
        vary(table, ("pres", "subj", "imp", *future), third[:3], f"è{third[1]}")
    vary(table, ("inf", "pres", *future), "aît", "ait")
    # Only croître keeps its circumflex in the present, to differ from croire.
    vary(table, ("inf", *future) if "oîs" in present else ("inf", "pres", *future), "oît", "oit")


def vary(table: Table, tenses: Iterable[str], old: str, new: str) -> None:
    """Adds to each cell that starts with ``old`` alone a spelling that starts with ``new``."""
    for tense in tenses:
        if tense in table:
            table[tense] = " ".join(
                f"{cell}/{new}{cell.removeprefix(old)}"
                if cell.startswith(old) and "/" not in cell
                else cell
                for cell in table[tense].split()
            )


def order_first(table: Table, tenses: Iterable[str], initial: str) -> None:
    """Puts the spelling that starts with ``initial`` first in each cell."""
    for tense in tenses:
        table[tense] = " ".join(
            "/".join(sorted(cell.split("/"), key=lambda text: not text.startswith(initial)))
            for cell in table[tense].split()
        )


def pair_spellings(lexicon: Lexicon, extra: Mapping[str, str]) -> None:
    """Pairs the spellings of one verb: those of extra.yaml, and the circumflex of 1990."""
    pairs = dict(extra)
    for verb, table in lexicon.tables.items():
        stem = verb.removesuffix(table["inf"].split("/")[0])
        plain = stem.translate(str.maketrans("îû", "iu")) + verb.removeprefix(stem)
        if plain != verb and plain not in lexicon.tables and verb not in UNREFORMED_STEMS:
            pairs[verb] = plain
    for verb, also in pairs.items():
        if also not in lexicon.tables:
            lexicon.add(also, verb)
            lexicon.auxiliaries[also] = lexicon.auxiliaries[verb]
    lexicon.spellings = pairs


def render(lexicon: Lexicon) -> str:
    """The lexicon as YAML: one tense a line, words wrapped, everything sorted."""
    groups: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
    for verb, table in lexicon.tables.items():
        groups[tuple((name, table[name]) for name in TENSES.values() if name in table)].append(verb)
    models = {
        min(verbs, key=lambda verb: (lexicon.grades.get(verb, RARE), verb)): (rows, verbs)
        for rows, verbs in groups.items()
    }
    others = defaultdict(list)
    for verb, auxiliaries in lexicon.auxiliaries.items():
        if auxiliaries != AVOIR:
            others[auxiliaries].append(verb)
    lines = ["models:"]
    for name in sorted(models, key=sort_key):
        lines.append(f"  {name}:")
        lines += [f"    {tense}: {quoted(row)}" for tense, row in models[name][0]]
    lines.append("verbs:")
    for name in sorted(models, key=sort_key):
        lines += folded(f"  {name}", models[name][1])
    lines += folded("spellings", [f"{verb}={also}" for verb, also in lexicon.spellings.items()])
    lines += [f"auxiliary: {AVOIR}", "auxiliaries:"]
    for name in sorted(others):
        lines += folded(f"  {name}", others[name])
    header = HEADER.format(count=len(lexicon.tables), version=version("pyrealb"))
    return header + "\n".join(lines) + "\n"


def quoted(row: str) -> str:
    return f'"{row}"' if row.startswith("-") else row


def folded(key: str, words: Iterable[str]) -> list[str]:
    """A key whose value is a list of words, wrapped and sorted."""
    indent = " " * (len(key) - len(key.lstrip()) + 2)
    text = " ".join(sorted(words, key=sort_key))
    wrapped = textwrap.wrap(
        text, 100, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
    return [f"{key}: >-", *wrapped]


def sort_key(word: str) -> tuple[str, str]:
    """Dictionary order: accents count only between words that differ in nothing else."""
    plain = word.translate(str.maketrans("àâäçéèêëîïôöûùüœ", "aaaceeeeiioouuuo"))
    return re.sub(r"\W", "", plain), word


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8", newline="\n")
    print(f"wrote {TARGET.name}")
