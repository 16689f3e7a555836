"""Extraction measured against texts annotated by hand."""
