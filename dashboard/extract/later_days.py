"""An event and what its report tells behind it in; all of its days out."""

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from dashboard.extract.annotate import Marks
from dashboard.extract.belonging import OF_A_CLAUSE
from dashboard.extract.chronicle import entry
from dashboard.extract.dating import inherited
from dashboard.extract.going_on import CAME_HOME, LONGEST_TRIP, of_a_trip
from dashboard.extract.lasting import back_to, lasting, whole
from dashboard.extract.lexicon import either
from dashboard.extract.mentions import Mention, Spans, within
from dashboard.extract.text import Report, Sentence
from dashboard.extract.told import DEFAULT, EARLIER, LABELLED, LATER, Part, Told
from dashboard.extract.when import AHEAD, When

ON = re.compile(r"\b(?:on|from|between|morning of|afternoon of) (?:the )?(?:[A-Z][a-z]+day,? )?$", re.IGNORECASE)
LAST_ONE = re.compile(r"\b(?:feedback|closing|concluding|summing-up|debriefing|wrap-up) |反馈会|总结会|通报会")
LONGEST_LEAD = 80  # signs, from who began it to the day
LONGEST_WAY = 300  # signs, from an event to a day told behind it
DID_SO = re.compile(r"(?:They|He|She|We|It) (?:did (?:so|it|this)|came about|happened)\b[^,.;]{0,30}? on (?:[A-Z][a-z]+day,? )?")


@cache
def began() -> re.Pattern[str]:
    those = rf"they|he|she|we|it|the (?:{either('those_en')})"
    return re.compile(
        rf"\b(?:(?i:{those})) (?:arrived|left|set (?:out|off)|came|started|began|opened|departed|boarded|took place|was held)\b"
        r"[^.;\n]{0,50}? on (?:the )?(?:[A-Z][a-z]+day,? )?$"
    )


def give_days(told: list[Told], marks: Marks, report: Report) -> None:
    """Give each event all the days that the report tells of it."""
    for event in told:
        end = min((e.parts[0].start for e in told if e.parts[0].start > event.parts[0].start), default=len(report.text))
        if day := begun(event, marks, report.text, end):
            if not (event.date and event.date.value.start):
                event.date, event.date_from = day, LATER
            elif 0 < (event.date.value.start - day.value.start).days <= LONGEST_TRIP and event.kind == "visit":
                event.date = back_to(day, event.date)
        if event.date and event.date.value.precision == "month" and (day := in_month(event, marks, report.text, end)):
            event.date, event.date_from = day, LATER  # `Late in February the committee came. The two days, the 27th and 28th`
        if not event.date:
            event.date, event.date_from = inherited(event, [e for e in told if e.date], marks, report)
            first = event.parts[0]
            if event.date and event.kind == "meeting" and LAST_ONE.search(report.text, first.start, first.end):
                event.date = last_of(event.date)
            if not event.date and (day := told_later(event, marks, report.text, end)):
                event.date, event.date_from = day, LATER
            if event.date and event.date_from in (EARLIER, DEFAULT) and (told_in := sentence_of(event.date, report)):
                event.date = lasting(event.date, report.text, told_in.start, told_in.end)
            if event.date and event.kind == "meeting" and event.date_from == EARLIER:
                event.date = on_the_first_day(event.date, event.parts[0], marks)
        if event.date:  # what is told of a visit goes on behind a meeting held on the way
            others = (e for e in told if e is not event and (event.kind == "meeting" or e.kind == "visit"))
            end = min((e.parts[0].start for e in others if e.parts[0].start > event.date.start), default=len(report.text))
            told_in = sentence_of(event.trigger, report)
            if told_in and entry(report, told_in, marks) and not of_a_trip(report.text):  # an entry tells all of its event
                end = min(end, max(report.text.find("\n\n", event.trigger.end), event.trigger.end))
            theirs = Spans((p.start, p.end) for e in told if e is not event for p in e.parts if p.opens)
            own = [m for m in marks.dates if not theirs.hold(m)]
            event.date = until_home(event, marks, report.text) or whole(event.date, event.kind, own, report.text, end)
        labelled = [day for day in (marks.form.day, *marks.form.days.values()) if day]
        if event.date in labelled:
            event.date_from = LABELLED
        if event.date and any(of_one_day(event.date.value, day.value) for day in labelled):
            event.parts += [Part(start, end, listed=True) for start, end in marks.form.people]


def until_home(event: Told, marks: Marks, text: str) -> Mention[When] | None:
    """`came home on Wednesday after a six-day trip. The first two days, the 20th and 21st`: to the day of their return."""
    first = event.parts[0]
    found = (m for m in within(marks.dates, first.start, first.end) if CAME_HOME.search(text, first.start, m.start))
    days = (lasting(m, text, first.start, first.end) for m in found if event.kind == "visit")
    return next((d for d in days if d.value.precision == "range" and d.value.start == event.date.value.start), None)


def on_the_first_day(days: Mention[When], part: Part, marks: Marks) -> Mention[When]:
    """Of the days of a visit the first, where the second is told behind the meeting: a report tells one after the other."""
    if days.value.precision != "range":
        return days
    first, last = days.value.start, days.value.end
    behind = (m.value for m in marks.dates if m.start > part.end and m.value.precision in ("day", "range"))
    if next((day.start for day in behind if first <= day.start <= last), None) != first + dt.timedelta(1):
        return days
    return only(first, days)


def last_of(days: Mention[When]) -> Mention[When]:
    """The last of the days of a visit: a meeting of that kind ends it."""
    value = days.value
    if not value.end or value.precision != "range":
        return days
    return only(value.end, days)


def only(day: dt.date, days: Mention[When]) -> Mention[When]:
    """One of the days; all of them stay an alternative."""
    return replace(days, value=When(day, day, "day", days.value.year_basis), alternatives=(days.value, *days.alternatives))


def give_late_day(event: Told, words: Part, marks: Marks, text: str) -> None:
    """`They made an inspection earlier. On October 24 Hao Jun had gone to two boiler houses`."""
    found = [m for m in within(marks.dates, words.start, words.end) if m.value.precision in ("day", "range")]
    days = [m for m in found if m.start - words.start <= len("From ") or DID_SO.fullmatch(text, words.start, m.start)]
    if days and not event.date:
        event.date, event.date_from = days[0], LATER


def begun(event: Told, marks: Marks, text: str, end: int) -> Mention[When] | None:
    """The day that a later sentence begins it on: `hosted 14 editors last week. They arrived on Wednesday`."""
    found = within(marks.dates, event.parts[0].end, end)
    days = (m for m in found if m.value.precision in ("day", "range") and m.value.start)
    return next((m for m in days if began().search(text, max(event.parts[0].end, m.start - LONGEST_LEAD), m.start)), None)


def told_later(event: Told, marks: Marks, text: str, end: int) -> Mention[When] | None:
    """The first day printed behind an event that has none before it or in its words."""
    found = within(marks.dates, event.parts[0].end, min(end, event.parts[0].end + LONGEST_WAY))
    days = (m for m in found if m.value.precision in ("day", "range") and m.value.start and m.basis != AHEAD)
    return next((m for m in days if not OF_A_CLAUSE.search(text, event.parts[0].end, m.start)), None)


def in_month(event: Told, marks: Marks, text: str, end: int) -> Mention[When] | None:
    """The first day told of an event of which the month alone was told before."""
    month = event.date.value
    found = (m for m in within(marks.dates, event.date.end, end) if m.value.precision in ("day", "range") and m.value.end)
    days = (m for m in found if m.rule != "day" or ON.search(text, max(0, m.start - 30), m.start) or not text[m.start].isascii())
    return next((m for m in days if month.start <= m.value.start and m.value.end <= month.end), None)


def sentence_of(m: Mention, report: Report) -> Sentence | None:
    return next((s for s in report.sentences if s.start <= m.start < s.end), None)


def of_one_day(one: When, other: When) -> bool:
    """Whether two spells share a day."""
    return bool(one.start and other.start) and one.start <= other.end and other.start <= one.end
