"""How the speaker and the circumstances are told to people, in the table and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.model import Attribution, Speaker
from quotex.render.plain import plain

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


def who(speaker: Speaker) -> tuple[str | None, str | None, str | None]:
    """Name, mention and role on one line each, null where another of them says it already."""
    name = plain(speaker.name or "").strip() or None
    mention = plain(speaker.mention.text) if speaker.mention else None
    role = plain(speaker.role or "").strip() or None
    if name and mention and mention.casefold().endswith(name.split()[-1].casefold()):
        mention = None  # the name, its end, or the name after a title or an article
    others = [other.casefold() for other in (name, mention) if other]
    if role and any(role.casefold() in other or other in role.casefold() for other in others):
        role = None
    return name, mention, role
