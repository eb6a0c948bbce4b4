"""The map of regions: drawn from the view, clicked to filter, moved by buttons, with its table below."""

from dataclasses import replace

import streamlit as st

from dashboard import url_state
from dashboard.components import chart
from dashboard.data.areas import REGION, level, lineage
from dashboard.figures import area_map, on_map
from dashboard.figures.map_style import Urls
from dashboard.figures.on_map import FOCUS
from dashboard.figures.palette import SIGNS
from dashboard.views.shared import View, list_numbers, md, opened_event, theme
from dashboard.words import _

S = st.session_state
OVERVIEW, WHOLE = ((120.2, 44.75), 4.95), ((112.2, 45.6), 3.95)  # centre in degrees and zoom: the subject, and all the region
CLOSE = 6.15  # the zoom of a closer look
HEIGHT = 540  # pixels


def draw(view: View) -> None:
    layer = view.library.layer
    if not any(level(code) == "prefecture" for code in layer.labels):
        st.info(
            _("The map cannot be drawn; its table can. {reason}", reason=md(" ".join(layer.problems[:1]))), icon=":material/map:"
        )
        return area_table(view, expanded=True)
    asked = url_state.on_page("closer")
    closer = asked if asked in layer.labels else None
    shown = on_map.places(view.library, view.numbers, closer)
    lit = remember(view, closer, [p.adcode for p in shown])
    center, zoom = OVERVIEW if not closer else WHOLE if closer == REGION else (layer.labels[closer], CLOSE)
    version = layer.etag.strip('"')  # in the address, so that a browser need not ask again while it holds
    urls = Urls(f"/api/v1/areas.geojson?v={version}", f"/api/v1/area-names.geojson?v={version}")
    figure = area_map.area_map(
        shown, on_map.signs(view.library, view.chosen.without("region"), closer), lit, urls, theme(), center, zoom
    )
    figure["layout"]["height"] = HEIGHT
    alt = _("Map: the number of events in each region. The same figures are in the table below it.")
    chart.draw(figure, lambda: clicked(view), alt, key="map", scroll_zoom=True)
    opened_event(view, "map-event")
    caption(view, closer)
    look_closer(view, closer)
    area_table(view)


def caption(view: View, closer: str | None) -> None:
    """What the signs mean, whose the boundaries are, and what of them is missing."""
    legend = _("{meeting} meeting · {visit} visit. A small number is the order of its stops; ×4 is four of them.", **SIGNS)
    use = _("A region counts all below it; click it to filter, click it again to let go.")
    notes = [legend, use, _("Where no article is held, nothing is known: it does not mean that nothing took place.")]
    if closer and closer != REGION:
        notes.append(_("Events that name no banner, county or district are counted on none."))
    notes += [view.library.layer.attribution, *view.library.layer.problems[:3]]
    st.markdown(f":small[{' '.join(md(note) for note in notes)}]")


def remember(view: View, closer: str | None, drawn: list[str]) -> list[str]:
    """The regions that the figure itself must light: those not clicked on this very map. Called before each drawing."""
    region = [code for code in drawn if any(code in lineage(chosen) or chosen in lineage(code) for chosen in view.chosen.region)]
    around = (view.chosen.without("region"), closer, st.context.theme.type, view.library.held.version)
    if (
        S.get("page") != view.page or S.get("map_drawn") != region or S.get("map_around") != around
    ):  # a change from outside: the map is built anew
        S.map_base, S.map_drawn, S.map_live = region, region, False
    S.map_around = around
    return S.map_base


def clicked(view: View) -> None:
    """A click on the map: a region filters, a second click on it releases; a sign opens its event."""
    points = S["map"].selection.points
    picked = [p["location"] for p in points if p.get("location")]
    events = [p["customdata"][0] for p in points if p.get("customdata") and not p.get("location")]
    if events:
        S["map-event"] = events[0]
        return
    if picked and picked == S.map_base and not S.map_live:  # the figure itself lights it: this click releases
        picked = []
    S.map_live = bool(picked)
    if not picked:
        S.map_base = []
    S.map_drawn = picked
    url_state.write(replace(view.chosen, region=tuple(picked)))


def look_closer(view: View, closer: str | None) -> None:
    """Buttons that move the map: never by itself, since a map that moves under the pointer loses its reader."""
    areas, labels = view.library.held.areas, view.library.layer.labels
    near = dict.fromkeys(next((a for a in lineage(code) if a.endswith("00")), code) for code in view.chosen.region)
    moves = [
        (code, _("Look closer at {area}", area=areas[code].name), "zoom_in")
        for code in list(near)[:3]
        if code in labels and code != REGION
    ]
    if any(code.endswith("00") and code not in (*FOCUS, REGION) and code in labels for code in view.numbers.by_region):
        moves.append((REGION, _("All of {region}", region=areas[REGION].name), "zoom_out_map"))
    if closer:
        moves.append((None, _("The three regions"), "fit_screen"))
    with st.container(horizontal=True):
        for code, label, icon in moves:
            if code != closer:
                key = f"closer-{code or 'none'}"
                st.button(label, key=key, icon=f":material/{icon}:", on_click=url_state.put, kwargs={"closer": code})


def area_table(view: View, *, expanded: bool = False) -> None:
    """The map as a table: what a screen reader, a printer, or a browser without WebGL gets."""
    with st.expander(_("The map as a table"), expanded=expanded):
        found, areas = view.numbers.by_region, view.library.held.areas
        rows = [(areas[code].name, found[code]["all"] if code in found else None) for code in sorted({*found, *FOCUS} & {*areas})]
        list_numbers(view, "map-table", rows, none=_("no article held"))
