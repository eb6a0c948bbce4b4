"""A view on another site: shown in a frame where the owner of Daybook allows that site, and nowhere else."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.serving import ROOT

HOST = '<!doctype html><title>A newspaper</title><iframe src="{src}" title="Daybook" width="900" height="900"></iframe>'


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_said):
        pass


@pytest.fixture
def newspaper(tmp_path):
    """Another site, and the folder of its pages."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", tmp_path
        server.shutdown()


def write(newspaper, daybook):
    """A page of that site with the view in a frame; its address."""
    site, folder = newspaper
    (folder / "index.html").write_text(HOST.format(src=f"{daybook}/?region=150400&embed=true"))
    return site


def test_a_site_that_is_allowed_shows_the_view(browser, newspaper, serve):
    page = browser.new_page()
    page.goto(write(newspaper, serve(ROOT / "data", "--embed-on", newspaper[0])))
    inside = page.frame_locator("iframe")
    expect(inside.get_by_text("12 meetings and 6 visits")).to_be_visible()
    expect(inside.locator(".maplibregl-canvas")).to_be_visible()
    page.close()


def test_a_site_that_is_not_allowed_shows_nothing(browser, newspaper, address):
    page = browser.new_page()
    with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
        page.goto(write(newspaper, address))
    page.close()
