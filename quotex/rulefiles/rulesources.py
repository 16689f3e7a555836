"""Which rule files are in force: those that come with the program, below the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quotex.errors import Problem, RulesError
from quotex.rulefiles.folders import config_folder
from quotex.rulefiles.rulespath import builtin_rules

PROJECT_FILE = ("quotex.yaml", "quotex.yml")
SUFFIXES = (".yaml", ".yml")
_FILES = ("grammar.yaml", "firstnames/firstnames.yaml")
_OTHERS = (
    "calendar.yaml",
    "circumstances.yaml",
    "claims/answers.yaml",
    "claims/checkable.yaml",
    "claims/marks.yaml",
    "claims/opinions.yaml",
    "claims/quantities.yaml",
    "claims/signals.yaml",
    "claims/types.yaml",
    "claims/verbs.yaml",
    "document.yaml",
    "mentions.yaml",
    "paradigms/verbs.yaml",
)
_RULES = "attributions"
_MACROS = "attributions/macros.yaml"
_LEXICON = "lexicon"
_PACKS = "packs"


@dataclass(frozen=True, slots=True)
class RuleSources:
    """Files in order: a later one has the say over those before it.

    ``root`` is the folder of the rules that come with the program; ``builtin``: its attribution
    rules are in force, too, not only its lexicon, its grammar and its macros.
    """

    own: tuple[Path, ...] = ()
    builtin: bool = True
    root: Path = field(default_factory=builtin_rules)

    def builtin_files(self) -> list[Path]:
        """The files of the program that are in the common format."""
        rules = files_in(self.root / _RULES) if self.builtin else [self.root / _MACROS]
        single = [self.root / name for name in _FILES]
        return [*single, *files_in(self.root / _LEXICON), *rules]

    def all_files(self) -> list[Path]:
        """Every file that the rules are made of."""
        return [*self.builtin_files(), *(self.root / name for name in _OTHERS), *self.own]


def files_in(folder: Path) -> list[Path]:
    """The rule files of a folder and of those in it, in order of their paths."""
    return sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())


def sources(given: Iterable[str | Path] = (), *, builtin: bool = True) -> RuleSources:
    """The files and folders ``given``, in order, above the built-in rules.

    A name that is no path may be that of a pack that comes with the program.  Raises
    ``RulesError`` for what is none of these, and for a folder without rule files.
    """
    files = dict.fromkeys(path.absolute() for item in given for path in _files(Path(item)))
    return RuleSources(tuple(files), builtin)


def standing_rules(start: Path) -> list[Path]:
    """The user's own files that need no naming: their folder, then the project's file.

    The project's file is the first ``quotex.yaml`` in the folder ``start`` or above it.
    """
    return [*user_rules(), *project_rules(start)]


def user_rules() -> list[Path]:
    """The files of the user's folder of rules."""
    config = config_folder()
    return files_in(config / "rules") if config else []


def project_rules(start: Path) -> list[Path]:
    """The first project file in the folder ``start`` or above it, if there is one."""
    for folder in (start, *start.parents):
        for name in PROJECT_FILE:
            if (folder / name).is_file():
                return [folder / name]
    return []


def packs() -> dict[str, Path]:
    """The packs that come with the program, by name."""
    return {path.stem: path for path in files_in(builtin_rules() / _PACKS)}


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = files_in(path)
        if not found:
            raise _problem(path, "no .yaml or .yml file in this folder")
        yield from found
    elif path.exists():
        yield path
    elif str(path) in packs():
        yield packs()[str(path)]
    else:
        named = ", ".join(sorted(packs()))
        raise _problem(path, "no such file or folder" + (f"; packs: {named}" if named else ""))


def _problem(path: Path, message: str) -> RulesError:
    return RulesError((Problem(str(path), 0, 0, message),))
