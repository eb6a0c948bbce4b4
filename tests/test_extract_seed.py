"""The first real report gives exactly its facts. Its text is not ours to ship: it is read where it lies beside the project."""

import datetime as dt
from pathlib import Path

import pytest

from dashboard.data import areas
from dashboard.data.store import Person
from dashboard.extract import text
from dashboard.extract.draft import draft

SEED = Path(__file__).parents[1] / ".." / "shared" / "seed-article.txt"
PEOPLE = {"zhang-yankun": Person("zhang-yankun", "Zhang Yankun", "张延昆")}
GROUPS = [
    "Chairman and secretary-general of the CPPCC from all leagues in the region",
    "Representatives from selected banner counties and districts",
    "Relevant officials from the CPPCC organs of the autonomous region",
]


@pytest.fixture(scope="module")
def made():
    if not SEED.is_file():
        pytest.skip("the seed article is not ours to ship")
    day = dt.date(2023, 8, 13)
    return draft(text.decode(SEED.read_bytes()), published=day, areas=areas.shipped(), people=PEOPLE, today=dt.date(2026, 11, 23))


@pytest.fixture(scope="module")
def events(made):
    return made.article.events


def test_it_tells_of_one_meeting_and_one_visit(events):
    assert [event.kind for event in events] == ["meeting", "visit"]


def test_the_meeting_was_on_12_august_in_chifeng_and_its_organizer_stands_as_printed(events):
    meeting = events[0]
    assert (meeting.start, meeting.end) == (dt.date(2023, 8, 12),) * 2
    assert [stop.adcode for stop in meeting.stops] == ["150400"]
    assert meeting.organizer == "CPPCC Party Committee of the Inner Mongolia Autonomous Region"


def test_the_visit_has_its_three_stops_in_order_and_one_range(events):
    visit = events[1]
    assert (visit.start, visit.end, visit.date_precision) == (dt.date(2023, 8, 9), dt.date(2023, 8, 12), "range")
    assert [stop.adcode for stop in visit.stops] == ["152200", "150500", "150400"]
    assert {stop.date for stop in visit.stops} == {None}


def test_one_person_is_named_with_two_posts(events):
    named = [who for event in events for who in event.attendees if who.name]
    assert [(who.name, who.person, who.role) for who in named] == [("Zhang Yankun", "zhang-yankun", "secretary and chairman")]
    assert named[0] in events[0].attendees


def test_three_groups_came_and_no_number_is_stated(events):
    groups = [who for who in events[0].attendees if who.label]
    assert [who.label for who in groups] == GROUPS
    assert {who.headcount.basis for who in groups} == {"not_stated"}


def test_all_leagues_is_no_number_and_both_readings_stand_in_the_note(events):
    note = next(who.note for who in events[0].attendees if who.label == GROUPS[0])
    assert "3 leagues" in note
    assert "12 leagues and cities" in note


def test_the_groups_are_at_the_visit_by_inference_only(events):
    assert [(who.label, who.linked_by) for who in events[1].attendees] == [(label, "inferred") for label in GROUPS]
    assert all(who.note for who in events[1].attendees)


def test_every_quote_is_its_span(made):
    for saying in made.article.sayings():
        at = saying.evidence.find(made.article.full_text)
        assert made.article.full_text[at:].startswith(saying.evidence.quote)


def test_the_date_of_the_header_is_proposed_and_not_taken():
    if not SEED.is_file():
        pytest.skip("the seed article is not ours to ship")
    made = draft(text.decode(SEED.read_bytes()), areas=areas.shipped(), people=PEOPLE, today=dt.date(2026, 11, 23))
    assert made.article.published is None
    assert [p.alternatives for p in made.proposals if p.mark == "published"] == [(dt.date(2023, 8, 13),)]
