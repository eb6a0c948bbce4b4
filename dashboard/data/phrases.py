"""Records and numbers in, phrases for readers out: when an event was, what a view holds."""

from collections.abc import Callable, Mapping

import pandas as pd

from dashboard.data.counts import Summary
from dashboard.data.records import Article, Event
from dashboard.words import _, date, date_span, listing, month, ngettext, number


def in_words(n: Summary) -> str:
    """The view as one sentence: `1 meeting and 1 visit, 9–12 August 2023, in 3 regions, from 1 article.`"""
    said = {
        "what": kinds_in_words({"meeting": n.meetings.value, "visit": n.visits.value}),
        "where": ngettext("in {n} region", "in {n} regions", n.areas.value),
        "source": ngettext("from {n} article", "from {n} articles", n.articles.value),
    }
    if n.span is None:
        return _("{what}, {where}, {source}.", **said)
    days = date_span(*n.span)
    if n.undated.value:
        days = _("{days} and {n} without a date", days=days, n=number(n.undated.value))
    return _("{what}, {when}, {where}, {source}.", when=days, **said)


def kinds_in_words(by_kind: Mapping[str, int]) -> str:
    """`1 meeting and 2 visits`; a kind with none is left out."""
    said = []
    if n := by_kind.get("meeting"):
        said.append(ngettext("{n} meeting", "{n} meetings", n))
    if n := by_kind.get("visit"):
        said.append(ngettext("{n} visit", "{n} visits", n))
    return listing(said)


def when(event: dict) -> str:
    """The date of an event as it is known: a day, a range, a month, the printed words, or that there is none."""
    if event["date_precision"] == "unknown":
        printed = event["date_text"]
        return _("“{printed}”, no year given", printed=printed) if isinstance(printed, str) else _("no date given")
    if event["date_precision"] == "month":
        return _("{month}, day not stated", month=month(event["start"]))
    return date_span(event["start"], event["end"])


def when_of(event: Event) -> str:
    """The same of a record."""
    return when(event.model_dump() | {"end": event.end or event.start})


def withdrawn(article: Article, shown: Callable[[str], str] = str) -> str:
    """Why an article counts no more, for who has its link. `shown` makes its words safe where they are shown."""
    r = article.review
    return _("{headline} was withdrawn on {day} by {who}, and counts nowhere: {reason}", headline=shown(article.headline),
             day=date(r.at), who=shown(r.by), reason=shown(r.reason or ""))  # fmt: skip


def headcount(row: dict) -> str:
    """A number of people as it is known: `1`, `at least 30`, `351 of 385`, `12 (inferred)`, or `not stated`."""
    if row["basis"] == "not_stated":
        return _("not stated")
    value = _("{n} of {all}", n=row["headcount"], all=row["out_of"]) if pd.notna(row["out_of"]) else str(row["headcount"])
    value = _("at least {n}", n=value) if row["qualifier"] == "at_least" else value
    return _("{n} (inferred)", n=value) if row["basis"] == "inferred" else value
