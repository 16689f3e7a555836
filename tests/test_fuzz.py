"""What fuzzing found once, and a few texts from each of its beginnings: the promises hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

FOUND = sorted((Path(__file__).parent / "fuzz" / "found").iterdir())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found(path: Path) -> None:
    """The name of the file begins with that of its target."""
    TARGETS[path.name.partition("-")[0]](path.read_bytes().decode("utf-8", "replace"))


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize(
    "text", ["", "\0", "« Oui », a dit Anne Roy.", "rules:\n  - id: x\n", "— \n—"]
)
def test_every_target_takes_any_text(target: str, text: str) -> None:
    TARGETS[target](text)
