"""The address is the state: a link, Back and a page switch all give the view they name."""

import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="session")
def address(seed_address):
    """The first article alone."""
    return seed_address


WHOLE = "1 meeting and 1 visit, 9–12 August 2023, in 3 regions, from 1 article."


def numbers(page):
    return page.locator('[data-form="row"] a').all_inner_texts()


def test_a_copied_link_opens_the_same_view_in_another_browser(visit):
    one = visit()
    page = one.open("/")
    expect(page.get_by_text(WHOLE)).to_be_visible()
    page.get_by_role("combobox", name="Region").click()
    page.get_by_role("option", name="Tongliao").click()
    one.await_address("region", "150500")
    page.keyboard.press("Escape")
    page.get_by_text("Visits · 1", exact=True).click()
    one.await_address("kind", "visit")
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.get_by_role("status").filter(has_text="Link copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    address, _v, version = link.rpartition("&v=")
    assert address == page.url
    assert len(version) == 12
    expect(page.get_by_text("1 visit, 9–12 August 2023, in 3 regions, from 1 article.")).to_be_visible()
    other = visit()
    again = other.open(link.removeprefix(other.address))
    expect(again.get_by_text("1 visit, 9–12 August 2023, in 3 regions, from 1 article.")).to_be_visible()
    again.locator(".numbers a").first.wait_for()
    assert numbers(again) == numbers(page)
    assert again.get_by_label("Visits").is_checked()
    assert opacities(again) == [0.3, 1, 0.3] or opacities(again) == [0.3, 0.3, 1] or sorted(opacities(again)) == [0.3, 0.3, 1]


def opacities(page):
    """How strongly the map draws each region of the subject."""
    page.locator(".maplibregl-canvas").wait_for()
    return page.evaluate("() => document.querySelector('.js-plotly-plot').data[1].marker.opacity")


def test_a_date_before_the_meeting_shows_the_visit_only(visit):
    page = visit().open("/?from=2023-08-10&to=2023-08-10")
    expect(page.get_by_text("1 visit, 9–12 August 2023, in 3 regions, from 1 article.")).to_be_visible()


def test_bad_values_show_everything_and_a_sentence_each(visit):
    page = visit().open("/?region=999999&from=soon")
    expect(page.get_by_text(WHOLE)).to_be_visible()
    expect(page.get_by_text("region=999999 is left out.")).to_be_visible()
    expect(page.get_by_text("from=soon is left out:")).to_be_visible()


def test_back_undoes_a_filter_and_a_page_switch(visit):
    one = visit()
    page = one.open("/")
    page.get_by_text("Visits · 1", exact=True).click()
    one.await_address("kind", "visit")
    page.get_by_role("link", name="Attendees").click()
    expect(page.get_by_role("heading", name="Who took part")).to_be_visible()
    assert one.in_address("kind") == ["visit"]
    page.go_back()
    expect(page.get_by_role("heading", name="Where they met")).to_be_visible()
    one.await_address("kind", "visit")
    page.go_back()
    one.await_address("kind")
    expect(page.get_by_text(WHOLE)).to_be_visible()
    expect(page.get_by_label("Visits")).not_to_be_checked()


def test_reset_lets_every_filter_go(visit):
    one = visit()
    page = one.open("/attendees?region=150400&level=county&q=chifeng&from=2023-01-01")
    page.get_by_role("button", name="Reset filters").click()
    one.await_address("region")
    expect(page.get_by_text("1 person named and 3 groups with no number stated, at 2 events.")).to_be_visible()
    assert one.in_address("q") == one.in_address("level") == one.in_address("from") == []


def test_words_typed_go_into_the_address(visit):
    one = visit()
    page = one.open("/")
    page.get_by_label("Words").fill("nowhere to be found")
    page.get_by_label("Words").press("Enter")
    one.await_address("q", "nowhere to be found")
    expect(page.get_by_text("Nothing here fits")).to_be_visible()
    page.get_by_role("link", name="Without").click()
    one.await_address("q")
    expect(page.get_by_text(WHOLE)).to_be_visible()
