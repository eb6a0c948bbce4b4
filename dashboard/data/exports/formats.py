"""The formats by their names."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.data.exports.calendar import to_ics
from dashboard.data.exports.export import Export
from dashboard.data.exports.geo import to_geojson
from dashboard.data.exports.tabular import to_json, to_parquet
from dashboard.data.spreadsheet import to_csv


@dataclass(frozen=True, slots=True)
class Format:
    """How a file of this format is made, its media type, and the tables that it can hold; none named, any."""

    write: Callable[[Export], bytes]
    media_type: str
    tables: tuple[str, ...] = ()


FORMATS = {
    "csv": Format(lambda made: to_csv(made.rows), "text/csv"),
    "json": Format(to_json, "application/json"),
    "geojson": Format(to_geojson, "application/geo+json", ("events",)),
    "ics": Format(to_ics, "text/calendar", ("events",)),
    "parquet": Format(to_parquet, "application/vnd.apache.parquet"),
}
