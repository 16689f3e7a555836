"""The languages in which the page and the terminal can speak."""

from __future__ import annotations

from typing import Literal, get_args

LanguageName = Literal["en", "fr"]
LANGUAGES: tuple[LanguageName, ...] = get_args(LanguageName)
