"""Tomorrow's report, in a real browser: pasted, reviewed by keyboard alone, approved, and on the map of a reader."""

import pytest
from playwright.sync_api import expect

from tests.pages import only_the_seed

REPORT = (
    "Herders' forum opens in Tongliao\n\n"
    "A forum on herding was held in Tongliao on 5 May 2024. Chairman Wang Jun attended the forum. Officials of banners attended "
    "the forum.\n\nThe forum closed in the evening."
)


@pytest.fixture
def address(serve, tmp_path) -> str:
    return serve(only_the_seed(tmp_path / "data"), "--curate")


def test_a_pasted_report_is_reviewed_by_keyboard_approved_and_on_the_map(visit):
    reader = visit()
    expect(reader.open("/").get_by_text("1 meeting and 1 visit")).to_be_visible()
    curator = visit()
    page = curator.open("/add")
    page.get_by_label("The report's text").fill(REPORT)
    page.get_by_role("button", name="Propose a draft").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Which day was it published?")).to_be_visible()
    page.get_by_text("it prints none: leave the years open").click()
    page.get_by_role("button", name="Go on").click()
    rows = page.locator(".item")
    expect(rows.first).to_be_visible()
    curator.settle()
    assert curator.findings() == []
    rows.first.focus()
    for _n in range(rows.count()):
        left = page.locator(".state:not(.done)").count()
        page.keyboard.press("a")
        expect(page.locator(".state:not(.done)")).to_have_count(left - 1)
    approve = page.get_by_role("button", name="Approve", exact=True)
    expect(approve).to_be_enabled()
    approve.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("It is approved, and on the map.")).to_be_visible()
    reader.page.get_by_text("Visits · 1", exact=True).click()
    reader.page.get_by_text("Visits · 1", exact=True).click()
    expect(reader.page.get_by_text("2 meetings and 1 visit")).to_be_visible()
