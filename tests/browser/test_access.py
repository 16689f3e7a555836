"""The page for everybody: axe, contrast, the keyboard, narrow windows; and hostile texts."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import SIZES, Site
from tests.browser.pages import HOSTILE, PAGES

Shoot = Callable[[Page, str], None]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
LOOKED_AT = [name for name in PAGES if name != "million"]

# Contrast of a colour on what stands behind it, as the WCAG compute it, from painted pixels.
CONTRAST = """
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const painted = (...colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (pixel) => pixel.map((v) => v / 255)
    .map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = (element) => {
    const colours = [];
    for (let each = element; each; each = each.parentElement) {
      colours.unshift(getComputedStyle(each).backgroundColor);
    }
    return colours;
  };
  const low = [];
  for (const element of document.querySelectorAll(".text mark, .text span, .number, .who a")) {
    if (!element.getClientRects().length) continue;
    const ground = behind(element);
    const [a, b] = [light(painted(...ground)), light(painted(...ground, getComputedStyle(element).color))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) low.push(`${element.className} ${element.dataset.n ?? element.textContent} ${ratio.toFixed(2)}`);
  }
  return low;
}
"""


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("axe.run()")
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", LOOKED_AT)
def test_axe_finds_nothing(site: Site, shoot: Shoot, name: str, size: str, dark: bool) -> None:
    page = site.open(name, "#d1-1", size=size, dark=dark)
    shoot(page, f"{name}-{size}-{'dark' if dark else 'light'}")
    assert violations(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_while_filters_are_on(site: Site, shoot: Shoot, dark: bool) -> None:
    page = site.open("samples", size="phone", dark=dark, language="fr")
    page.locator("#toggle").click()
    page.locator("[data-kind=direct]").click()
    for row in (0, 1):
        page.locator(".speakers button").nth(row).click()
    shoot(page, f"filters-phone-{'dark' if dark else 'light'}")
    assert violations(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["crowd", "nested", "samples"])
def test_every_colour_can_be_read(site: Site, name: str, dark: bool) -> None:
    page = site.open(name, dark=dark)
    assert page.evaluate(CONTRAST) == []
    page.evaluate("document.querySelectorAll('.text [data-a]').forEach(e => e.classList.add('on'))")
    assert page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", LOOKED_AT)
def test_nothing_is_wider_than_the_window(site: Site, name: str, size: str) -> None:
    page = site.open(name, size=size)
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]


def focused(page: Page) -> str:
    words: str = page.evaluate(
        "(e => e.ariaLabel || e.placeholder || e.innerText)(document.activeElement)"
    )
    return " ".join(words.split())


def test_the_order_of_the_keyboard(site: Site) -> None:
    page = site.open("example")
    order = []
    for _ in range(12):
        page.keyboard.press("Tab")
        order.append(focused(page))
    assert order[:5] == [
        "Skip to the text",
        "Search the attributions",
        "D direct 2",
        "M mixed 0",
        "I indirect 0",
    ]
    assert order[5].startswith("Anne Roy 2 100%")
    assert order[6:8] == ["D1 Anne Roy", "D2 Anne Roy"]
    assert order[8:] == ["D2", "Previous attribution", "Next attribution", "Close"]


def test_the_skip_link_leads_past_the_panel(site: Site) -> None:
    page = site.open("crowd")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "D1 Personne 00"


def test_enter_goes_into_the_card_and_escape_comes_back(site: Site) -> None:
    page = site.open("nested")
    page.locator("[id='d1-2']").focus()
    page.keyboard.press("Enter")
    assert focused(page) == "Details of the attribution"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#d1-1")
    assert focused(page) == "M1 Anne Roy"
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert focused(page) == "M1 Anne Roy"


def test_letters_walk_through_what_is_shown(site: Site) -> None:
    page = site.open("crowd")
    page.locator("[data-kind=indirect]").click()
    walked = []
    for key in "jjjk":
        page.keyboard.press(key)
        walked.append(focused(page).split()[0])
    assert walked == ["I3", "I6", "I9", "I6"]


def test_hostile_text_is_text(site: Site) -> None:
    page = site.open("hostile", "#d1-2")
    assert page.evaluate("typeof pwned") == "undefined"
    expected = " ".join(HOSTILE.replace("\x07", "\ufffd").replace("\x7f", "\ufffd").split())
    assert " ".join(page.title().split()) == expected
    first = page.locator(".text > *").first
    assert " ".join((first.text_content() or "").split()) == expected
    assert page.locator("#card .who b").text_content() == expected
    assert page.locator("img, iframe, script:not(:last-child)").count() == 0


def test_right_to_left_paragraphs_stand_right(site: Site) -> None:
    page = site.open("hostile")
    last = page.locator(".text > p").last
    assert last.evaluate("p => getComputedStyle(p).direction") == "rtl"
    number = page.locator("[id='d1-3']").bounding_box()
    said = page.locator("mark", has_text="טוב").bounding_box()
    assert number
    assert said
    assert number["x"] < said["x"]


@pytest.mark.parametrize("name", PAGES)
def test_the_page_holds_the_text_to_the_letter(site: Site, name: str) -> None:
    page = site.open(name)
    texts: list[str] = page.eval_on_selector_all(
        "article", "all => all.map(each => each.querySelector('.text').textContent)"
    )
    for shown, item in zip(texts, site.items(name), strict=True):
        words = "".join(item.text.replace("\x07", "\ufffd").replace("\x7f", "\ufffd").split())
        assert "".join(shown.split()).endswith(words)
