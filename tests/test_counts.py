"""Rules of counting, on both engines, and the one that binds them: every number opens exactly its records."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given

from dashboard.data import counts, record_rows
from dashboard.data.areas import lineage
from dashboard.data.counts import Number, Summary
from dashboard.data.filters import Chosen, Filter, Known
from dashboard.data.frames import Frames, frames
from dashboard.data.occasions import occasions
from tests.factories import (
    UNDATED,
    article,
    as_duckdb,
    collections,
    column,
    event,
    filters,
    frames_of,
    group,
    known_of,
    person,
    rows,
    seldom,
    stop,
    visit,
)
from tests.test_filters import seed

VISIT = visit()
AUGUST_12 = Filter(since=dt.date(2023, 8, 12), until=dt.date(2023, 8, 12))


def summary(engine, *articles: dict, chosen: Filter = Filter()) -> Summary:  # noqa: B008 (frozen)
    return counts.summary(Chosen(engine(frames_of(*articles)), chosen))


def values(numbers: dict[str, Number]) -> dict[str, int]:
    return {key: number.value for key, number in numbers.items()}


# Events and areas


def test_an_event_with_three_stops_counts_once(engine):
    assert summary(engine, article(VISIT)).events.value == 1


def test_meetings_and_visits_are_counted_apart_and_make_the_events(engine):
    n = summary(engine, article(event(), event("m2"), VISIT))
    assert (n.meetings.value, n.visits.value, n.events.value) == (2, 1, 3)


def test_an_area_counts_the_events_with_a_stop_in_it_or_below(engine):
    found = summary(engine, article(VISIT, event())).by_region
    counted = {code: n["all"].value for code, n in found.items()}
    assert counted == {"150000": 2, "150400": 2, "150402": 1, "150500": 1, "152200": 1}


def test_an_event_with_two_stops_in_one_area_counts_once_there(engine):
    found = summary(engine, article(event(stops=[stop("150402"), stop("150403"), stop("150400")]))).by_region
    assert found["150400"]["all"].value == 1


def test_an_area_tells_its_meetings_from_its_visits(engine):
    assert values(summary(engine, article(VISIT, event())).by_region["150400"]) == {"all": 2, "meeting": 1, "visit": 1}


def test_regions_are_leagues_and_cities_with_a_stop(engine):
    assert summary(engine, article(VISIT, event(stops=[stop("150000"), stop(None)]))).areas.value == 3


def test_an_event_without_a_stop_counts_and_is_in_no_area(engine):
    n = summary(engine, article(event(stops=[])))
    assert (n.events.value, n.by_region, n.areas.value) == (1, {}, 0)


def test_the_span_is_from_the_first_day_to_the_last(engine):
    assert summary(engine, article(VISIT, event(), event("u1", **UNDATED))).span == (dt.date(2023, 8, 9), dt.date(2023, 8, 12))


def test_undated_events_have_no_span_and_are_counted(engine):
    n = summary(engine, article(event(**UNDATED), event("m2")))
    assert (n.events.value, n.undated.value, n.undated_left_out) == (2, 1, 0)
    assert summary(engine, article(event(**UNDATED))).span is None


def test_undated_events_left_out_by_dates_are_told(engine):
    n = summary(engine, article(event(**UNDATED), event("m2"), event("m3", **UNDATED)), chosen=AUGUST_12)
    assert (n.events.value, n.undated.value, n.undated_left_out) == (1, 0, 2)


def test_undated_events_that_another_filter_leaves_out_are_not_told(engine):
    asked = dataclasses.replace(AUGUST_12, kind=("visit",))
    assert summary(engine, article(event(**UNDATED), event("m2")), chosen=asked).undated_left_out == 0


# People and groups


def test_a_person_at_two_events_counts_once(engine):
    assert summary(engine, article(event(), event("m2"))).people.value == 1


def test_a_person_in_two_articles_counts_once(engine):
    assert summary(engine, article(event()), article(event(), id="b")).people.value == 1


def test_two_people_are_two(engine):
    assert summary(engine, article(event(attendees=[person(), person("Li Na")]))).people.value == 2


def test_one_person_in_two_roles_counts_once(engine):
    assert summary(engine, article(event(attendees=[person(role="Chairman"), person(role="Secretary")]))).people.value == 1


def test_a_person_known_by_id_counts_once_however_the_name_is_printed(engine):
    known = {"person": "zhang-yankun"}
    printed = [person(**known), person("Zhang Yan-kun", **known), person(None, name_zh="张延昆", **known)]
    assert summary(engine, article(event(attendees=printed))).people.value == 1


def test_a_group_counts_once_in_its_article(engine):
    assert summary(engine, article(event(), event("m2"))).groups.value == 1


def test_groups_of_one_name_in_two_articles_are_two(engine):
    assert summary(engine, article(event()), article(event(), id="b")).groups.value == 2


def test_a_number_not_stated_is_missing_and_never_nought(engine):
    shown = engine(frames_of(article(event())))
    assert [row["headcount"] for row in rows(shown.attendees) if row["basis"] == "not_stated"] == [None]


def test_stated_numbers_are_counted_as_groups_and_added_to_nothing(engine):
    thirty = group("Guests", headcount={"basis": "stated", "value": 30})
    n = summary(engine, article(event(attendees=[person(), group(), thirty])))
    assert (n.people.value, n.groups.value, n.stated.value) == (1, 1, 1)


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_is_not_approved_counts_nowhere(engine, status):
    n = summary(engine, article(VISIT, id="b", status=status), article(event()))
    assert (n.events.value, n.articles.value, list(n.by_region)) == (1, 1, ["150000", "150400"])


def test_no_records_are_noughts(engine):
    n = summary(engine)
    assert all(number.value == 0 for number in numbers_of(n))
    assert (n.span, n.by_region, n.by_kind, n.by_level, n.by_organization) == (None, {}, {}, {}, {})


# Facets


def test_each_facet_ignores_its_own_filter(engine):
    bureau = group("Guests", organization="Bureau", level="county")
    articles = article(event(organizer="Bureau"), visit(attendees=[bureau]))
    whole = summary(engine, articles)
    for name, value in {"region": "150500", "kind": "visit", "level": "county", "organization": "Bureau"}.items():
        n = summary(engine, articles, chosen=Filter(**{name: (value,)}))
        assert getattr(n, f"by_{name}") == getattr(whole, f"by_{name}"), name


def test_a_facet_heeds_the_other_filters(engine):
    n = summary(engine, article(event(), VISIT), chosen=Filter(kind=("visit",)))
    assert {found["all"].value for found in n.by_region.values()} == {1}
    assert values(summary(engine, article(event(), VISIT), chosen=Filter(region=("150500",))).by_kind) == {"visit": 1}


def test_a_body_that_attends_and_organizes_one_event_counts_it_once(engine):
    attendees = [group(organization="Bureau"), person(organization="Bureau")]
    n = summary(engine, article(event(organizer="Bureau", attendees=attendees)))
    assert values(n.by_organization) == {"Bureau": 1}


def test_a_level_and_a_body_organizing_are_told_as_they_open(engine):
    articles = article(event(organizer="Bureau", attendees=[group(level="county")]))
    n = summary(engine, articles, chosen=Filter(organization=("Bureau",)))
    assert values(n.by_level) == {"county": 1}


def test_facets_stand_from_the_most_events_to_the_fewest(engine):
    county, other = group(level="county"), group("Guests", level="other")
    n = summary(engine, article(event(attendees=[county, other]), event("m2", attendees=[other])))
    assert list(n.by_level) == ["other", "county"]


def test_a_breakdown_ends_with_those_of_whom_it_is_not_stated(engine):
    attendees = [group("A"), group("B"), group("C", role="Chairman"), person(role="Chairman")]
    found = counts.breakdown(Chosen(engine(frames_of(article(event(attendees=attendees)))), Filter()), "role")
    assert {role: values(n) for role, n in found.items()} == {"Chairman": {"named": 1, "not_stated": 1}, None: {"not_stated": 2}}
    assert list(found) == ["Chairman", None]


# Against plain Python on the records


@seldom()
@given(held=collections())
def test_numbers_are_those_counted_by_hand(engine, held):
    n = counts.summary(Chosen(engine(frames(held)), Filter()))
    events = [e for a in held.articles if a.review.status == "approved" for e in a.events]
    once = occasions(held.approved)  # its rule has tests of its own

    def tally(values_of) -> Counter:
        return Counter(value for _occasion, value in {(once[e.id], value) for e in events for value in values_of(e)})

    regions = tally(lambda e: {c for s in e.stops if s.adcode for c in lineage(s.adcode)})
    levels = tally(lambda e: {who.level for who in e.attendees})
    bodies = tally(lambda e: {e.organizer, *(who.organization for who in e.attendees)} - {None})
    kinds = tally(lambda e: [e.kind])
    people = {who.person or who.who for e in events for who in e.attendees if not who.label}
    undated = sum(not e.start for e in events)
    assert (n.events.value, n.undated.value, n.people.value) == (len({*once.values()}), undated, len(people))
    assert {code: found["all"].value for code, found in n.by_region.items()} == regions
    assert (values(n.by_kind), values(n.by_level), values(n.by_organization)) == (kinds, levels, bodies)


# Every number opens its records


def numbers_of(found: object) -> list[Number]:
    """Every number in a summary, or in a breakdown."""
    if isinstance(found, Number):
        return [found]
    if isinstance(found, Summary):
        found = {f.name: getattr(found, f.name) for f in dataclasses.fields(found)}
    return [n for value in found.values() for n in numbers_of(value)] if isinstance(found, dict) else []


def check_all(whole: Frames, asked: Filter, known: Known) -> None:
    shown = cache(lambda chosen: chosen.apply(whole))
    found = [
        counts.summary(Chosen(whole, asked)),
        *(counts.breakdown(Chosen(whole, asked), way) for way in ("level", "role", "organization")),
    ]
    check(whole, shown, asked, known, (n for f in found for n in numbers_of(f)))


def check(whole: Frames, shown: Callable[[Filter], Frames], asked: Filter, known: Known, numbers: Iterable[Number]) -> None:
    """Follow the address of every number and count what stands in its column there."""
    for number in {repr(n): n for n in numbers}.values():
        if not number.value:  # a nought is never shown as a link
            continue
        address = parse_qs(urlencode(number.params(asked), doseq=True))
        read, bad = Filter.from_params(address, known)
        table, where, bad_rows = record_rows.read_rows(address, whole)
        opened = rows(record_rows.rows(shown(read), table, where))
        assert [str(e) for e in bad + bad_rows] == []
        assert len({row[number.counted] for row in opened}) == number.value, number
        # There are more rows than the number says only where an occasion has several reports.
        if key := {"events": "event", "articles": "article"}.get(number.table):
            assert len({row[key] for row in opened}) == len(opened), f"{number} has rows twice"


@seldom()
@given(held=collections(), asked=filters())
def test_every_number_opens_exactly_its_records(engine, held, asked):
    known = known_of(held)
    asked = dataclasses.replace(asked, organization=tuple(body for body in asked.organization if body in known.organizations))
    check_all(engine(frames(held)), asked, known)


@pytest.mark.parametrize("asked", [Filter(), Filter(region=("150500",)), Filter(level=("county",))])
def test_every_number_of_the_shipped_record_opens_its_records(engine, shipped, asked):
    check_all(engine(frames(shipped)), asked, known_of(shipped))


@seldom()
@given(held=collections(), asked=filters())
def test_both_engines_give_the_same_summary(held, asked):
    whole = frames(held)
    assert counts.summary(Chosen(as_duckdb(whole), asked)) == counts.summary(Chosen(whole, asked))


def test_every_number_has_its_rule(engine, shipped):
    assert {n.rule for n in numbers_of(counts.summary(Chosen(engine(frames(shipped)), Filter())))} <= set(counts.RULES.values())


# The address of rows


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"table": ["secrets"]}, "table=secrets is left out. These would work: events, stops"),
        ({"table": ["attendees"], "basis": ["guessed"]}, "basis=guessed is left out"),
        ({"table": ["events"], "basis": ["named"]}, "no row of this table has it"),
        ({"table": ["attendees"], "missing": ["beard"]}, "missing=beard"),
        ({"table": ["event_areas"], "unit": ["parish"]}, "unit=parish"),
        ({"event": ["a--m9"]}, "event=a--m9"),
    ],
)
def test_an_address_of_rows_that_cannot_be_used_is_left_out_with_one_sentence(engine, params, said):
    table, where, bad = record_rows.read_rows(params, engine(frames_of(article(event()))))
    assert (where, len(bad)) == ({}, 1)
    assert table in record_rows.TABLES_SHOWN
    assert said in str(bad[0])


def test_the_rows_of_one_event_are_opened_by_its_id(engine):
    whole = engine(frames_of(article(event(), VISIT)))
    table, where, bad = record_rows.read_rows({"table": ["stops"], "event": ["a--v1"]}, whole)
    assert column(record_rows.rows(whole, table, where), "adcode") == ["150402", "150500", "152200"]
    assert bad == []


# The shipped record


def test_the_shipped_record_counts_each_occasion_once(engine, shipped):
    n = counts.summary(Chosen(engine(frames(shipped)), Filter()))
    assert (n.articles.value, n.events.value, n.meetings.value, n.visits.value, n.people.value) == (69, 88, 53, 35, 194)


def test_the_first_article_has_one_meeting_one_visit_one_name_and_three_groups(engine, shipped):
    n = counts.summary(Chosen(engine(frames(seed(shipped))), Filter()))
    assert (n.meetings.value, n.visits.value, n.people.value, n.groups.value, n.stated.value) == (1, 1, 1, 3, 0)
    assert (n.areas.value, n.articles.value, n.undated.value) == (3, 1, 0)
    assert {code: values(found) for code, found in n.by_region.items()} == {
        "150000": {"all": 2, "meeting": 1, "visit": 1},
        "150400": {"all": 2, "meeting": 1, "visit": 1},
        "150500": {"all": 1, "visit": 1},
        "152200": {"all": 1, "visit": 1},
    }
