"""What a file holds, and the values in it as plain ones.

A file says which view it is of: the filter in words, the data version and the attribution; and each row has its quote
and its source.
"""

import datetime as dt
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.data.areas import lineage
from dashboard.data.frames import Frames
from dashboard.data.store import Holdings


@dataclass(frozen=True, slots=True)
class Export:
    """One table of a view, as tables.readable gives its rows, and what is said of them."""

    table: str
    rows: pd.DataFrame
    filter: tuple[str, ...]  # phrases; none for everything held
    reviewed: dt.date  # the newest review of what is held
    attribution: str
    labels: Mapping[str, tuple[float, float]]  # adcode -> longitude and latitude of a good place for its name
    shown: Frames  # the view that the rows are from, as pandas
    held: Holdings
    site: str = ""  # the address of Daybook, without a slash at its end; empty where none is known
    query: str = ""  # the view as the parameters of an address, without a question mark

    @property
    def version(self) -> str:
        """Of the data."""
        return self.held.version

    @property
    def points(self) -> dict[str, list[tuple[float, float]]]:
        """event -> longitude and latitude of its stops that have any, in order: the area's, or of one that holds it."""
        found: dict[str, list[tuple[float, float]]] = {}
        for event, adcode in self.shown.stops[["event", "adcode"]].itertuples(index=False):
            above = lineage(adcode) if isinstance(adcode, str) else ()  # a stop abroad has no code
            if code := next((code for code in above if code in self.labels), None):
                found.setdefault(event, []).append(self.labels[code])
        return found

    def about(self) -> dict[str, object]:
        """What a file says of itself."""
        return {
            "table": self.table,
            "filter": list(self.filter),
            "data_version": self.version,
            "attribution": self.attribution,
        }

    def page(self, record: str) -> str | None:
        """The address of the page of an article or an event."""
        return f"{self.site}/r/{record}" if self.site else None


def records(rows: pd.DataFrame) -> list[dict]:
    """Rows as plain values: a day as ISO 8601, a whole number as one, None where there is nothing."""
    return [{column: plain(value) for column, value in row.items()} for row in rows.to_dict("records")]


def plain(value: Any) -> Any:
    if value is None or value is pd.NA or value is pd.NaT or value != value:  # NaN differs from itself
        return None
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return value.item() if hasattr(value, "item") else value


def urn(record: str) -> str:
    """A name for a record that is the same wherever Daybook runs: `urn:uuid:...` (RFC 9562, version 5)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"daybook:{record}").urn


def encoded(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def occasions(rows: pd.DataFrame) -> list[list[dict]]:
    """Rows of events by occasion, the leading report of each first."""
    found: dict[str, list[dict]] = {}
    for row in records(rows):
        found.setdefault(row["occasion"], []).append(row)
    return [sorted(reports, key=lambda r: r["event"] != r["occasion"]) for reports in found.values()]
