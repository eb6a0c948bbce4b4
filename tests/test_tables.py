"""Rules of the tables to read: every row has the sentence that says it, whatever is left of the records."""

import dataclasses

import pytest
from hypothesis import given

from dashboard.data import record_rows, tables
from dashboard.data.filters import Chosen, Filter
from dashboard.data.frames import COLUMNS, Frames, frames
from dashboard.data.store import Person
from tests.factories import (
    AREAS,
    UNDATED,
    article,
    collections,
    event,
    filters,
    frames_of,
    group,
    library_of,
    person,
    seldom,
    stop,
    visit,
)

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


@seldom()
@given(held=collections(), asked=filters())
def test_a_row_says_the_same_in_every_view(held, asked):
    left = Chosen(whole := frames(held), asked)
    for table in READ:
        part = readable(whole, table)[left.rows(table)]
        assert part.reset_index(drop=True).astype("str").equals(readable(left.all(), table).astype("str")), table


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
    assert {*COLUMNS[table], "mark", "quote", "sentence", "article", "publisher", "url"} <= set(made)
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


@pytest.mark.parametrize(
    ("attendee", "called"),
    [
        (person("Li Na", name_zh="李娜"), "Li Na 李娜"),
        (person(None, name_zh="李娜"), "李娜"),
        (person(None, name_zh="李娜", person="li-na"), "Li Na° 李娜"),  # our own Latin letters
        (person("Li Na", name_zh="李娜", person="li-na"), "Li Na 李娜"),  # the article prints them
        (person("Li-na", person="li-na"), "Li-na"),
        (person(None, name_zh="张延昆", person="zhang-yankun"), "Zhang Yankun 张延昆"),  # another article prints them
        (group(), "Officials"),
        (group("委员"), "委员"),
    ],
)
def test_a_name_is_in_latin_letters_with_a_sign_where_they_are_ours_and_in_chinese_where_printed(attendee, called):
    held = library_of(article(event(attendees=[attendee])))
    romanized = Person("li-na", "Li Na", "李娜", "romanized")
    shown = frames(dataclasses.replace(held, people=held.people | {"li-na": romanized}))
    assert tables.called(shown.attendees).tolist() == [called]


def test_rows_stay_in_their_order():
    held = frames_of(article(event("z1"), event("b1", attendees=[group("B"), group("A")])))
    assert readable(held, "attendees")["attending"].tolist() == ["Zhang Yankun", "Officials", "B", "A"]
    assert readable(held, "events")["event"].tolist() == ["a--z1", "a--b1"]


def test_an_article_tells_how_many_of_its_events_are_shown():
    shown = Filter(kind=("visit",)).apply(frames_of(article(event(), visit())))
    assert readable(shown, "articles")["events"].tolist() == [1]


# Occasions, each with its reports


def on(id: str, day: str, **changes) -> dict:
    return event(id, start=f"2023-08-{day}", end=f"2023-08-{day}", **changes)


def ids(found: list[list[dict]]) -> list[list[str]]:
    return [[row["event"] for row in reports] for reports in found]


LATER = article(on("m1", "12"), on("m2", "20"), id="a", published="2023-08-21")
SOONER = article(on("m1", "12"), on("m3", "10"), event("u1", **UNDATED), id="b", published="2023-08-14")


def occasions(shown: Frames, *asked, **keywords) -> list[list[dict]]:
    return tables.occasions(readable(shown, "events"), *asked, **keywords)


def test_occasions_stand_from_the_latest_with_the_undated_last():
    found = occasions(frames_of(SOONER, LATER))
    assert [reports[0]["event"] for reports in found] == ["a--m2", "b--m1", "b--m3", "b--u1"]


def test_the_report_published_first_leads_whichever_was_read_first():
    expected = [["a--m2"], ["b--m1", "a--m1"], ["b--m3"], ["b--u1"]]
    assert ids(occasions(frames_of(LATER, SOONER))) == expected
    assert ids(occasions(frames_of(SOONER, LATER))) == expected


def test_occasions_stand_in_the_order_given_and_each_by_its_best_report():
    order = ["b--u1", "a--m1", "b--m3", "b--m1", "a--m2"]
    assert ids(occasions(frames_of(LATER, SOONER), order)) == [["b--u1"], ["b--m1", "a--m1"], ["b--m3"], ["a--m2"]]


def test_an_order_may_name_more_events_than_are_shown():
    shown = Filter(q="headline", region=("150400",)).apply(frames_of(LATER, article(event(stops=[stop("150500")]), id="c")))
    assert ids(occasions(shown, ["c--m1", "a--m1", "a--m2"])) == [["a--m1"], ["a--m2"]]


@pytest.mark.parametrize("most", [0, 1, 2, 3, 9, None])
def test_the_first_so_many_occasions_are_told_each_with_all_its_reports(most):
    whole = ids(occasions(frames_of(LATER, SOONER)))
    assert ids(occasions(frames_of(LATER, SOONER), most=most)) == whole[:most]


def test_a_report_that_a_filter_leaves_out_is_not_told():
    told = article(event(stops=[stop("150402")]), id="b", published="2023-08-14")
    shown = Filter(region=("150402",)).apply(frames_of(article(event()), told))
    assert ids(occasions(shown)) == [["b--m1"]]


def test_nothing_shown_has_no_occasions():
    assert occasions(frames_of()) == []
    assert occasions(frames_of(), ["a--m1"], 3) == []


@seldom()
@given(held=collections(), asked=filters())
def test_every_event_of_any_view_is_told_once_among_the_reports_of_its_occasion(held, asked):
    shown = asked.apply(frames(held))
    found = occasions(shown)
    assert sorted(row["event"] for reports in found for row in reports) == sorted(shown.events["event"])
    assert [len({row["occasion"] for row in reports}) for reports in found] == [1] * len(found)
    assert len({reports[0]["occasion"] for reports in found}) == len(found)
    assert all(row["sentence"] and row["publisher"] for reports in found for row in reports)
