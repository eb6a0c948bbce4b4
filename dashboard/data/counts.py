"""Frames and a filter in, the numbers that pages show out. Each number carries its rule and the way to its records.

An event counts once however many stops it has, and however many articles tell of it (occasions.py). An area counts
the events with a stop in it or below it. People are counted once by name; groups without a number are counted as
groups; stated numbers are never added to names.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import narwhals as nw

from dashboard.data import periods
from dashboard.data.areas import level
from dashboard.data.engine import as_date, different, lazy, rows_of, size, tally
from dashboard.data.filters import Chosen, Filter
from dashboard.data.frames import Frames
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
NONE = "\x00"  # stands for a missing value while grouping: engines differ in what they do with missing keys


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
    chosen = shown.filter
    dates = shown.rows("events", "event", "occasion", "kind", "start", "end")
    kinds = occasions_by(dates, "kind")
    other_kinds = (
        occasions_by(shown.without("kind").rows("events", "event", "occasion", "kind"), "kind") if chosen.kind else kinds
    )
    span, undated = days_of(dates)
    attending = tally(shown.rows("attendees", "event", "basis", "who").select("basis", "who").unique(), "basis")
    places = different(shown.rows("event_areas", "event", "adcode"), "adcode")
    without_date = {"date_precision": "unknown"}
    return Summary(
        events=events(sum(kinds.values())),
        meetings=events(kinds.get("meeting", 0), {"kind": "meeting"}, "meeting"),
        visits=events(kinds.get("visit", 0), {"kind": "visit"}, "visit"),
        areas=Number(
            sum(level(a) == "prefecture" for a in places), RULES["areas"], "event_areas", "adcode", {"unit": "prefecture"}
        ),
        articles=Number(size(shown.rows("articles", "article")), RULES["articles"], "articles", "article"),
        people=attendees(attending, "people", "named"),
        groups=attendees(attending, "groups", "not_stated"),
        stated=attendees(attending, "stated", "stated"),
        undated=events(undated, without_date, "undated"),
        undated_left_out=days_of(shown.without("from", "to").rows("events", "event", "start", "end"))[1]
        if chosen.since or chosen.until
        else 0,
        span=span,
        by_region=events_per_area(shown),
        by_kind={kind: events(n, {"kind": kind}) for kind, n in sorted(other_kinds.items())},
        by_level=events_by_attendee(shown, "level"),
        by_organization=events_by_attendee(shown, "organization"),
    )


def events(value: int, where: Where | None = None, rule: str = "events") -> Number:
    return Number(value, RULES[rule], "events", "occasion", where or {})


def attendees(found: Mapping[str, int], rule: str, basis: str) -> Number:
    """How many different people or groups there are whose number is known in this way."""
    return Number(found.get(basis, 0), RULES[rule], "attendees", "who", {"basis": basis})


def events_per_area(shown: Chosen) -> dict[str, dict[str, Number]]:
    """adcode -> kind -> events with a stop in the area or below it, and `all`; without regard to the region filter."""
    keys = shown.without("region").rows("events", "event", "kind")
    pairs = lazy(shown.frames, "event_areas").join(keys, on="event", how="inner")
    found: dict[str, dict[str, int]] = {}
    for adcode, kind, n in counted(pairs, "adcode", "kind"):
        found.setdefault(adcode, {})[kind] = n
    return {
        adcode: {"all": events(sum(kinds.values()), {"region": adcode}, "area")}
        | {kind: events(n, {"region": adcode, "kind": kind}, "area") for kind, n in kinds.items()}
        for adcode, kinds in sorted(found.items())
    }


def events_by_attendee(shown: Chosen, column: str) -> dict[str, Number]:
    """Value of an attendee column -> events that choosing it would show; without regard to that column's own filter."""
    others, bodies = shown.without(column), shown.filter.organization
    pairs = [others.rows("attendees", "event", "occasion", column).select("occasion", column)]
    if column == "organization":
        organized = others.rows("events", "event", "occasion", "organizer").rename({"organizer": "organization"})
        pairs.append(organized.select("occasion", "organization"))
    elif bodies:  # an event that the body organizes is chosen with whoever attends it
        organized = others.rows("events", "event", "organizer").filter(nw.col("organizer").is_in(bodies))
        attending = lazy(shown.frames, "attendees").select("event", "occasion", column)
        pairs.append(attending.join(organized, on="event", how="semi").select("occasion", column))
    found = tally(nw.concat(pairs).filter(~nw.col(column).is_null()).unique(), column)
    return {value: events(n, {column: value}) for value, n in sorted(found.items(), key=lambda x: (-x[1], x[0]))}


def events_per_period(shown: Frames, months: int) -> dict[str, dict[str, Number]]:
    """Period of so many months (1, 3 or 12) -> kind -> events that begin in it, in order; those without a date are in none."""
    start = nw.col("start")
    part = (start.dt.month() - 1) // months
    dated = lazy(shown, "events").filter(~start.is_null())
    year = start.dt.year().cast(nw.Int64).alias("year")
    begun = dated.select("occasion", "kind", year, part.cast(nw.Int64).alias("part")).unique()
    found: dict[str, dict[str, Number]] = {}
    tallied = begun.group_by("year", "part", "kind").agg(nw.len().alias("n"))
    for year, part, kind, n in sorted(rows_of(tallied, "year", "part", "kind", "n")):
        period = periods.name(year, part, months)
        found.setdefault(period, {})[kind] = events(n, {"period": period, "kind": kind}, "period")
    return found


def breakdown(shown: Frames, column: str) -> dict[str | None, dict[str, Number]]:
    """Value of `column` (level, role, organization; None where there is none) -> basis -> people or groups."""
    basis_of = lazy(shown, "attendees").select(nw.col(column).cast(nw.String), "basis", "who").unique()
    found: dict[str | None, dict[str, Number]] = {}
    for value, basis, n in rows_of(
        basis_of.with_columns(nw.col(column).fill_null(NONE)).group_by(column, "basis").agg(nw.len().alias("n"))
    ):
        key, rule = None if value == NONE else value, {"named": "people", "not_stated": "groups"}.get(basis, "stated")
        where = ({"missing": column} if key is None else {column: value}) | {"basis": basis}
        found.setdefault(key, {})[basis] = Number(n, RULES[rule], "attendees", "who", where)
    return dict(sorted(found.items(), key=lambda item: (item[0] is None, -sum(n.value for n in item[1].values()), item[0])))


def days_of(dates: Any) -> tuple[tuple[dt.date, dt.date] | None, int]:
    """First and last day of the dated events, if there are any, and the number of those without a date."""
    start = nw.col("start")
    found = dates.select(start.min(), nw.col("end").max(), start.is_null().sum().alias("undated"), nw.len().alias("n"))
    ((first, last, undated, n),) = rows_of(found, "start", "end", "undated", "n") or [(None, None, 0, 0)]
    undated = int(undated or 0)
    return (None if undated == n else (as_date(first), as_date(last))), undated


def occasions_by(rows: Any, column: str) -> dict[str, int]:
    """Value -> number of occasions with it: two reports of one are one."""
    return tally(rows.select("occasion", column).unique(), column)


def counted(rows: Any, *columns: str) -> list[tuple]:
    """The values of columns and the number of occasions with them, for rows that an event has once for each of these.

    Most occasions have one report, and where rows are many, to look for doubles among the others alone is quick.
    """
    told = rows.filter(nw.col("reports") > 1).select("occasion", *columns).unique().select(*columns)
    all_ = nw.concat([rows.filter(nw.col("reports") == 1).select(*columns), told])
    return [row for row in rows_of(all_.group_by(*columns).agg(nw.len().alias("n")), *columns, "n") if row[-1]]
