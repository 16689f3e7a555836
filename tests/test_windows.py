"""Long texts, which are read window by window: what is found does not tell where these end."""

from __future__ import annotations

import gc
import io
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.model import Attribution
from quotex.render import FORMATS, Extracted, FormatName, renderer
from quotex.text.sentences import Block
from quotex.text.windows import windows
from tests.command import run
from tests.engine import EXTRACTOR
from tests.test_explain import EXPLAINER
from tests.test_properties import spans

LENGTH, MARGIN = 60_000, 3_000
STORY = """\
La préfète Zoé Vidal a annoncé mardi à Castel que la cale serait refaite.

« Nous commencerons en juin », a-t-elle précisé. « Le maire m'a dit qu'il nous aiderait. »

Elle attend « une décision
qui compte ».

— Vous partez ? demanda Paul.

— Oui, dit Jeanne.

— Quand ?

Selon le maire, Luc Castel, rien ne presse. Il assure que « la cale tiendra ».

« Elle tiendra dix ans. »

M. Castel dément avoir promis « une aide »."""
FILLER = "La pluie tombe sur la cale, et le bac part à l'heure."


def filled(characters: int) -> str:
    """Paragraphs in which nobody speaks, of exactly so many characters."""
    lines = [FILLER] * (characters // len(FILLER + "\n\n"))
    text = "\n\n".join(lines)
    return text + "\n\n" + "a" * max(0, characters - len(text) - 4) + "\n\n"


def told(item: Attribution, shift: int) -> tuple[object, ...]:
    """Everything but the number, as it would be ``shift`` characters further in front."""
    return (
        item.kind,
        item.rule,
        [(span.start - shift, span.text) for span in spans(item)],
        item.speaker.name,
        item.speaker.role,
        item.speaker.resolution,
    )


@given(st.lists(st.integers(1, 90_000) | st.integers(1, 4_000), max_size=40))
def test_every_block_is_told_by_one_window_and_little_is_read_twice(lengths: list[int]) -> None:
    found, at = [], 0
    for length in lengths:
        found.append(Block(at, at + length, ()))
        at += length + 2
    cut = list(windows(found))
    own = [[block for block in each.blocks if each.holds(block.start)] for each in cut]
    assert [block for blocks in own for block in blocks] == found
    assert [each.last for each in cut] == [False] * (len(cut) - 1) + [True]
    assert [each.first for each in cut] == [True] + [False] * (len(cut) - 1)
    for each, blocks in zip(cut, own, strict=True):
        assert not blocks or blocks[-1].start - each.start < LENGTH
        assert all(
            each.start - MARGIN <= block.start
            and (block in blocks or block.end <= each.end + MARGIN)
            for block in each.blocks
        )
    for each, following in pairwise(cut):
        assert following.start - each.start >= LENGTH


PLACES = [STORY.index(part) for part in STORY.split("\n\n")]


@pytest.mark.parametrize("place", [PLACES[0], PLACES[1], PLACES[3], PLACES[5], PLACES[7]])
def test_a_story_is_the_same_wherever_a_window_ends_in_it(place: int) -> None:
    before = filled(LENGTH - place)
    alone = EXTRACTOR.extract(f"{FILLER}\n\n{STORY}")
    found = EXTRACTOR.extract(f"{before}{STORY}\n\n{FILLER}")
    start = len(f"{FILLER}\n\n")
    assert [told(item, len(before)) for item in found] == [told(item, start) for item in alone]


def test_a_long_text_may_be_one_line() -> None:
    sentences = "« La cale tiendra dix ans », a dit Anne Roy. Le bac part. Elle a ri. "
    found = EXTRACTOR.extract(sentences * 2_000)
    assert [item.content.text for item in found] == ["La cale tiendra dix ans"] * 2_000
    assert {item.speaker.name for item in found} == {"Anne Roy"}


LONG = "\n\n".join([STORY, filled(LENGTH), STORY, filled(LENGTH), STORY, "« Sans fin."])


def test_records_are_exact_in_order_and_numbered_through() -> None:
    result = EXTRACTOR.analyse(LONG, path="a.txt")
    found = result.attributions
    assert [item.id for item in found] == [f"a.txt#{number + 1}" for number in range(len(found))]
    assert all(LONG[span.start : span.end] == span.text for item in found for span in spans(item))
    starts = [min(span.start for span in (*item.content.spans, item.cue) if span) for item in found]
    assert starts == sorted(starts)
    inside = {item.id: item for item in found}
    nested = [(item, inside[item.parent]) for item in found if item.parent]
    assert len(nested) == 3
    for item, parent in nested:
        assert item.cue is not None
        assert any(
            span.start <= item.cue.start and item.cue.end <= span.end
            for span in parent.content.spans
        )
    (notice,) = result.notices
    assert (notice.line, notice.column) == (LONG.count("\n") + 1, 1)


def test_who_was_named_in_an_earlier_window_is_known() -> None:
    later = (
        "Mme Vidal a dit que tout va bien. La préfète a dit que le bac part. "
        "Castel a dit que la cale tient. L'UPK a dit que le port attend."
    )
    named = f"{STORY}\n\nL'Union pour Kerlaz (UPK) attend."
    found = EXTRACTOR.extract(f"{named}\n\n{filled(LENGTH)}{later}")[-4:]
    assert [item.speaker.name for item in found] == [
        "Zoé Vidal", "Zoé Vidal", "Luc Castel", "Union pour Kerlaz",
    ]  # fmt: skip


def test_who_was_named_long_ago_is_forgotten() -> None:
    later = "Vidal a dit que tout va bien."
    (found,) = EXTRACTOR.extract(f"Anne Vidal attend.\n\n{filled(400_000)}{later}")
    assert found.speaker.name == "Vidal"


def test_an_answer_reaches_back_into_the_window_before() -> None:
    said = "Anne Roy accuse la mairie d'avoir vendu le port en secret."
    answer = "La mairie dément avoir vendu le port en secret."
    before = filled(LENGTH - len(said) - 2)
    one, two = EXTRACTOR.extract(f"{before}{said}\n\n{answer}")
    assert two.claim is not None
    assert two.claim.about == one.id


def test_nothing_of_a_window_waits_for_the_collector_of_garbage() -> None:
    EXTRACTOR.extract(STORY)
    gc.collect()
    gc.disable()
    try:
        EXTRACTOR.extract(STORY)
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("name", [name for name in FORMATS if FORMATS[name].in_parts])
def test_a_format_in_parts_is_that_of_the_whole(name: FormatName, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LONG, encoding="utf-8")
    whole = io.StringIO()
    renderer(name)([Extracted(LONG, EXTRACTOR.analyse(LONG, path=str(path)))], whole)
    assert run("extract", str(path), "-f", name).out == whole.getvalue()


def test_a_long_text_is_explained_once() -> None:
    def explained(before: str) -> list[tuple[object, ...]]:
        return [
            (item.kind, item.span.start - len(before), item.reason, item.rule and item.rule.id)
            for item in EXPLAINER.explain(before + STORY)
            if item.span.start >= len(before)
        ]

    assert explained(filled(LENGTH - PLACES[3])) == explained(f"{FILLER}\n\n")
