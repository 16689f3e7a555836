"""The panel beside the text: the documents, the kinds, and the speakers, which filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from quotex.model import Kind
from quotex.render.page.article import Article
from quotex.render.page.escape import escape
from quotex.render.page.voices import Voice
from quotex.rulefiles.labels import Labels

_FIRST = 30  # so many speakers are shown at once


def documents(articles: Sequence[Article], labels: Labels) -> str:
    """The list of documents, nothing when there is one only."""
    if len(articles) < 2:
        return ""
    heading = escape(labels.page["documents"])
    names = Counter(each.name for each in articles)
    items = "".join(
        f'<li><a href="#{each.anchor}"><bdi>{escape(_told_apart(each, names))}</bdi></a> '
        f'<span class="count">{each.count}</span></li>\n'
        for each in articles
    )
    return (
        f'<nav aria-labelledby="documents"><h2 id="documents">{heading}</h2>'
        f'<ol class="documents">\n{items}</ol></nav>'
    )


def _told_apart(article: Article, names: Counter[str]) -> str:
    """The name of the document, with its path where another has the same name."""
    if names[article.name] > 1 and article.path:
        return f"{article.name} ({article.path})"
    return article.name


def kinds(counts: Counter[Kind], labels: Labels) -> str:
    """A button for each kind; it shows the underline of the kind, so that it is the legend."""
    return "".join(
        f'<button type="button" data-kind="{kind}" aria-pressed="false">'
        f'<span class="letter">{labels.letters[kind]}</span> '
        f'<span class="kind {kind}">{escape(labels.kinds[kind])}</span> '
        f'<span class="count">{counts[kind]}</span></button>\n'
        for kind in get_args(Kind)
    )


def speakers(all_: Sequence[Voice], labels: Labels) -> str:
    """A button for each speaker with the colour, the count and the share.

    The longest bar is that of the greatest share: of many speakers, none has much.
    """
    greatest = max((voice.share for voice in all_), default=0) or 1
    rows = [_speaker(voice, voice.share / greatest, labels) for voice in all_]
    if not rows:
        return ""
    columns = f'<p class="columns">{escape(labels.page["columns"])}</p>'
    first = f'{columns}<ul class="speakers">\n{"".join(rows[:_FIRST])}</ul>'
    if len(rows) <= _FIRST:
        return first
    more = escape(labels.page["show-more"].replace("{n}", str(len(rows) - _FIRST)))
    rest = f'<ul class="speakers">\n{"".join(rows[_FIRST:])}</ul>'
    return f"{first}\n<details><summary>{more}</summary>{rest}</details>"


def _speaker(voice: Voice, length: float, labels: Labels) -> str:
    name = escape(voice.name or labels.page["unknown"])
    role = f'<span class="role"><bdi>{escape(voice.role)}</bdi></span>' if voice.role else ""
    return (
        f'<li class="{voice.style}"><button type="button" data-speaker="{voice.number}" '
        f'aria-pressed="false"><span class="name"><bdi>{name}</bdi></span> '
        f'<span class="count" title="{escape(labels.page["count"])}">{voice.count}</span> '
        f'<span class="share" title="{escape(labels.page["share"])}">'
        f"{escape(labels.percent(voice.share))}</span> {role}"
        f'<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{100 * length:.1f}" height="1"/></svg></button></li>\n'
    )
