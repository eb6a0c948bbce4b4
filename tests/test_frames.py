"""Rules of the frames: one row each, the documented columns always, and a quote is where its positions say."""

import pytest
from hypothesis import given

from dashboard.data.frames import COLUMNS, TABLES, frames, sentence_around
from tests.factories import (
    DAY,
    UNDATED,
    article,
    collections,
    column,
    event,
    frames_of,
    group,
    library_of,
    person,
    rows,
    seldom,
    stop,
    visit,
)


def test_no_records_still_give_every_column():
    none, some = frames_of(), frames_of(article(event(), visit()))
    for table in TABLES:
        assert list(getattr(none, table)) == list(COLUMNS[table])
        assert [d.kind for d in getattr(none, table).dtypes] == [d.kind for d in getattr(some, table).dtypes]


def test_every_column_is_documented_and_has_the_dtype_it_says(shipped):
    made = frames(shipped)
    for table in TABLES:
        for name, (dtype, meaning) in COLUMNS[table].items():
            assert str(getattr(made, table)[name].dtype) == dtype, (table, name)
            assert meaning


def test_a_visit_of_three_stops_is_one_event_and_three_stops():
    made = frames_of(article(visit()))
    assert [len(getattr(made, t)) for t in ("events", "stops")] == [1, 3]


def test_stops_and_attendees_keep_their_order():
    made = frames_of(article(visit(attendees=[group("B"), group("A")])))
    assert made.stops["stop"].tolist() == [1, 2, 3]
    assert made.attendees["label"].tolist() == ["B", "A"]


def test_an_event_is_once_in_each_area_that_holds_a_stop():
    made = frames_of(article(event(stops=[stop("150402"), stop("150403"), stop(None)])))
    assert column(made.event_areas, "adcode") == ["150000", "150400", "150402", "150403"]


def test_adcodes_are_text():
    assert set(map(type, frames_of(article(event())).stops["adcode"])) == {str}


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_only_approved_articles_give_rows(status):
    made = frames_of(article(visit(), status=status))
    assert [len(getattr(made, t)) for t in TABLES] == [0] * 6


@pytest.mark.parametrize(
    ("dates", "first", "last"),
    [(DAY, 12, 12), (DAY | {"end": None}, 12, 12), ({"start": "2023-08-09", "date_precision": "range"}, 9, 12)],
)
def test_an_event_ends_on_its_last_day_or_its_first(dates, first, last):
    (row,) = rows(frames_of(article(event(**dates))).events)
    assert (row["start"].day, row["end"].day) == (first, last)


def test_what_is_not_known_is_missing():
    (row,) = rows(frames_of(article(event(**UNDATED, stops=[stop(None)], attendees=[group()]), published=None, url=None)).events)
    assert {k for k, v in row.items() if v is None} == {"topic", "start", "end", "date_basis", "date_text", "organizer", "note"}


def test_a_number_not_stated_is_missing_and_one_stated_is_kept():
    stated = group("Guests", headcount={"basis": "stated", "value": 351, "out_of": 385})
    made = frames_of(article(event(attendees=[person(), group(), stated]))).attendees
    assert [(r["headcount"], r["out_of"]) for r in rows(made)] == [(1, None), (None, None), (351, 385)]


def test_who_is_the_person_wherever_and_the_group_in_its_article():
    attendees = [person(person="zhang-yankun"), person("Li Na"), person(None, name_zh="王芳"), group()]
    made = frames_of(article(event(attendees=attendees)))
    assert made.attendees["who"].tolist() == ["zhang-yankun", "Li Na", "王芳", "a/Officials"]


def test_a_fact_has_one_row_of_evidence_and_a_mark_as_in_the_address():
    made = frames_of(article(event(topic="Water", stops=[stop()], attendees=[person()])))
    assert made.evidence["mark"].tolist() == ["m1.kind", "m1.dates", "m1.topic", "m1.stops.1", "m1.attendees.1"]
    assert made.evidence["kind"].tolist() == ["event", "date", "event", "place", "person"]


@given(held=collections())
def test_a_quote_stands_where_its_positions_say_and_inside_its_sentence(held):
    texts = {a.id: a.full_text for a in held.articles}
    for row in rows(frames(held).evidence):
        assert texts[row["article"]][row["begin"] : row["end"]] == row["quote"]
        assert row["quote"] in row["sentence"]


def test_every_quote_of_the_shipped_record_stands_where_its_positions_say(shipped):
    texts = {a.id: a.full_text for a in shipped.articles}
    for row in rows(frames(shipped).evidence):
        assert texts[row["article"]][row["begin"] : row["end"]] == row["quote"]
        assert row["quote"] in row["sentence"]


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("came", "Officials came."),
        ("It rained.", "It rained."),
        ("came. It", "Officials came. It rained."),
        ("赤峰", "会议在赤峰召开。"),
        ("held", "“They held it!”"),
        ("End", "End"),
    ],
)
def test_the_sentence_is_the_whole_one_that_the_quote_stands_in(quote, sentence):
    text = "Officials came. It rained.\n\n会议在赤峰召开。随后参观。 “They held it!” At 3.5 km\n\nEnd"
    begin = text.index(quote)
    assert sentence_around(text, begin, begin + len(quote)) == sentence


@seldom()
@given(held=collections())
def test_each_table_has_a_row_for_each_of_its_things(held):
    events = [e for a in held.approved for e in a.events]
    made = frames(held)
    sizes = {t: len(getattr(made, t)) for t in TABLES}
    assert sizes["articles"] == len(held.approved)
    assert sizes["events"] == len(events)
    assert sizes["stops"] == sum(len(e.stops) for e in events)
    assert sizes["attendees"] == sum(len(e.attendees) for e in events)
    assert sizes["evidence"] == sum(1 for a in held.approved for _ in a.sayings())


def test_an_event_is_found_by_every_spelling_of_its_places_and_people():
    held = library_of(article(event(stops=[stop("150402")], attendees=[person(person="zhang-yankun")])))
    index = frames(held).index
    spellings = ("hongshan district", "红山区", "zhang yankun", "张延昆", "a headline", "they met", "nowhere")
    assert [index.find(q) for q in spellings] == [("a--m1",)] * 6 + [()]
