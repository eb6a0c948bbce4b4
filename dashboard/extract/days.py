"""A date as printed and those told before it in, the day or days it means out.

The year is the one printed, else that of the article's date, else the only year that the text prints, else there is none.
"""

import calendar
import datetime as dt

from dashboard.extract.counted import Before, following, month_named, of_spell, those_around, weekday
from dashboard.extract.day_words import BACK, DAYS, DAYS_ZH, FEASTS, FEASTS_ZH, MONTHS, NEXT, NTH, WEEKDAYS
from dashboard.extract.when import (
    AFTER,
    AHEAD,
    COUNTED,
    DAY_FROM_ARTICLE,
    FROM_ARTICLE,
    FROM_TEXT,
    IMPOSSIBLE,
    NO_YEAR,
    PRINTED,
    VAGUE,
    Precision,
    Reading,
    When,
)

HALF_A_YEAR = 6  # months


def read(rule: str, part: dict[str, str | None], before: Before, published: dt.date | None, only: int | None) -> Reading:
    if rule == "vague" or (rule in ("back", "weekday", "weekend") and not published):
        return When(), VAGUE if rule == "vague" else NO_YEAR, ()
    if rule == "back":
        day = published - dt.timedelta(BACK[part["back"].lower()])
        return When(day, day, "day", "published"), DAY_FROM_ARTICLE, ()
    if rule == "next":
        return following(next(n for words, n in NEXT.items() if words in part["next"].lower()), before.last)
    if rule == "later":
        n = (DAYS | DAYS_ZH)[part["days"].lower()]
        return following(n if part["way"] in ("later", "后", "之后") else -n, before.last)
    if rule == "same":
        return before.last, COUNTED, ()
    if rule == "days":
        return those_around(DAYS[part["days"] or part["n"]] * (-1 if part.get("way") else 1), before.last)
    if rule == "nth":
        return of_spell(NTH.get(part["nth"]), before)
    if rule == "ends":
        return of_month(part, published, only)
    if rule == "nth weekday":
        return weekday_of_month(part, published, only)
    if rule == "weekend":
        return weekday({"w": "Saturday", "w2": "Sunday"}, published, None)
    if rule == "weekday":
        return weekday(part, published, before.spell, before.told, before.last)
    if rule == "bare":
        month = month_named(part.get("which"), published) or before.month
        return bare(int(part["d"]), int(part.get("d2") or part["d"]), month, published)
    if rule == "feast":
        part["m"], part["d"] = map(str, (FEASTS | FEASTS_ZH)[part["feast"].replace("'", "’")])
    m = number_of(part["m"])
    if part.get("d") == "last":
        part["d"] = str(calendar.monthrange(published.year if published else 2001, m)[1])
    m2 = number_of(part["m2"]) if part.get("m2") else m
    printed = part.get("y") or {"last": "去", "this": "今"}.get(part.get("ago") or "")
    if rule == "last" and published:  # in a report of August `last May` is of this year, `last November` of the one before
        rule, printed = "month", "去" if m >= published.month else "今"
    year, basis, why = year_of(printed, m, int(part.get("d") or 1), published, only)
    if year is None:
        last = last_year_with(m, int(part.get("d") or 1), published) if published else None
        alternatives = [spans(rule, y, m, m2, part, published) for y in (last + 1, last)] if last else []
        return When(), why, tuple(When(*a, "stated") for a in alternatives if a)
    if made := spans(rule, year, m, m2, part, published):
        return When(*made, basis), AHEAD if published and made[0] > published else why, ()
    return When(), IMPOSSIBLE, ()


def of_month(part: dict[str, str | None], published: dt.date | None, only: int | None) -> Reading:
    """`the last weekend of January`, `the first two days of August`."""
    m = number_of(part["m"])
    year, basis, why = year_of(part.get("y"), m, 1, published, only)
    if not year:
        return When(), why, ()
    length = calendar.monthrange(year, m)[1]
    n = DAYS.get(part["days"].split()[0], 2)
    first = 1 if part["end"] == "first" else length - n + 1
    if part["days"] == "weekend":
        saturdays = [d for d in range(1, length) if dt.date(year, m, d).weekday() == WEEKDAYS["saturday"]]
        first = saturdays[0 if part["end"] == "first" else -1]
    start = dt.date(year, m, first)
    return When(start, start + dt.timedelta(n - 1), "range", basis), why, ()


def weekday_of_month(part: dict[str, str | None], published: dt.date | None, only: int | None) -> Reading:
    """`the first Tuesday of August`."""
    m = number_of(part["m"])
    year, basis, why = year_of(part.get("y"), m, 1, published, only)
    if not year:
        return When(), why, ()
    first, length = calendar.monthrange(year, m)
    days = range(1 + (WEEKDAYS[part["w"].lower()] - first) % 7, length + 1, 7)
    day = dt.date(year, m, days[NTH.get(part["nth"], -1)])
    return When(day, day, "day", basis), why, ()


def number_of(month: str) -> int:
    return int(month) if month.isdigit() else MONTHS[month.lower().rstrip(".")]


def last_year_with(month: int, day: int, published: dt.date) -> int:
    """The last year with that day up to the article's date."""
    return published.year - ((month, day) > (published.month, published.day))


def year_of(printed: str | None, month: int, day: int, published: dt.date | None, only: int | None) -> tuple:
    """(year or None, its basis, that in words)."""
    if printed and printed.isdigit():
        return int(printed), "stated", PRINTED
    if printed and published:
        return published.year - (printed == "去") + (printed == "明"), "published", FROM_ARTICLE
    if published:
        last = last_year_with(month, day, published)
        if 12 * (published.year - last) + published.month - month > HALF_A_YEAR:  # the next such day is nearer than the last
            return None, None, AFTER
        return last, "published", FROM_ARTICLE
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
