"""What a reader can take from a view: its citation, its files, its feeds, and the lines that show it on another site."""

import re

import pytest
from starlette.testclient import TestClient

from dashboard.api import TABLES, api
from dashboard.data.exports.formats import FORMATS
from dashboard.views.share import FORMAT_WORDS
from tests.pages import SEED, run, said

CLIENT = TestClient(api)


def opened(page: str = "map", **address):
    """A page with the dialog open."""
    return run(page, **address).button("share").click().run()


def codes(tester) -> list[str]:
    return [code.value for code in tester.code]


def data_links(text: str) -> list[str]:
    return re.findall(r"\]\(api/v1(/[^)]+)\)", text)


def test_a_page_has_none_of_it_until_it_is_asked_for():
    assert not run().code


def test_a_view_is_cited_by_the_address_and_the_version_that_restore_it(monkeypatch):
    monkeypatch.setenv("DAYBOOK_PUBLIC_URL", "https://daybook.example.org")
    text, bibtex, *_rest = codes(opened("attendees", region="150400"))
    assert re.search(r"https://daybook\.example\.org/\?region=150400&v=[0-9a-f]{12}", text)
    assert bibtex.startswith("@misc{daybook-")


def test_an_article_and_an_event_are_cited_by_their_own_page():
    assert f"/r/{SEED}. " in codes(opened("articles", article=SEED))[0]
    assert f"/r/{SEED}--v1. " in codes(opened("records", event=f"{SEED}--v1"))[0]


def test_every_format_is_offered_and_its_link_answers():
    tester = opened(region="150400")
    links = [link for link in data_links(said(tester)) if link.startswith("/events.")]
    assert {link.split("?")[0] for link in links} == {
        f"/events.{FORMATS[form].suffix}" for form in FORMATS if form not in ("ics", "atom")
    }
    assert all(CLIENT.get(link).status_code == 200 for link in links)
    assert {*FORMATS} == {*FORMAT_WORDS}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_records_is_offered_with_what_narrows_it(table):
    narrow = {"event": f"{SEED}--v1"} if table != "articles" else {"missing": "published"}
    tester = run("records", table=table, **narrow)
    links = [link for link in data_links(said(tester)) if link.startswith(f"/{table}.") and "=" in link]
    assert len(links) == len(TABLES[table])
    counts = {CLIENT.get(link).headers["x-total-count"] for link in links}
    assert counts == {str(len(CLIENT.get(f"/{table}.json", params=narrow).json()["records"]))}


def test_the_lines_for_another_site_hold_this_view_and_run_nothing():
    snippet = next(code for code in codes(opened(q='"><script>')) if code.startswith("<iframe"))
    assert snippet.count("<") == 2
    assert "embed=true" in snippet


def test_it_says_when_other_sites_may_not_show_it(monkeypatch):
    assert "--embed-on" in said(opened())
    monkeypatch.setenv("DAYBOOK_EMBED_ON", "https://news.example.org")
    assert "--embed-on" not in said(opened())


def test_the_page_of_a_person_or_a_body_gives_its_own_events_and_its_own_address():
    tester = opened("attendees", person="zhang-yankun")
    assert "person=zhang-yankun&v=" in codes(tester)[0]
    assert all("person=zhang-yankun" in link for link in data_links(said(tester)) if link.startswith("/events."))
    assert any("person=zhang-yankun&amp;embed=true" in code for code in codes(tester))


def test_what_narrows_the_records_stays_in_what_is_cited():
    assert "table=attendees&basis=not_stated&v=" in codes(opened("records", table="attendees", basis="not_stated"))[0]
