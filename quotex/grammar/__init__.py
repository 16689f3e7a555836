"""Sentences cut into chunks and clauses, verb groups and mentions."""
