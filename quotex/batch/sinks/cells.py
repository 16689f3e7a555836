"""What tables with types have in common: a type for each column, and text that they can hold."""

from __future__ import annotations

from typing import Literal

from quotex.render.columns import COLUMNS
from quotex.render.delimited import Cell

CellType = Literal["integer", "real", "text"]

# A column of columns.py is text unless its name says otherwise.
_INTEGERS = ("_start", "_end")
_REALS = frozenset({"confidence", "claim_checkable"})


def type_of(column: str) -> CellType:
    """The type of a column of the flat record."""
    if column in _REALS:
        return "real"
    return "integer" if column.endswith(_INTEGERS) else "text"


TYPES: dict[str, CellType] = {column: type_of(column) for column in COLUMNS}


def storable(cell: Cell) -> Cell:
    """``cell`` as UTF-8 can hold it: what is not UTF-8 in a path becomes an escape."""
    if not isinstance(cell, str):
        return cell
    return cell.encode("utf-8", "backslashreplace").decode("utf-8")
