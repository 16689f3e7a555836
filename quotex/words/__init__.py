"""The lexicon: words, verbs, nouns and names, with their classes."""
