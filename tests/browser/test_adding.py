"""Tomorrow's report, in a real browser: pasted, reviewed by keyboard alone, approved, and on the map of a reader."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pages import only_the_seed

REPORT = (
    "Herders' forum opens in Tongliao\n\n"
    "A forum on herding was held in Tongliao on 5 May 2024. Chairman Wang Jun attended the forum. Officials of banners attended "
    "the forum.\n\nThe forum closed in the evening."
)


@pytest.fixture
def address(serve, tmp_path) -> str:
    return serve(only_the_seed(tmp_path / "data"), "--curate")


SEED = Path(__file__).parents[3] / "shared" / "seed-article.txt"


def proposed(visitor, text: str, day: str | None = None) -> Page:
    """Paste a report, and stand before its draft. `day`: digits of the day it was published, else it prints none."""
    page = visitor.open("/add")
    page.get_by_label("The report's text").fill(text)
    if day:
        page.get_by_label("Day it was published, if you know it").get_by_role("spinbutton").first.click()
        page.keyboard.type(day)
        page.keyboard.press("Tab")
    page.get_by_role("button", name="Propose a draft").focus()
    page.keyboard.press("Enter")
    if not day:
        page.get_by_text("it prints none: leave the years open").click()
        page.get_by_role("button", name="Go on").click()
    expect(page.locator(".item").first).to_be_visible()
    visitor.settle()
    return page


def accept_all(page: Page) -> None:
    """From row to row by the keyboard alone."""
    page.locator(".item").first.focus()
    while left := page.locator(".state:not(.done)").count():
        page.keyboard.press("a")
        expect(page.locator(".state:not(.done)")).to_have_count(left - 1)


def approve(page: Page) -> None:
    button = page.get_by_role("button", name="Approve", exact=True)
    expect(button).to_be_enabled()
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("It is approved, and on the map.")).to_be_visible()


def test_a_pasted_report_is_reviewed_by_keyboard_approved_and_on_the_map(visit):
    reader = visit()
    expect(reader.open("/").get_by_text("1 meeting and 1 visit")).to_be_visible()
    curator = visit()
    page = proposed(curator, REPORT)
    assert curator.findings() == []
    accept_all(page)
    approve(page)
    reader.page.get_by_text("Visits · 1", exact=True).click()
    reader.page.get_by_text("Visits · 1", exact=True).click()
    expect(reader.page.get_by_text("2 meetings and 1 visit")).to_be_visible()


@pytest.mark.skipif(not SEED.is_file(), reason="the seed article is not ours to ship")
def test_the_seed_told_once_more_is_no_more_events(visit):
    reader = visit()
    expect(reader.open("/").get_by_text("1 meeting and 1 visit")).to_be_visible()
    page = proposed(visit(), SEED.read_text("utf-8"), "20230813")
    expect(page.get_by_text("a report of the same occasion")).to_be_visible()
    accept_all(page)
    change = page.locator("li", has_text="Articles: 1")
    expect(change).to_contain_text("2")
    expect(page.locator("li", has_text="Events:")).to_have_count(0)
    expect(page.locator("li", has_text="Chifeng:")).to_have_count(0)
    approve(page)
    reader.page.get_by_text("Visits · 1", exact=True).click()
    expect(reader.page.get_by_text("1 visit, 9–12 August 2023, in 3 regions, from 2 articles")).to_be_visible()


def test_the_view_is_as_it_was_after_a_way_over_the_curating_page(visit):
    visitor = visit()
    page = visitor.open("/?kind=visit")
    page.get_by_role("link", name="Add an article").click()
    expect(page.get_by_label("The report's text")).to_be_visible()
    expect(page.get_by_text("Data version")).to_be_visible()
    page.get_by_role("link", name="Map", exact=True).click()
    visitor.await_address("kind", "visit")
    expect(page.get_by_role("checkbox", name="Visits · 1")).to_be_checked()


def test_words_selected_by_mouse_are_taken_for_the_lit_value_by_a_key(visit):
    page = proposed(visit(), REPORT)
    row = page.locator(".item", has_text="Wang Jun")
    row.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    words = page.locator(".prose p").last
    words.evaluate("one => one.scrollIntoView({ block: 'center' })")
    visible = words.bounding_box()
    page.mouse.move(visible["x"] + 1, visible["y"] + visible["height"] / 2)
    page.mouse.down()
    page.mouse.move(visible["x"] + visible["width"] - 1, visible["y"] + visible["height"] / 2, steps=5)
    page.mouse.up()
    page.keyboard.press("s")
    expect(row.locator(".quote")).to_have_text("“The forum closed in the evening.”")


def test_an_open_form_stays_as_it_is_while_another_value_is_accepted(visit):
    page = proposed(visit(), REPORT)
    page.locator(".item").nth(1).get_by_role("button", name="Edit").click()
    form = page.locator("form.change")
    form.locator("input").first.fill("2024-05-06")
    page.locator(".item").nth(0).get_by_role("button", name="Accept").click()
    expect(page.locator(".item").nth(0).locator(".state.done")).to_be_visible()
    expect(form.locator("input").first).to_have_value("2024-05-06")


def test_a_form_saved_as_it_was_opened_accepts_nothing(visit):
    page = proposed(visit(), REPORT)
    left = page.locator(".state:not(.done)").count()
    page.locator(".item").first.focus()
    page.keyboard.press("e")
    page.locator("form.change").get_by_role("button", name="Save").click()
    expect(page.locator("form.change")).to_have_count(0)
    expect(page.locator(".state:not(.done)")).to_have_count(left)


def test_words_that_stand_twice_are_asked_which(visit):
    page = proposed(visit(), REPORT)
    page.locator(".item").first.focus()
    page.keyboard.press("e")
    form = page.locator("form.change")
    form.locator("input.words").fill("attended the forum")
    form.locator("input.which").fill("2")
    page.keyboard.press("Enter")
    expect(page.locator(".item").first.locator(".quote")).to_have_text("“attended the forum”")
    lit = page.locator(".prose mark.lit")
    expect(lit.last).to_contain_text("attended the forum")


def test_one_row_is_a_tab_stop_and_the_others_are_passed(visit):
    page = proposed(visit(), REPORT)
    page.locator(".item").first.focus()
    stops = page.locator(".item [tabindex='0'], .item[tabindex='0']")
    expect(stops).to_have_count(1 + page.locator(".item").first.locator("button").count())
