"""Places, signs and polygons in, a map as SVG out: for print, for previews of links, for a file of its own. No Streamlit.

The same geometry and the same signs as the map of the page. Nothing in it runs and nothing is fetched.
"""

import json
import math
import textwrap
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from dashboard.figures.area_map import spread
from dashboard.figures.map_style import Place, Sign, routes
from dashboard.figures.palette import LIGHT, SIGNS, Palette

Rings = tuple[tuple[tuple[float, float], ...], ...]  # of one area: rings of points, x and y in degrees of the Mercator map
WIDTH, HEIGHT = 1200, 630  # pixels: what previews of links ask for
FONT = "'Source Sans 3','Source Sans Pro','Source Sans',sans-serif"
MARGIN, HEAD, FOOT = 48, 150, 84
TITLE_LINE, TITLE_LINES = 62, 2  # characters, lines


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the map put into a box of pixels: `scale` is pixels for a degree of longitude."""

    x: float  # of the map, in the middle of the box
    y: float
    left: float  # of the box, its middle
    top: float
    scale: float

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        """Pixels of a point of the Mercator map."""
        return round(self.left + (point[0] - self.x) * self.scale, 1), round(self.top + (point[1] - self.y) * self.scale, 1)

    def path(self, rings: Rings) -> str:
        """Rings as the `d` of an SVG path; points that fall on one pixel are one."""
        drawn = []
        for ring in rings:
            points = list(dict.fromkeys(self.place(point) for point in ring))
            if len(points) > 2:
                drawn.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
        return "".join(drawn)


def mercator(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to the Mercator map, north up, in degrees of longitude."""
    return longitude, -math.degrees(math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)))


@lru_cache(maxsize=4)
def shapes(geojson: str) -> Mapping[str, Rings]:
    """adcode -> rings of the Mercator map, of a layer of polygons."""
    found = {}
    for feature in json.loads(geojson)["features"]:
        kind, parts = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        polygons = [parts] if kind == "Polygon" else parts
        found[feature["id"]] = tuple(tuple(mercator(*p[:2]) for p in ring) for polygon in polygons for ring in polygon)
    return found


def frame(rings: Collection[Rings], left: float, top: float, width: float, height: float) -> Frame:
    """The box filled by these areas."""
    points = [p for area in rings for ring in area for p in ring] or [(0.0, 0.0), (1.0, 1.0)]
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    north, south = min(p[1] for p in points), max(p[1] for p in points)
    scale = min(width / (east - west), height / (south - north))
    return Frame((west + east) / 2, (north + south) / 2, left + width / 2, top + height / 2, scale)


def svg_map(
    places: Sequence[Place],
    signs: Sequence[Sign],
    polygons: Mapping[str, Rings],
    *,
    title: str,
    under: str,
    source: str,
    lit: Collection[str] = (),
    palette: Palette = LIGHT,
) -> str:
    """A picture of WIDTH x HEIGHT: the title, what is `under` it, the map of the places that count, its signs and its source."""
    told = [p for p in places if p.focus or p.total]
    shown = frame(
        [polygons[p.adcode] for p in told if p.adcode in polygons],
        MARGIN,
        HEAD,
        WIDTH - 2 * MARGIN,
        HEIGHT - HEAD - FOOT,
    )
    most = max([p.total for p in told], default=1) or 1
    areas = [
        f'<path d="{shown.path(polygons[p.adcode])}" fill="{shade(p, most, palette)}"'
        f' opacity="{1 if not lit or p.adcode in lit else 0.45}"'
        f' stroke="{palette.paper if p in told else palette.line}"/>'
        for p in sorted(places, key=lambda p: p in told)
        if p.adcode in polygons
    ]
    small = len(told) > 5
    zoom = math.log2(360 / 512 * shown.scale)
    placed = [] if small else spread(signs, zoom)
    lines = [" ".join(f"{x:g},{y:g}" for x, y in map(shown.place, (mercator(*p) for p in points))) for points in routes(placed)]
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img"'
            f' aria-label={quoteattr(f"{title}. {under}")} font-family="{FONT}" fill="{palette.ink}">',
            f'<clipPath id="map"><rect y="{HEAD - 20}" width="{WIDTH}" height="{HEIGHT - HEAD - FOOT + 40}"/></clipPath>',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{palette.paper}"/>',
            f'<g clip-path="url(#map)" stroke-width="1.5" stroke-linejoin="round">{"".join(areas)}</g>',
            *(f'<polyline points="{line}" fill="none" stroke="{palette.visit}" stroke-width="2" stroke-dasharray="3 5"/>'
              for line in lines),
            *(name(p, shown, palette, small) for p in told),
            *(sign(s, shown, palette) for s in placed),
            *heading(title, under, palette),
            f'<text x="{MARGIN}" y="{HEIGHT - 42}" font-size="19" fill="{palette.muted}">'
            + escape(source.splitlines()[0])
            + f'</text><text x="{MARGIN}" y="{HEIGHT - 18}" font-size="16" fill="{palette.muted}">'
            + escape(" ".join(source.splitlines()[1:]))
            + "</text></svg>",
        ]
    )  # fmt: skip


def heading(title: str, under: str, palette: Palette) -> list[str]:
    lines = textwrap.wrap(title, TITLE_LINE, max_lines=TITLE_LINES, placeholder=" …") or [""]
    size = 42 if len(lines) == 1 else 34
    said = [
        f'<text x="{MARGIN}" y="{64 + i * 40}" font-size="{size}" font-weight="600">{escape(line)}</text>'
        for i, line in enumerate(lines)
    ]
    below = textwrap.shorten(under, 115, placeholder=" …")
    y = 102 + (len(lines) - 1) * 36
    return [*said, f'<text x="{MARGIN}" y="{y}" font-size="23" fill="{palette.muted}">{escape(below)}</text>']


def shade(place: Place, most: int, palette: Palette) -> str:
    """The colour of an area: paper where nothing is held, then from the first to the last of the scale."""
    if not place.total:
        return palette.paper
    low, high = ([int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in palette.scale)
    part = place.total / most
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in zip(low, high, strict=True))


def name(place: Place, shown: Frame, palette: Palette, small: bool) -> str:
    x, y = shown.place(mercator(*place.point))
    text = escape(f"{place.name} · {place.total}" if place.total else place.name)
    return (
        f'<text x="{x}" y="{y + (5 if small else -12)}" font-size="{15 if small else 22}" font-weight="600" text-anchor="middle"'
        f' stroke="{palette.paper}" stroke-width="4" paint-order="stroke" stroke-linejoin="round">{text}</text>'
    )


def sign(one: Sign, shown: Frame, palette: Palette) -> str:
    """A circle for a meeting and a diamond for a visit, with the number of the stop or of how many it stands for."""
    x, y = shown.place(mercator(*one.point))
    said = f"×{one.many}" if one.many > 1 else str(one.order or "")
    x = round(x - 5 * len(said), 1)
    colour = palette.meeting if one.kind == "meeting" else palette.visit
    shape = f'<circle cx="{x}" cy="{y}" r="7.5"/>' if one.kind == "meeting" else f'<path d="M{x} {y - 9}l9 9l-9 9l-9 -9z"/>'
    text = f'<text x="{x + 13}" y="{y + 6}" font-size="18" font-weight="600">{said}</text>' if said else ""
    return (
        f'<g fill="{colour}" stroke="{palette.paper}" stroke-width="3" paint-order="stroke" role="img"'
        f' aria-label="{SIGNS[one.kind]} {said}">{shape}{text}</g>'
    )
