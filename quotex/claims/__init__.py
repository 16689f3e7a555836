"""Claims: what kind of statement a content is, what in it can be checked, and who answered it."""
