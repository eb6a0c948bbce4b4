"""The shipped data/: it loads clean, says what the report says, and says it in words of our own."""

import datetime as dt
import re
from pathlib import Path

import pytest

from dashboard.data.frames import SENTENCE_END
from dashboard.data.records import Article, Event
from dashboard.data.store import SHIPPED

ORIGINAL = Path(__file__).parents[1] / ".." / "shared" / "seed-article.txt"
LONGEST_RUN = 7  # words in a row that may be the report's too, beyond the name of the organizer, which stands as printed


@pytest.fixture
def seed(shipped) -> Article:
    return next(a for a in shipped.articles if a.id == "2023-08-13-chifeng-cppcc-exchange")


@pytest.fixture
def meeting(seed) -> Event:
    return next(e for e in seed.events if e.kind == "meeting")


@pytest.fixture
def visit(seed) -> Event:
    return next(e for e in seed.events if e.kind == "visit")


def test_every_file_loads(shipped):
    assert shipped.left_out == ()
    assert len(shipped.articles) == len(list((SHIPPED / "articles").glob("*.json"))) > 0


def test_every_person_is_at_an_event_and_in_the_table(shipped):
    assert {w.person for a in shipped.articles for e in a.events for w in e.attendees if w.person} == set(shipped.people)


def test_every_event_has_a_place(shipped):
    assert [e.id for a in shipped.approved for e in a.events if not e.stops] == []


def test_a_report_that_names_nobody_has_nobody_in_its_record(shipped):
    nobody = {e.id for a in shipped.approved for e in a.events if not e.attendees}
    assert nobody == {
        "2022-06-17-hohhot-cppcc-exchange--m1",
        "2023-02-07-arxan-tourism-conference--m1",
        "2023-07-11-beijing-cppcc-tour--m1",
    }


def test_what_is_inferred_says_why(shipped):
    inferred = [w for a in shipped.approved for e in a.events for w in e.attendees if w.linked_by == "inferred"]
    assert [w.who for w in inferred if not w.note] == []


def test_a_brief_has_its_source_and_a_note_on_it(shipped):
    assert [a.id for a in shipped.approved if a.text_kind == "brief" and not (a.url and a.note)] == []


# The seed


def test_the_meeting_was_in_chifeng_on_12_august(meeting):
    assert (meeting.start, meeting.end, meeting.date_precision) == (dt.date(2023, 8, 12), dt.date(2023, 8, 12), "day")
    assert [s.adcode for s in meeting.stops] == ["150400"]


def test_the_visit_was_to_three_regions_from_9_to_12_august(visit):
    assert (visit.start, visit.end, visit.date_precision) == (dt.date(2023, 8, 9), dt.date(2023, 8, 12), "range")
    assert [s.adcode for s in visit.stops] == ["152200", "150500", "150400"]
    assert [s.date for s in visit.stops] == [None, None, None]


def test_the_year_comes_from_the_day_of_publication(meeting, visit):
    assert (meeting.date_basis, visit.date_basis) == ("published", "published")


def test_the_organizer_stands_as_printed(meeting):
    assert meeting.organizer == "CPPCC Party Committee of the Inner Mongolia Autonomous Region"


def test_the_meeting_has_one_person_named_and_three_groups_without_a_number(meeting):
    named, *groups = meeting.attendees
    assert (named.name, named.headcount.value, named.linked_by) == ("Zhang Yankun", 1, "stated")
    assert [(g.headcount.value, g.headcount.basis, g.linked_by) for g in groups] == [(None, "not_stated", "stated")] * 3


def test_the_groups_at_the_visit_are_inferred_and_zhang_is_not_among_them(visit):
    assert {a.linked_by for a in visit.attendees} == {"inferred"}
    assert [a.headcount.value for a in visit.attendees] == [None, None, None]
    assert not any("Zhang" in a.who for a in visit.attendees)


# Our own words


@pytest.fixture
def original(seed) -> str:
    if not ORIGINAL.is_file():
        pytest.skip("the report itself is not ours to ship")
    return ORIGINAL.read_text("utf-8")


def sentences(text: str) -> set[str]:
    return {" ".join(words(s)) for s in SENTENCE_END.split(text) if len(words(s)) > 3}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("’", "").replace("'", ""))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def test_no_sentence_is_the_reports(seed, original):
    assert sentences(seed.full_text) & sentences(original) == set()


def test_no_long_run_of_words_is_the_reports(seed, meeting, original):
    ours, theirs = (text.replace(meeting.organizer, "X") for text in (seed.full_text, original))
    assert runs(ours, LONGEST_RUN + 1) & runs(theirs, LONGEST_RUN + 1) == set()
