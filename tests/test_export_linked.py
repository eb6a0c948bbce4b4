"""The JSON-LD is a graph with an event for each occasion: what is ours in it says so, and nothing is guessed."""

import json

import pytest
from hypothesis import given, settings
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from dashboard import library
from dashboard.data.exports.export import Export, urn
from dashboard.data.exports.linked import CONTEXT, event_jsonld, inert, to_jsonld
from dashboard.data.exports.told import told
from dashboard.data.filters import Filter
from tests.factories import (
    UNDATED,
    article,
    collections,
    event,
    export_of,
    filters,
    group,
    library_of,
    person,
    seldom,
    stop,
)

SCHEMA = Namespace("https://schema.org/")
SITE = "https://daybook.example.org"
DOUBT = "On which of these days is not stated."


def of(*articles: dict, site: str = "") -> Export:
    return export_of(library_of(*articles), site=site)


def linked(made: Export) -> list[dict]:
    """The events of a graph."""
    return [node for node in json.loads(to_jsonld(made))["@graph"] if node["@type"] == "Event"]


def graph(made: Export) -> Graph:
    """The same as RDF. The context is put in here: its name would be fetched from the network."""
    data = json.loads(to_jsonld(made)) | {"@context": {"@vocab": str(SCHEMA)}}
    return Graph().parse(data=json.dumps(data), format="json-ld")


def test_the_events_of_the_graph_are_those_that_the_page_counts():
    held = library.current()
    for chosen in (Filter(), Filter(region=("150400",))):
        found = graph(library.export(held, chosen, "events"))
        assert len(set(found.subjects(RDF.type, SCHEMA.Event))) == library.numbers(held, chosen).events.value


@settings(parent=seldom())
@given(held=collections(), chosen=filters())
def test_any_view_is_a_graph_with_an_event_for_each_occasion(held, chosen):
    made = export_of(held, chosen)
    found = graph(made)
    assert {str(node) for node in found.subjects(RDF.type, SCHEMA.Event)} == {urn(o) for o in set(made.rows["occasion"])}
    assert len(list(found.subjects(RDF.type, SCHEMA.Dataset))) == 1


def test_the_dataset_says_its_filter_its_version_and_what_it_is_based_on():
    made = export_of(library_of(article(event())), Filter(region=("150400",)))
    dataset = json.loads(to_jsonld(made))["@graph"][0]
    assert "Filter: in Chifeng." in dataset["description"]
    assert (dataset["version"], dataset["creditText"]) == ("test", "Boundaries: tests")
    assert dataset["isBasedOn"] == ["https://example.org/1"]


@pytest.mark.parametrize(
    ("dates", "expected", "said"),
    [
        ({}, ("2023-08-12", "2023-08-12"), None),
        ({"start": "2023-08-09", "date_precision": "range"}, ("2023-08-09", "2023-08-12"), DOUBT),
        ({"start": "2023-08-01", "date_precision": "month"}, ("2023-08", "2023-08"), DOUBT),
        (UNDATED | {"date_text": "5 January"}, (None, None), "“5 January”, no year given"),
        (UNDATED, (None, None), "no date given"),
    ],
)
def test_days_stand_there_as_exactly_as_they_are_known(dates, expected, said):
    (found,) = linked(of(article(event(**dates))))
    assert (found.get("startDate"), found.get("endDate"), found.get("description")) == (*expected, said)


def test_a_place_stands_in_its_areas_and_a_point_is_its_areas():
    (found,) = linked(of(article(event(stops=[stop("150402", place="A hall"), stop(None, place="Ulaanbaatar")]))))
    hall, abroad = found["location"]
    district = hall["containedInPlace"]
    assert (hall["name"], "geo" in hall, abroad) == ("A hall", False, {"@type": "Place", "name": "Ulaanbaatar"})
    assert (district["identifier"]["value"], "geo" in district) == ("150402", False)
    assert district["containedInPlace"]["geo"] == {"@type": "GeoCoordinates", "latitude": 43.3, "longitude": 119.0}
    assert district["containedInPlace"]["containedInPlace"]["identifier"]["value"] == "150000"


def test_a_person_stands_there_with_the_chinese_name_and_the_post_held():
    who = person(person="zhang-yankun", role="Chairman", organization="CPPCC")
    (found,) = linked(of(article(event(attendees=[who]))))[0]["attendee"]
    assert found == {
        "@type": "Person",
        "name": "Zhang Yankun",
        "alternateName": ["张延昆"],
        "identifier": "zhang-yankun",
        "jobTitle": ["Chairman"],
        "affiliation": [{"@type": "Organization", "name": "CPPCC"}],
    }


def test_what_is_ours_is_marked():
    (found,) = linked(of(article(event(attendees=[group(linked_by="inferred")]))))
    report, quotation = found["subjectOf"]
    assert found["attendee"][0]["description"].endswith("The report does not say that they took part: we conclude it.")
    assert (report["@type"], report["description"]) == ("NewsArticle", "The headline is in our words.")
    assert (quotation["text"], quotation["creator"]["name"]) == ("They met in Chifeng on 12 August.", "Daybook")
    assert quotation["description"] == "our summary of a report by A paper"


def test_the_words_of_a_readers_own_copy_are_not_called_ours():
    _report, quotation = linked(of(article(event(), text_kind="full")))[0]["subjectOf"]
    assert ("creator" in quotation, quotation["description"]) == (False, "A paper")


@pytest.mark.parametrize(
    ("headcount", "said"),
    [
        ({"basis": "not_stated"}, "Number of people: not stated."),
        ({"basis": "stated", "value": 30, "qualifier": "at_least"}, "Number of people: at least 30."),
        ({"basis": "stated", "value": 351, "out_of": 385}, "Number of people: 351 of 385."),
        ({"basis": "inferred", "value": 12}, "Number of people: 12 (inferred)."),
    ],
)
def test_a_number_of_people_is_said_as_it_is_known(headcount, said):
    assert linked(of(article(event(attendees=[group(headcount=headcount)]))))[0]["attendee"][0]["description"] == said


def test_an_event_is_its_page_where_daybook_is_known_and_else_a_name_that_lasts():
    here, nowhere = (linked(of(article(event()), site=site))[0] for site in (SITE, ""))
    assert (here["@id"], here["url"]) == (f"{SITE}/r/a--m1", f"{SITE}/r/a--m1")
    assert (nowhere["@id"], "url" in nowhere) == (urn("a--m1"), False)


def test_one_event_can_stand_in_a_page_and_nothing_in_it_ends_the_script_element():
    made = of(article(event(title="</script><script>alert(1)</script>")))
    written = inert({"@context": CONTEXT, **event_jsonld(told(made)[0], made)})
    assert "<" not in written
    assert json.loads(written)["name"] == "</script><script>alert(1)</script>"


def test_an_occasion_of_two_reports_has_both_as_sources_and_each_person_once():
    (found,) = linked(of(article(event(), id="a"), article(event(title="Told again"), id="b", publisher="Another paper")))
    assert [source["publisher"]["name"] for source in found["subjectOf"][::2]] == ["A paper", "Another paper"]
    assert [who["name"] for who in found["attendee"]] == ["Zhang Yankun", "Officials", "Officials"]  # a group is its article's
