"""The formats by their names."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.data.exports.archive import to_zip
from dashboard.data.exports.calendar import to_ics
from dashboard.data.exports.export import Export
from dashboard.data.exports.feed import to_atom
from dashboard.data.exports.geo import to_geojson, to_gpkg
from dashboard.data.exports.linked import to_jsonld
from dashboard.data.exports.popolo import to_popolo
from dashboard.data.exports.tabular import to_json, to_parquet
from dashboard.data.spreadsheet import to_csv


@dataclass(frozen=True, slots=True)
class Format:
    """How a file of this format is made, its media type, and the tables that it can hold; none named, any.

    `suffix` is the end of its name. `kept`: a browser has nothing to show of it, and is told to keep the file.
    """

    write: Callable[[Export], bytes]
    media_type: str
    suffix: str
    tables: tuple[str, ...] = ()
    kept: bool = False


EVENTS = ("events",)
FORMATS = {
    "csv": Format(lambda made: to_csv(made.rows), "text/csv", "csv"),
    "json": Format(to_json, "application/json", "json"),
    "parquet": Format(to_parquet, "application/vnd.apache.parquet", "parquet", kept=True),
    "zip": Format(to_zip, "application/zip", "zip", EVENTS, kept=True),
    "geojson": Format(to_geojson, "application/geo+json", "geojson", EVENTS),
    "gpkg": Format(to_gpkg, "application/geopackage+sqlite3", "gpkg", EVENTS, kept=True),
    "ics": Format(to_ics, "text/calendar", "ics", EVENTS),
    "atom": Format(to_atom, "application/atom+xml", "atom", EVENTS),
    "jsonld": Format(to_jsonld, "application/ld+json", "jsonld", EVENTS),
    "popolo": Format(to_popolo, "application/json", "popolo.json", EVENTS),
}
