"""data/datapackage.json and data/tables/ are what the records give, and what is described is what is there."""

import json
import shutil
from pathlib import Path

import pytest
from frictionless import Package

from dashboard.data import package, store
from dashboard.data.frames import COLUMNS
from dashboard.data.store import SHIPPED
from tests.factories import article, event, library_of

MAKE = "python -m tests.test_package"


@pytest.fixture(scope="module")
def files(shipped) -> dict[str, bytes]:
    return package.files(shipped)


@pytest.fixture(scope="module")
def resources(files) -> dict[str, dict]:
    return {resource["name"]: resource for resource in json.loads(files["datapackage.json"])["resources"]}


@pytest.fixture
def folder(files, tmp_path) -> Path:
    """The package as it would be published from the records now, to spoil."""
    (tmp_path / "tables").mkdir()
    for name in package.BY_HAND:
        shutil.copy(SHIPPED / package.path(name), tmp_path)
    for path, content in files.items():
        (tmp_path / path).write_bytes(content)
    return tmp_path


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode("utf-8")
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


def repeat_last_line(file: Path) -> None:
    file.write_bytes(file.read_bytes() + file.read_bytes().splitlines(keepends=True)[-1])


def errors(folder: Path) -> set[tuple[str, str]]:
    """(file, type of error) of all that validation finds."""
    report = Package(folder / "datapackage.json").validate()
    return {(task.name, error.type) for task in report.tasks for error in task.errors} | {("", e.type) for e in report.errors}


# What is published


def test_the_published_files_are_what_the_records_give(files):
    stale = [path for path, made in files.items() if not (SHIPPED / path).is_file() or (SHIPPED / path).read_bytes() != made]
    assert stale == [], f"the records have changed: run `{MAKE}` and commit {', '.join(stale)}"


def test_no_other_table_is_published(files):
    assert {f"tables/{file.name}" for file in (SHIPPED / "tables").iterdir()} == {
        path for path in files if path.startswith("tables/")
    }


def test_the_package_is_valid():
    assert errors(SHIPPED) == set()


def test_a_package_without_records_still_has_every_table_and_column():
    made = package.files(library_of())
    for table, columns in COLUMNS.items():
        assert made[f"tables/{table}.csv"].decode("utf-8-sig") == ",".join(columns) + "\r\n"


def test_the_version_is_the_day_of_the_last_review():
    first, last = article(event(), id="a"), article(event(), id="b")
    first["review"]["at"], last["review"]["at"] = "2024-01-02", "2024-03-04"
    made = json.loads(package.files(library_of(first, last))["datapackage.json"])
    assert (made["version"], made["created"]) == ("2024-03-04", "2024-03-04T00:00:00Z")


# What is described


def test_every_table_is_described_and_no_other(resources):
    assert list(resources) == [*COLUMNS, "areas", "people"]


@pytest.mark.parametrize("table", COLUMNS)
def test_a_column_is_described_as_the_frames_do_and_no_other_is(resources, table):
    described = {f["name"]: f["description"] for f in resources[table]["schema"]["fields"]}
    assert described == {column: meaning for column, (_dtype, meaning) in COLUMNS[table].items()}


@pytest.mark.parametrize("table", [*COLUMNS, "areas", "people"])
def test_the_columns_of_a_file_are_those_described_in_their_order(resources, table):
    head = (SHIPPED / resources[table]["path"]).read_text("utf-8-sig").splitlines()[0]
    assert head.split(",") == [f["name"] for f in resources[table]["schema"]["fields"]]


@pytest.mark.parametrize("table", package.TABLES)
def test_what_is_said_of_a_column_is_said_of_one_that_there_is(table):
    said, columns = package.TABLES[table], COLUMNS | package.BY_HAND
    assert {*said.key, *said.may_be_empty, *said.points_to, *said.lists} <= {*columns[table]}
    assert all(its in columns[there] for there, its in said.points_to.values())


def test_a_closed_list_is_the_one_of_the_records():
    kinds, level = package.TABLES["events"].lists, package.TABLES["attendees"].lists["level"]
    assert kinds["kind"] == ("meeting", "visit")
    assert kinds["date_basis"] == ("stated", "published", "url", "context")
    assert level == ("national", "region", "prefecture", "county", "township", "other")


# What validation finds


@pytest.mark.parametrize(
    ("table", "old", "new", "found"),
    [
        ("stops", ",150400,", ",1504,", "constraint-error"),
        ("stops", ",150400,", ",150499,", "foreign-key"),
        ("event_areas", ",150000", ",990000", "foreign-key"),
        ("events", ",meeting,", ",party,", "constraint-error"),
        ("events", ",meeting,", ",,", "constraint-error"),
        ("events", ",2023-08-12,", ",12 August,", "type-error"),
        ("attendees", ",13,17,exact,", ",0,17,exact,", "constraint-error"),
        ("attendees", "\n2023-08-13-", "\n2023-08-14-", "foreign-key"),
        ("evidence", ",quote,", ",words,", "incorrect-label"),
    ],
)
def test_a_spoilt_value_is_found(folder, table, old, new, found):
    spoil(folder / "tables" / f"{table}.csv", old, new)
    assert (table, found) in errors(folder)


@pytest.mark.parametrize("table", [*COLUMNS, "areas", "people"])
def test_a_row_that_stands_there_twice_is_found(folder, resources, table):
    repeat_last_line(folder / resources[table]["path"])
    assert (table, "primary-key") in errors(folder)


def test_an_area_that_is_not_in_the_table_of_areas_is_found(folder):
    spoil(folder / "areas.csv", "\n150400,", "\n150498,")
    assert {("stops", "foreign-key"), ("event_areas", "foreign-key"), ("areas", "foreign-key")} <= errors(folder)


if __name__ == "__main__":
    (SHIPPED / "tables").mkdir(exist_ok=True)
    for path, content in package.files(store.load()).items():
        (SHIPPED / path).write_bytes(content)
