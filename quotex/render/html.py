"""HTML: one page that shows each text with its attributions, holds everything, needs no network.

The page is whole without its script: marked text, and notes to it.  The script turns the notes
into cards beside the text, and adds filters and search.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import TextIO

from quotex.languages import LanguageName
from quotex.model import Kind
from quotex.render import Extracted
from quotex.render.page import panel
from quotex.render.page.article import article
from quotex.render.page.escape import escape
from quotex.render.page.voices import voices
from quotex.rulefiles.labels import Labels

_ASSETS = Path(__file__).with_name("page")
_KEYS = {"next": "j", "previous": "k", "search": "/", "close": "Esc"}


def write(items: Iterable[Extracted], stream: TextIO, language: LanguageName = "en") -> None:
    """Writes one page for all ``items``, in the order given, with labels in ``language``."""
    labels = Labels.load(language)
    extracted = list(items)  # the speakers stand before the texts, in the colour of their rank
    found = [each for item in extracted for each in item.result.attributions]
    cast = voices(item.result for item in extracted)
    articles = [article(item, number, cast, labels) for number, item in enumerate(extracted, 1)]
    counts: Counter[Kind] = Counter(each.kind for each in found)
    style, script = _asset("page.css"), _asset("page.js")
    words = {f"label_{key.replace('-', '_')}": escape(value) for key, value in labels.page.items()}
    template = Template(_asset("page.html"))
    start, end = template.substitute(
        words,
        language=language,
        title=escape(articles[0].name if len(articles) == 1 else labels.page["heading"]),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        documents=panel.documents(articles, labels),
        kinds=panel.kinds(counts, labels),
        speakers=panel.speakers(list(cast.values()), labels),
        total=escape(labels.attributions(len(found))),
        keys=_keys(labels),
    ).split("<!-- articles -->")
    stream.write(start)
    for each in articles:
        stream.write(each.markup)
    stream.write(end)


def _keys(labels: Labels) -> str:
    keys = escape(labels.page["keys"])
    for action, key in _KEYS.items():
        keys = keys.replace(f"{{{action}}}", f"<kbd>{key}</kbd>")
    return keys


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What the security policy of the page knows its own style or script by."""
    return b64encode(sha256(text.encode()).digest()).decode()
