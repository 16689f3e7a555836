"""The engine with the built-in rules, made once for all tests."""

from __future__ import annotations

from quotex.engine import Engine
from quotex.extract import Extractor
from quotex.rulespath import builtin_rules

ENGINE = Engine(builtin_rules())
EXTRACTOR = Extractor()
