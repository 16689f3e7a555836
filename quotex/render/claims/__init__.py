"""Renderers of the listing of statements: one module for each format, with ``write``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Literal, TextIO, cast, get_args

from quotex.claims.listing import Listed
from quotex.render import FormatName

ClaimFormat = Literal["table", "jsonl", "csv", "markdown", "claimreview"]
CLAIM_FORMATS: tuple[ClaimFormat, ...] = get_args(ClaimFormat)
CLAIM_REVIEW_SUFFIX = ".jsonld"

ClaimRenderer = Callable[[Sequence[Listed], TextIO], None]


def claim_renderer(name: ClaimFormat) -> ClaimRenderer:
    """The function that writes the format ``name``."""
    return cast(ClaimRenderer, import_module(f"quotex.render.claims.{name}").write)


def format_of_file(name: ClaimFormat) -> FormatName:
    """The format whose files are written in the same way."""
    return "json" if name == "claimreview" else name


def is_claim_review(path: Path) -> bool:
    """Whether an output file asks for drafts by its extension."""
    return path.suffix.lower() == CLAIM_REVIEW_SUFFIX
