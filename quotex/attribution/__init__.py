"""Rules tried on sentences: cues, sources and contents."""
