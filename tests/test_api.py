"""The API gives what the page shows, says in one shape what it cannot do, and changes nothing."""

import io
import json

import pandas as pd
import pytest
from hypothesis import given, settings
from starlette.testclient import TestClient

from dashboard import library
from dashboard.api import SCHEMAS, TABLES, api
from dashboard.data.exports.feed import MOST
from dashboard.data.exports.formats import FORMATS
from dashboard.data.filters import PARAMS, Filter
from dashboard.data.record_rows import ROW_PARAMS
from dashboard.data.store import SHIPPED
from dashboard.handover.file import to_html
from tests.test_export_formats import ids, views

ARTICLE = "2023-08-13-chifeng-cppcc-exchange"
PATHS = [f"/{table}.{FORMATS[form].suffix}" for table, forms in TABLES.items() for form in forms]


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(api)


@pytest.mark.parametrize("path", [*PATHS, f"/articles/{ARTICLE}.json", "/areas.geojson", "/area-names.geojson", "/openapi.json"])
def test_every_address_answers(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response.content


@settings(max_examples=30)
@given(chosen=views)
def test_the_api_counts_what_the_page_counts_in_every_format(chosen):
    client, shown = TestClient(api), library.numbers(library.current(), chosen).events.value
    found = {form: client.get(f"/events.{FORMATS[form].suffix}", params=chosen.to_params()) for form in TABLES["events"]}
    expected = dict.fromkeys(found, shown) | {"atom": min(shown, MOST)}
    assert {form: len(set(ids(form, response.content))) for form, response in found.items()} == expected


@pytest.mark.parametrize(
    ("name", "media_type", "how"),
    [
        ("events.zip", "application/zip", "attachment"),
        ("events.gpkg", "application/geopackage+sqlite3", "attachment"),
        ("attendees.parquet", "application/vnd.apache.parquet", "attachment"),
        ("events.jsonld", "application/ld+json", "inline"),
        ("events.popolo.json", "application/json", "inline"),
        ("events.atom", "application/atom+xml", "inline"),
        ("events.csv", "text/csv", "inline"),
    ],
)
def test_a_file_says_what_it_is_and_whether_a_browser_can_show_it(client, name, media_type, how):
    headers = client.get(f"/{name}", params={"limit": "1"}).headers
    assert headers["content-type"].split(";")[0] == media_type
    assert headers["content-disposition"] == f'{how}; filename="daybook-{name}"'


def test_pages_of_rows_make_the_whole(client):
    whole = client.get("/attendees.json").json()["records"]
    pages = [client.get("/attendees.json", params={"limit": 100, "offset": n}) for n in (0, 100, 200, 300)]
    assert [row for page in pages for row in page.json()["records"]] == whole
    assert {page.headers["x-total-count"] for page in pages} == {str(len(whole))}


@pytest.mark.parametrize(
    ("table", "where"),
    [
        ("attendees", {"basis": "not_stated"}),
        ("events", {"period": "2023"}),
        ("event_areas", {"unit": "prefecture"}),
        ("articles", {"missing": "published"}),
    ],
)
def test_what_opens_a_number_on_the_records_page_gives_the_same_rows_here(client, table, where):
    shown = library.table(library.current(), Filter(region=("150400",)), table, tuple(where.items()))
    got = client.get(f"/{table}.json", params={"region": "150400", **where}).json()["records"]
    assert len(got) == len(shown) > 0


@pytest.mark.parametrize(
    ("params", "parameter", "said"),
    [
        ({"region": "1504"}, "region", "Nearest: 150400 Chifeng"),
        ({"from": "soon"}, "from", "like 2023-08-12"),
        ({"kind": "party"}, "kind", "meeting, visit"),
        ({"limit": "0"}, "limit", "from 1 up"),
        ({"offset": "-1"}, "offset", "from 0 up"),
        ({"limit": ["1", "2"]}, "limit", "one whole number"),
        ({"unit": "prefecture"}, "unit", "no row of this table has it"),
        ({"form": "x"}, "form", "There are: region"),
        ({"q": "x" * 201}, "q", "printable characters"),
    ],
)
def test_a_value_that_cannot_be_used_is_400_with_its_sentence(client, params, parameter, said):
    response = client.get("/events.json", params=params)
    assert (response.status_code, response.json()["parameter"]) == (400, parameter)
    assert said in response.json()["error"]


@pytest.mark.parametrize("path", ["/nothing", "/events.exe", "/articles/none.json", "/articles/..%2f..%2fREADME.json", "/"])
def test_what_is_not_there_is_404_in_the_same_shape(client, path):
    response = client.get(path)
    assert (response.status_code, set(response.json())) == (404, {"error", "parameter"})


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_written(client, method):
    before = {f: f.stat().st_mtime_ns for f in SHIPPED.rglob("*")}
    assert {client.request(method, path).status_code for path in (*PATHS, f"/articles/{ARTICLE}.json")} == {405}
    assert {f: f.stat().st_mtime_ns for f in SHIPPED.rglob("*")} == before


def test_what_the_asker_has_is_not_sent_again(client):
    first = client.get("/events.json", params={"region": "150400"})
    again = client.get("/events.json", params={"region": "150400"}, headers={"if-none-match": first.headers["etag"]})
    other = client.get("/events.json", params={"region": "150500"}, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)
    assert first.headers["last-modified"].endswith("GMT")


def test_it_is_compressed_for_who_can_read_that(client):
    assert client.get("/areas.geojson", headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/areas.geojson", headers={"accept-encoding": "identity"}).headers


def test_any_page_of_the_web_may_read_it(client):
    assert client.get("/events.json", headers={"origin": "https://example.org"}).headers["access-control-allow-origin"] == "*"


def test_an_article_comes_as_its_record(client):
    held = json.loads((SHIPPED / "articles" / f"{ARTICLE}.json").read_text("utf-8"))
    got = client.get(f"/articles/{ARTICLE}.json").json()
    assert (got["text"], [e["id"] for e in got["events"]]) == (held["text"], [e["id"] for e in held["events"]])


def test_the_document_names_every_parameter_of_the_address(client):
    document = client.get("/openapi.json").json()
    named = {p["name"] for p in document["paths"]["/events.json"]["get"]["parameters"]}
    assert named == set(SCHEMAS) == {*PARAMS, *ROW_PARAMS, "limit", "offset"}
    assert set(document["paths"]) >= set(PATHS)


def test_csv_opens_in_a_spreadsheet(client):
    content = client.get("/events.csv", params={"region": "150400"}).content
    table = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig")
    assert table["occasion"].nunique() == library.numbers(library.current(), Filter(region=("150400",))).events.value


def test_the_hand_over_file_of_a_view_is_to_be_kept(client):
    response = client.get("/hand-over.html", params={"region": "150400"})
    assert response.headers["content-disposition"].startswith("attachment")
    assert response.content == to_html(library.current(), Filter(region=("150400",)))
    assert client.get("/hand-over.html", params={"limit": "1"}).status_code == 400


def test_a_bug_of_ours_is_said_in_the_same_shape(monkeypatch):
    monkeypatch.setattr(library, "export", lambda *_given, **_more: 1 / 0)
    response = TestClient(api, raise_server_exceptions=False).get("/events.json")
    assert (response.status_code, set(response.json())) == (500, {"error", "parameter"})
    assert "our fault" in response.json()["error"]
