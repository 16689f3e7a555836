"""From bytes to the segments of a text: characters, paragraphs, marks, tokens, sentences."""
