"""A number of events in, the six frames of as many made-up records out. Seeded, and drawn by numpy a column at a time.

No two reports tell of one occasion, and the index of words is empty: search.py measures that apart.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from dashboard.data import areas
from dashboard.data.areas import lineage
from dashboard.data.frames import COLUMNS, TABLES, Frames
from dashboard.data.search import Index
from dashboard.data.vocabulary import KINDS, LEVELS

FIRST_DAY, DAYS, DAY = np.datetime64("2015-01-01", "us"), 3653, "timedelta64[D]"
STOPS, ATTENDEES = (1, 3), (0, 5)  # of an event, at least and at most
BODIES, ROLES = [[f"{word} {i}" for i in range(n)] for word, n in (("body", 300), ("role", 40))]
TEXTS = [f"text {i}" for i in range(1000)]
BASES, PRECISIONS = ("named", "stated", "not_stated"), ("day", "range", "unknown")
FIELDS = ("kind", "dates", *(f"stops.{i}" for i in (1, 2, 3)), *(f"attendees.{i}" for i in (1, 2, 3, 4, 5)))
UNDATED = 0.03  # share of the events
PLACES = [code for code in areas.shipped() if code.startswith("15")]


def frames(n: int) -> Frames:
    """`n` events over ten years with stops in areas of every level: the columns and dtypes of real frames."""
    draw, articles = np.random.default_rng(n), max(1, n // 2)
    ids = {"event": numbered("event-", n), "article": numbered("article-", articles)}
    ids["occasion"] = ids["event"]
    of_article = np.sort(draw.integers(0, articles, n))
    of_stop, of_attendee = (np.repeat(np.arange(n), draw.integers(low, high + 1, n)) for low, high in (STOPS, ATTENDEES))
    at = draw.integers(0, len(PLACES), len(of_stop))
    rows = {
        "articles": articles_held(draw, articles),
        "events": events(draw, n) | {"article": of_article},
        "stops": {
            "event": of_stop,
            "stop": within(of_stop),
            "adcode": coded(at, PLACES),
            "place": text(at, names()),
        },
        "event_areas": holding(of_stop, at),
        "attendees": attendees(draw, of_attendee, people=n // 4 + 10),
        "evidence": evidence(of_article, of_stop, of_attendee),
    }
    for given in rows.values():
        given |= {"occasion": given["event"], "reports": np.ones(len(given["event"]), int)} if "event" in given else {}
    return Frames(**{table: typed(table, rows[table], ids) for table in TABLES}, index=Index([]))


def articles_held(draw: np.random.Generator, n: int) -> dict[str, object]:
    return {
        "article": np.arange(n),
        "headline": text(draw.integers(0, len(TEXTS), n)),
        "publisher": text(draw.integers(0, 50, n)),
        "published": FIRST_DAY + draw.integers(0, DAYS, n).astype(DAY),
        "language": text(np.zeros(n, int), ["en"]),
        "text_kind": text(np.zeros(n, int), ["brief"]),
        "revision": np.ones(n, int),
    }


def events(draw: np.random.Generator, n: int) -> dict[str, object]:
    start = FIRST_DAY + draw.integers(0, DAYS, n).astype(DAY)
    end = start + draw.choice([0, 0, 0, 1, 3], n).astype(DAY)
    undated = draw.random(n) < UNDATED
    start[undated] = end[undated] = "NaT"
    return {
        "event": np.arange(n),
        "kind": coded(draw.integers(0, len(KINDS), n), KINDS),
        "title": text(draw.integers(0, len(TEXTS), n)),
        "topic": text(draw.integers(0, 200, n)),
        "start": start,
        "end": end,
        "date_precision": coded(np.where(undated, 2, start < end), PRECISIONS),
        "date_basis": coded(np.where(undated, -1, 0), ["stated"]),
        "organizer": coded(draw.integers(-1, len(BODIES), n), BODIES),
    }


def attendees(draw: np.random.Generator, of: np.ndarray, people: int) -> dict[str, object]:
    n = len(of)
    return {
        "event": of,
        "attendee": within(of),
        "who": coded(draw.integers(0, people, n), numbered("person-", people)),
        "name": text(draw.integers(0, len(TEXTS), n)),
        "role": coded(draw.integers(0, len(ROLES), n), ROLES),
        "organization": coded(draw.integers(-1, len(BODIES), n), BODIES),
        "level": coded(draw.integers(0, len(LEVELS), n), LEVELS),
        "basis": coded(draw.integers(0, len(BASES), n), BASES),
        "linked_by": coded(np.zeros(n, int), ["stated"]),
    }


def evidence(of_article: np.ndarray, of_stop: np.ndarray, of_attendee: np.ndarray) -> dict[str, object]:
    """Kind, dates, each stop and each attendee of an event, with the words that say it."""
    every = np.arange(len(of_article))
    of = np.concatenate([every, every, of_stop, of_attendee])
    field = np.concatenate([np.zeros_like(every), np.ones_like(every), within(of_stop) + 1, within(of_attendee) + 1 + STOPS[1]])
    said = text(of % len(TEXTS))
    return {
        "event": of,
        "article": of_article[of],
        "mark": text(field, FIELDS),
        "field": text(field, FIELDS),
        "kind": coded(np.zeros_like(of), ["event"]),
        "quote": said,
        "sentence": said,
        "begin": np.zeros_like(of),
        "end": np.full_like(of, 9),
    }


def holding(of_stop: np.ndarray, at: np.ndarray) -> dict[str, object]:
    """Each event with every area that holds one of its stops, once."""
    codes = PLACES
    above = np.array([[codes.index((lineage(code) * 3)[depth]) for depth in range(3)] for code in codes])
    pairs = np.unique((of_stop[:, None] * len(codes) + above[at]).ravel())
    return {"event": pairs // len(codes), "adcode": coded(pairs % len(codes), codes)}


def names() -> list[str]:
    return [areas.shipped()[code].name for code in PLACES]


def numbered(word: str, n: int) -> pd.Index:
    """`event-0`, `event-1` ..."""
    return pd.Index(word + pd.RangeIndex(n).astype("str"), dtype="str")


def within(of: np.ndarray) -> np.ndarray:
    """1, 2, 3 ... in each run of equal numbers."""
    return np.arange(len(of)) - np.searchsorted(of, of) + 1


def text(which: np.ndarray, words: Sequence[str] = TEXTS) -> pd.Series:
    return pd.Series(words, dtype="str").take(which).reset_index(drop=True)


def coded(which: np.ndarray, words: Sequence[str] | pd.Index) -> pd.Categorical:
    """Categories by position; -1 is missing."""
    return pd.Categorical.from_codes(which, categories=pd.Index(words, dtype="str"))


def typed(table: str, given: Mapping[str, object], ids: Mapping[str, pd.Index]) -> pd.DataFrame:
    """The documented columns; what is not given is missing, and ids share their categories with every other table."""
    rows = pd.RangeIndex(len(next(iter(given.values()))))
    made = {}
    for column, (dtype, _meaning) in COLUMNS[table].items():
        values = coded(given[column], ids[column]) if column in ids else given.get(column)
        made[column] = pd.Series(values, index=rows, dtype=dtype if values is None else None).astype(dtype)
    return pd.DataFrame(made)
