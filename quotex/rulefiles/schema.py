"""The JSON Schema of rule files, from the same dataclasses that the loader reads them into."""

from __future__ import annotations

import inspect
from dataclasses import is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from quotex.rulefiles.change import Change
from quotex.rulefiles.placed import Placed
from quotex.rulefiles.rulefile import RuleFile
from quotex.rulefiles.yamlio import is_required, keys_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: dict[Any, str] = {
    str: "string", Placed: "string", int: "integer", float: "number", bool: "boolean",
}  # fmt: skip
# Text is taken as it stands, so that an editor must not complain of `like: on` or `words: [2012]`.
_TEXT = ["string", "number", "boolean"]


def schema() -> dict[str, Any]:
    """The schema of a rule file."""
    made = _Schema()
    root = made.record(RuleFile)
    return {"$schema": _DIALECT, "title": "quotex rule file", **root, "$defs": made.definitions}


class _Schema:
    """Turns types into schemas; those of dataclasses are collected in ``definitions``."""

    def __init__(self) -> None:
        self.definitions: dict[str, Any] = {}

    def of(self, hint: Any) -> dict[str, Any]:
        """The schema for what is read as the hinted type."""
        origin, args = get_origin(hint), get_args(hint)
        if origin in (Union, UnionType):
            members = [self.of(each) for each in args if each is not NoneType]
            null = [{"type": "null"}] if NoneType in args else []
            return {"anyOf": members + null} if len(members + null) > 1 else members[0]
        if origin is Literal:
            return {"enum": list(args)}
        if origin in (tuple, frozenset):
            return {"type": "array", "items": self.of(args[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(args[1])}
        if origin is Change:
            return self._reference(f"{args[0].__name__}Change", args[0], partial=True)
        if is_dataclass(hint):
            return self._reference(hint.__name__, hint, partial=False)  # type: ignore[union-attr]
        kind = _SCALARS[hint]
        return {"type": _TEXT if kind == "string" else kind}

    def _reference(self, name: str, cls: Any, *, partial: bool) -> dict[str, Any]:
        if name not in self.definitions:
            self.definitions[name] = {}  # a class may name itself
            self.definitions[name] = self.record(cls, partial=partial)
        return {"$ref": f"#/$defs/{name}"}

    def record(self, cls: Any, *, partial: bool = False) -> dict[str, Any]:
        """The schema of a dataclass; ``partial``: of a change to one, which needs only its id."""
        hints = get_type_hints(cls)
        keyed = keys_of(cls)
        required = [key for key, each in keyed.items() if is_required(each)]
        found: dict[str, Any] = {
            "type": "object",
            "properties": {key: self.of(hints[each.name]) for key, each in keyed.items()},
            "additionalProperties": False,
        }
        if partial or required:
            found["required"] = ["id"] if partial else required
        if described := inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0]:
            found["description"] = " ".join(described.replace("``", "").split())
        return found
