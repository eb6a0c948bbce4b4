"""Events as whole days of a calendar: iCalendar."""

import datetime as dt
from typing import Any

from dashboard.data.exports.export import Export, occasions
from dashboard.words import _


def to_ics(made: Export) -> bytes:
    """A calendar (RFC 5545) of whole days: an entry for each occasion; one without a date is a journal entry without a day.

    A range, and a month, is one entry over all its days, and says that the day is not stated.
    """
    import icalendar  # not above: no page needs it

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Daybook//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Daybook")
    calendar.add("x-wr-caldesc", "; ".join([*made.filter, _("data version {version}", version=made.version)]))
    for reports in occasions(made.rows):
        calendar.add_component(entry(icalendar, reports, made.reviewed))
    return calendar.to_ical()


def entry(icalendar: Any, reports: list[dict], reviewed: dt.date) -> Any:
    """One occasion as a component of a calendar."""
    row, start = reports[0], reports[0]["start"]
    made = icalendar.Event() if start else icalendar.Journal()
    made.add("uid", f"{row['occasion']}@daybook")
    made.add("dtstamp", dt.datetime.combine(reviewed, dt.time(), dt.UTC))
    made.add("summary", row["title"])
    made.add("categories", [row["kind"]])
    said = [f"“{r['sentence']}” {r['publisher']}{', ' + r['url'] if r['url'] else ''}" for r in reports]
    if start:
        last = dt.date.fromisoformat(row["end"])
        made.add("dtstart", dt.date.fromisoformat(start))
        made.add("dtend", last + dt.timedelta(days=1))  # the day after the last, RFC 5545, 3.6.1
        if row["date_precision"] != "day":
            said.append(_("On which of these days is not stated."))
        if row["places"]:
            made.add("location", row["places"])
    elif row["date_text"]:
        said.append(_("“{printed}”, no year given", printed=row["date_text"]))
    if row["url"]:
        made.add("url", row["url"])
    made.add("description", "\n".join(said))
    return made
