"""What a curator does to a value does that and nothing else; what cannot be is refused in a sentence."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.curation import additions, desk, edits
from dashboard.curation.edits import Known
from dashboard.data import revisions
from dashboard.data.areas import Area, Areas
from dashboard.data.errors import BadArea, BadRecord, DaybookError
from dashboard.data.records import Article, Attendee
from dashboard.data.revisions import as_file
from tests import factories

KNOWN = Known(factories.AREAS, factories.PEOPLE)
COUNT = {"value": 30, "basis": "stated"}


def article(*events: dict, **changes) -> Article:
    return Article.model_validate(factories.article(*(events or (factories.event(),)), status="draft", **changes))


def words(made: Article, quote: str):
    at = made.full_text.index(quote)
    return edits.said_in(made, at, at + len(quote))


def readable(made: Article) -> Article:
    """As its file will be read."""
    return Article.model_validate_json(as_file(made), strict=True)


def edited(made: Article, mark: str, **fields: str) -> Article:
    return readable(edits.edit(made, mark, fields, KNOWN))


def one(made: Article, n: int = 0) -> Attendee:
    return made.events[0].attendees[n]


def test_pointing_changes_the_words_and_not_the_value():
    made = article()
    after = edits.point(made, "m1.stops.1", words(made, "met in Chifeng"))
    assert after.events[0].stops[0].evidence.quote == "met in Chifeng"
    assert after.events[0].stops[0].adcode == "150400"


def test_words_that_stand_there_twice_are_told_apart():
    made = article(text=["They met in Chifeng. Chifeng was cold.", "They met in Chifeng"[::-1]])
    second = made.full_text.rindex("Chifeng was")
    assert edits.said_in(made, second, second + 7).occurrence == 2


def test_no_words_are_no_evidence():
    with pytest.raises(BadRecord, match="No words were chosen"):
        edits.said_in(article(), 3, 3)


def test_a_rejected_stop_leaves_the_others_in_their_order():
    made = article(factories.visit())
    after = readable(edits.reject(made, "v1.stops.2"))
    assert [s.adcode for s in after.events[0].stops] == ["152200", "150402"]


def test_a_rejected_date_is_no_date():
    event = readable(edits.reject(article(), "m1.dates")).events[0]
    assert (event.start, event.date_precision, event.date_basis, event.evidence.dates) == (None, "unknown", None, None)


def test_with_its_kind_an_event_goes():
    assert edits.reject(article(), "m1.kind").events == ()


def test_parts_of_a_rejected_group_are_parts_of_nobody_and_later_ones_keep_their_whole():
    rows = [
        factories.group("Officials", headcount=COUNT),
        factories.group("Staff", headcount=COUNT),
        factories.group("Some officials", headcount=COUNT | {"value": 2, "part_of": 1}),
        factories.group("Some staff", headcount=COUNT | {"value": 2, "part_of": 2}),
    ]
    after = readable(edits.reject(article(factories.event(attendees=rows)), "m1.attendees.1"))
    assert [a.headcount.part_of for a in after.events[0].attendees] == [None, None, 1]


def test_a_day_given_makes_the_date_known():
    made = article(factories.event(**factories.UNDATED, date_text="12 August"))
    event = edited(made, "m1.dates", start="2023-08-12", end="").events[0]
    assert (event.start, event.date_precision, event.date_text) == (dt.date(2023, 8, 12), "day", None)


def test_two_days_are_a_range():
    assert edited(article(), "m1.dates", start="2023-08-09", end="2023-08-12").events[0].date_precision == "range"


def test_a_day_taken_out_leaves_the_words_as_printed():
    event = edited(article(), "m1.dates", start="").events[0]
    assert (event.start, event.date_text) == (None, "They met in Chifeng")


@pytest.mark.parametrize("text", ["12 August", "2023-02-30", "0", "2023-8-1"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(BadRecord, match="is no day"):
        edited(article(), "m1.dates", start=text)


@pytest.mark.parametrize("said", ["150500", "Tongliao", "通辽市", "tongliao city"])
def test_an_area_may_be_given_by_its_code_or_a_name(said):
    assert edited(article(), "m1.stops.1", adcode=said).events[0].stops[0].adcode == "150500"


@pytest.mark.parametrize("code", ["150402", "420111", "110105"])  # Hongshan District is in Chifeng, and in Wuhan
def test_an_area_as_the_form_shows_it_is_known_again(code):
    assert edits.area(edits.named(code, factories.AREAS), factories.AREAS) == code


def test_an_unknown_area_is_refused_with_the_nearest():
    with pytest.raises(BadArea, match="Tongliao"):
        edited(article(), "m1.stops.1", adcode="Tonglio")


def test_a_name_that_several_areas_have_is_refused_with_all_of_them():
    twice = Areas({code: Area(code, "Qianqi", "前旗", "banner") for code in ("150121", "152221")})
    with pytest.raises(BadRecord, match=r"Several areas .* 152221 Qianqi. Give the code"):
        edits.edit(article(), "m1.stops.1", {"adcode": "前旗"}, Known(twice, {}))


def test_no_area_is_a_place_abroad_or_unknown():
    assert edited(article(), "m1.stops.1", adcode="").events[0].stops[0].adcode is None


def test_sites_are_parted_by_semicolons():
    assert edited(article(), "m1.stops.1", sites="a farm; a port；一所学校").events[0].stops[0].sites == (
        "a farm",
        "a port",
        "一所学校",
    )


def test_a_person_renamed_is_linked_to_the_one_held_of_that_name():
    assert one(
        edited(article(factories.event(attendees=[factories.person("Zhang")])), "m1.attendees.1", name="Zhang Yankun")
    ).person


def test_a_person_renamed_to_one_not_held_is_linked_to_nobody():
    made = article(factories.event(attendees=[factories.person(person="zhang-yankun")]))
    assert one(edited(made, "m1.attendees.1", name="Li Ming")).person is None


def test_a_number_given_to_a_group_is_stated_and_one_taken_out_is_not_stated():
    stated = edited(article(factories.event(attendees=[factories.group()])), "m1.attendees.1", value="30")
    assert (one(stated).headcount.value, one(stated).headcount.basis) == (30, "stated")
    assert one(edited(stated, "m1.attendees.1", value="")).headcount.basis == "not_stated"


@pytest.mark.parametrize("text", ["0", "-3", "three", "1.5", "３０", "1" * 9])
def test_what_is_no_number_of_people_is_refused(text):
    with pytest.raises(BadRecord, match="is no number of people"):
        edited(article(factories.event(attendees=[factories.group()])), "m1.attendees.1", value=text)


def test_a_value_that_is_gone_is_a_sentence():
    with pytest.raises(BadRecord, match="There is no value"):
        edits.reject(article(), "m1.stops.9")


def test_an_added_place_is_the_area_that_its_words_name():
    made = article()
    after, mark = additions.add(made, "m1", "stop", words(made, "Tongliao"), KNOWN)
    assert (after.events[0].stops[1].adcode, mark) == ("150500", "m1.stops.2")


def test_an_added_date_is_read_by_our_own_grammar_and_without_a_year_stays_words():
    made = article(factories.event(**factories.UNDATED), published=None)
    after, _mark = additions.add(made, "m1", "dates", words(made, "12 August"), KNOWN)
    assert (readable(after).events[0].start, after.events[0].date_text) == (None, "12 August")


def test_an_added_group_has_no_number_stated():
    made = article()
    after, _mark = additions.add(made, "m1", "group", words(made, "Officials"), KNOWN)
    assert one(readable(after), -1).headcount.basis == "not_stated"


def test_a_new_event_says_what_its_words_say_and_no_more():
    made = article()
    after, mark = additions.new_event(made, "visit", words(made, "went to see Tongliao"))
    event = readable(after).events[1]
    assert (event.kind, event.title, event.start, event.stops, mark) == ("visit", "Went to see Tongliao", None, (), "v1.kind")


def actions() -> st.SearchStrategy[dict]:
    marks = st.sampled_from(["m1.kind", "m1.dates", "m1.topic", "m1.organizer", "v1.stops.1", "v1.stops.3", "m1.attendees.1",
                             "m1.attendees.2", "v1.attendees.1", "x", ""])  # fmt: skip
    text = st.one_of(
        st.sampled_from(["", "2023-08-12", "2020-01-01", "150400", "Chifeng", "30", "range", "month", "stated"]), st.text()
    )
    names = ["start", "end", "date_precision", "date_basis", "date_text", "adcode", "place", "sites", "date", "name", "name_zh",
             "label", "level", "value", "out_of", "qualifier", "basis", "title", "kind", "note", "linked_by"]  # fmt: skip
    span = {"start": st.integers(0, 80), "end": st.integers(0, 130)}
    what = st.sampled_from(["stop", "person", "group", "organizer", "topic", "dates", "else"])
    return st.one_of(
        st.fixed_dictionaries({"do": st.sampled_from(["accept", "reject"]), "mark": marks}),
        st.fixed_dictionaries({"do": st.just("edit"), "mark": marks, "fields": st.dictionaries(st.sampled_from(names), text)}),
        st.fixed_dictionaries({"do": st.just("point"), "mark": marks, **span}),
        st.fixed_dictionaries({"do": st.just("add"), "event": st.sampled_from(["m1", "v1", "z"]), "what": what, **span}),
        st.fixed_dictionaries({"do": st.just("new_event"), "kind": st.sampled_from(["meeting", "visit"]), **span}),
        st.fixed_dictionaries(
            {"do": st.sampled_from(["accept_all", "remove_event"]), "event": st.sampled_from(["m1", "v1", "z"])}
        ),
    )


@given(st.lists(actions(), max_size=6))
def test_whatever_is_done_to_a_draft_its_file_can_be_read_or_a_sentence_says_why_not(asked):
    made = article(factories.event(), factories.visit(topic="Herding"))
    for action in asked:
        with suppress(DaybookError):
            after, _marks = desk.done(made, action, KNOWN)
            made = revisions.checked(after, Path("a.json"), KNOWN.areas, {**KNOWN.people})
