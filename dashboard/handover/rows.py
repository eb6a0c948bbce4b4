"""The frames of a view in, the rows that the file's own counting reads out: small, and as plain as JSON."""

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from dashboard.data.areas import Areas
from dashboard.data.frames import Frames, words
from dashboard.data.search import END, spaced
from dashboard.data.store import Holdings
from dashboard.figures.on_map import point_of

LETTERS = re.compile(rf"[^\W_]+|{END}")
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}  # no text can end the element or be another


def rows(shown: Frames, held: Holdings, points: Collection[str]) -> dict[str, Any]:
    """Events, stops at the areas of `points`, attendees and articles; an event and a person is its number in the list."""
    number = {event: n for n, event in enumerate(shown.events["event"])}
    above = shown.event_areas.groupby("event", observed=True)["adcode"].agg(list).to_dict()
    looked_in = {e.id: " ".join(tokens(words(a, e, held)[1:])) for a in held.approved for e in a.events if e.id in number}
    who = {name: n for n, name in enumerate(dict.fromkeys(shown.attendees["who"]))}
    stops = values(shown.stops[shown.stops["adcode"].notna()], "event", "stop", "adcode")
    return {
        "articles": list(shown.articles["article"]),
        "events": [
            [occasion, article, kind, day(start), day(end), above.get(event, []), looked_in[event]]
            for event, occasion, article, kind, start, end in values(
                shown.events, "event", "occasion", "article", "kind", "start", "end"
            )
        ],
        "stops": [[number[event], n, at] for event, n, code in stops if (at := point_of(code, None, points))],
        "attendees": [
            [number[event], who[name], basis, level]
            for event, name, basis, level in values(shown.attendees, "event", "who", "basis", "level")
        ],
    }


def values(frame: pd.DataFrame, *columns: str) -> list[tuple]:
    """Some columns as tuples of plain values, None where there is nothing."""
    plain = frame[list(columns)].astype("object")
    return list(plain.where(plain.notna(), None).itertuples(index=False, name=None))


def day(moment: pd.Timestamp | None) -> str | None:
    return moment.date().isoformat() if moment else None


def tokens(texts: Collection[str]) -> list[str]:
    """The words of texts as the index of searches cuts them, with a space on either side and a sign between two texts."""
    return [f" {' '.join(LETTERS.findall(spaced(text)))} |" for text in texts]


def names(codes: Collection[str], areas: Areas) -> Mapping[str, str]:
    """Code -> name, in the order of the table of areas."""
    return {code: area.name for code, area in areas.items() if code in codes}


def encoded(value: object) -> str:
    """JSON that can stand in a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
