"""Frames and the reader's choice in, fewer rows out: one Filter for page, address, API and CLI.

Region, dates, kind and q choose events, and a chosen event stays whole, with all its stops. Level and organization
choose attendee rows and the events holding one (organization: or organized by it). Several values of one field mean
any of them. Rows are chosen by their keys (keys.py), whatever engine holds the frames.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from typing import Any

import numpy as np

from dashboard.data.areas import Areas
from dashboard.data.engine import taken
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


class Chosen:
    """What a filter leaves of frames: for each table, which of its rows. Nothing is looked for twice."""

    def __init__(self, frames: Frames, filter: Filter):
        self.frames, self.filter, self.keys = frames, filter, frames.keys

    def without(self, *names: str) -> "Chosen":
        """The same with parts of the filter let go, so that a facet ignores its own filter."""
        wider = self.filter.without(*names)
        return self if wider == self.filter else Chosen(self.frames, wider)

    def all(self) -> Frames:
        """Every table with the rows chosen, of the engine of the frames."""
        if not self.filter.active():
            return self.frames
        left = {table: taken(getattr(self.frames, table), self.rows(table), self.keys.own(table)) for table in TABLES}
        return Frames(**left, index=self.frames.index)

    def rows(self, table: str) -> np.ndarray:
        """For each row of a table, whether it is chosen."""
        keys = self.keys
        if not self.filter.active():
            return np.ones(keys.size(table), bool)
        if table == "articles":
            told = keys.column("events", "article")
            return keys.column("articles", "article").among(told.values[np.unique(told.codes[self.events])])
        rows = self.events if table == "events" else self.events[keys.event(table)]
        return rows & self._fitting if table == "attendees" else rows

    @cached_property
    def events(self) -> np.ndarray:
        """For each event, whether it is chosen."""
        asked, keys = self.filter, self.keys
        first, last = keys.days
        tests = []
        if asked.since:  # an event without a date is in no span of dates: a comparison with none is false
            tests.append(last >= np.datetime64(asked.since))
        if asked.until:
            tests.append(first <= np.datetime64(asked.until))
        if asked.kind:
            tests.append(keys.column("events", "kind").among(asked.kind))
        if asked.q:
            tests.append(keys.column("events", "event").among(self.frames.index.find(asked.q)))
        if asked.region:
            tests.append(keys.with_row("event_areas", keys.column("event_areas", "adcode").among(asked.region)))
        if asked.level or asked.organization:
            tests.append(self._held_by_attendees())
        return reduce(np.logical_and, tests, np.ones(keys.size("events"), bool))

    @cached_property
    def _fitting(self) -> np.ndarray:
        """For each attendee row, whether it is of the levels and organizations asked for."""
        columns = {"level": self.filter.level, "organization": self.filter.organization}
        tests = [self.keys.column("attendees", column).among(values) for column, values in columns.items() if values]
        return reduce(np.logical_and, tests, np.ones(self.keys.size("attendees"), bool))

    def _held_by_attendees(self) -> np.ndarray:
        """For each event, whether it holds a fitting attendee row, or is organized by a body asked for, with one of the level."""
        asked, keys = self.filter, self.keys
        holding = keys.with_row("attendees", self._fitting)
        if not asked.organization:
            return holding
        organized = keys.column("events", "organizer").among(asked.organization)
        if asked.level:
            organized &= keys.with_row("attendees", keys.column("attendees", "level").among(asked.level))
        return holding | organized


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
