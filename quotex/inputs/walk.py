"""The files below a folder, in order, one folder in memory at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from stat import S_ISDIR, S_ISREG

from quotex.errors import InputError
from quotex.inputs.source import system_error


@dataclass(slots=True)
class Walk:
    """One walk to the bottom of the folder ``root``, in the order of the paths.

    Hidden entries are left out.  A link is followed once: not to what another link has led to,
    and not to what the walk comes to by itself.  ``wanted`` says whether a file is, by its path
    below the root; ``excluded`` are absolute paths that are left out with all below them.
    """

    root: str
    wanted: Callable[[str], bool]
    excluded: frozenset[str] = frozenset()
    _real: str = ""
    _seen: set[tuple[int, int]] = field(default_factory=set)

    def __iter__(self) -> Iterator[str | InputError]:
        """The path of each file, or the error of a folder that cannot be read, in its place."""
        self._real = os.path.realpath(self.root)
        yield from self._folder(self.root, "")

    def _folder(self, folder: str, below: str) -> Iterator[str | InputError]:
        try:
            with os.scandir(folder) as entries:
                names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        except OSError as error:
            yield system_error(folder, error)
            return
        for name in names:
            path, inner = os.path.join(folder, name), os.path.join(below, name)
            if self.excluded and os.path.abspath(path) in self.excluded:
                continue
            try:
                status = os.stat(path)
            except OSError:  # a broken link, told when it is read
                if self.wanted(inner):
                    yield path
                continue
            if S_ISDIR(status.st_mode):
                if self._is_new(path, status, folder=True):
                    yield from self._folder(path, inner)
            # A pipe or a device in a folder would wait for ever.
            elif (
                S_ISREG(status.st_mode)
                and self.wanted(inner)
                and self._is_new(path, status, folder=False)
            ):
                yield path

    def _is_new(self, path: str, status: os.stat_result, *, folder: bool) -> bool:
        """Whether this is the way to what is there; folders and targets of links are remembered."""
        link = os.path.islink(path)
        if not link and not folder:
            return True
        identity = (status.st_dev, status.st_ino)
        if identity in self._seen or (
            link and self._comes_by_itself(os.path.realpath(path), folder)
        ):
            return False
        self._seen.add(identity)
        return True

    def _comes_by_itself(self, target: str, folder: bool) -> bool:
        if folder and self._real.startswith(os.path.join(target, "")):
            return True  # above the root: it would lead here again
        below = os.path.relpath(target, self._real)
        parts = below.split(os.sep)
        if below == os.curdir:
            return True
        visible = not any(part.startswith(".") for part in parts)
        return visible and (folder or self.wanted(below))
