"""The columns that events are chosen and counted by, as arrays of integers: read once from frames of any engine.

A question then costs a few steps over arrays, whatever engine holds the words. Rows stand in the order of their table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from dashboard.data.engine import lazy

READ = {  # table -> its columns that are read
    "articles": ["article"],
    "events": ["event", "occasion", "article", "kind", "organizer", "start", "end"],
    "stops": ["event"],
    "event_areas": ["event", "adcode"],
    "attendees": ["event", "attendee", "who", "basis", "role", "organization", "level"],
    "evidence": ["event"],
}


@dataclass(frozen=True, slots=True)
class Column:
    """The values of a column, and for each row the position of its value; -1 where there is none."""

    values: pd.Index
    codes: np.ndarray

    def at(self, rows: np.ndarray) -> "Column":
        """The same for these rows only."""
        return Column(self.values, self.codes[rows])

    def among(self, wanted: Iterable[str]) -> np.ndarray:
        """For each row, whether its value is one of these."""
        at = self.values.get_indexer(pd.Index(list(wanted), dtype=self.values.dtype))
        chosen = np.zeros(len(self.values) + 1, bool)  # the last is for what is missing
        chosen[at[at >= 0]] = True
        return chosen[self.codes]


class Keys:
    """The keys of some frames: each table is read when it is first asked for."""

    def __init__(self, frames: Any):
        self._frames = frames
        self._tables: dict[str, pd.DataFrame] = {}
        self._columns: dict[tuple[str, str], Column] = {}
        self._events: dict[str, np.ndarray] = {}

    def table(self, name: str) -> pd.DataFrame:
        if name not in self._tables:  # of one query, so that all columns have the same order
            self._tables[name] = lazy(self._frames, name).select(*READ[name]).collect().to_pandas()
        return self._tables[name]

    def own(self, table: str) -> pd.DataFrame:
        """What tells a row from others, as far as rows are chosen apart."""
        return self.table(table)[["event", "attendee"] if table == "attendees" else READ[table][:1]]

    def column(self, table: str, name: str) -> Column:
        if (table, name) not in self._columns:
            held = self.table(table)[name].astype("category").cat
            self._columns[table, name] = Column(held.categories, held.codes.to_numpy(np.int64))
        return self._columns[table, name]

    def event(self, table: str) -> np.ndarray:
        """For each row of a table, the row of its event."""
        if table not in self._events:
            ids, held = self.column("events", "event"), self.column(table, "event")
            row = np.full(len(ids.values) + 1, -1)
            row[ids.codes] = np.arange(len(ids.codes))
            self._events[table] = row[ids.values.get_indexer(held.values)][held.codes]
        return self._events[table]

    def size(self, table: str) -> int:
        """The number of rows."""
        return len(self.table(table))

    def with_row(self, table: str, rows: np.ndarray) -> np.ndarray:
        """For each event, whether one of these rows of a table is its own."""
        found = np.zeros(self.size("events"), bool)
        found[self.event(table)[rows]] = True
        return found

    @property
    def occasion(self) -> np.ndarray:
        """For each event, the position of its occasion."""
        return self.column("events", "occasion").codes

    @cached_property
    def dated(self) -> np.ndarray:
        return self.table("events")["start"].notna().to_numpy()

    @cached_property
    def days(self) -> tuple[np.ndarray, np.ndarray]:
        """First and last day of each event; of those without a date, days that no reader can ask for."""
        return tuple(self.table("events")[c].to_numpy("datetime64[D]") for c in ("start", "end"))

    @cached_property
    def bodies(self) -> tuple[Column, Column]:
        """The body of each attendee row and of the organizer of each event, with one list of values."""
        attending, organizing = self.column("attendees", "organization"), self.column("events", "organizer")
        every = attending.values.union(organizing.values)
        same = (Column(every, np.append(every.get_indexer(c.values), -1)[c.codes]) for c in (attending, organizing))
        return tuple(same)


def tally(what: np.ndarray, *by: Column) -> dict[tuple, int]:
    """Each combination of values that there is, None where one is missing, and the number of different `what` with it."""
    sizes = [len(column.values) + 1 for column in by]
    within, things = np.zeros(len(what), np.int64), int(what.max(initial=0)) + 1
    for column, size in zip(by, sizes, strict=True):
        within = within * size + column.codes + 1
    counted = np.bincount(pd.unique(within * things + what) // things)
    found = np.flatnonzero(counted)
    values = [
        [column.values[p - 1] if p else None for p in places.tolist()]
        for column, places in zip(by, np.unravel_index(found, sizes), strict=True)
    ]
    return dict(zip(zip(*values, strict=True), counted[found].tolist(), strict=True))
