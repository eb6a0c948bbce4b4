"""Places, signs and polygons in, a map as SVG out: for print, for previews of links, for a file of its own. No Streamlit.

The same geometry and the same signs as the map of the page. Nothing in it runs and nothing is fetched.
"""

import json
import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.figures.area_map import spread
from dashboard.figures.map_style import Place, Sign, routes
from dashboard.figures.palette import LIGHT, SIGNS, Palette
from dashboard.figures.type_setting import escape, width, wrapped
from dashboard.words import _

Rings = tuple[tuple[tuple[float, float], ...], ...]  # of one area: rings of points, x and y in degrees of the Mercator map
WIDTH, HEIGHT = 1200, 630  # pixels: what previews of links ask for
FONT = "'Source Sans 3','Source Sans Pro','Source Sans',sans-serif"
MARGIN, COLUMN = 48, 400  # of the sheet; of the words on its left
EDGE = COLUMN + MARGIN  # where the map may begin
BOX = (COLUMN + 90, 36, WIDTH - COLUMN - 130, HEIGHT - 72)  # of the map: left, top, width, height
BOLD = 1.05  # times as wide as plain type
LEAST = 7.0  # degrees of longitude that a map shows at least, so that a small area is seen among its neighbours
FINE = 0.7  # pixels between two points of an outline; closer ones cost time to paint and are not seen
DIM = 0.4  # of its colour is left to an area that is not lit


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

    def path(self, rings: Rings, fine: float = 0) -> str:
        """Rings as the `d` of an SVG path; points that are not `fine` pixels apart are one."""
        drawn = []
        for ring in rings:
            points = thinned(list(dict.fromkeys(self.place(point) for point in ring)), fine)
            if len(points) > 2:
                drawn.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
        return "".join(drawn)


def thinned(points: Sequence[tuple[float, float]], fine: float) -> list[tuple[float, float]]:
    kept = list(points[:1])
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= fine:
            kept.append((x, y))
    return kept


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


def frame(rings: Collection[Rings], left: float, top: float, width: float, height: float, least: float = 0) -> Frame:
    """The box filled by these areas; it shows `least` degrees or more."""
    points = [p for area in rings for ring in area for p in ring] or [(0.0, 0.0), (1.0, 1.0)]
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    north, south = min(p[1] for p in points), max(p[1] for p in points)
    scale = min(width / max(east - west, least), height / max(south - north, least))
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
    numbered: bool = True,
    alone: bool = False,
    palette: Palette = LIGHT,
) -> str:
    """A sheet of WIDTH x HEIGHT: on the left the title, what is `under` it and the lines of the source; on the right the map.

    The map is of what is `lit`, with the subject where that is of it; with nothing lit, of all that holds something. An area
    without polygons is not drawn. `numbered`: names have the number of events beside them. `alone`: the map's part only,
    for a page that has the words.
    """
    drawn = [p for p in places if p.adcode in polygons]
    subject = not lit or any(p.focus and p.adcode in lit for p in drawn)
    told = [p for p in drawn if (p.focus and subject) or (p.adcode in lit if lit else p.total)] or drawn
    shown = frame([polygons[p.adcode] for p in told], *BOX, LEAST)
    wide = len(told) > 5
    here = {p.adcode for p in told}
    placed = [] if wide else spread([s for s in signs if s.adcode in here], math.log2(360 / 512 * shown.scale))
    left, across = (EDGE, WIDTH - EDGE) if alone else (0, WIDTH)
    kinds = [kind for kind in SIGNS if any(s.kind == kind for s in placed)]
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} 0 {across} {HEIGHT}" width="{across}" height="{HEIGHT}"'
            f' role="img" aria-label="{escape(f"{title}. {under}")}" font-family="{FONT}" fill="{palette.ink}">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{palette.paper}"/>',
            '<g stroke-linejoin="round">',
            *ground(drawn, polygons, shown, lit, palette),
            *(route(points, shown, palette) for points in routes(placed)),
            *names(drawn, told, shown, lit, palette, wide=wide, numbered=numbered),
            *(sign(s, shown, palette) for s in placed),
            "</g>",
            f'<linearGradient id="edge"><stop offset=".9" stop-color="{palette.paper}"/>'
            f'<stop offset="1" stop-color="{palette.paper}" stop-opacity="0"/></linearGradient>'
            f'<rect width="{EDGE * 1.1:g}" height="{HEIGHT}" fill="url(#edge)"/>',  # not a clip path, which takes far longer
            *([] if alone else words(title, under, source, palette, kinds=kinds)),
            "</svg>",
        ]
    )


def ground(
    places: Sequence[Place], polygons: Mapping[str, Rings], shown: Frame, lit: Collection[str], palette: Palette
) -> Iterator[str]:
    """The areas in sight, those that hold something last, so that their lines are on top."""
    most = max([p.total for p in places], default=0) or 1
    for p in sorted(places, key=lambda p: (p.total > 0, p.adcode in lit)):
        if path := shown.path([ring for ring in polygons[p.adcode] if in_sight(ring, shown)], FINE):
            line = f'stroke="{palette.paper}" stroke-width="2"' if p.total else f'stroke="{palette.line}"'
            colour = shade(p.total / most if p.total else None, palette)
            if lit and p.adcode not in lit:
                colour = between(palette.paper, colour, DIM)
            yield f'<path d="{path}" fill="{colour}" {line}/>'


def in_sight(ring: Sequence[tuple[float, float]], shown: Frame) -> bool:
    """Whether a ring is on the map's part of the sheet, or around it."""
    (left, top), (right, foot) = (shown.place((f(p[0] for p in ring), f(p[1] for p in ring))) for f in (min, max))
    return right > EDGE and left < WIDTH and foot > 0 and top < HEIGHT


def shade(part: float | None, palette: Palette) -> str:
    """The colour of an area: paper where nothing is held, then from the first to the last of the scale."""
    return palette.paper if part is None else between(*palette.scale, part)


def between(one: str, other: str, part: float) -> str:
    """A colour on the way from one to the other."""
    low, high = ([int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in (one, other))
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in zip(low, high, strict=True))


def route(points: Sequence[tuple[float, float]], shown: Frame, palette: Palette) -> str:
    """Dashed: an order, not a road travelled on a known day."""
    line = " ".join(f"{x:g},{y:g}" for x, y in (shown.place(mercator(*p)) for p in points))
    return f'<polyline points="{line}" fill="none" stroke="{palette.visit}" stroke-width="2" stroke-dasharray="3 5"/>'


def names(
    places: Sequence[Place],
    told: Sequence[Place],
    shown: Frame,
    lit: Collection[str],
    palette: Palette,
    *,
    wide: bool,
    numbered: bool,
) -> Iterator[str]:
    """Each name with its number, at its point or where there is room; where there is none, the number alone.

    What is around has its name, small, where there is room; what is not lit has no number.
    """
    size, ways = (16, (6, -10, 22, -28, 38)) if wide else (23, (-12, 4, 20, -28, 36))  # on a wide map no signs stand below
    taken: list[tuple[float, float, float, float]] = []
    for p in sorted(places, key=lambda p: (p not in told, bool(lit) and p.adcode not in lit, -p.focus, -p.total)):
        x, y = shown.place(mercator(*p.point))
        strong = p in told and (not lit or p.adcode in lit)
        number = str(p.total) if numbered and strong and p.total else ""
        high = size if strong else 16
        half = width(full := f"{p.name} · {number}" if number else p.name, high) / 2
        if not (EDGE + half < x < WIDTH - half and 40 < y < HEIGHT - 12):
            continue
        tries = [(text, dy) for text in (full, number) for dy in ways if text]
        boxes = [(x - width(t, high) / 2, y + dy - high, x + width(t, high) / 2, y + dy + 2) for t, dy in tries]
        free = next((n for n, b in enumerate(boxes) if not any(meet(b, other) for other in taken)), None)
        if free is not None:
            text, dy = tries[free]
            taken += [boxes[free], *([] if wide else [(x - 45, y - 2, x + 45, y + 22)])]  # and its signs
            colour, weight = (palette.ink, 600) if strong else (palette.muted, 400)
            yield (
                f'<text x="{x:g}" y="{y + dy:g}" font-size="{high}" font-weight="{weight}" fill="{colour}" text-anchor="middle"'
                f' paint-order="stroke" stroke="{palette.paper}" stroke-width="4">{escape(text)}</text>'
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


def words(title: str, under: str, source: Sequence[str], palette: Palette, *, kinds: Sequence[str]) -> Iterator[str]:
    """The column on the left: the title and what is under it from the top, the legend and the source at the foot."""
    large = next((size for size in (40, 34, 29) if len(wrapped(title, COLUMN, size * BOLD)) * size <= 170), 29)
    lines = [line for text in source for line in wrapped(text, COLUMN, 16)][-5:]
    foot = HEIGHT - 36 - 21 * (len(lines) - 1)
    y = 44 + large
    for text, size, bold, most, colour in ((title, large, BOLD, 6, palette.ink), (under, 23, 1, 5, palette.muted)):
        weight = 400 if bold == 1 else 600
        for line in wrapped(text, COLUMN, size * bold, most):
            yield f'<text x="{MARGIN}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">{escape(line)}</text>'
            y += round(size * 1.2)
        y += 8
    for n, line in enumerate(lines):
        yield f'<text x="{MARGIN}" y="{foot + 21 * n}" font-size="16" fill="{palette.muted}">{escape(line)}</text>'
    said, x = {"meeting": _("meeting"), "visit": _("visit and its stop")}, MARGIN + 9
    for kind in kinds:
        yield mark(kind, x, foot - 46, said[kind], palette)
        x += round(width(said[kind], 18) + 60)
