"""Narrowed frames in, tables to read out: each row with its event, its date, and the sentence that says it."""

from collections.abc import Callable, Sequence

import pandas as pd

from dashboard.data.areas import Areas, covers
from dashboard.data.frames import Frames

CONTEXT = ["title", "kind", "start", "end", "date_precision", "date_text"]  # of the event, beside each row
ROMANIZED = "°"  # after a name whose Latin letters are ours
SOURCE = ["mark", "quote", "sentence"]


def readable(frames: Frames, table: str, rows: pd.DataFrame, areas: Areas) -> pd.DataFrame:
    """`rows` of `table` with the columns of COLUMNS, their context, `mark`, `quote`, `sentence`, and the article's
    `article`, `publisher`, `url`. `frames` are a whole view, as pandas; a row says the same in each view, an article's aside."""
    made = TABLES[table](frames, rows, areas)
    sources = frames.articles[["article", "publisher", "url"]]
    return made if table == "articles" else made.merge(sources, on="article", how="left")


def events(frames: Frames, rows: pd.DataFrame, areas: Areas) -> pd.DataFrame:
    stops = frames.stops[frames.stops["event"].isin(rows["event"])].sort_values(["event", "stop"])
    places = stops.assign(places=names(stops, areas)).groupby("event", observed=True)["places"].agg(" → ".join)
    return evidence(frames, rows.assign(field="kind"), with_article=False).join(places, on="event")


def stops(frames: Frames, rows: pd.DataFrame, areas: Areas) -> pd.DataFrame:
    said = with_event(frames, rows.assign(area=names(rows, areas)))
    return evidence(frames, said.assign(field="stops." + said["stop"].astype("str")))


def attendees(frames: Frames, rows: pd.DataFrame, areas: Areas) -> pd.DataFrame:
    said = rows.assign(attending=called(rows), field="attendees." + rows["attendee"].astype("str"))
    return evidence(frames, with_event(frames, said))


def event_areas(frames: Frames, rows: pd.DataFrame, areas: Areas) -> pd.DataFrame:
    """An area is said to hold an event by the event's first stop in it."""
    at = frames.stops[["event", "stop", "adcode"]].rename(columns={"adcode": "below"}).dropna(subset="below")
    pairs = rows.merge(at, on="event")
    within = [covers(wide, code) for wide, code in zip(pairs["adcode"], pairs["below"], strict=True)]
    inside = pairs[pd.Series(within, pairs.index, dtype=bool)]
    first = inside.sort_values("stop").drop_duplicates(["event", "adcode"]).sort_index()
    said = first.assign(area=names(first, areas), field="stops." + first["stop"].astype("str")).drop(columns=["stop", "below"])
    return evidence(frames, with_event(frames, said))


def articles(frames: Frames, rows: pd.DataFrame, areas: Areas) -> pd.DataFrame:
    """An article's sentence is the one that its first event begins with."""
    said = frames.evidence[["article", *SOURCE]].drop_duplicates("article")
    held = frames.events.groupby("article", observed=True).size().rename("events")
    return rows.merge(said, on="article", how="left").join(held, on="article")


TABLES: dict[str, Callable[[Frames, pd.DataFrame, Areas], pd.DataFrame]] = {
    "events": events,
    "stops": stops,
    "attendees": attendees,
    "event_areas": event_areas,
    "articles": articles,
}


def called(rows: pd.DataFrame) -> pd.Series:
    """A person's name for readers, in Latin letters, with ° where these are ours, and in Chinese where printed; or the group."""
    latin = rows["known_as"].where(rows["name_basis"] != "romanized", rows["known_as"] + ROMANIZED)
    both = latin.where(rows["name_zh"].isna() | (rows["name_zh"] == rows["known_as"]), latin + " " + rows["name_zh"])
    return both.fillna(rows["label"])


def occasions(told: pd.DataFrame, order: Sequence[str] = (), most: int | None = None) -> list[list[dict]]:
    """Readable rows of events as occasions: the first `most`, for each the rows of its reports, the leading one first.

    In the `order` of events given, or the latest first and those without a date last.
    """
    if order:
        place = {event: n for n, event in enumerate(order)}
        rows = told.assign(place=[place.get(e, len(place)) for e in told["event"]]).sort_values("place", kind="stable")
    else:
        rows = told.sort_values("start", ascending=False, kind="stable")
    reports: dict[str, list[dict]] = {occasion: [] for occasion in rows["occasion"].drop_duplicates()[:most]}
    for row in told[told["occasion"].isin(list(reports))].to_dict("records"):
        reports[row["occasion"]].append(row)
    return [sorted(found, key=lambda r: r["event"] != r["occasion"]) for found in reports.values()]


def with_event(frames: Frames, rows: pd.DataFrame) -> pd.DataFrame:
    return rows.merge(frames.events[["event", *CONTEXT]], on="event", how="left")


def evidence(frames: Frames, rows: pd.DataFrame, *, with_article: bool = True) -> pd.DataFrame:
    """The words that say each row's `field`."""
    columns = ["event", "field", *SOURCE, *(["article"] if with_article else [])]
    return rows.merge(frames.evidence[columns], on=["event", "field"], how="left").drop(columns="field")


def names(rows: pd.DataFrame, areas: Areas) -> pd.Series:
    """The area's name where its code is known, else the place as printed."""
    known = rows["adcode"].astype("str").map({code: area.name for code, area in areas.items()})
    return known if "place" not in rows else known.fillna(rows["place"])
