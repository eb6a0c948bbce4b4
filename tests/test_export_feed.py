"""A reader of feeds takes the feed as it is: newest review first, an entry for each occasion, and text is text."""

import datetime as dt
import time

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data.exports import feed
from dashboard.data.exports.export import Export, urn
from dashboard.data.exports.feed import to_atom
from dashboard.data.filters import Filter
from tests.factories import UNDATED, article, collections, event, export_of, library_of, visit

SITE = "https://daybook.example.org"


def read(made: Export) -> feedparser.FeedParserDict:
    found = feedparser.parse(to_atom(made), sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def of(*articles: dict, site: str = "", chosen: Filter | None = None) -> feedparser.FeedParserDict:
    return read(export_of(library_of(*articles), chosen, site=site))


def links(entry: feedparser.FeedParserDict) -> dict[str, str]:
    return {link.rel: link.href for link in entry.get("links", ())}


def reviewed(day: str) -> dict:
    return {"status": "approved", "by": "Tests", "at": day}


@given(held=collections())
def test_a_feed_of_any_collection_is_one_and_has_an_entry_for_each_occasion(held):
    made = export_of(held)
    assert sorted(entry.id for entry in read(made).entries) == sorted(urn(occasion) for occasion in set(made.rows["occasion"]))


def test_the_newest_review_comes_first_and_of_one_day_the_latest_event():
    old = article(event(title="Old", attendees=[]), id="a", review=reviewed("2023-08-14"))
    new = article(event(title="No date", **UNDATED), visit(title="Earlier"), event("m2", title="Later"), id="b",
                  review=reviewed("2024-01-02"))  # fmt: skip
    found = of(old, new)
    assert [entry.title for entry in found.entries] == ["Later", "Earlier", "No date", "Old"]
    assert time.strftime("%F", found.feed.updated_parsed) == "2024-01-02"
    assert [time.strftime("%F", entry.updated_parsed) for entry in found.entries][2:] == ["2024-01-02", "2023-08-14"]


def test_an_occasion_is_as_new_as_its_newest_review():
    found = of(article(event(), id="a"), article(event(), id="b", review=reviewed("2025-01-01")))
    assert [time.strftime("%F", entry.updated_parsed) for entry in found.entries] == ["2025-01-01"]


def test_a_feed_has_a_hundred_entries_at_most(monkeypatch):
    monkeypatch.setattr(feed, "MOST", 2)
    assert len(of(article(*(event(f"m{n}", title=f"{n}") for n in range(3)))).entries) == 2


def test_an_entry_says_when_and_where_it_was_and_whose_words_its_sentence_is():
    (entry,) = of(article(visit(topic="Grass roots"))).entries
    assert (entry.content[0].type, entry.tags[0].term) == ("text/plain", "visit")
    when, sentence = entry.content[0].value.split("\n")
    assert when == "9–12 August 2023 · Xing'an League → Tongliao → Hongshan District"
    assert sentence == "“They met in Chifeng on 12 August.” (our summary of a report by A paper)"


def test_the_words_of_a_readers_own_copy_are_not_called_ours():
    (entry,) = of(article(event(), text_kind="full")).entries
    assert entry.content[0].value.endswith("(A paper)")


@pytest.mark.parametrize(
    ("site", "url", "expected"),
    [
        (SITE, "https://example.org/1", {"alternate": f"{SITE}/r/a--m1", "via": "https://example.org/1"}),
        ("", "https://example.org/1", {"alternate": "https://example.org/1", "via": "https://example.org/1"}),
        (SITE, None, {"alternate": f"{SITE}/r/a--m1"}),
        ("", None, {}),
    ],
)
def test_an_entry_leads_to_its_page_or_else_to_the_report(site, url, expected):
    (entry,) = of(article(event(), url=url), site=site).entries
    assert links(entry) == expected


def test_a_feed_knows_its_own_address_where_daybook_is_known():
    chosen = Filter(region=("150400",), q="赤峰")
    found = of(article(event()), site=SITE, chosen=chosen).feed
    query = "region=150400&q=%E8%B5%A4%E5%B3%B0"
    assert links(found) == {"self": f"{SITE}/api/v1/events.atom?{query}", "alternate": f"{SITE}/?{query}"}
    assert links(of(article(event()), chosen=chosen).feed) == {}


def test_an_id_is_the_same_wherever_daybook_runs_and_another_view_is_another_feed():
    here, there, other = (
        of(article(event()), site=site, chosen=chosen)
        for site, chosen in ((SITE, Filter()), ("", Filter()), ("", Filter(region=("150400",))))
    )
    assert here.feed.id == there.feed.id != other.feed.id
    assert here.entries[0].id == there.entries[0].id == other.entries[0].id == urn("a--m1")


def test_a_view_without_events_is_still_a_feed():
    found = of(article(event()), chosen=Filter(since=dt.date(2030, 1, 1)))
    assert (found.entries, found.feed.updated) == ([], "2023-08-14T00:00:00Z")


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "a & b &amp; c", "\u202ereversed\u2066", "]]>", "<!--", "&#0;"])
def test_a_title_is_text_whatever_it_holds(title):
    (entry,) = of(article(event(title=title))).entries
    assert (entry.title, entry.title_detail.type) == (title, "text/plain")


@given(title=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(str.strip).filter(bool))
def test_no_sign_breaks_a_feed(title):
    held = library_of(article(event(title=title), url="https://example.org/?a=1&b='2'"))
    (entry,) = read(export_of(held)).entries
    assert entry.id == urn("a--m1")
