"""Places, signs and routes in, a map style (MapLibre's) out, which asks no other host for anything. No Streamlit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.figures.palette import SIGNS, Palette

COUNTIES_FROM = 5.8  # zoom at which banners and counties appear


@dataclass(frozen=True, slots=True)
class Urls:
    """Where the browser gets the polygons, and the points that the names stand at."""

    polygons: str
    names: str


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
    """A meeting or a stop of a visit, at an area's point. `order` is the number of the stop, None for a meeting.

    `many` is how many events of the kind the sign stands for.
    """

    event: str
    kind: str
    adcode: str
    point: tuple[float, float]
    order: int | None
    hover: str
    many: int = 1


def style(places: Sequence[Place], signs: Sequence[Sign], urls: Urls, palette: Palette, *, crowded: bool = False) -> dict:
    """A map style that asks no other host for anything: county lines, the order of stops, signs and names.

    On a `crowded` map, of a whole region, names are small and stand beside their point where there is room.
    """
    halo = {"text-halo-color": palette.paper, "text-halo-width": 1.6}
    plain = {"text-font": ["sans-serif"], "text-allow-overlap": True, "text-ignore-placement": True}
    strong = ["in", ["get", "adcode"], ["literal", [p.adcode for p in places if p.focus or p.total]]]
    county = ["==", ["get", "level"], "county"]
    return {
        "version": 8,
        "sources": {
            "areas": {"type": "geojson", "data": urls.polygons},
            "names": {"type": "geojson", "data": urls.names},
            "signs": collection(drawn(signs)),
            "routes": collection([line(points) for points in routes(signs)]),
        },
        "layers": [
            {"id": "paper", "type": "background", "paint": {"background-color": palette.paper}},
            {
                "id": "counties",
                "type": "line",
                "source": "areas",
                "minzoom": COUNTIES_FROM,
                "filter": county,
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
                "filter": county,
                "layout": {
                    "text-font": ["sans-serif"],
                    "text-field": ["concat", ["get", "name"], counted(places)],
                    "text-size": ["case", strong, 13, 11],
                    "text-max-width": 8,
                    "text-anchor": "bottom",
                },
                "paint": {"text-color": palette.muted} | halo,
            },
            {
                "id": "names",
                "type": "symbol",
                "source": "names",
                "filter": ["in", ["get", "adcode"], ["literal", [p.adcode for p in places if p.level == "prefecture"]]],
                "layout": {"text-field": ["concat", ["get", "name"], counted(places)], "text-max-width": 9}
                | (
                    {
                        "text-font": ["sans-serif"],
                        "text-size": 12,
                        "text-variable-anchor": ["center", "top", "bottom", "left", "right"],
                        "text-padding": 0,
                        "symbol-sort-key": ["-", 0, weight(places)],
                    }
                    if crowded
                    else plain | {"text-size": ["case", strong, 15, 11.5], "text-offset": [0, -0.9]}
                ),
                "paint": {"text-color": ["case", strong, palette.ink, palette.muted]} | halo,
            },
            {
                "id": "signs",
                "type": "symbol",
                "source": "signs",
                "layout": plain
                | {"text-field": ["get", "sign"], "text-size": ["match", ["get", "sign"], SIGNS["meeting"], 22, 17]},
                "paint": {"text-color": ["match", ["get", "kind"], "meeting", palette.meeting, palette.visit]} | halo,
            },
        ],
    }


def counted(places: Sequence[Place]) -> list | str:
    """What follows a name on the map: the number of events held on the area, where there is any."""
    totals = [x for p in places if p.total for x in (p.adcode, f" · {p.total}")]
    return ["match", ["get", "adcode"], *totals, ""] if totals else ""


def weight(places: Sequence[Place]) -> list | int:
    """The number of events held on an area: what has more of them gets its name first."""
    totals = [x for p in places if p.total for x in (p.adcode, p.total)]
    return ["match", ["get", "adcode"], *totals, 0] if totals else 0


def routes(signs: Sequence[Sign]) -> list[list[tuple[float, float]]]:
    """The points of each visit's stops, in the order of the stops."""
    visits: dict[str, list[Sign]] = {}
    for sign in signs:
        if sign.order:  # a sign of many has none
            visits.setdefault(sign.event, []).append(sign)
    return [[s.point for s in sorted(stops, key=lambda s: s.order or 0)] for stops in visits.values() if len(stops) > 1]


def drawn(signs: Sequence[Sign]) -> list[dict]:
    """GeoJSON of the signs: one feature for all that look alike, since every byte of it travels at each change."""
    alike: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for s in signs:
        sign = SIGNS[s.kind] + (f" ×{s.many}" if s.many > 1 else f" {s.order}" if s.order else "")
        alike.setdefault((s.kind, sign), []).append(s.point)
    return [
        {
            "type": "Feature",
            "properties": {"kind": kind, "sign": sign},
            "geometry": {"type": "MultiPoint", "coordinates": [list(p) for p in points]},
        }
        for (kind, sign), points in alike.items()
    ]


def line(points: Sequence[tuple[float, float]]) -> dict:
    return {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": [list(p) for p in points]}}


def collection(features: list[dict]) -> dict:
    return {"type": "geojson", "data": {"type": "FeatureCollection", "features": features}}
