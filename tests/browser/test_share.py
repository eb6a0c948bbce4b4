"""The pages of records in a browser that runs no script: they read well for all, on a phone and on paper."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import VIEWS
from tests.pages import SEED

PATHS = [f"/r/{SEED}", f"/r/{SEED}#m1.dates", f"/r/{SEED}--v1", "/r/2019-07-15-xi-chifeng-xinhua--v1", "/r/"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDER = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def read(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open a page without JavaScript; afterwards nothing may have failed, and no other host been asked."""
    opened, wrong = [], []

    def new(path: str, view: str = "light", *, script: bool = False) -> Page:
        opened.append(browser.new_context(**VIEWS[view], java_script_enabled=script))
        page = opened[-1].new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("requestfailed", lambda request: wrong.append(request.url))
        page.on("request", lambda r: wrong.append(r.url) if urlsplit(r.url).netloc != urlsplit(address).netloc else None)
        answer = page.goto(address + path, wait_until="networkidle")
        assert answer.ok
        return page

    yield new
    for one in opened:
        one.close()
    assert wrong == []


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_a_record_is_accessible_and_fits(read, path, view):
    page = read(path, view, script=True)  # axe is a script
    found = Axe().run(page, options={"runOnly": TAGS}).response["violations"]
    assert [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]] == []
    assert page.evaluate(WIDER) <= 0


def test_without_javascript_a_number_leads_to_its_fact_and_a_fact_to_its_words(read):
    page = read(f"/r/{SEED}")
    page.get_by_role("link", name="Fact 2", exact=True).click()
    fact = page.locator("li:target")
    assert "12 August 2023" in fact.inner_text()
    fact.get_by_role("link", name="In the text: Date").click()
    assert page.locator("mark:target").inner_text() == "on 12 August"
    page.get_by_role("link", name="Page of this event").first.click()
    page.get_by_role("heading", level=1, name="Exchange meeting on linking CPPCC").wait_for()
    page.get_by_role("link", name="“on 12 August”").click()
    assert page.locator("mark:target").inner_text() == "on 12 August"


@pytest.mark.parametrize("view", ["light", "dark"])
def test_the_map_is_drawn_in_the_colours_of_the_page(read, view):
    page = read(f"/r/{SEED}--v1", view)
    image = page.get_by_role("img", name="Xing'an League → Tongliao → Chifeng")
    assert image.evaluate("image => image.complete && image.naturalWidth") == 752
    assert image.evaluate("image => image.currentSrc.includes('theme=dark')") == (view == "dark")


def test_on_paper_it_is_dark_on_white_and_the_address_of_the_original_is_printed(read):
    page = read(f"/r/{SEED}", "dark")
    page.emulate_media(media="print")
    assert page.locator("h1").evaluate("e => getComputedStyle(e).color") == "rgb(28, 37, 48)"
    printed = page.get_by_role("link", name="Read the original").evaluate("e => getComputedStyle(e, '::after').content")
    assert "https://www.breakinglatest.news" in printed
    assert page.locator(".ways").first.is_hidden()
    assert page.locator(".pages").evaluate("e => getComputedStyle(e).display") == "block"


def test_the_guard_lets_a_page_of_a_record_run_nothing(browser, address):
    with browser.new_context() as context:
        answer = context.request.get(f"{address}/r/{SEED}")
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none';")
        assert "frame-ancestors 'none'" in policy
        assert "script-src" not in policy
        assert "Sitemap: " in context.request.get(f"{address}/robots.txt").text()


def test_the_app_still_starts_from_the_page_with_our_head(visit):
    one = visit()
    page = one.open("/?region=150400")
    page.get_by_role("heading", level=1).wait_for()
    assert page.locator("meta[property='og:title']").get_attribute("content") == "Daybook: Meetings and visits in Chifeng"
