"""A view, an article or an event in, the picture of its map out: as SVG, and as PNG for previews of links. No Streamlit."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import resources

import resvg_py

from dashboard import library
from dashboard.data import counts, phrases, titles
from dashboard.data.filters import Chosen, Filter
from dashboard.data.records import Article, Event
from dashboard.figures import on_map
from dashboard.figures.map_style import Sign
from dashboard.figures.palette import LIGHT, Palette
from dashboard.figures.svg_map import shapes, svg_map
from dashboard.library import Library
from dashboard.words import _

FAMILY = "Source Sans Pro"
FONTS = [
    str(resources.files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf") for weight in ("Regular", "Semibold")
]
OTHERS = re.compile("[^\x00-\u017f\u01cd-\u01dc\u2010-\u2026\u2192]")  # what these fonts have no letters for


@lru_cache(maxsize=64)
def map_picture(held: Library, chosen: Filter, palette: Palette = LIGHT) -> str:
    """The map of a view: its numbers are of what the view holds, since nothing can be picked in a picture."""
    areas, shown, numbers = held.held.areas, library.shown(held, chosen), library.numbers(held, chosen)
    said = chosen.describe(areas)
    return svg_map(
        on_map.places(held, replace(numbers, by_region=counts.events_per_area(Chosen(shown, Filter())))),
        on_map.signs(held, chosen),
        shapes(held.layer.geojson),
        title=titles.title(chosen, areas),
        under=titles.holds(numbers),
        source=[*([_("Filter: {filter}.", filter="; ".join(said))] if said else []), *source(held)],
        lit={at for code in chosen.region if (at := drawn_at(held, code))},
        palette=palette,
    )


@lru_cache(maxsize=64)
def event_picture(held: Library, event: Event, palette: Palette = LIGHT, alone: bool = False) -> str:
    """The map of one event: its places, and the stops of a visit in their order."""
    under = f"{phrases.when_of(event)} · {titles.where(event, held.held.areas)}"
    return of_events(held, [event], event.title, under, palette, alone)


@lru_cache(maxsize=64)
def article_picture(held: Library, article: Article, palette: Palette = LIGHT, alone: bool = False) -> str:
    """The map of all that an article tells of."""
    kinds = phrases.kinds_in_words({kind: sum(e.kind == kind for e in article.events) for kind in ("meeting", "visit")})
    under = " · ".join(x for x in (kinds, article.publisher, titles.published(article)) if x)
    return of_events(held, article.events, article.headline, under, palette, alone)


def of_events(held: Library, events: Sequence[Event], title: str, under: str, palette: Palette, alone: bool) -> str:
    signs = [sign for event in events for sign in signs_of(held, event)]
    here = {code: {s.kind: 1 for s in signs if s.adcode == code} for code in dict.fromkeys(s.adcode for s in signs)}
    places = on_map.places(held, library.numbers(held, Filter()))
    return svg_map(
        [replace(p, counts=here.get(p.adcode, {}), focus=p.focus and bool(here)) for p in places],
        signs,
        shapes(held.layer.geojson),
        title=title,
        under=under,
        source=source(held),
        lit=here,
        numbered=False,
        alone=alone,
        palette=palette,
    )


def signs_of(held: Library, event: Event) -> Iterable[Sign]:
    """A sign at each area of an event, with the first stop there; what is on no map has none, and one stop alone no number."""
    found: dict[str, Sign] = {}
    for n, stop in enumerate(event.stops, start=1):
        if stop.adcode and (at := drawn_at(held, stop.adcode)):
            order = n if event.kind == "visit" and len(event.stops) > 1 else None
            found.setdefault(at, Sign(event.id, event.kind, at, held.layer.labels[at], order, ""))
    return found.values()


def drawn_at(held: Library, adcode: str) -> str | None:
    """The league or city that an area is drawn in: `150402` -> `150400`; none for one that is on no map."""
    return on_map.point_of(adcode, None, held.layer.labels)


def source(held: Library) -> list[str]:
    return [_("Daybook, data version {version}", version=held.held.version), held.layer.attribution]


@lru_cache(maxsize=256)  # some 80 kB each
def png(svg: str) -> bytes:
    """An SVG of ours as PNG. The fonts of the machine are asked only for letters that ours do not have: it takes longer."""
    return resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=not OTHERS.search(svg), font_files=FONTS, sans_serif_family=FAMILY
    )
