"""Events on the ground: GeoJSON and GeoPackage."""

import datetime as dt
import sqlite3
from contextlib import closing
from io import BytesIO

import pandas as pd

from dashboard.data.boundaries import DEGREES
from dashboard.data.exports.export import Export, encoded, records


def to_geojson(made: Export) -> bytes:
    """A FeatureCollection (RFC 7946) of events: a point for each stop, at its area; null where no area has one."""
    points = made.points
    features = [
        {"type": "Feature", "id": row["event"], "properties": row, "geometry": geometry(points.get(row["event"], []))}
        for row in records(made.rows)
    ]
    return encoded({"type": "FeatureCollection", **made.about(), "features": features})


def geometry(points: list[tuple[float, float]]) -> dict | None:
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": list(points[0])}
    return {"type": "MultiPoint", "coordinates": [list(p) for p in points]}


def to_gpkg(made: Export) -> bytes:
    """A GeoPackage (OGC 12-128r19) with one layer, `events`: a row for each event, its days as days, its points together.

    What is said of the file is its metadata, where GDAL and what is built on it show it.
    """
    import geopandas  # not above: it takes a second, and no page needs it
    import pyarrow as pa
    import pyogrio
    import shapely

    points = made.points
    days = {c: pd.ArrowDtype(pa.date32()) for c in made.rows.select_dtypes("datetime")}
    rows = made.rows.astype(days | dict.fromkeys(made.rows.select_dtypes("category"), "str"))
    for column in rows.select_dtypes("str"):
        rows[column] = rows[column].str.replace("\0", "\ufffd", regex=False)  # which would end a text of GDAL
    places = [shapely.MultiPoint(points[event]) if event in points else None for event in made.rows["event"]]
    layer = geopandas.GeoDataFrame(rows, geometry=places, crs=DEGREES)
    about = made.about() | {"filter": "; ".join(made.filter)}
    file = BytesIO()
    pyogrio.write_dataframe(
        layer,
        file,
        layer=made.table,
        driver="GPKG",
        geometry_type="MultiPoint",  # also for a view without any
        use_arrow=True,  # else a day would be text
        dataset_metadata={name: str(value) for name, value in about.items()},
    )
    return dated(file.getvalue(), made.reviewed)


def dated(package: bytes, day: dt.date) -> bytes:
    """The GeoPackage with `day` for the moment that it was written at: the same view is the same file."""
    with closing(sqlite3.connect(":memory:")) as held:
        held.deserialize(package)
        held.execute("UPDATE gpkg_contents SET last_change = ?", [f"{day}T00:00:00.000Z"])
        held.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", [f"{day}T00:00:00.000Z"])
        held.commit()
        return held.serialize()
