"""Dated events in, a timeline as a plain-dict Plotly figure out: a day is a sign, a range is an open bracket of days.

What is known only as a range must not look like one day, nor like work on every day of it: it is a hollow bar.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures.palette import Palette, sheet

DAY = dt.timedelta(days=1)
SYMBOLS = {"meeting": "circle", "visit": "diamond"}


@dataclass(frozen=True, slots=True)
class Moment:
    event: str
    kind: str
    row: str  # the words at the left of its line
    start: dt.date
    end: dt.date
    exact: bool
    hover: str


def timeline(moments: Sequence[Moment], rows: Sequence[str], palette: Palette) -> dict:
    """The figure; `rows` are the lines from the top. Days run from midnight to midnight."""
    first = min((m.start for m in moments), default=dt.date(2000, 1, 1)) - DAY
    last = max((m.end for m in moments), default=first) + 2 * DAY
    exact = [m for m in moments if m.exact]
    spans = [m for m in moments if not m.exact]
    days = (last - first).days
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "base": [m.start.isoformat() for m in spans],
                "x": [((m.end - m.start) + DAY) / dt.timedelta(milliseconds=1) for m in spans],
                "y": [m.row for m in spans],
                "width": 0.42,
                "marker": {
                    "color": "rgba(0,0,0,0)",
                    "line": {"color": [getattr(palette, m.kind) for m in spans], "width": 1.8},
                    "pattern": {"shape": "/", "fgcolor": [getattr(palette, m.kind) for m in spans], "size": 9, "solidity": 0.18},
                },
                "textposition": "none",
                **pointing(spans),
            },
            {
                "type": "scatter",
                "mode": "markers",
                "x": [f"{m.start.isoformat()}T12:00" for m in exact],
                "y": [m.row for m in exact],
                "marker": {
                    "size": 15,
                    "symbol": [SYMBOLS[m.kind] for m in exact],
                    "color": [getattr(palette, m.kind) for m in exact],
                },
                **pointing(exact),
            },
        ],
        "layout": sheet(palette)
        | {
            "height": 64 + 52 * max(len(rows), 1),
            "margin": {"l": 84, "r": 12, "t": 4, "b": 34},
            "xaxis": {
                "type": "date",
                "range": [first.isoformat(), last.isoformat()],
                "fixedrange": True,
                "showline": True,
                "linecolor": palette.muted,
                "gridcolor": palette.line,
                "griddash": "dot",
                "tickfont": {"color": palette.ink},
                "ticks": "outside",
                "tickcolor": palette.muted,
                **(
                    {"dtick": 864e5 * -(-days // 6), "tick0": first.isoformat(), "tickformat": "%-d %b"}
                    if days <= 45
                    else {"nticks": 8}
                ),
            },
            "yaxis": {
                "type": "category",
                "categoryorder": "array",
                "categoryarray": list(reversed(rows)),
                "range": [-0.6, len(rows) - 0.4],
                "fixedrange": True,
                "showgrid": False,
                "tickfont": {"color": palette.ink, "size": 13},
            },
            "clickmode": "event",
            "dragmode": False,
        },
    }


def pointing(moments: Sequence[Moment]) -> dict:
    return {
        "customdata": [[m.event] for m in moments],
        "text": [m.hover for m in moments],
        "hovertemplate": "%{text}<extra></extra>",
    }
