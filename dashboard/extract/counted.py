"""Days that are counted from those told before them: `the next day`, `the second day`, `on Thursday`."""

import datetime as dt
import re
from dataclasses import dataclass

from dashboard.extract.date_grammar import ENDED, IN_A_CLAUSE, IN_SPEECH, OF_A_RULE, WEEKDAY_BEFORE
from dashboard.extract.day_words import WEEKDAYS
from dashboard.extract.mentions import Mention
from dashboard.extract.when import COUNTED, DAY_FROM_ARTICLE, NO_YEAR, VAGUE, Reading, When

FROM_TO = re.compile(  # `from Monday, May 3, to Friday, May 7`
    r"\bfrom\b[^.;\n]{4,40}?,? (?:to|through|until) (?:[A-Z][a-z]+day,? )?$"
)
HISTORY = dt.timedelta(60)
LONGEST_SPEECH = 200  # signs


@dataclass(slots=True)
class Before:
    """What the dates before one have told: those after them are counted from it."""

    last: When | None = None  # the last day, or days
    spell: When | None = None  # the last of several days
    told: When | None = None  # the last day with its weekday: other weekdays follow on it
    week: str | None = None  # that which weekdays are of, once `last week` was said
    month: tuple[int, int] | None = None  # of the last date with one: `from 10 August ... on the 12th`

    def take(self, hit: Mention, when: When, basis: str, text: str) -> None:
        if hit.rule == "vague" and hit.value[0].lower() == "last week" and not text.startswith(("’s", "'s"), hit.end):
            self.week = "last"
        beside = hit.rule == "day" and WEEKDAY_BEFORE.search(text, max(0, hit.start - 20), hit.start)
        if beside or (hit.rule == "weekday" and basis == COUNTED):
            self.told = when
        if when.precision == "day" and OF_A_RULE.search(text, max(0, hit.start - 60), hit.start):  # `prices after January 1`
            return
        if hit.rule in ("next", "later") and IN_A_CLAUSE.search(text, max(0, hit.start - 60), hit.start):
            return  # `where work had restarted a week earlier`
        if IN_SPEECH.search(text, max(0, hit.start - LONGEST_SPEECH), hit.start):  # what someone says of another day
            return
        ends = any(words.search(text, max(0, hit.start - 60), hit.start) for words in (FROM_TO, ENDED))
        if when.precision == "day" and ends and within_a_month(self.last, when):
            self.spell = When(self.last.start, when.start, "range", when.year_basis)  # `began on the 12th and ended on the 15th`
        if self.last and when.end and self.last.start - when.end > HISTORY:
            return
        if self.spell and hit.rule != "back" and when.precision == "day" and not self.spell.start <= when.start <= self.spell.end:
            self.spell = None
        self.last = when if when.precision in ("day", "range") else self.last
        part = self.spell and when.start and self.spell.start <= when.start and when.end <= self.spell.end
        self.spell = when if when.precision == "range" and not part else self.spell
        if when.start and (when.precision != "month" or not self.month):  # `the flood of July 2016` is no month of what follows
            self.month = when.start.year, when.start.month


def within_a_month(first: When | None, last: When) -> bool:
    return bool(first and first.start) and 0 < (last.start - first.start).days < 31


def following(days: int, last: When | None) -> Reading:
    """`the next day`: after the last day of the date before it, `the day before`: before its first."""
    if not last or last.precision not in ("day", "range"):
        return When(), NO_YEAR, ()
    if days > 1 and last.start + dt.timedelta(days) <= last.end:  # `From 19 to 23 July ... We started in A. Two days later`
        day = last.start + dt.timedelta(days)
        return When(day, day, "day", last.year_basis), COUNTED, ()
    two = (last.end - last.start).days == 1  # `from 20 to 21 May ... the next morning` is the second of them
    day = last.end if two and days == 1 else (last.end if days > 0 else last.start) + dt.timedelta(days)
    return When(day, day, "day", last.year_basis), COUNTED, ()


def those_around(n: int, last: When | None) -> Reading:
    """`the following three days`, `the two days before`, where `n` is -2."""
    if not last or last.precision not in ("day", "range"):
        return When(), VAGUE, ()
    first = last.end + dt.timedelta(1) if n > 0 else last.start + dt.timedelta(n)
    return When(first, first + dt.timedelta(abs(n) - 1), "range", last.year_basis), COUNTED, ()


def of_spell(n: int | None, before: Before) -> Reading:
    """`the second day of the visit`, the last one where `n` is None: of the days told before it, or counted from the one day."""
    spell = before.spell or before.last
    if not spell or spell.precision not in ("day", "range"):
        return When(), VAGUE, ()
    day = spell.end if n is None else spell.start + dt.timedelta(n)
    inside = day <= spell.end or spell.precision == "day"
    return (When(day, day, "day", spell.year_basis), COUNTED, ()) if inside else (When(), VAGUE, ())


def weekday(part: dict, published: dt.date, spell: When | None, told: When | None = None, last: When | None = None) -> Reading:
    """That of the days told before it, `from 14 to 18 October ... on Monday`, else the last such day up to the article's.

    In a report of more than a week later it is the first such day after one told before: `Wednesday, 24 September. On Thursday`.
    """
    if part.get("week") == "this":
        spell = told = None
    if part.get("earlier") and last and last.start:
        day = last.start - dt.timedelta((last.start.weekday() - WEEKDAYS[part["w"].lower()]) % 7)
        return When(day, day, "day", last.year_basis), COUNTED, ()
    if part.get("prior") and last and last.start:
        day = last.start - dt.timedelta((last.start.weekday() - WEEKDAYS[part["w"].lower()] - 1) % 7 + 1)
        return When(day, day, "day", last.year_basis), COUNTED, ()
    if part.get("ago"):
        published, spell, told = published - dt.timedelta(7), None, None
    if part.get("whose") is not None and told and told.start and told.start.weekday() == WEEKDAYS[part["w"].lower()]:
        return told, COUNTED, ()  # `At Wednesday's meeting`, of a Wednesday told with its day
    if spell and not part.get("w2"):
        days = [spell.start + dt.timedelta(n) for n in range((spell.end - spell.start).days + 1)]
        if len(days) <= 7 and (on := [day for day in days if day.weekday() == WEEKDAYS[part["w"].lower()]]):
            return When(on[0], on[0], "day", spell.year_basis), COUNTED, ()
    if spell and part.get("w2") and (spell.end - spell.start).days < 7:  # `from 17 to 21 May ... Tuesday and Wednesday`
        on = [spell.start + dt.timedelta((WEEKDAYS[part[w].lower()] - spell.start.weekday()) % 7) for w in ("w", "w2")]
        if on[0] < on[1] <= spell.end:
            return When(*on, "range", spell.year_basis), COUNTED, ()
    if told and told.precision == "day" and not part.get("w2") and 6 < (published - told.start).days < 60:
        day = told.start + dt.timedelta((WEEKDAYS[part["w"].lower()] - told.start.weekday()) % 7)
        return When(day, day, "day", told.year_basis), COUNTED, ()
    if part.get("last") and published.weekday() == WEEKDAYS[part["w"].lower()]:
        published -= dt.timedelta(7)  # what was `last Friday` on a Friday
    if part.get("week") in ("上", "last") and not part.get("this"):  # of the week before that of the article
        published -= dt.timedelta(published.weekday() + 1)
    last = published - dt.timedelta((published.weekday() - WEEKDAYS[(part.get("w2") or part["w"]).lower()]) % 7)
    first = last - dt.timedelta((last.weekday() - WEEKDAYS[part["w"].lower()]) % 7)
    found = When(first, last, "range" if last > first else "day", "published")
    week = dt.timedelta(7)
    return found, DAY_FROM_ARTICLE, (When(first + week, last + week, found.precision, "published"),)


def month_named(which: str | None, published: dt.date | None) -> tuple[int, int] | None:
    """`本月2日`, `the 3rd of last month`."""
    if not which or not published:
        return None
    y, m = published.year, published.month
    return (y, m) if which in ("本月", "this") else (y, m - 1) if m > 1 else (y - 1, 12)
