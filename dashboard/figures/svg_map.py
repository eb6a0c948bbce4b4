"""Places, signs and polygons in, a map as SVG out: for print, for previews of links, for a file of its own. No Streamlit.

The same geometry and the same signs as the map of the page. Nothing in it runs and nothing is fetched.
"""

import json
import math
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from dashboard.figures.area_map import spread
from dashboard.figures.map_style import Place, Sign, routes
from dashboard.figures.palette import LIGHT, Palette
from dashboard.words import _

Rings = tuple[tuple[tuple[float, float], ...], ...]  # of one area: rings of points, x and y in degrees of the Mercator map
WIDTH, HEIGHT = 1200, 630  # pixels: what previews of links ask for
FONT = "'Source Sans 3','Source Sans Pro','Source Sans',sans-serif"
MARGIN, COLUMN = 48, 400  # of the sheet; of the words on its left
BOX = (COLUMN + 90, 36, WIDTH - COLUMN - 130, HEIGHT - 72)  # of the map: left, top, width, height
LETTER = 0.5  # of its size, the usual width of a letter


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
    source: Sequence[str],
    lit: Collection[str] = (),
    palette: Palette = LIGHT,
) -> str:
    """A sheet of WIDTH x HEIGHT: on the left the title, what is `under` it and the lines of the source; on the right the map.

    The map is of the `lit` places and of the subject's, or of all that hold something; places have `polygons` or are not drawn.
    """
    told = [p for p in places if (p.focus or (p.adcode in lit if lit else p.total)) and p.adcode in polygons]
    shown = frame([polygons[p.adcode] for p in told], *BOX)
    wide = len(told) > 5
    placed = (
        [] if wide else spread([s for s in signs if s.adcode in {p.adcode for p in told}], math.log2(360 / 512 * shown.scale))
    )
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img"'
            f' aria-label={quoteattr(f"{title}. {under}")} font-family="{FONT}" fill="{palette.ink}">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{palette.paper}"/>',
            f'<clipPath id="map"><rect x="{COLUMN + MARGIN}" width="{WIDTH}" height="{HEIGHT}"/></clipPath>',
            '<g clip-path="url(#map)" stroke-linejoin="round">',
            *ground(places, told, polygons, shown, lit, palette),
            *(route(points, shown, palette) for points in routes(placed)),
            *names(told, shown, palette, 16 if wide else 23),
            *(sign(s, shown, palette) for s in placed),
            "</g>",
            *words(title, under, source, palette, signs=bool(placed)),
            "</svg>",
        ]
    )


def ground(
    places: Sequence[Place],
    told: Sequence[Place],
    polygons: Mapping[str, Rings],
    shown: Frame,
    lit: Collection[str],
    palette: Palette,
) -> Iterator[str]:
    """The areas, those that count last, so that their lines are on top."""
    most = max([p.total for p in places], default=0) or 1
    for p in sorted(places, key=lambda p: p in told):
        if p.adcode in polygons:
            line = f'stroke="{palette.paper}" stroke-width="2"' if p.total else f'stroke="{palette.line}"'
            dim = ' opacity="0.4"' if lit and p.adcode not in lit else ""
            yield f'<path d="{shown.path(polygons[p.adcode])}" fill="{shade(p, most, palette)}" {line}{dim}/>'


def shade(place: Place, most: int, palette: Palette) -> str:
    """The colour of an area: paper where nothing is held, then from the first to the last of the scale."""
    if not place.total:
        return palette.paper
    low, high = ([int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in palette.scale)
    part = place.total / most
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in zip(low, high, strict=True))


def route(points: Sequence[tuple[float, float]], shown: Frame, palette: Palette) -> str:
    """Dashed: an order, not a road travelled on a known day."""
    line = " ".join(f"{x:g},{y:g}" for x, y in (shown.place(mercator(*p)) for p in points))
    return f'<polyline points="{line}" fill="none" stroke="{palette.visit}" stroke-width="2" stroke-dasharray="3 5"/>'


def names(told: Sequence[Place], shown: Frame, palette: Palette, size: int) -> Iterator[str]:
    """Each name with its number, above its point or where there is room; the number alone where there is none."""
    taken: list[tuple[float, float, float, float]] = []
    for p in sorted(told, key=lambda p: (-p.focus, -p.total)):
        x, y = shown.place(mercator(*p.point))
        full = f"{p.name} · {p.total}" if p.total else p.name
        tries = [(text, dy) for text in (full, str(p.total or "")) for dy in (-12, 4, 20, -28, 36)]
        boxes = [(x - len(t) * size * LETTER / 2, y + dy - size, x + len(t) * size * LETTER / 2, y + dy) for t, dy in tries]
        free = next((n for n, b in enumerate(boxes) if not any(meet(b, other) for other in taken)), None)
        if free is not None:
            taken.append(boxes[free])
            text, dy = tries[free]
            yield (
                f'<text x="{x:g}" y="{y + dy:g}" font-size="{size}" font-weight="600" text-anchor="middle" paint-order="stroke"'
                f' stroke="{palette.paper}" stroke-width="4">{escape(text)}</text>'
            )


def meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def sign(one: Sign, shown: Frame, palette: Palette) -> str:
    """A circle for a meeting and a diamond for a visit, with the number of the stop or of how many it stands for."""
    x, y = shown.place(mercator(*one.point))
    said = f"×{one.many}" if one.many > 1 else str(one.order or "")
    return mark(one.kind, x - 5 * len(said), y, said, palette)


def mark(kind: str, x: float, y: float, said: str, palette: Palette) -> str:
    colour = palette.meeting if kind == "meeting" else palette.visit
    shape = f'<circle cx="{x:g}" cy="{y:g}" r="7.5"/>' if kind == "meeting" else f'<path d="M{x:g} {y - 9:g}l9 9l-9 9l-9-9z"/>'
    text = f'<text x="{x + 13:g}" y="{y + 6:g}" font-size="18" font-weight="600">{escape(said)}</text>' if said else ""
    return f'<g fill="{colour}" stroke="{palette.paper}" stroke-width="3" paint-order="stroke">{shape}{text}</g>'


def words(title: str, under: str, source: Sequence[str], palette: Palette, *, signs: bool) -> Iterator[str]:
    """The column on the left: the title and what is under it from the top, the legend and the source at the foot."""
    y = 84
    for text, size, most, weight, colour in ((title, 40, 4, 600, palette.ink), (under, 23, 5, 400, palette.muted)):
        for line in textwrap.wrap(text, round(COLUMN / size / LETTER), max_lines=most, placeholder=" …"):
            yield f'<text x="{MARGIN}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">{escape(line)}</text>'
            y += round(size * 1.2)
        y += 6
    lines = [line for text in source for line in textwrap.wrap(text, round(COLUMN / 16 / LETTER))][-5:]
    foot = HEIGHT - 36 - 21 * (len(lines) - 1)
    for n, line in enumerate(lines):
        yield f'<text x="{MARGIN}" y="{foot + 21 * n}" font-size="16" fill="{palette.muted}">{escape(line)}</text>'
    if signs:
        yield mark("meeting", MARGIN + 9, foot - 46, _("meeting"), palette)
        yield mark("visit", MARGIN + 129, foot - 46, _("visit and its stop"), palette)
