"""A data folder in; its frames, its area polygons and one cached view per filter out. No Streamlit."""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pandas import DataFrame

from dashboard.data import boundaries, counts, frames, store, tables
from dashboard.data.boundaries import Layer
from dashboard.data.counts import Number, Summary
from dashboard.data.filters import Chosen, Filter, Known
from dashboard.data.frames import Frames
from dashboard.data.records import Article
from dashboard.data.store import Holdings


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """One state of the data folder. Read by every session, changed by none."""

    held: Holdings
    frames: Frames
    layer: Layer

    @property
    def known(self) -> Known:
        return Known(self.held.areas, organizations(self))

    def article(self, article: str) -> Article | None:
        """An article that counts, by its id."""
        return next((a for a in self.held.approved if a.id == article), None)


@lru_cache(maxsize=2)
def organizations(library: Library) -> tuple[str, ...]:
    """Every body that attends or organizes."""
    return tuple(sorted(library.frames.attendees["organization"].cat.categories))


def folder() -> Path:
    return Path(os.environ.get("DAYBOOK_DATA") or store.SHIPPED)


def current() -> Library:
    """The library as the data folder is now: read again only when a file in it has changed. Raises DaybookError."""
    place = folder()
    return _read(place, store.stamp(place))


@lru_cache(maxsize=2)
def _read(place: Path, _stamp: str) -> Library:
    held = store.load(place)
    own = os.environ.get("DAYBOOK_BOUNDARIES")
    return Library(held, frames.frames(held), boundaries.load(held.areas, Path(own) if own else None))


@lru_cache(maxsize=512)
def view(library: Library, chosen: Filter) -> tuple[Frames, Summary]:
    """The rows and the numbers of one filter."""
    left = Chosen(library.frames, chosen)
    return left.all(), counts.summary(left)


@lru_cache(maxsize=256)
def breakdown(library: Library, chosen: Filter, column: str) -> dict[str | None, dict[str, Number]]:
    """People and groups under a filter by level, role or organization, and by how their number is known."""
    return counts.breakdown(view(library, chosen)[0], column)


@lru_cache(maxsize=256)
def table(library: Library, chosen: Filter, name: str, where: tuple[tuple[str, str], ...]) -> DataFrame:
    """The rows of one table under a filter, narrowed by `where`, ready to read."""
    shown, _numbers = view(library, chosen)
    return tables.readable(shown, name, counts.rows(shown, name, dict(where)), library.held.areas)
