"""The pages that the browser opens: real, nested, hostile, crowded, and a million characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from quotex import Extractor
from quotex.languages import LanguageName
from quotex.model import (
    Addressee,
    Attribution,
    Content,
    Cue,
    DocumentInfo,
    Kind,
    Result,
    Span,
    Speaker,
    When,
    Where,
)
from quotex.render import Extracted, renderer
from tests.example import RESULT, TEXT

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOSTILE = (
    "</script><script>pwned = 1</script> \" ' & <img src=x onerror=pwned=1> <!-- ]]> &lt;b&gt; "
    "javascript:pwned=1 ${pwned=1} \u202edesrever\u202c שלום עולם 👩‍👩‍👧‍👦🇫🇷 e\u0301 \x07\x7f"
)


def save(
    path: Path, items: Iterable[Extracted], language: LanguageName = "en"
) -> tuple[Extracted, ...]:
    """Writes the page of ``items`` to ``path`` and gives them back."""
    made = tuple(items)
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        renderer("html", language)(made, stream)
    return made


def attribution(
    text: str,
    number: int,
    said: str,
    *,
    name: str | None = "Anne Roy",
    kind: Kind = "direct",
    cue: str | None = None,
    parent: int | None = None,
    start: int = 0,
    words: str | None = None,
) -> Attribution:
    """What ``name`` said: ``said``, the first such stretch of ``text`` from ``start`` on.

    ``words`` stand for all that the record quotes or names beside it.
    """

    def found(stretch: str) -> tuple[int, int, str]:
        at = text.index(stretch, start)
        return at, at + len(stretch), stretch

    here = Span(*found(cue or said))
    return Attribution(
        id=f"{words or 'a.txt'}#{number}",
        document=DocumentInfo(path="a.txt"),
        kind=kind,
        content=Content((Span(*found(said)),)),
        cue=Cue(*found(cue), words or "dire", words or "say", "hearsay") if cue else None,
        speaker=Speaker(here, words or name, words, "person", None, "pronoun"),
        addressee=(Addressee(here.start, here.end, here.text, words),) if words else (),
        when=(When(here.start, here.end, here.text, words),) if words else (),
        where=(Where(here.start, here.end, here.text, "event"),) if words else (),
        parent=f"{words or 'a.txt'}#{parent}" if parent else None,
        rule=words or "incise",
        confidence=0.9,
    )


def result(attributions: Iterable[Attribution], title: str | None = None) -> Result:
    return Result(DocumentInfo(path="a.txt", title=title), tuple(attributions), ())


def example() -> list[Extracted]:
    return [Extracted(TEXT, RESULT)]


def samples() -> list[Extracted]:
    extractor = Extractor()
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))}
    return [Extracted(text, extractor.analyse(text, path=name)) for name, text in texts.items()]


def nested() -> list[Extracted]:
    text = (
        "Selon Anne Roy, le maire affirme que Jean Le Goff « promet un pont neuf » à tous.\n\n"
        "« Rien », dit-elle."
    )
    found = [
        attribution(
            text,
            1,
            "le maire affirme que Jean Le Goff « promet un pont neuf » à tous",
            kind="mixed",
            cue="Selon",
        ),
        attribution(
            text,
            2,
            "Jean Le Goff « promet un pont neuf » à tous",
            name="maire",
            kind="indirect",
            cue="affirme",
            parent=1,
        ),
        attribution(text, 3, "un pont neuf", name="Jean Le Goff", cue="promet", parent=2),
        replace(attribution(text, 4, "Rien", cue="dit-elle", name=None), content=Content(())),
    ]
    return [Extracted(text, result(found))]


def hostile() -> list[Extracted]:
    """Hostile words as text, title, name, cue, rule, id, path, and all other fields."""
    text = f"{HOSTILE}\n\nIl dit : {HOSTILE} !\n\nהוא אמר « טוב מאוד » dit-il.\n"
    found = [
        attribution(text, 1, HOSTILE, words=HOSTILE),
        attribution(text, 2, HOSTILE, cue="dit", start=text.index("Il dit"), words=HOSTILE),
        attribution(text, 3, "טוב מאוד", cue="dit-il", name="דוד כהן"),
    ]
    info = DocumentInfo(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    return [Extracted(text, Result(info, tuple(found), ()))]


def crowd() -> list[Extracted]:
    """Forty speakers, so every colour, one of them unknown; the kinds take turns."""
    kinds: tuple[Kind, ...] = ("direct", "mixed", "indirect")
    names = [None if number == 3 else f"Personne {number:02}" for number in range(40)]
    text = "\n\n".join(f"« Point {number:02} », dit {name}." for number, name in enumerate(names))
    found = [
        attribution(text, number + 1, f"Point {number:02}", name=name, kind=kinds[number % 3],
                    cue="dit", start=text.index(f"Point {number:02}"))
        for number, name in enumerate(names)
    ]  # fmt: skip
    return [Extracted(text, result(found))]


def million() -> list[Extracted]:
    """A million characters with five thousand attributions, the last paragraph without an end."""
    block = "« Les travaux avancent », a dit Anne Roy. " + "Le pont attend la pluie. " * 5 + "\n\n"
    count = 5000
    text = block * count + "mot " * ((1_000_000 - len(block) * count) // 4) + "x" * 100_000
    found = [
        attribution(text, number + 1, "Les travaux avancent", name=f"Voix {number % 50}",
                    cue="a dit", start=number * len(block))
        for number in range(count)
    ]  # fmt: skip
    return [Extracted(text, result(found))]


def nothing() -> list[Extracted]:
    return [Extracted("Il pleut sur le pont.\n", result([])), Extracted("", result([]))]


PAGES: dict[str, Callable[[], list[Extracted]]] = {
    "crowd": crowd,
    "example": example,
    "hostile": hostile,
    "million": million,
    "nested": nested,
    "nothing": nothing,
    "samples": samples,
}
