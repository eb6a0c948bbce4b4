"""Every format holds what the view shows: read back by another's reader, it gives the same counts and says whose it is."""

import datetime as dt
import json
import sqlite3
import tempfile
from contextlib import closing
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import feedparser
import icalendar
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import library
from dashboard.data.exports.calendar import entry, to_ics
from dashboard.data.exports.export import Export
from dashboard.data.exports.feed import MOST
from dashboard.data.exports.formats import FORMATS
from dashboard.data.filters import Filter
from dashboard.data.record_rows import TABLES_SHOWN
from dashboard.data.store import SHIPPED
from dashboard.data.vocabulary import KINDS, LEVELS
from tests.factories import article, event, export_of, group, library_of, seldom


@pytest.fixture(scope="module")
def held():
    return library.current()


def written(held, form: str, chosen: Filter, table: str = "events") -> bytes:
    return FORMATS[form].write(library.export(held, chosen, table))


def ids(form: str, content: bytes) -> list[str]:
    """The occasions in a file, read by a reader that is not ours."""
    if form == "csv":
        return pd.read_csv(BytesIO(content), dtype="str", encoding="utf-8-sig")["occasion"].tolist()
    if form == "parquet":
        return pq.read_table(BytesIO(content)).column("occasion").to_pylist()
    if form == "zip":
        with ZipFile(BytesIO(content)) as archive:
            return ids("csv", archive.read("tables/events.csv"))
    if form == "gpkg":
        return layer(content)["occasion"].tolist()
    if form == "ics":
        return [c["uid"].removesuffix("@daybook") for c in icalendar.Calendar.from_ical(content).subcomponents]
    if form == "atom":
        return [entry.id for entry in feedparser.parse(content).entries]
    data = json.loads(content)
    if form == "jsonld":
        return [node["identifier"] for node in data["@graph"] if node["@type"] == "Event"]
    if form == "popolo":
        return [found["id"] for found in data["events"]]
    return [row["occasion"] for row in data.get("records") or [f["properties"] for f in data.get("features", ())]]


def layer(package: bytes) -> pd.DataFrame:
    """The rows of a GeoPackage, as GDAL reads them."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.gpkg").write_bytes(package)
        return pyogrio.read_dataframe(Path(folder) / "a.gpkg")


def text_of(form: str, content: bytes) -> str:
    """All that a file says, for a look."""
    if form == "zip":
        with ZipFile(BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    if form == "gpkg":
        with closing(sqlite3.connect(":memory:")) as held:
            held.deserialize(content)
            return "\n".join(held.iterdump())
    if form == "parquet":
        table = pq.read_table(BytesIO(content))
        return f"{json.dumps(table.to_pylist(), default=str)}\n{table.schema.metadata[b'daybook'].decode()}"
    return content.decode().replace("\r\n ", "").replace("\\,", ",")


views = st.builds(
    Filter,
    region=st.lists(st.sampled_from(("150400", "150500", "152200", "150100", "150426", "110000")), max_size=2, unique=True).map(
        tuple
    ),
    since=st.none() | st.dates(dt.date(2015, 1, 1), dt.date(2022, 1, 1)),
    until=st.none() | st.dates(dt.date(2022, 1, 1), dt.date(2026, 12, 31)),
    kind=st.lists(st.sampled_from(KINDS), max_size=1).map(tuple),
    level=st.lists(st.sampled_from(LEVELS), max_size=2, unique=True).map(tuple),
    q=st.sampled_from(("", "", "chifeng", "赤峰", "survey")),
)


@settings(max_examples=30)
@given(chosen=views)
def test_every_format_holds_the_events_that_the_page_counts(chosen):
    held = library.current()
    shown = library.numbers(held, chosen).events.value
    expected = dict.fromkeys(FORMATS, shown) | {"atom": min(shown, MOST)}
    assert {form: len(set(ids(form, written(held, form, chosen)))) for form in FORMATS} == expected


@pytest.mark.parametrize("table", TABLES_SHOWN)
@pytest.mark.parametrize("form", [form for form, made in FORMATS.items() if not made.tables])
def test_every_table_is_written_with_all_its_rows(held, form, table):
    rows = len(library.table(held, Filter(), table, ()))
    content = written(held, form, Filter(), table)
    if form == "csv":
        found = len(pd.read_csv(BytesIO(content), encoding="utf-8-sig"))
    else:
        found = len(json.loads(content)["records"]) if form == "json" else pq.read_table(BytesIO(content)).num_rows
    assert found == rows > 0


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "csv"])  # which has no room for it: zip has
def test_a_file_says_its_filter_in_words_and_the_version_of_the_data(held, form):
    text = text_of(form, written(held, form, Filter(region=("150400",), kind=("visit",))))
    assert all(said in text for said in ("in Chifeng", "kind: visits", held.held.version))


@pytest.mark.parametrize("form", FORMATS)
def test_each_event_has_its_sentence_and_its_source(held, form):
    text = text_of(form, written(held, form, Filter(region=("150430",)))).replace("&amp;", "&")
    assert "the United Front Work Department of Aohan Banner held a department affairs meeting" in text
    assert "https://cfstzb.gov.cn/index.php/shows/61/12221.html" in text


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_says_nothing_of_the_machine_that_it_was_made_on(held, form):
    text = text_of(form, written(held, form, Filter()))
    assert not any(place in text for place in (str(Path.home()), tempfile.gettempdir(), str(SHIPPED.parent)))


def with_a_digit(value: object) -> list[str]:
    """Every text or number within a value that has a digit in it."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [str(value)] if isinstance(value, str | int | float) and any(sign.isdigit() for sign in str(value)) else []
    return own + [found for part in inside for found in with_a_digit(part)]


def test_a_group_without_a_number_is_given_none_anywhere():
    made = export_of(library_of(article(event(attendees=[group("Guests")]))))
    linked = json.loads(FORMATS["jsonld"].write(made))["@graph"][1]["attendee"]
    groups = json.loads(FORMATS["popolo"].write(made))["events"][0]["groups"]
    with ZipFile(BytesIO(FORMATS["zip"].write(made))) as archive:
        rows = pd.read_csv(BytesIO(archive.read("tables/attendees.csv")), dtype="str")
    assert (linked[0]["name"], groups[0]["name"], rows["label"].tolist()) == ("Guests", "Guests", ["Guests"])
    assert (with_a_digit(linked), with_a_digit(groups), rows["headcount"].isna().all()) == ([], [], True)


TITLES = {
    "json": lambda content: json.loads(content)["records"][0]["title"],
    "parquet": lambda content: pq.read_table(BytesIO(content)).column("title")[0].as_py(),
    "geojson": lambda content: json.loads(content)["features"][0]["properties"]["title"],
    "gpkg": lambda content: layer(content)["title"][0],
    "jsonld": lambda content: json.loads(content)["@graph"][1]["name"],
    "popolo": lambda content: json.loads(content)["events"][0]["name"],
}
HOSTILE = ("</script><script>alert(1)</script>", "a & b", "\u202eevil", "]]>", "a\x00b", "'); DROP TABLE events;--")
WILD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(str.strip).filter(bool)


@pytest.mark.parametrize("form", TITLES)
@settings(parent=seldom())
@given(title=WILD | st.sampled_from(HOSTILE))
def test_a_title_comes_back_to_the_letter_whatever_it_holds(form, title):
    held = library_of(article(event(title=title)))
    (found,) = held.articles[0].events  # the record strips what it takes for a space
    expected = found.title.replace("\0", "\ufffd") if form == "gpkg" else found.title  # GDAL's texts end at NUL
    assert TITLES[form](FORMATS[form].write(export_of(held))) == expected


# iCalendar


def component(**changes: object) -> icalendar.cal.Component:
    row = {
        "occasion": "a--m1",
        "event": "a--m1",
        "title": "A meeting",
        "kind": "meeting",
        "start": "2023-08-09",
        "end": "2023-08-12",
    }
    row |= {
        "date_precision": "range",
        "date_text": None,
        "sentence": "They met.",
        "publisher": "A paper",
        "url": None,
        "places": None,
    }
    return entry(icalendar, [row | changes], dt.date(2026, 11, 23))


def test_a_span_ends_on_the_day_after_its_last_and_says_that_the_day_is_not_stated():
    made = component()
    assert (made.decoded("dtstart"), made.decoded("dtend")) == (dt.date(2023, 8, 9), dt.date(2023, 8, 13))
    assert "On which of these days is not stated." in made["description"]


def test_a_day_is_one_day_and_claims_no_doubt():
    made = component(end="2023-08-09", date_precision="day")
    assert made.decoded("dtend") - made.decoded("dtstart") == dt.timedelta(days=1)
    assert "not stated" not in made["description"]


def test_an_event_without_a_date_is_on_no_day():
    made = component(start=None, end=None, date_precision="unknown", date_text="5 January")
    assert (made.name, "dtstart" in made) == ("VJOURNAL", False)
    assert "“5 January”, no year given" in made["description"]


def test_an_occasion_of_several_reports_is_one_entry_with_each_sentence(held):
    content = to_ics(library.export(held, Filter(q="Harqin forest farm"), "events"))
    found = {c["uid"]: c["description"] for c in icalendar.Calendar.from_ical(content).subcomponents}
    said = found["2019-07-15-xi-harqin-cgtn--v1@daybook"]
    assert "CGTN" in said


def test_the_same_view_is_the_same_file(held):
    assert {form: written(held, form, Filter()) for form in FORMATS} == {form: written(held, form, Filter()) for form in FORMATS}


def test_nothing_found_is_still_a_file(held):
    nothing: Export = library.export(held, Filter(q="nowhere to be found"), "events")
    assert {form: ids(form, made.write(nothing)) for form, made in FORMATS.items()} == {form: [] for form in FORMATS}
