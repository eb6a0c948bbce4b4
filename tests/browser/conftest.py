"""A real server on a free port, a real Chromium, and pages that remember what went wrong in them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.pages import only_the_seed
from tests.serving import served

VIEWS = {
    "light": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light", "is_mobile": True, "has_touch": True},
}
FLAGS = [  # WebGL without a graphics card, and none of the calls home that a browser makes by itself
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
QUIET = """() => {  // the script has run, nothing is a placeholder or stale, and the page has held still for half a second
  const app = document.querySelector('[data-testid="stApp"]');
  const busy = app?.getAttribute('data-test-script-state') !== 'notRunning'
    || document.querySelector('[data-testid$="keleton"], [data-stale="true"]')
    || document.getAnimations().some(one => one.playState === 'running' && one.effect?.getTiming().iterations !== Infinity);
  const now = [document.body.innerText.length, document.querySelectorAll('*').length, location.href].join();
  if (busy || window.seen !== now) { window.seen = now; window.since = performance.now(); }
  return performance.now() - window.since > 500;
}"""
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in Path(item.fspath).parts:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Start a server on a data folder, as a user would, and give its address; it runs until all tests are done."""
    with ExitStack() as running:
        yield lambda *given, **more: running.enter_context(served(*given, **more)).address


@pytest.fixture(scope="session")
def address(serve: Callable[..., str]) -> str:
    return serve()


@pytest.fixture(scope="session")
def seed_address(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A server of the first article alone: what can be counted by hand stays where it is as articles are added."""
    return serve(only_the_seed(tmp_path_factory.mktemp("seed") / "data"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        installed = shutil.which("chromium")
        launched = playwright.chromium.launch(executable_path=installed, args=FLAGS)
        yield launched
        launched.close()


class Visit:
    """One reader's browser, new and empty."""

    def __init__(self, browser: Browser, address: str, view: str):
        self.address, self.errors, self.outside = address, [], []
        self.context = browser.new_context(**VIEWS[view], permissions=["clipboard-read", "clipboard-write"])
        self.page: Page = self.context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._failed(str(error)))
        self.page.on("request", lambda request: self._request(request.url))

    def _failed(self, error: str) -> None:
        # A map that is replaced while it still draws has lost its layout: Plotly stumbles over that after the new one stands.
        if "_rangeSliderData" not in error:
            self.errors.append(error)

    def _console(self, message: ConsoleMessage) -> None:
        # On a deep link Streamlit looks for its server one level too deep, twice, and gets 404: that is its own.
        probe = message.location.get("url", "").endswith(("/_stcore/health", "/_stcore/host-config"))
        if message.type == "error" and not probe:
            self.errors.append(message.text)

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != urlsplit(self.address).netloc:
            self.outside.append(url)

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.settle()

    def settle(self) -> Page:
        """Wait until the page has come to rest."""
        self.page.wait_for_function(QUIET)
        return self.page

    def in_address(self, name: str) -> list[str]:
        return self.page.evaluate("name => new URLSearchParams(location.search).getAll(name)", name)

    def await_address(self, name: str, *values: str, timeout: float = 30_000) -> None:
        """Wait until the address has exactly these values."""
        same = "([name, values]) => JSON.stringify(new URLSearchParams(location.search).getAll(name)) === JSON.stringify(values)"
        self.page.wait_for_function(same, arg=[name, list(values)], timeout=timeout)
        self.settle()

    def findings(self) -> list[str]:
        """What axe finds of WCAG 2.2 A and AA, but for the small parts of Streamlit's own inputs."""
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
        self.settle()  # colours on their way to others are not what a reader reads
        found = Axe().run(self.page, options={"runOnly": tags}).response["violations"]
        return [
            f"{v['id']}: {node['html'][:200]}"
            for v in found
            for node in v["nodes"]
            if not (v["id"] == "target-size" and "react-aria" in node["html"])
        ]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Open new browsers on the app; afterwards none may have raised an error or asked another host."""
    opened: list[Visit] = []

    def new(view: str = "light", at: str = address) -> Visit:
        opened.append(Visit(browser, at, view))
        return opened[-1]

    yield new
    for one in opened:
        one.context.close()
    assert [e for one in opened for e in one.errors] == []
    assert [u for one in opened for u in one.outside] == []
