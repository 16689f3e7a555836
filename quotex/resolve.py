"""Who the speakers are: from the words that stand for a source to the entity of the document."""

from __future__ import annotations

from quotex.drafts import Draft
from quotex.engine import Reading
from quotex.lexicon import Lexicon
from quotex.model import Span, Speaker


class Resolver:
    """Names the speakers of a document; one for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def speakers(self, text: str, reading: Reading, drafts: list[Draft]) -> list[Speaker]:
        """One speaker for each draft, in order."""
        found = []
        for draft in drafts:
            mention = (
                Span(*draft.speaker, text[slice(*draft.speaker)]) if draft.speaker else None
            )
            name = mention.text if mention else None
            found.append(Speaker(mention, name, None, "unknown", None, "named" if mention else "none"))
        return found
