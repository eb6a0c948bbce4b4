"""Counts per area and the order of stops in, the map as a plain-dict Plotly figure out. No Streamlit.

Nothing here reads the region that is chosen: Streamlit rebuilds a chart whose figure changes, and a click would blank
it. The choice is drawn by Plotly's own selection, and `lit` only holds a region that came from outside the map.
Signs and names are a text layer of the style, since offline Plotly's map draws no markers but circles.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dashboard.figures.palette import FONT, SIGNS, Palette

LIT, DIM = 1, 0.3
COUNTIES_FROM = 6.4  # zoom at which banners and counties appear


@dataclass(frozen=True, slots=True)
class Place:
    """An area on the map: where its name stands, what is held on it, and whether it belongs to the subject."""

    adcode: str
    name: str
    point: tuple[float, float]
    level: str
    focus: bool
    counts: Mapping[str, int]
    hover: str

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Sign:
    """A meeting or a stop of a visit, at an area's point. `order` is the number of the stop, None for a meeting."""

    event: str
    kind: str
    adcode: str
    point: tuple[float, float]
    order: int | None
    hover: str


def area_map(
    places: Sequence[Place],
    signs: Sequence[Sign],
    lit: Collection[str],
    url: str,
    palette: Palette,
    center: tuple[float, float],
    zoom: float,
) -> dict:
    """The figure. `url` is where the browser gets the polygons, once; points are longitude and latitude in degrees."""
    drawn = [p for p in places if p.level == "prefecture"]
    focus = [p for p in drawn if p.focus or p.total]
    rest = [p for p in drawn if not (p.focus or p.total)]
    signs = spread(signs)
    return {
        "data": [
            polygons(
                rest, url, palette, z=[0] * len(rest), colorscale=[[0, palette.paper], [1, palette.paper]], selectable=False
            ),
            polygons(
                focus, url, palette, z=[p.total for p in focus], colorscale=list(zip((0, 1), palette.scale, strict=True)), lit=lit
            ),
            targets(signs),
        ],
        "layout": {
            "map": {
                "style": style(places, signs, url, palette),
                "center": dict(zip(("lon", "lat"), center, strict=True)),
                "zoom": zoom,
            },
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "color": palette.ink},
            "hoverlabel": {
                "bgcolor": palette.paper,
                "bordercolor": palette.line,
                "font": {"family": FONT, "color": palette.ink},
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
        "hovertemplate": "%{text}<extra></extra>",
        "hoverinfo": "all" if selectable else "skip",
    } | (
        {"selected": {"marker": {"opacity": LIT}}, "unselected": {"marker": {"opacity": DIM}}}
        if selectable
        else {"hovertemplate": None}
    )


def targets(signs: Sequence[Sign]) -> dict:
    """What a pointer finds where a sign is drawn: circles that are not seen."""
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


def spread(signs: Sequence[Sign]) -> list[Sign]:
    """Signs of one area side by side under its name, so that none hides another."""
    placed: list[Sign] = []
    for adcode in dict.fromkeys(s.adcode for s in signs):
        here = [s for s in signs if s.adcode == adcode]
        wide = math.ceil(math.sqrt(len(here) * 2))
        for i, s in enumerate(here):
            across, down = i % wide, i // wide
            in_row = min(wide, len(here) - down * wide)
            lon, lat = s.point
            moved = (lon + (across - (in_row - 1) / 2) * 0.62, lat - 0.16 - down * 0.36)
            placed.append(Sign(s.event, s.kind, s.adcode, moved, s.order, s.hover))
    return placed


def style(places: Sequence[Place], signs: Sequence[Sign], url: str, palette: Palette) -> dict:
    """A map style that asks no other host for anything: county lines, the order of stops, signs and names."""
    halo = {"text-halo-color": palette.paper, "text-halo-width": 1.6}
    plain = {"text-font": ["sans-serif"], "text-allow-overlap": True, "text-ignore-placement": True}
    named = [
        feature(p.point, name=p.name, strong=p.focus or p.total > 0, county=p.level == "county")
        for p in places
        if p.level != "region"
    ]
    signed = [
        feature(s.point, sign=SIGNS[s.kind] + (f" {s.order}" if s.order else ""), color=getattr(palette, s.kind)) for s in signs
    ]
    return {
        "version": 8,
        "sources": {
            "areas": {"type": "geojson", "data": url},
            "names": collection(named),
            "signs": collection(signed),
            "routes": collection([line(points) for points in routes(signs)]),
        },
        "layers": [
            {"id": "paper", "type": "background", "paint": {"background-color": palette.paper}},
            {
                "id": "counties",
                "type": "line",
                "source": "areas",
                "minzoom": COUNTIES_FROM,
                "filter": ["==", ["get", "level"], "county"],
                "paint": {"line-color": palette.muted, "line-width": 0.7},
            },
            {
                "id": "routes",
                "type": "line",
                "source": "routes",  # dashed: an order, not a road travelled on a known day
                "paint": {"line-color": palette.visit, "line-width": 1.5, "line-dasharray": [1.5, 2.5]},
            },
            {
                "id": "county-names",
                "type": "symbol",
                "source": "names",
                "minzoom": COUNTIES_FROM,
                "filter": ["get", "county"],
                "layout": {"text-font": ["sans-serif"], "text-field": ["get", "name"], "text-size": 11},
                "paint": {"text-color": palette.muted} | halo,
            },
            {
                "id": "names",
                "type": "symbol",
                "source": "names",
                "filter": ["!", ["get", "county"]],
                "layout": plain
                | {
                    "text-field": ["get", "name"],
                    "text-size": ["case", ["get", "strong"], 15, 11.5],
                    "text-max-width": 9,
                    "text-offset": [0, -0.9],
                },
                "paint": {"text-color": ["case", ["get", "strong"], palette.ink, palette.muted]} | halo,
            },
            {
                "id": "signs",
                "type": "symbol",
                "source": "signs",
                "layout": plain | {"text-field": ["get", "sign"], "text-size": 17},
                "paint": {"text-color": ["get", "color"]} | halo,
            },
        ],
    }


def routes(signs: Sequence[Sign]) -> list[list[tuple[float, float]]]:
    """The points of each visit's stops, in the order of the stops."""
    visits: dict[str, list[Sign]] = {}
    for sign in signs:
        if sign.order:
            visits.setdefault(sign.event, []).append(sign)
    return [[s.point for s in sorted(stops, key=lambda s: s.order or 0)] for stops in visits.values() if len(stops) > 1]


def feature(point: tuple[float, float], **properties: object) -> dict:
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": list(point)}}


def line(points: Sequence[tuple[float, float]]) -> dict:
    return {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [list(p) for p in points]}}


def collection(features: list[dict]) -> dict:
    return {"type": "geojson", "data": {"type": "FeatureCollection", "features": features}}
