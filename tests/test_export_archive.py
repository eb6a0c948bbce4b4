"""A zipped view is a valid data package: what it describes is in it, and it says which view it is."""

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from frictionless import Package
from hypothesis import given, settings

from dashboard import library
from dashboard.data import areas
from dashboard.data.exports.archive import to_zip
from dashboard.data.filters import Filter
from dashboard.data.package import BY_HAND
from dashboard.data.store import SHIPPED, Holdings
from tests.factories import PEOPLE, article, collections, event, export_of, filters, library_of, person, record, seldom

VIEWS = {
    "all": Filter(),
    "a region": Filter(region=("150400",)),
    "a level": Filter(level=("county",)),
    "one of two reports": Filter(q="CGTN"),
    "nothing": Filter(q="nowhere to be found"),
}


def files(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def zipped(chosen: Filter) -> bytes:
    return to_zip(library.export(library.current(), chosen, "events"))


def pointing(content: bytes) -> set[str]:
    """The columns that are said to point to a row of another table."""
    described = json.loads(files(content)["datapackage.json"])["resources"]
    return {column for table in described for key in table["schema"]["foreignKeys"] for column in key["fields"]}


def valid(content: bytes, folder: Path) -> list[tuple[str, str]]:
    """(table, type of error) of all that another's validator finds."""
    (folder / "a.zip").write_bytes(content)
    report = Package(str(folder / "a.zip")).validate()
    assert len(report.tasks) == 8
    return [("", error.type) for error in report.errors] + [(t.name, error.type) for t in report.tasks for error in t.errors]


@pytest.mark.parametrize("chosen", VIEWS.values(), ids=VIEWS)
def test_every_view_is_a_valid_package(chosen, tmp_path):
    assert valid(zipped(chosen), tmp_path) == []


@settings(parent=seldom())
@given(held=collections(), chosen=filters())
def test_any_collection_is_a_valid_package(tmp_path_factory, held, chosen):
    assert valid(to_zip(export_of(held, chosen)), tmp_path_factory.mktemp("package")) == []


def test_an_occasion_points_to_its_first_report_where_the_view_has_it():
    first = article(event(), id="a")
    second = article(event(title="Told again"), id="b", published="2023-08-14")
    held = library_of(first, second)
    whole, part = (to_zip(export_of(held, chosen)) for chosen in (Filter(), Filter(q="told again")))
    assert [row["occasion"] for row in rows(files(part)["tables/events.csv"])] == ["a--m1"]
    assert ("occasion" in pointing(whole), "occasion" in pointing(part)) == (True, False)


def test_the_tables_are_narrowed_to_the_events_of_the_rows():
    made = library.export(library.current(), Filter(region=("150400",)), "events")
    made = replace(made, rows=made.rows.iloc[2:6])  # as a page of the API has them
    found = {name: rows(text) for name, text in files(to_zip(made)).items() if name.startswith("tables/")}
    events = set(made.rows["event"])
    assert {name: {row["event"] for row in table} for name, table in found.items() if "articles" not in name} == {
        f"tables/{name}.csv": events for name in ("events", "stops", "event_areas", "attendees", "evidence")
    }
    assert {row["article"] for row in found["tables/articles.csv"]} == set(made.rows["article"])


@pytest.mark.parametrize("name", BY_HAND)
def test_areas_and_people_are_as_the_data_folder_has_them(name):
    shipped = (SHIPPED / f"{name}.csv").read_text("utf-8-sig")
    assert rows(files(zipped(Filter(region=("150400",))))[f"{name}.csv"]) == rows(shipped)


def test_areas_of_ones_own_need_not_say_where_their_names_are_from(tmp_path):
    (tmp_path / "areas.csv").write_text("adcode,name_en,name_zh,unit\n150000,IM,内蒙古,region\n150400,CF,赤峰,city\n", "utf-8")
    held = Holdings((record(article(event())),), PEOPLE, areas.read(tmp_path / "areas.csv"), (), "test")
    assert valid(to_zip(export_of(held)), tmp_path) == []


def test_it_says_in_words_which_view_it_is_and_how_to_count():
    made = library.export(library.current(), Filter(region=("150400",), kind=("visit",)), "events")
    said = files(to_zip(made))
    described = json.loads(said["datapackage.json"])
    assert (described["filter"], described["data_version"]) == (["in Chifeng", "kind: visits"], made.version)
    for words in ("Filter: in Chifeng; kind: visits.", made.version, "never 0", "MIT", "CC BY 4.0", made.attribution):
        assert words in said["README.txt"]


def test_nothing_in_it_depends_on_the_day_that_it_is_made():
    with ZipFile(BytesIO(zipped(Filter()))) as archive:
        assert {(entry.date_time, entry.external_attr >> 16) for entry in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0o644)}


def test_text_that_a_spreadsheet_would_run_is_inert_in_it():
    made = to_zip(export_of(library_of(article(event(title="=1+1", attendees=[person("+Li")])))))
    assert rows(files(made)["tables/events.csv"])[0]["title"] == "'=1+1"
    assert rows(files(made)["tables/attendees.csv"])[0]["name"] == "'+Li"
