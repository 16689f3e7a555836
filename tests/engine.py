"""The engine with the built-in rules, made once for all tests."""

from __future__ import annotations

from quotex.compile import Compiler
from quotex.extract import Extractor
from quotex.rulesources import RuleSources

ENGINE = Compiler(RuleSources()).compiled(None).engine
EXTRACTOR = Extractor()
