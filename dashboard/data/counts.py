"""Frames and a filter in, the numbers that pages show out. Each number carries its rule and the way to its records.

An event counts once however many stops it has, and however many articles tell of it (occasions.py). An area counts
the events with a stop in it or below it. People are counted once by name; groups without a number are counted as
groups; stated numbers are never added to names.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from dashboard.data import periods
from dashboard.data.areas import level
from dashboard.data.filters import Chosen, Filter
from dashboard.data.keys import Column, Keys, tally
from dashboard.words import N_

Where = Mapping[str, str]

RULES = {
    "events": N_("a visit of three stops is one"),
    "meeting": N_("each counted once"),
    "visit": N_("a visit of three stops is one"),
    "areas": N_("leagues and cities with a meeting or a stop"),
    "articles": N_("each with a link to what was published"),
    "people": N_("counted once by name"),
    "groups": N_("the article gives none, and we guess none"),
    "stated": N_("as printed, never added to names"),
    "undated": N_("no date can be had from the article"),
    "area": N_("events with a stop in the area or below it"),
    "period": N_("events that begin in the period"),
    "company": N_("events at which both are named"),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A value, the rule it was counted by, and the records it counts.

    The records are the rows of `table` under the filter with `where` put in; `counted` is the column whose different
    values make the number. So every number is an address: it can be opened, shared and checked.
    """

    value: int
    rule: str
    table: str
    counted: str
    where: Where = field(default_factory=dict)

    def params(self, chosen: Filter) -> dict[str, list[str]]:
        """The address, on the records page, of what this number counts."""
        return chosen.to_params() | {"table": [self.table]} | {k: [v] for k, v in self.where.items()}


@dataclass(frozen=True, slots=True)
class Summary:
    """All numbers of one view. Facets ignore their own filter, so a figure does not change when it is clicked."""

    events: Number
    meetings: Number
    visits: Number
    areas: Number
    articles: Number
    people: Number
    groups: Number
    stated: Number
    undated: Number
    undated_left_out: int
    span: tuple[dt.date, dt.date] | None
    by_region: dict[str, dict[str, Number]]
    by_kind: dict[str, Number]
    by_level: dict[str, Number]
    by_organization: dict[str, Number]


def summary(shown: Chosen) -> Summary:
    """Every number that the map page and the sidebar show."""
    chosen, keys = shown.filter, shown.keys
    kinds = kinds_of(shown)
    other = shown.without("kind")
    other_kinds = kinds if other is shown else kinds_of(other)
    span, undated = days_of(shown)
    attending = attendees_by(keys, shown.rows("attendees"), "basis")
    places = keys.column("event_areas", "adcode")
    return Summary(
        events=events(sum(kinds.values())),
        meetings=events(kinds.get("meeting", 0), {"kind": "meeting"}, "meeting"),
        visits=events(kinds.get("visit", 0), {"kind": "visit"}, "visit"),
        areas=Number(
            sum(level(a) == "prefecture" for a in places.values[np.unique(places.codes[shown.rows("event_areas")])]),
            RULES["areas"],
            "event_areas",
            "adcode",
            {"unit": "prefecture"},
        ),
        articles=Number(int(shown.rows("articles").sum()), RULES["articles"], "articles", "article"),
        people=attendees(attending, "people", "named"),
        groups=attendees(attending, "groups", "not_stated"),
        stated=attendees(attending, "stated", "stated"),
        undated=events(undated, {"date_precision": "unknown"}, "undated"),
        undated_left_out=days_of(shown.without("from", "to"))[1] if chosen.since or chosen.until else 0,
        span=span,
        by_region=events_per_area(shown),
        by_kind={kind: events(n, {"kind": kind}) for kind, n in sorted(other_kinds.items())},
        by_level=events_by_attendee(shown, "level"),
        by_organization=events_by_attendee(shown, "organization"),
    )


def events(value: int, where: Where | None = None, rule: str = "events") -> Number:
    return Number(value, RULES[rule], "events", "occasion", where or {})


def attendees(found: Mapping[tuple, int], rule: str, basis: str) -> Number:
    """How many different people or groups there are whose number is known in this way."""
    return Number(found.get((basis,), 0), RULES[rule], "attendees", "who", {"basis": basis})


def events_per_area(shown: Chosen) -> dict[str, dict[str, Number]]:
    """adcode -> kind -> events with a stop in the area or below it, and `all`; without regard to the region filter."""
    keys, rows = shown.keys, shown.without("region").rows("event_areas")
    event = keys.event("event_areas")[rows]
    areas, kinds = keys.column("event_areas", "adcode").at(rows), keys.column("events", "kind").at(event)
    found: dict[str, dict[str, int]] = {}
    for (adcode, kind), n in tally(keys.occasion[event], areas, kinds).items():
        found.setdefault(adcode, {})[kind] = n
    return {
        adcode: {"all": events(sum(kinds.values()), {"region": adcode}, "area")}
        | {kind: events(n, {"region": adcode, "kind": kind}, "area") for kind, n in kinds.items()}
        for adcode, kinds in sorted(found.items())
    }


def events_by_attendee(shown: Chosen, column: str) -> dict[str, Number]:
    """Value of an attendee column -> events that choosing it would show; without regard to that column's own filter."""
    others, keys, asked = shown.without(column), shown.keys, shown.filter.organization
    rows, event = others.rows("attendees"), keys.event("attendees")
    if column == "level" and asked:  # an event that a body asked for organizes is chosen with whoever attends it
        organized = others.rows("events") & keys.column("events", "organizer").among(asked)
        rows = rows | organized[event]
    occasions, values = keys.occasion[event[rows]], keys.column("attendees", column).at(rows)
    if column == "organization":  # bodies organize too
        attending, organizing = keys.bodies
        chosen = others.rows("events")
        occasions = np.append(occasions, keys.occasion[chosen])
        values = Column(attending.values, np.append(attending.codes[rows], organizing.codes[chosen]))
    found = {value: n for (value,), n in tally(occasions, values).items() if value is not None}
    return {value: events(n, {column: value}) for value, n in sorted(found.items(), key=lambda x: (-x[1], x[0]))}


def events_per_period(shown: Chosen, months: int) -> dict[str, dict[str, Number]]:
    """Period of so many months (1, 3 or 12) -> kind -> events that begin in it, in order; those without a date are in none."""
    keys, in_year = shown.keys, 12 // months
    dated = shown.rows("events") & keys.dated
    begun = keys.days[0][dated].astype("datetime64[M]").astype(int) // months + 1970 * in_year
    earliest, latest = begun.min(initial=10**6), begun.max(initial=0)
    named = pd.Index([periods.name(n // in_year, n % in_year, months) for n in range(earliest, latest + 1)])
    found: dict[str, dict[str, Number]] = {}
    counted = tally(keys.occasion[dated], Column(named, begun - earliest), keys.column("events", "kind").at(dated))
    for (period, kind), n in counted.items():
        found.setdefault(period, {})[kind] = events(n, {"period": period, "kind": kind}, "period")
    return found


def breakdown(shown: Chosen, column: str) -> dict[str | None, dict[str, Number]]:
    """Value of `column` (level, role, organization; None where there is none) -> basis -> people or groups."""
    found: dict[str | None, dict[str, Number]] = {}
    for (key, basis), n in attendees_by(shown.keys, shown.rows("attendees"), column, "basis").items():
        rule = {"named": "people", "not_stated": "groups"}.get(basis, "stated")
        where = ({"missing": column} if key is None else {column: key}) | {"basis": basis}
        found.setdefault(key, {})[basis] = Number(n, RULES[rule], "attendees", "who", where)
    return dict(sorted(found.items(), key=lambda item: (item[0] is None, -sum(n.value for n in item[1].values()), item[0])))


def days_of(shown: Chosen) -> tuple[tuple[dt.date, dt.date] | None, int]:
    """First and last day of the dated events, if there are any, and the number of those without a date."""
    (first, last), chosen = shown.keys.days, shown.rows("events")
    dated = chosen & shown.keys.dated
    span = (first[dated].min().item(), last[dated].max().item()) if dated.any() else None
    return span, int(chosen.sum() - dated.sum())


def kinds_of(shown: Chosen) -> dict[str, int]:
    """Kind -> number of occasions: two reports of one are one."""
    chosen, keys = shown.rows("events"), shown.keys
    return {kind: n for (kind,), n in tally(keys.occasion[chosen], keys.column("events", "kind").at(chosen)).items()}


def attendees_by(keys: Keys, rows: np.ndarray, *columns: str) -> dict[tuple, int]:
    """Values of columns -> number of different people or groups, for these rows of the attendees."""
    return tally(keys.column("attendees", "who").codes[rows], *(keys.column("attendees", c).at(rows) for c in columns))
