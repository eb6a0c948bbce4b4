"""The Popolo holds together: every record is one of its class, every reference resolves, and nothing is guessed."""

import json

import jsonschema
import pytest
from hypothesis import given, settings

from dashboard import library
from dashboard.data.exports.popolo import to_popolo
from dashboard.data.filters import Filter
from tests.factories import UNDATED, article, collections, event, export_of, filters, group, library_of, person, seldom, visit

TEXT, TEXTS = {"type": "string", "minLength": 1}, {"type": "array"}
DATE = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
NAMES = {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": TEXT, "note": TEXT}}}
LINK = {"type": "object", "required": ["url"], "properties": {"url": TEXT | {"pattern": "^https?://"}, "note": TEXT}}
SOURCES = {"type": "array", "items": LINK | {"additionalProperties": False}}
CLASSES = {  # class -> the properties of ours that its schema has; https://www.popoloproject.com/specs/
    "persons": {"id": TEXT, "name": TEXT, "other_names": NAMES, "sources": SOURCES},
    "organizations": {"id": TEXT, "name": TEXT, "sources": SOURCES},
    "memberships": {"person_id": TEXT, "organization_id": TEXT, "role": TEXT, "sources": SOURCES},
    "areas": {"id": TEXT, "name": TEXT, "other_names": NAMES, "identifier": TEXT, "classification": TEXT, "parent_id": TEXT},
    "events": {
        **{"id": TEXT, "name": TEXT, "description": TEXT, "classification": TEXT, "location": TEXT, "organization_id": TEXT},
        **{"start_date": DATE, "end_date": DATE, "sources": SOURCES, "stops": TEXTS, "groups": TEXTS},
        "attendees": {"type": "array", "items": {"type": "object", "required": ["id"]}},
    },
}


def check(data: dict) -> None:
    """Every record is one of its class, every id stands there once, and every reference resolves."""
    assert set(data) == {"meta", *CLASSES}
    for name, properties in CLASSES.items():
        schema = {"type": "object", "properties": properties, "additionalProperties": False}
        jsonschema.validate(data[name], {"type": "array", "items": schema})
    ids = {name: [record["id"] for record in data[name]] for name in CLASSES if name != "memberships"}
    assert all(len(set(found)) == len(found) for found in ids.values())
    parts = [part for found in data["events"] for part in (*found.get("stops", ()), *found.get("groups", ()))]
    for record in (*data["memberships"], *data["events"], *data["areas"], *parts):
        assert record.get("person_id") in (None, *ids["persons"])
        assert record.get("organization_id") in (None, *ids["organizations"])
        assert record.get("area_id") in (None, *ids["areas"])
        assert record.get("parent_id") in (None, *ids["areas"])
    assert {who["id"] for found in data["events"] for who in found.get("attendees", ())} == set(ids["persons"])


DOUBT = "On which of these days is not stated."
VIEWS = (Filter(), Filter(region=("150400",)), Filter(level=("county",)), Filter(q="nowhere to be found"))


def of(*articles: dict) -> dict:
    return json.loads(to_popolo(export_of(library_of(*articles))))


@pytest.mark.parametrize("chosen", VIEWS)
def test_what_is_held_is_popolo_and_every_reference_in_it_resolves(chosen):
    check(json.loads(to_popolo(library.export(library.current(), chosen, "events"))))


@settings(parent=seldom())
@given(held=collections(), chosen=filters())
def test_any_view_is_popolo_and_every_reference_in_it_resolves(held, chosen):
    check(json.loads(to_popolo(export_of(held, chosen))))


def test_its_people_are_those_that_the_page_counts():
    held = library.current()
    for chosen in VIEWS:
        found = json.loads(to_popolo(library.export(held, chosen, "events")))["persons"]
        assert len(found) == library.numbers(held, chosen).people.value


def test_a_name_that_is_ours_is_marked_and_the_printed_one_stands_beside_it():
    data = json.loads(to_popolo(library.export(library.current(), Filter(q="Wu Tuanying"), "events")))
    found = next(p for p in data["persons"] if p["id"] == "wu-tuanying")
    assert found["name"] == "Wu Tuanying"
    assert {name["name"]: name["note"] for name in found["other_names"]} == {
        "Wu Tuanying": "Latin letters by us, from the Chinese",
        "吴团英": "Chinese",
    }


@pytest.mark.parametrize("post", [{"role": "Chairman"}, {"organization": "CPPCC"}, {}])
def test_there_is_no_membership_without_a_role_and_a_body(post):
    assert of(article(event(attendees=[person(**post)])))["memberships"] == []


def test_a_post_held_at_two_events_is_one_membership_with_both_sentences():
    who = person(role="Chairman", organization="CPPCC")
    later = who | {"evidence": {"quote": "Later they went to see Tongliao!"}}
    (found,) = of(article(event(attendees=[who]), visit(attendees=[later])))["memberships"]
    assert [source["note"] for source in found["sources"]] == [
        "12 August 2023: “They met in Chifeng on 12 August.” (our summary of a report by A paper)",
        "9–12 August 2023: “Later they went to see Tongliao!” (our summary of a report by A paper)",
    ]


def test_the_source_of_an_organizer_is_the_sentence_that_names_it():
    said = {"kind": {"quote": "They met in Chifeng"}, "dates": {"quote": "12 August"}, "organizer": {"quote": "It rained."}}
    (found,) = of(article(event(organizer="CPPCC", evidence=said, attendees=[])))["organizations"]
    assert "“It rained.”" in found["sources"][0]["note"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({}, ("2023-08-12", "2023-08-12", None)),
        ({"start": "2023-08-09", "date_precision": "range"}, ("2023-08-09", "2023-08-12", DOUBT)),
        ({"start": "2023-08-01", "date_precision": "month"}, ("2023-08", "2023-08", DOUBT)),
        (UNDATED | {"date_text": "5 January"}, (None, None, "“5 January”, no year given")),
    ],
)
def test_days_stand_there_as_exactly_as_they_are_known(dates, expected):
    (found,) = of(article(event(**dates)))["events"]
    assert (found.get("start_date"), found.get("end_date"), found.get("description")) == expected


@pytest.mark.parametrize(
    ("headcount", "expected"),
    [
        ({"basis": "not_stated"}, {}),
        ({"basis": "stated", "value": 351, "out_of": 385}, {"headcount": 351, "out_of": 385, "qualifier": "exact"}),
        ({"basis": "inferred", "value": 12}, {"headcount": 12, "qualifier": "exact"}),
    ],
)
def test_a_group_has_the_number_that_is_known_and_how_it_is(headcount, expected):
    (found,) = of(article(event(attendees=[group(headcount=headcount)])))["events"][0]["groups"]
    assert found == {"name": "Officials", "linked_by": "stated", "basis": headcount["basis"]} | expected


def test_an_occasion_of_two_reports_has_both_as_sources_and_each_person_once():
    (found,) = of(article(event(), id="a"), article(event(title="Told again"), id="b"))["events"]
    assert ([who["id"] for who in found["attendees"]], len(found["sources"])) == (["Zhang Yankun"], 2)
