"""Rules of the records: one cannot exist in a wrong state, and the message names it, the value and the way out."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from dashboard.data.errors import BadRecord
from dashboard.data.evidence import Evidence
from tests.factories import QUOTE, TEXT, UNDATED, article, event, group, person, record, stop


def wrong(made: dict) -> str:
    with pytest.raises(ValidationError) as caught:
        record(made)
    return "; ".join(e["msg"] for e in caught.value.errors())


def test_the_default_record_is_right():
    assert record(article(event())).events[0].id == "a--m1"


def test_a_record_cannot_be_changed():
    with pytest.raises(ValidationError, match="frozen"):
        record(article(event())).headline = "Another"


@pytest.mark.parametrize("part", [article(event(), extra=1), article(event(extra=1)), article(event(stops=[stop(extra=1)]))])
def test_a_field_we_do_not_know_is_refused(part):
    assert "Extra inputs" in wrong(part)


# Events


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"start": "2023-08-13"}, "event 'a--m1' starts on 2023-08-13, after its end on 2023-08-12"),
        ({"start": None, "date_precision": "unknown", "date_basis": None}, "has an end but no start"),
        ({"date_precision": "unknown"}, "date_precision is 'unknown' exactly when there is no start"),
        ({"date_precision": "month", "end": "2023-08-31"}, "has a month: it starts on the first, and ends on the last day"),
        ({"date_precision": "month", "start": "2023-08-01", "end": "2023-09-01"}, "has a month: it starts on the first"),
        ({"date_precision": "month", "start": "2023-08-01", "end": None}, "has a month: it starts on the first"),
        (UNDATED | {"date_precision": "month"}, "date_precision is 'unknown' exactly when there is no start"),
        ({"date_basis": None}, "date_basis says where the year comes from"),
        (UNDATED | {"date_basis": "stated"}, "date_basis says where the year comes from"),
        ({"end": "2023-08-14"}, "is dated to the day but ends on another"),
        ({"evidence": {"kind": QUOTE}}, "dates has a value and a quote that says it, or neither"),
        (UNDATED | {"evidence": {"kind": QUOTE, "dates": QUOTE}}, "dates has a value and a quote"),
        ({"topic": "Water", "evidence": {"kind": QUOTE, "dates": QUOTE}}, "topic has a value and a quote"),
        ({"evidence": {"kind": QUOTE, "dates": QUOTE, "organizer": QUOTE}}, "organizer has a value and a quote"),
        ({"id": "M 1"}, "String should match pattern"),
        ({"kind": "party"}, "'meeting' or 'visit'"),
        ({"start": "2023-02-30"}, "valid date"),
        ({"title": "  "}, "at least 1 character"),
    ],
)
def test_an_event_cannot_be_wrong(changes, said):
    assert said in wrong(article(event(**changes)))


@pytest.mark.parametrize(
    "changes",
    [
        UNDATED,
        UNDATED | {"date_text": "last week"},
        {"end": None},
        {"date_precision": "month", "start": "2023-08-01", "end": "2023-08-31"},
        {"date_precision": "month", "start": "2023-08-01", "end": "2023-08-13"},  # to the day of publication
    ],
)
def test_dates_may_be_less_than_a_day(changes):
    assert record(article(event(**changes))).events


def test_the_id_of_an_event_begins_with_its_articles():
    assert "event id 'b--m1' must begin with the article's id" in wrong(article() | {"events": [event("b--m1")]})


def test_two_events_of_one_id_are_refused():
    assert "event id 'a--m1' stands there twice" in wrong(article(event(), event()))


# Stops


def test_a_stop_in_an_unknown_area_names_the_nearest():
    assert "Adcode '150499' is no known area. Nearest: 15" in wrong(article(event(stops=[stop("150499")])))


def test_a_stop_abroad_has_no_adcode():
    assert record(article(event(stops=[stop(None, place="Ulaanbaatar")]))).events[0].stops[0].adcode is None


@pytest.mark.parametrize("adcode", [150400, "15040", "١٥٠٤٠٠"])
def test_an_adcode_is_six_digits_as_text(adcode):
    assert wrong(article(event(stops=[stop(adcode)])))


# Attendees and headcounts


@pytest.mark.parametrize(
    ("attendee", "said"),
    [
        (person(None), "an attendee is a person with a name or a group with a label"),
        (person(label="Officials"), "an attendee is a person with a name or a group with a label"),
        (person(headcount={"basis": "not_stated"}), "attendee 'Zhang Yankun': a named person counts 1"),
        (person(headcount={"basis": "named", "value": 2}), "attendee 'Zhang Yankun': a named person counts 1"),
        (group(headcount={"basis": "named", "value": 1}), "attendee 'Officials': a named person counts 1"),
        (group(person="zhang-yankun"), "attendee 'Officials' has a person id but no name"),
        (group(headcount={"basis": "not_stated", "value": 3}), "a headcount is a number, or its basis is 'not_stated'"),
        (group(headcount={"basis": "stated"}), "a headcount is a number, or its basis is 'not_stated'"),
        (group(headcount={"basis": "stated", "value": 9, "out_of": 8}), "headcount 9 of 8: the part is larger than the whole"),
        (group(headcount={"basis": "stated", "value": 0}), "greater than or equal to 1"),
        (group(headcount={"basis": "stated", "value": 30, "part_of": 1}), "attendee 1: part_of names no other attendee row"),
        (group(headcount={"basis": "stated", "value": 30, "part_of": 9}), "attendee 1: part_of names no other attendee row"),
        (group(level="galactic"), "'national'"),
        (group(evidence=None), "Input should be an object"),
    ],
)
def test_an_attendee_cannot_be_wrong(attendee, said):
    assert said in wrong(article(event(attendees=[attendee])))


def test_a_person_named_only_in_chinese_is_a_person():
    assert record(article(event(attendees=[person(None, name_zh="王芳")]))).events[0].attendees[0].who == "王芳"


# Articles


@pytest.mark.parametrize(
    "changes",
    [
        {"url": "javascript:alert(1)"},
        {"url": "ftp://example.org"},
        {"url": "https://example.org/<x>"},
        {"text": []},
        {"text": [" "]},
        {"language": "fr"},
        {"published": "13/08/2023"},
        {"review": {"status": "approved"}},
        {"revision": 0},
        {"id": "../up"},
    ],
    ids=str,
)
def test_an_article_cannot_be_wrong(changes):
    assert wrong(article(**changes))


def test_an_article_may_print_no_date_and_have_no_address():
    assert record(article(published=None, url=None)).published is None


# Evidence


@pytest.mark.parametrize(
    ("evidence", "said"),
    [
        ({"quote": "They met in Tongliao"}, "m1.stops.1: quote 'They met in Tongliao' is not in the text: copy the words"),
        ({"quote": "hey"}, "quote 'hey' is in the text 2 times: quote more words, or say which with 'occurrence'"),
        ({"quote": "hey", "occurrence": 3}, "'occurrence' is 3, but the text has the quote 'hey' only 2×."),
        ({"quote": "they met in Chifeng"}, "is not in the text"),
        ({"quote": ""}, "at least 1 character"),
    ],
)
def test_a_quote_must_stand_in_the_text_and_in_one_place(evidence, said):
    assert said in wrong(article(event(stops=[stop(evidence=evidence)])))


def test_occurrence_says_which():
    text = "\n\n".join(TEXT)
    first, second = (Evidence(quote="They", occurrence=1), Evidence(quote="the", occurrence=1))
    assert text[first.find(text) :].startswith("They met")
    assert text[second.find(text) :].startswith("they went")


def test_occurrences_may_overlap():
    assert [Evidence(quote="aa", occurrence=n).find("aaa") for n in (1, 2)] == [0, 1]


@given(text=st.text(alphabet="ab.* 会\n", min_size=1, max_size=40), data=st.data())
def test_a_quote_from_the_text_is_found_where_it_stands(text, data):
    begin = data.draw(st.integers(0, len(text) - 1))
    quote = text[begin : data.draw(st.integers(begin + 1, len(text)))]
    assume(quote == quote.strip() and quote)
    nth = sum(text.startswith(quote, i) for i in range(begin + 1))
    assert Evidence(quote=quote, occurrence=nth).find(text) == begin
    if sum(text.startswith(quote, i) for i in range(len(text))) > 1:
        with pytest.raises(BadRecord, match="times: quote more words"):
            Evidence(quote=quote).find(text)
