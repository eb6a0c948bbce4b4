"""A data folder in; its frames, its area polygons and one cached view per filter out. No Streamlit."""

import datetime as dt
import os
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

from pandas import DataFrame

from dashboard.data import boundaries, counts, frames, history, profiles, record_rows, store, tables
from dashboard.data.boundaries import Layer
from dashboard.data.counts import Number, Summary
from dashboard.data.errors import DaybookError
from dashboard.data.exports.export import Export
from dashboard.data.filters import Chosen, Filter, Known
from dashboard.data.frames import Frames
from dashboard.data.history import Changes, Row
from dashboard.data.profiles import Profile
from dashboard.data.records import Article
from dashboard.data.store import Holdings, LeftOut


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """One state of the data folder. Read by every session, changed by none."""

    held: Holdings
    frames: Frames
    layer: Layer
    history: tuple[Row, ...]

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
    try:
        editions = history.read(place / history.FILE)
    except DaybookError as error:  # without it there is still all that is shown
        editions, held = (), replace(held, left_out=(*held.left_out, LeftOut(history.FILE, (error,))))
    return Library(held, frames.frames(held), boundaries.load(held.areas, Path(own) if own else None), editions)


@lru_cache(maxsize=512)
def left(library: Library, chosen: Filter) -> Chosen:
    """Which rows a filter leaves."""
    return Chosen(library.frames, chosen)


@lru_cache(maxsize=512)
def numbers(library: Library, chosen: Filter) -> Summary:
    """The numbers of one filter."""
    return counts.summary(left(library, chosen))


@lru_cache(maxsize=32)
def shown(library: Library, chosen: Filter) -> Frames:
    """The rows of one filter, every table: for what takes them away. A page needs a few of them ready to read (`table`)."""
    return left(library, chosen).all()


@lru_cache(maxsize=8)
def told(library: Library, name: str) -> DataFrame:
    """All rows of a table, ready to read."""
    return tables.readable(library.frames, name, getattr(library.frames, name), library.held.areas)


@lru_cache(maxsize=256)
def breakdown(library: Library, chosen: Filter, column: str) -> dict[str | None, dict[str, Number]]:
    """People and groups under a filter by level, role or organization, and by how their number is known."""
    return counts.breakdown(left(library, chosen), column)


@lru_cache(maxsize=256)
def table(library: Library, chosen: Filter, name: str, where: tuple[tuple[str, str], ...]) -> DataFrame:
    """The rows of one table under a filter, narrowed by `where`, ready to read."""
    if name == "articles":  # what is said of one depends on what is shown of it
        part = shown(library, chosen)
        return tables.readable(part, name, record_rows.rows(part, name, dict(where)), library.held.areas)
    rows = told(library, name)[left(library, chosen).rows(name)].reset_index(drop=True)
    return record_rows.rows(replace(shown(library, chosen), **{name: rows}), name, dict(where)) if where else rows


@lru_cache(maxsize=256)
def stops(library: Library, chosen: Filter) -> list[dict]:
    """The stops under a filter, each with its event and the name of its area, for the map."""
    return table(library, chosen, "stops", ()).to_dict("records")


@lru_cache(maxsize=256)
def occasions(library: Library, chosen: Filter, most: int) -> list[list[dict]]:
    """The first occasions under a filter, each with its reports: the best matches first, or the latest."""
    best = library.frames.index.find(chosen.q) if chosen.q else ()
    return tables.occasions(table(library, chosen, "events", ()), best, most)


@lru_cache(maxsize=256)
def articles(library: Library, chosen: Filter) -> list[Article]:
    """The articles under a filter: the best matches first, or the latest first and those without a date last."""
    held = library.frames.articles[left(library, chosen).rows("articles")]
    found = held.sort_values("published", ascending=False, kind="stable")["article"]
    if chosen.q:
        events = library.frames.events.set_index("event")["article"]
        best = {article: n for n, article in reversed(list(enumerate(events[list(library.frames.index.find(chosen.q))])))}
        found = sorted(found, key=lambda article: best.get(article, len(best)))
    records = {a.id: a for a in library.held.approved}
    return [records[article] for article in found]


@lru_cache(maxsize=256)
def periods(library: Library, chosen: Filter, months: int) -> dict[str, dict[str, Number]]:
    """Events under a filter by the period that they begin in."""
    return counts.events_per_period(left(library, chosen), months)


@lru_cache(maxsize=256)
def profile(library: Library, chosen: Filter, kind: str, name: str) -> Profile | None:
    """What a filter leaves of one person (`person`) or one body (`body`); None for one that nothing held names."""
    if not profiles.known(library.frames, kind, name):
        return None
    return profiles.profile(*(shown(library, asked) for asked in (chosen, chosen.without("region"))), kind, name)


@lru_cache(maxsize=256)
def profile_occasions(library: Library, chosen: Filter, kind: str, name: str, most: int) -> list[list[dict]]:
    """The latest occasions of a person or a body, each with its reports."""
    return tables.occasions(table(library, chosen, "events", ((kind, name),)), (), most)


@lru_cache(maxsize=64)
def changes(library: Library, version: str) -> Changes | None:
    """What has changed since an edition; None for a version that was never noted."""
    return history.changes(library.history, version, library.held)


def withdrawn(library: Library, id: str) -> Article | None:
    """The article of this id, or of an event of it, that was taken out of the records."""
    gone = (a for a in library.held.articles if a.review.status == "withdrawn")
    return next((a for a in gone if id == a.id or any(id == event.id for event in a.events)), None)


def reviewed(library: Library) -> dt.date:
    """The newest review of what is held."""
    return max((a.review.at for a in library.held.approved), default=dt.date(1970, 1, 1))


def export(library: Library, chosen: Filter, name: str, where: tuple[tuple[str, str], ...] = (), *, site: str = "") -> Export:
    """One table under a filter, narrowed by `where`, ready to be written to a file. `site` is where Daybook is, if known."""
    return Export(
        name,
        table(library, chosen, name, where),
        (*chosen.describe(library.held.areas), *(f"{column}: {value}" for column, value in where)),
        reviewed(library),
        library.layer.attribution,
        library.layer.labels,
        shown(library, chosen),
        library.held,
        site,
        urlencode(chosen.to_params() | dict(where), doseq=True),
    )
