"""Counts per area and the order of stops in, the map as a plain-dict Plotly figure out. No Streamlit.

Nothing here reads the region that is chosen: Streamlit rebuilds a chart whose figure changes, and a click would blank
it. The choice is drawn by Plotly's own selection, and `lit` only holds a region that came from outside the map.
Signs and names are a text layer of the style, since offline Plotly's map draws no markers but circles.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from dashboard.figures.map_style import Place, Sign, Urls, style
from dashboard.figures.palette import Palette, sheet

LIT, DIM = 1, 0.3
CROWDED = 4.5  # zoom below which names would stand on each other
APART = 4  # signs of one area at most that are drawn one by one


def area_map(
    places: Sequence[Place],
    signs: Sequence[Sign],
    lit: Collection[str],
    urls: Urls,
    palette: Palette,
    center: tuple[float, float],
    zoom: float,
) -> dict:
    """The figure. The browser gets what `urls` name once, whatever is filtered; points are longitude and latitude in degrees."""
    focus = [p for p in places if p.focus or p.total]
    rest = [p for p in places if not (p.focus or p.total)]
    signs = spread(signs, zoom)
    return {
        "data": [
            polygons(
                rest,
                urls.polygons,
                palette,
                z=[0] * len(rest),
                colorscale=[[0, palette.paper], [1, palette.paper]],
                selectable=False,
            ),
            polygons(
                focus,
                urls.polygons,
                palette,
                z=[p.total for p in focus],
                colorscale=list(zip((0, 1), palette.scale, strict=True)),
                lit=lit,
            ),
            targets(signs),
        ],
        "layout": sheet(palette)
        | {
            "map": {
                "style": style(places, signs, urls, palette, crowded=zoom < CROWDED),
                "center": dict(zip(("lon", "lat"), center, strict=True)),
                "zoom": zoom,
            },
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "hoverlabel": {
                "bgcolor": palette.paper,
                "bordercolor": palette.line,
                "align": "left",
            },
            "clickmode": "event+select",
            "dragmode": "pan",
        },
    }


def polygons(
    places: Sequence[Place],
    url: str,
    palette: Palette,
    *,
    z: list[int],
    colorscale: list,
    lit: Collection[str] = (),
    selectable: bool = True,
) -> dict:
    marker: dict = {"line": {"color": palette.line if not selectable else palette.paper, "width": 1 if not selectable else 1.5}}
    if lit:
        marker["opacity"] = [LIT if p.adcode in lit else DIM for p in places]
    return {
        "type": "choroplethmap",
        "geojson": url,
        "featureidkey": "id",
        "locations": [p.adcode for p in places],
        "z": z,
        "zmin": 0,
        "zmax": max([*z, 1]),
        "colorscale": colorscale,
        "showscale": False,
        "marker": marker,
        "below": "counties",
        "text": [p.hover for p in places],
    } | (
        {
            "hovertemplate": "%{text}<extra></extra>",
            "hoverinfo": "all",
            "selected": {"marker": {"opacity": LIT}},
            "unselected": {"marker": {"opacity": DIM}},
        }
        if selectable
        else {"hoverinfo": "skip"}
    )


def targets(signs: Sequence[Sign]) -> dict:
    """What a pointer finds where a sign is drawn: circles that are not seen. Under a sign of many is only the region."""
    signs = [s for s in signs if s.many == 1]
    return {
        "type": "scattermap",
        "mode": "markers",
        "lon": [s.point[0] for s in signs],
        "lat": [s.point[1] for s in signs],
        "customdata": [[s.event] for s in signs],
        "text": [s.hover for s in signs],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 26, "opacity": 0.01},
        "selected": {"marker": {"opacity": 0.01}},
        "unselected": {"marker": {"opacity": 0.01}},
        "showlegend": False,
    }


def spread(signs: Sequence[Sign], zoom: float) -> list[Sign]:
    """Signs of one area side by side under its name, so that none hides another; of more than a few, one for each kind."""
    pixel = 360 / 512 / 2**zoom  # in degrees of longitude
    placed: list[Sign] = []
    for adcode in dict.fromkeys(s.adcode for s in signs):
        here = [s for s in signs if s.adcode == adcode]
        if len(here) > APART:
            here = [replace(next(s for s in here if s.kind == kind), many=n, order=None) for kind, n in tally(here).items()]
        step = (54 if here[0].many > 1 else 28) * pixel
        for i, s in enumerate(here):
            lon, lat = s.point
            moved = (lon + (i - (len(here) - 1) / 2) * step, lat - 7 * pixel)
            placed.append(replace(s, point=(round(moved[0], 3), round(moved[1], 3))))
    return placed


def tally(signs: Sequence[Sign]) -> dict[str, int]:
    """Kind -> events; a visit with two stops in one area is one."""
    return {kind: len({s.event for s in signs if s.kind == kind}) for kind in dict.fromkeys(s.kind for s in signs)}
