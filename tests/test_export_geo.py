"""GDAL reads what is on the ground: every row, in degrees, with its points and its days, and what the file says of itself."""

import json
from pathlib import Path

import pyogrio
import pytest
import shapely

from dashboard import library
from dashboard.data.exports.formats import FORMATS
from dashboard.data.filters import Filter
from tests.factories import article, event, export_of, library_of, stop
from tests.test_export_formats import layer, written


@pytest.fixture(scope="module")
def held():
    return library.current()


def test_points_are_longitude_and_latitude_in_the_region_and_stops_keep_their_order(held):
    found = {f["id"]: f["geometry"] for f in json.loads(written(held, "geojson", Filter()))["features"]}
    west, south, east, north = 97, 37, 127, 54
    for geometry in filter(None, found.values()):
        assert shapely.box(west, south, east, north).contains(shapely.geometry.shape(geometry))
    tour = found["2023-08-13-chifeng-cppcc-exchange--v1"]
    assert tour["coordinates"] == [list(held.layer.labels[code]) for code in ("152200", "150500", "150400")]


def info(tmp_path: Path, form: str, content: bytes) -> dict:
    """What GDAL says of a file."""
    (tmp_path / f"events.{form}").write_bytes(content)
    return pyogrio.read_info(tmp_path / f"events.{form}", force_total_bounds=True)


@pytest.mark.parametrize("form", ["geojson", "gpkg"])
def test_gdal_reads_every_row_in_degrees(held, tmp_path, form):
    read = info(tmp_path, form, written(held, form, Filter()))
    assert (read["layer_name"], read["features"], read["crs"]) == ("events", 91, "EPSG:4326")


def test_gdal_shows_what_a_geopackage_says_of_itself(held, tmp_path):
    said = info(tmp_path, "gpkg", written(held, "gpkg", Filter(region=("150400",), kind=("visit",))))["dataset_metadata"]
    about = {"table": "events", "filter": "in Chifeng; kind: visits", "attribution": held.layer.attribution}
    assert said == about | {"data_version": held.held.version}


@pytest.mark.parametrize("chosen", [Filter(), Filter(q="nowhere to be found")])
def test_a_day_is_a_day_in_a_geopackage_and_its_geometry_many_points_with_rows_or_without(held, tmp_path, chosen):
    read = info(tmp_path, "gpkg", written(held, "gpkg", chosen))
    types = dict(zip(read["fields"], read["ogr_types"], strict=True))
    assert (types["start"], types["end"], types["reports"]) == ("OFTDate", "OFTDate", "OFTInteger64")
    assert read["geometry_type"] == "MultiPoint"


def test_a_geopackage_has_the_columns_and_the_points_of_the_geojson(held):
    found = layer(written(held, "gpkg", Filter())).set_index("event", drop=False)
    features = json.loads(written(held, "geojson", Filter()))["features"]
    assert list(found.columns) == [*features[0]["properties"], "geometry"]
    for feature in features:
        points = shapely.get_coordinates(shapely.geometry.shape(feature["geometry"]))
        assert found.loc[feature["id"], "geometry"].equals(shapely.MultiPoint(points))


def test_an_event_without_a_point_has_a_row_and_no_geometry():
    made = export_of(library_of(article(event(stops=[stop(None, place="Ulaanbaatar")]))))
    assert layer(FORMATS["gpkg"].write(made))["geometry"].tolist() == [None]
    assert json.loads(FORMATS["geojson"].write(made))["features"][0]["geometry"] is None
