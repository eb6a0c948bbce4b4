"""A click on the map filters without the map blinking; a second click releases; signs and bars open their event."""

from playwright.sync_api import expect

POINTS = """adcode => {
  const plot = document.querySelector('.js-plotly-plot'), map = plot._fullLayout.map._subplot.map;
  const place = map.getStyle().sources.names.data.features.find(f => f.properties.name === adcode);
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


def click(page, name, dx=0, dy=0):
    x, y = page.evaluate(POINTS, name)
    page.mouse.move(x + dx - 3, y + dy)
    page.mouse.move(x + dx, y + dy)
    page.mouse.click(x + dx, y + dy)


def test_a_click_on_a_region_filters_and_a_second_releases_on_the_same_canvas(visit):
    one, page = ready(visit)
    page.evaluate("() => { window.before = document.querySelector('.maplibregl-canvas'); }")
    click(page, "Tongliao", dy=45)
    one.await_address("region", "150500")
    expect(page.get_by_text("1 visit, 9–12 August 2023, in 3 regions, from 1 article.")).to_be_visible()
    assert page.evaluate("() => document.querySelector('.maplibregl-canvas') === window.before")
    click(page, "Chifeng", dy=60)
    one.await_address("region", "150400")
    click(page, "Chifeng", dy=60)
    one.await_address("region")
    assert page.evaluate("() => document.querySelector('.maplibregl-canvas') === window.before")


def test_a_region_that_came_with_the_link_is_released_by_one_click(visit):
    one, page = ready(visit, "/?region=150400")
    click(page, "Chifeng", dy=60)
    one.await_address("region")


def test_a_sign_opens_its_event(visit):
    one, page = ready(visit)
    at = page.evaluate("""() => {
      const map = document.querySelector('.js-plotly-plot')._fullLayout.map._subplot.map;
      const sign = map.getStyle().sources.signs.data.features.find(f => f.properties.sign.endsWith('2'));
      const {x, y} = map.project(sign.geometry.coordinates), box = map.getCanvas().getBoundingClientRect();
      return [box.left + x, box.top + y]; }""")
    page.mouse.move(at[0] - 2, at[1])
    page.mouse.move(*at)
    page.mouse.click(*at)
    one.await_address("event", "2023-08-13-chifeng-cppcc-exchange--v1")
    expect(page.get_by_text("Between 9 and 12 August")).to_be_visible()


def test_counties_appear_on_looking_closer(visit):
    one, page = ready(visit, "/?region=150400")
    page.get_by_role("button", name="Look closer at Chifeng").click()
    one.await_address("closer", "150400")
    seen = "() => document.querySelector('.js-plotly-plot')?._fullLayout?.map?._subplot?.map?.queryRenderedFeatures({layers: ['county-names']}).length > 3"
    page.wait_for_function(seen)
    expect(page.get_by_role("button", name="Whole map")).to_be_visible()


def test_a_bar_of_the_timeline_opens_its_event(visit):
    one, page = ready(visit)
    bar = page.locator(".barlayer .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + 62, box["y"] + box["height"] / 2)
    one.await_address("event", "2023-08-13-chifeng-cppcc-exchange--v1")


def test_a_bar_of_the_breakdown_opens_its_rows(visit):
    one = visit()
    page = one.open("/attendees")
    bar = page.locator(".barlayer .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + box["height"] / 2)
    page.mouse.click(box["x"] + 62, box["y"] + box["height"] / 2)
    one.await_address("basis", "named")
    assert one.in_address("level") == ["region"]
