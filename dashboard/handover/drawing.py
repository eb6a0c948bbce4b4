"""Places and signs in, the shapes and words of the file's map out: what map.svg.jinja draws, and map.js draws again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.figures.area_map import APART, tally
from dashboard.figures.map_style import Place, Sign, routes
from dashboard.figures.on_map import FOCUS
from dashboard.figures.palette import SIGNS
from dashboard.figures.svg_map import Frame, Rings, frame, meet, mercator

WIDTH, HEIGHT = 1000, 800  # units of the picture
MARGIN = 24
BESIDE = 360  # left of the subject, for what lies west of it
STEPS = 5  # shades of an area that holds something
LETTER, SIZE = 12, 22  # units: a letter's usual width, a line's height
WIDE_LETTER, TALL = 18, 34  # on a phone


@dataclass(frozen=True, slots=True)
class Shape:
    """An area: its outline and what stands on it. `near` and `whole` are where its words stand in the two views."""

    code: str
    name: str
    path: str
    total: int
    step: int
    signs: tuple[tuple[str, str], ...]  # kind and sign: ("visit", "◆ 2")
    near: tuple[float, float]
    fits: bool  # in the near view
    whole: tuple[float, float]
    crowded: bool  # in the view of the whole there is room for its number only


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map: its areas, the routes between stops, and how the ground is moved for each view."""

    shapes: Sequence[Shape]
    routes: Sequence[str]
    views: Mapping[str, str] = field(default_factory=dict)  # near, whole -> transform of the ground
    opens: str = "whole"


def drawing(places: Sequence[Place], signs: Sequence[Sign], polygons: Mapping[str, Rings]) -> Drawing:
    """Leagues and cities that have polygons. It opens on the subject if something is held there, else on the whole."""
    drawn = [p for p in places if p.adcode in polygons]
    if not drawn:
        return Drawing((), ())
    subject = [p for p in drawn if p.adcode in FOCUS]
    whole = around([polygons[p.adcode] for p in drawn])
    near = around([polygons[p.adcode] for p in subject or drawn], BESIDE)
    most = max(p.total for p in drawn)
    at = {p.adcode: mercator(*p.point) for p in drawn}
    free = placed(drawn, whole)
    shapes = [
        Shape(
            p.adcode,
            p.name,
            whole.path(polygons[p.adcode]),
            p.total,
            step(p.total, most),
            tuple(row(one for one in signs if one.adcode == p.adcode)),
            near.place(at[p.adcode]),
            fits(p, near.place(at[p.adcode])),
            free.get(p.adcode, whole.place(at[p.adcode])),
            p.adcode not in free,
        )
        for p in sorted(drawn, key=lambda p: p.total > 0)  # what holds something lies on top
    ]
    near_is_enough = any(p.total for p in subject)
    elsewhere = any(p.total for p in drawn if p not in subject)
    views = {"near": moved(whole, near), "whole": "translate(0 0) scale(1)"}
    if not (near_is_enough and elsewhere):
        views.pop("whole" if near_is_enough else "near")
    return Drawing(shapes, lines(signs, near), views, "near" if near_is_enough else "whole")


def around(rings: Collection[Rings], left: float = MARGIN) -> Frame:
    return frame(rings, left, MARGIN, WIDTH - left - MARGIN, HEIGHT - 2 * MARGIN)


def moved(one: Frame, other: Frame) -> str:
    """What makes the pixels of one frame those of the other."""
    scale = other.scale / one.scale
    x, y = other.place((one.x, one.y))
    return f"translate({x - one.left * scale:.1f} {y - one.top * scale:.1f}) scale({scale:.4f})"


def step(total: int, most: int) -> int:
    """0 for nothing held, then 1 to STEPS."""
    return 1 + (STEPS - 1) * total // most if total else 0


def row(signs: Collection[Sign]) -> list[tuple[str, str]]:
    """The signs of one area, in a row; more than a few are one for each kind with how many it stands for."""
    here = list(signs)
    if len(here) > APART:
        return [(kind, f"{SIGNS[kind]} ×{n}") for kind, n in tally(here).items()]
    return [(one.kind, f"{SIGNS[one.kind]} {one.order or ''}".strip()) for one in here]


def fits(place: Place, at: tuple[float, float]) -> bool:
    """Whether an area's words stand wholly in the picture, on a phone too."""
    half = len(f"{place.name} · {place.total}") * WIDE_LETTER / 2
    return half <= at[0] <= WIDTH - half and TALL <= at[1] <= HEIGHT - 2 * TALL


def lines(signs: Sequence[Sign], shown: Frame) -> list[str]:
    """The points of each visit's stops, in their order, where the signs stand one by one."""
    counts = {code: sum(s.adcode == code for s in signs) for code in {s.adcode for s in signs}}
    apart = [s for s in signs if counts[s.adcode] <= APART]
    return [" ".join(f"{x:g},{y:g}" for x, y in (shown.place(mercator(*p)) for p in points)) for points in routes(apart)]


def placed(places: Sequence[Place], shown: Frame) -> dict[str, tuple[float, float]]:
    """Where each name stands in the view of the whole, so that no two meet; one that finds no room is left out."""
    taken: list[tuple[float, float, float, float]] = []
    found: dict[str, tuple[float, float]] = {}
    for p in sorted(places, key=lambda p: (-p.total, p.adcode)):
        x, y = shown.place(mercator(*p.point))
        half = len(f"{p.name} · {p.total}") * LETTER / 2
        for dx, dy in ((0, 0), (0, -SIZE), (0, SIZE), (-half - 8, 0), (half + 8, 0), (0, 2 * SIZE), (0, -2 * SIZE)):
            box = (x + dx - half, y + dy - SIZE, x + dx + half, y + dy + 4)
            if not any(meet(box, other) for other in taken):
                taken.append(box)
                found[p.adcode] = (round(x + dx, 1), round(y + dy, 1))
                break
    return found
