"""Frames of any engine in, plain Python values out: the few steps that Narwhals leaves to its callers."""

import datetime as dt
from typing import Any

import narwhals as nw


def lazy(frames: Any, table: str) -> Any:
    """One table of Frames as a Narwhals lazy frame."""
    return nw.from_native(getattr(frames, table)).lazy()


def where(frame: Any, tests: list[nw.Expr]) -> Any:
    """The rows that pass every test; no test, every row."""
    return frame.filter(*tests) if tests else frame


def native(frame: Any) -> Any:
    """A Narwhals lazy frame as what it was made from: a pandas frame with a fresh index, or a relation."""
    made = frame.to_native()
    return made.reset_index(drop=True) if hasattr(made, "reset_index") else made


def as_date(moment: Any) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def tally(frame: Any, column: str) -> dict[str, int]:
    """Value -> number of rows that have it."""
    counted = frame.group_by(column).agg(nw.len().alias("n"))
    return {value: n for value, n in rows_of(counted, column, "n") if n}


def different(frame: Any, column: str) -> list[str]:
    return [value for (value,) in rows_of(frame.select(column).unique(), column)]


def size(frame: Any) -> int:
    ((n,),) = rows_of(frame.select(nw.len().alias("n")), "n")
    return n


def rows_of(frame: Any, *columns: str) -> list[tuple]:
    """A small result as plain Python values."""
    made = (frame.select(*columns) if columns else frame).collect()
    return [tuple(v.item() if hasattr(v, "item") else v for v in row) for row in made.iter_rows()]


def midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())
