"""Rules of occasions: which reports tell of one meeting or visit, and that it is counted once."""

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data import counts, record_rows
from dashboard.data.areas import lineage
from dashboard.data.filters import Chosen, Filter
from dashboard.data.frames import frames
from dashboard.data.occasions import occasions
from tests.factories import UNDATED, article, column, event, frames_of, group, person, record, stop

FIRST = article(event())  # of 13 August: Zhang Yankun met in Chifeng on 12 August
MONTH = {"start": "2023-08-01", "end": "2023-08-31", "date_precision": "month"}
LI = [person("Li Na")]
NOBODY = [group()]


def report(*events: dict, id: str = "b", published: str | None = "2023-08-14", **changes) -> dict:
    """A second article, of the day after; it tells of the same meeting but for the `changes`."""
    return article(*(events or (event(**changes),)), id=id, published=published)


def told(*articles: dict) -> list[list[str]]:
    """The events of each occasion: its id first, then the others."""
    found = occasions(record(a) for a in articles)
    return [[id, *sorted(e for e in found if found[e] == id and e != id)] for id in sorted(set(found.values()))]


# What makes two reports one


def test_two_reports_of_one_kind_with_days_a_place_and_a_person_in_common_are_one():
    assert told(FIRST, report()) == [["a--m1", "b--m1"]]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "visit"},
        {"start": "2023-08-13", "end": "2023-08-13"},
        {"start": "2023-08-13", "end": "2023-08-15", "date_precision": "range"},
        {"start": "2023-08-09", "end": None, "date_precision": "range"},  # no last day is given: only its first is known
        MONTH,
        UNDATED,
        UNDATED | {"date_text": "12 August"},
        {"stops": [stop("150500")]},
        {"stops": [stop("150500"), stop(None)]},
        {"stops": [stop("150000")]},
        {"stops": [stop(None)]},
        {"stops": []},
        {"attendees": LI},
        {"attendees": LI, "organizer": "Bureau"},
        {"attendees": NOBODY},
        {"attendees": []},
    ],
    ids=str,
)
def test_one_thing_that_differs_makes_them_two(changes):
    assert told(FIRST, report(**changes)) == [["a--m1"], ["b--m1"]]


VISIT = event("v1", kind="visit", start="2023-08-09", end="2023-08-12", date_precision="range", organizer=None, attendees=NOBODY)


def test_what_stands_beside_an_occasion_that_both_tell_is_the_same_too_where_one_names_nobody():
    other = VISIT | {"attendees": LI}
    assert told(article(event(), VISIT), report(event(), other)) == [["a--m1", "b--m1"], ["a--v1", "b--v1"]]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "meeting"},
        {"start": "2023-08-10"},
        {"end": "2023-08-11"},
        {"stops": [stop("150500")]},
        {"stops": [stop("150400"), stop("150500")]},
        {"stops": [stop("150000")]},
        MONTH,
    ],
    ids=str,
)
def test_beside_such_an_occasion_one_thing_that_differs_makes_them_two(change):
    assert ["a--v1", "b--v1"] not in told(article(event(), VISIT), report(event(), VISIT | change))


def test_beside_such_an_occasion_two_that_name_others_are_two():
    named = VISIT | {"attendees": LI}
    assert ["a--v1"] in told(article(event(), named), report(event(), VISIT | {"attendees": [person("Bao Gang")]}))


def test_the_same_days_and_places_alone_make_nothing_the_same():
    assert told(article(VISIT), report(VISIT)) == [["a--v1"], ["b--v1"]]


def test_two_events_known_only_by_the_region_are_two():
    region = {"stops": [stop("150000")]}
    assert len(told(article(event(**region)), report(**region))) == 2


@pytest.mark.parametrize("dates", [MONTH, UNDATED])
def test_two_events_without_days_are_two(dates):
    assert len(told(article(event(**dates)), report(**dates))) == 2


def test_two_events_of_one_article_are_two():
    assert told(article(event(), event("m2"))) == [["a--m1"], ["a--m2"]]


@pytest.mark.parametrize(
    "changes",
    [
        {"start": "2023-08-09", "date_precision": "range"},  # its last day is the day of the other
        {"end": "2023-08-20", "date_precision": "range"},
        {"end": None},
        {"stops": [stop("150402")]},  # lies in the place of the other
        {"stops": [stop("150500"), stop()]},
        {"attendees": [person("Li Na"), person()]},
        {"organizer": "Bureau"},
        {"title": "Another", "topic": "Water", "attendees": [person(role="Chairman", level="county")]},
    ],
    ids=str,
)
def test_what_may_differ_leaves_them_one(changes):
    assert len(told(FIRST, report(**changes))) == 1
    assert len(told(article(event(**changes)), report())) == 1


# People and organizers


def test_a_person_is_the_same_by_id_however_the_name_is_printed():
    known = {"person": "zhang-yankun"}
    one, other = [person(**known)], [person(None, name_zh="张延昆", **known)]
    assert len(told(article(event(attendees=one)), report(attendees=other))) == 1


def test_a_group_in_common_is_no_person_in_common():
    assert len(told(article(event(attendees=NOBODY)), report(attendees=NOBODY))) == 2


def organized(first: str | None, ours: list, second: str | None, theirs: list) -> int:
    """The number of occasions that two reports are, with these organizers and attendees."""
    return len(told(article(event(organizer=first, attendees=ours)), report(organizer=second, attendees=theirs)))


@pytest.mark.parametrize(("ours", "theirs"), [(NOBODY, LI), (LI, NOBODY), (NOBODY, NOBODY), ([], LI)])
def test_where_one_report_names_nobody_the_organizer_tells(ours, theirs):
    assert organized("Bureau", ours, "Bureau", theirs) == 1
    assert organized("Bureau", ours, "Other bureau", theirs) == 2
    assert organized("Bureau", ours, None, theirs) == 2
    assert organized(None, ours, None, theirs) == 2


def test_where_both_name_people_the_organizer_tells_nothing():
    assert organized("Bureau", [person()], "Bureau", LI) == 2
    assert organized("Bureau", [person()], "Other bureau", [person()]) == 1


def test_a_person_of_the_organizers_name_is_not_the_organizer():
    assert organized("Bureau", NOBODY, None, [person("Bureau")]) == 2


# Its id, and more than two reports


@pytest.mark.parametrize(
    ("first", "second", "leading"),
    [
        ("2023-08-14", "2023-08-13", "b--m1"),
        ("2023-08-13", "2023-08-14", "a--m1"),
        ("2023-08-13", "2023-08-13", "a--m1"),
        (None, "2023-08-13", "b--m1"),
    ],
)
def test_an_occasion_has_the_id_of_the_report_published_first(first, second, leading):
    found = occasions([record(report(id="a", published=first)), record(report(published=second))])
    assert set(found.values()) == {leading}


def days(first: int, last: int, id: str = "m1") -> dict:
    return event(id, start=f"2023-08-{first:02}", end=f"2023-08-{last:02}", date_precision="range")


def test_three_reports_chained_through_one_are_one():
    assert len(told(article(days(9, 10)), report(days(11, 12)))) == 2
    assert told(article(days(9, 10)), report(days(11, 12)), report(days(10, 11), id="c")) == [["a--m1", "b--m1", "c--m1"]]


@pytest.mark.parametrize("published", ["2023-08-12", "2023-08-14"])
def test_a_chain_never_joins_two_events_of_one_article(published):
    both = article(days(9, 10), days(11, 12, "m2"))
    found = told(both, report(days(10, 11), published=published))
    assert sorted(map(len, found)) == [1, 2]
    assert not any({"a--m1", "a--m2"} <= set(events) for events in found)


def test_a_chain_of_three_articles_never_joins_two_events_of_one():
    found = told(article(days(1, 2), days(7, 8, "m2")), report(days(2, 5)), report(days(5, 7), id="c"))
    assert sorted(e for events in found for e in events) == ["a--m1", "a--m2", "b--m1", "c--m1"]
    assert not any({"a--m1", "a--m2"} <= set(events) for events in found)


# Any articles, against plain Python


@st.composite
def reports(draw: st.DrawFn) -> list[dict]:
    """Two to four articles of a world so small that they often tell of the same."""

    def happening(id: str) -> dict:
        first = draw(st.integers(9, 12))
        dates = days(first, draw(st.integers(first, 13)), id) | {"kind": draw(st.sampled_from(("meeting", "meeting", "visit")))}
        places = draw(st.lists(st.sampled_from(("150400", "150402", "150400", "150500", "150000")), max_size=2, unique=True))
        names = draw(st.lists(st.sampled_from(("Zhang Yankun", "Li Na")), max_size=2, unique=True))
        made = {k: dates[k] for k in ("kind", "start", "end", "date_precision")}
        made |= draw(st.sampled_from([{}, {}, {}, MONTH, UNDATED]))
        attendees = [person(name) for name in names] + NOBODY
        organizer = draw(st.sampled_from((None, "Bureau")))
        return event(id, stops=[stop(code) for code in places], attendees=attendees, organizer=organizer, **made)

    return [
        report(
            *(happening(f"m{n}") for n in range(draw(st.integers(1, 3)))),
            id=f"a{i}",
            published=draw(st.sampled_from(("2023-08-13", "2023-08-14", None))),
        )
        for i in range(draw(st.integers(2, 4)))
    ]


def alike(one: dict, other: dict) -> bool:
    """The rule of two reports, on their records as files have them."""
    dated = all(e["date_precision"] in ("day", "range") for e in (one, other))
    if one["kind"] != other["kind"] or not dated or one["start"] > other["end"] or other["start"] > one["end"]:
        return False
    here, there = ({s["adcode"] for s in e["stops"]} - {"150000"} for e in (one, other))
    near = any(a in lineage(b) or b in lineage(a) for a in here for b in there)
    ours, theirs = ({a["name"] for a in e["attendees"] if "name" in a} for e in (one, other))
    organized = one["organizer"] and one["organizer"] == other["organizer"]
    return bool(near and (ours & theirs or (organized and not (ours and theirs))))


@given(made=reports())
def test_an_occasion_is_events_of_different_articles_linked_by_the_rule_and_none_is_left_apart_that_could_join(made):
    found = occasions(record(a) for a in made)
    events = {e["id"]: e for a in made for e in a["events"]}
    article_of = {e["id"]: a["id"] for a in made for e in a["events"]}
    assert set(found) == set(events)
    groups = {id: [e for e in found if found[e] == id] for id in set(found.values())}
    for group_ in groups.values():
        assert len({article_of[e] for e in group_}) == len(group_), "two events of one article"
        reached = {group_[0]}
        for _ in group_:
            reached |= {e for e in group_ for r in reached if alike(events[e], events[r])}
        assert reached == set(group_), "joined without the rule"
    for one, other in combinations(groups.values(), 2):
        if any(alike(events[e], events[o]) for e in one for o in other):
            assert {article_of[e] for e in one} & {article_of[o] for o in other}, "left apart without a reason"


@given(made=reports())
def test_an_occasion_has_the_id_of_its_first_report_whatever_there_is(made):
    order = {e["id"]: (a["published"] or "9999", a["id"]) for a in made for e in a["events"]}
    found = occasions(record(a) for a in made)
    assert all(order[id] == min(order[e] for e in found if found[e] == id) for id in found.values())


@given(made=reports(), data=st.data())
def test_the_order_in_which_articles_are_given_does_not_matter(made, data):
    shuffled = data.draw(st.permutations(made))
    assert occasions(record(a) for a in shuffled) == occasions(record(a) for a in made)


def test_no_articles_have_no_occasions():
    assert occasions([]) == {}


# The shipped record


def test_the_shipped_record_has_two_occasions_of_several_reports(shipped):
    found = occasions(shipped.approved)
    groups = [sorted(e for e in found if found[e] == id) for id in set(found.values())]
    assert sorted(g for g in groups if len(g) > 1) == [
        ["2019-07-15-xi-chifeng-chinamil--v1", "2019-07-15-xi-chifeng-xinhua--v1", "2019-07-15-xi-harqin-cgtn--v1"],
        ["2023-06-05-bayannur-xi-cgtn--v1", "2023-06-06-bayannur-xi-symposium--v1"],
    ]


# Counting


def twice(engine):
    """One meeting that two articles report, and a visit that one does."""
    seen = event("v1", kind="visit", attendees=LI, stops=[stop("150500")])
    meeting = {"organizer": "Bureau", "attendees": [person(organization="Office"), group()]}
    return engine(frames_of(article(event(**meeting), seen), report(**meeting)))


def test_two_reports_of_one_meeting_count_once(engine):
    n = counts.summary(Chosen(twice(engine), Filter()))
    assert (n.events.value, n.meetings.value, n.visits.value, n.articles.value) == (2, 1, 1, 2)
    assert {code: found["all"].value for code, found in n.by_region.items()} == {"150000": 2, "150400": 1, "150500": 1}
    assert n.by_region["150400"]["meeting"].value == 1
    assert {kind: found.value for kind, found in n.by_kind.items()} == {"meeting": 1, "visit": 1}
    assert {level: found.value for level, found in n.by_level.items()} == {"region": 2}
    assert {body: found.value for body, found in n.by_organization.items()} == {"Bureau": 1, "Office": 1}
    assert (n.people.value, n.span) == (2, (dt.date(2023, 8, 12), dt.date(2023, 8, 12)))


def test_the_number_of_a_meeting_reported_twice_opens_both_rows(engine):
    whole = twice(engine)
    n = counts.summary(Chosen(whole, Filter()))
    params = n.meetings.params(Filter())
    assert (params, n.meetings.counted) == ({"table": ["events"], "kind": ["meeting"]}, "occasion")
    shown = Filter(kind=("meeting",)).apply(whole)
    opened = record_rows.rows(shown, *record_rows.read_rows(params, whole)[:2])
    assert column(opened, "event") == ["a--m1", "b--m1"]
    assert column(opened, "occasion") == ["a--m1", "a--m1"]


def test_a_report_chosen_alone_is_counted(engine):
    shown = Chosen(twice(engine), Filter(q="nowhere"))
    assert counts.summary(shown).events.value == 0
    second = frames_of(FIRST, report(stops=[stop("150402")]))
    asked = Filter(region=("150402",))
    assert counts.summary(Chosen(engine(second), asked)).events.value == 1
    assert column(asked.apply(engine(second)).events, "event") == ["b--m1"]


def test_every_table_names_the_occasion_of_its_events(shipped):
    made = frames(shipped)
    known = dict(zip(made.events["event"], made.events["occasion"], strict=True))
    assert known == occasions(shipped.approved)
    for table in ("stops", "event_areas", "attendees"):
        rows = getattr(made, table)
        assert rows["occasion"].tolist() == [known[e] for e in rows["event"]], table
