"""The parts of the page: the marked text, the notes, the panel; and its template, style, script."""
