"""Bytes over the WebSocket, and time until a page has settled, as a real Chromium meets them."""

from collections.abc import Callable, Iterator

from playwright.sync_api import Browser, Page

from benchmarks import report, servers
from benchmarks.browser import chromium, opened, settled

FIRST_AIM, CHANGE_AIM = 60, 20  # kB


def run(quick: bool) -> None:
    article = "2023-08-13-chifeng-cppcc-exchange"  # always the same, so that figures of other days compare
    pages = {
        "map": "/",
        "attendees": "/attendees",
        "articles": "/articles",
        "one article": f"/articles?article={article}",
        "records": "/records",
        "about": "/about",
    }
    with servers.daybook() as server, chromium() as browser:
        firsts = [(name, *load(browser, server.url + path)) for name, path in list(pages.items())[: 1 if quick else None]]
        changes = list(change(browser, server.url))
    report.show(
        "First load of a page, nothing cached by the browser",
        ("page", "WebSocket kB", "settled ms"),
        firsts,
        f"Aim: {FIRST_AIM} kB. Settled: the last change of an element, or of the map, after which a second was calm.",
        "Maps are drawn without a graphics card here: a reader's machine settles sooner.",
    )
    report.show("A filter changed on the map page", ("change", "WebSocket kB", "settled ms"), changes, f"Aim: {CHANGE_AIM} kB.")


def load(browser: Browser, url: str) -> tuple[str, str]:
    """kB received, and milliseconds until settled."""
    with opened(browser) as (page, received):
        page.goto(url)
        settled_at = settled(page)
        return in_kb(received), f"{settled_at:.0f}"


def change(browser: Browser, url: str) -> Iterator[tuple[str, str, str]]:
    """The changes one after another on one page: name, kB, milliseconds."""
    with opened(browser) as (page, received):
        page.goto(url)
        settled(page)
        for name, (act, address) in CHANGES.items():
            received.clear()
            begun = page.evaluate("performance.now()")
            act(page)
            page.wait_for_url(lambda now, wanted=address: now.partition("?")[2] == wanted)
            took = settled(page) - begun
            yield name, in_kb(received), f"{took:.0f}"


def in_kb(received: list[int]) -> str:
    return f"{sum(received) / 1e3:.1f}"


def pick_meetings(page: Page) -> None:
    page.get_by_test_id("stSidebar").get_by_text("Meetings ·").click()


def enter_day(page: Page) -> None:
    """A date field takes the day when it is left."""
    page.get_by_role("spinbutton", name="year, From").click()
    page.keyboard.type("20230801")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")


CHANGES: dict[str, tuple[Callable[[Page], None], str]] = {  # what is done, and the address it leads to
    "kind: meetings": (pick_meetings, "kind=meeting"),
    "kind: all again": (pick_meetings, ""),
    "from: 2023-08-01": (enter_day, "from=2023-08-01"),
}
