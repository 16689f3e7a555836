"""Rule files: found, read, checked, tested, compiled, kept."""
