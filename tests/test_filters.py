"""Rules of the filter: what chooses, what stays whole, and that an address is read back as it was written."""

import dataclasses
import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.data import frames as tidy
from dashboard.data.areas import lineage
from dashboard.data.errors import BadAddress
from dashboard.data.filters import PARAMS, Filter, Known
from dashboard.data.frames import COLUMNS, TABLES, frames
from dashboard.data.search import Words
from dashboard.data.store import Holdings
from tests.factories import (
    AREAS,
    BODIES,
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

KNOWN = Known(AREAS, BODIES)
typed = st.text(max_size=30) | st.sampled_from(["150400", "2023-08-12", "{x}", "%s"])
VISIT = visit()
HAN = re.compile("[一-龥]")
SEED = "2023-08-13-chifeng-cppcc-exchange"


def seed(shipped: Holdings) -> Holdings:
    """The shipped record with its first article only: one meeting, and one visit of three stops."""
    return dataclasses.replace(shipped, articles=tuple(a for a in shipped.articles if a.id == SEED))


def chosen(engine, chosen: Filter, *events: dict) -> list[str]:
    """The ids, without the article's, of the events that a filter leaves."""
    shown = chosen.apply(engine(frames_of(article(*events))))
    return [id.removeprefix("a--") for id in column(shown.events, "event")]


# What chooses an event


def test_an_empty_filter_shows_everything(engine):
    assert chosen(engine, Filter(), event(), VISIT, event("u1", **UNDATED)) == ["m1", "u1", "v1"]


@pytest.mark.parametrize("region", ["152200", "150500", "150402", "150400", "150000"])
def test_a_region_chooses_events_with_a_stop_in_it_or_below(engine, region):
    assert chosen(engine, Filter(region=(region,)), VISIT) == ["v1"]


@pytest.mark.parametrize("region", ["150403", "150502", "150100"])
def test_a_region_does_not_choose_what_is_beside_or_above_it(engine, region):
    assert chosen(engine, Filter(region=(region,)), VISIT) == []


def test_a_stop_abroad_is_in_no_region(engine):
    assert chosen(engine, Filter(region=("150000",)), event(stops=[stop(None, place="Ulaanbaatar")])) == []


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2023-08-12", "2023-08-20", True),  # its last day is the first one asked for
        ("2023-08-01", "2023-08-09", True),  # its first day is the last one asked for
        ("2023-08-10", "2023-08-11", True),  # within it
        ("2023-08-01", "2023-08-31", True),  # around it
        ("2023-08-13", None, False),
        (None, "2023-08-08", False),
        ("2023-08-12", None, True),
        (None, "2023-08-09", True),
    ],
)
def test_dates_choose_events_whose_span_overlaps(engine, since, until, found):
    asked = Filter(since=since and dt.date.fromisoformat(since), until=until and dt.date.fromisoformat(until))
    assert chosen(engine, asked, VISIT) == ["v1"] * found


def test_a_month_is_its_window(engine):
    month = event(start="2023-08-01", end="2023-08-31", date_precision="month")
    assert chosen(engine, Filter(since=dt.date(2023, 8, 20), until=dt.date(2023, 8, 20)), month) == ["m1"]
    assert chosen(engine, Filter(since=dt.date(2023, 9, 1)), month) == []


def test_a_start_without_an_end_counts_as_its_start_day(engine):
    open_ended = event(end=None)
    assert chosen(engine, Filter(since=dt.date(2023, 8, 12), until=dt.date(2023, 8, 12)), open_ended) == ["m1"]
    assert chosen(engine, Filter(since=dt.date(2023, 8, 13)), open_ended) == []


@pytest.mark.parametrize("asked", [Filter(since=dt.date(1900, 1, 1)), Filter(until=dt.date(2199, 12, 31))])
def test_an_undated_event_leaves_a_view_with_dates(engine, asked):
    assert chosen(engine, asked, event("u1", **UNDATED), event()) == ["m1"]


def test_kind_chooses_meetings_or_visits(engine):
    assert chosen(engine, Filter(kind=("visit",)), event(), VISIT) == ["v1"]


@pytest.mark.parametrize(
    "q", ["zhang", "ZHANG", "officials", "赤峰", "Hongshan", "红山区", "zhang hongshan", "A paper", "张延昆", "rained", "dam"]
)
def test_words_are_looked_for_in_all_that_is_held_on_an_event(engine, q):
    held = event(stops=[stop("150402", sites=["A dam"])], attendees=[person(person="zhang-yankun"), group()])
    assert chosen(engine, Filter(q=q), held) == ["m1"]


def test_every_word_must_be_there(engine):
    assert chosen(engine, Filter(q="zhang nowhere"), event()) == []


@pytest.mark.parametrize("q", [".*", "%", "_", "(", "\\", '"', "*", "^", "-"])
def test_signs_alone_find_nothing_whatever_stands_in_a_title(engine, q):
    assert chosen(engine, Filter(q=q), event(), event("m2", title=f"A {q} meeting")) == []


@pytest.mark.parametrize("q", ["me*ing", "m.*g", "title:meeting", "meeting OR nowhere", "meeting NOT nowhere", "NEAR(a meeting)"])
def test_a_sign_or_a_word_of_a_query_language_has_no_power(engine, q):
    assert chosen(engine, Filter(q=q), event()) == []


def test_level_chooses_events_that_an_attendee_of_it_is_at(engine):
    events = event(), event("m2", attendees=[group(level="county")])
    assert chosen(engine, Filter(level=("county",)), *events) == ["m2"]


def test_a_body_chooses_events_that_it_attends_and_events_that_it_organizes(engine):
    events = event(), event("m2", attendees=[group(organization="Bureau")]), event("m3", organizer="Bureau")
    assert chosen(engine, Filter(organization=("Bureau",)), *events) == ["m2", "m3"]


def test_an_event_that_a_body_organizes_is_chosen_with_a_level_only_if_one_of_that_level_is_there(engine):
    events = event("m1", organizer="Bureau", attendees=[group(level="county")]), event("m2", organizer="Bureau", attendees=[])
    assert chosen(engine, Filter(organization=("Bureau",), level=("county",)), *events) == ["m1"]


def test_one_attendee_must_have_both_the_level_and_the_body(engine):
    apart = event(attendees=[group(level="county"), group("Guests", organization="Bureau")])
    assert chosen(engine, Filter(organization=("Bureau",), level=("county",)), apart) == []


@pytest.mark.parametrize(
    ("several", "found"),
    [
        (Filter(region=("150400", "150500")), ["m1", "m2"]),
        (Filter(kind=("meeting", "visit")), ["m1", "m2", "m3"]),
        (Filter(level=("region", "county")), ["m1", "m2"]),
        (Filter(organization=("A", "B")), ["m1", "m2"]),
    ],
)
def test_several_values_mean_any_of_them(engine, several, found):
    events = (
        event("m1", attendees=[group(organization="A", level="region")]),
        event("m2", organizer="B", stops=[stop("150502")], attendees=[group(level="county")]),
        event("m3", kind="visit", stops=[stop("152200")], attendees=[]),
    )
    assert chosen(engine, several, *events) == found


def test_several_fields_mean_all_of_them(engine):
    assert chosen(engine, Filter(region=("150500",), kind=("meeting",)), event(), VISIT) == []


# What stays of a chosen event


@pytest.mark.parametrize(
    "asked", [Filter(region=("150500",)), Filter(since=dt.date(2023, 8, 10)), Filter(kind=("visit",)), Filter(q="see")]
)
def test_region_dates_kind_and_words_keep_a_chosen_event_whole(engine, asked):
    whole = engine(frames_of(article(VISIT)))
    shown = asked.apply(whole)
    assert {t: len(rows(getattr(shown, t))) for t in TABLES} == {t: len(rows(getattr(whole, t))) for t in TABLES}


@pytest.mark.parametrize("asked", [Filter(level=("county",)), Filter(organization=("Bureau",))])
def test_level_and_body_keep_the_attendees_they_choose_and_every_stop(engine, asked):
    two = event(stops=[stop(), stop("150500")], attendees=[person(), group(organization="Bureau", level="county")])
    shown = asked.apply(engine(frames_of(article(two))))
    assert (column(shown.attendees, "label"), len(rows(shown.stops))) == (["Officials"], 2)


def test_the_rows_of_an_event_that_a_body_organizes_are_still_its_own_people(engine):
    shown = Filter(organization=("Bureau",), level=("county",)).apply(
        engine(frames_of(article(event(organizer="Bureau", attendees=[group(level="county")]))))
    )
    assert (len(rows(shown.events)), rows(shown.attendees)) == (1, [])


def test_an_article_stays_while_one_of_its_events_does(engine):
    held = engine(frames_of(article(event(), VISIT), article(event(), id="b", headline="Another")))
    assert column(Filter(kind=("visit",)).apply(held).articles, "article") == ["a"]


# Properties of any filter on any collection


def has(searched: Words, q: str) -> bool:
    """Every word of `q` begins a word, or where it is Chinese stands anywhere, in one of the texts."""
    texts = [text.casefold() for text in (searched.title, searched.names, searched.text)]
    begun = [rf"{'' if HAN.match(word) else '(?<![a-z])'}{word}" for word in re.findall(r"\w+", q.casefold())]
    return bool(begun) and all(any(re.search(word, text) for text in texts) for word in begun)


def expected(held, asked: Filter) -> set[str]:
    """The rules of the filter in plain Python, on records: which events it chooses."""

    def fits(article, e) -> bool:
        inside = {code for s in e.stops if s.adcode for code in lineage(s.adcode)}
        of_level = [who for who in e.attendees if not asked.level or who.level in asked.level]
        fitting = [who for who in of_level if not asked.organization or who.organization in asked.organization]
        organized = e.organizer in asked.organization and (not asked.level or of_level)
        last = e.end or e.start
        searched = tidy.words(article, e, held)
        return bool(
            (not asked.region or inside & set(asked.region))
            and (not asked.since or (last and last >= asked.since))
            and (not asked.until or (e.start and e.start <= asked.until))
            and (not asked.kind or e.kind in asked.kind)
            and (not (asked.level or asked.organization) or fitting or organized)
            and (not asked.q or has(searched, asked.q))
        )

    return {e.id for a in held.articles if a.review.status == "approved" for e in a.events if fits(a, e)}


@given(held=collections(), asked=filters())
def test_a_filter_chooses_what_its_rules_say(engine, held, asked):
    assert column(asked.apply(engine(frames(held))).events, "event") == sorted(expected(held, asked))


@seldom()
@given(held=collections(), asked=filters(), more=filters(), name=st.sampled_from(list(PARAMS)))
def test_one_more_field_never_adds_a_row(engine, held, asked, more, name):
    held = engine(frames(held))
    wider = asked.without(name)
    narrower = dataclasses.replace(wider, **{PARAMS[name]: getattr(more, PARAMS[name])})
    before, after = wider.apply(held), narrower.apply(held)
    for table in TABLES:
        wide = rows(getattr(before, table))
        assert all(row in wide for row in rows(getattr(after, table))), table


@seldom()
@given(held=collections(), asked=filters())
def test_a_filter_applied_twice_is_the_same_as_once(engine, held, asked):
    if asked.level and asked.organization:  # then the organizer chose events by attendees whose rows are not shown: see above
        asked = asked.without("level")
    once = asked.apply(engine(frames(held)))
    twice = asked.apply(once)
    for table in TABLES:
        key = "article" if table == "articles" else "event"
        assert column(getattr(twice, table), key) == column(getattr(once, table), key), table


@seldom()
@given(held=collections(), asked=filters())
def test_a_filter_changes_no_column_and_no_order(held, asked):
    whole = frames(held)
    shown = asked.apply(whole)
    for table in TABLES:
        before, after = getattr(whole, table), getattr(shown, table)
        assert list(after) == list(before) == list(COLUMNS[table])
        assert list(after.dtypes) == list(before.dtypes)
        assert list(after.index) == list(range(len(after)))
        left = iter(rows(before))
        assert all(row in left for row in rows(after)), f"{table} is in another order"


@seldom()
@given(held=collections(), asked=filters())
def test_a_relation_keeps_the_columns_and_gives_the_same_rows(held, asked):
    whole = frames(held)
    pandas, duckdb = asked.apply(whole), asked.apply(as_duckdb(whole))
    for table in TABLES:
        assert getattr(duckdb, table).columns == list(COLUMNS[table])
        assert sorted(map(repr, rows(getattr(duckdb, table)))) == sorted(map(repr, rows(getattr(pandas, table))))


# The address


@given(asked=filters())
def test_an_address_is_read_back_as_it_was_written(asked):
    assert Filter.from_params(asked.to_params(), KNOWN) == (asked, [])


def test_nothing_stands_in_the_address_for_what_restricts_nothing():
    assert Filter().to_params() == {}


def test_an_adcode_in_the_address_is_text():
    assert Filter(region=("150400",)).to_params() == {"region": ["150400"]}


@pytest.mark.parametrize(
    ("params", "parameter", "said"),
    [
        ({"region": ["999999"]}, "region", "region=999999 is left out. Adcode '999999' is no known area."),
        ({"region": ["150499"]}, "region", "Nearest:"),
        ({"region": ["Chifeng"]}, "region", "150400 Chifeng"),
        ({"from": ["soon"]}, "from", "from=soon is left out: one date, written like 2023-08-12, would work."),
        ({"to": ["2023-02-30"]}, "to", "to=2023-02-30"),
        ({"from": ["20230812"]}, "from", "from=20230812"),
        ({"from": ["2023-W32-6"]}, "from", "from=2023-W32-6"),
        ({"from": ["0001-01-01"]}, "from", "from=0001-01-01"),
        ({"from": ["2023-08-01", "2023-08-02"]}, "from", "one date"),
        ({"from": ["2023-08-12"], "to": ["2023-08-01"]}, "from", "is after"),
        ({"kind": ["party"]}, "kind", "kind=party is left out. These would work: meeting, visit."),
        ({"level": ["galactic"]}, "level", "national"),
        ({"organization": ["Nobody"]}, "organization", "no record names that body"),
        ({"q": ["x" * 201]}, "q", "200"),
        ({"q": ["a\x00b"]}, "q", "printable"),
    ],
)
def test_a_value_that_cannot_be_used_is_left_out_with_one_sentence(params, parameter, said):
    read, bad = Filter.from_params(params, KNOWN)
    assert read == Filter()
    assert [error.parameter for error in bad] == [parameter]
    assert said in str(bad[0])


def test_a_bad_value_leaves_the_good_ones_beside_it():
    read, bad = Filter.from_params({"region": ["150400", "nowhere"], "kind": ["visit"]}, KNOWN)
    assert (read, len(bad)) == (Filter(region=("150400",), kind=("visit",)), 1)


def test_a_value_given_twice_is_taken_once():
    assert Filter.from_params({"region": ["150400", "150400"]}, KNOWN) == (Filter(region=("150400",)), [])


def test_a_long_bad_value_is_cut_in_its_sentence():
    assert all(len(str(e)) < 300 for e in Filter.from_params({name: ["9" * 5000] for name in PARAMS}, KNOWN)[1])


@given(st.dictionaries(st.sampled_from([*PARAMS, "page"]), st.lists(typed, max_size=3)))
def test_no_text_in_an_address_raises_and_each_bad_value_has_one_sentence(params):
    read, bad = Filter.from_params(params, KNOWN)
    assert all(isinstance(e, BadAddress) and str(e).endswith(".") for e in bad)
    for name in ("region", "kind", "level", "organization"):
        wrong = set(params.get(name, ())) - set(getattr(read, name))
        assert len([e for e in bad if e.parameter == name]) == len(wrong)
    assert Filter.from_params(read.to_params(), KNOWN) == (read, [])


def test_without_lets_go_of_what_is_named_and_of_nothing_else():
    asked = Filter(region=("150400",), since=dt.date(2023, 8, 1), until=dt.date(2023, 8, 2))
    assert asked.without("from", "to") == Filter(region=("150400",))


def test_each_restriction_is_described_by_one_phrase():
    asked = Filter(("150400", "150500"), dt.date(2023, 8, 1), dt.date(2023, 8, 9), ("visit",), ("county",), ("Bureau",), "dam")
    assert asked.describe(AREAS) == [
        "in Chifeng and Tongliao", "from 1 August 2023", "to 9 August 2023", "kind: visits", "level: banner, county or district",
        "body: Bureau", "words: dam",
    ]  # fmt: skip


# The shipped record


def test_the_day_between_shows_the_visit_and_not_the_meeting(engine, shipped):
    asked, bad = Filter.from_params({"from": ["2023-08-10"], "to": ["2023-08-10"]}, known_of(shipped))
    assert [(e["kind"]) for e in rows(asked.apply(engine(frames(seed(shipped)))).events)] == ["visit"]
    assert bad == []


def test_tongliao_shows_the_visit_only_and_all_its_stops(engine, shipped):
    shown = Filter(region=("150500",)).apply(engine(frames(seed(shipped))))
    assert [e["kind"] for e in rows(shown.events)] == ["visit"]
    assert column(shown.stops, "adcode") == ["150400", "150500", "152200"]


def test_bad_values_show_everything_and_a_sentence_on_each(engine, shipped):
    asked, bad = Filter.from_params({"region": ["999999"], "from": ["soon"]}, known_of(shipped))
    assert len(rows(asked.apply(engine(frames(shipped))).events)) == sum(len(a.events) for a in shipped.approved)
    assert [e.parameter for e in bad] == ["region", "from"]
