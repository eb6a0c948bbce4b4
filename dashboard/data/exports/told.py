"""An export of events in, its occasions out: each with its reports, its stops and who took part, as plain values."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dashboard.data import phrases, tables
from dashboard.data.exports.export import Export, occasions, records
from dashboard.words import _

SOURCE = ("headline", "published", "text_kind")  # of the article, beside each row


@dataclass(frozen=True, slots=True)
class Told:
    """One occasion, as its reports tell of it. A row has the columns of tables.readable, and SOURCE."""

    reports: list[dict]  # the leading one first; each also with `organizer_sentence`
    stops: list[dict]  # of the leading report, in order
    people: list[dict]  # of all reports: a person whom two of them name stands there twice, under one `who`
    groups: list[dict]

    @property
    def leading(self) -> dict:
        return self.reports[0]


def told(made: Export) -> list[Told]:
    """Every occasion of an export of events, in the order of its rows."""
    sources = {row["article"]: {column: row[column] for column in SOURCE} for row in records(made.shown.articles)}

    def rows(table: str) -> dict[str, list[dict]]:
        """event -> its rows of a table."""
        frame, found = getattr(made.shown, table), {}
        chosen = frame[frame["event"].isin(made.rows["event"])]
        for row in records(tables.readable(made.shown, table, chosen, made.held.areas)):
            found.setdefault(row["event"], []).append(row | sources[row["article"]])
        return found

    said = made.shown.evidence[made.shown.evidence["field"] == "organizer"]
    organizer = dict(zip(said["event"], said["sentence"], strict=True))
    stops, attendees = rows("stops"), rows("attendees")
    found = []
    for reports in occasions(made.rows):
        present = [who for report in reports for who in attendees.get(report["event"], ())]
        found.append(
            Told(
                [r | sources[r["article"]] | {"organizer_sentence": organizer.get(r["event"])} for r in reports],
                stops.get(reports[0]["event"], []),
                [who for who in present if not who["label"]],
                [who for who in present if who["label"]],
            )
        )
    return found


def by_who(rows: Iterable[dict]) -> dict[str, list[dict]]:
    """The rows of each person, or of each group, together."""
    found: dict[str, list[dict]] = {}
    for row in rows:
        found.setdefault(row["who"], []).append(row)
    return found


def when(row: dict) -> str:
    """The date of a plain row in words."""
    return phrases.when(row | {end: dt.date.fromisoformat(row[end]) for end in ("start", "end") if row[end]})


def days(row: dict) -> tuple[str, str] | None:
    """First and last day in ISO 8601, as exactly as they are known: a month is `2023-08`; None without a date."""
    if row["start"] is None:
        return None
    digits = 7 if row["date_precision"] == "month" else 10
    return row["start"][:digits], row["end"][:digits]


def doubt(row: dict) -> str | None:
    """What is not known of an event's days; None for one that has its day."""
    if row["date_precision"] == "day":
        return None
    return _("On which of these days is not stated.") if row["start"] else when(row)


def description(row: dict) -> str:
    """What an event was about, and what is not known of its days."""
    return "\n".join(said for said in (row["topic"], doubt(row)) if said)


def saying(row: dict) -> str:
    """The sentence that says a row, and whose words it is: `“They met.” (our summary of a report by A paper)`."""
    return _("“{sentence}” ({whose})", sentence=row["sentence"], whose=whose(row))


def whose(row: dict) -> str:
    """Who wrote the words of a row: we did, where the article's text is a brief."""
    if row["text_kind"] == "brief":
        return _("our summary of a report by {publisher}", publisher=row["publisher"])
    return row["publisher"]


def given(**values: Any) -> dict:
    """Those that are: `given(name="a", url=None, notes=[])` -> {"name": "a"}. What is not known is left out, not null."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
