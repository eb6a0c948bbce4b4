"""Tomorrow's report, in a real browser: pasted, reviewed by keyboard alone, approved, and on the map of a reader."""

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


def proposed(visitor, text: str) -> Page:
    """Paste a report that prints no day, and stand before its draft."""
    page = visitor.open("/add")
    page.get_by_label("The report's text").fill(text)
    page.get_by_role("button", name="Propose a draft").focus()
    page.keyboard.press("Enter")
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
