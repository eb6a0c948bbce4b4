"""Frames of any engine in, plain Python values out: the few steps that Narwhals leaves to its callers."""

import datetime as dt
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd


def lazy(frames: Any, table: str) -> Any:
    """One table of Frames as a Narwhals lazy frame."""
    return nw.from_native(getattr(frames, table)).lazy()


def native(frame: Any) -> Any:
    """A Narwhals lazy frame as what it was made from: a pandas frame with a fresh index, or a relation."""
    made = frame.to_native()
    return made.reset_index(drop=True) if hasattr(made, "reset_index") else made


def taken(frame: Any, keep: np.ndarray, keys: pd.DataFrame) -> Any:
    """The rows to keep of a native frame: by their place in pandas; elsewhere rows have none, and are known by their keys."""
    if isinstance(frame, pd.DataFrame):
        return frame[keep].reset_index(drop=True)
    rows = nw.from_native(frame).lazy()
    chosen = nw.from_native(keys[keep].drop_duplicates()).lazy(backend=rows.implementation)
    return rows.join(chosen, on=list(keys), how="semi").to_native()


def different(frame: Any, column: str) -> list[str]:
    return [value for (value,) in rows_of(frame.select(column).unique(), column)]


def rows_of(frame: Any, *columns: str) -> list[tuple]:
    """A small result as plain Python values."""
    made = (frame.select(*columns) if columns else frame).collect()
    return [tuple(v.item() if hasattr(v, "item") else v for v in row) for row in made.iter_rows()]


def midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())
