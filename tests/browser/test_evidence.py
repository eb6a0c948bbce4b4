"""Every number is one click from its records, and one more from the sentence that says it."""

import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="session")
def address(seed_address):
    """The first article alone."""
    return seed_address


ARTICLE = "2023-08-13-chifeng-cppcc-exchange"


def test_a_number_opens_its_records_and_they_their_sentence(visit):
    one = visit()
    page = one.open("/")
    page.get_by_role("link", name="Groups without a number").click()
    expect(page.get_by_role("heading", name="Records")).to_be_visible()
    one.await_address("basis", "not_stated")
    expect(page.get_by_text("Also taking part were the chairpersons")).to_be_visible()
    page.get_by_role("link", name="Read it in the article").click()
    one.await_address("mark", "m1.attendees.2")
    expect(page.locator("mark.lit")).to_have_text(["chairpersons and secretaries-general of the CPPCC of all leagues"])
    expect(page.locator("mark.lit")).to_be_in_viewport()


@pytest.mark.parametrize("label", ["Meetings", "Visits", "Regions", "People named", "Groups without a number", "Articles"])
def test_each_key_number_is_a_link_that_opens_records_with_a_sentence(visit, label):
    one = visit()
    page = one.open("/")
    link = page.locator('[data-form="row"] a').filter(has=page.locator(".label", has_text=label))
    href = link.get_attribute("href")
    again = visit().open(f"/{href}")
    expect(again.get_by_role("heading", name="Records")).to_be_visible()
    expect(again.get_by_role("link", name="Read it in the article")).to_be_visible()


def test_a_fact_lights_its_sentence_and_the_address_keeps_it(visit):
    one = visit()
    page = one.open(f"/articles?article={ARTICLE}")
    page.locator(".fact", has_text="stop 2 of 3: Tongliao").click()
    expect(page.locator("mark.lit")).to_have_text(["Tongliao City"])
    one.await_address("mark", "v1.stops.2")
    other = visit().open(f"/articles?article={ARTICLE}&mark=v1.stops.2")
    expect(other.locator("mark.lit")).to_have_text(["Tongliao City"])
    expect(other.locator("mark.lit")).to_be_in_viewport()


def test_a_link_to_a_mark_shows_its_fact_too(visit):
    page = visit().open(f"/articles?article={ARTICLE}&mark=v1.stops.2")  # far down the list, which scrolls on its own
    expect(page.locator('.fact[aria-pressed="true"]')).to_contain_text("stop 2 of 3")
    expect(page.locator('.fact[aria-pressed="true"]')).to_be_in_viewport()
    expect(page.locator("mark.lit")).to_be_in_viewport()


def test_a_mark_shows_its_fact_by_keyboard_alone(visit):
    one = visit()
    page = one.open(f"/articles?article={ARTICLE}")
    mark = page.get_by_role("button", name="Zhang Yankun, secretary", exact=False).first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator('.fact[aria-pressed="true"]')).to_contain_text("Zhang Yankun")
    one.await_address("mark", "m1.attendees.1")
    expect(mark).to_be_focused()


def test_the_original_is_one_click_away(visit):
    page = visit().open(f"/articles?article={ARTICLE}")
    link = page.get_by_role("link", name="Read the original")
    assert link.get_attribute("href").startswith("https://www.breakinglatest.news/")
    assert "noopener" in (link.get_attribute("rel") or "") or link.get_attribute("target") == "_blank"


def test_an_event_in_the_list_leads_to_its_sentence(visit):
    one = visit()
    page = one.open("/")
    page.get_by_role("link", name="Read the sentence").first.click()
    one.await_address("article", ARTICLE)
    expect(page.locator("mark.lit").first).to_be_in_viewport()
