"""One browser for all tests, and the pages, made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from quotex.languages import LanguageName
from quotex.render import Extracted
from tests.browser.chromium import MISSING, find
from tests.browser.pages import PAGES, save

SCREENSHOTS = Path(__file__).with_name("screenshots")
SIZES = {"desktop": (1440, 900), "tablet": (900, 1100), "phone": (390, 844)}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = find()
    if executable is None:
        pytest.fail(MISSING)  # not skipped: untested is not tested
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


class Library:
    """The pages in a folder, each made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: dict[Path, tuple[Extracted, ...]] = {}

    def file(self, name: str, language: LanguageName = "en") -> Path:
        path = self.folder / f"{name}-{language}.html"
        if path not in self._made:
            self._made[path] = save(path, PAGES[name](), language)
        return path

    def items(self, name: str) -> tuple[Extracted, ...]:
        return self._made[self.file(name)]


class Site:
    """Opens pages and keeps what they complain of, and what they ask the network for."""

    def __init__(self, browser: Browser, library: Library) -> None:
        self._browser = browser
        self._library = library
        self._contexts: list[BrowserContext] = []
        self.items = library.items
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def open(
        self,
        name: str,
        fragment: str = "",
        *,
        size: str = "desktop",
        dark: bool = False,
        language: LanguageName = "en",
        script: bool = True,
    ) -> Page:
        width, height = SIZES[size]
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
            has_touch=size == "phone",
        )
        context.set_default_timeout(60_000)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(self._library.file(name, language).as_uri() + fragment)
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(tmp_path_factory.mktemp("pages"))


@pytest.fixture
def site(browser: Browser, library: Library) -> Iterator[Site]:
    """After each test: the pages complained of nothing and asked for themselves alone."""
    site = Site(browser, library)
    yield site
    site.close()
    assert site.complaints == []
    pages = library.folder.as_uri()
    assert [url for url in site.requests if not url.startswith(pages)] == []


@pytest.fixture
def shoot() -> Callable[[Page, str], None]:
    """Keeps a screenshot of what the window shows, under a name."""

    def keep(page: Page, name: str) -> None:
        page.screenshot(path=SCREENSHOTS / f"{name}.png")

    return keep
