"""People and groups per level, role or body in, a bar figure out: named, stated, inferred and not stated differ by pattern."""

from collections.abc import Mapping, Sequence

from dashboard.figures.palette import Palette, plain, sheet

BASES = ("named", "stated", "inferred", "not_stated")


def breakdown(rows: Sequence[str], series: Mapping[str, Sequence[int]], labels: Mapping[str, str], palette: Palette) -> dict:
    """The figure. `rows` are the bars from the top, `series` the counts per basis, `labels` the words of the legend."""
    fills = {  # full, striped, dotted and hollow: four things at a glance, in print as well
        "named": {"color": palette.meeting, "line": {"color": palette.meeting, "width": 1.5}},
        "stated": {
            "color": palette.paper,
            "line": {"color": palette.meeting, "width": 1.5},
            "pattern": {"shape": "\\", "fgcolor": palette.meeting, "size": 7},
        },
        "inferred": {
            "color": palette.paper,
            "line": {"color": palette.visit, "width": 1.5},
            "pattern": {"shape": ".", "fgcolor": palette.visit, "size": 6},
        },
        "not_stated": {"color": palette.paper, "line": {"color": palette.muted, "width": 1.5}},
    }
    places = list(range(len(rows)))
    most = max([sum(series[b][i] for b in series) for i in places], default=1)
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "name": labels[basis],
                "x": list(series[basis]),
                "y": places,
                "width": 0.5,
                "marker": fills[basis],
                "customdata": [[i, basis] for i in places],
                "text": [plain(row) for row in rows],
                "textposition": "none",
                "hovertemplate": "%{text}<br>" + labels[basis] + ": %{x}<extra></extra>",
            }
            for basis in BASES
            if basis in series
        ],
        "layout": sheet(palette)
        | {
            "barmode": "stack",
            "height": 70 + 58 * len(rows),
            "margin": {"l": 8, "r": 8, "t": 34, "b": 34},
            "legend": {
                "orientation": "h",
                "x": 0,
                "y": 1,
                "yanchor": "bottom",
                "font": {"color": palette.ink},
                "traceorder": "normal",
                "itemclick": False,
                "itemdoubleclick": False,
            },
            "showlegend": True,
            "xaxis": {
                "range": [0, most + 0.4],
                "dtick": 1 if most <= 10 else None,
                "fixedrange": True,
                "gridcolor": palette.line,
                "griddash": "dot",
                "zeroline": False,
                "tickfont": {"color": palette.ink},
                "rangemode": "tozero",
            },
            "yaxis": {
                "range": [len(rows) - 0.4, -0.75],
                "fixedrange": True,
                "showgrid": False,
                "showticklabels": False,
                "zeroline": False,
            },
            "annotations": [
                {
                    "x": 0,
                    "y": i - 0.27,
                    "yanchor": "bottom",
                    "xanchor": "left",
                    "text": plain(row),
                    "showarrow": False,
                    "font": {"color": palette.ink},
                }
                for i, row in enumerate(rows)
            ],
            "clickmode": "event",
            "dragmode": False,
        },
    }
