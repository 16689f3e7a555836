"""``python -m quotex``: the same as the command ``quotex``."""

from quotex.cli import main

main()
