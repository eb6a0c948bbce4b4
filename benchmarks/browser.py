"""A real Chromium, and the moment when a page has settled: no script runs, no element changes, no map is being drawn."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

SIZE = {"width": 1440, "height": 900}
ARGUMENTS = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
]  # fmt: skip
CALM = 1000  # milliseconds without a change
WATCH = """
window.lastChange = 0;
const changed = () => { window.lastChange = performance.now(); };
new MutationObserver(changed).observe(document, {subtree: true, childList: true, characterData: true});
const drawn = (plot) => { const map = plot._fullLayout?.map?._subplot?.map; return !map || map.loaded(); };
const busy = () => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState !== 'notRunning'
  || document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton]')
  || ![...document.querySelectorAll('.js-plotly-plot')].every(drawn);
const look = () => { if (busy()) changed(); requestAnimationFrame(look); };
requestAnimationFrame(look);
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium, drawing maps in software: the one on PATH, the one CHROMIUM names, or Playwright's own."""
    own = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=own, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser) -> Iterator[tuple[Page, list[int]]]:
    """A blank page with a cache of its own, and the sizes in bytes of all that its WebSocket receives from now on."""
    context, received = browser.new_context(viewport=SIZE), []
    page = context.new_page()
    page.add_init_script(WATCH)
    page.on("websocket", lambda socket: socket.on("framereceived", lambda data: received.append(len(data))))
    try:
        yield page, received
    finally:
        context.close()


def settled(page: Page) -> float:
    """Wait until the page is calm; milliseconds on the page's own clock, which starts with its loading, at the last change."""
    page.wait_for_function(f"window.lastChange && performance.now() - window.lastChange > {CALM}", timeout=60_000)
    return page.evaluate("window.lastChange")
