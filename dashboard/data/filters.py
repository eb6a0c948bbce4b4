"""Frames and the reader's choice in, fewer rows out: one Filter for page, address, API and CLI.

Region, dates, kind and q choose events, and a chosen event stays whole, with all its stops. Level and organization
choose attendee rows and the events holding one (organization: or organized by it). Several values of one field mean
any of them. Written against Narwhals: the same lines run on pandas, on a DuckDB relation, or on a bigger engine.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import narwhals as nw

from dashboard.data.areas import Areas
from dashboard.data.engine import different, lazy, midnight, native, where
from dashboard.data.errors import BadAddress
from dashboard.data.frames import TABLES, Frames
from dashboard.data.vocabulary import KIND_WORDS, KINDS, LEVEL_WORDS, LEVELS
from dashboard.words import N_, _, date, listing

PARAMS = {
    "region": "region",
    "from": "since",
    "to": "until",
    "kind": "kind",
    "level": "level",
    "organization": "organization",
    "q": "q",
}
LONGEST_Q = 200
FEW = 1_000  # events
EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class Known:
    """The values that can be asked for."""

    areas: Areas
    organizations: Collection[str]


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reader asked for. An empty field restricts nothing."""

    region: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    kind: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    organization: tuple[str, ...] = ()
    q: str = ""

    @classmethod
    def from_params(cls, params: Mapping[str, Sequence[str]], known: Known) -> tuple["Filter", list[BadAddress]]:
        """Read an address. What cannot be used is left out, each with the sentence that says so."""
        bad: list[BadAddress] = []
        chosen: dict[str, Any] = {}
        for name, choices in (("region", known.areas), ("kind", KINDS), ("level", LEVELS), ("organization", known.organizations)):
            asked = dict.fromkeys(params.get(name, ()))
            chosen[name] = tuple(value for value in asked if value in choices)
            bad += [unusable(name, value, known) for value in asked if value not in choices]
        since, until = (read_date(name, params.get(name, ()), bad) for name in ("from", "to"))
        if since and until and since > until:
            bad.append(
                BadAddress(
                    "from", N_("from={since} is after to={until}: both dates are left out. Swap them."), since=since, until=until
                )
            )
            since = until = None
        q = " ".join(" ".join(params.get("q", ())).split())
        if len(q) > LONGEST_Q or not q.isprintable():
            bad.append(BadAddress("q", N_("q is left out: it may have up to {most} printable characters."), most=LONGEST_Q))
            q = ""
        return cls(since=since, until=until, q=q, **chosen), bad

    def to_params(self) -> dict[str, list[str]]:
        """The address that from_params reads back. Nothing for what restricts nothing."""
        values = {name: getattr(self, field) for name, field in PARAMS.items()}
        return {
            name: [str(v) for v in (value if isinstance(value, tuple) else (value,))] for name, value in values.items() if value
        }

    def active(self) -> tuple[str, ...]:
        """The address names of what restricts something."""
        return tuple(self.to_params())

    def without(self, *names: str) -> "Filter":
        """The same choice with the named parts (`region`, `from` ...) let go."""
        empty = Filter()
        return replace(self, **{PARAMS[name]: getattr(empty, PARAMS[name]) for name in names})

    def describe(self, areas: Areas) -> list[str]:
        """What restricts the view, a phrase each, in the reader's language."""
        phrases = {
            "region": lambda v: _("in {places}", places=listing([areas[code].name for code in v])),
            "from": lambda v: _("from {day}", day=date(v)),
            "to": lambda v: _("to {day}", day=date(v)),
            "kind": lambda v: _("kind: {kinds}", kinds=listing([_(KIND_WORDS[k]) for k in v])),
            "level": lambda v: _("level: {levels}", levels=listing([_(LEVEL_WORDS[x]) for x in v])),
            "organization": lambda v: _("body: {bodies}", bodies=listing(list(v))),
            "q": lambda v: _("words: {words}", words=v),
        }
        return [phrases[name](getattr(self, PARAMS[name])) for name in self.active()]

    def apply(self, frames: Frames) -> Frames:
        """Narrow every frame; never adds, sorts or renames."""
        return Chosen(frames, self).all()

    def chooses_event(self) -> list[nw.Expr]:
        """What the row of an event must pass."""
        tests = []
        if self.since:  # an event without a date is in no span of dates
            tests.append(nw.col("end") >= midnight(self.since))
        if self.until:
            tests.append(nw.col("start") <= midnight(self.until))
        if self.kind:
            tests.append(nw.col("kind").is_in(self.kind))
        return tests

    def chooses_attendee(self) -> list[nw.Expr]:
        """What the row of an attendee must pass."""
        columns = {"level": self.level, "organization": self.organization}
        return [nw.col(column).is_in(values) for column, values in columns.items() if values]


class Chosen:
    """What a filter leaves of frames, table by table. Nothing is narrowed twice."""

    def __init__(self, frames: Frames, filter: Filter):
        self.frames, self.filter = frames, filter
        self._whole: dict[str, Any] = {}

    def all(self) -> Frames:
        """Every table, with all its columns, of the engine of the frames."""
        if not self.filter.active():
            return self.frames
        self._whole = {table: self.rows(table) for table in TABLES}
        return Frames(**{table: native(rows) for table, rows in self._whole.items()}, index=self.frames.index)

    def without(self, *names: str) -> "Chosen":
        """The same with parts of the filter let go, so that a facet ignores its own filter."""
        wider = self.filter.without(*names)
        return self if wider == self.filter else Chosen(self.frames, wider)

    def rows(self, table: str, *columns: str) -> Any:
        """One table as a Narwhals lazy frame, with all its columns or those named: few, where rows are many."""
        if table in self._whole:
            return self._whole[table].select(*columns) if columns else self._whole[table]
        tests = self.filter.chooses_attendee() if table == "attendees" else []
        rows = where(lazy(self.frames, table), tests)
        rows = rows.select(*columns) if columns else rows
        if not self.filter.active():
            return rows
        if table == "articles":
            return rows.join(self.rows("events", "event", "article").select("article"), on="article", how="semi")
        return among(rows, self.events, self.few)

    @cached_property
    def few(self) -> list[str] | None:
        """The ids of the chosen events; None where they are more than a few."""
        ids = different(self.events.select("event").head(FEW + 1), "event")
        return ids if len(ids) <= FEW else None

    @cached_property
    def events(self) -> Any:
        """The chosen events: one column, `event`."""
        asked = self.filter
        tests = asked.chooses_event()
        if asked.q:
            tests.append(nw.col("event").is_in(self.frames.index.find(asked.q)))
        chosen = where(lazy(self.frames, "events"), tests).select("event")
        if asked.region:
            here = lazy(self.frames, "event_areas").filter(nw.col("adcode").is_in(asked.region))
            chosen = chosen.join(here.select("event"), on="event", how="semi")
        if asked.level or asked.organization:
            chosen = chosen.join(self._events_by_attendees(), on="event", how="semi")
        return chosen

    def _events_by_attendees(self) -> Any:
        asked, attendees = self.filter, lazy(self.frames, "attendees")
        holding = attendees.filter(*asked.chooses_attendee()).select("event")
        if not asked.organization:
            return holding
        organized = lazy(self.frames, "events").filter(nw.col("organizer").is_in(asked.organization)).select("event")
        if asked.level:
            of_level = attendees.filter(nw.col("level").is_in(asked.level)).select("event")
            organized = organized.join(of_level, on="event", how="semi")
        return nw.concat([holding, organized])


def among(rows: Any, events: Any, few: list[str] | None) -> Any:
    """The rows of these events: named one by one where they are few, since a join of little costs more than all the rest."""
    return rows.join(events, on="event", how="semi") if few is None else rows.filter(nw.col("event").is_in(few))


def read_date(name: str, values: Sequence[str], bad: list[BadAddress]) -> dt.date | None:
    if not values:
        return None
    try:
        (value,) = values
        day = dt.date.fromisoformat(value)
        if day.isoformat() != value or not EARLIEST <= day <= LATEST:  # fromisoformat also takes 20230812 and 2023-W32-6
            raise ValueError
        return day
    except ValueError:
        bad.append(
            BadAddress(
                name,
                N_("{name}={value} is left out: one date, written like 2023-08-12, would work."),
                name=name,
                value=",".join(values)[:40],
            )
        )
        return None


def unusable(name: str, value: str, known: Known) -> BadAddress:
    """The sentence for a value that is not among those that can be asked for."""
    if name == "region":
        return BadAddress(
            name, N_("region={value} is left out. {sentence}"), value=value[:40], sentence=known.areas.unknown(value[:40])
        )
    if name == "organization":
        return BadAddress(name, N_("organization={value} is left out: no record names that body."), value=value[:80])
    choices = {"kind": KINDS, "level": LEVELS}[name]
    return BadAddress(
        name,
        N_("{name}={value} is left out. These would work: {choices}."),
        name=name,
        value=value[:40],
        choices=", ".join(choices),
    )
