"""What a reader does among many events: narrows by a bar, looks closer at counties, follows a person, searches."""

from playwright.sync_api import expect

from tests.browser.test_map import POINTS, click_at, ready

CLOSER = "/?region=150400&closer=150400"


def test_a_bar_of_a_year_narrows_the_dates_to_it(visit):
    one, page = ready(visit)
    bar = page.locator(".barlayer .trace").first.locator(".point path").nth(7)  # 2023
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    click_at(one, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, "2023", "from", "2023-01-01")
    assert one.in_address("to") == ["2023-12-31"]
    page.get_by_role("button", name="All dates").click()
    one.await_address("from")


def test_looked_at_closer_a_banner_filters_on_the_same_canvas(visit):
    one, page = ready(visit, CLOSER)
    page.evaluate("() => { window.before = document.querySelector('.maplibregl-canvas'); }")
    x, y = page.evaluate(POINTS, "Aohan Banner")
    click_at(one, x, y + 40, "1 meeting", "region", "150430")
    assert page.evaluate("() => document.querySelector('.maplibregl-canvas') === window.before")
    expect(page.get_by_text("1 meeting, 22 February 2018, in 1 region, from 1 article.")).to_be_visible()


def test_the_whole_region_is_seen_at_once(visit):
    one, page = ready(visit)
    page.get_by_role("button", name="All of Inner Mongolia").click()
    one.await_address("closer", "150000")
    seen = """() => { const map = document.querySelector('.js-plotly-plot')?._fullLayout?.map?._subplot?.map;
        const names = map?.queryRenderedFeatures({layers: ['names']}).map(f => f.properties.name) ?? [];
        return ['Hulunbuir', 'Alxa League', 'Tongliao'].every(name => names.includes(name)); }"""
    page.wait_for_function(seen)


def test_a_person_is_reached_from_an_article_and_the_link_opens_the_same_view(visit):
    one = visit()
    page = one.open("/articles?article=2023-07-13-hohhot-beijing-cppcc")
    page.get_by_role("link", name="Zhang Yankun").click()
    one.await_address("person", "zhang-yankun")
    expect(page.get_by_role("heading", name="Zhang Yankun 张延昆")).to_be_visible()
    again = visit().open(page.url.removeprefix(one.address))
    expect(again.get_by_role("heading", name="Zhang Yankun 张延昆")).to_be_visible()


def test_company_leads_to_the_next_person_and_its_number_to_the_sentences(visit):
    one = visit()
    page = one.open("/attendees?person=zhang-yankun")
    row = page.locator('[data-form="list"] li', has_text="Luo Zhihu")
    row.locator("a", has_text="3").click()
    one.await_address("with", "luo-zhihu")
    expect(page.get_by_text("1 person or group in 3 rows")).to_be_visible()
    page.go_back()
    one.await_address("with")
    page.get_by_role("link", name="Luo Zhihu").click()
    one.await_address("person", "luo-zhihu")
    expect(page.get_by_role("heading", name="Luo Zhihu 罗志虎")).to_be_visible()


def test_words_searched_for_are_marked_in_the_list_and_in_the_article(visit):
    one = visit()
    page = one.open("/articles")
    page.get_by_label("Words").fill("desertification symposium")
    page.get_by_label("Words").press("Enter")
    one.await_address("q", "desertification symposium")
    page.get_by_role("link", name="Xi Jinping inspects Bayannur and chairs desertification symposium").click()
    expect(page.locator("mark.hit", has_text="desertification").first).to_be_visible()
    assert one.in_address("q") == ["desertification symposium"]


def test_a_list_of_numbers_is_walked_by_keyboard(visit):
    one = visit()
    page = one.open("/attendees?person=zhang-yankun")
    page.locator('[data-form="list"] a', has_text="Luo Zhihu").focus()
    page.keyboard.press("Enter")
    one.await_address("person", "luo-zhihu")
