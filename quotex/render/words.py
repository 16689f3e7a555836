"""How the circumstances of an attribution are told to people, in the table and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.model import Attribution

_PREPOSITIONS = {"place": "at", "event": "at", "medium": "via"}


def circumstances(attribution: Attribution) -> Iterator[tuple[str, str, str]]:
    """Cue, addressees, times and places, each as label, words of the text, and remark.

    Labels end with a blank and remarks begin with one; both may be empty.
    """
    cue = attribution.cue
    if cue:
        certainty = "" if cue.certainty == "asserted" else f" ({cue.certainty})"
        yield "", cue.text, certainty
    for addressee in attribution.addressee:
        yield "to ", addressee.text, ""
    for when in attribution.when:
        value = f" ({when.value})" if when.value and when.value != when.text else ""
        yield "when ", when.text, value
    for where in attribution.where:
        yield f"{_PREPOSITIONS[where.type]} ", where.text, ""
