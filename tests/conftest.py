"""Whose folders tests use, and how far the property tests look.

That is little and always the same by default, and far with a profile.
"""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings

# The user's own folders are left alone, and no rules are read from them.
OWN = TemporaryDirectory(prefix="quotex-tests-")
os.environ["QUOTEX_CACHE"] = f"{OWN.name}/cache"
os.environ["XDG_CONFIG_HOME"] = f"{OWN.name}/config"

# A machine that is busy with other things is no fault of the program.
BUSY = [HealthCheck.too_slow]

settings.register_profile(
    "quick", max_examples=50, deadline=None, derandomize=True, suppress_health_check=BUSY
)
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=BUSY)
settings.load_profile("quick")
