"""Tests leave the user's own folders alone, and read no rules from them."""

from __future__ import annotations

import os
from tempfile import mkdtemp

os.environ["QUOTEX_CACHE"] = mkdtemp(prefix="quotex-tests-")
os.environ["XDG_CONFIG_HOME"] = mkdtemp(prefix="quotex-tests-")
