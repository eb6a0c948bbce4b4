"""Every format holds what the view shows: read back by another's reader, it gives the same counts and says whose it is."""

import datetime as dt
import json
from io import BytesIO

import icalendar
import pandas as pd
import pyarrow.parquet as pq
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import library
from dashboard.data.exports.calendar import entry, to_ics
from dashboard.data.exports.export import Export
from dashboard.data.exports.formats import FORMATS
from dashboard.data.filters import Filter
from dashboard.data.record_rows import TABLES_SHOWN
from dashboard.data.vocabulary import KINDS, LEVELS


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
    if form == "ics":
        return [c["uid"].removesuffix("@daybook") for c in icalendar.Calendar.from_ical(content).subcomponents]
    data = json.loads(content)
    return [row["occasion"] for row in data.get("records") or [f["properties"] for f in data.get("features", ())]]


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
    shown = library.view(held, chosen)[1].events.value
    assert {form: len(set(ids(form, written(held, form, chosen)))) for form in FORMATS} == dict.fromkeys(FORMATS, shown)


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


@pytest.mark.parametrize("form", ["json", "geojson", "ics", "parquet"])
def test_a_file_says_its_filter_in_words_and_the_version_of_the_data(held, form):
    content = written(held, form, Filter(region=("150400",), kind=("visit",)))
    text = content.decode("utf-8", "ignore").replace("\r\n ", "")
    assert all(said in text for said in ("in Chifeng", "kind: visits", held.held.version))


@pytest.mark.parametrize("form", ["csv", "json", "geojson", "ics", "parquet"])
def test_each_event_has_its_sentence_and_its_source(held, form):
    content = written(held, form, Filter(region=("150430",)))
    if form == "parquet":
        content = json.dumps(pq.read_table(BytesIO(content)).to_pylist(), default=str).encode()
    text = content.decode("utf-8", "ignore").replace("\r\n ", "").replace("\\,", ",")
    assert "the United Front Work Department of Aohan Banner held a department affairs meeting" in text
    assert "https://cfstzb.gov.cn/index.php/shows/61/12221.html" in text


# GeoJSON


def test_points_are_longitude_and_latitude_in_the_region_and_stops_keep_their_order(held):
    found = {f["id"]: f["geometry"] for f in json.loads(written(held, "geojson", Filter()))["features"]}
    west, south, east, north = 97, 37, 127, 54
    for geometry in filter(None, found.values()):
        assert shapely.box(west, south, east, north).contains(shapely.geometry.shape(geometry))
    tour = found["2023-08-13-chifeng-cppcc-exchange--v1"]
    assert tour["coordinates"] == [list(held.layer.labels[code]) for code in ("152200", "150500", "150400")]


def test_gdal_reads_it(held, tmp_path):
    import pyogrio

    (tmp_path / "events.geojson").write_bytes(written(held, "geojson", Filter()))
    assert pyogrio.read_info(tmp_path / "events.geojson")["features"] == 91


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
