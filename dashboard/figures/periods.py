"""Events per period in, bars as a plain-dict Plotly figure out: a pair for each period, nought too. No Streamlit."""

import math
from collections.abc import Mapping, Sequence

from dashboard.figures.palette import Palette, plain, sheet

PHONE = 52  # letters side by side under the bars, on the narrowest screen
PATTERNS = {"meeting": "", "visit": "/"}  # kinds differ by pattern as well as by colour


def periods(
    names: Sequence[str], labels: Sequence[str], counts: Mapping[str, Sequence[int]], words: Mapping[str, str], palette: Palette
) -> dict:
    """The figure. `names` go with a click, `labels` stand under the bars; `counts` and `words` are by kind."""
    most = max((n for series in counts.values() for n in series), default=0)
    every = math.ceil(len(labels) * (max(map(len, labels), default=0) + 0.6) / PHONE)  # labels of neighbours must not touch
    return {
        "data": [
            {
                "type": "bar",
                "name": plain(words[kind]),
                "x": list(range(len(names))),
                "y": list(series),
                "text": [str(n) if n else "" for n in series],
                "textposition": "outside",
                "cliponaxis": False,
                "textfont": {"color": palette.ink},
                "customdata": [[name] for name in names],
                "hovertext": [f"{plain(label)}<br>{plain(words[kind])}: {n}" for label, n in zip(labels, series, strict=True)],
                "hoverinfo": "text",
                "marker": {
                    "color": getattr(palette, kind),
                    "line": {"color": getattr(palette, kind), "width": 1},
                    "pattern": {
                        "shape": PATTERNS[kind],
                        "fgcolor": palette.paper,
                        "fillmode": "overlay",
                        "size": 7,
                        "solidity": 0.3,
                    },
                },
            }
            for kind, series in counts.items()
        ],
        "layout": sheet(palette)
        | {
            "height": 240,
            "margin": {"l": 36, "r": 8, "t": 18, "b": 34},
            "barmode": "group",
            "bargap": 0.28,
            "bargroupgap": 0.06,
            "showlegend": True,
            "legend": {"orientation": "h", "x": 0, "y": 1.16, "itemclick": False, "itemdoubleclick": False},
            "xaxis": {
                "tickvals": list(range(0, len(names), every)),
                "ticktext": [plain(label) for label in labels[::every]],
                "tickfont": {"color": palette.ink},
                "tickangle": 0,
                "range": [-0.6, len(names) - 0.4],
                "fixedrange": True,
                "showgrid": False,
                "showline": True,
                "linecolor": palette.muted,
                "zeroline": False,
            },
            "yaxis": {
                "range": [0, max(most, 1) * 1.15],
                "fixedrange": True,
                "gridcolor": palette.line,
                "griddash": "dot",
                "zeroline": False,
                "dtick": max(1, -(-most // 4)),
                "tickfont": {"color": palette.ink},
            },
            "clickmode": "event",
            "dragmode": False,
        },
    }
