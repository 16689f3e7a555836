"""Why what was found was found, and why the rest was not: for the terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from rich.console import Console
from rich.text import Text

from quotex.attribution.confidence import Factor
from quotex.claims.reader import Proof
from quotex.claims.weights import Part
from quotex.explain import Explained, Reason
from quotex.model import Attribution, Claim, Resolution
from quotex.render.attempts import reason
from quotex.render.plain import plain
from quotex.render.shorten import shorten
from quotex.render.table import table_width
from quotex.resolution.entities import Ground
from quotex.resolution.records import Considered

_LONGEST = 160  # characters of a passage that are shown
_LABEL = 12
_HOW: dict[Resolution, str] = {
    "named": "these words are the fullest name",
    "short-name": "a shorter form of that name",
    "pronoun": "a pronoun that stands for it",
    "description": "a description of it",
    "understood": "no words in the clause: its subject is understood",
    "context": "nothing introduces the quotation: what stands beside it tells",
    "none": "nobody in particular",
}
_GROUNDS: dict[Ground, str] = {
    "spoke": "spoke there",
    "taken-up": "was taken up there",
    "topic": "the document is about it",
    "subject": "a subject there",
    "aside": "set off by commas there",
    "subordinate": "in a subordinate clause there",
    "object": "an object there",
    "complement": "a complement there",
}
_FACTORS = {
    "rule": "the rule's own",
    "verb": "the verb often does something else in this construction",
    "quoted": "part of the content is quoted",
    "comma": "the content may end at its comma",
    "nested": "a report in a report",
    "unclear": "far away, or hardly ahead of another",
    "guessed": "nothing before says that it is this one",
    "nameless": "only described; it may be someone who is named",
    "type": "this type of speaker",
    "certainty": "hearsay, or still to come",
}
_REASONS: dict[Reason, str] = {
    "no-rule": "no rule holds",
    "no-verb": "it is no verb that reports; a rule file can add it under verbs:",
    "no-content": "nothing is left that could be its content",
    "rival": "the same content is that of another attribution",
    "speaker-type": "the speaker is not of the types that the rule wants",
    "name": "it only names or calls something",
    "inside": "it stands inside what is reported",
    "short": "it is too short for a statement that nothing introduces",
    "nobody": "nothing introduces it, and nothing beside it tells who speaks",
    "turn": "a turn of speech that no rule takes",
}


def write(path: str, items: Sequence[Explained], stream: TextIO) -> None:
    """Writes the explanations of one text for people."""
    console = Console(file=stream, width=table_width(stream), highlight=False, emoji=False)
    console.print(Text(plain(path), "bold"))
    if not items:
        console.print("\nnothing here may report: no cue, no quotation", style="dim")
    for item in items:
        console.print()
        if item.kind == "sentence":
            console.print(_chunks(item), soft_wrap=True)
            continue
        console.print(_heading(item), soft_wrap=True)
        for label, line in _lines(item):
            row = Text.assemble("  ", (label.ljust(_LABEL), "dim"), line)
            row.rstrip()
            console.print(row, soft_wrap=True)


def write_json(path: str, items: Iterable[Explained], stream: TextIO) -> None:
    """Writes an array with an object for each cue, each quotation and each verb asked for."""
    data = [{"path": path, **to_dict(item)} for item in items]
    stream.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def _heading(item: Explained) -> Text:
    shown = shorten(" ".join(item.span.text.split()), _LONGEST)
    found = item.record is not None and item.silence is None
    mark = (item.record.id if item.record else "nothing", "green" if found else "yellow")
    return Text.assemble((f"line {item.line}  ", "dim"), plain(shown), ("  → ", "dim"), mark)


def _chunks(item: Explained) -> Text:
    """The sentence with the kind of each of its chunks."""
    shown = Text.assemble((f"line {item.line}  ", "dim"))
    for kind, words in item.chunks:
        shown.append_text(Text.assemble((f"{kind} ", "magenta"), plain(words), "  "))
    shown.rstrip()
    return shown


def _lines(item: Explained) -> Iterator[tuple[str, Text | str]]:
    if item.record is not None:
        yield from _record(item, item.record)
    else:
        yield from _nothing(item)


def _record(item: Explained, record: Attribution) -> Iterator[tuple[str, Text | str]]:
    yield "rule", f"{record.rule}{_title(item)}"
    if record.cue is not None:
        cue = record.cue
        yield "cue", Text.assemble((plain(cue.text), "yellow"), f"  {cue.lemma}, {cue.act}")
    for span in record.content.spans:
        yield "content", Text.assemble((plain(shorten(span.text, _LONGEST)), "green"))
    speaker = record.speaker
    words = plain(speaker.mention.text) if speaker.mention else "no words"
    name = plain(speaker.name) if speaker.name else "?"
    how = _HOW[speaker.resolution]
    yield "speaker", Text.assemble((words, "cyan"), " → ", (name, "bold"), f"  {how}")
    yield from _considered(item.considered, speaker.name)
    for label, spans in (("to", record.addressee), ("when", record.when), ("where", record.where)):
        for part in spans:
            yield label, plain(part.text)
    yield "confidence", _confidence(record, item.factors)
    yield from _claim(record.claim, item.proof)
    if item.silence is not None:
        why = f": {item.silence.why}" if item.silence.why else ""
        yield "silenced", f"a filter of your rule files leaves it out{why}"


def _considered(considered: Sequence[Considered], name: str | None) -> Iterator[tuple[str, str]]:
    """Those between whom the speaker was chosen, with what speaks for each."""
    label = "among"
    for each in considered:
        ground = f"{_GROUNDS[each.ground]}, at {each.offset}"
        yield label, f"{each.points:+.1f}  {plain(each.name)} ({ground})"
        label = ""
    if considered and name is None:
        yield "", "two are as likely, so that nobody is named"


def _claim(claim: Claim | None, proof: Proof | None) -> Iterator[tuple[str, str]]:
    """The type of the statement with the rule that tells it, and the sum that its score comes from."""
    if claim is None or proof is None:
        return
    judged = f", from {_sum(proof.judged)}" if proof.judged else ""
    yield "statement", f"{claim.type}, by {proof.rule.id}{judged}"
    yield "checkable", f"{claim.checkable}, from {_sum(proof.parts)}"
    for signal in claim.signals:
        value = f" = {signal.value}" if signal.value is not None else ""
        yield "", f"{signal.type} {plain(signal.text)}{value}"
    if claim.about:
        yield "answers", claim.about


def _sum(parts: Sequence[Part]) -> str:
    return ", ".join(f"{part.name} {part.weight:+g}" for part in parts)


def _confidence(record: Attribution, parts: Sequence[Factor]) -> str:
    if not parts:
        return f"{record.confidence}"
    named = []
    for part in parts:
        about = _FACTORS.get(part.name) or f"{record.speaker.resolution}"
        named.append(f"{part.share:.2f} {about}")
    return f"{record.confidence} = {' × '.join(named)}"


def _nothing(item: Explained) -> Iterator[tuple[str, str]]:
    why = _REASONS[item.reason or "no-rule"]
    yield "why", f"{why}: {item.other}" if item.other else why
    if item.rule is not None:
        yield "rule", f"{item.rule.id}{_title(item)}"
    elif item.nearest is not None:
        yield "nearest", f"{item.nearest.rule.id}: {reason(item.nearest)}"


def _title(item: Explained) -> str:
    return f"  {item.rule.title}" if item.rule else ""


def to_dict(item: Explained) -> dict[str, Any]:
    """The explanation as JSON has it; every key is there."""
    nearest, silence = item.nearest, item.silence
    return {
        "kind": item.kind,
        "line": item.line,
        "span": item.span.to_dict(),
        "attribution": item.record.to_dict() if item.record else None,
        "rule": item.rule.id if item.rule else None,
        "title": item.rule.title if item.rule else None,
        "silenced": (silence.why or "a filter") if silence else None,
        "considered": [each._asdict() for each in item.considered],
        "confidence": [{"name": part.name, "share": round(part.share, 3)} for part in item.factors],
        "judged": [part._asdict() for part in item.proof.judged] if item.proof else [],
        "checkable": [part._asdict() for part in item.proof.parts] if item.proof else [],
        "why": item.reason,
        "other": item.other,
        "chunks": [{"kind": kind, "text": words} for kind, words in item.chunks],
        "nearest": {
            "rule": nearest.rule.id,
            "step": nearest.step,
            "reason": reason(nearest),
            "before": list(nearest.before),
            "after": list(nearest.after),
        }
        if nearest
        else None,
    }
