"""The note to one attribution: everything that the record says, as a list of terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotex.model import Attribution, Certainty, Claim
from quotex.render.page.escape import escape
from quotex.render.page.voices import Voice
from quotex.rulefiles.labels import Labels


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an attribution stands on the page.

    ``key`` is its fragment (``d1-4``: the fourth of the first document), ``note`` that of its
    note, ``label`` what the reader sees: the letter of the kind and the number.
    """

    key: str
    note: str
    label: str

    @classmethod
    def of(cls, document: int, attribution: Attribution, labels: Labels) -> Anchor:
        """The anchor of an attribution of the document with this number on the page."""
        number = attribution.id.rpartition("#")[2]
        key = f"d{document}-{number}"
        return cls(key, f"n{document}-{number}", labels.letters[attribution.kind] + number)


def note(
    attribution: Attribution,
    anchor: Anchor,
    voice: Voice,
    labels: Labels,
    *,
    around: Anchor | None,
    inside: Sequence[Anchor],
    answered: Anchor | None = None,
) -> str:
    """The note as an item of a list.

    ``around`` reports it, ``inside`` are those it reports, ``answered`` is what it answers.
    """
    name = escape(voice.name or labels.page["unknown"])
    role = attribution.speaker.role
    shown_role = f'<span class="role">{_isolated(role)}</span>' if role else ""
    rows = "".join(
        f"<dt>{escape(labels.page[term])}</dt> <dd>{value}</dd>"
        for term, value in _rows(attribution, labels, around, inside, answered)
    )
    return (
        f'<li id="{anchor.note}" class="{voice.style}" data-s="{voice.number}" '
        f'data-k="{attribution.kind}">'
        f'<p class="who"><a class="mark {attribution.kind}" href="#{anchor.key}">{anchor.label}</a>'
        f" <b><bdi>{name}</bdi></b> {shown_role}</p><dl>{rows}</dl></li>\n"
    )


def _rows(
    attribution: Attribution,
    labels: Labels,
    around: Anchor | None,
    inside: Sequence[Anchor],
    answered: Anchor | None,
) -> Iterator[tuple[str, str]]:
    """Terms, as keys of the labels, and their values, as markup."""
    speaker, cue = attribution.speaker, attribution.cue
    if speaker.mention and speaker.mention.text != speaker.name:
        remark = labels.resolutions[speaker.resolution]
        yield "speaker", _with_remark(speaker.mention.text, remark)
    if speaker.type != "unknown":
        yield "type", escape(labels.speakers[speaker.type])
    yield "kind", _kind(attribution, labels)
    if cue:
        lemma = cue.lemma if cue.lemma.casefold() != cue.text.casefold() else None
        yield "cue", _with_remark(cue.text, lemma)
        yield "act", escape(labels.acts.get(cue.act, cue.act))
        yield "certainty", _certainty(cue.certainty, labels.certainties)
    for addressee in attribution.addressee:
        name = addressee.name if addressee.name != addressee.text else None
        yield "addressee", _with_remark(addressee.text, name)
    for when in attribution.when:
        yield "when", _with_remark(when.text, when.value if when.value != when.text else None)
    for where in attribution.where:
        yield "where", _with_remark(where.text, labels.wheres[where.type])
    if attribution.claim:
        yield from _claim(attribution.claim, labels)
    if answered:
        yield "about", _link(answered)
    if around:
        yield "parent", _link(around)
    if inside:
        yield "reports", " ".join(map(_link, inside))
    yield "confidence", escape(labels.number(attribution.confidence, 2))
    yield "rule", f"<code>{escape(attribution.rule)}</code>"
    yield "id", f"<code>{escape(attribution.id)}</code>"


def _claim(claim: Claim, labels: Labels) -> Iterator[tuple[str, str]]:
    score = labels.page["checkable"].replace("{n}", labels.number(claim.checkable, 2))
    yield (
        "claim",
        f'{escape(labels.claims[claim.type])} <span class="remark">{escape(score)}</span>',
    )
    if claim.signals:
        shown = (_with_remark(signal.text, signal.value) for signal in claim.signals)
        yield "signals", ", ".join(shown)


def _kind(attribution: Attribution, labels: Labels) -> str:
    kind = f'<span class="kind {attribution.kind}">{escape(labels.kinds[attribution.kind])}</span>'
    if attribution.content.spans:
        return kind
    return f'{kind} <span class="remark">{escape(labels.page["no-words"])}</span>'


def _certainty(value: Certainty, names: Mapping[str, str]) -> str:
    name = escape(names[value])
    return name if value == "asserted" else f'<span class="doubt">{name}</span>'


def _with_remark(text: str, remark: str | None) -> str:
    shown = _isolated(text)
    return f'{shown} <span class="remark">{_isolated(remark)}</span>' if remark else shown


def _isolated(text: str) -> str:
    return f"<bdi>{escape(text)}</bdi>"


def _link(anchor: Anchor) -> str:
    return f'<a href="#{anchor.key}">{anchor.label}</a>'
