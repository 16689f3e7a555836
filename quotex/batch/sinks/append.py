"""A file that grows at its end."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from quotex.batch.state import named

_BUFFER = 256 * 1024


class AppendFile:
    """The file at ``path``, cut back to its first ``position`` bytes; raises ``OSError``."""

    def __init__(self, path: Path, position: int) -> None:
        self.path = path
        self._stream = path.open("r+b" if position else "wb", buffering=_BUFFER)
        if position > os.fstat(self._stream.fileno()).st_size:
            raise OSError(0, "shorter than it was left; --again does all again", str(path))
        self._stream.truncate(position)
        self._stream.seek(position)

    def write(self, text: str, encoding: str = "utf-8") -> None:
        """Adds ``text``; a path that is not UTF-8 becomes an escape, which JSON can hold."""
        with named(self.path):
            self._stream.write(text.encode(encoding, "backslashreplace"))

    def sync(self) -> int:
        """The length in bytes, all of which are on the disk now."""
        with named(self.path):
            self._stream.flush()
            os.fsync(self._stream.fileno())
        return self._stream.tell()

    def close(self) -> None:
        """Gives the file back; what cannot be written any more is not missed."""
        with suppress(OSError):
            self._stream.close()
