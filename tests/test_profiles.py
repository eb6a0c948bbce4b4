"""Rules of the record of one person or one body: what is theirs, who was beside them, and that each number opens its records."""

import dataclasses
import datetime as dt
from collections import Counter
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.data import counts, profiles
from dashboard.data.counts import Number
from dashboard.data.filters import Chosen, Filter, Known
from dashboard.data.frames import Frames, frames
from dashboard.data.occasions import occasions
from dashboard.data.periods import days
from dashboard.data.profiles import Profile
from dashboard.data.store import Holdings
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
    library_of,
    person,
    seldom,
    stop,
    visit,
)
from tests.test_counts import check, numbers_of

ZHANG = "Zhang Yankun"
BUREAU = "Bureau"
OURS = person("Li Na", organization=BUREAU)


def of(engine, *events: dict, kind: str = "person", name: str = ZHANG, others: tuple = ()) -> Profile:
    """The profile under no filter of one article with these events, and `others`."""
    whole = engine(frames_of(article(*events), *others))
    return profiles.profile(whole, whole, kind, name)


def values(numbers: dict[str, Number]) -> dict[str, int]:
    return {key: number.value for key, number in numbers.items()}


def numbers(found: Profile) -> list[Number]:
    parts = {f.name: getattr(found, f.name) for f in dataclasses.fields(found) if f.name != "frames"}
    return numbers_of(parts)


def named(held: Holdings) -> list[tuple[str, str]]:
    """Everyone, and every body, that has a profile."""
    events = [e for a in held.approved for e in a.events]
    people = {who.person or who.who for e in events for who in e.attendees if not who.label}
    bodies = {e.organizer for e in events} | {who.organization for e in events for who in e.attendees}
    return [("person", p) for p in sorted(people)] + [("body", b) for b in sorted(bodies - {None})]


# Who has one


def test_a_person_and_a_body_that_something_names_are_known(engine):
    whole = engine(frames_of(article(event(organizer=BUREAU, attendees=[person(organization="Office"), group()]))))
    assert all(profiles.known(whole, *who) for who in [("person", ZHANG), ("body", BUREAU), ("body", "Office")])


@pytest.mark.parametrize(
    "who",
    [("person", "Nobody"), ("body", "Nobody"), ("person", ""), ("person", BUREAU), ("body", ZHANG), ("person", "a/Officials")],
)
def test_a_name_that_nothing_has_is_not_known(engine, who):
    whole = engine(frames_of(article(event(organizer=BUREAU))))
    assert not profiles.known(whole, *who)


def test_with_nothing_left_of_a_name_every_number_is_nought(engine):
    found = of(engine, event(), name="Nobody")
    assert ({n.value for n in numbers(found)}, found.events, found.periods, found.areas) == ({0}, 0, {}, {})


# Events


def test_a_profile_has_the_events_at_which_its_person_is(engine):
    found = of(engine, event(), visit(), event("m2", attendees=[OURS]))
    assert (found.meetings.value, found.visits.value, found.events) == (1, 1, 2)


def test_a_body_has_the_events_that_it_attends_and_those_that_it_organizes(engine):
    events = (
        event("m1", attendees=[OURS]),
        event("m2", organizer=BUREAU),
        event("m3", organizer=BUREAU, attendees=[OURS]),
        event("m4"),
    )
    assert of(engine, *events, kind="body", name=BUREAU).meetings.value == 3


def test_a_person_named_twice_at_an_event_is_at_one(engine):
    assert of(engine, event(attendees=[person(role="Chairman"), person(role="Secretary")])).events == 1


def test_two_reports_of_one_meeting_are_one_event_of_a_profile(engine):
    found = of(engine, event(organizer=BUREAU, attendees=[person(), OURS]), others=(article(event(), id="b"),))
    assert (found.events, values(found.areas), values(found.people)) == (1, {"150000": 1, "150400": 1}, {"Li Na": 1})
    assert column(found.frames.events, "event") == ["a--m1", "b--m1"]


def test_an_event_with_three_stops_counts_once_in_each_of_its_areas(engine):
    found = of(engine, visit(), event(stops=[stop("150402"), stop("150403")]))
    assert (found.events, values(found.areas)) == (
        2,
        {"150000": 2, "150400": 2, "150402": 2, "150403": 1, "150500": 1, "152200": 1},
    )


def test_undated_events_are_counted_and_are_in_no_period(engine):
    found = of(engine, event(), event("m2", **UNDATED))
    assert (found.events, found.undated.value) == (2, 1)
    assert {period: values(kinds) for period, kinds in found.periods.items()} == {"2023-08": {"meeting": 1}}


def test_a_profile_of_undated_events_only_has_no_period(engine):
    assert (of(engine, event(**UNDATED)).periods, of(engine, event(**UNDATED)).undated.value) == ({}, 1)


def test_periods_are_as_long_as_the_record_of_the_name_needs(engine):
    long_ago = event("m2", start="2013-08-12", end="2013-08-12", attendees=[OURS])
    assert of(engine, event(), long_ago).months == 1
    assert of(engine, event(), long_ago, event("m3", start="2013-08-12", end="2013-08-12")).months == 12


def test_a_profile_keeps_to_the_events_that_a_filter_leaves(engine):
    whole = engine(frames_of(article(event(), visit(), event("m2", attendees=[OURS]))))
    visits = Filter(kind=("visit",)).apply(whole)
    found = profiles.profile(visits, visits, "person", ZHANG)
    assert (found.meetings.value, found.visits.value) == (0, 1)


def test_every_table_of_a_profile_has_the_rows_of_its_events_only(engine):
    found = of(engine, event(), event("m2", attendees=[OURS]), others=(article(event(attendees=[OURS]), id="b"),)).frames
    assert column(found.articles, "article") == ["a"]
    for table in ("events", "stops", "event_areas", "attendees", "evidence"):
        assert set(column(getattr(found, table), "event")) == {"a--m1"}, table


# Company


def test_company_counts_shared_events_and_not_rows(engine):
    twice = [person(), person("Li Na", role="Chairman", organization=BUREAU), person("Li Na", role="Guest", organization=BUREAU)]
    found = of(engine, event(attendees=twice), event("m2", attendees=[person(), OURS]), event("m3", attendees=[OURS]))
    assert (values(found.people), values(found.bodies)) == ({"Li Na": 2}, {BUREAU: 2})


def test_a_person_is_not_in_the_own_company_and_the_own_body_is(engine):
    found = of(engine, event(attendees=[person(organization=BUREAU), person(role="Guest")]))
    assert (found.people, values(found.bodies)) == ({}, {BUREAU: 1})


def test_a_body_is_not_in_its_own_company_and_its_own_people_are(engine):
    found = of(engine, event(attendees=[OURS, person(organization="Office")]), kind="body", name=BUREAU)
    assert (values(found.people), values(found.bodies)) == ({"Li Na": 1, ZHANG: 1}, {"Office": 1})


def test_a_person_of_the_name_of_the_body_is_in_its_company(engine):
    found = of(engine, event(attendees=[person("Li Na", organization="Li Na")]), kind="body", name="Li Na")
    assert (values(found.people), found.bodies) == ({"Li Na": 1}, {})


def test_a_group_is_no_person_in_company_and_its_body_is(engine):
    found = of(engine, event(attendees=[person(), group(organization=BUREAU)]))
    assert (found.people, values(found.bodies)) == ({}, {BUREAU: 1})


def test_company_stands_from_the_most_events_to_the_fewest_then_by_name(engine):
    events = event(attendees=[person(), person("C"), person("B")]), event("m2", attendees=[person(), person("C"), person("A")])
    assert list(of(engine, *events).people) == ["C", "A", "B"]


def test_roles_are_the_own_ones_each_once(engine):
    chairman = person(role="Chairman")
    events = event(attendees=[chairman, person("Li Na", role="Guest")]), event("m2", attendees=[chairman])
    assert profiles.roles(of(engine, *events), "person", ZHANG) == ["Chairman"]
    assert profiles.roles(of(engine, event(attendees=[OURS])), "person", "Li Na") == []
    led = event(attendees=[OURS | {"role": "Head"}, person(role="Guest")])
    assert profiles.roles(of(engine, led, kind="body", name=BUREAU), "body", BUREAU) == ["Head"]


# Every number opens its records


def check_profile(whole: Frames, asked: Filter, known: Known, kind: str, name: str) -> Profile:
    shown = cache(lambda chosen: chosen.apply(whole))
    found = profiles.profile(shown(asked), shown(asked.without("region")), kind, name)
    check(whole, shown, asked, known, numbers(found))
    return found


@st.composite
def anyone(draw: st.DrawFn) -> tuple[Holdings, str, str]:
    """A collection, and someone or a body that it names."""
    held = draw(collections())
    assume(named(held))
    return held, *draw(st.sampled_from(named(held)))


def possible(held: Holdings, asked: Filter) -> Filter:
    bodies = known_of(held).organizations
    return dataclasses.replace(asked, organization=tuple(body for body in asked.organization if body in bodies))


@seldom()
@given(chosen=anyone())
def test_every_number_of_a_profile_opens_exactly_its_records(engine, chosen):
    held, kind, name = chosen
    check_profile(engine(frames(held)), Filter(), known_of(held), kind, name)


@seldom()
@given(chosen=anyone(), asked=filters())
def test_every_number_of_a_profile_under_a_filter_opens_exactly_its_records(engine, chosen, asked):
    held, kind, name = chosen
    check_profile(engine(frames(held)), possible(held, asked), known_of(held), kind, name)


def test_a_number_of_an_area_under_a_filter_by_another_opens_exactly_its_records(engine):
    held = library_of(article(visit(), event(stops=[stop("150500")])))
    check_profile(engine(frames(held)), Filter(region=("150400",)), known_of(held), "person", ZHANG)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("person", "xi-jinping"),
        ("person", "wang-haiying"),
        ("person", "zhang-yankun"),
        ("body", "CPPCC Inner Mongolia Autonomous Region Committee"),
        ("body", "Horqin Right Middle Banner Government"),
    ],
)
@pytest.mark.parametrize("asked", [Filter(), Filter(since=dt.date(2019, 7, 1)), Filter(q="chifeng")])
def test_every_number_of_the_best_known_of_the_shipped_record_opens_its_records(engine, shipped, kind, name, asked):
    found = check_profile(engine(frames(shipped)), asked, known_of(shipped), kind, name)
    assert found.events or asked.active()


def test_the_reports_of_one_tour_of_the_shipped_record_count_once_for_who_made_it(engine, shipped):
    whole = engine(frames(shipped))
    tour = Filter(since=dt.date(2019, 7, 15), until=dt.date(2019, 7, 16)).apply(whole)
    found = profiles.profile(tour, tour, "person", "xi-jinping")
    assert (found.visits.value, len(column(found.frames.events, "event"))) == (2, 4)  # Chifeng, told three times, and Hohhot


# Against plain Python on the records


@seldom()
@given(chosen=anyone())
def test_numbers_of_a_profile_are_those_counted_by_hand(engine, chosen):
    held, kind, name = chosen
    found = profiles.profile(engine(frames(held)), engine(frames(held)), kind, name)
    once = occasions(held.approved)
    events = [e for a in held.approved for e in a.events]
    if kind == "person":
        own = [e for e in events if any((who.person or who.who) == name for who in e.attendees)]
    else:
        own = [e for e in events if e.organizer == name or any(who.organization == name for who in e.attendees)]
    people = {(once[e.id], who.person or who.who) for e in own for who in e.attendees if not who.label}
    bodies = {(once[e.id], who.organization) for e in own for who in e.attendees if who.organization}
    assert found.events == len({once[e.id] for e in own})
    assert found.undated.value == len({once[e.id] for e in own if not e.start})
    assert values(found.people) == Counter(who for _event, who in people if who != name or kind == "body")
    assert values(found.bodies) == Counter(body for _event, body in bodies if body != name)


@seldom()
@given(chosen=anyone(), asked=filters())
def test_both_engines_give_the_same_profile(chosen, asked):
    held, kind, name = chosen
    whole, asked = frames(held), possible(held, asked)
    one, other = (
        profiles.profile(asked.apply(f), asked.without("region").apply(f), kind, name) for f in (whole, as_duckdb(whole))
    )
    assert dataclasses.replace(one, frames=None) == dataclasses.replace(other, frames=None)
    assert profiles.roles(one, kind, name) == profiles.roles(other, kind, name)
    assert profiles.known(whole, kind, name)
    assert profiles.known(as_duckdb(whole), kind, name)


# Periods


def starts(held: Holdings) -> set[tuple[str, str, dt.date]]:
    """Occasion, kind and first day of every report that has one."""
    once = occasions(held.approved)
    return {(once[e.id], e.kind, e.start) for a in held.approved for e in a.events if e.start}


@given(held=collections(), months=st.sampled_from((1, 3, 12)))
def test_an_event_with_a_date_is_in_the_period_that_it_begins_in_and_in_no_other(engine, held, months):
    found = counts.events_per_period(Chosen(engine(frames(held)), Filter()), months)
    for period, kinds in found.items():
        first, last = days(period)
        here = {(occasion, kind) for occasion, kind, start in starts(held) if first <= start <= last}
        assert values(kinds) == Counter(kind for _occasion, kind in here), period
    assert all(sum(first <= start <= last for first, last in map(days, found)) == 1 for _occasion, _kind, start in starts(held))
    assert list(found) == sorted(found)


@pytest.mark.parametrize("months", [1, 3, 12])
def test_periods_of_the_shipped_record_add_up_to_its_dated_events(engine, shipped, months):
    found = counts.events_per_period(Chosen(engine(frames(shipped)), Filter()), months)
    dated = {occasion for occasion, _kind, _start in starts(shipped)}
    assert sum(n.value for kinds in found.values() for n in kinds.values()) == len(dated)


def test_an_event_whose_reports_begin_in_different_months_is_in_both_and_in_one_year(engine):
    july = event(start="2023-07-31", end="2023-08-12", date_precision="range")
    whole = engine(frames_of(article(july), article(event(), id="b")))
    found = {m: {p: values(n) for p, n in counts.events_per_period(Chosen(whole, Filter()), m).items()} for m in (1, 12)}
    assert found == {1: {"2023-07": {"meeting": 1}, "2023-08": {"meeting": 1}}, 12: {"2023": {"meeting": 1}}}


@seldom()
@given(held=collections(), asked=filters(), months=st.sampled_from((1, 3, 12)))
def test_every_number_of_a_period_opens_exactly_its_records(engine, held, asked, months):
    whole, asked = engine(frames(held)), possible(held, asked)
    shown = cache(lambda chosen: chosen.apply(whole))
    check(whole, shown, asked, known_of(held), numbers_of(counts.events_per_period(Chosen(whole, asked), months)))
