"""A citation says what it cites and guesses nothing; its BibTeX is read back by a reader that is not ours."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string
from pybtex.richtext import Text

from dashboard.data import citations
from dashboard.data.citations import Edition
from tests.factories import UNDATED, article, event, record, visit

EDITION = Edition("0123456789ab", dt.date(2026, 11, 23), "https://daybook.example.org", dt.date(2026, 11, 24))
UNREAD = {  # what pybtex's LaTeX does not know
    r"{\textasciicircum}": "^",
    r"{\textbraceleft}": "{",
    r"{\textbraceright}": "}",
    r"\$": "$",
}
words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1).filter(citations.one_line)
specials = st.text(r"\{}#$%&~_^ ab“é赤", min_size=1).filter(citations.one_line)


def read(bibtex: str) -> Entry:
    """The one entry of a BibTeX file."""
    ((_key, entry),) = parse_string(bibtex, "bibtex").entries.items()
    return entry


def as_printed(value: str) -> str:
    """A field as LaTeX prints it."""
    for n, written in enumerate(UNREAD):
        value = value.replace(written, chr(n))
    printed = str(Text.from_latex(value))
    for n, sign in enumerate(UNREAD.values()):
        printed = printed.replace(chr(n), sign)
    return printed


def cited(**changes) -> tuple[citations.Citation, Entry]:
    made = citations.of_article(record(article(event(), **changes)), EDITION)
    return made, read(made.bibtex)


def test_an_article_is_cited_by_who_published_it_when_and_where_it_stands_here():
    made, entry = cited()
    assert made.text == (
        "A paper. “A headline [summary in our words]”. 13 August 2023. https://example.org/1. In Daybook, data version "
        "0123456789ab, https://daybook.example.org/r/a. Accessed 24 November 2026."
    )
    assert (entry.fields["year"], entry.fields["day"], entry.fields["urldate"]) == ("2023", "13", "2026-11-24")
    assert entry.fields["howpublished"] == r"\url{https://example.org/1}"
    assert entry.fields["version"] == "0123456789ab"
    assert str(entry.persons["author"][0]) == "{A paper}"


def test_an_article_without_a_date_has_no_year_and_says_so():
    made, entry = cited(published=None)
    assert {"year", "month", "day"}.isdisjoint(entry.fields)
    assert "No date printed" in made.text
    assert entry.fields["note"].startswith("No date printed.")


def test_an_article_without_an_address_is_cited_without_one():
    made, entry = cited(url=None)
    assert "howpublished" not in entry.fields
    assert "None" not in made.text + made.bibtex


def test_only_a_brief_is_said_to_be_in_our_words():
    assert "in our words" not in cited(text_kind="full")[0].text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Meeting, 12 August 2023."),
        (UNDATED, "Meeting, no date given."),
        (UNDATED | {"date_text": "last May"}, "Meeting, “last May”, no year given."),
    ],
)
def test_an_event_is_cited_with_its_date_in_words_and_the_article_that_tells_of_it(changes, said):
    held = record(article(event(**changes)))
    made = citations.of_event(held.events[0], held, EDITION)
    assert said in made.text
    assert "Told in: A paper. “A headline [summary in our words]”" in made.text
    assert "https://daybook.example.org/r/a--m1" in made.text
    assert as_printed(read(made.bibtex).fields["note"]).startswith(said)


def test_a_view_is_cited_by_its_whole_address():
    made = citations.of_view("Meetings in Chifeng", "https://daybook.example.org/?region=150400&q=50%25", EDITION)
    assert "“Meetings in Chifeng”. Data version 0123456789ab (reviewed 23 November 2026)." in made.text
    assert read(made.bibtex).fields["howpublished"] == r"\url{https://daybook.example.org/?region=150400&q=50%25}"


def test_two_views_and_two_events_have_different_keys():
    held = record(article(event(), visit()))
    made = [citations.of_event(e, held, EDITION) for e in held.events]
    made += [citations.of_view("x", f"https://daybook.example.org/?q={q}", EDITION) for q in "ab"]
    keys = [re.match(r"@misc\{([^,]+),", one.bibtex)[1] for one in made]
    assert len(set(keys)) == 4
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in keys)


@given(headline=words | specials, publisher=words | specials)
def test_whatever_a_record_holds_bibtex_prints_it_and_nothing_else(headline, publisher):
    made, entry = cited(headline=headline, publisher=publisher, text_kind="full")
    assert set(entry.fields) == {"title", "year", "month", "day", "howpublished", "version", "note", "urldate"}
    assert as_printed(entry.fields["title"]) == citations.one_line(headline)
    assert len(entry.persons["author"]) == 1
    assert made.text.isprintable()
    assert made.bibtex.count("\n") == len(entry.fields) + 2


@given(address=st.text(r"\{}#$%&~_^ab/?=", max_size=30))
def test_an_address_does_not_end_its_braces(address):
    entry = cited(url=f"https://example.org/{address}")[1]
    inner = re.fullmatch(r"\\url\{(.*)\}", entry.fields["howpublished"])[1]
    assert not set(inner) & set("{}\\")
