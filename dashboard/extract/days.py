"""A date as printed and those told before it in, the day or days it means out.

The year is the one printed, else that of the article's date, else the only year that the text prints, else there is none.
"""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from dashboard.extract.date_grammar import BACK, DAYS, IN_SPEECH, MONTHS, NEXT, NTH, WEEKDAY_BEFORE, WEEKDAYS
from dashboard.extract.mentions import Mention
from dashboard.words import N_

LONGEST_SPEECH = 200  # signs
Precision = Literal["day", "range", "month", "unknown"]
PRINTED = N_("the year is printed")
FROM_ARTICLE = N_("the year is taken from the article's date")
COUNTED = N_("the day is counted from the date before it in the text")
FROM_TEXT = N_("the year is taken from another date of the text")
DAY_FROM_ARTICLE = N_("the day is counted from the article's date")
NO_YEAR = N_("no year is printed, and the article's date is not known")
AFTER = N_("the day lies after the article's date: the year is left open")
AHEAD = N_("the day lies after the article's date")
IMPOSSIBLE = N_("there is no such day")
VAGUE = N_("no day is printed")
WRONG_WEEKDAY = N_("the weekday printed beside it does not fit")


@dataclass(frozen=True, slots=True)
class When:
    """`start` is None where no day can be had without a guess. `header`: the article's own date, no event's."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "unknown"
    year_basis: Literal["stated", "published", "context"] | None = None
    header: bool = False


@dataclass(slots=True)
class Before:
    """What the dates before one have told: those after them are counted from it."""

    last: When | None = None  # the last day, or days
    spell: When | None = None  # the last of several days
    told: When | None = None  # the last day with its weekday: other weekdays follow on it
    week: str | None = None  # that which weekdays are of, once `last week` was said
    month: tuple[int, int] | None = None  # of the last date with one: `from 10 August ... on the 12th`

    def take(self, hit: Mention, when: When, basis: str, text: str) -> None:
        if hit.rule == "vague" and hit.value[0].lower() == "last week":
            self.week = "last"
        beside = hit.rule == "day" and WEEKDAY_BEFORE.search(text, max(0, hit.start - 20), hit.start)
        if beside or (hit.rule == "weekday" and basis == COUNTED):
            self.told = when
        if IN_SPEECH.search(text, max(0, hit.start - LONGEST_SPEECH), hit.start):  # what someone says of another day
            return
        self.last = when if when.precision in ("day", "range") else self.last
        self.spell = when if when.precision == "range" else self.spell
        if when.start and (when.precision != "month" or not self.month):  # `the flood of July 2016` is no month of what follows
            self.month = when.start.year, when.start.month


Reading = tuple[When, str, tuple[When, ...]]


def read(rule: str, part: dict[str, str | None], before: Before, published: dt.date | None, only: int | None) -> Reading:
    if rule == "vague" or (rule in ("back", "weekday", "weekend") and not published):
        return When(), VAGUE if rule == "vague" else NO_YEAR, ()
    if rule == "back":
        day = published - dt.timedelta(BACK[part["back"].lower()])
        return When(day, day, "day", "published"), DAY_FROM_ARTICLE, ()
    if rule == "next":
        return following(next(n for words, n in NEXT.items() if words in part["next"].lower()), before.last)
    if rule == "same":
        return before.last, COUNTED, ()
    if rule == "days":
        return those_following(DAYS[part["days"]], before.last)
    if rule == "nth":
        return of_spell(NTH.get(part["nth"]), before.spell or (before.last if part["nth"] in ("last", "final") else None))
    if rule == "weekend":
        return weekday({"w": "Saturday", "w2": "Sunday"}, published, None)
    if rule == "weekday":
        return weekday(part, published, before.spell, before.told)
    if rule == "bare":
        return bare(int(part["d"]), int(part.get("d2") or part["d"]), before.month, published)
    m = number_of(part["m"])
    m2 = number_of(part["m2"]) if part.get("m2") else m
    printed = part.get("y") or {"last": "去", "this": "今"}.get(part.get("ago") or "")
    if rule == "last" and published:  # in a report of August `last May` is of this year, `last November` of the one before
        rule, printed = "month", "去" if m >= published.month else "今"
    year, basis, why = year_of(printed, m, int(part.get("d") or 1), published, only)
    if year is None:
        alternatives = [spans(rule, y, m, m2, part, published) for y in (published.year, published.year - 1)] if published else []
        return When(), why, tuple(When(*a, "stated") for a in alternatives if a)
    if made := spans(rule, year, m, m2, part, published):
        return When(*made, basis), AHEAD if published and made[0] > published else why, ()
    return When(), IMPOSSIBLE, ()


def number_of(month: str) -> int:
    return int(month) if month.isdigit() else MONTHS[month.lower().rstrip(".")]


def year_of(printed: str | None, month: int, day: int, published: dt.date | None, only: int | None) -> tuple:
    """(year or None, its basis, that in words)."""
    if printed and printed.isdigit():
        return int(printed), "stated", PRINTED
    if printed and published:
        return published.year - (printed == "去"), "published", FROM_ARTICLE
    if published:
        ahead = (month, day) > (published.month, published.day)
        months = month - published.month
        if ahead and months < 6:  # neither past nor, like December in a January report, of the year before
            return None, None, AFTER
        return published.year - ahead, "published", FROM_ARTICLE
    return (only, "context", FROM_TEXT) if only else (None, None, NO_YEAR)


def spans(rule: str, y: int, m: int, m2: int, part: dict, published: dt.date | None) -> tuple[dt.date, dt.date, Precision] | None:
    """First and last day, or None where there is no such day."""
    try:
        if rule in ("month", "last"):
            first, last = dt.date(y, m, 1), dt.date(y, m, calendar.monthrange(y, m)[1])
            if published and first < published < last:
                last = published
            return first, last, "month"
        first = dt.date(y, m, int(part["d"]))
        last = dt.date(y + (m2 < m), m2, int(part.get("d2") or part["d"]))
    except ValueError:
        return None
    return (first, last, "range" if last > first else "day") if last >= first else None


def bare(first: int, last: int, month: tuple | None, published: dt.date | None) -> Reading:
    """`the 7th`: of the month of the date before it, else of the article's month, or of the one before if it lies ahead."""
    if not month and not published:
        return When(), NO_YEAR, ()
    y, m = month or (published.year, published.month)
    if not month and first > published.day:
        y, m = (y, m - 1) if m > 1 else (y - 1, 12)
    made = spans("day", y, m, m, {"d": str(first), "d2": str(last)}, None)
    basis = "context" if month else "published"
    return (When(*made, basis), FROM_TEXT if month else DAY_FROM_ARTICLE, ()) if made else (When(), IMPOSSIBLE, ())


def following(days: int, last: When | None) -> Reading:
    """`the next day`: after the last day of the date before it, `the day before`: before its first."""
    if not last or last.precision not in ("day", "range"):
        return When(), NO_YEAR, ()
    two = (last.end - last.start).days == 1  # `from 20 to 21 May ... the next morning` is the second of them
    day = last.end if two and days == 1 else (last.end if days > 0 else last.start) + dt.timedelta(days)
    return When(day, day, "day", last.year_basis), COUNTED, ()


def those_following(n: int, last: When | None) -> Reading:
    """`the following three days`."""
    if not last or last.precision not in ("day", "range"):
        return When(), VAGUE, ()
    first = last.end + dt.timedelta(1)
    return When(first, last.end + dt.timedelta(n), "range", last.year_basis), COUNTED, ()


def of_spell(n: int | None, spell: When | None) -> Reading:
    """`the second day of the visit`, the last one where `n` is None: of the days told before it."""
    day = spell and (spell.end if n is None else spell.start + dt.timedelta(n))
    return (When(day, day, "day", spell.year_basis), COUNTED, ()) if day and day <= spell.end else (When(), VAGUE, ())


def weekday(part: dict, published: dt.date, spell: When | None, told: When | None = None) -> Reading:
    """That of the days told before it, `from 14 to 18 October ... on Monday`, else the last such day up to the article's.

    In a report of more than a week later it is the first such day after one told before: `Wednesday, 24 September. On Thursday`.
    """
    if spell and not part.get("w2"):
        days = [spell.start + dt.timedelta(n) for n in range((spell.end - spell.start).days + 1)]
        if len(days) <= 7 and (on := [day for day in days if day.weekday() == WEEKDAYS[part["w"].lower()]]):
            return When(on[0], on[0], "day", spell.year_basis), COUNTED, ()
    if told and told.precision == "day" and not part.get("w2") and 6 < (published - told.start).days < 60:
        day = told.start + dt.timedelta((WEEKDAYS[part["w"].lower()] - told.start.weekday()) % 7)
        return When(day, day, "day", told.year_basis), COUNTED, ()
    if part.get("week") in ("上", "last"):  # of the week before that of the article
        published -= dt.timedelta(published.weekday() + 1)
    last = published - dt.timedelta((published.weekday() - WEEKDAYS[(part.get("w2") or part["w"]).lower()]) % 7)
    first = last - dt.timedelta((last.weekday() - WEEKDAYS[part["w"].lower()]) % 7)
    found = When(first, last, "range" if last > first else "day", "published")
    week = dt.timedelta(7)
    return found, DAY_FROM_ARTICLE, (When(first + week, last + week, found.precision, "published"),)
