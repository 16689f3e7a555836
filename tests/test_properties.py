"""What holds for every text: arbitrary Unicode, and generated text that looks like French."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quotex.errors import InputError
from quotex.inputs.corpora import LineSource
from quotex.inputs.source import Reading
from quotex.model import Attribution, Span
from quotex.render import FORMATS, Extracted, FormatName, renderer
from tests.engine import EXTRACTOR
from tests.tags import Tags

NAMES = ["Anne Roy", "Paul de Castel", "M. Vidal", "le maire de Vannes-le-Bas", "la préfète"]
SUBJECTS = [*NAMES, "elle", "il", "les élus", "une source proche du dossier", "on"]
VERBS = [
    "a déclaré",
    "affirme",
    "n'a pas dit",
    "aurait écrit",
    "s'est félicité",
    "vient d'annoncer",
]
INVERTED = ["a-t-il dit", "dit-elle", "ont-elles ajouté", "explique-t-on", "s'écria"]
CLAUSES = [
    "le bac partira à l'été",
    "rien n'est décidé",
    "les travaux « avancent » déjà",
    "la cale sera élargie, réparée et rouverte",
    "c'est une “erreur”",
    "ça coûtera 3,5 millions",
]
LINKS = [
    "que",
    "qu'",
    "de",
    ":",
    ",",
    "en",
    "à",
    "selon",
    "d'après",
    "pour",
    "—",
    "–",
    "-",
    "(",
    ")",
]
MARKS = [*"«»“”\"'’…?!.,;:", "« ", " »", "\n", "\n\n", "\n— ", "\t", "\N{NO-BREAK SPACE}", "\r\n"]

PAIRS = [("« ", " »"), ('"', '"'), ("“", "”"), ("«", "»")]

a_name = st.sampled_from(NAMES)
a_subject = st.sampled_from(SUBJECTS)
a_verb = st.sampled_from(VERBS)
a_clause = st.sampled_from(CLAUSES)
quoted = st.builds(
    lambda pair, clause: f"{pair[0]}{clause}{pair[1]}", st.sampled_from(PAIRS), a_clause
)
sentence = st.one_of(
    st.builds("{} {} que {}.".format, a_subject, a_verb, a_clause),
    st.builds("{}, {} {}.".format, quoted, a_verb, a_subject),
    st.builds("{}, {}.".format, quoted, st.sampled_from(INVERTED)),
    st.builds("Selon {}, {}.".format, a_name, quoted | a_clause),
    st.builds("{} : {}".format, a_name, quoted),
    st.builds("{} {} : {}.".format, a_subject, a_verb, quoted),
    quoted,
)
article = st.lists(sentence, min_size=1, max_size=6).flatmap(
    lambda found: st.lists(
        st.sampled_from([" ", "\n", "\n\n"]), min_size=len(found), max_size=len(found)
    ).map(lambda ends: "".join(a + b for a, b in zip(found, ends, strict=True)).strip())
)
soup = st.lists(
    st.sampled_from([*SUBJECTS, *VERBS, *INVERTED, *CLAUSES, *LINKS, *MARKS, " ", " ", " "]),
    max_size=40,
).map("".join)
anything = st.one_of(st.text(st.characters(), max_size=120), soup, article)


def spans(item: Attribution) -> list[Span]:
    return [
        *item.content.spans,
        *([item.cue] if item.cue else []),
        *([item.speaker.mention] if item.speaker.mention else []),
        *item.when,
        *item.where,
        *item.addressee,
    ]


def outline(item: Attribution, place: Callable[[int], int] = lambda at: at) -> tuple[object, ...]:
    """Kind, cue and content with their places, as the form of the text tells nothing of."""
    cue = item.cue and (place(item.cue.start), place(item.cue.end), item.cue.lemma, item.cue.act)
    return (
        item.kind, cue, [(place(span.start), place(span.end)) for span in item.content.spans],
        item.rule,
    )  # fmt: skip


@given(anything)
def test_every_record_is_as_the_contract_says(text: str) -> None:
    found = EXTRACTOR.extract(text)
    for item in found:
        for span in spans(item):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
        assert all(a.end <= b.start for a, b in pairwise(item.content.spans))
        assert item.cue or item.content.spans
        assert 0 <= item.confidence <= 1
    assert [item.id for item in found] == [f"#{n}" for n in range(1, len(found) + 1)]


@given(anything)
def test_records_are_in_order(text: str) -> None:
    def place(item: Attribution) -> tuple[int, int]:
        found = [*item.content.spans, *([item.cue] if item.cue else [])]
        return min(span.start for span in found), -len(item.content.text)

    places = [place(item) for item in EXTRACTOR.extract(text)]
    assert places == sorted(places)


@given(anything)
def test_a_parent_holds_its_child(text: str) -> None:
    found = {item.id: item for item in EXTRACTOR.extract(text)}
    for item in found.values():
        if item.parent is not None:
            around = found[item.parent].content.spans
            first = min(span.start for span in [*item.content.spans, item.cue] if span)
            assert any(span.start <= first < span.end for span in around)
            assert item.parent != item.id


@given(anything)
def test_contents_of_one_rule_are_disjoint_or_nested(text: str) -> None:
    by_rule: dict[str, list[Attribution]] = {}
    for item in EXTRACTOR.extract(text):
        if item.content.spans:
            by_rule.setdefault(item.rule, []).append(item)
    for items in by_rule.values():
        for a, b in combinations(items, 2):
            one = (a.content.spans[0].start, a.content.spans[-1].end)
            two = (b.content.spans[0].start, b.content.spans[-1].end)
            disjoint = one[1] <= two[0] or two[1] <= one[0]
            nested = (one[0] <= two[0] and two[1] <= one[1]) or (
                two[0] <= one[0] and one[1] <= two[1]
            )
            assert disjoint or nested, (a.content.text, b.content.text)


@given(anything)
def test_the_same_text_gives_the_same(text: str) -> None:
    assert EXTRACTOR.analyse(text) == EXTRACTOR.analyse(text)


def from_table(written: str, delimiter: str) -> int:
    return len(list(csv.reader(io.StringIO(written, newline=""), delimiter=delimiter))) - 1


def from_brat(written: str) -> int:
    return len(re.findall(r"(?m)^A[0-9]+\tKind ", written))


def from_webannotation(written: str) -> int:
    bodies = [body for item in json.loads(written)["items"] for body in item.get("body", ())]
    return len([json.loads(body["value"]) for body in bodies if body.get("format")])


def from_markdown(written: str) -> int:
    tokens = MarkdownIt().parse(written)
    inside = [child.type for token in tokens for child in token.children or ()]
    assert not [kind for kind in [*inside, *(token.type for token in tokens)] if "html" in kind]
    return len([token for token in tokens if re.match("[0-9]+ · ", token.content)])


def from_html(written: str) -> int:
    return len([found for found in Tags(written).values("id") if re.fullmatch("n1-[0-9]+", found)])


# How many records each format for programs and for pages holds, read by a reader of that format.
READERS: dict[FormatName, Callable[[str], int]] = {
    "jsonl": lambda written: len([json.loads(line) for line in written.split("\n")[:-1]]),
    "json": lambda written: len(json.loads(written)),
    "csv": lambda written: from_table(written, ","),
    "tsv": lambda written: from_table(written, "\t"),
    "brat": from_brat,
    "webannotation": from_webannotation,
    "markdown": from_markdown,
    "html": from_html,
}


def test_every_format_has_a_reader() -> None:
    assert {*FORMATS} - {*READERS} == {"table"}


@given(anything)
def test_every_format_takes_any_text_and_reads_back(text: str) -> None:
    result = EXTRACTOR.analyse(text, path="a.txt")
    for name in FORMATS:
        stream = io.StringIO(newline="")
        renderer(name)([Extracted(text, result)], stream)
        if name in READERS:
            assert (name, READERS[name](stream.getvalue())) == (name, len(result.attributions))


a_value = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(st.characters()), inside),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(["text", "id", "date", "title"]), a_value | anything))
def test_any_line_of_json_is_a_document_or_an_error(row: dict[str, object]) -> None:
    source = LineSource("a.jsonl:1", data=json.dumps(row).encode())
    try:
        document = source.load(Reading())
    except InputError:
        return
    assert document.text == row["text"]
    document.text.encode()  # no half of a character
    for item in EXTRACTOR.analyse(
        document.text,
        date=document.date,
        path=document.path,
        name=document.name,
        title=document.title,
    ).attributions:
        json.dumps(item.to_dict(), ensure_ascii=False).encode()


# Nothing in it speaks, is spoken of or may be taken for a title.
AROUND = [
    "La pluie tombe depuis trois jours sur la vallée.\n\nLes rues sont vides.",
    "La récolte des pommes a commencé lundi.\nElle durera trois semaines.",
    "Un vent froid balaie la plage ; le phare est éteint.",
]
WIDE = "\n\n".join(AROUND * 3)


@given(article, st.sampled_from(AROUND), st.sampled_from(AROUND))
def test_neighbours_change_nothing(middle: str, before: str, after: str) -> None:
    # both stand far from head and tail, where titles, credits and dates are looked for
    inside = f"{WIDE}\n\n{middle}\n\n{WIDE}"
    first = len(WIDE) + 2
    alone = [outline(item, lambda at: at - first) for item in EXTRACTOR.extract(inside)]
    text = f"{before}\n\n{inside}\n\n{after}"
    shift = first + len(before) + 2
    assert [outline(item, lambda at: at - shift) for item in EXTRACTOR.extract(text)] == alone


LINE_ENDS = ["\r\n", "\r", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}", "\x85"]


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
@given(article)
def test_line_ends_change_only_offsets(end: str, text: str) -> None:
    other = text.replace("\n", end)
    longer = len(end) - 1
    found = EXTRACTOR.extract(text)
    moved = [outline(item, lambda at: at + longer * text.count("\n", 0, at)) for item in found]
    assert [outline(item) for item in EXTRACTOR.extract(other)] == moved


@given(article)
def test_a_byte_order_mark_changes_only_offsets(text: str) -> None:
    moved = [outline(item, lambda at: at + 1) for item in EXTRACTOR.extract(text)]
    assert [outline(item) for item in EXTRACTOR.extract(f"\ufeff{text}")] == moved


@given(article, st.integers(0, 200))
def test_nul_is_a_character_like_others(text: str, at: int) -> None:
    broken = f"{text[:at]}\0{text[at:]}"
    for item in EXTRACTOR.extract(broken):
        assert all(broken[span.start : span.end] == span.text for span in spans(item))


@given(article)
def test_decomposed_letters_change_only_offsets(text: str) -> None:
    other = unicodedata.normalize("NFD", text)
    starts = [len(unicodedata.normalize("NFD", text[:at])) for at in range(len(text) + 1)]
    one, two = EXTRACTOR.analyse(text), EXTRACTOR.analyse(other)
    assert [outline(item) for item in two.attributions] == [
        outline(item, starts.__getitem__) for item in one.attributions
    ]
    assert [item.speaker.name for item in two.attributions] == [
        item.speaker.name for item in one.attributions
    ]
    for item in two.attributions:
        assert all(other[span.start : span.end] == span.text for span in spans(item))
