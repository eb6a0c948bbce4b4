"""The address of a number in, the rows of the records that it counts out."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import narwhals as nw

from dashboard.data.areas import level
from dashboard.data.engine import different, lazy, midnight, native
from dashboard.data.errors import BadAddress
from dashboard.data.frames import COLUMNS, Frames
from dashboard.data.periods import days
from dashboard.words import N_

TABLES_SHOWN = ("events", "stops", "attendees", "articles", "event_areas")


def read_rows(params: Mapping[str, Sequence[str]], frames: Frames) -> tuple[str, dict[str, str], list[BadAddress]]:
    """The address of a number, read back: its table, what narrows the rows, and what could not be used."""
    bad = []
    table = next(iter(params.get("table", ())), "events")
    if table not in TABLES_SHOWN:
        sentence = N_("table={value} is left out. These would work: {choices}.")
        bad.append(BadAddress("table", sentence, value=table[:40], choices=", ".join(TABLES_SHOWN)))
        table = "events"
    where = {}
    for name in ROW_PARAMS:
        for value in params.get(name, ())[:1]:
            if fits(frames, table, name, value):
                where[name] = value
            else:
                sentence = N_("{name}={value} is left out: no row of this table has it.")
                bad.append(BadAddress(name, sentence, name=name, value=value[:80]))
    return table, where, bad


def fits(frames: Frames, table: str, name: str, value: str) -> bool:
    """Whether a row parameter can have this value for a table."""
    columns = COLUMNS[table]
    if name == "missing":
        return value in columns
    if name == "unit":
        return "adcode" in columns and value in ("region", "prefecture", "county")
    if name == "period":
        return "event" in columns and days(value) is not None
    if name == "with":
        return "who" in columns and value in {*values(frames, "attendees", "who"), *values(frames, "attendees", "organization")}
    if name == "person":
        return "event" in columns and value in values(frames, "attendees", "who")
    if name == "body":
        bodies = (values(frames, "attendees", "organization"), values(frames, "events", "organizer"))
        return "event" in columns and any(value in held for held in bodies)
    return name in columns and value in values(frames, table, name)


def values(frames: Frames, table: str, column: str) -> Collection[str]:
    return different(lazy(frames, table).filter(~nw.col(column).is_null()), column)


def rows(shown: Frames, table: str, where: Mapping[str, str]) -> Any:
    """The rows of one table that a number counts, of the same engine; `where` as read_rows gives it."""
    frame = lazy(shown, table)
    for name, value in where.items():
        if name in ROW_PARAMS:
            frame = ROW_PARAMS[name](shown, frame, value)
    return native(frame)


def has(column: str) -> Callable[[Frames, Any, str], Any]:
    return lambda _shown, frame, value: frame.filter(nw.col(column) == value)


def missing(_shown: Frames, frame: Any, column: str) -> Any:
    return frame.filter(nw.col(column).is_null())


def of_unit(_shown: Frames, frame: Any, unit: str) -> Any:
    """An area's level is in its code."""
    return frame.filter(nw.col("adcode").is_in([a for a in different(frame, "adcode") if level(a) == unit]))


def beside(_shown: Frames, frame: Any, name: str) -> Any:
    """Rows of attendees: one person, or those of one body."""
    return frame.filter((nw.col("who") == name) | (nw.col("organization") == name).fill_null(False))


def in_period(shown: Frames, frame: Any, period: str) -> Any:
    """Of events that begin in a year, a quarter or a month."""
    first, last = days(period) or (dt.date.max, dt.date.min)
    begun = lazy(shown, "events").filter(nw.col("start") >= midnight(first), nw.col("start") <= midnight(last))
    return frame.join(begun.select("event"), on="event", how="semi")


def of_person(shown: Frames, frame: Any, who: str) -> Any:
    return frame.join(events_of_person(shown, who), on="event", how="semi")


def of_body(shown: Frames, frame: Any, body: str) -> Any:
    return frame.join(events_of_body(shown, body), on="event", how="semi")


def events_of_person(shown: Frames, who: str) -> Any:
    """Events that a person, or a group, is at: one column, `event`."""
    return lazy(shown, "attendees").filter(nw.col("who") == who).select("event")


def events_of_body(shown: Frames, body: str) -> Any:
    """Events that someone of the body is at, or that it organizes: one column, `event`."""
    attended = lazy(shown, "attendees").filter(nw.col("organization") == body).select("event")
    return nw.concat([attended, lazy(shown, "events").filter(nw.col("organizer") == body).select("event")])


# what narrows the rows on the records page, beyond the filter
ROW_PARAMS: dict[str, Callable[[Frames, Any, str], Any]] = {
    "event": has("event"),
    "basis": has("basis"),
    "role": has("role"),
    "date_precision": has("date_precision"),
    "unit": of_unit,
    "missing": missing,
    "period": in_period,
    "person": of_person,
    "body": of_body,
    "with": beside,
}
