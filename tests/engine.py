"""The engine with the built-in rules, made once for all tests."""

from __future__ import annotations

from quotex.compile import compile_rules
from quotex.extract import Extractor
from quotex.rulesources import RuleSources

ENGINE = compile_rules(RuleSources())[0].engine
EXTRACTOR = Extractor()
