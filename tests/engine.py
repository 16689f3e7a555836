"""The engine with the built-in rules, made once for all tests."""

from __future__ import annotations

from quotex.extract import Extractor
from quotex.rulefiles.compile import Compiler
from quotex.rulefiles.rulesources import RuleSources

ENGINE = Compiler(RuleSources()).compiled(None).engine
EXTRACTOR = Extractor()
