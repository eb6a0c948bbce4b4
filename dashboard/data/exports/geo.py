"""Events on the ground: GeoJSON."""

from dashboard.data.exports.export import Export, encoded, records


def to_geojson(made: Export) -> bytes:
    """A FeatureCollection (RFC 7946) of events: a point for each stop, at its area; null where no area has one."""
    features = [
        {"type": "Feature", "id": row["event"], "properties": row, "geometry": geometry(made.points.get(row["event"], []))}
        for row in records(made.rows)
    ]
    return encoded({"type": "FeatureCollection", **made.about(), "features": features})


def geometry(points: list[tuple[float, float]]) -> dict | None:
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": list(points[0])}
    return {"type": "MultiPoint", "coordinates": [list(p) for p in points]}
