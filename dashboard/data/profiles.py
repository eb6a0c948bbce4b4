"""Narrowed frames and a name in, that person's or that body's own record out: events, roles, places, company.

Each number carries its rule and the way to its records, as all do. Who stands beside whom is what the articles say of
attendance: named at the same event; not that they spoke.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np

from dashboard.data import counts, periods
from dashboard.data.counts import RULES, Number
from dashboard.data.engine import different, lazy, native, rows_of
from dashboard.data.filters import Chosen, Filter
from dashboard.data.frames import TABLES, Frames
from dashboard.data.keys import Keys, tally
from dashboard.data.record_rows import events_of_body, events_of_person

EVENTS = {"person": events_of_person, "body": events_of_body}


@dataclass(frozen=True, slots=True)
class Profile:
    """One person or body: what is counted, and the tables narrowed to its events."""

    frames: Frames
    meetings: Number
    visits: Number
    undated: Number
    months: int  # length of a period
    periods: Mapping[str, Mapping[str, Number]]  # period -> kind -> events that begin in it
    areas: Mapping[str, Number]  # adcode -> events there or below
    people: Mapping[str, Number]  # who, of those named -> events at which both are
    bodies: Mapping[str, Number]  # organization -> events at which both are

    @property
    def events(self) -> int:
        return self.meetings.value + self.visits.value


def known(frames: Frames, kind: str, name: str) -> bool:
    """Whether anything held names it."""
    if kind == "person":
        named = lazy(frames, "attendees").filter(nw.col("who") == name, nw.col("basis") == "named")
        return bool(rows_of(named.select("who").head(1)))
    return bool(rows_of(events_of_body(frames, name).head(1)))


def profile(shown: Frames, everywhere: Frames, kind: str, name: str) -> Profile:
    """The profile of a name under a filter; with nothing left of it, every number is 0.

    `everywhere` is what the filter leaves without its regions: areas are a facet, and ignore their own filter.
    """
    own = narrowed(shown, EVENTS[kind](shown, name))
    where = {kind: name}
    whole = Chosen(own, Filter())
    n = counts.summary(whole)
    areas = counts.events_per_area(Chosen(narrowed(everywhere, EVENTS[kind](everywhere, name)), Filter()))
    named, who, body = (own.keys.column("attendees", column) for column in ("basis", "who", "organization"))
    return Profile(
        own,
        also(n.meetings, where),
        also(n.visits, where),
        also(n.undated, where),
        months := periods.fitting(*n.span) if n.span else 12,
        {
            period: {kind: also(number, where) for kind, number in found.items()}
            for period, found in counts.events_per_period(whole, months).items()
        },
        {code: also(found["all"], where) for code, found in areas.items()},
        company(own.keys, named.among(["named"]) & ~who.among([name] if kind == "person" else []), "who", where),
        company(own.keys, ~body.among([name]), "organization", where),
    )


def narrowed(shown: Frames, events: Any) -> Frames:
    """Every table with the rows of these events only."""
    made = {t: native(lazy(shown, t).join(events, on="event", how="semi")) for t in TABLES if t != "articles"}
    articles = lazy(shown, "events").join(events, on="event", how="semi").select("article")
    made["articles"] = native(lazy(shown, "articles").join(articles, on="article", how="semi"))
    return Frames(**made, index=shown.index)


def also(number: Number, where: Mapping[str, str]) -> Number:
    return Number(number.value, number.rule, number.table, number.counted, {**number.where, **where})


def company(keys: Keys, rows: np.ndarray, column: str, where: Mapping[str, str]) -> dict[str, Number]:
    """Value, among these rows of the attendees -> events that it shares, the most first."""
    found = tally(keys.occasion[keys.event("attendees")[rows]], keys.column("attendees", column).at(rows))
    ordered = sorted(((value, n) for (value,), n in found.items() if value is not None), key=lambda item: (-item[1], item[0]))
    return {value: Number(n, RULES["company"], "attendees", "occasion", {**where, "with": value}) for value, n in ordered}


def roles(profile: Profile, kind: str, name: str) -> list[str]:
    """The roles that a person held, or the bodies' people hold, as printed."""
    rows = lazy(profile.frames, "attendees").filter(nw.col("who" if kind == "person" else "organization") == name)
    return sorted(different(rows.filter(~nw.col("role").is_null()), "role"))
