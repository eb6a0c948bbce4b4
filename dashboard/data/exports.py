"""One table of a view in, a file's bytes out, in any of the formats.

A file says which view it is of: the filter in words, the data version and the attribution; and each row has its quote
and its source. CSV is the rows alone, since a spreadsheet has no place for more.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pandas as pd

from dashboard.words import _

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # what a spreadsheet takes for a formula, full-width forms too


@dataclass(frozen=True, slots=True)
class Export:
    """What a file holds: the rows of one table as tables.readable gives them, and what is said of them."""

    table: str
    rows: pd.DataFrame
    filter: tuple[str, ...]  # phrases; none for everything held
    version: str  # of the data
    reviewed: dt.date  # the newest review of what is held
    attribution: str
    points: Mapping[str, list[tuple[float, float]]]  # event -> longitude and latitude of its stops that have any, in order

    def about(self) -> dict[str, object]:
        """What a file says of itself."""
        return {
            "table": self.table,
            "filter": list(self.filter),
            "data_version": self.version,
            "attribution": self.attribution,
        }


def to_csv(table: pd.DataFrame) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need for Chinese; text that looks like a formula is made inert."""
    safe = table.astype({c: "object" for c in table if isinstance(table[c].dtype, pd.CategoricalDtype)})
    for column in safe.select_dtypes(include=["object", "str"]):
        safe[column] = safe[column].map(lambda v: "'" + v if isinstance(v, str) and v.startswith(FORMULA) else v)
    return safe.to_csv(index=False, lineterminator="\r\n", date_format="%Y-%m-%d").encode("utf-8-sig")


def to_json(made: Export) -> bytes:
    """An object: `about`, and `records`, one for each row; a day is ISO 8601, what is not known is null."""
    return encoded({"about": made.about(), "records": records(made.rows)})


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


def to_ics(made: Export) -> bytes:
    """A calendar (RFC 5545) of whole days: an entry for each occasion; one without a date is a journal entry without a day.

    A range, and a month, is one entry over all its days, and says that the day is not stated.
    """
    import icalendar  # not above: no page needs it

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Daybook//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Daybook")
    calendar.add("x-wr-caldesc", "; ".join([*made.filter, _("data version {version}", version=made.version)]))
    for reports in occasions(made.rows):
        calendar.add_component(entry(icalendar, reports, made.reviewed))
    return calendar.to_ical()


def occasions(rows: pd.DataFrame) -> list[list[dict]]:
    """Rows of events by occasion, the leading report of each first."""
    found: dict[str, list[dict]] = {}
    for row in records(rows):
        found.setdefault(row["occasion"], []).append(row)
    return [sorted(reports, key=lambda r: r["event"] != r["occasion"]) for reports in found.values()]


def entry(icalendar: Any, reports: list[dict], reviewed: dt.date) -> Any:
    """One occasion as a component of a calendar."""
    row, start = reports[0], reports[0]["start"]
    made = icalendar.Event() if start else icalendar.Journal()
    made.add("uid", f"{row['occasion']}@daybook")
    made.add("dtstamp", dt.datetime.combine(reviewed, dt.time(), dt.UTC))
    made.add("summary", row["title"])
    made.add("categories", [row["kind"]])
    said = [f"“{r['sentence']}” {r['publisher']}{', ' + r['url'] if r['url'] else ''}" for r in reports]
    if start:
        last = dt.date.fromisoformat(row["end"])
        made.add("dtstart", dt.date.fromisoformat(start))
        made.add("dtend", last + dt.timedelta(days=1))  # the day after the last, RFC 5545, 3.6.1
        if row["date_precision"] != "day":
            said.append(_("On which of these days is not stated."))
        if row["places"]:
            made.add("location", row["places"])
    elif row["date_text"]:
        said.append(_("“{printed}”, no year given", printed=row["date_text"]))
    if row["url"]:
        made.add("url", row["url"])
    made.add("description", "\n".join(said))
    return made


def to_parquet(made: Export) -> bytes:
    """The rows with their types, lossless; what is said of them is in the schema's metadata, under `daybook`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    plain = made.rows.astype({c: "str" for c in made.rows if isinstance(made.rows[c].dtype, pd.CategoricalDtype)})
    table = pa.Table.from_pandas(plain, preserve_index=False)
    table = table.replace_schema_metadata({"daybook": json.dumps(made.about(), ensure_ascii=False)})
    file = BytesIO()
    pq.write_table(table, file)
    return file.getvalue()


def records(rows: pd.DataFrame) -> list[dict]:
    """Rows as plain values: a day as ISO 8601, a whole number as one, None where there is nothing."""
    return [{column: plain(value) for column, value in row.items()} for row in rows.to_dict("records")]


def plain(value: Any) -> Any:
    if value is None or value is pd.NA or value is pd.NaT or value != value:  # NaN differs from itself
        return None
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return value.item() if hasattr(value, "item") else value


def encoded(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


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
