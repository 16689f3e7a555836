"""Objects as bytes and back: what the rules compile to, with its regular expressions.

``pickle`` keeps only the source of a regular expression, and compiling ours takes far longer than
reading a text.  Here the compiled code is kept too, as this version of Python made it.
"""

from __future__ import annotations

import io
import pickle
import re
from array import array
from dataclasses import fields, is_dataclass
from functools import lru_cache
from importlib import import_module
from itertools import accumulate, pairwise
from typing import Any, Protocol

_SRE: Any = import_module("_sre")  # the engine of the module re; no stubs describe it
_SIZE = "Q"
_PIECE = 2**16  # bytes read at once
_CODES = ("H", "I")  # the narrow one where it is wide enough, for a smaller file


def freeze(value: object) -> bytes:
    """The value as bytes; raises ``TypeError`` and the like for what cannot be kept."""
    buffers: list[pickle.PickleBuffer] = []
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL, buffer_callback=buffers.append).dump(value)
    parts = [stream.getbuffer(), *(buffer.raw() for buffer in buffers)]
    sizes = array(_SIZE, [len(parts), *map(len, parts)])
    return b"".join([sizes.tobytes(), *parts])


class Bytes(Protocol):
    """Bytes of which stretches are taken: ``bytes`` themselves, or those of a file."""

    def __getitem__(self, part: slice, /) -> bytes | bytearray: ...
    def __len__(self) -> int: ...


class Stretch:
    """Some of the bytes of a longer row, read where they are asked for."""

    def __init__(self, row: Bytes, start: int, end: int) -> None:
        self._row, self._start, self._end = row, start, end

    def __getitem__(self, part: slice) -> bytes | bytearray:
        start, end, _ = part.indices(len(self))
        return self._row[self._start + start : self._start + end]

    def __len__(self) -> int:
        return self._end - self._start


def thaw(data: Bytes) -> Any:
    """The value that was made bytes; raises whatever damaged bytes lead to.

    Big tables stay where they are in ``data``.  The bytes must be our own: as with any pickle,
    those of a stranger could run code.
    """
    at = array(_SIZE).itemsize
    (count,) = array(_SIZE, data[:at])
    sizes = array(_SIZE, data[at : at * (count + 1)])
    ends = list(accumulate(sizes, initial=at * (count + 1)))
    parts = [Stretch(data, start, end) for start, end in pairwise(ends)]
    buffers: Any = parts[1:]  # of what may be written to, any object may take the place
    return pickle.load(io.BufferedReader(_Stream(parts[0]), _PIECE), buffers=buffers)


class _Stream(io.RawIOBase):
    """A stretch that is read piece by piece, so that it is never held as a whole."""

    def __init__(self, stretch: Stretch) -> None:
        self._stretch, self._at = stretch, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._stretch[self._at : self._at + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def apart(data: Bytes) -> pickle.PickleBuffer:
    """What a big table gives for its bytes, so that they are a part of their own when frozen."""
    return pickle.PickleBuffer(bytearray(data[:]))


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        if isinstance(value, re.Pattern):
            return _reduced(value)
        if hasattr(value, "cache_parameters"):  # a function that remembers: without its memory
            function: Any = value
            return _remembering, (function.__wrapped__, function.cache_parameters()["maxsize"])
        cls = type(value)
        if hasattr(cls, "__slots__") and is_dataclass(cls) and not hasattr(cls, "__post_init__"):
            parts = fields(cls)
            if cls.__dataclass_params__.frozen and all(part.init for part in parts):  # type: ignore[attr-defined]
                # Made anew from its fields: setting the state of an old one takes twice as long.
                return cls, tuple(getattr(value, part.name) for part in parts)
        return NotImplemented


def _remembering(function: Any, size: int | None) -> Any:
    return lru_cache(maxsize=size)(function)


def _reduced(pattern: re.Pattern[Any]) -> tuple[Any, ...]:
    """A regular expression with its code, or by its source where the code would not be the same."""
    try:
        arguments = _compiled(pattern)
        if _pattern(*arguments) == pattern:
            return _pattern, arguments
    except (AttributeError, ImportError, OverflowError, TypeError):  # another make of Python
        pass
    return re.compile, (pattern.pattern, pattern.flags)


def _compiled(pattern: re.Pattern[Any]) -> tuple[Any, ...]:
    """What ``re`` hands to its engine for this pattern."""
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    parsed = parser.parse(pattern.pattern, pattern.flags)
    code = list(map(int, compiler._code(parsed, pattern.flags)))
    width = _CODES[max(code) >> 16 > 0]
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in pattern.groupindex.items():
        names[number] = name
    groups = dict(pattern.groupindex)
    packed = array(width, code).tobytes()
    return pattern.pattern, pattern.flags, width, packed, pattern.groups, groups, tuple(names)


def _pattern(
    source: str, flags: int, width: str, code: bytes, groups: int, index: dict[str, int], names: Any
) -> re.Pattern[Any]:
    made: re.Pattern[Any] = _SRE.compile(
        source, flags, array(width, code).tolist(), groups, index, names
    )
    return made
