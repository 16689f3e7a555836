"""What the rules compile to, kept between runs in the user's cache folder.

It is one file for each set of rule files, and may be deleted at any time.  A file that is damaged,
or of other rules, of another version of the program or of Python, is made again; nothing is kept
where the folder cannot be written.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from weakref import finalize
from zlib import crc32

from quotex.rulefiles.collection import without_collection
from quotex.rulefiles.folders import cache_folder
from quotex.rulefiles.freeze import Bytes, Stretch, freeze, thaw

_FORMAT = "quotex 1"
_SUFFIX = ".cache"
_MOST = 8  # files kept; of some megabytes each
_SUM = 8  # bytes of the check sum at the start of a file
_CHUNK = 2**16  # bytes read at once
_OTHERS_MAY_WRITE = 0o022


def fingerprint(files: Iterable[Path], about: object) -> str:
    """What tells whether ``files``, or the modules of the program, have changed since.

    ``about`` is anything else that makes a difference, told by its ``repr``.
    """
    return "\n".join([_PROGRAM, repr(about), *(_stamp(os.fspath(path)) for path in files)])


def load(name: str, mark: str) -> Any:
    """What was kept under ``name`` with the fingerprint ``mark``; null when that is not there."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        data = _read(folder / (name + _SUFFIX))
    except OSError:
        return None
    head = _head(mark)
    start = _SUM + len(head)
    if data is None or data[_SUM:start] != head or data[:_SUM] != _sum(data, _SUM):
        return None
    try:
        with without_collection():
            return thaw(Stretch(data, start, len(data)))
    except Exception:  # whatever it is, compiling the rules again mends it
        return None


class _File:
    """The bytes of an open file, each stretch read when it is asked for."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._size = os.fstat(descriptor).st_size
        finalize(self, os.close, descriptor)

    def __getitem__(self, part: slice) -> bytes:
        start, end, _ = part.indices(self._size)
        return os.pread(self._descriptor, end - start, start)

    def __len__(self) -> int:
        return self._size


def _read(path: Path) -> Bytes | None:
    """The bytes of a file; null when somebody else may have written it."""
    if sys.platform == "win32":
        return path.read_bytes()
    descriptor = os.open(path, os.O_RDONLY)
    data = _File(descriptor)
    return data if _is_ours(descriptor) else None


def save(name: str, mark: str, value: object) -> bool:
    """Keeps ``value`` under ``name``, and tells whether it could; others may do so meanwhile."""
    folder = cache_folder()
    if folder is None:
        return False
    partial = folder / f".{name}.{os.getpid()}.part"
    try:
        kept = _head(mark) + freeze(value)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(_sum(kept, 0) + kept)
        os.replace(partial, folder / (name + _SUFFIX))
        _prune(folder)
    except Exception:  # the results do not depend on it, only the next start does
        with suppress(OSError):
            partial.unlink()
        return False
    return True


def _prune(folder: Path) -> None:
    """Removes the oldest files, those of rules that are no longer in use."""
    kept = sorted(folder.glob("*" + _SUFFIX), key=lambda path: path.stat().st_mtime_ns)
    for path in kept[:-_MOST]:
        path.unlink()


def _head(mark: str) -> bytes:
    return mark.encode("utf-8", "surrogateescape") + b"\0"


def _sum(data: Bytes, start: int) -> bytes:
    """The check sum of what stands from ``start`` on."""
    found = 0
    for at in range(start, len(data), _CHUNK):
        found = crc32(data[at : at + _CHUNK], found)
    return f"{found:08x}".encode()


def _stamp(path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:
        return f"{path} none"
    return f"{path} {status.st_size} {status.st_mtime_ns}"


def _program() -> str:
    """What tells this program from another version of it, or from another Python."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    modules = sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(package)
        for name in names
        if name.endswith(".py")
    )
    return "\n".join([_FORMAT, sys.version, *map(_stamp, modules)])


_PROGRAM = _program()  # taken when the modules are imported: they may change while it runs


def _is_ours(descriptor: int) -> bool:
    """Whether nobody else may have written the file: what it holds is trusted like a program."""
    status = os.fstat(descriptor)
    return status.st_uid == os.getuid() and not status.st_mode & _OTHERS_MAY_WRITE
