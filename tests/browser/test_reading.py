"""What a reader does on the page: point, choose, filter, search, follow links, print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from quotex.model import Attribution
from tests.browser.conftest import SCREENSHOTS, Site

Shoot = Callable[[Page, str], None]


def card(page: Page) -> str:
    return " ".join(page.locator("#card").inner_text().split())


def shown(page: Page) -> list[str]:
    """The fragments of the attributions that no filter hides, in the order of the text."""
    links: list[str] = page.eval_on_selector_all(
        "a.number:not(.off)", "links => links.map(link => link.id)"
    )
    return links


def of_samples(site: Site, wanted: Callable[[Attribution], bool]) -> set[str]:
    return {
        f"d{document}-{attribution.id.rpartition('#')[2]}"
        for document, item in enumerate(site.items("samples"), 1)
        for attribution in item.result.attributions
        if wanted(attribution)
    }


def test_a_card_says_everything(site: Site) -> None:
    page = site.open("example")
    expect(page.locator("#card")).to_be_hidden()
    page.locator("mark").first.hover()
    for expected in (
        "Anne Roy", "maire de Quimper", "Source person", "Kind direct", "Cue a déclaré déclarer",
        "Act say", "Certainty asserted", "To la presse", "When mardi 2016-05-03",
        "Where une visite du chantier event", "Confidence 0.98", "Rule incise-verb-noun",
        "Record pont.txt#1",
    ):  # fmt: skip
        assert expected in card(page)
    page.locator(".speaker", has_text="elle").hover()
    assert "Named in the text elle pronoun" in card(page)
    page.get_by_role("link", name="D1 Anne Roy").focus()
    assert "Record pont.txt#1" in card(page)


def test_what_is_chosen_stays_until_it_is_let_go(site: Site) -> None:
    page = site.open("example")
    page.locator("mark").first.click()
    page.locator("mark").last.hover()
    assert "pont.txt#1" in card(page)
    assert page.url.endswith("#d1-1")
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    assert page.locator(".on").count() == 0


def test_french_labels(site: Site) -> None:
    page = site.open("example", "#d1-1", language="fr")
    assert page.locator("html").get_attribute("lang") == "fr"
    assert "Certitude affirmé" in card(page)
    assert "Confiance 0,98" in card(page)
    expect(page.get_by_role("button", name="Anne Roy")).to_contain_text("100 %")


def test_a_filter_by_speaker(site: Site) -> None:
    page = site.open("samples")
    counts = Counter(
        attribution.speaker.name
        for item in site.items("samples")
        for attribution in item.result.attributions
    )
    named = [name for name, _ in counts.most_common() if name]
    rows = page.locator(".speakers button")
    assert rows.count() == len(counts)
    assert rows.first.locator(".name").inner_text() == named[0]
    assert rows.first.locator(".count").inner_text() == str(counts[named[0]])

    rows.first.click()
    assert set(shown(page)) == of_samples(site, lambda each: each.speaker.name == named[0])
    hidden = page.locator("mark.off").first
    assert hidden.evaluate("mark => getComputedStyle(mark).backgroundColor") == "rgba(0, 0, 0, 0)"
    expect(page.locator("#total")).to_have_text(
        f"{counts[named[0]]} of {counts.total()} attributions"
    )
    rows.nth(1).click()
    assert len(shown(page)) == counts[named[0]] + int(rows.nth(1).locator(".count").inner_text())
    page.get_by_role("button", name="All", exact=True).click()
    assert len(shown(page)) == counts.total()


def test_a_filter_by_kind_keeps_the_documents_that_have_it(site: Site) -> None:
    page = site.open("samples")
    page.locator("[data-kind=mixed]").click()
    expected = of_samples(site, lambda each: each.kind == "mixed")
    assert expected
    assert set(shown(page)) == expected
    listed: list[str] = page.eval_on_selector_all(
        ".documents li:not(.off) a", "links => links.map(link => link.hash.slice(1))"
    )
    assert set(listed) == {key.partition("-")[0] for key in expected}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Nous serons", ["d1-1"]),
        ("TRAVAUX prets", []),
        ("ajoute", ["d1-2"]),
        ("visite d'un", []),
        ("anne roy", ["d1-1", "d1-2"]),
        ("incise-clitic", ["d1-2"]),
        ("2016-05-03", ["d1-1"]),
        ("", ["d1-1", "d1-2"]),
    ],
)
def test_search_sets_case_and_accents_aside(site: Site, asked: str, found: list[str]) -> None:
    page = site.open("example")
    page.get_by_role("searchbox").fill(asked)
    page.wait_for_timeout(200)
    assert shown(page) == found


def test_search_marks_the_words_and_enter_goes_to_the_first(site: Site) -> None:
    page = site.open("example")
    page.keyboard.press("/")
    page.keyboard.type("avancent")
    page.keyboard.press("Enter")
    assert page.url.endswith("#d1-2")
    assert "pont.txt#2" in card(page)
    words: list[str] = page.evaluate(
        "[...CSS.highlights.get('search')].map(range => "
        "range.startContainer.data.slice(range.startOffset, range.endOffset))"
    )
    assert words == ["avancent"]


@pytest.mark.parametrize("fragment", ["#d1-2", "#n1-2", "#pont.txt%232", "#pont.txt#2"])
def test_a_link_leads_to_an_attribution(site: Site, fragment: str) -> None:
    page = site.open("example", fragment)
    assert "pont.txt#2" in card(page)
    assert page.locator("a.number.on").get_attribute("id") == "d1-2"


def test_a_link_reaches_the_end_of_a_million_characters(site: Site, shoot: Shoot) -> None:
    page = site.open("million", "#d1-4999")
    expect(page.locator("[id='d1-4999']")).to_be_in_viewport()
    assert "a.txt#4999" in card(page)
    shoot(page, "million")


def test_a_link_puts_aside_the_filter_that_hides_its_end(site: Site) -> None:
    page = site.open("crowd")
    page.get_by_role("button", name="Personne 05").click()
    assert shown(page) == ["d1-6"]
    page.evaluate("location.hash = '#d1-9'")
    expect(page.locator("[id='d1-9']")).to_be_in_viewport()
    assert len(shown(page)) == 40
    assert "a.txt#9" in card(page)


def test_back_goes_to_the_one_before(site: Site) -> None:
    page = site.open("crowd", "#d1-1")
    page.get_by_role("button", name="Next attribution").click()
    assert "a.txt#2" in card(page)
    page.go_back()
    expect(page.locator("#card")).to_contain_text("a.txt#1")


def test_nested_attributions_lead_to_each_other(site: Site, shoot: Shoot) -> None:
    page = site.open("nested")
    assert page.locator("mark mark mark").all_inner_texts() == ["un pont neuf"]
    page.locator("mark mark mark").hover()
    assert "Jean Le Goff" in card(page)
    assert "Reported in I2" in card(page)
    shoot(page, "nested")
    page.locator("#card").get_by_role("link", name="I2").click()
    assert "Reported in M1 Reports D3" in card(page)
    assert page.url.endswith("#d1-2")


def test_a_content_that_is_not_repeated_has_its_number_at_the_cue(site: Site) -> None:
    page = site.open("nested", "#d1-4")
    assert page.locator(".cue.on").inner_text() == "dit-elle"
    assert "content not repeated" in card(page)


def test_a_million_characters_can_be_filtered_and_searched(site: Site) -> None:
    page = site.open("million")
    page.get_by_role("button", name="Voix 7 ", exact=False).first.click()
    expect(page.locator("#total")).to_have_text("100 of 5000 attributions")
    page.get_by_role("searchbox").fill("a.txt#7 ")
    page.keyboard.press("Enter")
    expect(page.locator("#total")).not_to_have_text("100 of 5000 attributions")


def test_without_script_the_notes_are_there(site: Site) -> None:
    page = site.open("example", script=False)
    expect(page.locator(".notes")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    page.locator("[id='d1-2']").click()
    assert page.url.endswith("#n1-2")
    page.locator("#n1-2 .mark").click()
    assert page.url.endswith("#d1-2")


def test_print_has_the_text_and_the_notes_and_no_controls(site: Site) -> None:
    page = site.open("samples", "#d1-1", dark=True)
    page.emulate_media(media="print")
    expect(page.locator(".notes").first).to_be_visible()
    expect(page.locator("#card")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(255, 255, 255)"
    SCREENSHOTS.mkdir(exist_ok=True)
    page.pdf(path=SCREENSHOTS / "samples.pdf", format="A4", prefer_css_page_size=True)


def test_on_a_phone_the_panel_opens_and_closes(site: Site) -> None:
    page = site.open("samples", size="phone")
    search = page.get_by_role("searchbox")
    expect(search).to_be_hidden()
    toggle = page.get_by_role("button", name="Speakers and filters")
    toggle.tap()
    expect(search).to_be_visible()
    assert toggle.get_attribute("aria-expanded") == "true"
    page.locator(".documents a").last.tap()
    expect(search).to_be_hidden()
    expect(page.locator("article").last).to_be_in_viewport()
    page.locator("mark").last.tap()
    expect(page.locator("#card")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Next attribution")).to_be_in_viewport(ratio=1)
