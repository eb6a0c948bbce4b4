"""A click on the map filters without the map blinking; a second click releases; signs and bars open their event."""

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect


@pytest.fixture(scope="session")
def address(seed_address):
    """The first article alone."""
    return seed_address


POINTS = """async name => {
  const map = document.querySelector('.js-plotly-plot')._fullLayout.map._subplot.map;
  const names = await (await fetch('/api/v1/area-names.geojson')).json();
  const place = names.features.find(feature => feature.properties.name === name);
  const {x, y} = map.project(place.geometry.coordinates), box = map.getCanvas().getBoundingClientRect();
  return [box.left + x, box.top + y];
}"""


def ready(visit, path="/"):
    one = visit()
    page = one.open(path)
    page.locator(".maplibregl-canvas").wait_for()
    drawn = "() => document.querySelector('.js-plotly-plot')?._fullLayout?.map?._subplot?.map?.isStyleLoaded()"
    page.wait_for_function(drawn)
    page.wait_for_function("() => document.querySelector('.js-plotly-plot')._fullLayout.map._subplot.map.areTilesLoaded()")
    return one, page


def click(one, name, dy, *regions):
    """Click a region, `dy` pixels below its name's place, until the address has these regions."""
    x, y = one.page.evaluate(POINTS, name)
    click_at(one, x, y + dy, "1 visit", "region", *regions)


def click_at(one, x, y, label, parameter, *values):
    """Come from outside and click when the figure has found what is under the pointer, as a hand does.

    A figure that is still settling may miss a click; then a hand clicks again.
    """
    for patience in (15_000, 30_000, 30_000):
        one.page.mouse.move(x - 30, y, steps=3)  # not over another sign: the figure is slower than the pointer
        one.page.mouse.move(x, y, steps=5)
        try:
            one.page.locator(".hoverlayer .hovertext", has_text=label).wait_for(timeout=patience)
            one.page.mouse.click(x, y)
            return one.await_address(parameter, *values, timeout=patience)
        except PlaywrightTimeoutError:
            continue
    raise AssertionError(f"the address did not get {parameter}={values}")


def test_a_click_on_a_region_filters_and_a_second_releases_on_the_same_canvas(visit):
    one, page = ready(visit)
    page.evaluate("() => { window.before = document.querySelector('.maplibregl-canvas'); }")
    click(one, "Tongliao", 45, "150500")
    expect(page.get_by_text("1 visit, 9–12 August 2023, in 3 regions, from 1 article.")).to_be_visible()
    assert page.evaluate("() => document.querySelector('.maplibregl-canvas') === window.before")
    click(one, "Chifeng", 60, "150400")
    click(one, "Chifeng", 60)
    assert page.evaluate("() => document.querySelector('.maplibregl-canvas') === window.before")


def test_a_region_that_came_with_the_link_is_released_by_one_click(visit):
    one, page = ready(visit, "/?region=150400")
    click(one, "Chifeng", 60)
    page.wait_for_function("() => document.querySelector('.js-plotly-plot')?.data?.[1].marker.opacity === undefined")


def test_a_sign_opens_its_event(visit):
    one, page = ready(visit)
    at = page.evaluate("""() => {
      const map = document.querySelector('.js-plotly-plot')._fullLayout.map._subplot.map;
      const sign = map.getStyle().sources.signs.data.features.find(f => f.properties.sign.endsWith('2'));
      const {x, y} = map.project(sign.geometry.coordinates[0]), box = map.getCanvas().getBoundingClientRect();
      return [box.left + x, box.top + y]; }""")
    click_at(one, *at, "Stop 2", "event", "2023-08-13-chifeng-cppcc-exchange--v1")
    expect(page.get_by_text("Between 9 and 12 August")).to_be_visible()


def test_counties_appear_on_looking_closer(visit):
    one, page = ready(visit, "/?region=150400")
    page.get_by_role("button", name="Look closer at Chifeng").click()
    one.await_address("closer", "150400")
    seen = """() => document.querySelector('.js-plotly-plot')?._fullLayout?.map?._subplot?.map
        ?.queryRenderedFeatures({layers: ['county-names']}).length > 3"""
    page.wait_for_function(seen)
    expect(page.get_by_role("button", name="The three regions")).to_be_visible()


def test_a_bar_of_the_timeline_opens_its_event(visit):
    one, page = ready(visit)
    bar = page.locator(".barlayer .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    visit_id = "2023-08-13-chifeng-cppcc-exchange--v1"
    click_at(one, box["x"] + 62, box["y"] + box["height"] / 2, "Field visits", "event", visit_id)


def test_a_bar_of_the_breakdown_opens_its_rows(visit):
    one = visit()
    page = one.open("/attendees")
    bar = page.locator(".barlayer .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    click_at(one, box["x"] + 62, box["y"] + box["height"] / 2, "people named", "basis", "named")
    assert one.in_address("level") == ["region"]
