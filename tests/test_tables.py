"""Rules of the tables to read: every row has the sentence that says it, whatever is left of the records."""

import pytest
from hypothesis import given

from dashboard.data import record_rows, tables
from dashboard.data.filters import Filter
from dashboard.data.frames import COLUMNS, frames
from tests.factories import AREAS, article, collections, event, filters, frames_of, group, person, seldom, stop, visit

READ = [t for t in record_rows.TABLES_SHOWN if t != "articles"]


def readable(shown, table: str):
    return tables.readable(shown, table, getattr(shown, table), AREAS)


def test_every_table_that_a_number_opens_can_be_read():
    assert set(tables.TABLES) == set(record_rows.TABLES_SHOWN)


@pytest.mark.parametrize("table", READ)
def test_every_row_of_the_shipped_record_has_its_sentence(shipped, table):
    made = readable(frames(shipped), table)
    assert len(made) == len(getattr(frames(shipped), table))
    assert made["sentence"].str.len().gt(0).all()


@seldom()
@given(held=collections(), asked=filters())
def test_every_row_of_any_view_has_its_sentence_and_no_row_is_lost(held, asked):
    shown = asked.apply(frames(held))
    for table in READ:
        made = readable(shown, table)
        assert len(made) == len(getattr(shown, table)), table
        assert made["sentence"].str.len().gt(0).all(), table
        assert made["publisher"].notna().all(), table


@pytest.mark.parametrize("table", record_rows.TABLES_SHOWN)
@pytest.mark.parametrize(
    "shown",
    [
        frames_of(),
        frames_of(article()),
        frames_of(article(event(stops=[], attendees=[]))),
        Filter(region=("152900",)).apply(frames_of(article(event()))),
    ],
    ids=["no article", "no event", "no stop", "nothing chosen"],
)
def test_a_table_without_rows_has_its_columns(shown, table):
    made = readable(shown, table)
    assert {*COLUMNS[table], "mark", "quote", "sentence", "article", "publisher", "url"} - {"words"} <= set(made)
    assert len(made) == len(getattr(shown, table))


def test_an_event_names_its_places_in_order():
    made = readable(frames_of(article(visit())), "events")
    assert made["places"].tolist() == ["Xing'an League → Tongliao → Hongshan District"]


def test_a_place_abroad_is_named_as_printed():
    made = readable(frames_of(article(event(stops=[stop(None, place="Ulaanbaatar")]))), "stops")
    assert made["area"].tolist() == ["Ulaanbaatar"]


def test_an_area_is_said_by_the_first_stop_in_it():
    first, second = (stop(code, evidence={"quote": q}) for code, q in (("150403", "It rained."), ("150402", "Tongliao!")))
    made = readable(frames_of(article(event(stops=[first, second]))), "event_areas").set_index("area")["quote"]
    assert made["Chifeng"] == made["Yuanbaoshan District"] == "It rained."
    assert made["Hongshan District"] == "Tongliao!"


def test_an_attendee_is_called_by_name_or_by_label():
    made = readable(frames_of(article(event(attendees=[person(), person(None, name_zh="王芳"), group()]))), "attendees")
    assert made["attending"].tolist() == ["Zhang Yankun", "王芳", "Officials"]


def test_rows_stay_in_their_order():
    held = frames_of(article(event("z1"), event("b1", attendees=[group("B"), group("A")])))
    assert readable(held, "attendees")["attending"].tolist() == ["Zhang Yankun", "Officials", "B", "A"]
    assert readable(held, "events")["event"].tolist() == ["a--z1", "a--b1"]


def test_an_article_tells_how_many_of_its_events_are_shown():
    shown = Filter(kind=("visit",)).apply(frames_of(article(event(), visit())))
    assert readable(shown, "articles")["events"].tolist() == [1]
