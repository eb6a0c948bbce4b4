"""What only a browser shows of every page: no error, no outside request, readable by all, fits a phone."""

from pathlib import Path

import pytest

from tests.browser.conftest import VIEWS
from tests.serving import ROOT

ARTICLE = "2023-08-13-chifeng-cppcc-exchange"
PATHS = [
    "/",
    "/attendees",
    "/articles",
    f"/articles?article={ARTICLE}&mark=v1.dates",
    "/records",
    "/records?table=attendees&basis=not_stated",
    "/about",
    "/?region=999999&from=soon",
    "/?region=150402&kind=visit",
    "/?closer=150000",
    "/?region=150400&closer=150400",
    "/attendees?person=zhang-yankun",
    "/attendees?body=CPPCC+Inner+Mongolia+Autonomous+Region+Committee",
    "/articles?q=desertification",
    "/?q=赤峰",
]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_accessible_fits_and_asks_no_other_host(visit, path, view):
    one = visit(view)
    page = one.open(path)
    page.get_by_role("heading", level=1).wait_for()
    assert one.findings() == []
    wider = page.evaluate("""() => { const main = document.querySelector('[data-testid="stMain"]');
        return Math.max(document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth); }""")
    assert wider <= 0


def test_the_map_is_drawn_without_any_network_but_ours(visit):
    page = visit().open("/")
    canvas = page.locator(".maplibregl-canvas")
    canvas.wait_for()
    colours = page.evaluate("""() => new Promise(done => {
        const canvas = document.querySelector('.maplibregl-canvas'), copy = document.createElement('canvas');
        const look = () => requestAnimationFrame(() => {
            copy.width = canvas.width; copy.height = canvas.height;
            const pen = copy.getContext('2d'); pen.drawImage(canvas, 0, 0);
            const seen = new Set(); const pixels = new Uint32Array(pen.getImageData(0, 0, copy.width, copy.height).data.buffer);
            for (let i = 0; i < pixels.length; i += 97) seen.add(pixels[i]);
            if (seen.size > 20) done(seen.size); else setTimeout(look, 100);
        }); look(); })""")
    assert colours > 20


def test_the_root_is_where_the_shipped_data_is():
    assert Path(ROOT, "data", "articles", f"{ARTICLE}.json").is_file()
