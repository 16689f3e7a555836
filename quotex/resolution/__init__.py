"""Who the speakers are."""
